import type { Run } from './actions.ts'
import { GitHubError } from './errors.ts'

export interface Patience {
  /** Milliseconds after which the run is left to itself. */
  budgetMs: number
  /** Milliseconds before the second look; the waits grow by half, up to `longestMs`. */
  shortestMs: number
  longestMs: number
}

export const PATIENCE: Patience = { budgetMs: 20 * 60_000, shortestMs: 1_000, longestMs: 15_000 }

interface Following {
  read: () => Promise<Run>
  sleep: (ms: number) => Promise<unknown>
  /** Milliseconds that only ever grow. */
  clock: () => number
  /** Told each time there is something new, and that a look failed. */
  progress: (line: string) => void
  patience?: Patience
}

/**
 * Looks at a run until it is completed, or until patience ends: then it is given as it was last seen, null where it never
 * was. A look that fails for a reason that passes is repeated. @throws GitHubError for any other
 */
export async function followRun({ read, sleep, clock, progress, patience = PATIENCE }: Following): Promise<Run | null> {
  const { budgetMs, shortestMs, longestMs } = patience
  const end = clock() + budgetMs
  let wait = shortestMs
  let seen: Run | null = null
  for (;;) {
    try {
      const run = await read()
      if (run.status !== seen?.status && run.status !== 'completed') progress(run.status.replaceAll('_', ' '))
      seen = run
      if (run.status === 'completed') return run
    } catch (error) {
      if (!(error instanceof GitHubError) || !error.transient) throw error
      progress(`${error.message} Looking again.`)
    }
    if (clock() + wait > end) return seen
    await sleep(wait)
    wait = Math.min(longestMs, wait * 1.5)
  }
}
