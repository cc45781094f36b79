import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DataError } from '../../../scripts/ground/errors.ts'
import { createDocument, type Document } from '../../../scripts/sources/readers/document.ts'
import type { Format } from '../../../scripts/sources/readers/format.ts'
import { aime } from '../../../scripts/sources/readers/formats/aime.ts'
import { beets } from '../../../scripts/sources/readers/formats/beets.ts'
import { lastfmJson } from '../../../scripts/sources/readers/formats/lastfm-json.ts'
import { listenbrainz } from '../../../scripts/sources/readers/formats/listenbrainz.ts'
import { plex } from '../../../scripts/sources/readers/formats/plex.ts'
import { spotifyHistory } from '../../../scripts/sources/readers/formats/spotify-history.ts'
import { spotifyLibrary } from '../../../scripts/sources/readers/formats/spotify-library.ts'
import { subsonic } from '../../../scripts/sources/readers/formats/subsonic.ts'
import type { Row } from '../../../scripts/sources/readers/row.ts'

const FOLDER = new URL('../../fixtures/import/', import.meta.url)

/** The formats, and which files of test/fixtures/import (README-json.md names their descriptions) are theirs. */
const FORMATS: [format: Format, ...files: string[]][] = [
  [aime, 'aime-collection.json', 'aime-export.json', 'aime-original-old.json', 'aime-original-new.json'],
  [spotifyHistory, 'spotify-extended.json', 'spotify-endsong.json', 'spotify-account.json'],
  [spotifyLibrary, 'spotify-your-library.json'],
  [lastfmJson, 'lastfm-pages.json', 'lastfm-recenttracks.json'],
  [listenbrainz, 'listenbrainz-5.jsonl', 'listenbrainz-list.json'],
  [subsonic, 'subsonic-albumlist2.json'],
  [plex, 'plex-albums.json'],
  [beets, 'beets-albums.json', 'beets-albums.jsonl'],
]

const textOf = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8')
const documentOf = (text: string, name = 'x.json'): Document => createDocument(name, new TextEncoder().encode(text))
const fixture = (file: string) => documentOf(textOf(file), file)
const jsonOf = (file: string): unknown => JSON.parse(textOf(file))
const rowsOf = (format: Format, value: unknown, name?: string): Row[] => [
  ...format.read(documentOf(typeof value === 'string' ? value : JSON.stringify(value), name)),
]
const readFixture = (format: Format, file: string) => [...format.read(fixture(file))]

const albumsIn = (rows: readonly Row[]) => rows.flatMap((row) => (row.kind === 'album' ? [row.record] : []))
const listensIn = (rows: readonly Row[]) => rows.flatMap((row) => (row.kind === 'listen' ? [row.listen] : []))
/** Everything but what was taken, short: `3 too-short`, `line 2 bad shape`. */
const restOf = (rows: readonly Row[]) =>
  rows.flatMap((row) => {
    const at = 'line' in row.at ? `line ${row.at.line}` : `${row.at.entry}`
    if (row.kind === 'left-out') return [`${at} ${row.what}`]
    return row.kind === 'bad' || row.kind === 'doubt' ? [`${at} ${row.kind} ${row.why.code}`] : []
  })
const seconds = (time: string) => Date.parse(time) / 1000

describe('a format', () => {
  const files = readdirSync(FOLDER).filter((file) => /\.jsonl?$/u.test(file))

  it.each(FORMATS)('$id recognises its own files and nobody else’s', (format, ...own) => {
    expect(own.every((file) => files.includes(file))).toBe(true)
    expect(files.filter((file) => format.recognises(fixture(file)))).toEqual(expect.arrayContaining(own))
    const others = FORMATS.flatMap(([other, ...theirs]) => (other === format ? [] : theirs))
    for (const file of others) expect(format.recognises(fixture(file)), file).toBe(false)
    for (const text of [
      '',
      '[]',
      '{}',
      '[{}]',
      '{"albums": []}',
      'Artist,Title\nA,B\n',
      '[{"title": "A", "artist": "B"}]',
    ])
      expect(format.recognises(documentOf(text)), text).toBe(false)
  })

  it.each(FORMATS)('$id says what is missing where it is told to read another’s file', (format) => {
    for (const text of ['[]', '{"a": [1]}', 'Artist,Title\nA,B\n'])
      expect(() => rowsOf(format, text, 'other.json')).toThrow(DataError)
    expect(() => rowsOf(format, '[]', 'other.json')).toThrow(/^other\.json /u)
  })

  it.each(FORMATS)('$id takes every entry of its files without a doubt', (format, ...own) => {
    for (const file of own) {
      const rows = readFixture(format, file)
      expect(rows.some(({ kind }) => kind === 'album' || kind === 'listen')).toBe(true)
      expect(rows.filter(({ kind }) => kind === 'doubt')).toEqual([])
    }
  })

  /** A file of the format around any entries, in which a good one makes it recognisable. */
  const AROUND: [format: Format, good: object, around: (entries: unknown[]) => unknown][] = [
    [aime, {}, (albums) => ({ version: 1, albums })],
    [aime, {}, (albums) => ({ export_date: '2026-01-31T10:00:15', albums })],
    [spotifyHistory, { ts: '2024-03-02T07:10:07Z', ms_played: 1 }, (entries) => entries],
    [spotifyLibrary, {}, (albums) => ({ tracks: [], albums })],
    [lastfmJson, { artist: { name: 'A' }, name: 'B', album: {}, date: { uts: '1' } }, (track) => [{ track }]],
    [listenbrainz, { listened_at: 1, track_metadata: {} }, (entries) => entries],
    [subsonic, {}, (album) => ({ 'subsonic-response': { albumList2: { album } } })],
    [plex, { type: 'album' }, (Metadata) => ({ MediaContainer: { Metadata } })],
    [beets, { album: 'A', albumartist: 'B' }, (entries) => entries],
  ]
  const fields = [
    ...new Set(
      FORMATS.flatMap(([, ...own]) => own).flatMap((file) => textOf(file).match(/"[\w#@-]+"(?=\s*:)/gu) ?? []),
    ),
  ]
  const anyValue = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(
      '2024-03-02T07:10:07Z',
      '2024-02-30',
      '1969',
      1969,
      0,
      -1,
      1e300,
      '1e3',
      'spotify:album:x',
      'https://x y',
    ),
  )
  const anyFields = fc.dictionary(fc.constantFrom(...fields.map((field) => JSON.parse(field) as string)), anyValue)
  const anyEntry = fc.oneof(
    anyValue,
    anyFields,
    fc.dictionary(fc.constantFrom('artist', 'date', 'track_metadata'), anyFields),
  )

  it.each(AROUND)(
    '$id reads any entries without an error, and says of each what became of it',
    (format, good, around) => {
      fc.assert(
        fc.property(fc.array(anyEntry, { maxLength: 5 }), (entries) => {
          const rows = rowsOf(format, around([good, ...entries]))
          const told = new Set(rows.map(({ at }) => ('entry' in at ? at.entry : 0)))
          for (const [index, entry] of entries.entries())
            if (!isPlaying(entry)) expect(told, JSON.stringify(entry)).toContain(index + 2)
          for (const album of albumsIn(rows)) expect(album.facts.title).toMatch(/\S/u)
          for (const listen of listensIn(rows)) {
            expect(Number.isSafeInteger(listen.timestamp)).toBe(true)
            expect(listen.track).toMatch(/\S/u)
          }
        }),
        { numRuns: 200 },
      )
    },
  )
  const isPlaying = (entry: unknown) => typeof entry === 'object' && entry !== null && 'playing_now' in entry

  it.each(AROUND)('$id gives the same rows of shuffled entries', (format, good, around) => {
    const unplaced = (rows: Row[]) => rows.map(({ at: _, ...row }) => JSON.stringify(row)).sort()
    fc.assert(
      fc.property(
        fc
          .array(anyEntry, { maxLength: 6 })
          .chain((entries) =>
            fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
          ),
        ([entries, shuffled]) => {
          const read = (list: unknown[]) => unplaced(rowsOf(format, around(list)))
          expect(read([...shuffled, good])).toEqual(read([good, ...entries]))
        },
      ),
      { numRuns: 50 },
    )
  })

  it.each(FORMATS)(
    '$id reads what is whole of a file that is cut short, and names the entry that is not',
    (format, ...own) => {
      for (const file of own.filter((name) => name.endsWith('.json'))) {
        const text = textOf(file)
        const whole = rowsOf(format, text, file)
        for (let end = Math.floor(text.length / 3); end < text.trimEnd().length; end += 41) {
          const cut = documentOf(text.slice(0, end), file)
          if (!format.recognises(cut)) continue
          const rows = [...format.read(cut)]
          const bad = rows.filter((row) => row.kind === 'bad' && row.why.code === 'cut-short')
          const good = rows.filter((row) => !bad.includes(row))
          expect(bad.length, `${file} cut at ${end}`).toBeLessThanOrEqual(1)
          expect(good, `${file} cut at ${end}`).toEqual(whole.slice(0, good.length))
          if (good.length < whole.length) expect(bad, `${file} cut at ${end}`).toHaveLength(1)
        }
      }
    },
  )
})

describe('the streaming history of Spotify', () => {
  it('gives listens with the time they began, and counts what is no listen', () => {
    const rows = readFixture(spotifyHistory, 'spotify-extended.json')
    expect(listensIn(rows)).toEqual([
      {
        timestamp: seconds('2024-03-02T07:10:07Z') - 259,
        credit: 'The Beatles',
        album: 'Abbey Road (Remastered)',
        track: 'Come Together - Remastered 2009',
        loved: null,
      },
      {
        timestamp: seconds('2024-03-02T07:15:40Z') - 321,
        credit: 'Björk',
        album: 'Post',
        track: 'Hyperballad',
        loved: null,
      },
    ])
    expect(restOf(rows)).toEqual(['3 too-short', '4 private', '5 not-music', '6 not-music', '7 not-music'])
  })

  it('reads the older one with its other way to write a time', () => {
    expect(listensIn(readFixture(spotifyHistory, 'spotify-endsong.json')).map(({ timestamp }) => timestamp)).toEqual([
      Math.floor(seconds('2016-12-17T23:35:02Z') - 74.99),
      seconds('2016-12-18T00:05:00Z'),
    ])
  })

  it('reads that of the account data, which has no albums and is told in UTC', () => {
    const rows = readFixture(spotifyHistory, 'spotify-account.json')
    expect(listensIn(rows)).toEqual([
      {
        timestamp: seconds('2024-01-31T06:00:00Z') - 428,
        credit: 'Air',
        album: null,
        track: 'La femme d’argent',
        loved: null,
      },
    ])
    expect(restOf(rows)).toEqual(['2 too-short', '3 not-music', '4 bad no-track'])
  })

  it('takes nothing of the files of videos', () => {
    const rows = rowsOf(spotifyHistory, jsonOf('spotify-extended.json'), 'Streaming_History_Video_2024.json')
    expect(listensIn(rows)).toEqual([])
    expect(restOf(rows)).toContain('1 not-music')
  })

  it('names times that cannot be', () => {
    const entry = { ms_played: 60_000, master_metadata_track_name: 'A' }
    const stopped = ['1970-01-01T00:01:00Z', '2024-02-30T00:00:00Z', 'yesterday', null, 5]
    const rows = rowsOf(
      spotifyHistory,
      stopped.map((ts) => ({ ...entry, ts })),
    )
    expect(restOf(rows)).toEqual(stopped.map((_, index) => `${index + 1} bad not-a-time`))
    expect(restOf(rowsOf(spotifyHistory, [{ ...entry, ts: '2024-03-02T07:10:07Z', ms_played: -1 }]))).toEqual([
      '1 bad not-a-number',
    ])
  })

  const PRIVATE = [
    'ip_addr',
    'ip_addr_decrypted',
    'username',
    'platform',
    'conn_country',
    'user_agent_decrypted',
    'city',
    'region',
    'metro_code',
    'latitude',
    'longitude',
    'spotify_track_uri',
    'offline_timestamp',
    'reason_start',
  ]

  it('lets nothing out of who somebody is, where and with what', () => {
    const secrets = [
      '203.0.113',
      '2001:db8',
      '198.51.100',
      'qx7',
      'Fairphone',
      'Windows',
      'Mozilla',
      'Seattle',
      '"CH"',
      '"US"',
      'Secret Love',
    ]
    for (const file of ['spotify-extended.json', 'spotify-endsong.json']) {
      const out = JSON.stringify(readFixture(spotifyHistory, file))
      for (const secret of secrets) expect(out).not.toContain(secret)
    }
  })

  it('lets nothing out of any entry, good or bad', () => {
    const entries = jsonOf('spotify-extended.json') as object[]
    const anySecret = fc.stringMatching(/^[a-z0-9:.]{12}$/u).map((text) => `§${text}`)
    const anyBroken = fc.record(
      {
        ts: fc.jsonValue(),
        ms_played: fc.jsonValue(),
        master_metadata_track_name: fc.jsonValue(),
        incognito_mode: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anySecret, fc.constantFrom(...entries), anyBroken, (secret, entry, broken) => {
        const told = Object.fromEntries(PRIVATE.map((field) => [field, secret]))
        const good = { ts: '2024-03-02T07:10:07Z', ms_played: 60_000 }
        const rows = rowsOf(spotifyHistory, [
          { ...entry, ...told },
          { ...entry, ...told, ...broken },
          { ...good, ...told },
        ])
        expect(JSON.stringify(rows)).not.toContain('§')
      }),
    )
  })
})

describe('the library of Spotify', () => {
  it('gives the saved albums, which are no copies', () => {
    const rows = readFixture(spotifyLibrary, 'spotify-your-library.json')
    expect(albumsIn(rows)).toEqual([
      {
        key: 'spotify:0ETFjACtuP2ADo6LFhL6HN',
        facts: {
          title: 'Abbey Road (Remastered)',
          artists: ['The Beatles'],
          spotify_url: 'https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN',
          support: 'Spotify',
        },
        copy: null,
      },
      expect.objectContaining({ key: 'spotify:0t3nOGdNPkLGPtsC0xOHYM' }),
      { key: null, facts: { title: 'Brothers', artists: ['The Black Keys'], support: 'Spotify' }, copy: null },
    ])
    expect(restOf(rows)).toEqual([])
  })

  it('names entries without a title and addresses that are none', () => {
    const albums = [{ artist: 'A' }, { artist: 'A', album: 'B', uri: 'spotify:track:1' }]
    expect(restOf(rowsOf(spotifyLibrary, { tracks: [], albums }))).toEqual(['1 bad no-title', '2 doubt not-an-address'])
  })
})

describe('scrobbles of Last.fm', () => {
  it('are read of the pages of the exporter, leaving away what is playing', () => {
    const rows = readFixture(lastfmJson, 'lastfm-pages.json')
    expect(listensIn(rows)).toEqual([
      { timestamp: 1718150100, credit: 'Portishead', album: 'Dummy', track: 'Glory Box', loved: null },
      { timestamp: 1718149800, credit: 'Portishead', album: 'Dummy', track: 'Roads', loved: null },
      { timestamp: 1718140000, credit: 'Somebody & Friends', album: null, track: 'Untitled demo', loved: null },
    ])
    expect(rows.at(-1)!.at).toEqual({ entry: 5 })
  })

  it('are read of the API’s own answer with extended=1', () => {
    expect(listensIn(readFixture(lastfmJson, 'lastfm-recenttracks.json'))).toEqual([
      { timestamp: 1600000000, credit: 'Sigur Rós', album: 'Ágætis byrjun', track: 'Svefn-g-englar', loved: true },
    ])
  })

  it('are not taken for loved tracks, whose times are not those of listens', () => {
    const loved = [{ track: [{ artist: { name: 'A' }, name: 'B', date: { uts: '1718150100' } }] }]
    expect(lastfmJson.recognises(documentOf(JSON.stringify(loved)))).toBe(false)
  })

  it('of a device without a clock are named', () => {
    const track = { artist: { '#text': 'A' }, album: { '#text': '' }, name: 'B', date: { uts: '120' } }
    expect(restOf(rowsOf(lastfmJson, [{ track: [track] }]))).toEqual(['1 bad not-a-time'])
  })
})

describe('listens of ListenBrainz', () => {
  it('are read line by line, with times to the microsecond', () => {
    expect(listensIn(readFixture(listenbrainz, 'listenbrainz-5.jsonl'))).toEqual([
      { timestamp: 1714546800, credit: 'Massive Attack', album: 'Mezzanine', track: 'Teardrop', loved: null },
      { timestamp: 1714546500, credit: 'Massive Attack', album: null, track: 'Angel', loved: null },
      { timestamp: 1714550000, credit: 'ゆらゆら帝国', album: '空洞です', track: '日曜日', loved: null },
    ])
  })

  it('are read of a month with one listen, of the older list and of the API’s answer', () => {
    const [line] = textOf('listenbrainz-5.jsonl').split('\n')
    const list = jsonOf('listenbrainz-list.json') as unknown[]
    expect(listensIn(rowsOf(listenbrainz, `${line!}\n`))).toHaveLength(1)
    expect(listensIn(rowsOf(listenbrainz, { payload: { count: 1, listens: list } }))).toEqual(
      listensIn(rowsOf(listenbrainz, list)),
    )
  })

  it('begin with the second they are in', () => {
    const metadata = { artist_name: 'A', track_name: 'B' }
    const [listen] = listensIn(rowsOf(listenbrainz, [{ listened_at: 1714546800.75, track_metadata: metadata }]))
    expect(listen!.timestamp).toBe(1714546800)
  })

  it('are named by their lines where they cannot be read', () => {
    const [line] = textOf('listenbrainz-5.jsonl').split('\n')
    const text = `${line!}\n{"listened_at": 1714546800}\n{"listened_at" 17}\n\n{"listened_at": 1714546800, "track_metadata": {"track_name": " "}}\n{"listened_at": 17145`
    expect(restOf(rowsOf(listenbrainz, text))).toEqual([
      'line 2 bad shape',
      'line 5 bad no-track',
      'line 3 bad shape',
      'line 6 bad cut-short',
    ])
  })
})

describe('the albums of beets', () => {
  it('are read with what is known of the work and of the files', () => {
    const [blue, various, nevermind, throne] = albumsIn(readFixture(beets, 'beets-albums.json'))
    expect(blue).toEqual({
      key: 'beets:a1fee5a8-8cb4-3a8e-8a33-5e1ff3bdd8a1',
      facts: {
        title: 'Kind of Blue',
        artists: ['Miles Davis'],
        year: 1959,
        genre: 'Jazz',
        tracks_count: 5,
        musicbrainz_id: '8e8a594f-2175-38c7-a871-abb68ec363e7',
        added_at: '2015-02-01T12:33:44',
      },
      isPressingYear: false,
      copy: { label: 'Columbia', catalog_number: 'CK 64935', year: 1997, added_at: '2015-02-01T12:33:44' },
    })
    expect(various).toMatchObject({ key: null, facts: { artists: ['Various Artists'] }, isPressingYear: false })
    expect(various!.facts).not.toHaveProperty('year')
    expect(nevermind).toMatchObject({
      key: 'beets:367084',
      facts: { artists: ['Nirvana'], year: 1991, discogs_id: 367084 },
      isPressingYear: true,
    })
    expect(throne).toMatchObject({
      facts: { artists: ['JAY-Z', 'Kanye West'], genre: 'Hip-Hop, Rap' },
      copy: { format: 'CD' },
    })
  })

  it('are the same as JSON Lines', () => {
    expect(albumsIn(readFixture(beets, 'beets-albums.jsonl'))).toEqual(
      albumsIn(readFixture(beets, 'beets-albums.json')),
    )
  })

  it('are asked for where the tracks were exported', () => {
    const tracks = [{ title: 'So What', album: 'Kind of Blue', albumartist: 'Miles Davis' }]
    expect(() => rowsOf(beets, tracks)).toThrow(expect.objectContaining({ why: { code: 'beets-tracks' } }))
  })

  it('keep what can be read where one value cannot', () => {
    const rows = rowsOf(beets, [
      { album: 'A', albumartist: 'B', year: 'soon', added: '2015-13-01', mb_releasegroupid: 'x', albumtotal: 'x' },
    ])
    expect(albumsIn(rows)[0]!.facts).toEqual({ title: 'A', artists: ['B'] })
    expect(restOf(rows).sort()).toEqual([
      '1 doubt not-a-date',
      '1 doubt not-a-number',
      '1 doubt not-a-year',
      '1 doubt shape',
    ])
  })
})

describe('the albums of a Subsonic server', () => {
  it('are read with the year of the first release where it is told', () => {
    expect(albumsIn(readFixture(subsonic, 'subsonic-albumlist2.json'))).toEqual([
      {
        key: 'subsonic:ad0f112b6dcf83de5e9cae85d07f0d35',
        facts: {
          title: '8-bit lagerfeuer',
          artists: ['Artist 1', 'Artist 2'],
          year: 2001,
          genre: 'Hip-Hop, East coast',
          tracks_count: 8,
          added_at: '2023-03-10T02:19:35Z',
        },
        isPressingYear: false,
        copy: {
          label: 'Sony',
          year: 2003,
          rating: 4,
          added_at: '2023-03-10T02:19:35Z',
          other: { version: 'Deluxe Edition' },
        },
      },
      {
        key: 'subsonic:4489',
        facts: {
          title: 'Going for the One',
          artists: ['Yes'],
          year: 1977,
          genre: 'Progressive rock',
          tracks_count: 8,
          added_at: '2018-11-24T14:27:06Z',
        },
        isPressingYear: true,
        copy: { year: 1977, added_at: '2018-11-24T14:27:06Z' },
      },
    ])
  })

  it('are read of several answers, of folders and of a list of one', () => {
    const answers = [
      { 'subsonic-response': { albumList: { album: { id: '1', title: 'A', artist: 'B', isDir: true } } } },
      { 'subsonic-response': { starred2: { artist: [], album: [{ id: '2', name: 'C' }] } } },
    ]
    expect(albumsIn(rowsOf(subsonic, answers)).map(({ facts }) => facts.title)).toEqual(['A', 'C'])
  })

  it('are asked for where the server refused', () => {
    const refused = {
      'subsonic-response': { status: 'failed', error: { code: 40, message: 'Wrong username or password' } },
    }
    expect(() => rowsOf(subsonic, refused)).toThrow(
      expect.objectContaining({ why: { code: 'subsonic-refusal', said: 'Wrong username or password' } }),
    )
  })
})

describe('the albums of Plex', () => {
  it('are read with the artist, the label and the day they were added', () => {
    expect(albumsIn(readFixture(plex, 'plex-albums.json'))).toEqual([
      {
        key: 'plex:5d07c185403c64029084f920',
        facts: {
          title: 'Discovery',
          artists: ['Daft Punk'],
          year: 2001,
          genre: 'Electronic, House',
          tracks_count: 14,
          added_at: '2020-01-20T11:35:10Z',
        },
        isPressingYear: true,
        copy: { label: 'Virgin', year: 2001, added_at: '2020-01-20T11:35:10Z' },
      },
      {
        key: 'plex:90',
        facts: { title: 'Ω+', artists: ['Various Artists'], tracks_count: 2, added_at: '2020-01-20T11:35:10Z' },
        isPressingYear: false,
        copy: { added_at: '2020-01-20T11:35:10Z' },
      },
    ])
  })

  it('are told from what else a library holds', () => {
    const Metadata = [
      { type: 'album', title: 'A' },
      { type: 'movie', title: 'B' },
      { type: 'artist', title: 'C' },
    ]
    expect(restOf(rowsOf(plex, { MediaContainer: { Metadata } }))).toEqual(['2 not-music', '3 bad shape'])
  })
})

describe('what AIME writes', () => {
  it('comes along whole of a collection', () => {
    const [road, hollow] = albumsIn(readFixture(aime, 'aime-collection.json'))
    const { albums } = jsonOf('aime-collection.json') as { albums: [Record<string, unknown>, Record<string, unknown>] }
    expect(road).toMatchObject({ key: null, id: 7, whole: albums[0], isPressingYear: true, copy: null })
    const { id: _, copies: __, sources: ___, source: ____, spotify_url: _____, ...facts } = albums[0]
    expect(road!.facts).toEqual(facts)
    expect(hollow).toEqual({
      key: null,
      id: 9,
      facts: { title: '空洞です', artists: ['ゆらゆら帝国'] },
      whole: albums[1],
      isPressingYear: false,
      copy: null,
    })
  })

  it('keeps an album of a collection where one of its fields is wrong', () => {
    const album = {
      id: 1,
      title: 'A',
      artists: 'B',
      year: '1969',
      copies: [{ ref: 'x:1' }],
      spotify_url: 'none',
      mine: [1],
    }
    const rows = rowsOf(aime, { version: 1, albums: [album, { id: 'one', title: 'B' }, { id: 2 }] })
    expect(albumsIn(rows).map(({ whole }) => whole)).toEqual([
      { id: 1, title: 'A', year: 1969, copies: [{ ref: 'x:1' }], mine: [1] },
      undefined,
    ])
    expect(restOf(rows)).toEqual(['1 doubt shape', '1 doubt shape', '2 doubt shape', '3 bad no-title'])
  })

  it('takes a number for a title', () => {
    const [album] = albumsIn(rowsOf(aime, { version: 1, albums: [{ id: 1, title: 1989 }] }))
    expect(album!.whole).toEqual({ id: 1, title: '1989' })
  })

  it('is read of an export, where null and no tracks mean unknown', () => {
    expect(albumsIn(readFixture(aime, 'aime-export.json'))).toEqual([
      {
        key: null,
        id: 1,
        facts: {
          title: 'Abbey Road',
          artists: ['The Beatles'],
          year: 1969,
          genre: 'Rock',
          description: 'The eleventh album.',
          spotify_url: 'https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN',
          tracks_count: 17,
        },
        copy: null,
      },
      { key: null, id: 4, facts: { title: '1989' }, copy: null },
    ])
  })

  it('is read of the old exports of the program before, without the invented descriptions', () => {
    const [road, nevermind] = albumsIn(readFixture(aime, 'aime-original-old.json'))
    expect(road).toEqual({
      key: null,
      id: 1,
      facts: {
        title: 'Abbey Road',
        artists: ['The Beatles'],
        year: 1969,
        spotify_url: 'https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN',
        tracks_count: 17,
        support: 'Vinyle',
      },
      isPressingYear: true,
      copy: null,
    })
    expect(nevermind).toMatchObject({
      isPressingYear: false,
      facts: { metadata: { description: 'An invented text, cut in the' } },
    })
    expect(nevermind!.facts).not.toHaveProperty('description')
  })

  it('is read of its new exports with the pressing, the cover and the day', () => {
    const [road, nevermind] = albumsIn(readFixture(aime, 'aime-original-new.json'))
    const { albums } = jsonOf('aime-original-new.json') as { albums: [{ images: object[]; metadata: object }] }
    expect(road).toEqual({
      key: 'discogs:12345',
      id: 1,
      facts: {
        title: 'Abbey Road',
        artists: ['The Beatles'],
        year: 2009,
        support: 'Vinyle',
        discogs_id: 12345,
        discogs_url: 'https://www.discogs.com/release/12345',
        cover_url: 'https://example.org/front.jpg',
        added_at: '2026-01-15T10:30:00',
        images: albums[0].images,
        metadata: albums[0].metadata,
      },
      isPressingYear: true,
      copy: { format: 'Vinyle', year: 2009, added_at: '2026-01-15T10:30:00' },
    })
    expect(nevermind).toEqual({
      key: 'discogs:367084',
      id: 3,
      facts: {
        title: 'Nevermind',
        artists: ['Nirvana'],
        year: 1991,
        support: 'CD',
        discogs_id: 367084,
        cover_url: 'https://example.org/nevermind.jpg',
      },
      isPressingYear: true,
      copy: { format: 'CD', year: 1991 },
    })
  })

  it('never takes what a language model said for a description, whatever else an album has', () => {
    const said = {
      ai_info: { text: 'Said.' },
      ai_description: 'Said.',
      metadata: { resume: 'Said.' },
      description: 'Said.',
    }
    const [album] = albumsIn(
      rowsOf(aime, { total: 1, export_date: '2026-01-31', albums: [{ id: 1, title: 'A', ...said }] }),
    )
    expect(album!.facts).toEqual({
      title: 'A',
      ai_description: 'Said.',
      metadata: { resume: 'Said.', description: 'Said.' },
    })
  })
})
