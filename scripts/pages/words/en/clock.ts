import type { Finding } from '../../../repository/finding.ts'

/** What the clock says: in its job summary, and in the issue about a task that keeps failing. */
export const clock = {
  title: 'The clock',
  /** Heads of the columns. */
  task: 'Task',
  state: 'State',
  /** How a task stands, as plain text. `at`: a time of its schedule, '' for those that speak of none. */
  finding: {
    due: (at) => `due since ${at}`,
    served: (at) => `up to date; next on ${at}`,
    'before-ledger': (at) => `nothing due yet; first on ${at}`,
    'has-run': (at) => `has run and had nothing to write; next on ${at}`,
    'under-way': (at) => `a run is under way; next on ${at}`,
    'failed-too-often': (at) => `keeps failing; tried again from ${at}`,
    off: () => 'off in config/app.json',
    'no-workflow': () => 'its workflow is not there',
    'switched-off': () => 'its workflow is switched off on GitHub',
    unknown: () => 'due, but its runs could not be read',
  } satisfies Record<Finding['kind'], (at: string) => string>,
  nothingDone: 'Nothing to do.',
  /** What was done, as plain text; `workflow`: a file name. */
  done: {
    enable: (workflow: string) => `${workflow} switched on again: GitHub had switched it off for inactivity`,
    'keep-alive': (workflow: string) => `${workflow} kept switched on: nobody has pushed for a month`,
    dispatch: (task: string) => `${task} started`,
    'open-issue': (task: string) => `issue opened: ${task} keeps failing`,
    'rewrite-issue': (task: string) => `issue brought up to date: ${task} still fails`,
    'close-issue': (task: string) => `issue about ${task} closed`,
  },
  /** Above what did not work. */
  failed: 'Did not work',
  /** `doing`: one of `done`. */
  undone: (doing: string) => `not done: ${doing}`,
  /** `what`: a task’s id, or what else was to be read. */
  unread: (what: string) => `could not be read: ${what}`,
  dryRun: 'Dry run: nothing was done.',
  /** The issue, as Markdown; `task` and `run` are links to their pages but in the title, which is plain text. */
  issue: {
    title: (task: string) => `${task} keeps failing`,
    /** Above the list of these runs. */
    failing: (task: string, runs: number) => `The last ${runs} runs of ${task} failed:`,
    lastGood: (run: string) => `The last one that worked: ${run}.`,
    noGood: 'None of the runs that GitHub still shows worked.',
    todo: 'What to do: open the newest of these runs; its summary says what went wrong and what helps. `npm run doctor` checks the whole setup.',
    /** In small print. */
    about: 'The clock keeps this issue up to date and closes it when the task works again.',
    /** The last words of the issue: why it is closed. */
    recovered: (task: string, run: string) => `${task} works again: ${run}.`,
    off: (task: string) => `${task} is switched off in config/app.json.`,
    /** Of a second issue about the same; `number`: the first one’s. */
    surplus: (number: number) => `Same as #${number}.`,
  },
}
