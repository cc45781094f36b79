import { spotifySearch, type AlbumWords } from './catalogue-answers.ts'
import { json, startLoopback, type Answer, type Loopback } from './loopback.ts'

export const CLIENT = { id: 'client-of-the-test', secret: 'secret-of-the-test' }

/** Spotify's accounts service and its API with these albums; every token it gave is good until `expire`. */
export async function startSpotify(albums: readonly AlbumWords[]): Promise<Loopback & { expire: () => void }> {
  let tokens = 0
  let oldest = 1
  const good: Answer = (response, call) => {
    if (call.path === '/api/token') {
      const basic = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`
      const isGood = call.headers.authorization === basic && call.body === 'grant_type=client_credentials'
      const answer = isGood
        ? json({ access_token: `token-${++tokens}`, token_type: 'Bearer', expires_in: 3600 })
        : invalidClient
      return answer(response, call)
    }
    const token = Number(/^Bearer token-(\d+)$/.exec(call.headers.authorization ?? '')?.[1] ?? 0)
    if (token < oldest) return expired(response, call)
    if (call.path !== '/v1/search' || Number(call.query.get('limit')) > 10)
      return json({ error: { status: 400, message: 'Invalid limit' } }, 400)(response, call)
    const q = (call.query.get('q') ?? '').toLowerCase()
    const hits = albums.filter(({ title }) => q.includes(title.replace(/\s*\(.*/, '').toLowerCase()))
    return json(spotifySearch(hits))(response, call)
  }
  const server = await startLoopback(good)
  return { ...server, expire: () => (oldest = tokens + 1) }
}

export const invalidClient: Answer = json({ error: 'invalid_client', error_description: 'Invalid client secret' }, 400)
export const expired: Answer = json({ error: { status: 401, message: 'The access token expired' } }, 401)
export const tooMany = (seconds: number): Answer =>
  json({ error: { status: 429, message: 'API rate limit exceeded' } }, 429, { 'retry-after': String(seconds) })
