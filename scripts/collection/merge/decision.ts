import type { Album } from '../album.ts'
import type { IncomingAlbum } from '../incoming.ts'
import type { Doubt, Review } from '../review.ts'

/** What a merge made of one record, or of an album that no record is of any more. */
export type Decision =
  /** A new album. */
  | { kind: 'added'; record: IncomingAlbum; album: Album }
  /** Another copy of an album that was there, or something new about it. `fields`: what was empty and is filled now. */
  | { kind: 'merged'; record: IncomingAlbum; album: Album; fields: readonly string[]; isNewCopy: boolean }
  /** It was known already and brings nothing new. */
  | { kind: 'kept'; record: IncomingAlbum; album: Album }
  /** It may be of one of these albums; a person decides in the review file. */
  | { kind: 'unsure'; record: IncomingAlbum; why: Doubt; perhaps: readonly Album[] }
  /** A person decided that it is not to come in. */
  | { kind: 'skipped'; record: IncomingAlbum }
  /** Copies the list does not have any more, found for the first time. */
  | { kind: 'gone'; album: Album }
  /** Copies that were gone and are back. */
  | { kind: 'returned'; album: Album }
  /** An album that came from the list and of which every copy has been gone since an earlier day: it is taken out. */
  | { kind: 'left'; album: Album }

/** What a merge works on. */
export interface MergeBase {
  albums: readonly Album[]
  /** The highest id that was ever given, where its album has left. */
  lastId: number
  review: Review
}

export interface MergeResult {
  /** The collection afterwards; albums that did not change are the very same objects. */
  albums: Album[]
  lastId: number
  review: Review
  /** In the order in which the records were taken up, which does not depend on their order in the list. */
  decisions: readonly Decision[]
  /** How many albums of the starter collection made room. */
  startersLeft: number
  /** Whether anything is to be written. */
  isChanged: boolean
}
