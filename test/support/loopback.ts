import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as a loopback server saw it. */
export interface Call {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
  /** Milliseconds since the server started. */
  at: number
}

export type Answer = (response: ServerResponse, call: Call) => void

export interface Loopback {
  /** Without a slash at the end. */
  url: string
  calls: Call[]
  /** What the service does on a good day. */
  good: Answer
  /** Deals with every request until it is set again; null: the service's good days. */
  play(answer: Answer | null): void
  /** Deals with the next requests, one each, before what is played. */
  next(...answers: Answer[]): void
  close(): Promise<void>
}

/** A service on loopback: `good` is its good day. */
export async function startLoopback(good: Answer): Promise<Loopback> {
  const calls: Call[] = []
  let playing: Answer = good
  let queue: Answer[] = []
  const started = performance.now()
  const server = createServer((message, response) => {
    const chunks: Buffer[] = []
    response.on('error', () => undefined)
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      const { pathname, searchParams } = new URL(message.url ?? '/', 'http://loopback')
      const call = {
        method: message.method ?? '',
        path: decodeURIComponent(pathname),
        query: searchParams,
        headers: message.headers,
        body: Buffer.concat(chunks).toString(),
        at: performance.now() - started,
      }
      calls.push(call)
      const answer = queue.shift() ?? playing
      answer(response, call)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    good,
    play: (answer) => (playing = answer ?? good),
    next: (...answers) => (queue = [...queue, ...answers]),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

export const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      .end(JSON.stringify(value))

/** What stands in front of a service answers for it. */
export const html: Answer = (response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Down for maintenance</body></html>')

/** The first half of a JSON text, as when a proxy breaks off cleanly. */
export const truncated: Answer = (response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"release-groups":[{"id":"a')

export const empty: Answer = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end()

export const silent: Answer = () => undefined
