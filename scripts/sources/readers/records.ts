import { CsvError, parse } from 'csv-parse/sync'
import { readLoosely } from './loose-records.ts'
import type { Records, TextRecord } from './tabular.ts'

/** What fields of a table are separated by. */
export const SEPARATORS = [',', ';', '\t', '|'] as const

/** Enough rows to tell a separator from a comma in a title. */
const SAMPLE = 65_536

/**
 * The character between the fields: the one that cuts the most rows into as many fields as the first row has. Null where
 * none does so with a third of the rows. `text` has line feeds as line ends.
 */
export function findSeparator(text: string): string | null {
  const end = text.length <= SAMPLE ? text.length : text.lastIndexOf('\n', SAMPLE)
  const sample = text.slice(0, end > 0 ? end : SAMPLE)
  let best: string | null = null
  let most = 0
  for (const separator of SEPARATORS) {
    const cuts = evenCuts(readLoosely(sample, separator))
    if (cuts > most) [best, most] = [separator, cuts]
  }
  return best
}

function evenCuts({ records, bad }: Records): number {
  const [first, ...rows] = records.filter(({ fields }) => !isBlank(fields))
  if (first === undefined || bad.some(({ line }) => line < first.line)) return 0
  const width = first.fields.length
  const even = rows.filter(({ fields }) => fields.length > 1 && isBlank(fields.slice(width)))
  const count = rows.length + bad.length
  const share = count === 0 ? 1 : even.length / count
  return share < 1 / 3 ? 0 : share * (width - 1)
}

/** Whether nothing stands in any of the fields. */
export function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === '')
}

/**
 * The records of a text by RFC 4180. A text that breaks its rules – quotation marks that are not doubled, not closed – is
 * read by `readLoosely`. `text` has line feeds as line ends.
 */
export function readRecords(text: string, separator: string): Records {
  const records = readStrictly(text, separator)
  return records === null ? readLoosely(text, separator) : { records, bad: [] }
}

/** Null where it breaks the rules; also where a row of several lines is not as wide as the first, as after a stray mark. */
function readStrictly(text: string, separator: string): TextRecord[] | null {
  try {
    const all = parse(text, { delimiter: separator, record_delimiter: '\n', relax_column_count: true })
    const records: TextRecord[] = []
    let line = 1
    for (const fields of all) {
      const lineEnds = lineEndsIn(fields)
      // A stray mark has swallowed the rows up to the next one.
      if (lineEnds > 0 && records.length > 0 && fields.length !== records[0]!.fields.length) return null
      const isEmptyLine = fields.length === 1 && fields[0] === ''
      if (!isEmptyLine) records.push({ line, fields })
      line += lineEnds + 1
    }
    return records
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

function lineEndsIn(fields: readonly string[]): number {
  let count = 0
  for (const field of fields) {
    for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) count += 1
  }
  return count
}
