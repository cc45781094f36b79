import type { Run } from './actions.ts'

/** This many failed runs in a row are worth an issue: fewer pass by themselves. */
const PERSISTENT = 3

/** `action_required`: it waits for somebody's leave and has done nothing. */
const FAILED: ReadonlySet<string | null> = new Set(['failure', 'timed_out', 'startup_failure', 'action_required'])

export interface Failures {
  /** The failed runs since the last one that worked, newest first. */
  streak: Run[]
  /** Whether that is worth telling somebody. */
  persistent: boolean
  /** The latest run, if it worked. */
  recovered: Run | null
  /** The latest run that worked, as far as the runs go back. */
  lastGood: Run | null
}

/** Whether a run came to a bad end. */
export function isFailure({ conclusion }: Pick<Run, 'conclusion'>): boolean {
  return FAILED.has(conclusion)
}

/**
 * What a task's runs, newest first, say of its health. Runs that were cancelled or skipped, or are not done, say nothing.
 */
export function failuresOf(runs: readonly Run[]): Failures {
  const telling = runs.filter((run) => run.conclusion === 'success' || isFailure(run))
  const good = telling.findIndex(({ conclusion }) => conclusion === 'success')
  const streak = good === -1 ? telling : telling.slice(0, good)
  const lastGood = telling[good] ?? null
  return { streak, persistent: streak.length >= PERSISTENT, recovered: good === 0 ? lastGood : null, lastGood }
}
