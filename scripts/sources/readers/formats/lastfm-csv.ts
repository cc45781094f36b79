import { DataError } from '../../../ground/errors.ts'
import { FIRST_SCROBBLE } from '../../../listens/source.ts'
import { columnKey } from '../columns.ts'
import { readDate } from '../dates.ts'
import type { Document } from '../document.ts'
import type { Format } from '../format.ts'
import { shown } from '../values.ts'
import { timeOf } from '../moment.ts'
import type { Row } from '../row.ts'
import { parseTable } from '../table.ts'
import type { Table, TableRow } from '../tabular.ts'
import { oneLine } from '../values.ts'

/**
 * Scrobbles as tables, which several programs make of them: https://mainstream.ghan.nl/export.html (`uts,utc_time,artist,…`),
 * https://lastfmstats.com (`Artist;Album;AlbumId;Track;Date#…`), https://benjaminbenben.com/lastfm-to-csv/ (artist, album,
 * track and date without a header), and the archive Last.fm itself sent out (`ISO time`, `unixtime`, `track name` …). All
 * times are UTC.
 */
export const lastfmCsv: Format = {
  id: 'lastfm-csv',
  name: 'Last.fm scrobbles (CSV)',
  source: 'lastfm',
  described: 'https://mainstream.ghan.nl/export.html',
  recognises: (document) => scrobblesOf(document) !== null,
  read: readScrobbles,
}

/** The columns by their keys, the one that counts first. */
const NAMES = {
  artist: ['artist', 'artistname'],
  album: ['album', 'albumname'],
  track: ['track', 'trackname', 'song', 'songname', 'name'],
  time: ['ut', 'unixtime', 'timestamp', 'utctime', 'isotime', 'datetime', 'date'],
} as const

interface Scrobbles {
  table: Table
  column: (name: keyof typeof NAMES) => readonly number[]
}

const HEADLESS = ['artist', 'album', 'track', 'date']

/** Null where a table is none of scrobbles. */
function scrobblesOf(document: Document): Scrobbles | null {
  const table = isHeadless(document.text) ? headed(document.text) : document.table()
  if (table === null) return null
  const keys = table.header.map(keyOf)
  const column = (name: keyof typeof NAMES) => NAMES[name].map((key) => keys.indexOf(key)).filter((index) => index >= 0)
  const isWhole = (['artist', 'album', 'track', 'time'] as const).every((name) => column(name).length > 0)
  // Lists of albums have titles and dates too; what nobody keeps for an album is the time of day.
  const hasTime = table.rows
    .slice(0, 100)
    .some(({ fields }) => column('time').some((index) => readTime(fields[index]!) !== null))
  return isWhole && (hasTime || table.rows.length === 0) ? { table, column } : null
}

/** lastfmstats.com writes the account's name behind `Date#`. */
function keyOf(name: string): string {
  return columnKey(name.replace(/#.*$/u, ''))
}

/** Whether the first line is a scrobble instead of names of columns. */
function isHeadless(text: string): boolean {
  return /^\s*[^\r\n]*,"?\d{1,2} [A-Z][a-z]{2} \d{4},? \d\d:\d\d"?[^\S\r\n]*(?:[\r\n]|$)/u.test(text)
}

/** The table under a header that stands on a line of its own before the first. */
function headed(text: string): Table | null {
  const table = parseTable(`${HEADLESS.join(',')}\n${text}`)
  if (table === null) return null
  const earlier = <T extends { line: number }>(row: T): T => ({ ...row, line: row.line - 1 })
  return { ...table, rows: table.rows.map(earlier), bad: table.bad.map(earlier) }
}

function* readScrobbles(document: Document): Generator<Row> {
  const scrobbles = scrobblesOf(document)
  if (scrobbles === null)
    throw new DataError(`${document.name} is no table of scrobbles: it needs columns for artist, track and time`, {
      todo: 'Export the scrobbles as CSV, for example at https://mainstream.ghan.nl/export.html, and take the file as it is.',
    })
  const { table, column } = scrobbles
  for (const { line, why } of table.bad) yield { kind: 'bad', at: { line }, why }
  const columns = { artist: column('artist'), album: column('album'), track: column('track'), time: column('time') }
  for (const row of table.rows) yield readScrobble(row, table.header, columns)
}

function readScrobble(
  { line, fields }: TableRow,
  header: readonly string[],
  columns: Record<keyof typeof NAMES, readonly number[]>,
): Row {
  const at = { line }
  const cell = (name: keyof typeof NAMES) =>
    columns[name].map((index) => oneLine(fields[index]!)).find((found) => found !== '') ?? ''
  const [credit, album, track, time] = [cell('artist'), cell('album'), cell('track'), cell('time')]
  if (track === '') return { kind: 'bad', at, why: { code: 'no-track' } }
  if (credit === '') return { kind: 'bad', at, why: { code: 'shape', expected: 'an artist' } }
  const timestamp = readTime(time)
  if (timestamp === null || timestamp < FIRST_SCROBBLE) {
    const field = header[columns.time.find((index) => fields[index] !== '') ?? columns.time[0]!]!
    return { kind: 'bad', at, why: { code: 'not-a-time', field: field.replace(/#.*$/u, ''), value: shown(time) } }
  }
  return { kind: 'listen', at, listen: { timestamp, credit, album: album === '' ? null : album, track, loved: null } }
}

/** Seconds of Unix time; a number of thirteen digits is milliseconds. Null for a date without a time of day. */
function readTime(cell: string): number | null {
  if (/^\d{1,10}$/u.test(cell)) return Number(cell)
  if (/^\d{13}$/u.test(cell)) return Math.floor(Number(cell) / 1000)
  const date = readDate(cell, 'day-first')
  const time = date === null ? null : timeOf(date)
  return time === null ? null : Math.floor(time / 1000)
}
