import type { Copy } from '../../collection/album.ts'
import type { AlbumFacts } from '../../collection/incoming.ts'
import { DataError } from '../../errors.ts'
import { carrierOf } from '../carrier.ts'
import { cellsByName } from '../columns.ts'
import { artistsIn } from '../credit.ts'
import { dateOrderOf, isUnknown, readDate, readYear, type DateOrder } from '../dates.ts'
import type { Document } from '../document.ts'
import type { Format } from '../format.ts'
import { shown } from '../json-fields.ts'
import { listsSongs, plainColumns, type Field, type PlainColumns } from '../plain-columns.ts'
import type { Reason, Row } from '../row.ts'
import type { TableRow } from '../table.ts'
import { oneLine, present, readAddress, readCount, readDiscogs, readMbid, readRating, readSpotify } from '../values.ts'

export const plainCsv: Format = {
  id: 'csv',
  name: 'Table with a header of your own (CSV)',
  source: 'csv',
  described: 'https://www.rfc-editor.org/rfc/rfc4180',
  recognises: (document) => {
    const table = document.table()
    if (table === null) return false
    const columns = plainColumns(table)
    return columns.has('title') && BESIDE_TITLE.some((field) => columns.has(field)) && !listsSongs(table, columns)
  },
  read: readTable,
}

/** What a list of records has beside their titles. */
const BESIDE_TITLE = ['artist', 'originalYear', 'year', 'pressingYear', 'format', 'support'] as const

function* readTable(document: Document): Generator<Row> {
  const table = document.table()
  if (table === null)
    throw new DataError(`${document.name} is no table: no line of it says which columns there are`, {
      todo: 'Put names over the columns, at least “title” and “artist”, and save it as CSV.',
    })
  const columns = plainColumns(table)
  if (!columns.has('title'))
    throw new DataError(
      `${document.name} has no column of titles; its columns are ${table.header.map((name) => `“${shown(name)}”`).join(', ')}`,
      { todo: 'Call the column that holds the albums’ titles “title”, and the one with the artists “artist”.' },
    )
  for (const { line, why } of table.bad) yield { kind: 'bad', at: { line }, why }
  const dates = columns.get('added') ?? []
  const order = dateOrderOf(table.rows.flatMap(({ fields }) => dates.map((index) => fields[index]!)))
  for (const row of table.rows) yield* readRow(row, table.header, columns, order)
}

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
  ): T | null {
    let first: T | null = null
    for (const column of columns.get(field) ?? []) {
      const cell = fields[column]!
      const found = read(cell)
      if (found === null) {
        if (!isUnknown(cell)) doubts.push({ code, field: header[column]!, value: shown(cell) })
        else taken.add(column)
      } else {
        first ??= found
        if (isWhole(cell) && JSON.stringify(found) === JSON.stringify(first)) taken.add(column)
      }
    }
    return first
  }

  const rest = () =>
    cellsByName(header.flatMap((name, index) => (taken.has(index) ? [] : [[index, name, fields[index]!] as const])))
  return { text, value, doubts, rest }
}

const ANY = () => true
const isBareYear = (cell: string) => /^\d{4}(?:[.,]0+)?$/u.test(cell)
const isBareNumber = (cell: string) => /^\d+(?:[.,]\d+)?$/u.test(cell)

function* readRow(row: TableRow, header: readonly string[], columns: PlainColumns, order: DateOrder): Generator<Row> {
  const at = { line: row.line }
  const { text, value, doubts, rest } = cellsOf(row, header, columns)
  const title = text('title')
  if (title === null) {
    yield { kind: 'bad', at, why: { code: 'no-title' } }
    return
  }
  const artists = artistsIn(text('artist') ?? '')
  const years = yearsOf(columns, (field) => value(field, 'not-a-year', readYear, isBareYear))
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

/** `Released` beside an original year, and a year beside none of a pressing, are told apart by the columns there are. */
function yearsOf(columns: PlainColumns, read: (field: Field) => number | null) {
  const [original, year, pressing] = [read('originalYear'), read('year'), read('pressingYear')]
  const ofAlbum = columns.has('originalYear') ? original : year
  const ofPressing = columns.has('originalYear') ? (year ?? pressing) : pressing
  return { album: ofAlbum ?? ofPressing, pressing: ofPressing, isPressing: ofAlbum === null && ofPressing !== null }
}
