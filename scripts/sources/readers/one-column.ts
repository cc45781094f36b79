import { isHeaderOfTitles } from './plain-columns.ts'
import { readRecords } from './records.ts'
import { mayBeTable } from './table.ts'
import type { Table } from './tabular.ts'

/** `The Beatles - Abbey Road (1969)`. */
const ENTRY = /^(\S.*?)\s+[-–—]\s+(\S.*?)(?:\s*[([](\d{4})[)\]])?$/u
const LONGEST = 300

/** What stands before the first dash of a diary or a log. */
const MOMENT = /^[\d\s:./-]*\d[:./-][\d\s:./-]*$/u

/** Where a separator of columns stands; behind the comma of a name comes a blank, or a number: `10,000 Maniacs`. */
const COLUMNS = /[;\t|]|,[^\s\d]/u

/** As few lines as tell a list from a sentence with a dash. */
const FEWEST = 3

/** In no text that may be a table. */
const NO_SEPARATOR = '\uFFFF'

/**
 * A list of `Artist - Title (Year)`, one a line, as a table of artist, title and year. Null where fewer than four lines in
 * five are so, or the text has columns. A first line that says what the lines are is none of them.
 */
export function oneColumnTable(text: string): Table | null {
  if (!mayBeTable(text)) return null
  const { records, bad } = readRecords(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'), NO_SEPARATOR)
  const lines = records
    .map(({ line, fields }) => ({ line, text: bareLine(fields[0]!.trim()) }))
    .filter((line) => line.text !== '')
  const [first] = lines
  if (first === undefined) return null
  const entries = isHeaderOfTitles(first.text) ? lines.slice(1) : lines
  const rows: { line: number; fields: string[] }[] = []
  const others: Table['bad'][number][] = [...bad]
  for (const { line, text } of entries) {
    const fields = entryIn(text)
    if (fields === null) others.push({ line, why: { code: 'shape', expected: '“Artist - Title (Year)”' } })
    else rows.push({ line, fields })
  }
  if (rows.length < FEWEST || rows.length < others.length * 4) return null
  return { line: first.line, header: ['artist', 'title', 'year'], rows, bad: others.sort((a, b) => a.line - b.line) }
}

/** Without the marks of a list, and separators at the end that hold nothing. What is too long is no entry anyway. */
function bareLine(text: string): string {
  if (text.length > LONGEST) return text
  return text
    .replace(/[;,\t]+$/u, '')
    .replace(/^[-*•] /u, '')
    .trim()
}

function entryIn(line: string): string[] | null {
  if (line.length > LONGEST || COLUMNS.test(line)) return null
  const [, artist, title, year] = ENTRY.exec(line) ?? []
  return artist === undefined || MOMENT.test(artist) ? null : [artist, title!, year ?? '']
}
