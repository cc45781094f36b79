import type { Album } from '../../collection/album.ts'
import { COLLECTION_FILE, openCollection } from '../../collection/store.ts'
import type { Config } from '../../config/config.ts'
import { CONFIG_FILE } from '../../config/schema.ts'
import { HAIKU_FOLDER, readHaikuLog } from '../../haiku/store.ts'
import { LISTENS_FOLDER, readListens } from '../../listens/store.ts'
import { LEDGER_FILE, readLedger, type Ledger } from '../../repository/ledger.ts'
import type { TaskId } from '../../config/catalog.ts'
import { notAsked, ok, problem, type Check, type Finding } from './check.ts'

interface DataQuestion {
  root: string
  config: () => Promise<Config>
  /** The tasks this version can run. */
  tasks: readonly TaskId[]
  /** `owner/name` of this repository; null where it is not known. */
  repository: () => Promise<string | null>
}

/** Every file a person may have edited: is it there, and is it understood? */
export function dataChecks({ root, config, tasks, repository }: DataQuestion): Check[] {
  return [
    { name: 'configuration', ask: async () => judgeConfig(await config()) },
    { name: 'tasks', ask: async () => judgeTasks(tasks, await orNull(config)) },
    { name: 'collection', ask: async () => judgeCollection((await openCollection(root)).data.albums) },
    { name: 'haiku log', ask: async () => judgeHaikuLog((await readHaikuLog(root)).length) },
    { name: 'listens', ask: async () => judgeListens(await count(readListens(root))) },
    { name: 'run ledger', ask: async () => judgeLedger(await readLedger(root), await repository()) },
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
  return ok(starters === 0 ? total : `${total}, of which ${starters} still of the starter collection`)
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

/** What is wrong with it is said by its own check. */
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  return read().catch(() => null)
}

async function count(items: AsyncIterable<unknown>): Promise<number> {
  let total = 0
  for await (const _ of items) total++
  return total
}
