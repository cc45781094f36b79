import { Temporal } from 'temporal-polyfill'
import type { Album } from '../collection/album.ts'
import { readLookups } from '../collection/lookups-store.ts'
import { readReview } from '../collection/review-store.ts'
import { openCollection } from '../collection/store.ts'
import { withAccounts } from '../config/accounts.ts'
import { isTaskId } from '../config/catalog.ts'
import type { Config } from '../config/config.ts'
import { monotonic } from '../ground/clock.ts'
import type { Random } from '../ground/random.ts'
import { readHaikuLog } from '../haiku/store.ts'
import { lastListenOf, lastListens } from '../listens/last-listen.ts'
import { newestListen, readListens } from '../listens/store.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import { latestSlot } from '../schedule/slots.ts'
import type { Context, Work } from '../tasks/task.ts'
import { readInbox } from './inbox.ts'
import { cataloguesOf, chatOf, collectionSourceOf, listenSourcesOf } from './services.ts'

export interface Ingredients {
  /** The tree the data is read from. */
  root: string
  env: NodeJS.ProcessEnv
  config: Config
  now: Temporal.Instant
  /** Whether the run serves a slot. */
  scheduled: boolean
  /** Whether the tree is that of the remote branch, which others may read. */
  isShared: boolean
  random: Random
  progress: (line: string) => void
}

/** What a piece of work may know. Nothing is read, and no service loaded, before it is asked for. */
export function contextOf(work: Work, ingredients: Ingredients): Context {
  const { root, env, config, now, scheduled, random, progress, isShared } = ingredients
  const isPublic = isShared && env['REPOSITORY_PRIVATE'] !== 'true'
  const accounts = withAccounts(env, config.accounts)
  return {
    now,
    until: scheduled && isTaskId(work.id) ? latestSlot(config.tasks[work.id].schedule, now) : now,
    random,
    config,
    words: catalogOf(config.locale),
    albums: once(async () => (await openCollection(root)).data.albums),
    haikus: once(() => readHaikuLog(root)),
    lookups: once(() => readLookups(root)),
    lastListen: lastListenReader(root),
    listens: (window) => readListens(root, window),
    newestListen: (source) => newestListen(root, source, Math.floor(now.epochMilliseconds / 1000)),
    listenSources: (only) => listenSourcesOf(accounts, only),
    collectionSource: () => collectionSourceOf(accounts),
    catalogues: () => cataloguesOf(env),
    // Left out where it is known that everybody can read them; who publishes from elsewhere says it in the configuration.
    keepsPersonal: config.personalNotes ?? env['REPOSITORY_PRIVATE'] !== 'false',
    inbox: () => readInbox(root, { isPublic }),
    hasDecisions: async () =>
      (await readReview(root)).unsure.some(({ decision }) => decision !== null && decision !== 'skip'),
    chat: () => chatOf(env),
    clock: monotonic,
    progress,
  }
}

/** Reads at the first call; every later one is given the same. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => (reading ??= read())
}

function lastListenReader(root: string): Context['lastListen'] {
  const last = once(() => lastListens(readListens(root)))
  return async (album: Album) => {
    const seconds = lastListenOf(album, await last())
    return seconds === null ? null : Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
  }
}
