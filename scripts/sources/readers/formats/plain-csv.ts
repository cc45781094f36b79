import type { Copy } from '../../../collection/album.ts'
import type { AlbumFacts } from '../../../collection/incoming.ts'
import { DataError } from '../../../ground/errors.ts'
import { carrierOf } from '../carrier.ts'
import { cellsByName } from '../columns.ts'
import { artistsIn } from '../credit.ts'
import { dateOrderOf, isUnknown, looksMangled, namedYear, readDate, type DateOrder } from '../dates.ts'
import type { Document } from '../document.ts'
import type { Format } from '../format.ts'
import { shown } from '../values.ts'
import { oneColumnTable } from '../one-column.ts'
import {
  describesRecords,
  listsSongs,
  plainColumns,
  unreadColumns,
  type Field,
  type PlainColumns,
} from '../plain-columns.ts'
import type { Reason, Row } from '../row.ts'
import { isAmount, isUnknownAlbum, sumIn } from '../sums.ts'
import type { Table, TableRow } from '../tabular.ts'
import { oneLine, present, readAddress, readCount, readDiscogs, readMbid, readRating, readSpotify } from '../values.ts'

export const plainCsv: Format = {
  id: 'csv',
  name: 'Table with a header of your own (CSV)',
  source: 'csv',
  described: 'https://www.rfc-editor.org/rfc/rfc4180',
  recognises: (document) => {
    const table = document.table()
    const columns = table === null ? null : plainColumns(table)
    if (table !== null && listsSongs(table, columns!)) return false
    return (columns !== null && describesRecords(columns)) || oneColumnTable(document.text) !== null
  },
  read: readTable,
}

/** A table that can be read, for messages. */
export const EXAMPLE_TABLE = ['Artist,Title,Year', 'The Beatles,Abbey Road,1969', 'Björk,Homogenic,1997'] as const

/** How many columns a message names. */
const MOST_NAMES = 12

function namesIn(columns: readonly string[]): string[] {
  const names = columns.slice(0, MOST_NAMES).map((name) => shown(name))
  return columns.length > MOST_NAMES ? [...names, '…'] : names
}

/** @throws DataError where neither columns nor single lines are those of a list of records */
function tableOf(document: Document): { table: Table; columns: PlainColumns } {
  const table = document.table()
  const columns = table === null ? null : plainColumns(table)
  if (table !== null && columns!.has('title')) return { table, columns: columns! }
  const list = oneColumnTable(document.text)
  if (list !== null) return { table: list, columns: plainColumns(list) }
  const why =
    table === null
      ? 'is no table: no line of it says which columns there are'
      : `has no column of titles; its columns are ${namesIn(table.header)
          .map((name) => `“${name}”`)
          .join(', ')}`
  throw new DataError(`${document.name} ${why}`, {
    todo: ['Put names over the columns and save it as CSV, for example:', ...EXAMPLE_TABLE].join('\n    '),
  })
}

function* readTable(document: Document): Generator<Row> {
  const { table, columns } = tableOf(document)
  yield* misreadColumns(table, columns)
  for (const { line, why } of table.bad) yield { kind: 'bad', at: { line }, why }
  const dates = columns.get('added') ?? []
  const order = dateOrderOf(table.rows.flatMap(({ fields }) => dates.map((index) => fields[index]!)))
  for (const row of table.rows) yield* readRow(row, table.header, columns, order)
}

/** What a person should know of the columns; a row of its own at the line of their names. */
function* misreadColumns(table: Table, columns: PlainColumns): Generator<Row> {
  const unread = namesIn(unreadColumns(table, columns))
  const hasArtists = ARTISTS.some((field) => columns.has(field))
  if (table.rows.length === 0 || (hasArtists && unread.length === 0)) return
  const code = hasArtists ? 'unread-columns' : 'no-artist-column'
  yield { kind: 'doubt', at: { line: table.line }, why: { code, columns: unread } }
}

const ARTISTS = ['artist', 'given', 'family'] as const

type Code = 'not-a-date' | 'not-a-year' | 'not-a-number' | 'not-an-address'

/** The cells of a row, each taken once; what is not taken is left for `rest`. */
function cellsOf({ fields }: TableRow, header: readonly string[], columns: PlainColumns) {
  const taken = new Set<number>()
  const doubts: Reason[] = []

  /** The first cell that is filled in. */
  function text(field: Field): string | null {
    const index = columns.get(field)?.find((column) => fields[column] !== '')
    if (index === undefined) return null
    for (const column of columns.get(field)!) if (fields[column] === fields[index]) taken.add(column)
    return fields[index]!
  }

  /** The first cell that can be read; the others are taken where they say the same. `isWhole`: nothing of it is lost. */
  function value<T>(
    field: Field,
    code: Code,
    read: (cell: string) => T | null,
    isWhole: (cell: string) => boolean,
    isCertain: (cell: string) => boolean = ANY,
  ): T | null {
    let first: T | null = null
    for (const column of columns.get(field) ?? []) {
      const cell = fields[column]!
      const found = read(cell)
      if (found === null) {
        if (!isUnknown(cell)) doubts.push({ code, field: header[column]!, value: shown(cell) })
        else taken.add(column)
      } else {
        if (!isCertain(cell))
          doubts.push({ code: 'read-as', field: header[column]!, value: shown(cell), as: String(found) })
        first ??= found
        if (isWhole(cell) && JSON.stringify(found) === JSON.stringify(first)) taken.add(column)
      }
    }
    return first
  }

  /** A year that is not certain is told, and its cell kept. */
  function year(field: Field): number | null {
    const read = (cell: string) => namedYear(cell)?.year ?? null
    return value(field, 'not-a-year', read, isBareYear, (cell) => namedYear(cell)!.isCertain)
  }

  const rest = () =>
    cellsByName(header.flatMap((name, index) => (taken.has(index) ? [] : [[index, name, fields[index]!] as const])))
  return { text, value, year, doubts, rest }
}

const ANY = () => true
const isBareYear = (cell: string) => /^\d{4}(?:[.,]0+)?$/u.test(cell)
const isBareNumber = (cell: string) => /^\d+(?:[.,]\d+)?$/u.test(cell)

const YEARS = ['originalYear', 'year', 'pressingYear'] as const

function* readRow(row: TableRow, header: readonly string[], columns: PlainColumns, order: DateOrder): Generator<Row> {
  const at = { line: row.line }
  const { text, value, year, doubts, rest } = cellsOf(row, header, columns)
  const title = text('title')
  const credit = text('artist') ?? [text('given'), text('family')].filter((name) => name !== null).join(' ')
  const isNobodys = title !== null && isUnknownAlbum(title, credit)
  const sum = isNobodys ? title : sumOf(row.fields, title, credit, columns)
  if (sum !== null) {
    yield { kind: 'bad', at, why: { code: 'no-album', value: shown(sum) } }
    return
  }
  if (title === null) {
    yield { kind: 'bad', at, why: { code: 'no-title' } }
    return
  }
  const artists = artistsIn(credit)
  const years = yearsOf(columns, year)
  if (looksMangled(title)) {
    const index = columns.get('title')!.find((column) => row.fields[column] === title)!
    doubts.push({ code: 'mangled-title', field: header[index]!, value: shown(title) })
  }
  const format = text('format')
  const support = text('support')
  const page = value('discogs', 'not-an-address', readDiscogs, ANY)
  const addedAt = value('added', 'not-a-date', (cell) => readDate(cell, order), ANY)
  const facts: AlbumFacts = present({
    title: oneLine(title),
    artists: artists.length > 0 ? artists : null,
    year: years.album,
    genre: text('genre'),
    description: text('description'),
    support: support ?? (format === null ? null : (carrierOf(format) ?? format)),
    tracks_count: value('tracks', 'not-a-number', readCount, ANY),
    spotify_url: value('spotify', 'not-an-address', readSpotify, ANY),
    discogs_id: page?.kind === 'release' ? page.id : null,
    discogs_master: page?.kind === 'master' ? page.id : null,
    discogs_url: page === null ? null : `https://www.discogs.com/${page.kind}/${page.id}`,
    musicbrainz_id: value('mbid', 'not-an-address', readMbid, ANY),
    cover_url: value('cover', 'not-an-address', readAddress, ANY),
    added_at: addedAt,
  })
  const copy: Omit<Copy, 'ref'> = present({
    format: format ?? support,
    label: text('label'),
    catalog_number: text('catalog'),
    year: years.pressing,
    folder: text('folder'),
    rating: value('rating', 'not-a-number', readRating, isBareNumber),
    media_condition: text('media'),
    sleeve_condition: text('sleeve'),
    notes: text('notes'),
    paid: text('paid'),
    added_at: addedAt,
    other: rest(),
  })
  yield {
    kind: 'album',
    at,
    record: { key: null, facts, isPressingYear: years.isPressing, copy: Object.keys(copy).length === 0 ? null : copy },
  }
  for (const why of doubts) yield { kind: 'doubt', at, why }
}

/**
 * What a line says that is the sum of others: its name, or the amount where a table has artists and this line has amounts
 * alone. With an artist, or a title and a year, it is an album, whatever its title.
 */
function sumOf(fields: readonly string[], title: string | null, credit: string, columns: PlainColumns): string | null {
  if (title !== null && !isAmount(title) && credit !== '' && !/^\d/u.test(credit)) return null
  const isDated = YEARS.some((field) => columns.get(field)?.some((index) => isBareYear(fields[index]!)))
  if (isDated) return null
  const filled = fields.filter((cell) => cell !== '')
  const hasArtists = ARTISTS.some((field) => columns.has(field))
  return sumIn(filled) ?? (hasArtists && filled.every(isAmount) ? filled[0]! : null)
}

/** `Released` beside an original year, and a year beside none of a pressing, are told apart by the columns there are. */
function yearsOf(columns: PlainColumns, read: (field: Field) => number | null) {
  const [original, year, pressing] = [read('originalYear'), read('year'), read('pressingYear')]
  const ofAlbum = columns.has('originalYear') ? original : year
  const ofPressing = columns.has('originalYear') ? (year ?? pressing) : pressing
  return { album: ofAlbum ?? ofPressing, pressing: ofPressing, isPressing: ofAlbum === null && ofPressing !== null }
}
