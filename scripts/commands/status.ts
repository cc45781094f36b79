import { systemNow } from '../ground/clock.ts'
import { loadConfig } from '../config/config.ts'
import { command } from './command.ts'
import { AimeError, describeError, EXIT } from '../ground/errors.ts'
import { githubFromEnvironment } from '../repository/github/client.ts'
import { checkedOutSince, remoteAddress } from '../repository/clone.ts'
import { repositoryOf } from '../repository/identity.ts'
import { ledgerFor, readLedger } from '../repository/ledger.ts'
import { workflowStatus } from '../repository/github/workflow-status.ts'
import { jobsOf, type WorkflowStatus } from '../repository/job.ts'
import { statusJson } from './status/status-json.ts'
import { statusText } from './status/status-text.ts'
import { TASK_IDS, type TaskId } from '../config/catalog.ts'
import { instantOf, timeArgument } from '../ground/given-time.ts'

const USAGE = `npm run status [-- --json] [--now ISO] [--verbose]
    --json  for programs
    --now   a time such as 2026-01-31T06:00:15Z instead of the clock's

With GITHUB_TOKEN (and GITHUB_REPOSITORY, or a remote on GitHub) it also shows what GitHub knows of each workflow.`

export default command({
  usage: USAGE,
  options: { json: 'flag', now: 'text' },
  run: async ({ values, root, env, terminal: { print, tell, width } }) => {
    const config = await loadConfig(root)
    const now = values.now === undefined ? systemNow() : instantOf(timeArgument(values.now), config.timezone)
    const repository = env['GITHUB_REPOSITORY'] || repositoryOf((await remoteAddress(root, env)) ?? '')
    const ledger = ledgerFor(repository, await checkedOutSince(root, env), await readLedger(root))
    const jobs = jobsOf(config, ledger, now, await askGitHub(root, env, tell))
    if (values.json) print(JSON.stringify(statusJson(config, jobs), null, 2))
    else print(statusText(config, jobs, { now, width }))
    return EXIT.ok
  },
})

/** Null where there is no token, and where GitHub could not be asked: then the rest of the status is still worth showing. */
async function askGitHub(
  root: string,
  env: NodeJS.ProcessEnv,
  tell: (text: string) => void,
): Promise<ReadonlyMap<TaskId, WorkflowStatus> | null> {
  if (!env['GITHUB_TOKEN']?.trim()) return null
  try {
    return await workflowStatus(await githubFromEnvironment(env, root), TASK_IDS)
  } catch (error) {
    if (!(error instanceof AimeError)) throw error
    tell(`! Without what GitHub knows: ${describeError(error)}`)
    return null
  }
}
