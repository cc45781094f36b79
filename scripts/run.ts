import { parseArgs } from 'node:util'
import { systemNow } from './ground/clock.ts'
import { door, parsed } from './commands/terminal.ts'
import { EXIT, UsageError } from './ground/errors.ts'
import { freshSeed } from './ground/random.ts'
import { achievedNothing, annotationsOf, jobSummary, terminalReport } from './runner/report.ts'
import { runTask } from './runner/run-task.ts'
import type { RunRequest } from './runner/load.ts'
import { taskArgument, taskIdLines } from './commands/task-argument.ts'
import { timeArgument } from './ground/given-time.ts'

const USAGE = `npm run task -- <task_id> [--now ISO] [--seed N] [--dry-run] [--scheduled] [--publish]
                             [--accept-shrink] [--verbose]
    task_id      ${taskIdLines(17)}
    --now        a time such as 2026-01-31T06:00:15Z instead of the clock's
    --seed       a whole number; the same seed and time on the same files make the same run
    --dry-run    decide and show, write nothing
    --scheduled  only if the task's slot is not served yet
    --publish    commit to the branch and push
    --accept-shrink  export a collection that has become much smaller`

await door(async ({ print, tell, annotate, summarize }) => {
  const { values, positionals } = parsed(
    () =>
      parseArgs({
        allowPositionals: true,
        options: {
          now: { type: 'string' },
          seed: { type: 'string' },
          'dry-run': { type: 'boolean', default: false },
          scheduled: { type: 'boolean', default: false },
          publish: { type: 'boolean', default: false },
          'accept-shrink': { type: 'boolean', default: false },
          verbose: { type: 'boolean', default: false },
          help: { type: 'boolean', short: 'h', default: false },
        },
      }),
    USAGE,
  )
  if (values.help) {
    print(USAGE)
    return EXIT.ok
  }
  if (values['dry-run'] && values.publish) {
    throw new UsageError('--dry-run and --publish cannot go together.', { todo: 'Leave one of them out.' })
  }
  const started = performance.now()
  const seed = values.seed === undefined ? freshSeed() : seedOf(values.seed)
  const request: RunRequest = {
    task: taskArgument(positionals, USAGE),
    root: process.cwd(),
    env: process.env,
    now: values.now === undefined ? systemNow() : timeArgument(values.now),
    seed,
    dryRun: values['dry-run'],
    scheduled: values.scheduled,
    publish: values.publish,
    acceptShrink: values['accept-shrink'],
    progress: (line) => tell(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s] ${line}`),
  }
  const result = await runTask(request)
  print(terminalReport(result))
  tell(`(seed ${seed})`)
  await summarize(jobSummary(result, process.env))
  annotate(annotationsOf(result))
  if (result.failure !== null) throw result.failure
  return achievedNothing(result) ? EXIT.failed : EXIT.ok
})

function seedOf(text: string): number {
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 31) return Number(text)
  throw new UsageError(`--seed: “${text}” stands there. Possible: a whole number from 0 to ${2 ** 31 - 1}.`)
}
