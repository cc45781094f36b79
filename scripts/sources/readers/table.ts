import { decode } from 'html-entities'
import { LONGEST_TEXT } from '../../ground/bounds.ts'
import { readLoosely } from './loose-records.ts'
import { isHeaderOfRecords } from './plain-columns.ts'
import { findSeparator, isBlank, readRecords, SEPARATORS } from './records.ts'
import type { Reason } from './row.ts'
import { sumIn } from './sums.ts'
import type { Table, TableRow, TextRecord } from './tabular.ts'
import { shown } from './values.ts'

/** In the place of the semicolon of an entity, which separates no fields. It stands for no character, and in no file. */
const HELD = '\uFFFF'

/**
 * Null where the text is no table: a single column, JSON, XML, HTML, RTF, binary. The header is the first line that is not
 * empty, or one of the ten first that names the columns of a list of records, below lines of a title.
 */
export function parseTable(text: string): Table | null {
  if (!mayBeTable(text)) return null
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  // How Excel is told the separator; the empty line that is left keeps the lines' numbers.
  const told = /^sep=(\t|[^\s"])(?=\n)/iu.exec(lines)
  const whole = holdEntities(told === null ? lines : lines.slice(told[0].length))
  const body = fromHeader(whole, told === null ? SEPARATORS : [told[1]!])
  const separator = told?.[1] ?? findSeparator(body)
  if (separator === null) return null
  const { records, bad } = readRecords(body, separator)
  const cleaned = records.map(({ line, fields }) => ({ line, fields: fields.map(cleanCell) }))
  const [head, ...rest] = cleaned.filter(({ fields }) => !isBlank(fields))
  if (head === undefined || bad.some(({ line }) => line < head.line)) return null
  const header = withoutEmptyColumns(head.fields, rest)
  if (header.length < 2) return null
  const { rows, torn } = arrange(rest, header, !body.endsWith('\n'))
  return { line: head.line, header, rows, bad: [...bad, ...torn].sort((a, b) => a.line - b.line) }
}

const FORMATTED = /^\s*(?:\{\s*["}]|\{\\rtf|\[\s*(?:[[{"\]]|-?\d)|<[!?a-z])/iu

/** Whether a text may be lines of fields: no JSON, XML, HTML, RTF, nothing binary. */
export function mayBeTable(text: string): boolean {
  return !FORMATTED.test(text) && !text.includes('\0') && !text.includes(HELD)
}

/** How many lines that are not empty the header is looked for in, and how much text they may be. */
const TOP = { rows: 10, characters: 8192 }

/** The text with the lines of a title above its header empty, which keeps the numbers of the others. */
function fromHeader(text: string, separators: readonly string[]): string {
  const end = text.length <= TOP.characters ? text.length : text.lastIndexOf('\n', TOP.characters)
  const top = text.slice(0, Math.max(end, 0))
  let first = Infinity
  for (const separator of separators) {
    const rows = readLoosely(top, separator).records.filter(({ fields }) => !isBlank(fields))
    const names = rows.slice(0, TOP.rows).findIndex(({ fields }) => isHeaderOfRecords(fields.map(cleanCell)))
    if (names === 0) return text
    if (names > 0) first = Math.min(first, rows[names]!.line)
  }
  if (first === Infinity) return text
  let at = 0
  for (let line = 1; line < first; line++) at = text.indexOf('\n', at) + 1
  return '\n'.repeat(first - 1) + text.slice(at)
}

function holdEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/giu, (entity) =>
    decode(entity, { scope: 'strict' }) === entity ? entity : `${entity.slice(0, -1)}${HELD}`,
  )
}

function cleanCell(field: string): string {
  const bare = field.trim()
  return bare.includes('&') ? decode(bare.replaceAll(HELD, ';'), { scope: 'strict' }).trim() : bare
}

/** Spreadsheets write columns at the right edge that once held something. */
function withoutEmptyColumns(names: readonly string[], rows: readonly TextRecord[]): readonly string[] {
  let width = names.length
  while (width > 0 && names[width - 1] === '' && rows.every(({ fields }) => !fields[width - 1])) width -= 1
  return names.slice(0, width)
}

/**
 * Rows of one width. Empty fields at the end may be too many or left out: the last one, those that are empty in other
 * rows too, or where one row in four is short. Every other short row is a piece of one. The last row of a file without a
 * last line end is cut short, unless the other rows are as short by habit.
 */
function arrange(records: readonly TextRecord[], header: readonly string[], isOpen: boolean) {
  const width = header.length
  const rows: TableRow[] = []
  const torn: { line: number; why: Reason }[] = []
  const last = isOpen ? records.at(-1) : undefined
  const settled = records.filter((record) => record !== last)
  const short = settled.filter(({ fields }) => fields.length < width).length
  const isHabit = short * 4 > settled.length
  const everEmpty = emptyColumns(settled, width)
  const mayEndAt = (length: number) =>
    length === width - 1 || (length > 1 && (isHabit || everEmpty.slice(length).every((isEmpty) => isEmpty)))
  for (const record of records) {
    const { line, fields } = record
    const found = fields.length
    const long = fields.findIndex(({ length }) => length > LONGEST_TEXT)
    if (long >= 0)
      torn.push({
        line,
        why: { code: 'too-long', field: shown(header[long] ?? `column ${long + 1}`), limit: LONGEST_TEXT },
      })
    else if (found === width) rows.push({ line, fields })
    else if (found > width && isBlank(fields.slice(width))) rows.push({ line, fields: fields.slice(0, width) })
    else if (found < width && record === last && !isHabit)
      torn.push({ line, why: sumAt(fields) ?? { code: 'cut-short' } })
    else if (found < width && mayEndAt(found))
      rows.push({ line, fields: [...fields, ...Array<string>(width - found).fill('')] })
    else torn.push({ line, why: sumAt(fields) ?? { code: 'columns', found, expected: width } })
  }
  return { rows, torn }
}

function sumAt(fields: readonly string[]): Reason | null {
  const sum = sumIn(fields)
  return sum === null ? null : { code: 'no-album', value: shown(sum) }
}

function emptyColumns(records: readonly TextRecord[], width: number): boolean[] {
  const everEmpty = Array<boolean>(width).fill(false)
  for (const { fields } of records) {
    if (fields.length < width) continue
    for (let column = 0; column < width; column++) everEmpty[column] ||= fields[column] === ''
  }
  return everEmpty
}
