import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { achievedNothing, jobSummary, terminalReport } from '../../scripts/runner/report.ts'
import { dailyEnrichment } from '../../scripts/tasks/daily-enrichment.ts'
import { spotifySearch } from '../support/catalogue-answers.ts'
import { copy, run, tree } from '../support/command.ts'
import { empty, html, json, truncated, type Answer, type Loopback } from '../support/loopback.ts'
import { idOf, limited, startMusicBrainz, type KnownWork } from '../support/musicbrainz-server.ts'
import { albumsIn, lookupsIn, runHere } from '../support/run-here.ts'
import { CLIENT, invalidClient, startSpotify, tooMany } from '../support/spotify-server.ts'
import { startWikipedia } from '../support/wikipedia-server.ts'

const LINK = 'https://open.spotify.com/album/1DFixLWuPkv3KT3TnV35m3'
const WORKS: KnownWork[] = [
  { title: 'Low', artists: ['David Bowie'], date: '1977-01-14', spotify: [`${LINK}?si=abc`], cover: true },
  { title: 'Boire', artists: ['Miossec'], date: '1995-04' },
  { title: 'Weezer', artists: ['Weezer'], date: '1994-05-10', id: '11111111-0000-4000-8000-000000000001' },
  { title: 'Weezer', artists: ['Weezer'], date: '2001-05-15', id: '11111111-0000-4000-8000-000000000002' },
  { title: 'Zen', artists: ['Zazie'], wikidata: 'Q42' },
  { title: 'Pink Moon', artists: ['Nick Drake'], date: '1972-02-25', spotify: [LINK] },
]
const COLLECTION = {
  version: 1,
  albums: [
    { id: 1, title: 'Low (2017 Remaster)', artists: ['David Bowie (2)'] },
    { id: 2, title: 'Boire', artists: ['Miossec'], year: 1994, mine: { kept: true } },
    { id: 3, title: 'Weezer', artists: ['Weezer'] },
    { id: 4, title: 'Zen', artists: ['Zazie'] },
    { id: 5, title: 'Nobody Knows This', artists: ['A Neighbour'] },
    { id: 6, title: 'Pink Moon', artists: ['Nick Drake'], year: 2013, sources: { year: 'pressing' } },
    { id: 7, title: 'Done', artists: ['Someone'], year: 2000, spotify_url: LINK },
    { id: 8, title: 'No Artist' },
  ],
}

let musicBrainz: Loopback
let spotify: Awaited<ReturnType<typeof startSpotify>>
let wikipedia: Loopback
const keyless = () => ({
  MUSICBRAINZ_URL: musicBrainz.url,
  COVERART_URL: `${musicBrainz.url}/caa/`,
  WIKIPEDIA_URL: `${wikipedia.url}/{language}`,
  WIKIDATA_URL: `${wikipedia.url}/wikidata`,
  GITHUB_REPOSITORY: 'someone/records',
})
const keyed = () => ({
  ...keyless(),
  SPOTIFY_CLIENT_ID: CLIENT.id,
  SPOTIFY_CLIENT_SECRET: CLIENT.secret,
  SPOTIFY_API_URL: spotify.url,
  SPOTIFY_ACCOUNTS_URL: spotify.url,
})

beforeAll(async () => {
  musicBrainz = await startMusicBrainz(WORKS)
  spotify = await startSpotify([
    { title: 'Low (2017 Remaster)', artists: ['David Bowie'], date: '1977-01-14', tracks: 11 },
    { title: 'Boire', artists: ['Miossec'], date: '2014', tracks: 12 },
    { title: 'Zen (Live)', artists: ['Zazie'], date: '1996', tracks: 12 },
  ])
  wikipedia = await startWikipedia({ fr: [], en: [] }, { Q42: { spotify: '5cwoG5vRzuTp3vtYSgqHbF', dates: ['1995-01-17', '2004-01-01'] } })
}) // prettier-ignore
afterAll(() => Promise.all([musicBrainz.close(), spotify.close(), wikipedia.close()]))
beforeEach(() => {
  for (const server of [musicBrainz, spotify, wikipedia]) {
    server.play(null)
    server.calls.length = 0
  }
})

describe('without a key', () => {
  it('fills what MusicBrainz and Wikidata are sure of, with the source of each field', async () => {
    const root = await copy('{}', COLLECTION)
    const result = await runHere(root, dailyEnrichment, keyless())
    const albums = await albumsIn(root)
    expect(albums['Low (2017 Remaster)']).toMatchObject({
      year: 1977,
      spotify_url: LINK,
      musicbrainz_id: idOf(WORKS[0]!),
      cover_url: expect.stringMatching(/^https:\/\/coverartarchive\.org\/.*-500\.jpg$/) as string,
      sources: { year: 'musicbrainz', spotify_url: 'musicbrainz', cover_url: 'coverartarchive' },
    })
    expect(albums['Zen']).toMatchObject({
      year: 1995,
      spotify_url: 'https://open.spotify.com/album/5cwoG5vRzuTp3vtYSgqHbF',
      sources: { year: 'wikidata', spotify_url: 'wikidata' },
    })
    expect(result.items.every((item) => item.result === 'done')).toBe(true)
  })

  it('corrects a year that an import took from a pressing, and never one that a person wrote', async () => {
    const root = await copy('{}', COLLECTION)
    await runHere(root, dailyEnrichment, keyless())
    const albums = await albumsIn(root)
    expect(albums['Pink Moon']).toMatchObject({ year: 1972, sources: { year: 'musicbrainz' } })
    expect(albums['Boire']).toMatchObject({ year: 1994, mine: { kept: true } })
  })

  it('says of every album what came of it', async () => {
    const root = await copy('{}', COLLECTION)
    const report = terminalReport(await runHere(root, dailyEnrichment, keyless()))
    expect(report).toContain('David Bowie (2) – Low (2017 Remaster): complété – année 1977 (musicbrainz)')
    expect(report).toContain('Weezer – Weezer: ambigu – MusicBrainz: 2 releases of this title and artist')
    expect(report).toContain('A Neighbour – Nobody Knows This: introuvable')
    expect(report).toContain('No Artist: ambigu – it has no artist')
    expect(report).not.toContain('Someone – Done')
  })

  it('finds nothing to do in a second run right after, asks nobody and changes no file', async () => {
    const root = await copy('{}', COLLECTION)
    await runHere(root, dailyEnrichment, keyless())
    const before = await tree(root)
    musicBrainz.calls.length = 0
    const second = await runHere(root, dailyEnrichment, keyless(), '2026-02-01T02:05:00Z')
    expect(second.nothing).toMatch(/^4 albums ont déjà été cherchés ; prochain essai à partir du 07\/02\/2026/)
    expect(await tree(root)).toEqual(before)
    expect(musicBrainz.calls).toEqual([])
  })

  it('gives every album its turn before one that cannot be found is tried again', async () => {
    const strangers = Array.from({ length: 7 }, (_, i) => ({ id: i + 1, title: `Unheard ${i}`, artists: ['Nobody I Know'] }))
    const root = await copy('{"scheduler":{"tasks":[{"name":"daily_enrichment","limit":3}]}}', { version: 1, albums: strangers })
    const tried: number[][] = []
    for (const day of ['01', '02', '03', '04', '08', '09']) {
      const now = `2026-02-${day}T02:00:00Z`
      await runHere(root, dailyEnrichment, keyless(), now)
      tried.push((await lookupsIn(root)).filter((each) => each.tried === now).map(({ album }) => album))
    }
    expect(tried).toEqual([[1, 2, 3], [4, 5, 6], [7], [], [1, 2, 3], [4, 5, 6]])
  }) // prettier-ignore

  it('does not count a day on which the service failed among those on which an album was not found', async () => {
    const root = await copy('{}', { version: 1, albums: [{ id: 1, title: 'Unheard', artists: ['Nobody I Know'] }] })
    const misses: number[] = []
    for (const [now, answer] of [
      ['2026-02-01T02:00:00Z', null],
      ['2026-02-08T02:00:00Z', html],
      ['2026-02-09T02:00:00Z', html],
      ['2026-02-10T02:00:00Z', null],
    ] as const) {
      musicBrainz.play(answer)
      await runHere(root, dailyEnrichment, keyless(), now)
      misses.push(...(await lookupsIn(root)).map((each) => each.misses))
    }
    expect(misses).toEqual([1, 1, 1, 2])
  })

  it('tries an album at once that a person has renamed since', async () => {
    const root = await copy('{}', { version: 1, albums: [{ id: 1, title: 'Lowe', artists: ['David Bowie'] }] })
    await runHere(root, dailyEnrichment, keyless())
    const text = (await tree(root))['data/lookups.json']!
    const again = await copy('{}', { version: 1, albums: [{ id: 1, title: 'Low', artists: ['David Bowie'] }] })
    await writeFile(`${again}/data/lookups.json`, text)
    await runHere(again, dailyEnrichment, keyless(), '2026-02-01T03:30:00Z')
    expect((await albumsIn(again))['Low']!.year).toBe(1977)
    expect(await lookupsIn(again)).toEqual([])
  })

  it('keeps the good albums and names the bad one where a single look-up fails', async () => {
    const root = await copy('{}', COLLECTION)
    musicBrainz.play((response, call) => {
      const isBad = /boire/i.test(call.query.get('query') ?? '')
      const answer = isBad ? json({ error: 'Internal Server Error' }, 500, { 'retry-after': '0' }) : musicBrainz.good
      answer(response, call)
    })
    const result = await runHere(root, dailyEnrichment, keyless())
    expect((await albumsIn(root))['Low (2017 Remaster)']!.year).toBe(1977)
    expect((await albumsIn(root))['Zen']!.year).toBe(1995)
    expect(result.items.filter((item) => item.result !== 'done')).toEqual([
      expect.objectContaining({
        item: 'Miossec – Boire',
        result: 'warning',
        note: 'MusicBrainz answered 500 Internal Server Error, asking to wait 0 s',
      }),
    ])
    const second = await runHere(root, dailyEnrichment, keyless(), '2026-02-01T02:10:00Z')
    expect(second.nothing).not.toBeNull()
  })

  it.each<[string, Answer, RegExp]>([
    ['is over its rate limit', limited(0), /MusicBrainz answered 503/],
    ['asks to wait an hour', limited(3600), /asking to wait 3600 s/],
    ['shows a page for people', html, /sent something that is not JSON/],
    ['breaks off', truncated, /JSON that is broken/],
    ['says nothing', empty, /not JSON/],
    ['speaks of something else', json({ artists: [] }), /JSON of another kind/],
  ])(
    'fails, in words, where MusicBrainz %s',
    async (_, answer, words) => {
      const root = await copy('{}', COLLECTION)
      musicBrainz.play(answer)
      const result = await runHere(root, dailyEnrichment, keyless())
      expect(achievedNothing(result)).toBe(true)
      const troubles = result.items.filter((item) => item.result === 'failed')
      expect(troubles.map(({ note }) => note).join('\n')).toMatch(words)
      // Three failures are enough to leave a service alone.
      expect(musicBrainz.calls.length).toBeLessThanOrEqual(9)
      expect(Object.values(await albumsIn(root))).toEqual(COLLECTION.albums)
    },
    60_000,
  )

  it('gets over a rate limit that passes', async () => {
    const root = await copy('{}', { version: 1, albums: COLLECTION.albums.slice(0, 1) })
    musicBrainz.next(limited(0), limited(0))
    const result = await runHere(root, dailyEnrichment, keyless())
    expect(result.items.map((item) => item.result)).toEqual(['done'])
  })

  it('names the program and the repository to whom it asks', async () => {
    await runHere(await copy('{}', COLLECTION), dailyEnrichment, keyless())
    const agents = new Set([...musicBrainz.calls, ...wikipedia.calls].map(({ headers }) => headers['user-agent']))
    expect([...agents]).toEqual([expect.stringMatching(/^aime-scheduler\/[\d.]+ \(\+https:\/\/github\.com\/someone\/records\)$/)])
  }) // prettier-ignore
})

describe('with Spotify', () => {
  it('takes the link from Spotify and the year from MusicBrainz', async () => {
    const root = await copy('{}', COLLECTION)
    await runHere(root, dailyEnrichment, keyed())
    const albums = await albumsIn(root)
    expect(albums['Low (2017 Remaster)']!.sources).toMatchObject({ year: 'musicbrainz', spotify_url: 'spotify' })
    expect(albums['Boire']).toMatchObject({ year: 1994, sources: { spotify_url: 'spotify' } })
    // "Zen (Live)" is another record.
    expect(albums['Zen']!.sources).toMatchObject({ spotify_url: 'wikidata' })
    expect(spotify.calls.filter(({ path }) => path === '/api/token')).toHaveLength(1)
  })

  it('takes no link where MusicBrainz knows several works of that name and no year tells which', async () => {
    const root = await copy('{}', { version: 1, albums: COLLECTION.albums.slice(2, 3) })
    const token = json({ access_token: 'token-9', token_type: 'Bearer', expires_in: 3600 })
    spotify.next(token, json(spotifySearch([{ title: 'Weezer', artists: ['Weezer'], date: '1994-05-10' }])))
    await runHere(root, dailyEnrichment, keyed())
    expect((await albumsIn(root))['Weezer']!.spotify_url).toBeUndefined()
  })

  it('gets a new token where the old one ran out', async () => {
    const root = await copy('{}', { version: 1, albums: COLLECTION.albums.slice(0, 2) })
    spotify.next((response, call) =>
      json({ access_token: 'token-0', token_type: 'Bearer', expires_in: 3600 })(response, call),
    )
    const result = await runHere(root, dailyEnrichment, keyed())
    expect(result.items.every((item) => item.result === 'done')).toBe(true)
    expect((await albumsIn(root))['Boire']!.sources).toMatchObject({ spotify_url: 'spotify' })
    expect(spotify.calls.filter(({ path }) => path === '/api/token')).toHaveLength(2)
  })

  it('goes on without Spotify where it asks for a long pause, and says so once', async () => {
    const root = await copy('{}', COLLECTION)
    spotify.next((response, call) => json({ access_token: 'token-9', token_type: 'Bearer', expires_in: 3600 })(response, call))
    spotify.play(tooMany(7200))
    const result = await runHere(root, dailyEnrichment, keyed())
    expect((await albumsIn(root))['Low (2017 Remaster)']).toMatchObject({ year: 1977, spotify_url: LINK })
    const warnings = result.items.filter(({ item }) => item === 'Spotify')
    expect(warnings).toEqual([expect.objectContaining({ result: 'warning', note: expect.stringContaining('asking to wait 7200 s') as string })])
    expect(spotify.calls).toHaveLength(2)
  }) // prettier-ignore

  it('goes on without MusicBrainz where it is down', async () => {
    const root = await copy('{}', COLLECTION)
    musicBrainz.play(limited(600))
    const result = await runHere(root, dailyEnrichment, keyed())
    expect((await albumsIn(root))['Boire']!.spotify_url).toContain('https://open.spotify.com/album/')
    expect(result.items.find(({ item }) => item === 'MusicBrainz')).toMatchObject({ result: 'warning' })
    expect(achievedNothing(result)).toBe(false)
  })

  it('names the secrets to look at where Spotify refuses them, and shows neither', async () => {
    const root = await copy('{}', COLLECTION)
    spotify.play(invalidClient)
    const { code, stdout, stderr } = await run(root, ['daily_enrichment', '--now', '2026-02-01T02:00:15Z'], keyed())
    expect(code).toBe(0)
    expect(stdout).toContain('Check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET')
    for (const output of [stdout, stderr, JSON.stringify(await tree(root))]) {
      expect(output).not.toContain(CLIENT.secret)
      expect(output).not.toContain(CLIENT.id)
      expect(output).not.toContain('token-')
    }
  })

  it('tries what MusicBrainz alone did not find once Spotify is there', async () => {
    const root = await copy('{}', { version: 1, albums: COLLECTION.albums.slice(1, 2) })
    await runHere(root, dailyEnrichment, keyless())
    expect((await albumsIn(root))['Boire']!.spotify_url).toBeUndefined()
    await runHere(root, dailyEnrichment, keyed(), '2026-02-02T02:00:00Z')
    expect((await albumsIn(root))['Boire']!.spotify_url).toBeDefined()
  })
})

describe('the command', () => {
  it('ends well, and a second one has nothing to do', async () => {
    const root = await copy('{}', COLLECTION)
    const first = await run(root, ['daily_enrichment', '--now', '2026-02-01T02:00:15Z'], keyless())
    expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('wrote    data/collection.json')])
    const second = await run(root, ['daily_enrichment', '--now', '2026-02-01T02:10:00Z'], keyless())
    expect([second.code, second.stdout]).toEqual([0, expect.stringContaining('nothing to do')])
  })

  it('fails where no service says anything', async () => {
    const root = await copy('{}', { version: 1, albums: COLLECTION.albums.slice(0, 3) })
    musicBrainz.play(limited(600))
    const { code, stdout } = await run(root, ['daily_enrichment'], keyless())
    expect(code).toBe(1)
    expect(stdout).toContain('MusicBrainz answered 503')
  })

  it('saves ten albums at a time', async () => {
    const albums = Array.from({ length: 12 }, (_, i) => ({ id: i + 1, title: `Unheard ${i}`, artists: ['Nobody I Know'] }))
    const result = await runHere(await copy('{}', { version: 1, albums }), dailyEnrichment, keyless())
    expect(result.pieces.map(({ subject }) => subject)).toEqual([
      'Retenir 10 recherches sans résultat nouveau',
      'Retenir 2 recherches sans résultat nouveau – partie 2',
    ])
    expect(jobSummary(result, {})).toContain('| Nobody I Know – Unheard 11 | introuvable |')
  }) // prettier-ignore
})
