import { Temporal } from 'temporal-polyfill'
import { monotonic } from '../ground/clock.ts'
import type { Album } from '../collection/album.ts'
import type { MergeBase, MergeResult } from '../collection/merge/decision.ts'
import { mergeList } from '../collection/merge/merge.ts'
import { mergeBase } from '../collection/merge-store.ts'
import { countOwn, refuseCollapse, refuseDeparture, ShrinkRefusal } from '../collection/shrink.ts'
import { openCollection } from '../collection/store.ts'
import { loadConfig, type Config } from '../config/config.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import { humanTime } from '../pages/time.ts'
import { seededRandom } from '../ground/random.ts'
import { remoteAddress } from '../repository/clone.ts'
import { repositoryOf } from '../repository/identity.ts'
import {
  ledgerFor,
  readLedger,
  repositoryBegan,
  withRun,
  withTemplate,
  writeLedger,
  type Ledger,
  type SeenVersion,
} from '../repository/ledger.ts'
import type { Change, Published } from '../repository/publish.ts'
import { isDue } from '../schedule/due.ts'
import { latestSlot, nextSlot } from '../schedule/slots.ts'
import { isTaskId } from '../config/catalog.ts'
import type { Errand, ItemResult, Outcome, Task, TaskData, Telling } from '../tasks/task.ts'
import { instantOf, type GivenTime } from '../ground/given-time.ts'
import { lookForNewest } from '../repository/template/newest-version.ts'
import { applyChanges, type Applied, type Changes } from './apply.ts'
import { runContext, taskContext, type Ingredients } from './context.ts'
import { refreshIndex, type Refreshed } from './index-pages.ts'
import { remoteBranch, workingTree, type Place } from './place.ts'

export interface RunRequest {
  task: Task | Errand
  /** The repository to run in. */
  root: string
  env: NodeJS.ProcessEnv
  /** When the run started; a time without a zone is one of the configured zone. */
  now: GivenTime
  seed: number
  /** Decide, but write nothing. */
  dryRun: boolean
  /** Ask the slot rule first. */
  scheduled: boolean
  /** Commit and push. */
  publish: boolean
  /** Go on where the collection has become much smaller since the last run. */
  acceptShrink?: boolean
  progress: (line: string) => void
}

/** One outcome of the task and what became of it. */
export interface Piece {
  subject: string
  /** What would be written, for a dry run: kinds of files, changes to the data. Empty: nothing would change. */
  wouldBe: string[]
  /** As {@link Changes} has them, for the data they ended up beside. */
  summary: string
  report: string
  /** How many records wait in the review after it. */
  unsure: number
  /** Null in a dry run. */
  applied: Applied | null
  /** Null where the result stays in the working tree. */
  published: Published | null
}

export interface RunResult {
  task: (Task | Errand)['id']
  config: Config
  now: Temporal.Instant
  pieces: Piece[]
  /** Why nothing was done, where nothing was. */
  nothing: string | null
  items: ItemResult[]
  /** What ended the task after some of its pieces were kept; null where nothing did. */
  failure: Error | null
  seconds: number
}

/** Runs one task: loads, lets it decide, applies each of its outcomes, publishes where asked to. @throws AimeError */
export async function runTask(request: RunRequest): Promise<RunResult> {
  const { root, env, publish, seed, progress } = request
  const random = seededRandom(seed)
  if (!publish) return runIn(workingTree(root, env), request)
  // A chance of its own for the waits between attempts, so that they do not change what the task draws.
  const place = await remoteBranch(root, env, seededRandom(random.int(2 ** 31) ^ process.pid), progress)
  try {
    return await runIn(place, request)
  } finally {
    await place.close()
  }
}

async function runIn(place: Place, request: RunRequest): Promise<RunResult> {
  const config = await loadConfig(place.root)
  try {
    return await runWith(config, place, request)
  } catch (error) {
    if (error instanceof ShrinkRefusal) error.told = catalogOf(config.locale).summary.shrunk(error.shrinking)
    throw error
  }
}

async function runWith(config: Config, place: Place, request: RunRequest): Promise<RunResult> {
  const { task: work, env, dryRun, scheduled, progress, seed, publish, acceptShrink = false } = request
  const task = isTask(work) ? work : null
  const started = monotonic()
  const now = instantOf(request.now, config.timezone)
  const result: RunResult = {
    task: work.id,
    config,
    now,
    pieces: [],
    nothing: null,
    items: [],
    failure: null,
    seconds: 0,
  }
  const repository = env['GITHUB_REPOSITORY'] || repositoryOf((await remoteAddress(request.root, env)) ?? '')
  const ledgerIn = async (tree: string): Promise<Ledger> => {
    const ledger = ledgerFor(repository, repositoryBegan(env), await readLedger(tree))
    return ledger.since === null ? { ...ledger, since: await place.since() } : ledger
  }

  const ledger = await ledgerIn(place.root)
  result.nothing = scheduled && task !== null ? notDue(task, config, ledger, now) : null
  // Asked beside the work, which takes longer anyway.
  let newest: Promise<SeenVersion | null> = Promise.resolve(null)
  if (result.nothing === null) {
    if (publish && !dryRun) newest = lookForNewest(ledger.template ?? null, { root: request.root, env, now })
    const random = seededRandom(seed)
    const ingredients = {
      root: place.root,
      env,
      config,
      now,
      scheduled,
      random,
      progress,
      isShared: publish || env['GITHUB_ACTIONS'] === 'true',
    }
    const { albums, outcomes } = await begin(work, ingredients)
    if (albums !== null) refuseIfCollapsed(albums, ledger)
    try {
      for await (const outcome of outcomes) if (!(await take(outcome, albums))) break
    } catch (error) {
      // What has been published stands, and is told before what went wrong after it.
      if (result.pieces.length === 0) throw error
      result.failure = error instanceof Error ? error : new Error(String(error))
    }
  }
  result.seconds = (monotonic() - started) / 1000
  return result

  function refuseIfCollapsed(albums: readonly Album[], { tasks }: Ledger): void {
    if (task?.guarded && !acceptShrink) refuseCollapse(albums, tasks[task.id]?.own_albums ?? null)
  }

  /** Applies an outcome. False: the slot is served already, and there is no use in going on. */
  async function take(outcome: Outcome, albums: readonly Album[] | null): Promise<boolean> {
    if (outcome.kind === 'nothing') {
      result.nothing = outcome.because
      return true
    }
    if (dryRun) {
      result.items.push(...outcome.items)
      const merges = await rehearseMerges(place.root, outcome.edits, acceptShrink)
      const after = merges.at(-1)?.albums ?? albums ?? (await openCollection(place.root)).data.albums
      result.pieces.push(pieceOf(outcome, { albums: after, merges }, null, null))
      return true
    }
    let applied: Applied | null = null
    let data: TaskData = { albums: albums ?? [], merges: [] }
    let index: Refreshed = { paths: [], problems: [] }
    let isServed = false
    const isFirst = result.pieces.length === 0
    const kept = await place.keep(async (tree): Promise<Change | null> => {
      // Asked again on every attempt: what was pushed meanwhile may have served the slot, or switched the task off.
      const current = await loadConfig(tree)
      const ledger = await ledgerIn(tree)
      result.nothing = scheduled && isFirst && task !== null ? notDue(task, current, ledger, now) : null
      isServed = result.nothing !== null
      if (isServed) return null
      // Merges read the collection themselves, and tell what it came to: a large one is not read once more.
      const isRead = !task?.guarded && outcome.edits.some(({ kind }) => kind === 'merge-albums')
      const stored = isRead ? [] : (await openCollection(tree)).data.albums
      refuseIfCollapsed(stored, ledger)
      const keep = task === null ? null : current.tasks[task.id].keep
      applied = await applyChanges(tree, current, outcome, { keep, acceptShrink })
      const albums = applied.merges.at(-1)?.albums ?? stored
      data = { albums, merges: applied.merges }
      const written = [...applied.outputs, ...applied.data, ...applied.removed, ...applied.taken]
      if (written.length === 0) return null
      // A run that achieved nothing does not serve its slot: the next wake-up tries again.
      const after =
        task === null || failedAltogether(outcome.items)
          ? ledger
          : withRun(ledger, task.id, {
              ...lastRun(task, current, outcome),
              own_albums: countOwn(albums),
            })
      const noted = withTemplate(after, await newest)
      const ledgerFile = await writeLedger(tree, noted)
      // Once is enough for a long task that leaves no files: a first sync has hundreds of pieces.
      if (isFirst || outcome.files.length > 0)
        index = await refreshIndex(tree, { config: current, ledger: noted, now: asOf(noted) })
      return {
        subject: outcome.subject,
        trailers: trailers(work, env, place),
        paths: written,
        alongside: [ledgerFile, ...index.paths],
      }
    })
    if (isServed) return false
    result.items.push(...outcome.items)
    result.pieces.push(pieceOf(outcome, data, applied, kept?.published ?? null))
    for (const { page, why } of index.problems) warnOnce({ item: page, result: 'warning', note: why })
    return true
  }

  /** The pages show the latest moment the ledger knows: another run may have started later and published earlier. */
  function asOf({ tasks }: Ledger): Temporal.Instant {
    const latest = Math.max(now.epochMilliseconds, ...Object.values(tasks).map(({ started }) => Date.parse(started)))
    return Temporal.Instant.fromEpochMilliseconds(latest)
  }

  /** Each piece of a long task makes the pages again; what is wrong with them is said once. */
  function warnOnce(warning: ItemResult): void {
    const known = result.items.some(({ item, note }) => item === warning.item && note === warning.note)
    if (!known) result.items.push(warning)
  }

  function lastRun(task: Task, current: Config, { items }: Changes) {
    return {
      slot: latestSlot(current.tasks[task.id].schedule, now).toString(),
      started: now.toString({ fractionalSecondDigits: 3 }),
      result: items.every((item) => item.result === 'done') ? ('done' as const) : ('partial' as const),
    }
  }
}

/** Why the task has no slot to serve now, in the language of the repository; null where it has one. */
function notDue(task: Task, config: Config, ledger: Ledger, now: Temporal.Instant): string | null {
  const { enabled, schedule } = config.tasks[task.id]
  const { notDue: words } = catalogOf(config.locale).summary
  if (!enabled) return words.disabled
  const last = ledger.tasks[task.id]
  const due = isDue({ schedule, now, served: instant(last?.slot), since: instant(ledger.since) })
  if (due.due) return null
  return words[due.why](humanTime(due.slot, config.timezone), humanTime(nextSlot(schedule, now), config.timezone))
}

/** Without its edits: a long sync would otherwise end with every listen in memory. */
function pieceOf(changes: Changes, data: TaskData, applied: Applied | null, published: Published | null): Piece {
  const told = (words: Telling) => (typeof words === 'string' ? words : words(data))
  return {
    subject: changes.subject,
    wouldBe: [
      ...changes.files.map(({ kind, extension }) => `${kind} (.${extension})`),
      ...(wouldChangeData(changes, data) ? ['changes to the data'] : []),
    ],
    summary: told(changes.summary),
    report: told(changes.report),
    unsure: data.merges.at(-1)?.review.unsure.filter(({ decision }) => decision === null).length ?? 0,
    applied,
    published,
  }
}

function wouldChangeData({ edits }: Changes, { merges }: TaskData): boolean {
  return merges.some(({ isChanged }) => isChanged) || edits.some(({ kind }) => kind !== 'merge-albums')
}

/** Whether there was something to achieve, and nothing of it was. */
export function failedAltogether(items: readonly ItemResult[]): boolean {
  return items.length > 0 && items.every(({ result }) => result === 'failed')
}

function instant(text: string | null | undefined): Temporal.Instant | null {
  return text == null ? null : Temporal.Instant.from(text)
}

function isTask(work: Task | Errand): work is Task {
  return isTaskId(work.id)
}

/** Reads what the work may know, and starts it. Its albums: null where it reads them itself, if it needs them. */
async function begin(work: Task | Errand, ingredients: Ingredients) {
  if (isTask(work)) {
    const context = await taskContext(work.id, ingredients)
    return { albums: context.albums, outcomes: work.run(context) }
  }
  const context = await runContext(ingredients)
  return { albums: null, outcomes: work.run(context) }
}

/** What the merges among some edits would come to; nothing is written. */
async function rehearseMerges(root: string, edits: Changes['edits'], acceptShrink: boolean): Promise<MergeResult[]> {
  const merges: MergeResult[] = []
  let base: MergeBase = await mergeBase(root)
  for (const edit of edits) {
    if (edit.kind !== 'merge-albums') continue
    const result = mergeList(base, edit.list, edit.today)
    if (!acceptShrink) refuseDeparture(base.albums, result.albums)
    merges.push(result)
    base = result
  }
  return merges
}

function trailers(task: Task | Errand, env: NodeJS.ProcessEnv, { mark }: Place): Record<string, string> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env
  return { Task: task.id, Run: server && repository && run ? `${server}/${repository}/actions/runs/${run}` : mark }
}
