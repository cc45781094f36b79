import type { Reason } from './row.ts'

/** A table as text: one row a line, under a header. */
export interface Table {
  /** The names of the columns as they stand there, trimmed. */
  header: readonly string[]
  rows: readonly TableRow[]
  /** Lines nothing could be read from, with the reason. */
  bad: readonly { line: number; why: Reason }[]
}

export interface TableRow {
  /** The line of the file it begins on, from 1. */
  line: number
  /** In the order of the header; trimmed, HTML entities decoded, '' where empty. */
  fields: readonly string[]
}

/** Null where the text is no table: a single column, JSON, binary. */
export function parseTable(_text: string): Table | null {
  return null
}
