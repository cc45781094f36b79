import type { Doubt } from '../../collection/review.ts'
import type { LeftOut, Place, Reason } from '../../sources/readers/row.ts'
import type { Unreadable } from '../../sources/readers/unreadable.ts'

/** The ways in which a merge ends for a record or an album. */
export type DecisionKind = 'added' | 'merged' | 'kept' | 'unsure' | 'skipped' | 'gone' | 'returned' | 'left'

/** What imports and the sync of the collection say. Names in the arguments are already escaped for where they land. */
export interface ImportWords {
  /** Commit subjects. */
  commit: (names: string) => string
  synced: (source: string) => string
  /** What a file was read as. */
  readAs: (file: string, format: string, wasGuessed: boolean) => string
  notRead: (files: string) => string
  /** Heads over the lists of decisions, with their number. */
  heads: Record<DecisionKind, (count: string) => string>
  starters: (count: string) => string
  newCopy: string
  filled: (fields: string) => string
  perhaps: (albums: string) => string
  doubts: Record<Doubt, string>
  /** How to decide, below the list of unsure ones. `file`: a link to the review file. */
  howToDecide: (file: string) => string
  more: (count: string) => string
  listens: (added: string, known: string, duplicates: string) => string
  listensOf: (first: string, last: string) => string
  leftOut: Record<LeftOut, (count: string) => string>
  place: (place: Place) => string
  reason: (reason: Reason) => string
  /** A statement about something: `line 12: no title stands here.` */
  about: (what: string, said: string) => string
  /** Formats by their id and fields by their name, where this language calls them otherwise. */
  formats: Readonly<Record<string, string>>
  fields: Readonly<Record<string, string>>
  /** Why a whole file is not in. */
  unknownFormat: string
  spreadsheet: string
  empty: string
  isPrivate: string
  unreadable: (why: Unreadable) => string
  badRows: (count: string) => string
  nothingInInbox: string
  /** The sync of the collection. */
  sync: {
    notConfigured: string
    /** The account has no records. */
    empty: string
    /** Commit subject. */
    years: (count: number) => string
    yearsFound: (count: string) => string
    yearsLeft: (count: string) => string
    stopped: (why: string) => string
  }
}
