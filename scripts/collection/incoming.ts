import type { Album, CopyFacts } from './album.ts'

/** What a list may say of the album itself, under the names of `data/collection.json`; never its `id` or its `copies`. */
export type AlbumFacts = Partial<Album> &
  Pick<Album, 'title'> & { id?: never; copies?: never; refs?: never; sources?: never; source?: never }

/** One record as a list tells it: the album, and what the person has of it. */
export interface IncomingAlbum {
  /**
   * What the list itself calls this record, the same each time it is read: `discogs:249504`. Two records may share it
   * (two copies of one pressing). Null where the list has no names of its own; the album's then serves.
   */
  key: string | null
  /** Cleaned: no numbers of namesakes, no HTML entities, no blanks around. Empty values are left out. */
  facts: AlbumFacts
  /** Whether `facts.year` is that of a pressing instead of that of the first release. */
  isPressingYear?: boolean
  /** What is known of the copy itself; null where the list is of albums, not of records somebody has. */
  copy: CopyFacts | null
  /** The id it had where it was exported from; kept where it is free. */
  id?: number
  /** The album as a collection of this product holds it, with all it knows beyond `facts`. */
  whole?: Album
}

/** Records of one list. */
export interface IncomingList {
  /** Written into `source` of new albums: `discogs`, `spotify`, `csv` … */
  source: string
  records: readonly IncomingAlbum[]
  /** Whether it is all there is, so that what it does not hold any more is gone. */
  isWhole?: boolean
}
