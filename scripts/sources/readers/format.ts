import type { Document } from './document.ts'
import type { Row } from './row.ts'

/** A format of other programs and services, and how it is read. */
export interface Format {
  /** What it is called on the command line: `discogs`. */
  id: string
  /** For people, the same in every language: `Discogs collection (CSV)`. */
  name: string
  /** What `source` of the albums or listens it brings says. */
  source: string
  /** Where it is described: the address that the reader and its fixture follow. */
  described: string
  /** Whether the content is of this format, by what only this format has. */
  recognises: (document: Document) => boolean
  /** @throws DataError where the whole file is not of this format, naming what is missing */
  read: (document: Document) => Iterable<Row>
}
