import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A listen as the service keeps it. */
export interface BrainzListen {
  listened_at: number
  artist_name: string
  track_name: string
  release_name?: string
}

export type Behaviour = (response: ServerResponse) => void

export interface ListenBrainzServer {
  /** For `LISTENBRAINZ_URL`. */
  url: string
  user: string
  token: string
  /** What the service knows; may be changed between requests. */
  listens: BrainzListen[]
  requests: { path: string; query: URLSearchParams; headers: IncomingHttpHeaders }[]
  /** Behaviours for the next requests, one each; then it answers as usual again. */
  script(...behaviours: Behaviour[]): void
  close(): Promise<void>
}

/** A refusal as the service sends it. */
export const refuses =
  (code: number, error: string, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ code, error }))

/** The 429 of the service: no `Retry-After`, but headers of its own. */
export const limits = (seconds: number): Behaviour =>
  refuses(429, 'You have exceeded your rate limit.', {
    'x-ratelimit-limit': '30',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-in': String(seconds),
    'x-ratelimit-reset': '1790000000',
  })

export const sends =
  (value: unknown): Behaviour =>
  (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))

/** `/1/user/…/listens` of ListenBrainz' API on loopback, in its own format, from a list of listens. */
export async function startListenBrainz(listens: BrainzListen[] = []): Promise<ListenBrainzServer> {
  let script: Behaviour[] = []
  const server = createServer((message, response) => {
    const { pathname, searchParams } = new URL(message.url ?? '', 'http://localhost')
    self.requests.push({ path: pathname, query: searchParams, headers: message.headers })
    const behave = script.shift()
    if (behave !== undefined) return behave(response)
    const { authorization } = message.headers
    if (authorization !== undefined && authorization !== `Token ${self.token}`)
      return refuses(401, 'Invalid authorization token.')(response)
    const name = /^\/1\/user\/([^/]+)\/listens$/.exec(pathname)?.[1]
    if (name === undefined || decodeURIComponent(name) !== self.user)
      return refuses(404, `Cannot find user: ${name ?? ''}`)(response)
    sends(answer(self, searchParams))(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const self: ListenBrainzServer = {
    url: `http://127.0.0.1:${port}/`,
    user: 'rob zombie',
    token: '11111111-2222-3333-4444-555555555555',
    listens,
    requests: [],
    script(...next) {
      script = next
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
  return self
}

/** With `min_ts` the oldest listens after it, otherwise the newest before `max_ts`; newest first either way. */
function answer({ listens, user }: ListenBrainzServer, query: URLSearchParams): unknown {
  const count = Math.min(1000, Number(query.get('count') ?? 25))
  const sorted = listens.toSorted((a, b) => a.listened_at - b.listened_at)
  const min = query.get('min_ts')
  const max = Number(query.get('max_ts') ?? Infinity)
  const page =
    min === null
      ? sorted.filter(({ listened_at: at }) => at < max).slice(-count)
      : sorted.filter(({ listened_at: at }) => at > Number(min)).slice(0, count)
  return {
    payload: {
      count: page.length,
      user_id: user,
      latest_listen_ts: sorted.at(-1)?.listened_at ?? 0,
      oldest_listen_ts: sorted[0]?.listened_at ?? 0,
      listens: page.reverse().map(({ listened_at, artist_name, track_name, release_name }) => ({
        inserted_at: listened_at + 5,
        listened_at,
        recording_msid: 'd23f4719-9212-49f0-ad08-ddbfbfc50d6f',
        user_name: user,
        track_metadata: {
          artist_name,
          track_name,
          ...(release_name === undefined ? {} : { release_name }),
          additional_info: { submission_client: 'test', recording_msid: 'd23f4719-9212-49f0-ad08-ddbfbfc50d6f' },
          mbid_mapping: { artist_mbids: [], artists: [{ artist_credit_name: artist_name, join_phrase: '' }] },
        },
      })),
    },
  }
}
