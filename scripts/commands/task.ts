import { systemNow } from '../ground/clock.ts'
import { EXIT, UsageError } from '../ground/errors.ts'
import { timeArgument } from '../ground/given-time.ts'
import { freshSeed } from '../ground/random.ts'
import { achievedNothing } from '../runner/report.ts'
import { runWork } from '../runner/run-work.ts'
import { loadTask } from '../tasks/registry.ts'
import { command } from './command.ts'
import { taskArgument, taskIdLines } from './task-argument.ts'
import { tellRun } from './tell-run.ts'

const USAGE = `npm run task -- <task_id> [--now ISO] [--seed N] [--dry-run] [--scheduled] [--publish]
                             [--accept-shrink] [--verbose]
    task_id      ${taskIdLines(17)}
    --now        a time such as 2026-01-31T06:00:15Z instead of the clock's
    --seed       a whole number; the same seed and time on the same files make the same run
    --dry-run    decide and show, write nothing
    --scheduled  only if the task's slot is not served yet
    --publish    commit to the branch and push
    --accept-shrink  export a collection that has become much smaller`

export default command({
  usage: USAGE,
  positionals: true,
  options: {
    now: 'text',
    seed: 'text',
    'dry-run': 'flag',
    scheduled: 'flag',
    publish: 'flag',
    'accept-shrink': 'flag',
  },
  run: async ({ values, positionals, root, env, terminal }) => {
    const seed = values.seed === undefined ? freshSeed() : seedOf(values.seed)
    const result = await runWork({
      work: await loadTask(taskArgument(positionals, USAGE)),
      root,
      env,
      now: values.now === undefined ? systemNow() : timeArgument(values.now),
      seed,
      dryRun: values['dry-run'],
      scheduled: values.scheduled,
      publish: values.publish,
      acceptShrink: values['accept-shrink'],
      progress: terminal.progress,
    })
    await tellRun(result, env, terminal, seed)
    return achievedNothing(result) ? EXIT.failed : EXIT.ok
  },
})

function seedOf(text: string): number {
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 31) return Number(text)
  throw new UsageError(`--seed: “${text}” stands there. Possible: a whole number from 0 to ${2 ** 31 - 1}.`)
}
