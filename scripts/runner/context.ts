import { Temporal } from 'temporal-polyfill'
import { monotonic } from '../clock.ts'
import type { Album } from '../collection/album.ts'
import { openCollection } from '../collection/store.ts'
import type { Config } from '../config.ts'
import { readHaikuLog } from '../haiku/store.ts'
import { lastListenOf, lastListens } from '../listens/last-listen.ts'
import { readListens } from '../listens/store.ts'
import { catalogOf } from '../locale.ts'
import type { Random } from '../random.ts'
import { euriaFromEnvironment } from '../services/euria.ts'
import type { TaskId } from '../tasks/catalog.ts'
import type { TaskContext } from '../tasks/task.ts'
import { USER_AGENT } from '../version.ts'

interface Ingredients {
  root: string
  env: NodeJS.ProcessEnv
  config: Config
  now: Temporal.Instant
  random: Random
  progress: (line: string) => void
}

/** Everything a task may know, read from the tree at `root`. @throws DataError, ConfigError */
export async function taskContext(task: TaskId, ingredients: Ingredients): Promise<TaskContext> {
  const { root, env, config, now, random, progress } = ingredients
  const collection = await openCollection(root)
  return {
    now,
    random,
    config,
    settings: config.tasks[task],
    words: catalogOf(config.locale),
    albums: collection.data.albums,
    haikus: await readHaikuLog(root),
    lastListen: lastListenReader(root),
    chat: () => euriaFromEnvironment(env, { userAgent: USER_AGENT }),
    clock: monotonic,
    progress,
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
