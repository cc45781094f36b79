import type { Album } from '../collection/album.ts'
import type { Lookup } from '../collection/lookups.ts'
import { readLookups } from '../collection/lookups-store.ts'
import type { Review } from '../collection/review.ts'
import { readReview } from '../collection/review-store.ts'
import { openCollection } from '../collection/store.ts'
import type { Config } from '../config/config.ts'
import type { HaikuEntry } from '../haiku/log.ts'
import { readHaikuLog } from '../haiku/store.ts'
import { readListens } from '../listens/store.ts'
import { readLedger, type Ledger } from '../repository/ledger.ts'
import { loadKeptConfig } from '../runner/output-folder.ts'

/** What there is to read in a repository, each part by its name for people. Listens are only counted. */
export interface DataFiles {
  configuration: Config
  collection: readonly Album[]
  review: Review
  'haiku log': readonly HaikuEntry[]
  listens: number
  'look-ups': readonly Lookup[]
  'run ledger': Ledger
}

export type DataName = keyof DataFiles

/** Something to make of each part. */
export type ForEach<Result> = { [Name in DataName]: (part: DataFiles[Name]) => Result | Promise<Result> }

const READERS: { [Name in DataName]: (root: string, env: NodeJS.ProcessEnv) => Promise<DataFiles[Name]> } = {
  configuration: loadKeptConfig,
  collection: async (root) => (await openCollection(root)).data.albums,
  review: readReview,
  'haiku log': readHaikuLog,
  listens: (root) => count(readListens(root)),
  'look-ups': readLookups,
  'run ledger': readLedger,
}

/** Every file that a person may have edited: none is left out by a command that goes through them. */
export const DATA_NAMES = Object.keys(READERS) as readonly DataName[]

/** Reads one part and says what `judge` makes of it. @throws DataError, ConfigError where it is not understood */
export async function readPart<Name extends DataName, Result>(
  root: string,
  env: NodeJS.ProcessEnv,
  name: Name,
  judge: ForEach<Result>,
): Promise<Result> {
  return judge[name](await READERS[name](root, env))
}

async function count(items: AsyncIterable<unknown>): Promise<number> {
  let total = 0
  for await (const _ of items) total++
  return total
}
