import { withAccounts } from '../config/accounts.ts'
import { systemNow } from '../ground/clock.ts'
import type { Accounts } from '../config/config.ts'
import { findingOf, once, type CheckGroup, type Finding } from './doctor/check.ts'
import { cloneChecks } from './doctor/clone.ts'
import { dataChecks } from './doctor/data.ts'
import { folderChecks } from './doctor/folders.ts'
import { githubChecks } from './doctor/github.ts'
import { machineChecks } from './doctor/machine.ts'
import { closingText, findingText, jsonFinding } from './doctor/report.ts'
import { serviceChecks } from './doctor/services.ts'
import { versionCheck } from './doctor/version.ts'
import { command } from './command.ts'
import { EXIT } from '../ground/errors.ts'
import { remoteAddress } from '../repository/clone.ts'
import { repositoryOf } from '../repository/identity.ts'
import { loadKeptConfig } from '../runner/output-folder.ts'
import { RUNNABLE } from '../tasks/registry.ts'

const USAGE = `npm run doctor [-- --json] [--verbose]
    --json  for programs: a list of { check, verdict, says, todo }
Is everything set up? ✓ it is; ✗ it is not, and this is what to do; – not configured, or not to be seen from here. It changes
nothing. With GITHUB_TOKEN it also asks GitHub about the repository.`

export default command({
  usage: USAGE,
  options: { json: 'flag' },
  run: async ({ values, root, env, terminal: { print, tell, width } }) => {
    const bug = (error: unknown) => {
      if (values.verbose) tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    // All at once, because most of the time goes by waiting for servers; shown in their order, each as soon as it can be.
    const asked = (await groups(root, env)).map(({ title, checks }) => ({
      title,
      checks: checks.map((check) => ({ name: check.name, finding: findingOf(check, bug) })),
    }))
    const all = asked.flatMap(({ checks }) => checks)
    const findings: Finding[] = []
    const nameWidth = Math.max(...all.map(({ name }) => name.length))
    for (const { title, checks } of asked) {
      if (!values.json) print(`${findings.length === 0 ? '' : '\n'}${title}`)
      for (const { name, finding } of checks) {
        findings.push(await finding)
        if (!values.json) print(findingText(name, findings.at(-1)!, nameWidth, width))
      }
    }
    if (values.json)
      print(
        JSON.stringify(
          all.map(({ name }, index) => jsonFinding(name, findings[index]!)),
          null,
          2,
        ),
      )
    else print(`\n${closingText(findings)}`)
    return findings.some(({ verdict }) => verdict === 'problem') ? EXIT.failed : EXIT.ok
  },
})

async function groups(root: string, env: NodeJS.ProcessEnv): Promise<CheckGroup[]> {
  const tasks = RUNNABLE
  const config = once(() => loadKeptConfig(root, env))
  const repository = async () => env['GITHUB_REPOSITORY'] || repositoryOf((await remoteAddress(root, env)) ?? '')
  // A configuration that cannot be read is told by its own check.
  const accounts = await config().then(
    ({ accounts }) => accountsHere(env, accounts),
    () => env,
  )
  const github = githubChecks({ root, env, config, tasks })
  return [
    { title: 'This machine', checks: machineChecks(root, env) },
    {
      title: 'The files of this repository',
      checks: [...dataChecks({ root, env, config, tasks, repository }), ...folderChecks(root, config, tasks)],
    },
    { title: 'This clone', checks: [...cloneChecks(root, env, github.defaultBranch), versionCheck(root, env)] },
    { title: 'GitHub', checks: github.checks },
    { title: 'Other services', checks: serviceChecks(accounts, systemNow()) },
  ]
}

/** Config may name an account whose key is a secret of the repository, which cannot be seen from here. */
function accountsHere(env: NodeJS.ProcessEnv, accounts: Accounts): NodeJS.ProcessEnv {
  return withAccounts(env, env['LASTFM_API_KEY'] ? accounts : { ...accounts, lastfm: null })
}
