import type { Album } from '../collection/album.ts'
import { countOwn } from '../collection/shrink.ts'
import { openCollection } from '../collection/store.ts'
import { isTaskId } from '../config/catalog.ts'
import { loadConfig, type Config } from '../config/config.ts'
import { withRun, withTemplate, writeLedger, type Ledger, type SeenVersion } from '../repository/ledger.ts'
import { latestSlot } from '../schedule/slots.ts'
import type { TaskData, Telling } from '../tasks/task.ts'
import { applyChanges, pathsOf, type Applied, type Changes } from './apply.ts'
import { refreshIndex, type Refreshed } from './index-pages.ts'
import { asOf, notDue, refuseIfCollapsed, type Run } from './load.ts'
import { trailersOf, type Attempt } from './place.ts'
import { failedAltogether, type Piece } from './result.ts'
import { survey } from './survey.ts'

/** What became of an outcome. `served`: its slot is served already, for this reason, and there is no use in going on. */
export type Kept = { kind: 'served'; because: string } | { kind: 'kept'; piece: Piece; problems: Refreshed['problems'] }

export interface Moment {
  /** Whether nothing of this run has been kept before. */
  isFirst: boolean
  /** What is known of the template's newest release; null where nobody asked. */
  newest: Promise<SeenVersion | null>
}

/** Applies an outcome to the newest data of the run's place, and keeps it there with the ledger and the pages. */
export async function keepOutcome(outcome: Changes, run: Run, moment: Moment): Promise<Kept> {
  const { value, published } = await run.place.keep((tree) => writeInto(tree, outcome, run, moment))
  if (value.kind === 'served') return value
  const { applied, data, problems } = value
  const told = (words: Telling) => (typeof words === 'string' ? words : words(data))
  const piece: Piece = {
    subject: outcome.subject,
    summary: told(outcome.summary),
    report: told(outcome.report),
    unsure: data.merges.at(-1)?.review.unsure.filter(({ decision }) => decision === null).length ?? 0,
    applied,
    wouldBe: run.request.dryRun ? kindsOf(outcome, applied) : null,
    published,
  }
  return { kind: 'kept', piece, problems }
}

type Written =
  | { kind: 'served'; because: string }
  | { kind: 'written'; applied: Applied; data: TaskData; problems: Refreshed['problems'] }

/** One attempt. What was pushed meanwhile may have served the slot or switched the task off, so both are asked again. */
async function writeInto(
  tree: string,
  outcome: Changes,
  run: Run,
  { isFirst, newest }: Moment,
): Promise<Attempt<Written>> {
  const config = await loadConfig(tree)
  // What was pushed meanwhile may have brought a link.
  await survey(tree, config.outputDir, true)
  const ledger = await run.ledgerIn(tree)
  const because = isFirst ? notDue(run, config, ledger) : null
  if (because !== null) return { value: { kind: 'served', because }, change: null }

  const before = await albumsBefore(tree, outcome, run)
  refuseIfCollapsed(run, before, ledger)
  const { work, acceptShrink = false } = run.request
  const keepFiles = isTaskId(work.id) ? config.tasks[work.id].keep : null
  const applied = await applyChanges(tree, config, outcome, { keep: keepFiles, acceptShrink })
  const data: TaskData = { albums: applied.merges.at(-1)?.albums ?? before, merges: applied.merges }
  const paths = pathsOf(applied)
  if (paths.length === 0) return { value: { kind: 'written', applied, data, problems: [] }, change: null }

  const noted = withTemplate(ledgerAfter(ledger, config, outcome, data.albums, run), await newest)
  const ledgerFile = await writeLedger(tree, noted)
  // Once is enough for a long task that leaves no files: a first sync has hundreds of pieces.
  const pages: Refreshed =
    isFirst || outcome.files.length > 0
      ? await refreshIndex(tree, { config, ledger: noted, now: asOf(noted, run.now) })
      : { paths: [], problems: [] }
  return {
    value: { kind: 'written', applied, data, problems: pages.problems },
    change: {
      subject: outcome.subject,
      trailers: trailersOf(work.id, run.request.env, run.place),
      paths,
      alongside: [ledgerFile, ...pages.paths],
    },
  }
}

/** Merges read the collection themselves, and tell what it came to: a large one is not read once more. */
async function albumsBefore(tree: string, { edits }: Changes, { request }: Run): Promise<readonly Album[]> {
  const isReadByMerge = !request.work.guarded && edits.some(({ kind }) => kind === 'merge-albums')
  return isReadByMerge ? [] : (await openCollection(tree)).data.albums
}

function ledgerAfter(
  ledger: Ledger,
  config: Config,
  { items }: Changes,
  albums: readonly Album[],
  { request, now }: Run,
): Ledger {
  const { id } = request.work
  if (!isTaskId(id)) return ledger
  return withRun(ledger, id, {
    slot: latestSlot(config.tasks[id].schedule, now).toString(),
    started: now.toString({ fractionalSecondDigits: 3 }),
    result: failedAltogether(items) ? 'failed' : items.every(({ result }) => result === 'done') ? 'done' : 'partial',
    own_albums: countOwn(albums),
  })
}

function kindsOf({ files }: Changes, { data, taken }: Applied): string[] {
  return [
    ...files.map(({ kind, extension }) => `${kind} (.${extension})`),
    ...(data.length + taken.length > 0 ? ['changes to the data'] : []),
  ]
}
