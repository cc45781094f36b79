import type { Finding } from '../../repository/finding.ts'

/** The words of the clock: its job summary, and the issue about a task that keeps failing. Links come as Markdown. */
export interface ClockWords {
  title: string
  task: string
  state: string
  /** `at` has the meaning that the finding gives it. */
  finding: Readonly<Record<Finding['kind'], (at: string) => string>>
  nothingDone: string
  done: {
    enable: (workflow: string) => string
    'keep-alive': (workflow: string) => string
    dispatch: (task: string) => string
    'open-issue': (task: string) => string
    'rewrite-issue': (task: string) => string
    'close-issue': (task: string) => string
  }
  /** Above what did not work. */
  failed: string
  undone: (doing: string) => string
  unread: (what: string) => string
  dryRun: string
  issue: {
    title: (task: string) => string
    failing: (task: string, runs: number) => string
    lastGood: (run: string) => string
    noGood: string
    todo: string
    about: string
    recovered: (task: string, run: string) => string
    off: (task: string) => string
    surplus: (number: number) => string
  }
}
