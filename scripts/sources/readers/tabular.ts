import type { Reason } from './row.ts'

/** What stands between two line ends that separate rows, cut at the separators; fields are neither trimmed nor decoded. */
export interface TextRecord {
  /** The line it begins on, from 1. */
  line: number
  fields: readonly string[]
}

export interface Records {
  records: readonly TextRecord[]
  bad: readonly { line: number; why: Reason }[]
}

/** A table as text: one row a line, under a header. */
export interface Table {
  /** The line of the file the header begins on, from 1. */
  line: number
  /** The names of the columns as they stand there, trimmed. */
  header: readonly string[]
  rows: readonly TableRow[]
  /** Lines nothing could be read from, with the reason. */
  bad: readonly { line: number; why: Reason }[]
}

export interface TableRow {
  /** The line of the file it begins on, from 1. */
  line: number
  /** In the order of the header; trimmed, HTML entities decoded, line ends as line feeds, '' where empty. */
  fields: readonly string[]
}
