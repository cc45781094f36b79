import { STATUS_CODES } from 'node:http'
import ky, { HTTPError as StatusError, TimeoutError, type Options as KyOptions } from 'ky'
import { systemNow } from '../../ground/clock.ts'
import { ServiceError } from '../../ground/errors.ts'
import { fetchOnHost, inMemory, networkCode } from '../../ground/http.ts'

export interface HttpOptions {
  /** The service's name as messages show it. */
  service: string
  /** Who asks: `aime-scheduler/<version> (+https://…)`. */
  userAgent: string
  /** Sent with every request; the place for a key, which no error of this module ever shows. */
  headers?: Record<string, string>
  /** Longest one try may take, from the connection to the last byte of the body, in ms. Default 10 000. */
  timeoutMs?: number
  /** How often a request is repeated after a 408, 429 or 5xx or a broken connection; never after a timeout. Default 2. */
  retries?: number
  /** Pause before the first repetition in ms, doubled each time, then shortened at random. Default 1 000. */
  backoffMs?: number
  /** Longest `Retry-After` that is waited for, in ms; a longer one fails at once. Default 20 000. */
  patienceMs?: number
  /** Largest body that is read, after decompression. Default 1 MiB. */
  maxBytes?: number
  /**
   * `error` (the default) keeps keys on the host they were meant for; `follow` is for services that move their pages on
   * their host, or to hosts that end like one of these.
   */
  redirects?: 'error' | 'follow' | { to: readonly string[] }
  /** Sees the headers of every answer, whatever its status: some services say there how often they may be asked. */
  onHeaders?: (headers: Headers) => void
}

export type HttpRequest = Pick<KyOptions, 'method' | 'json' | 'body' | 'searchParams' | 'signal'> & {
  headers?: Record<string, string>
  /** Overrides the client's `patienceMs` for this request. */
  patienceMs?: number
  /** Statuses outside 2xx whose JSON is an answer too, for services that say there what is wrong. */
  answers?: readonly number[]
}

export interface Http {
  /**
   * The parsed JSON of a 2xx answer, or of one of `answers`. Any method is retried, POST too: what we post are questions, which change nothing.
   * @throws HttpError, and nothing else
   */
  json(url: string | URL, request?: HttpRequest): Promise<unknown>
}

interface HttpFailure {
  transient: boolean
  status?: number
  retryAfterMs?: number | null
}

/**
 * What went wrong with a request, in words that are safe to show: no address beyond the host, no header, no body, and no
 * `cause`, because the HTTP library's own errors carry the request with its Authorization header.
 */
export class HttpError extends ServiceError {
  /** The status of the answer; null where none came. */
  readonly status: number | null
  /** How long the service asks not to be asked again, in ms; null where it does not say. */
  readonly retryAfterMs: number | null

  constructor(service: string, reason: string, { transient, status, retryAfterMs }: HttpFailure) {
    super(service, `${service} ${reason}`, { transient, reason: transient ? 'unreachable' : undefined })
    this.status = status ?? null
    this.retryAfterMs = retryAfterMs ?? null
  }
}

const RETRIED = [408, 429, 500, 502, 503, 504]

/** An HTTP client for one service: time limits, bounded repetition that respects `Retry-After`, bounded bodies. */
export function createHttp(options: HttpOptions): Http {
  const {
    service,
    timeoutMs = 10_000,
    retries = 2,
    backoffMs = 1_000,
    maxBytes = 2 ** 20,
    redirects = 'error',
    headers,
  } = options

  const known = typeof redirects === 'object' ? redirects.to : []
  const mayGoTo = (host: string) => known.some((end) => host === end || host.endsWith(`.${end}`))

  async function ask(url: string | URL, { patienceMs, answers = [], ...request }: HttpRequest): Promise<string> {
    const patience = patienceMs ?? options.patienceMs ?? 20_000
    const response = await ky(url, {
      ...request,
      headers: { accept: 'application/json', ...headers, ...request.headers, 'user-agent': options.userAgent },
      redirect: 'manual',
      timeout: timeoutMs,
      throwHttpErrors: (status) => !answers.includes(status),
      // Reading the body here puts it under ky's time limit and retries, which otherwise end with the headers.
      fetch: async (input, init) => {
        const response = await (redirects === 'error' ? fetch(input, init) : fetchOnHost(input, init, mayGoTo))
        options.onHeaders?.(response.headers)
        return readWhole(response, service, maxBytes)
      },
      retry: {
        limit: retries,
        methods: ['get', 'post'],
        statusCodes: RETRIED,
        afterStatusCodes: RETRIED,
        delay: (count) => backoffMs * 2 ** (count - 1),
        jitter: true,
        shouldRetry({ error }) {
          if (error instanceof HttpError) return false
          // ky would cut a long wait short and ask again too early.
          if (error instanceof StatusError && (retryAfterOf(error.response) ?? 0) > patience) return false
          return undefined
        },
      },
    })
    return response.text()
  }

  return {
    async json(url, request = {}) {
      let text: string
      try {
        text = await ask(url, request)
      } catch (error) {
        throw explain(error, service, timeoutMs, request.signal)
      }
      try {
        return JSON.parse(text) as unknown
      } catch {
        const cutShort = /^\s*[[{]/u.test(text)
        throw new HttpError(service, cutShort ? 'sent JSON that is broken' : 'sent something that is not JSON', {
          transient: cutShort,
        })
      }
    },
  }
}

/**
 * The same response with its body in memory, and with the one header ky waits by put into seconds: ky takes a header it
 * cannot read for "wait as long as allowed".
 */
async function readWhole(response: Response, service: string, maxBytes: number): Promise<Response> {
  const headers = new Headers({ 'content-type': response.headers.get('content-type') ?? '' })
  const wait = readRetryAfter(response)
  if (wait !== null) headers.set('retry-after', String(wait / 1000))
  const whole = await inMemory(response, headers, maxBytes)
  if (whole === null) throw new HttpError(service, `sent more than ${maxBytes} bytes`, { transient: false })
  return whole
}

/**
 * How long an answer asks to wait, in ms: `Retry-After` (RFC 9110, section 10.2.3: seconds, or a date), or with a 429 the
 * `X-RateLimit-Reset-In` of MetaBrainz' services (seconds). Null where it is absent or unreadable.
 */
function readRetryAfter({ headers, status }: Response): number | null {
  const value = (headers.get('retry-after') ?? (status === 429 ? headers.get('x-ratelimit-reset-in') : null))?.trim()
  if (!value) return null
  if (/^\d+(?:\.\d+)?$/u.test(value)) return Number(value) * 1000
  const until = Date.parse(value)
  if (Number.isNaN(until)) return null
  // The service's own clock, where it tells it: ours may be wrong.
  const theirs = Date.parse(headers.get('date') ?? '')
  return Math.max(0, until - (Number.isNaN(theirs) ? systemNow().epochMilliseconds : theirs))
}

function retryAfterOf(response: Response): number | null {
  const seconds = response.headers.get('retry-after')
  return seconds === null ? null : Number(seconds) * 1000
}

function explain(error: unknown, service: string, timeoutMs: number, signal: HttpRequest['signal']): HttpError {
  if (error instanceof HttpError) return error
  if (error instanceof StatusError) {
    const { status } = error.response
    if (status >= 300 && status < 400)
      return new HttpError(service, `answered with a redirection (${status}), which is not followed`, {
        transient: false,
        status,
      })
    const retryAfterMs = retryAfterOf(error.response)
    const wait = retryAfterMs === null ? '' : `, asking to wait ${Math.ceil(retryAfterMs / 1000)} s`
    return new HttpError(service, `answered ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd() + wait, {
      transient: RETRIED.includes(status) || status >= 500,
      status,
      retryAfterMs,
    })
  }
  if (error instanceof TimeoutError)
    return new HttpError(service, `did not answer within ${timeoutMs / 1000} s`, { transient: true })
  if (signal?.aborted === true) return new HttpError(service, 'was not waited for any longer', { transient: true })
  const code = networkCode(error)
  return code === null
    ? new HttpError(service, 'could not be asked: the request cannot be made', { transient: false })
    : new HttpError(service, `could not be reached (${code})`, { transient: true })
}
