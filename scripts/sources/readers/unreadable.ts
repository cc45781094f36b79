import { DataError } from '../../ground/errors.ts'
import type { Excess } from './measure.ts'

/** Why nothing can be read from a whole file. */
export type Unreadable =
  /** `limit`: in mebibytes, of the file itself and of what it unpacks to. */
  | { code: 'too-large' | 'unpacks-too-large'; limit: number }
  | { code: 'too-many-files'; found: number; limit: number }
  /** `file`: the one within an archive; null where it is the file itself. */
  | { code: 'bounds'; excess: Excess; limit: number; file: string | null }
  /** Archives. */
  | { code: 'no-files' | 'password' | 'packed-otherwise' | 'damaged' | 'overlapping' }
  | { code: 'beets-tracks' | 'subsonic-without-albums' }
  /** The server's own words. */
  | { code: 'subsonic-refusal'; said: string }

/** A file that nothing can be read from. It gives the reason; the words for it are those of the pages, in any language. */
export class UnreadableFile extends DataError {
  readonly why: Unreadable

  constructor(name: string, why: Unreadable, cause?: unknown) {
    super(`${name}: ${why.code}`, cause === undefined ? {} : { cause })
    this.why = why
  }
}
