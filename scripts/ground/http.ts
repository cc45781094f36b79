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
