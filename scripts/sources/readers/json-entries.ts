import { LONGEST_TEXT } from '../../ground/bounds.ts'
import { DataError } from '../../ground/errors.ts'
import type { Document, JsonContent } from './document.ts'
import { longTextIn } from './long-text.ts'
import type { Place, Row } from './row.ts'

export type JsonRecord = Record<string, unknown>

/** Rows as they are read, one after the other. */
export type Rows = Generator<Row, void, void>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The entries of a file that is a list, or JSON Lines, which with one line looks like the entry itself. */
export function topList({ value }: JsonContent): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [value]
}

/** Whether one of the entries of a list is a record of that kind; the others may be broken. */
export function someRecord(list: readonly unknown[], is: (record: JsonRecord) => boolean): boolean {
  return list.some((entry) => isRecord(entry) && is(entry))
}

/**
 * The rows of the lists within a file, each entry read by `read`; what the file ends in the middle of is bad. The entries are
 * numbered through all lists; those of JSON Lines have the numbers of their lines.
 */
export function* readEntries(
  content: JsonContent,
  lists: readonly (readonly unknown[])[],
  read: (entry: JsonRecord, at: Place) => Rows,
  expected: string,
): Rows {
  const isUnfinished = (value: unknown) => typeof value === 'object' && value !== null && content.unfinished.has(value)
  let [number, isTold] = [0, false]
  for (const list of lists) {
    const lines = list === content.value ? content.lines : null
    for (const [index, entry] of list.entries()) {
      number++
      const at: Place = lines === null ? { entry: number } : { line: lines[index]! }
      if (isUnfinished(entry)) {
        isTold = true
        yield { kind: 'bad', at, why: { code: 'cut-short' } }
      } else if (isRecord(entry)) {
        const field = longTextIn(entry)
        if (field === null) yield* read(entry, at)
        else yield { kind: 'bad', at, why: { code: 'too-long', field, limit: LONGEST_TEXT } }
      } else yield { kind: 'bad', at, why: { code: 'shape', expected } }
    }
  }
  // It ends between two entries: the next one is missing whole.
  if (!isTold && [...lists, content.value].some((list) => Array.isArray(list) && isUnfinished(list)))
    yield { kind: 'bad', at: { entry: number + 1 }, why: { code: 'cut-short' } }
  for (const { line, why } of content.broken) yield { kind: 'bad', at: { line }, why }
}

/** The error of a file that is not of the format it was said to be of. */
export function notOfFormat({ name }: Document, format: string, missing: string): DataError {
  return new DataError(`${name} is not a ${format}: ${missing}`, {
    todo: 'Leave the format away to have it guessed from the content, or name another.',
  })
}
