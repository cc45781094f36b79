import { ShrinkRefusal } from '../collection/shrink.ts'
import { monotonic } from '../ground/clock.ts'
import { seededRandom } from '../ground/random.ts'
import { removeAbandoned } from '../ground/temporary.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import type { SeenVersion } from '../repository/ledger.ts'
import type { ItemResult, Outcome } from '../tasks/task.ts'
import { pathsOf } from './apply.ts'
import { contextOf } from './context.ts'
import { keepOutcome } from './keep-outcome.ts'
import { load, notDue, refuseIfCollapsed, type Run, type RunRequest } from './load.ts'
import { nowhere, remoteBranch, workingTree, type Place } from './place.ts'
import { noteRun } from './note.ts'
import { failedAltogether, type RunResult } from './result.ts'

/** Runs one piece of work: loads, lets it decide, applies and keeps each of its outcomes. @throws AimeError */
export async function runWork(request: RunRequest): Promise<RunResult> {
  const started = monotonic()
  await removeAbandoned(request.env)
  const place = await placeOf(request)
  try {
    const run = await load(request, place)
    const result = await carryOut(run).catch(async (error: unknown) => {
      await noteRun(run, 'failed')
      throw inTheLanguageOf(run, error)
    })
    return { ...result, seconds: (monotonic() - started) / 1000 }
  } finally {
    await place.close()
  }
}

async function placeOf({ root, env, dryRun, publish, seed, progress }: RunRequest): Promise<Place> {
  if (dryRun) return nowhere(root, env)
  if (!publish) return workingTree(root, env)
  // A chance of its own for the waits between attempts, so that they do not change what the task draws.
  return remoteBranch(root, env, seededRandom(seededRandom(seed).int(2 ** 31) ^ process.pid), progress)
}

async function carryOut(run: Run): Promise<RunResult> {
  const { request, config, now } = run
  const result: RunResult = {
    work: request.work.id,
    config,
    now,
    pieces: [],
    nothing: notDue(run, config, run.ledger),
    items: [],
    failure: null,
    seconds: 0,
  }
  if (result.nothing !== null) return result
  // Asked beside the work, which takes longer anyway.
  const newest = newestVersion(run)
  const outcomes = await decide(run)
  try {
    for await (const outcome of outcomes) {
      if (outcome.kind === 'nothing') {
        result.nothing = outcome.because
        continue
      }
      const kept = await keepOutcome(outcome, run, { isFirst: result.pieces.length === 0, newest })
      if (kept.kind === 'served') return { ...result, nothing: kept.because }
      result.pieces.push(kept.piece)
      result.items.push(...outcome.items)
      for (const { page, why } of kept.problems) warnOnce(result.items, { item: page, result: 'warning', note: why })
    }
  } catch (error) {
    // What has been kept stands, and is told before what went wrong after it.
    if (result.pieces.length === 0) throw error
    result.failure = error instanceof Error ? error : new Error(String(error))
  }
  const isNoted = result.pieces.some(({ applied }) => pathsOf(applied).length > 0)
  if (!isNoted) await noteRun(run, failedAltogether(result.items) ? 'failed' : 'nothing')
  return result
}

/** Starts the work on what it may know. @throws ShrinkRefusal */
async function decide(run: Run): Promise<AsyncIterable<Outcome>> {
  const { request, place, config, now, ledger } = run
  const { work, env, scheduled, publish, seed, progress } = request
  const context = contextOf(work, {
    root: place.root,
    env,
    config,
    now,
    scheduled,
    random: seededRandom(seed),
    progress,
    isShared: publish || env['GITHUB_ACTIONS'] === 'true',
  })
  if (work.guarded) refuseIfCollapsed(run, await context.albums(), ledger)
  return work.run(context)
}

/** What the ledger is to say of the template's newest release; only what is published is worth asking for. */
async function newestVersion({ request, ledger, now }: Run): Promise<SeenVersion | null> {
  const { root, env, publish, dryRun } = request
  if (!publish || dryRun) return null
  const { lookForNewest } = await import('../repository/template/newest-version.ts')
  return lookForNewest(ledger.template ?? null, { root, env, now })
}

/** Each piece of a long task makes the pages again; what is wrong with them is said once. */
function warnOnce(items: ItemResult[], warning: ItemResult): void {
  const isKnown = items.some(({ item, note }) => item === warning.item && note === warning.note)
  if (!isKnown) items.push(warning)
}

function inTheLanguageOf({ config }: Run, error: unknown): unknown {
  if (error instanceof ShrinkRefusal) error.told = catalogOf(config.locale).summary.shrunk(error.shrinking)
  return error
}
