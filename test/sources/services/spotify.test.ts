import { afterEach, describe, expect, it } from 'vitest'
import { spotifyFromEnvironment } from '../../../scripts/sources/services/spotify.ts'
import { html, json, truncated } from '../../support/loopback.ts'
import { CLIENT, invalidClient, startSpotify, tooMany } from '../../support/spotify-server.ts'

let server: Awaited<ReturnType<typeof startSpotify>>
const start = async (secret = CLIENT.secret) => {
  server = await startSpotify([{ title: 'Low', artists: ['David Bowie'], date: '1977-01-14', tracks: 11 }])
  const environment = {
    SPOTIFY_CLIENT_ID: CLIENT.id,
    SPOTIFY_CLIENT_SECRET: secret,
    SPOTIFY_API_URL: server.url,
    SPOTIFY_ACCOUNTS_URL: server.url,
  }
  return spotifyFromEnvironment(environment, { userAgent: 'test', backoffMs: 1 })!
}

describe('Spotify', () => {
  afterEach(() => server.close())

  it('is asked for ten albums, with one token for many questions', async () => {
    const client = await start()
    const [album] = await client.searchAlbums('Low', 'David "Zy" Bowie')
    await client.searchAlbums('Low', 'David Bowie')
    expect(album).toMatchObject({ title: 'Low', kind: 'album', year: 1977, tracks: 11, artists: [['David Bowie']] })
    expect(album!.url).toMatch(/^https:\/\/open\.spotify\.com\/album\/\w{22}$/)
    expect(server.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/token',
      'GET /v1/search',
      'GET /v1/search',
    ])
    expect(Object.fromEntries(server.calls[1]!.query)).toEqual({
      q: 'album:"Low" artist:"David  Zy  Bowie"',
      type: 'album',
      limit: '10',
    })
  })

  it('gets a new token when one has run out, and asks again', async () => {
    const client = await start()
    await client.searchAlbums('Low', 'David Bowie')
    server.expire()
    expect(await client.searchAlbums('Low', 'David Bowie')).toHaveLength(1)
    expect(server.calls.filter(({ path }) => path === '/api/token')).toHaveLength(2)
  })

  it('does not ask for tokens without end', async () => {
    const client = await start()
    server.play((response, call) =>
      (call.path === '/api/token'
        ? json({ access_token: 'useless', token_type: 'Bearer', expires_in: 3600 })
        : json({ error: { status: 401, message: 'No token provided' } }, 401))(response, call),
    )
    await expect(client.searchAlbums('Low', 'David Bowie')).rejects.toThrow('refused to answer (401)')
    expect(server.calls).toHaveLength(4)
  })

  it('says which secrets to check where it refuses them, without showing them', async () => {
    const client = await start('wrong-secret')
    server.play(invalidClient)
    const error = await client.searchAlbums('Low', 'David Bowie').catch((thrown: unknown) => thrown as Error)
    expect(error).toMatchObject({ message: 'Spotify refused the client id and secret (400)', transient: false })
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('wrong-secret')
  })

  it('waits as long as it is asked to, if that is short', async () => {
    const client = await start()
    await client.searchAlbums('Low', 'David Bowie')
    server.next(tooMany(1))
    const before = performance.now()
    await client.searchAlbums('Low', 'David Bowie')
    expect(performance.now() - before).toBeGreaterThan(950)
  })

  it.each([
    ['a page for people', html],
    ['half an answer', truncated],
    ['something else', json({ tracks: { items: [] } })],
  ])('is a failure where it sends %s', async (_, answer) => {
    const client = await start()
    await client.searchAlbums('Low', 'David Bowie')
    server.play(answer)
    await expect(client.searchAlbums('Low', 'David Bowie')).rejects.toMatchObject({ service: 'Spotify' })
  })

  it('leaves out entries that are null, as Spotify sends them for what a country lacks', async () => {
    const client = await start()
    await client.searchAlbums('Low', 'David Bowie')
    server.play(json({ albums: { items: [null, { id: 'x' }] } }))
    expect(await client.searchAlbums('Low', 'David Bowie')).toEqual([])
  })
})

describe('its secrets', () => {
  const options = { userAgent: 'test' }

  it('may be absent or empty', () => {
    expect(spotifyFromEnvironment({}, options)).toBeNull()
    expect(spotifyFromEnvironment({ SPOTIFY_CLIENT_ID: '', SPOTIFY_CLIENT_SECRET: ' ' }, options)).toBeNull()
  })

  it('come in a pair', () => {
    expect(() => spotifyFromEnvironment({ SPOTIFY_CLIENT_ID: 'a' }, options)).toThrow(
      'SPOTIFY_CLIENT_ID is set and SPOTIFY_CLIENT_SECRET is not',
    )
  })

  it('are not sent over an open line', () => {
    const environment = {
      SPOTIFY_CLIENT_ID: 'a',
      SPOTIFY_CLIENT_SECRET: 'b',
      SPOTIFY_ACCOUNTS_URL: 'http://example.org',
    }
    expect(() => spotifyFromEnvironment(environment, options)).toThrow('SPOTIFY_ACCOUNTS_URL does not begin with https')
  })
})
