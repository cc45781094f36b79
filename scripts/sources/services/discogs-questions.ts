import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { monotonic } from '../../ground/clock.ts'
import { ServiceError, type ServiceReason } from '../../ground/errors.ts'
import { createHttp, HttpError, type HttpOptions } from './http.ts'
import { slidingWindow } from './sliding-window.ts'

export const SERVICE = 'Discogs'
export const SETTINGS = 'https://www.discogs.com/settings'

/**
 * Requests within a minute, from one address; every answer says what holds for it.
 * https://www.discogs.com/developers#page:home,header:home-rate-limiting
 */
const PER_MINUTE = { withToken: 60, without: 25 }
const WINDOW_MS = 60_000
/** After a 429 that says nothing of how long it lasts; doubled each time, three of them are longer than a window. */
const QUIET_MS = 10_000
const PATIENCE_MS = 90_000

export type DiscogsOptions = Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'backoffMs'> & {
  /** How often a question is repeated that the service may answer later. Default 3. */
  retries?: number
  /** Milliseconds that only ever grow. */
  clock?: () => number
  /** Pauses, in ms. */
  sleep?: (ms: number) => Promise<unknown>
}

/** Whose collection, asked by whom. */
export interface DiscogsAccount {
  user: string
  /** Of the same person; without it only what is public is seen, and no folders. */
  token: string | null
  /** Base address, ending in a slash. */
  address: URL
}

/** The way to Discogs: one question after the other, no more of them than it allows, repeated where it may answer later. */
export interface Questions {
  /** The JSON of an answer. @throws HttpError */
  ask: (path: string, searchParams?: Record<string, string | number>) => Promise<unknown>
  /** The answer to a question about somebody's collection. @throws ServiceError that says what a refusal means there */
  explained: <T>(answer: Promise<T>) => Promise<T>
  /** How long the next question would wait for its turn, in ms. */
  waitMs: () => number
}

export function createQuestions(
  { token, address }: Pick<DiscogsAccount, 'token' | 'address'>,
  options: DiscogsOptions,
): Questions {
  const { clock = monotonic, sleep = (ms: number) => pause(ms), retries = 3, backoffMs = 2_000, ...rest } = options
  const limit = token === null ? PER_MINUTE.without : PER_MINUTE.withToken
  const turns = slidingWindow({ limit, windowMs: WINDOW_MS, clock, sleep })
  // Repeating is done here and not by the client, so that a repetition waits its turn as well.
  const http = createHttp({
    timeoutMs: 30_000,
    maxBytes: 16 * 2 ** 20,
    ...rest,
    service: SERVICE,
    retries: 0,
    headers: token === null ? {} : { authorization: `Discogs token=${token}` },
    onHeaders(headers) {
      const rate = rateSchema.safeParse({
        limit: headers.get('x-discogs-ratelimit'),
        used: headers.get('x-discogs-ratelimit-used'),
      })
      if (rate.success) turns.learn(rate.data.limit, rate.data.used)
    },
  })

  async function repeatedly(path: string, searchParams: Record<string, string | number>): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      await turns.turn()
      try {
        return await http.json(new URL(path, address), { searchParams })
      } catch (error) {
        if (!(error instanceof HttpError) || !error.transient || attempt > retries) throw error
        // A server that does not answer in time will not do so sooner when asked once more.
        if (error.status === null && attempt > 1) throw error
        const wait = error.retryAfterMs ?? backoff(error, attempt)
        if (wait > PATIENCE_MS) throw error
        await sleep(wait)
      }
    }
  }

  function backoff({ status }: HttpError, attempt: number): number {
    if (status !== 429) return backoffMs * 2 ** (attempt - 1)
    // Where the answer said that the window is full, its turn is waited for anyway.
    return turns.waitMs() > 0 ? 0 : QUIET_MS * 2 ** (attempt - 1)
  }

  let queue: Promise<unknown> = Promise.resolve()
  function ask(path: string, searchParams: Record<string, string | number> = {}): Promise<unknown> {
    const answer = queue.then(() => repeatedly(path, searchParams))
    queue = answer.catch(() => undefined)
    return answer
  }

  async function explained<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer
    } catch (error) {
      throw error instanceof HttpError ? explain(error, token !== null) : error
    }
  }

  return { ask, explained, waitMs: () => turns.waitMs() }
}

const header = z
  .string()
  .regex(/^\d{1,6}$/u)
  .transform(Number)
const rateSchema = z.object({ limit: header, used: header })

/** Null where the service knows nothing of that address: a master that was merged, a page that is not there any more. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return null
    throw error
  }
}

/** The part of an answer that is used, checked. `what`: what it should have been. @throws ServiceError where it is not */
export function parsed<T extends z.ZodType>(schema: T, answer: unknown, what: string): z.infer<T> {
  const read = schema.safeParse(answer)
  if (!read.success) throw new ServiceError(SERVICE, `${SERVICE} sent JSON that is not ${what}`, { transient: false })
  return read.data
}

function explain(error: HttpError, hasToken: boolean): ServiceError {
  const fail = (reason: ServiceReason, what: string, todo: string) =>
    new ServiceError(SERVICE, `${SERVICE} ${what} (${error.status})`, { transient: false, reason, todo })
  if (error.status === 401 && hasToken)
    return fail('refused-key', 'refused the token', `Copy DISCOGS_TOKEN again from ${SETTINGS}/developers`)
  if (error.status === 401 || error.status === 403)
    return fail(
      'private',
      'does not show this collection',
      `Set DISCOGS_TOKEN to a token of its owner from ${SETTINGS}/developers, or make the collection public at ${SETTINGS}/privacy`,
    )
  if (error.status === 404)
    return fail(
      'unknown-user',
      'knows no user of that name',
      'Check DISCOGS_USER: the name as it stands in the address of your profile.',
    )
  return error
}
