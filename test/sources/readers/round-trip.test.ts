import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { decode } from 'html-entities'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Album, Copy } from '../../../scripts/collection/album.ts'
import { baseOf } from '../../../scripts/collection/merge/copies.ts'
import { mergeList } from '../../../scripts/collection/merge/merge.ts'
import type { MergeBase } from '../../../scripts/collection/merge/decision.ts'
import { emptyReview } from '../../../scripts/collection/review.ts'
import { createDocument } from '../../../scripts/sources/readers/document.ts'
import type { Format } from '../../../scripts/sources/readers/format.ts'
import { aime } from '../../../scripts/sources/readers/formats/aime.ts'
import { discogsCsv } from '../../../scripts/sources/readers/formats/discogs-csv.ts'
import { exportJson } from '../../../scripts/pages/export-json.ts'
import { command, copy, run } from '../../support/command.ts'

/* What goes out comes in again, and what comes in can be found. */

const TODAY = '2026-11-23'
const EMPTY: MergeBase = { albums: [], lastId: 0, review: emptyReview() }
const page = { at: Temporal.Instant.from('2026-01-31T06:00:15Z'), timezone: 'UTC' }

/** What a collection becomes by importing a file; no row of it may be refused. */
function imported(base: MergeBase, format: Format, text: string) {
  const document = createDocument('list', Buffer.from(text))
  expect(format.recognises(document)).toBe(true)
  const records = [...format.read(document)].map((row) => {
    if (row.kind !== 'album') throw new Error(JSON.stringify(row))
    return row.record
  })
  return mergeList(base, { source: format.source, records }, TODAY)
}

/** Albums that make it hard: namesakes, works of one name, nothing known, everything known, fields of the person's own. */
const HARD: Album[] = [
  {
    id: 4,
    title: 'Peter Gabriel',
    artists: ['Peter Gabriel'],
    year: 1977,
    copies: [
      { ref: 'discogs:7', format: 'LP', year: 1977, shelf: 3, other: { 'Bought at': 'Gibert' } },
      { ref: 'discogs:7#2', format: 'LP', gone_since: '2026-01-02' },
    ],
    source: 'discogs',
    sources: { year: 'pressing' },
  },
  { id: 2, title: 'Peter Gabriel', artists: ['Peter Gabriel'], year: 1978, genre: 'Rock', source: 'csv' },
  { id: 9, title: 'Peter Gabriel', artists: ['Peter Gabriel'], refs: ['spotify:0ETFjACtuP2ADo6LFhL6HN'] },
  { id: 10, title: 'Peter Gabriel', artists: ['Peter Gabriel'], mood: { late: [1, null] } },
  { id: 11, title: '1. Outside – 夜の "Live"', artists: [], year: null, description: 'Une ligne.\nUne autre.' },
  {
    id: 20,
    title: 'أنت عمري 🎸',
    artists: ['أم كلثوم', 'A / B', 'Earth, Wind & Fire'],
    spotify_url: 'https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN',
    tracks_count: 17,
    tracks: [{ title: 'One', position: 'A1', duration_seconds: 1.5 }],
    support: 'Vinyle',
    discogs_id: 5,
    discogs_master: 6,
    musicbrainz_id: '9162580e-5df4-32de-80cc-f45a8d8a9b1d',
    ai_info: { text: 'Written.', model: 'm', sources: [], date: '2026-01-01' },
    added_at: '2026-01-01',
  },
]

describe('the export as JSON', () => {
  it('comes in again as it went out', async () => {
    const from = await copy('{}', { version: 1, albums: HARD })
    const to = await copy('{}', { version: 1, albums: [] })
    const exporting = async (root: string, day: string) => {
      await run(root, ['export_collection_json', '--now', `2026-01-${day}T10:00:00Z`])
      return join(root, `Scheduled Output/export-json-202601${day}-100000.json`)
    }
    const first = await exporting(from, '30')
    const { code, stdout } = await command('import', to, [first])
    expect(code, stdout).toBe(0)
    const [one, other] = await Promise.all(
      [first, await exporting(to, '31')].map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Exported),
    )
    const byId = (albums: Exported['albums']) => albums.toSorted((a, b) => a.id - b.id)
    expect(byId(other!.albums)).toEqual(byId(one!.albums))
    expect({ ...other, albums: [] }).toEqual({ ...one, albums: [], export_date: '2026-01-31T10:00:00.000000' })
    expect(Object.keys(other!.albums[0]!)).toEqual(Object.keys(one!.albums[0]!))
  })

  interface Exported {
    albums: { id: number }[]
  }

  it('does so whatever the albums, and the second time changes nothing', () => {
    fc.assert(
      fc.property(collections(), (albums) => {
        const text = exportJson(albums, page)
        const once = imported(EMPTY, aime, text)
        expect(exportJson(once.albums, page)).toBe(text)
        expect(imported(once, aime, text)).toMatchObject({ isChanged: false, albums: once.albums })
      }),
    )
  })
})

describe('data/collection.json', () => {
  it('comes into an empty copy with everything in it', async () => {
    const root = await copy('{}', { version: 1, albums: [] })
    const other = join(await copy('{}', { version: 1, albums: HARD }), 'data/collection.json')
    const { code, stdout } = await command('import', root, [other])
    expect(code, stdout).toBe(0)
    const mine = join(root, 'data/collection.json')
    const { albums } = JSON.parse(await readFile(mine, 'utf8')) as { albums: Album[] }
    expect(albums).toEqual(HARD.toSorted((a, b) => a.id - b.id))
    expect((await command('import', root, [other])).stdout).toContain('Nothing changed.')
    // And into itself.
    await writeFile(other, JSON.stringify({ version: 1, albums: HARD }))
    expect((await command('import', join(other, '../..'), [other])).stdout).toContain('Nothing changed.')
  })

  it('does so whatever the albums, and the second time changes nothing', () => {
    fc.assert(
      fc.property(collections(), (albums) => {
        const text = JSON.stringify({ version: 1, albums })
        const once = imported(EMPTY, aime, text)
        expect(once.albums).toEqual(albums)
        expect(imported(once, aime, text)).toMatchObject({ isChanged: false, albums })
      }),
    )
  })
})

describe('a Discogs export', () => {
  const FILE = readFileSync(new URL('../../fixtures/import/discogs-collection.csv', import.meta.url), 'utf8')

  it('loses no cell of any row', () => expectEveryCell(FILE))

  it('loses none whatever a person wrote into it', () => {
    const cell = text().map((written) => (/^(?:none|0)$/iu.test(written) ? '' : written))
    const credit = fc.constantFrom('Air (2)', 'A* / B', 'Eat (2), Die Warzau', 'Various', 'Sunn O)))', 'X & Y', '')
    const row = fc.record({
      'Catalog#': cell,
      Artist: fc.oneof(credit, cell),
      Title: fc.oneof(
        fc.constantFrom('Blue', 'Blue (Deluxe Edition)', 'BLUE'),
        text().filter((title) => title !== ''),
      ),
      Label: fc.oneof(fc.constant('021 Records, Human Records (2)'), cell),
      Format: cell,
      Rating: fc.constantFrom('', '4', '4.5', 'good'),
      Released: fc.constantFrom('', '1969', '2006-05-00', '1975-03-15', '1969?', 'Mar-99'),
      CollectionFolder: cell,
      'Date Added': fc.constantFrom('', '2020-11-12 12:24:52', '12/11/2020 12:24', '44147', 'yesterday'),
      'Collection Notes': cell,
      'Collection Price Paid': cell,
      'Collection Where it stands': cell,
      'Kept by': cell,
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const header = ['release_id', ...Object.keys(rows[0]!)]
        const lines = rows.map((cells, at) => [String(at + 1), ...Object.values(cells)])
        const csv = [header, ...lines].map((line) => line.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
        expectEveryCell(csv.join('\r\n'))
      }),
    )
  })

  /** Each cell is said by the album or the copy of its row, in whatever field. */
  function expectEveryCell(csv: string): void {
    const rows = [...discogsCsv.read(createDocument('list.csv', Buffer.from(csv)))]
    const records = rows.flatMap((row) => (row.kind === 'album' ? [row.record] : []))
    const { albums, review } = mergeList(EMPTY, { source: 'discogs', records }, TODAY)
    const copies = new Map<string, { album: object; copy: Copy }[]>()
    for (const album of albums)
      for (const each of album.copies ?? []) push(each.ref, { album: { ...album, copies: [] }, copy: each })
    for (const { ref, record } of review.unsure) push(ref, { album: record.facts, copy: { ref, ...record.copy } })
    function push(ref: string, kept: { album: object; copy: Copy }): void {
      copies.set(baseOf(ref), [...(copies.get(baseOf(ref)) ?? []), kept])
    }

    const table = parse<Record<string, string>>(csv, { columns: true, relax_column_count: true })
    expect(table.length).toBeGreaterThan(0)
    for (const row of table) {
      const kept = copies.get(`discogs:${row['release_id']!}`) ?? []
      const lost = kept.map(({ album, copy }) => {
        const said = new Set([...valuesIn(album), ...valuesIn(copy), baseOf(copy.ref).replace('discogs:', '')])
        return Object.entries(row).filter(([column, cell]) => !isSaid(said, column, decode(cell).trim()))
      })
      expect(
        lost.some((cells) => cells.length === 0),
        JSON.stringify({ row, kept }, null, 1),
      ).toBe(true)
    }
  }

  function isSaid(said: ReadonlySet<string>, column: string, cell: string): boolean {
    // What Discogs writes where nothing is known.
    if (cell === '' || cell === '0' || (column === 'Catalog#' && cell === 'none')) return true
    const line = cell.replace(/\s+/gu, ' ')
    const forms = [
      cell,
      line,
      line.replace(' ', 'T'),
      line.replace(/-00-00$/u, ''),
      line === 'Various' ? 'Various Artists' : line,
    ]
    return forms.some((form) => said.has(form)) || (column === 'Title' && said.has(line))
  }
})

/** The texts and numbers in something, and lists of names as Discogs joins them. */
function valuesIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return [value.join(' / '), ...value.flatMap(valuesIn)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : []
}

/** A line of text as people type them, without blanks around and without entities. */
function text() {
  const strange = fc.constantFrom(
    '"Heroes"',
    '12" Mix',
    'A; B',
    '夜の',
    'أنت',
    '🎸',
    '*',
    "What's",
    'É',
    '-',
    '=1+1',
    '00',
    '+',
  )
  return fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), strange).map((written) =>
    written
      .replace(/[&\p{C}\uFFFF]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
}

/** Albums of a collection with ids in order: some of one name, some with much, some with nothing. */
function collections(): fc.Arbitrary<Album[]> {
  const name = text().filter((written) => /\S/u.test(written))
  const some = fc.oneof(fc.constantFrom('Blue', 'Weezer', 'blue (Deluxe)', 'Live'), name)
  const copies = fc.array(
    fc.record({
      ref: fc.integer({ min: 1, max: 99_999 }).map((id) => `discogs:${id}`),
      format: fc.constantFrom('LP', 'CD'),
    }),
    { minLength: 1, maxLength: 2 },
  )
  const album = fc.record(
    {
      title: some,
      artists: fc.uniqueArray(some, { maxLength: 2 }),
      year: fc.oneof(fc.constant(null), fc.integer({ min: 1950, max: 2026 })),
      genre: fc.oneof(fc.constant(null), name),
      description: name,
      spotify_url: fc.stringMatching(/^[A-Za-z0-9]{22}$/).map((id) => `https://open.spotify.com/album/${id}`),
      tracks_count: fc.integer({ min: 1, max: 30 }),
      source: fc.constantFrom('discogs', 'csv', 'aime'),
      sources: fc.constantFrom<Record<string, string>>({ year: 'pressing' }, { genre: 'musicbrainz' }),
      // JSON has no minus zero.
      shelf: fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown),
      copies,
    },
    { requiredKeys: ['title', 'artists'] },
  )
  return fc.array(album, { maxLength: 12 }).chain((albums) =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: albums.length, maxLength: albums.length })
      .map((ids) => {
        const sorted = ids.toSorted((a, b) => a - b)
        return albums.map((each, at): Album => ({ id: sorted[at]!, ...each }))
      }),
  )
}
