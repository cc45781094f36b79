import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceError } from '../../../scripts/ground/errors.ts'
import type { ListenPage } from '../../../scripts/listens/source.ts'
import { lastfmFromEnvironment } from '../../../scripts/sources/services/lastfm.ts'
import { fails, refuses, sends, startLastfm, type LastfmServer, type Scrobble } from '../../support/lastfm-server.ts'

const START = Date.UTC(2024, 0, 1) / 1000
const NOW = Date.UTC(2026, 0, 1) / 1000
const FAST = { userAgent: 'aime-scheduler/test', intervalMs: 0, backoffMs: 5, timeoutMs: 2_000 }

const scrobbles = (count: number): Scrobble[] =>
  Array.from({ length: count }, (_, i) => ({
    uts: START + i * 300,
    artist: 'Air',
    album: 'Moon Safari',
    name: `Track ${i}`,
  }))

let server: LastfmServer
beforeEach(async () => void (server = await startLastfm()))
afterEach(() => server.close())

function source(environment: Record<string, string> = {}) {
  const { url, key, user } = server
  return lastfmFromEnvironment({ LASTFM_URL: url, LASTFM_API_KEY: key, LASTFM_USER: user, ...environment }, FAST)!
}

async function read(from: number | null = null, to = NOW, environment?: Record<string, string>): Promise<ListenPage[]> {
  const pages: ListenPage[] = []
  for await (const page of source(environment).pages(from, to)) pages.push(page)
  return pages
}

const namesOf = (pages: readonly ListenPage[]) => pages.flatMap(({ tracks }) => tracks.map(({ track }) => track))
const failure = (promise: Promise<unknown>): Promise<ServiceError> =>
  promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as ServiceError,
  )

describe('the environment', () => {
  it('configures nothing where neither variable is set, or both are empty', () => {
    expect(lastfmFromEnvironment({}, FAST)).toBeNull()
    expect(lastfmFromEnvironment({ LASTFM_API_KEY: '', LASTFM_USER: ' ' }, FAST)).toBeNull()
  })

  it.each([
    [{ LASTFM_USER: 'rj' }, 'LASTFM_API_KEY is not'],
    [{ LASTFM_API_KEY: 'secret-key' }, 'LASTFM_USER is not'],
    [
      { LASTFM_API_KEY: 'secret-key', LASTFM_USER: 'rj', LASTFM_URL: 'http://example.org' },
      'LASTFM_URL does not begin',
    ],
  ])('says what is missing in %j and never the key', (environment, says) => {
    const read = () => lastfmFromEnvironment(environment, FAST)
    expect(read).toThrow(says)
    expect(read).not.toThrow('secret-key')
  })
})

describe('reading', () => {
  it('brings all scrobbles, oldest first, in pages of two hundred', async () => {
    server.scrobbles = scrobbles(450)
    const pages = await read()
    expect(namesOf(pages)).toEqual(server.scrobbles.map(({ name }) => name))
    expect(server.requests.map((query) => query.get('page'))).toEqual(['1', '3', '2', '1'])
    expect(new Set(server.requests.map((query) => query.get('limit')))).toEqual(new Set(['200']))
  })

  it('reads what a scrobble says, with the album and whether it is loved', async () => {
    server.scrobbles = [{ uts: START, artist: ' Air ', album: 'Moon Safari', name: 'La femme d’argent', loved: true }]
    expect(await read()).toEqual([
      {
        tracks: [{ timestamp: START, credit: 'Air', album: 'Moon Safari', track: 'La femme d’argent', loved: true }],
        unusable: 0,
        total: 1,
        pages: 1,
      },
    ])
  })

  it('begins where it is told to, and takes no chance with the very second', async () => {
    server.scrobbles = scrobbles(300)
    const from = server.scrobbles[290]!.uts
    expect(namesOf(await read(from))).toEqual(server.scrobbles.slice(290).map(({ name }) => name))
  })

  it('passes over the track that is being played, on every page', async () => {
    server.scrobbles = scrobbles(250)
    server.playing = { artist: 'Air', name: 'Now' }
    const pages = await read()
    expect(namesOf(pages)).toHaveLength(250)
    expect(namesOf(pages)).not.toContain('Now')
    expect(pages.reduce((sum, { unusable }) => sum + unusable, 0)).toBe(0)
  })

  it.each([
    ['nothing was ever scrobbled', []],
    ['one thing was', scrobbles(1)],
  ])('copes with a list that is none where %s', async (_, given) => {
    server.scrobbles = given
    expect(namesOf(await read())).toHaveLength(given.length)
    server.playing = { artist: 'Air', name: 'Now' }
    expect(namesOf(await read())).toHaveLength(given.length)
  })

  it('drops the scrobbles of 1970 and counts them', async () => {
    server.scrobbles = [
      { uts: 0, artist: 'Air', name: 'A' },
      { uts: 86_400, artist: 'Air', name: 'B' },
      ...scrobbles(3),
    ]
    const pages = await read()
    expect(namesOf(pages)).toEqual(['Track 0', 'Track 1', 'Track 2'])
    expect(pages[0]!.unusable).toBe(2)
  })

  it('reads texts in each of the shapes they come in, and drops an entry that is broken', async () => {
    const date = (uts: number) => ({ date: { uts: String(uts), '#text': '' } })
    const track = [
      { artist: { '#text': 'A' }, album: { '#text': '' }, name: 'plain', ...date(START + 30) },
      { artist: { name: 'B' }, album: 'Flat', name: 'extended', ...date(START + 20) },
      { artist: 'C', name: 'bare', date: { uts: START + 10 } },
      { artist: null, name: null, ...date(START) },
    ]
    server.script(sends({ recenttracks: { track, '@attr': { total: 4, totalPages: 1 } } }))
    const [page] = await read()
    expect(page!.tracks.map(({ credit, album, track }) => [credit, album, track])).toEqual([
      ['C', null, 'bare'],
      ['B', 'Flat', 'extended'],
      ['A', null, 'plain'],
    ])
    expect(page!.unusable).toBe(1)
  })

  it('misses nothing when a scrobble arrives late in the middle of the reading', async () => {
    server.scrobbles = scrobbles(1000)
    const late = { uts: server.scrobbles[700]!.uts + 1, artist: 'Air', name: 'Late' }
    server.before = (number) => {
      if (number === 4) server.scrobbles = [...server.scrobbles, late]
    }
    const names = namesOf(await read())
    expect(new Set(names)).toEqual(new Set([...scrobbles(1000).map(({ name }) => name), 'Late']))
  })

  it('gives up, to be tried again, where the pages never stand still', async () => {
    server.scrobbles = scrobbles(500)
    server.before = (number) =>
      void server.scrobbles.push({ uts: START + 7 * number, artist: 'Air', name: `New ${number}` })
    expect(await failure(read())).toMatchObject({ transient: true })
    expect(server.requests.length).toBeLessThan(20)
  })
})

describe('a bad day', () => {
  beforeEach(() => void (server.scrobbles = scrobbles(3)))

  it.each([
    ['429 with error 29', refuses(429, 29)],
    ['a 200 with error 29', refuses(200, 29)],
    ['500 with error 8', refuses(500, 8)],
    ['a 200 with error 11', refuses(200, 11)],
    ['503 from a proxy', fails(503)],
    ['429 with Retry-After', fails(429, { 'retry-after': '0' })],
  ])('is got over when the next answer is right after %s', async (_, behaviour) => {
    server.script(behaviour, behaviour)
    expect(namesOf(await read())).toHaveLength(3)
    expect(server.requests).toHaveLength(3)
  })

  it.each([
    ['429 with error 29', refuses(429, 29), 5],
    ['a 200 with error 29', refuses(200, 29), 4],
    ['500 with error 8', refuses(500, 8), 5],
  ])('that lasts ends after a bounded number of tries (%s)', async (_, behaviour, tries) => {
    server.script(...Array<typeof behaviour>(50).fill(behaviour))
    expect(await failure(read())).toMatchObject({ service: 'Last.fm', transient: true })
    expect(server.requests).toHaveLength(tries)
  })

  it('keeps what came before the failure', async () => {
    server.scrobbles = scrobbles(450)
    server.before = (number) => {
      if (number >= 4) server.script(...Array<ReturnType<typeof fails>>(9).fill(fails(502)))
    }
    const got: ListenPage[] = []
    const reading = (async () => {
      for await (const page of source().pages(null, NOW)) got.push(page)
    })()
    expect(await failure(reading)).toMatchObject({ transient: true })
    expect(namesOf(got)).toEqual(server.scrobbles.slice(0, 250).map(({ name }) => name))
  })

  it.each([
    [403, 10, 'Invalid API key', 'does not accept the key (error 10)', 'LASTFM_API_KEY', 'refused-key'],
    [403, 26, 'Suspended', 'has suspended the key (error 26)', 'create', 'refused-key'],
    [404, 6, 'User not found', 'knows no user of that name (error 6)', 'LASTFM_USER', 'unknown-user'],
    [400, 6, 'Invalid parameters', 'does not understand the request (error 6)', 'LASTFM_USER', undefined],
    [
      403,
      17,
      'Login: User required to be logged in',
      'does not show this user’s listens (error 17)',
      'privacy',
      'private',
    ],
    [400, 13, 'Invalid method signature', 'refused (error 13)', 'errorcodes', undefined],
  ])('is explained once and not repeated: %i with error %i', async (status, number, message, says, todo, reason) => {
    server.script(refuses(status, number, message))
    const error = await failure(read())
    expect(error).toMatchObject({ message: `Last.fm ${says}`, transient: false, reason })
    expect(error.todo).toContain(todo)
    expect(server.requests).toHaveLength(1)
  })

  it('is explained where the key or the user is wrong', async () => {
    expect((await failure(read(null, NOW, { LASTFM_API_KEY: 'x' }))).message).toContain('does not accept the key')
    expect((await failure(read(null, NOW, { LASTFM_USER: 'nobody' }))).message).toContain('knows no user')
  })

  it('never shows the key', async () => {
    for (const behaviour of [fails(404), refuses(403, 10), sends({ other: true }), fails(302, { location: '/x' })]) {
      server.script(behaviour)
      const error = await failure(read())
      expect(JSON.stringify([error.message, error.todo, error.cause, error.stack])).not.toContain(server.key)
    }
  })
})
