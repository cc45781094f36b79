import { setTimeout as sleep } from 'node:timers/promises'
import { monotonic } from '../ground/clock.ts'
import { command } from './command.ts'
import { EXIT } from '../ground/errors.ts'
import { readRepository, readRun } from '../repository/github/actions.ts'
import { githubFromEnvironment, needToken } from '../repository/github/client.ts'
import { followRun, PATIENCE } from '../repository/github/follow.ts'
import { findRun, startRun, workflowPage } from '../repository/github/start-run.ts'
import { taskArgument, taskIdLines } from './task-argument.ts'

const USAGE = `npm run trigger -- <task_id> [--no-wait] [--ref branch] [--verbose]
    task_id    ${taskIdLines(15)}
    --no-wait  start it and leave; without it the run is followed to its end
    --ref      the branch to run on instead of the repository's default branch
Presses the button of the task's workflow on GitHub. It needs GITHUB_TOKEN; the repository is that of the clone it is run
in, or GITHUB_REPOSITORY.`

export default command({
  usage: USAGE,
  positionals: true,
  options: { 'no-wait': 'flag', ref: 'text' },
  run: async ({ values, positionals, root, env, terminal: { print, tell, progress } }) => {
    const id = taskArgument(positionals, USAGE)
    const file = `${id}.yml`
    const github = await githubFromEnvironment(env, root)
    needToken(github, 'GitHub starts a workflow for nobody without one')
    const began = monotonic()

    const repository = await readRepository(github)
    const ref = values.ref ?? repository.defaultBranch
    const dispatched = await startRun(github, repository, file, ref)
    progress(`started ${file} on ${github.repository}, branch ${ref}`)
    const page = workflowPage(repository, file)
    const run =
      dispatched.runId === null
        ? values['no-wait']
          ? null
          : await findRun(github, file, ref, dispatched.at, sleep)
        : { id: dispatched.runId, url: dispatched.url }
    if (values['no-wait']) {
      print(`${id}: started\n${run?.url ?? page}`)
      return EXIT.ok
    }
    if (run === null) {
      tell(`✗ GitHub accepted the start of ${id}, but shows no run for it yet.\n  → Look at ${page}`)
      return EXIT.failed
    }
    progress(run.url)
    const end = await followRun({ read: () => readRun(github, run.id), sleep, clock: monotonic, progress })
    if (end?.status !== 'completed') {
      const minutes = PATIENCE.budgetMs / 60_000
      tell(`✗ ${id} is not done after ${minutes} minutes (${end?.status ?? 'never seen'}).\n  → Look at ${run.url}`)
      return EXIT.failed
    }
    print(`${id}: ${end.conclusion ?? 'unknown'} after ${seconds(began)} s\n${end.url}`)
    if (end.conclusion === 'skipped') tell('  → In the template itself the tasks do nothing; they run in its copies.')
    return end.conclusion === 'success' ? EXIT.ok : EXIT.failed
  },
})

function seconds(since: number): string {
  return ((monotonic() - since) / 1000).toFixed(1)
}
