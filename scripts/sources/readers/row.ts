import type { IncomingAlbum } from '../../collection/incoming.ts'
import type { ScrobbledTrack } from '../../listens/source.ts'

/** Where in a file something stands, for people: a line of a text, or the number of an entry of a list (both from 1). */
export type Place = { line: number } | { entry: number }

/** Why a row, or one value of it, could not be taken. `value`: what stands there, cut for a message. */
export type Reason =
  /** No title, no track name. */
  | { code: 'no-title' }
  | { code: 'no-track' }
  /** A value that should be a date, a year, a time … and is not. */
  | {
      code: 'not-a-date' | 'not-a-year' | 'not-a-time' | 'not-a-number' | 'not-an-address'
      field: string
      value: string
    }
  /** A value that was taken for what it most likely says. */
  | { code: 'read-as'; field: string; value: string; as: string }
  /** A title that a spreadsheet made a date or an error of. */
  | { code: 'mangled-title'; field: string; value: string }
  /** A sum below a table, or a name that stands for an unknown album. */
  | { code: 'no-album'; value: string }
  /** Columns that are kept under their own names, because nothing says what they are; none of them names the artists. */
  | { code: 'unread-columns' | 'no-artist-column'; columns: readonly string[] }
  /** A line of a table with more or fewer fields than its header. */
  | { code: 'columns'; found: number; expected: number }
  /** A quotation mark that is opened and not closed. */
  | { code: 'quote' }
  /** An entry that is not what entries of this format are. */
  | { code: 'shape'; expected: string }
  /** The file ends in the middle of it. */
  | { code: 'cut-short' }
  /** A text of more than so many characters. */
  | { code: 'too-long'; field: string; limit: number }

/** What is left out on purpose and counted: no mistake of anybody. */
export type LeftOut =
  /** A podcast, an audiobook, a video. */
  | 'not-music'
  /** Heard for less than thirty seconds. */
  | 'too-short'
  /** Heard in a private session. */
  | 'private'

/** What a reader finds in a file, row by row. */
export type Row =
  | { kind: 'album'; at: Place; record: IncomingAlbum }
  | { kind: 'listen'; at: Place; listen: ScrobbledTrack }
  /** Nothing of it is taken. */
  | { kind: 'bad'; at: Place; why: Reason }
  /** It is taken (in a row of its own) but for one value. */
  | { kind: 'doubt'; at: Place; why: Reason }
  | { kind: 'left-out'; at: Place; what: LeftOut }
