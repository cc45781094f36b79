import { Temporal } from 'temporal-polyfill'
import { withAccounts } from '../config/accounts.ts'
import { monotonic } from '../ground/clock.ts'
import type { Album } from '../collection/album.ts'
import { readLookups } from '../collection/lookups-store.ts'
import { readReview } from '../collection/review-store.ts'
import { openCollection } from '../collection/store.ts'
import type { Config } from '../config/config.ts'
import { readHaikuLog } from '../haiku/store.ts'
import { lastListenOf, lastListens } from '../listens/last-listen.ts'
import type { ListenSource } from '../listens/source.ts'
import { newestListen, readListens } from '../listens/store.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import type { Random } from '../ground/random.ts'
import { latestSlot } from '../schedule/slots.ts'
import { coverArtFromEnvironment } from '../sources/services/coverart.ts'
import { discogsFromEnvironment } from '../sources/services/discogs.ts'
import { euriaFromEnvironment } from '../sources/services/euria.ts'
import { lastfmFromEnvironment } from '../sources/services/lastfm.ts'
import { listenbrainzFromEnvironment } from '../sources/services/listenbrainz.ts'
import { musicBrainzFromEnvironment } from '../sources/services/musicbrainz.ts'
import { spotifyFromEnvironment } from '../sources/services/spotify.ts'
import { wikidataFromEnvironment } from '../sources/services/wikidata.ts'
import { wikipediaFromEnvironment } from '../sources/services/wikipedia.ts'
import type { TaskId } from '../config/catalog.ts'
import type { Catalogues, RunContext, TaskContext } from '../tasks/task.ts'
import { USER_AGENT } from '../ground/version.ts'
import { readInbox } from './inbox.ts'

export interface Ingredients {
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

/** Everything a task may know, read from the tree at `root`. @throws DataError, ConfigError */
export async function taskContext(task: TaskId, ingredients: Ingredients): Promise<TaskContext> {
  const { config, now, scheduled } = ingredients
  const settings = config.tasks[task]
  const until = scheduled ? latestSlot(settings.schedule, now) : now
  const context = await runContext(ingredients)
  return { ...context, albums: await context.readAlbums(), until, settings }
}

/** What everything that is run may know, read from the tree at `root`. @throws DataError, ConfigError */
export async function runContext(ingredients: Ingredients): Promise<RunContext> {
  const { root, env, config, now, random, progress, isShared } = ingredients
  const accounts = withAccounts(env, config.accounts)
  return {
    now,
    until: now,
    random,
    config,
    words: catalogOf(config.locale),
    readAlbums: async () => (await openCollection(root)).data.albums,
    haikus: await readHaikuLog(root),
    lastListen: lastListenReader(root),
    listens: (window) => readListens(root, window),
    newestListen: (source) => newestListen(root, source, Math.floor(now.epochMilliseconds / 1000)),
    listenSources: (only) => listenSourcesOf(accounts, only),
    collectionSource: () => discogsFromEnvironment(accounts, { userAgent: USER_AGENT }),
    lookups: await readLookups(root),
    catalogues: () => cataloguesOf(env),
    inbox: () => readInbox(root, { isPublic: isShared && env['REPOSITORY_PRIVATE'] !== 'true' }),
    hasDecisions: async () =>
      (await readReview(root)).unsure.some(({ decision }) => decision !== null && decision !== 'skip'),
    chat: () => euriaFromEnvironment(env, { userAgent: USER_AGENT }),
    clock: monotonic,
    progress,
  }
}

/** @throws ConfigError where one is configured wrongly */
function listenSourcesOf(accounts: NodeJS.ProcessEnv, only?: string): ListenSource[] {
  const options = { userAgent: USER_AGENT }
  const listenbrainz = only === 'lastfm' ? null : listenbrainzFromEnvironment(accounts, options)
  // A key of Last.fm alone names nobody; beside ListenBrainz it may be there for another day.
  const isUnused = only === 'listenbrainz' || (listenbrainz !== null && !accounts['LASTFM_USER'])
  const lastfm = isUnused ? null : lastfmFromEnvironment(accounts, options)
  return [lastfm, listenbrainz].filter((source) => source !== null)
}

/** @throws ConfigError where one is configured wrongly */
function cataloguesOf(env: NodeJS.ProcessEnv): Catalogues {
  // MusicBrainz and Wikimedia ask for a contact: the repository the run is for.
  const repository = env['GITHUB_REPOSITORY']
  const options = {
    userAgent: repository ? USER_AGENT.replace(/\(.*\)$/u, `(+https://github.com/${repository})`) : USER_AGENT,
  }
  return {
    spotify: spotifyFromEnvironment(env, options),
    musicBrainz: musicBrainzFromEnvironment(env, options),
    coverArt: coverArtFromEnvironment(env, options),
    wikidata: wikidataFromEnvironment(env, options),
    wikipedia: wikipediaFromEnvironment(env, options),
  }
}

/** The listens are read once, and only when somebody asks. */
function lastListenReader(root: string): TaskContext['lastListen'] {
  let last: ReturnType<typeof lastListens> | undefined
  return async (album: Album) => {
    last ??= lastListens(readListens(root))
    const seconds = lastListenOf(album, await last)
    return seconds === null ? null : Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
  }
}
