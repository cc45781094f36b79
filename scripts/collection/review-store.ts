import type { JsonFileSpec } from '../ground/json-file.ts'
import { openJsonStore } from '../ground/json-store.ts'
import { emptyReview, REVIEW_FILE, reviewSchema, type Review } from './review.ts'

const spec: JsonFileSpec<Review> = {
  file: REVIEW_FILE,
  schema: reviewSchema,
  todo: 'Each entry waits for its "decision": "new", "skip", or the id of the album it is a copy of. An entry may be deleted; the next import asks again.',
}

const open = (root: string) => openJsonStore(root, spec, { empty: emptyReview() })

/** The records that wait for a person's word in the repository at `root`; none where there is no file. @throws DataError */
export async function readReview(root: string): Promise<Review> {
  return (await open(root)).data
}

/** Replaces them. Gives the file written, relative to `root`. */
export async function writeReview(root: string, review: Review): Promise<string> {
  const store = await open(root)
  store.data = review
  await store.write()
  return REVIEW_FILE
}
