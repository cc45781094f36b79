import type { Album } from '../../collection/album.ts'
import { isPersonal } from '../../collection/personal.ts'
import { LOOKUPS_FILE } from '../../collection/lookups-store.ts'
import { REVIEW_FILE, type Review } from '../../collection/review.ts'
import { COLLECTION_FILE } from '../../collection/store.ts'
import type { TaskId } from '../../config/catalog.ts'
import type { Config } from '../../config/config.ts'
import { CONFIG_FILE } from '../../config/schema.ts'
import { HAIKU_FOLDER } from '../../haiku/store.ts'
import { LISTENS_FOLDER } from '../../listens/store.ts'
import { LEDGER_FILE, type Ledger } from '../../repository/ledger.ts'
import { DATA_NAMES, readPart, type ForEach } from '../data-files.ts'
import { notAsked, ok, problem, type Check, type Finding } from './check.ts'

interface DataQuestion {
  root: string
  env: NodeJS.ProcessEnv
  config: () => Promise<Config>
  /** The tasks this version can run. */
  tasks: readonly TaskId[]
  /** `owner/name` of this repository; null where it is not known. */
  repository: () => Promise<string | null>
}

/** Every file a person may have edited: is it there, and is it understood? */
export function dataChecks({ root, env, config, tasks, repository }: DataQuestion): Check[] {
  const judge: ForEach<Finding> = {
    configuration: judgeConfig,
    collection: judgeCollection,
    review: judgeReview,
    'haiku log': (poems) => judgeHaikuLog(poems.length),
    listens: judgeListens,
    'look-ups': (attempts) => judgeLookups(attempts.length),
    'run ledger': async (ledger) => judgeLedger(ledger, await repository()),
  }
  const [configuration, ...data] = DATA_NAMES.map((name) => ({ name, ask: () => readPart(root, env, name, judge) }))
  return [
    configuration!,
    // What is wrong with the configuration is said by its own check.
    { name: 'tasks', ask: async () => judgeTasks(tasks, await config().catch(() => null)) },
    ...data,
  ]
}

export function judgeConfig({ running, locale, timezone }: Config): Finding {
  if (!running)
    return problem(
      `${CONFIG_FILE} is understood, but the scheduler is off: nothing runs by itself.`,
      `Set "enabled" under "scheduler" to true in ${CONFIG_FILE} and commit it.`,
    )
  return ok(`${CONFIG_FILE} is understood: language ${locale}, time zone ${timezone}`)
}

/** The exact ids, because they are what people mistype; `config` is null where it cannot be read. */
export function judgeTasks(ids: readonly TaskId[], config: Config | null): Finding {
  const named = ids.map((id) => (config !== null && !config.tasks[id].enabled ? `${id} (off)` : id))
  return ok(`Their exact ids: ${named.join(', ')}`)
}

export function judgeCollection(albums: readonly Album[]): Finding {
  const starters = albums.filter(({ source }) => source === 'starter').length
  if (albums.length === 0)
    return problem(
      `${COLLECTION_FILE} has no albums, so there is nothing to write about.`,
      'Press “▶ Commencer ici” under Actions, or upload a list to data/inbox: the README’s section “Your own albums” shows how.',
    )
  const total = plural(albums.length, 'album')
  if (starters === albums.length)
    return ok(
      `${total}, all of the starter collection: bring your own with “▶ Commencer ici” under Actions, or upload a list to data/inbox`,
    )
  const known = starters === 0 ? total : `${total}, of which ${starters} still of the starter collection`
  const personal = albums.filter(({ copies }) => copies?.some(isPersonal)).length
  if (personal === 0) return ok(known)
  return ok(
    `${known}; ${plural(personal, 'album')} with notes, prices, sellers or folders: everybody reads them, in git’s history too, once the repository is public`,
  )
}

export function judgeReview({ unsure }: Review): Finding {
  const waiting = unsure.filter(({ decision }) => decision === null).length
  return ok(
    waiting === 0 ? 'nothing waits for your word' : `${plural(waiting, 'record')} to decide about in ${REVIEW_FILE}`,
  )
}

export function judgeHaikuLog(poems: number): Finding {
  return poems === 0 ? notAsked(`${HAIKU_FOLDER}: no poem yet.`) : ok(plural(poems, 'poem'))
}

export function judgeListens(listens: number): Finding {
  if (listens > 0) return ok(plural(listens, 'listen'))
  return notAsked(
    `${LISTENS_FOLDER}: none yet. The weekly haiku and the analysis live by them; Last.fm or ListenBrainz bring them in.`,
  )
}

export function judgeLookups(attempts: number): Finding {
  return attempts === 0 ? notAsked(`${LOOKUPS_FILE}: none yet.`) : ok(`${plural(attempts, 'attempt')} remembered`)
}

/** @param repository The repository this is; null where it is not known. */
export function judgeLedger({ repository: owner, tasks }: Ledger, repository: string | null): Finding {
  const runs = `${plural(Object.keys(tasks).length, 'task')} on record`
  if (owner === null) return ok(`${LEDGER_FILE} belongs to no repository yet; ${runs}`)
  if (repository !== null && owner.toLowerCase() !== repository.toLowerCase())
    return ok(`${LEDGER_FILE} is that of ${owner}; in ${repository} it starts anew with the first run`)
  return ok(`${LEDGER_FILE} belongs to ${owner}; ${runs}`)
}

export function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
