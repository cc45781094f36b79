import { DataError } from '../../../ground/errors.ts'
import { isUnknown, dateOrderOf, readDate, readYear, type DateOrder } from '../dates.ts'
import type { Document } from '../document.ts'
import type { Format } from '../format.ts'
import { shown } from '../values.ts'
import type { Reason, Row } from '../row.ts'
import type { Table, TableRow } from '../tabular.ts'
import { oneLine, present, readCount, readRating } from '../values.ts'

/**
 * Albums of a Plex library as Tautulli exports them (of artists and of single albums) and as WebTools-NG does at the level
 * "all" (https://github.com/WebTools-NG/WebTools-NG/blob/master/src/components/modules/ExportTools/defs/def-Album.json).
 * Columns about the server and its pictures are left out. Years are those of the release that was matched or tagged.
 */
export const plexCsv: Format = {
  id: 'plex-csv',
  name: 'Plex albums (CSV of Tautulli or WebTools-NG)',
  source: 'plex',
  described: 'https://docs.tautulli.com/using-tautulli/exporter-guide',
  recognises: (document) => layoutOf(document.table()) !== null,
  read: readLibrary,
}

type Column =
  | 'id'
  | 'guid'
  | 'title'
  | 'artist'
  | 'released'
  | 'genre'
  | 'label'
  | 'summary'
  | 'rating'
  | 'tracks'
  | 'song'
  | 'added'

type Layout = ReadonlyMap<Column, number>

const TAUTULLI: Partial<Record<Column, string>> = {
  id: 'ratingKey',
  guid: 'guid',
  title: 'title',
  artist: 'parentTitle',
  released: 'originallyAvailableAt',
  genre: 'genres.tag',
  summary: 'summary',
  rating: 'userRating',
  tracks: 'leafCount',
  song: 'tracks.title',
  added: 'addedAt',
}

const WEBTOOLS: Partial<Record<Column, string>> = {
  id: 'Key',
  title: 'Title',
  artist: 'Artist',
  released: 'Year',
  genre: 'Genre',
  label: 'Studio',
  summary: 'Summary',
  tracks: 'Track Counts',
  added: 'Added',
}

function layoutOf(table: Table | null): Layout | null {
  if (table === null) return null
  const { header } = table
  const whereOf = (names: Partial<Record<Column, string>>, prefix: string) =>
    new Map(
      Object.entries(names)
        .map(([column, name]) => [column as Column, header.indexOf(prefix + name)] as const)
        .filter(([, index]) => index >= 0),
    )
  const holds = (layout: Layout, columns: readonly Column[]) => columns.every((column) => layout.has(column))
  const ofArtists = whereOf(TAUTULLI, 'albums.')
  if (holds(ofArtists, ['id', 'title', 'artist'])) return ofArtists
  const ofAlbums = whereOf(TAUTULLI, '')
  // A parent of what has a grandparent is the album of a song.
  if (holds(ofAlbums, ['id', 'title', 'artist']) && !header.includes('grandparentTitle')) return ofAlbums
  const ofWebTools = whereOf(WEBTOOLS, '')
  return holds(ofWebTools, ['id', 'title', 'artist', 'label', 'summary']) ? ofWebTools : null
}

function* readLibrary(document: Document): Generator<Row> {
  const table = document.table()
  const layout = layoutOf(table)
  if (table === null || layout === null)
    throw new DataError(`${document.name} is no table of Plex albums as Tautulli or WebTools-NG write it`, {
      todo: 'Export the music library in Tautulli (Export metadata, CSV) or in WebTools-NG at the level “all”.',
    })
  for (const { line, why } of table.bad) yield { kind: 'bad', at: { line }, why }
  const added = layout.get('added')
  const order = dateOrderOf(added === undefined ? [] : table.rows.map(({ fields }) => fields[added]!))
  for (const rows of albumsOf(table.rows, layout.get('id')!)) yield* readAlbum(rows, table.header, layout, order)
}

/** Tautulli writes the second genre, the second song … of an album on lines of their own below it, without its key. */
function* albumsOf(rows: readonly TableRow[], id: number): Generator<readonly [TableRow, ...TableRow[]]> {
  let album: [TableRow, ...TableRow[]] | null = null
  for (const row of rows) {
    if (row.fields[id] === '') {
      album?.push(row)
      continue
    }
    if (album !== null) yield album
    album = [row]
  }
  if (album !== null) yield album
}

function* readAlbum(
  rows: readonly [TableRow, ...TableRow[]],
  header: readonly string[],
  layout: Layout,
  order: DateOrder,
): Generator<Row> {
  const [{ line, fields }] = rows
  const at = { line }
  const cell = (column: Column) => fields[layout.get(column) ?? -1] ?? ''
  if (cell('title') === '') {
    yield { kind: 'bad', at, why: { code: 'no-title' } }
    return
  }
  const doubts: Reason[] = []
  function value<T>(
    column: Column,
    code: 'not-a-year' | 'not-a-date' | 'not-a-number',
    read: (text: string) => T | null,
  ) {
    const found = read(cell(column))
    if (found === null && !isUnknown(cell(column)))
      doubts.push({ code, field: header[layout.get(column)!]!, value: shown(cell(column)) })
    return found
  }
  const all = (column: Column) => rows.flatMap((row) => row.fields[layout.get(column) ?? -1] || [])

  const id = /^plex:\/\/album\/(\w+)$/u.exec(cell('guid'))?.[1] ?? /\d+$/u.exec(cell('id'))?.[0]
  const year = value('released', 'not-a-year', readYear)
  const addedAt = value('added', 'not-a-date', (text) => readDate(text, order))
  const songs = all('song').length
  yield {
    kind: 'album',
    at,
    record: {
      key: id === undefined ? null : `plex:${id}`,
      facts: present({
        title: oneLine(cell('title')),
        artists: cell('artist') === '' ? null : [oneLine(cell('artist'))],
        year,
        genre: [...new Set(all('genre'))].join(', '),
        description: cell('summary'),
        tracks_count: value('tracks', 'not-a-number', readCount) ?? (songs > 0 ? songs : null),
        added_at: addedAt,
      }),
      isPressingYear: year !== null,
      copy: present({
        label: cell('label'),
        year,
        rating: value('rating', 'not-a-number', readRating),
        added_at: addedAt,
      }),
    },
  }
  for (const why of doubts) yield { kind: 'doubt', at, why }
}
