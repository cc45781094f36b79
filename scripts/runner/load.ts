import { Temporal } from 'temporal-polyfill'
import type { Album } from '../collection/album.ts'
import { refuseCollapse } from '../collection/shrink.ts'
import { isTaskId } from '../config/catalog.ts'
import { loadConfig, type Config } from '../config/config.ts'
import { instantOf, type GivenTime } from '../ground/given-time.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import { humanTime } from '../pages/time.ts'
import { remoteAddress } from '../repository/clone.ts'
import { repositoryOf } from '../repository/identity.ts'
import { ledgerFor, readLedger, repositoryBegan, type Ledger } from '../repository/ledger.ts'
import { withNotes } from '../repository/notes.ts'
import { standingOf } from '../repository/standing.ts'
import type { Work } from '../tasks/task.ts'
import { refuseUnkept } from './output-folder.ts'
import type { Place } from './place.ts'
import { survey } from './survey.ts'

export interface RunRequest {
  work: Work
  /** The repository to run in. */
  root: string
  env: NodeJS.ProcessEnv
  /** When the run started; a time without a zone is one of the configured zone. */
  now: GivenTime
  seed: number
  /** Keep nothing. */
  dryRun: boolean
  /** Ask the slot rule first. */
  scheduled: boolean
  /** Commit and push. */
  publish: boolean
  /** Go on where the collection has become much smaller since the last run. */
  acceptShrink?: boolean
  progress: (line: string) => void
}

/** A run that has begun: what it was asked, where, and what was found there. */
export interface Run {
  request: RunRequest
  place: Place
  config: Config
  now: Temporal.Instant
  ledger: Ledger
  /** The ledger of a tree of the place, as it counts in this repository. */
  ledgerIn: (tree: string) => Promise<Ledger>
}

/** Reads what every run needs to know before it decides anything. @throws ConfigError, DataError */
export async function load(request: RunRequest, place: Place): Promise<Run> {
  const { root, env } = request
  const config = await loadConfig(place.root)
  await survey(place.root, config.outputDir, place.isReadOnly)
  await refuseUnkept(root, env, config)
  const now = instantOf(request.now, config.timezone)
  const ledgerIn = await ledgerReader(root, env, place)
  return { request, place, config, now, ledger: await ledgerIn(place.root), ledgerIn }
}

/** Reads the ledger of a tree of the place as it counts in the repository at `root`, with what is not committed yet. */
export async function ledgerReader(root: string, env: NodeJS.ProcessEnv, place: Place): Promise<Run['ledgerIn']> {
  const repository = env['GITHUB_REPOSITORY'] || repositoryOf((await remoteAddress(root, env)) ?? '')
  return async (tree) => {
    const ledger = ledgerFor(repository, repositoryBegan(env), await readLedger(tree))
    const began = ledger.since === null ? { ...ledger, since: await place.since() } : ledger
    return withNotes(began, await place.pending())
  }
}

/** The pages show the latest moment the ledger knows: another run may have started later and published earlier. */
export function asOf({ tasks }: Ledger, now: Temporal.Instant): Temporal.Instant {
  const latest = Math.max(now.epochMilliseconds, ...Object.values(tasks).map(({ started }) => Date.parse(started)))
  return Temporal.Instant.fromEpochMilliseconds(latest)
}

/** Why a scheduled run has no slot to serve, in the language of the repository; null where it has one, or needs none. */
export function notDue({ request, now }: Run, config: Config, ledger: Ledger): string | null {
  const { id } = request.work
  if (!request.scheduled || !isTaskId(id)) return null
  const task = config.tasks[id]
  const standing = standingOf(task, ledger, now)
  const { notDue: words } = catalogOf(config.locale).summary
  if (standing.kind === 'off') return words.disabled
  if (standing.due) return null
  return words[standing.why](humanTime(standing.slot, config.timezone), humanTime(standing.next, config.timezone))
}

/** Stops work that saves or exports a collection that collapsed since its last run. @throws ShrinkRefusal */
export function refuseIfCollapsed({ request }: Run, albums: readonly Album[], { tasks }: Ledger): void {
  const { work, acceptShrink = false } = request
  if (work.guarded && !acceptShrink) refuseCollapse(albums, tasks[work.id]?.own_albums ?? null)
}
