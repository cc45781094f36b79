import type { IncomingList } from './incoming.ts'
import type { MergeBase, MergeResult } from './merge/decision.ts'
import { mergeList } from './merge/merge.ts'
import { REVIEW_FILE } from './review.ts'
import { readReview, writeReview } from './review-store.ts'
import { refuseDeparture } from './shrink.ts'
import { COLLECTION_FILE, openCollection } from './store.ts'

/** What a merge in the repository at `root` starts from. @throws DataError */
export async function mergeBase(root: string): Promise<MergeBase> {
  const { albums, last_id } = (await openCollection(root)).data
  return { albums, lastId: last_id ?? 0, review: await readReview(root) }
}

/** A merge that was carried out, and the files written, relative to the repository. */
export interface Merged {
  files: string[]
  result: MergeResult
}

/**
 * Brings a list into the collection at `root`.
 * @throws TaskError where it would take a large part of the collection away and `acceptShrink` is not set; nothing is
 * written then
 */
export async function mergeInto(
  root: string,
  list: IncomingList | null,
  today: string,
  { acceptShrink }: { acceptShrink: boolean },
): Promise<Merged> {
  const store = await openCollection(root)
  const { albums, last_id } = store.data
  const review = await readReview(root)
  const result = mergeList({ albums, lastId: last_id ?? 0, review }, list, today)
  if (!acceptShrink) refuseDeparture(albums, result.albums)
  const files: string[] = []
  if (!result.isChanged) return { files, result }
  if (result.albums.length !== albums.length || result.albums.some((album, at) => album !== albums[at])) {
    store.data.albums = result.albums
    if (result.lastId !== (last_id ?? 0)) store.data.last_id = result.lastId
    await store.write()
    files.push(COLLECTION_FILE)
  }
  if (result.review !== review) {
    await writeReview(root, result.review)
    files.push(REVIEW_FILE)
  }
  return { files, result }
}
