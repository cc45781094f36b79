import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A scrobble as the service keeps it. */
export interface Scrobble {
  uts: number
  artist: string
  album?: string
  name: string
  loved?: boolean
}

export type Behaviour = (response: ServerResponse) => void

export interface LastfmServer {
  /** For `LASTFM_URL`. */
  url: string
  user: string
  key: string
  /** What the service knows; may be changed between requests. */
  scrobbles: Scrobble[]
  /** What is being played right now. */
  playing: Omit<Scrobble, 'uts'> | null
  /** The parameters of every request so far. */
  requests: URLSearchParams[]
  /** Called before each request is answered, with its number from 1 on. */
  before: (number: number) => void
  /** Behaviours for the next requests, one each; then it answers as usual again. */
  script(...behaviours: Behaviour[]): void
  close(): Promise<void>
}

/** A refusal as the service sends it: a status, and its own number in the body. */
export const refuses =
  (status: number, error: number, message = 'no'): Behaviour =>
  (response) =>
    send(response, status, { error, message })

/** A status with a body that is not JSON, as a proxy sends it. */
export const fails =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<html><h1>Sorry</h1></html>')

export const sends =
  (value: unknown): Behaviour =>
  (response) =>
    send(response, 200, value)

/** `user.getRecentTracks` of Last.fm's API 2.0 on loopback, in its own format, from a list of scrobbles. */
export async function startLastfm(scrobbles: Scrobble[] = []): Promise<LastfmServer> {
  let script: Behaviour[] = []
  const server = createServer((message, response) => {
    const query = new URL(message.url ?? '', 'http://localhost').searchParams
    self.requests.push(query)
    self.before(self.requests.length)
    const behave = script.shift()
    if (behave !== undefined) return behave(response)
    if (query.get('method') !== 'user.getrecenttracks') return refuses(400, 3, 'Invalid Method')(response)
    if (query.get('api_key') !== self.key) return refuses(403, 10, 'Invalid API key')(response)
    if (query.get('user') !== self.user) return refuses(404, 6, 'User not found')(response)
    send(response, 200, recentTracks(self, query))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const self: LastfmServer = {
    url: `http://127.0.0.1:${port}/2.0/`,
    user: 'rj',
    key: '0123456789abcdef0123456789abcdef',
    scrobbles,
    playing: null,
    requests: [],
    before: () => undefined,
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

/** Newest first; the track being played stands before all others on every page; a list of one is the track itself. */
function recentTracks({ scrobbles, playing, user }: LastfmServer, query: URLSearchParams): unknown {
  const number = (name: string, absent: number) => Number(query.get(name) ?? absent)
  const [page, limit] = [number('page', 1), Math.min(200, number('limit', 50))]
  const [from, to] = [number('from', -1), number('to', Infinity)]
  const extended = query.get('extended') === '1'
  const inRange = scrobbles.filter(({ uts }) => uts > from && uts < to + 1).sort((a, b) => b.uts - a.uts)
  const shown = inRange
    .slice((page - 1) * limit, page * limit)
    .map((scrobble) => track(scrobble, extended, scrobble.uts))
  const list = playing === null ? shown : [track(playing, extended, null), ...shown]
  return {
    recenttracks: {
      track: list.length === 1 ? list[0] : list,
      '@attr': {
        user,
        page: String(page),
        perPage: String(limit),
        total: String(inRange.length),
        totalPages: String(Math.ceil(inRange.length / limit)),
      },
    },
  }
}

function track(
  { artist, album = '', name, loved = false }: Omit<Scrobble, 'uts'>,
  extended: boolean,
  uts: number | null,
) {
  return {
    artist: extended
      ? { url: 'https://www.last.fm/music/x', name: artist, mbid: '', image: [] }
      : { mbid: '', '#text': artist },
    mbid: '',
    name,
    image: [{ size: 'small', '#text': 'https://lastfm.freetls.fastly.net/i/u/34s/x.png' }],
    streamable: '0',
    album: { mbid: '', '#text': album },
    url: 'https://www.last.fm/music/x/_/y',
    ...(extended ? { loved: loved ? '1' : '0' } : {}),
    ...(uts === null
      ? { '@attr': { nowplaying: 'true' } }
      : { date: { uts: String(uts), '#text': new Date(uts * 1000).toUTCString() } }),
  }
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
