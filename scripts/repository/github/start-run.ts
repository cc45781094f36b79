import { Temporal } from 'temporal-polyfill'
import { TaskError } from '../../ground/errors.ts'
import { dispatchWorkflow, listRuns, readLogin, readWorkflow, type Dispatched, type Repository } from './actions.ts'
import type { GitHub } from './client.ts'
import { GitHubError } from './errors.ts'

/** Starts a workflow; what GitHub refuses is told with what to do about it. @throws TaskError, GitHubError */
export async function startRun(
  github: GitHub,
  repository: Repository,
  file: string,
  ref: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Dispatched> {
  try {
    return await dispatchWorkflow(github, file, ref, inputs)
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    throw await explained(error, github, repository, file, ref)
  }
}

async function explained(error: GitHubError, github: GitHub, repository: Repository, file: string, ref: string) {
  const page = workflowPage(repository, file)
  if (error.problem === 'not-found' && !(await isThere(github, file)))
    return new TaskError(`${github.repository} has no workflow ${file}.`, {
      todo: `Commit .github/workflows/${file} to the branch “${repository.defaultBranch}” and push it.`,
    })
  if (error.problem === 'not-found')
    return new TaskError(`The token may look at ${github.repository}, but not start its workflows (404).`, {
      todo: 'Give it the permission “Actions: Read and write” (a classic token: the scope “repo”).',
    })
  if (error.problem === 'unreachable')
    return new TaskError(error.message, {
      todo: `It is not known whether GitHub heard: look at ${page} before trying again.`,
    })
  if (error.problem !== 'invalid') return error
  if (/disabled workflow/i.test(error.said))
    return new TaskError(`The workflow ${file} is switched off on GitHub.`, {
      todo: `Press “Enable workflow” at ${page} and try again.`,
    })
  if (/actions has been disabled/i.test(error.said))
    return new TaskError(`GitHub Actions is switched off for ${github.repository}.`, {
      todo: `Switch it on at ${repository.url}/settings/actions and try again.`,
    })
  if (/no ref found/i.test(error.said))
    return new TaskError(`${github.repository} has no branch “${ref}”.`, { todo: `Push it: git push -u origin ${ref}` })
  if (/does not have '?workflow_dispatch/i.test(error.said))
    return new TaskError(`The workflow ${file} has no button on the branch “${ref}”.`, {
      todo: `Restore “workflow_dispatch:” in .github/workflows/${file} and push.`,
    })
  return error
}

async function isThere(github: GitHub, file: string): Promise<boolean> {
  try {
    await readWorkflow(github, file)
    return true
  } catch (error) {
    if (error instanceof GitHubError && error.problem === 'not-found') return false
    throw error
  }
}

/** The page of a workflow's runs, with its button. */
export function workflowPage(repository: Repository, file: string): string {
  return `${repository.url}/actions/workflows/${file}`
}

/** GitHub's clock shows a run's creation in whole seconds, and the run may be older than the answer that announced it. */
const SLACK = Temporal.Duration.from({ seconds: 5 })
const LOOKS = 10
const PAUSE = 2_000

/**
 * The run of a dispatch that was answered without one: the oldest that the same person started on that branch since.
 * Null where none shows up. @throws GitHubError
 */
export async function findRun(
  github: GitHub,
  file: string,
  ref: string,
  at: Temporal.Instant | null,
  sleep: (ms: number) => Promise<unknown>,
): Promise<{ id: number; url: string } | null> {
  const since = at?.subtract(SLACK) ?? null
  const login = await readLogin(github)
  for (let look = 1; ; look++) {
    const runs = await listRuns(github, file, { branch: ref, event: 'workflow_dispatch', most: 20 })
    const mine = runs.filter(
      ({ created, actor }) =>
        (since === null || Temporal.Instant.compare(created, since) >= 0) && (login === null || actor === login),
    )
    // Without a time to go by, the newest is the best guess.
    const run = since === null ? mine[0] : mine.at(-1)
    if (run !== undefined) return run
    if (look >= LOOKS) return null
    await sleep(PAUSE)
  }
}
