import type { AlbumFacts, IncomingAlbum } from '../../../collection/incoming.ts'
import type { Copy } from '../../../collection/album.ts'
import { DataError } from '../../../ground/errors.ts'
import { carrierOf } from '../carrier.ts'
import { cellsByName, columnKey } from '../columns.ts'
import { discogsArtists, discogsLabels, untranslated } from '../credit.ts'
import { dateOrderOf, isUnknown, looksMangled, namedYear, readDate, type DateOrder } from '../dates.ts'
import type { Document } from '../document.ts'
import type { Format } from '../format.ts'
import { shown } from '../values.ts'
import type { Reason, Row } from '../row.ts'
import { isUnknownAlbum, sumIn } from '../sums.ts'
import type { Table, TableRow } from '../tabular.ts'
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
  row: TableRow,
  header: readonly string[],
  columns: ReadonlyMap<Column, number>,
  order: DateOrder,
): Generator<Row> {
  const at = { line: row.line }
  const cells = new Cells(row.fields, header, columns)
  const sum = cells.of('release') === '' ? sumIn(row.fields) : null
  if (sum !== null || isUnknownAlbum(cells.of('title'), cells.of('artist'))) {
    yield { kind: 'bad', at, why: { code: 'no-album', value: shown(sum ?? cells.of('title')) } }
  } else if (cells.of('title') === '') yield { kind: 'bad', at, why: { code: 'no-title' } }
  else {
    yield { kind: 'album', at, record: recordOf(cells, order) }
    for (const why of cells.doubts) yield { kind: 'doubt', at, why }
  }
}

/** The cells of a row, and what could not be made of them. */
class Cells {
  readonly doubts: Reason[] = []
  /** Columns that stand in the record as they are, or in a form that says as much. */
  private readonly kept = new Set<Column>(['catalog', 'format', 'folder', 'media', 'sleeve', 'notes', 'paid'])

  private readonly fields: readonly string[]
  private readonly header: readonly string[]
  private readonly columns: ReadonlyMap<Column, number>

  constructor(fields: readonly string[], header: readonly string[], columns: ReadonlyMap<Column, number>) {
    this.fields = fields
    this.header = header
    this.columns = columns
  }

  /** '' where there is no such column. */
  of(column: Column): string {
    return this.fields[this.columns.get(column) ?? -1] ?? ''
  }

  keepIf(column: Column, isWhole: boolean): void {
    if (isWhole) this.kept.add(column)
  }

  /** The value that was read of a cell; null is a doubt, but where the cell says that nothing is known. */
  read<T>(column: Column, code: 'not-a-date' | 'not-a-year' | 'not-a-number', value: T | null, isWhole = true) {
    if (value !== null) this.keepIf(column, isWhole)
    else if (isUnknown(this.of(column))) this.kept.add(column)
    else this.doubts.push({ code, field: this.nameOf(column), value: shown(this.of(column)) })
    return value
  }

  nameOf(column: Column): string {
    return this.header[this.columns.get(column)!]!
  }

  /** The cells of all other columns, and those that a record has in another form, by the names of their columns. */
  others(): Record<string, string> | null {
    const kept = new Set<number | undefined>()
    for (const column of this.kept) kept.add(this.columns.get(column))
    const others: [index: number, name: string, cell: string][] = []
    this.header.forEach((name, index) => {
      if (!kept.has(index)) others.push([index, ownName(name), this.fields[index]!])
    })
    return others.length === 0 ? null : cellsByName(others)
  }
}

function recordOf(cells: Cells, order: DateOrder): IncomingAlbum {
  const title = untranslated(cells.of('title'))
  cells.keepIf('title', title === oneLine(cells.of('title')))
  if (looksMangled(title))
    cells.doubts.push({ code: 'mangled-title', field: cells.nameOf('title'), value: shown(title) })
  const artists = discogsArtists(cells.of('artist'))
  cells.keepIf('artist', artists.join(' / ') === cells.of('artist') || cells.of('artist') === 'Various')
  const label = discogsLabels(cells.of('label'))
  cells.keepIf('label', label === cells.of('label'))
  const release = cells.of('release')
  const id = cells.read('release', 'not-a-number', /^[1-9]\d*$/u.test(release) ? readCount(release) : null)
  const released = cells.of('released')
  const named = namedYear(released)
  const year = cells.read('released', 'not-a-year', named?.year ?? null, /^\d{4}(?:-00-00)?$/u.test(released))
  if (named?.isCertain === false) {
    const as = String(named.year)
    cells.doubts.push({ code: 'read-as', field: cells.nameOf('released'), value: shown(released), as })
  }
  const date = cells.of('added')
  const isWholeDate = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d)?$/u.test(date)
  const addedAt = cells.read('added', 'not-a-date', readDate(date, order), isWholeDate)
  const rated = cells.of('rating')
  const rating = cells.read('rating', 'not-a-number', readRating(rated), /^\d+$/u.test(rated))

  const facts: AlbumFacts = present({
    title,
    artists: artists.length > 0 ? artists : null,
    year,
    support: carrierOf(cells.of('format')),
    discogs_id: id,
    discogs_url: id === null ? null : `https://www.discogs.com/release/${id}`,
    added_at: addedAt,
  })
  const copy: Omit<Copy, 'ref'> = present({
    format: cells.of('format'),
    label,
    // What Discogs says where a pressing has no number.
    catalog_number: cells.of('catalog').toLowerCase() === 'none' ? null : cells.of('catalog'),
    year,
    folder: cells.of('folder'),
    rating: rating === 0 ? null : rating,
    media_condition: cells.of('media'),
    sleeve_condition: cells.of('sleeve'),
    notes: cells.of('notes'),
    paid: cells.of('paid'),
    added_at: addedAt,
    other: cells.others(),
  })
  return { key: id === null ? null : `discogs:${id}`, facts, isPressingYear: true, copy }
}

/** What a person calls a field; the export puts a word before it. */
function ownName(column: string): string {
  return column.replace(/^Collection (?=\S)/u, '')
}
