import type { Records, TextRecord } from './tabular.ts'
import type { Reason } from './row.ts'

/** As much as a cell of Excel holds. A quotation mark that is not closed within it is not going to be. */
const LONGEST_FIELD = 32_767

/**
 * The records of a text whose quotation marks keep no rule. Marks inside of a field stand for themselves (12" Mix,
 * "Heroes" (Live)). A mark that is opened and never closed costs the line it stands on: reading goes on with the next line.
 */
export function readLoosely(text: string, separator: string): Records {
  const records: TextRecord[] = []
  const bad: { line: number; why: Reason }[] = []
  let width: number | null = null
  let at = 0
  let line = 1
  while (at < text.length) {
    const lineEnd = endOfLine(text, at)
    const found = recordAt(text, at, separator)
    const isTorn = found !== null && found.end > lineEnd && width !== null && found.fields.length !== width
    if (found === null || isTorn) {
      bad.push({ line, why: { code: lineEnd === text.length ? 'cut-short' : 'quote' } })
      at = lineEnd + 1
      line += 1
      continue
    }
    if (found.end > at) {
      records.push({ line, fields: found.fields })
      width ??= found.fields.length
    }
    for (let end = lineEnd; end < found.end; end = endOfLine(text, end + 1)) line += 1
    at = found.end + 1
    line += 1
  }
  return { records, bad }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

interface Field {
  value: string
  /** Where the separator, the line end or the end of the text stands. */
  end: number
}

/** Null where a quotation mark is not closed. `end`: of the line it ends on. */
function recordAt(text: string, start: number, separator: string): { fields: string[]; end: number } | null {
  const fields: string[] = []
  for (let at = start; ; at += 1) {
    const field = fieldAt(text, at, separator)
    if (field === null) return null
    fields.push(field.value)
    at = field.end
    if (text[at] !== separator) return { fields, end: at }
  }
}

function fieldAt(text: string, start: number, separator: string): Field | null {
  const first = pastSpaces(text, start)
  if (text[first] !== '"') {
    const end = endOfField(text, start, separator)
    return { value: text.slice(start, end), end }
  }
  return quotedAt(text, first, separator) ?? pairedAt(text, first, separator)
}

/** A field in quotation marks; null where they are not closed, or another field is opened before. */
function quotedAt(text: string, open: number, separator: string): Field | null {
  const lineEnd = endOfLine(text, open)
  let value = ''
  let bare = 0
  let from = open + 1
  for (;;) {
    const mark = text.indexOf('"', from)
    if (mark < 0 || mark - open > LONGEST_FIELD) return null
    let next = mark + 1
    while (text[next] === '"') next += 1
    const marks = next - mark
    value += text.slice(from, mark) + '"'.repeat(Math.floor(marks / 2))
    const end = pastSpaces(text, next)
    // Of two marks the second may close the field where the first closes one inside of it: "He said "hi"".
    if ((marks % 2 === 1 || (marks === 2 && bare % 2 === 1)) && isFieldEnd(text, end, separator)) return { value, end }
    if (marks % 2 === 1) {
      if (mark > open + 1 && opensField(text, mark, separator, mark > lineEnd)) return null
      value += '"'
      bare += 1
    }
    from = next
  }
}

/** Whether a mark stands where fields begin. Blanks before it count from the second line on: `"so, "what" then"` is one. */
function opensField(text: string, mark: number, separator: string, mayBeIndented: boolean): boolean {
  let before = mark - 1
  while (mayBeIndented && text[before] === ' ') before -= 1
  return text[before] === separator || text[before] === '\n'
}

/** A field that begins with quotation marks and goes on after them, each closed within it: "Heroes" (Live). */
function pairedAt(text: string, open: number, separator: string): Field | null {
  const end = endOfField(text, open, separator)
  const value = text.slice(open, end).trimEnd()
  if (value.split('"').length % 2 === 0) return null
  return { value: value.endsWith('"') ? value.slice(1, -1) : value, end }
}

function endOfField(text: string, from: number, separator: string): number {
  let end = from
  while (!isFieldEnd(text, end, separator)) end += 1
  return end
}

function isFieldEnd(text: string, at: number, separator: string): boolean {
  return at >= text.length || text[at] === separator || text[at] === '\n'
}

function pastSpaces(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at += 1
  return at
}
