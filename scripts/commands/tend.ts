import { loadConfig } from '../config/config.ts'
import type { TaskId } from '../config/catalog.ts'
import { systemNow } from '../ground/clock.ts'
import { EXIT, PublishError } from '../ground/errors.ts'
import { instantOf, timeArgument, type GivenTime } from '../ground/given-time.ts'
import { freshSeed } from '../ground/random.ts'
import { notesOf } from '../repository/notes.ts'
import { dueTasks } from '../runner/due-tasks.ts'
import { ledgerReader } from '../runner/load.ts'
import { workingTree } from '../runner/place.ts'
import { publishNotes } from '../runner/publish-notes.ts'
import { loadTask } from '../tasks/registry.ts'
import { command } from './command.ts'
import { serve, type Served } from './tend/serve.ts'
import { roundSummary, roundText } from './tend/report.ts'

const USAGE = `npm run tend [-- --publish] [--dry-run] [--list] [--now ISO] [--verbose]
Runs every task that is due, those first whose result others work on.
    --publish  commit to the branch and push
    --dry-run  decide and show, write nothing
    --list     only print the ids of the tasks that are due, as JSON
    --now      a time such as 2026-01-31T06:00:15Z instead of the clock's`

export default command({
  usage: USAGE,
  options: { publish: 'flag', 'dry-run': 'flag', list: 'flag', now: 'text' },
  run: async ({ values, root, env, terminal }) => {
    const now = values.now === undefined ? systemNow() : timeArgument(values.now)
    const due = await dueAt(now, root, env)
    if (values.list) {
      terminal.print(JSON.stringify(due))
      return EXIT.ok
    }
    const { locale } = await loadConfig(root)
    const round: Served[] = []
    const seed = freshSeed()
    const common = {
      root,
      env,
      now,
      seed,
      publish: values.publish,
      dryRun: values['dry-run'],
      progress: terminal.progress,
    }
    for (const id of due) {
      const served = await serve({ ...common, work: await loadTask(id), scheduled: true })
      terminal.print(`${served.report}\n`)
      terminal.annotate(served.annotations)
      round.push(served)
    }
    if (values.publish) await publishNotes(common)
    terminal.print(roundText(round))
    await terminal.summarize(roundSummary(round, locale, env))
    return round.some(({ verdict }) => verdict === 'failed') ? EXIT.failed : EXIT.ok
  },
})

/** What is due by the config and the ledger of the folder, with the notes of its clone that no commit has taken along. */
async function dueAt(time: GivenTime, root: string, env: NodeJS.ProcessEnv): Promise<TaskId[]> {
  const config = await loadConfig(root)
  // A folder that is no clone has no notes.
  const notes = await notesOf(root, env).catch((error: unknown) => {
    if (error instanceof PublishError) return null
    throw error
  })
  const place = { ...workingTree(root, env), ...(notes === null ? {} : { pending: notes.pending }) }
  const ledgerIn = await ledgerReader(root, env, place)
  return dueTasks(config, await ledgerIn(root), env, instantOf(time, config.timezone))
}
