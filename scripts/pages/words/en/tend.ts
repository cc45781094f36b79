/** What a round says: everything that was due, served in one go. */
export const tend = {
  /** Heads of the columns. */
  task: 'Task',
  outcome: 'Outcome',
  seconds: 'Seconds',
  /** What came of a task. */
  verdicts: { done: 'done', partial: 'done, with warnings', nothing: 'nothing to do', failed: 'failed' },
  /** Instead of all of it. */
  nothingDue: 'Nothing is due.',
}
