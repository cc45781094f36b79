/** Statuses whose answers must have no body. */
const NO_BODY = [204, 205, 304]

/**
 * The answer with its body in memory and these headers, so that a connection that breaks or stalls in the middle of the
 * body counts as one that failed. Null where the body, decompressed, has more than so many bytes.
 */
export async function inMemory(response: Response, headers: Headers, maxBytes = Infinity): Promise<Response | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (response.body !== null) {
    const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.byteLength
      if (size > maxBytes) {
        await reader.cancel()
        return null
      }
      chunks.push(read.value)
    }
  }
  const { status, statusText } = response
  return new Response(NO_BODY.includes(status) ? null : Buffer.concat(chunks), { status, statusText, headers })
}

/** The short name of a network failure that `fetch` reports, such as ECONNREFUSED; null where the failure is none. */
export function networkCode(error: unknown): string | null {
  if (!(error instanceof TypeError)) return null
  const { cause } = error
  if (!(cause instanceof Error)) return error.message === 'terminated' ? 'connection lost' : null
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  if (cause instanceof AggregateError) return networkCode(new TypeError('fetch failed', { cause: cause.errors[0] }))
  return 'connection lost'
}

/** As many moves of one page are followed. */
const MOST_MOVES = 5

/**
 * `fetch` that follows a GET that has moved only on the same host and over no weaker connection, or to the hosts that
 * `mayGoTo` names: what is sent along was meant for one. Any other redirection is given as the answer it is.
 */
export async function fetchOnHost(
  input: string | URL | Request,
  init: RequestInit = {},
  mayGoTo: (host: string) => boolean = () => false,
): Promise<Response> {
  let response = await fetch(input, { ...init, redirect: 'manual' })
  const method = (init.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase()
  let from = new URL(input instanceof Request ? input.url : input)
  for (let moves = 0; moves < MOST_MOVES && method === 'GET'; moves++) {
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null || !URL.canParse(location, from.href))
      break
    const to = new URL(location, from)
    const isSafe = to.protocol === from.protocol || to.protocol === 'https:'
    if (!isSafe || (to.host !== from.host && !mayGoTo(to.hostname))) break
    await response.body?.cancel()
    const sent = new Headers(init.headers ?? (input instanceof Request ? input.headers : {}))
    const plain = ['accept', 'user-agent'].flatMap((name) =>
      sent.has(name) ? [[name, sent.get(name)!] as [string, string]] : [],
    )
    const headers = to.host === from.host ? sent : new Headers(plain)
    const signal = init.signal ?? (input instanceof Request ? input.signal : null)
    response = await fetch(to, { ...init, headers, signal, redirect: 'manual' })
    from = to
  }
  return response
}
