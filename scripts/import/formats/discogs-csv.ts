import type { AlbumFacts, IncomingAlbum } from '../../collection/incoming.ts'
import type { Copy } from '../../collection/album.ts'
import { DataError } from '../../errors.ts'
import { carrierOf } from '../carrier.ts'
import { cellsByName, columnKey } from '../columns.ts'
import { discogsArtists, discogsLabels, untranslated } from '../credit.ts'
import { dateOrderOf, isUnknown, looksMangled, namedYear, readDate, type DateOrder } from '../dates.ts'
import type { Document } from '../document.ts'
import type { Format } from '../format.ts'
import { shown } from '../json-fields.ts'
import type { Reason, Row } from '../row.ts'
import { isUnknownAlbum, sumIn } from '../sums.ts'
import type { Table, TableRow } from '../table.ts'
import { oneLine, present, readCount, readRating } from '../values.ts'

/** The columns of the export by their keys; fields of the person's own stand as `Collection <name>`. */
const COLUMNS = {
  catalog: ['catalog'],
  artist: ['artist'],
  title: ['title'],
  label: ['label'],
  format: ['format'],
  rating: ['rating'],
  released: ['released'],
  release: ['releaseid'],
  folder: ['collectionfolder'],
  added: ['dateadded'],
  media: ['collectionmediacondition', 'mediacondition'],
  sleeve: ['collectionsleevecondition', 'sleevecondition'],
  notes: ['collectionnote', 'note'],
} as const

/** What was paid stands in a field of the person's own. */
const PAID = /(?<!\p{L})(?:price|paid|cost|prix|payé|coût|preis|bezahlt|precio|prezzo)(?!\p{L})/iu

type Column = keyof typeof COLUMNS | 'paid'

export const discogsCsv: Format = {
  id: 'discogs',
  name: 'Discogs collection (CSV)',
  source: 'discogs',
  described: 'https://www.discogs.com/users/export',
  recognises: (document) => {
    const table = document.table()
    return table !== null && missingIn(columnsOf(table)).length === 0
  },
  read: readCollection,
}

/** The export of a wantlist lacks the last two. */
const NEEDED = [
  ['artist', 'Artist'],
  ['title', 'Title'],
  ['release', 'release_id'],
  ['folder', 'CollectionFolder'],
  ['added', 'Date Added'],
] as const

function missingIn(columns: ReadonlyMap<Column, number>): string[] {
  return NEEDED.filter(([column]) => !columns.has(column)).map(([, name]) => name)
}

function columnsOf({ header }: Table): Map<Column, number> {
  const keys = header.map(columnKey)
  const places = new Map<Column, number>()
  for (const [column, names] of Object.entries(COLUMNS)) places.set(column as Column, firstOf(keys, names))
  places.set(
    'paid',
    header.findIndex((name) => PAID.test(name)),
  )
  return new Map([...places].filter(([, index]) => index >= 0))
}

function firstOf(keys: readonly string[], names: readonly string[]): number {
  return keys.findIndex((key) => names.includes(key))
}

function* readCollection(document: Document): Generator<Row> {
  const table = document.table()
  const columns = table === null ? new Map<Column, number>() : columnsOf(table)
  const missing = missingIn(columns)
  if (table === null || missing.length > 0) {
    throw new DataError(
      `${document.name} is no export of a Discogs collection: the columns ${missing.join(', ')} are missing`,
      {
        todo: 'Export the collection (not the wantlist) at https://www.discogs.com/users/export and take the CSV as it is.',
      },
    )
  }
  for (const { line, why } of table.bad) yield { kind: 'bad', at: { line }, why }
  const added = columns.get('added')!
  const order = dateOrderOf(table.rows.map(({ fields }) => fields[added]!))
  for (const row of table.rows) yield* readRow(row, table.header, columns, order)
}

function* readRow(
  { line, fields }: TableRow,
  header: readonly string[],
  columns: ReadonlyMap<Column, number>,
  order: DateOrder,
): Generator<Row> {
  const at = { line }
  const cell = (column: Column) => fields[columns.get(column) ?? -1] ?? ''
  const sum = cell('release') === '' ? sumIn(fields) : null
  if (sum !== null || isUnknownAlbum(cell('title'), cell('artist'))) {
    yield { kind: 'bad', at, why: { code: 'no-album', value: shown(sum ?? cell('title')) } }
    return
  }
  if (cell('title') === '') {
    yield { kind: 'bad', at, why: { code: 'no-title' } }
    return
  }

  const doubts: Reason[] = []
  /** Columns that stand in the record as they are, or in a form that says as much. */
  const kept = new Set<Column>(['catalog', 'format', 'folder', 'media', 'sleeve', 'notes', 'paid'])
  function read<T>(
    column: Column,
    code: 'not-a-date' | 'not-a-year' | 'not-a-number',
    value: T | null,
    isWhole = true,
  ) {
    if (value !== null ? isWhole : isUnknown(cell(column))) kept.add(column)
    else if (value === null) doubts.push({ code, field: header[columns.get(column)!]!, value: shown(cell(column)) })
    return value
  }

  const title = untranslated(cell('title'))
  if (title === oneLine(cell('title'))) kept.add('title')
  if (looksMangled(title))
    doubts.push({ code: 'mangled-title', field: header[columns.get('title')!]!, value: shown(title) })
  const artists = discogsArtists(cell('artist'))
  if (artists.join(' / ') === cell('artist') || cell('artist') === 'Various') kept.add('artist')
  const label = discogsLabels(cell('label'))
  if (label === cell('label')) kept.add('label')
  const release = cell('release')
  const id = read('release', 'not-a-number', /^[1-9]\d*$/u.test(release) ? readCount(release) : null)
  const released = cell('released')
  const named = namedYear(released)
  const year = read('released', 'not-a-year', named?.year ?? null, /^\d{4}(?:-00-00)?$/u.test(released))
  if (named?.isCertain === false)
    doubts.push({
      code: 'read-as',
      field: header[columns.get('released')!]!,
      value: shown(released),
      as: String(named.year),
    })
  const date = cell('added')
  const addedAt = read(
    'added',
    'not-a-date',
    readDate(date, order),
    /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d)?$/u.test(date),
  )
  const rating = read('rating', 'not-a-number', readRating(cell('rating')), /^\d+$/u.test(cell('rating')))

  const keptIndexes = new Set([...kept].map((column) => columns.get(column)))
  const facts: AlbumFacts = present({
    title,
    artists: artists.length > 0 ? artists : null,
    year,
    support: carrierOf(cell('format')),
    discogs_id: id,
    discogs_url: id === null ? null : `https://www.discogs.com/release/${id}`,
    added_at: addedAt,
  })
  const copy: Omit<Copy, 'ref'> = present({
    format: cell('format'),
    label,
    // What Discogs says where a pressing has no number.
    catalog_number: cell('catalog').toLowerCase() === 'none' ? null : cell('catalog'),
    year,
    folder: cell('folder'),
    rating: rating === 0 ? null : rating,
    media_condition: cell('media'),
    sleeve_condition: cell('sleeve'),
    notes: cell('notes'),
    paid: cell('paid'),
    added_at: addedAt,
    other: cellsByName(
      header.flatMap((name, index) =>
        keptIndexes.has(index) ? [] : [[index, ownName(name), fields[index]!] as const],
      ),
    ),
  })
  const record: IncomingAlbum = { key: id === null ? null : `discogs:${id}`, facts, isPressingYear: true, copy }
  yield { kind: 'album', at, record }
  for (const why of doubts) yield { kind: 'doubt', at, why }
}

/** What a person calls a field; the export puts a word before it. */
function ownName(column: string): string {
  return column.replace(/^Collection (?=\S)/u, '')
}
