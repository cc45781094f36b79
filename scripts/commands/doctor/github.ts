import type { Config } from '../../config/config.ts'
import { listRuns, listWorkflows } from '../../repository/github/actions.ts'
import { listBranchRules, readIsProtected } from '../../repository/github/branch-rules.ts'
import { githubFromEnvironment, needToken, type GitHub } from '../../repository/github/client.ts'
import {
  listSecretNames,
  listVariableNames,
  readActionsPermissions,
  readDefaultPermissions,
  readSelectedActions,
  readSettings,
  readToken,
  type RepositorySettings,
} from '../../repository/github/settings.ts'
import { ConfigError } from '../../ground/errors.ts'
import { CLOCK } from '../wake/decide.ts'
import type { TaskId } from '../../config/catalog.ts'
import { after, notAsked, ok, once, type Check, type Finding } from './check.ts'
import { mayStart, noneOnFreePlan, nullWhereHidden, seenProtection, unlessHidden } from './github-hidden.ts'
import { judgeRules } from './github-rules.ts'
import { judgeSecrets } from './github-secrets.ts'
import {
  judgeActions,
  judgeDefaultBranch,
  judgeRepository,
  judgeStarting,
  judgeToken,
  judgeWorkflowPermissions,
} from './github-settings.ts'
import { judgeRuns, judgeWorkflows } from './github-workflows.ts'

interface GitHubQuestion {
  root: string
  env: NodeJS.ProcessEnv
  config: () => Promise<Config>
  tasks: readonly TaskId[]
}

export interface GitHubChecks {
  checks: Check[]
  /** The name of the default branch; null where GitHub was not asked. */
  defaultBranch: () => Promise<string | null>
}

const ONE_RETRY = { retries: 1 }
const ADMINISTRATION = 'GitHub shows this only to a token with “Administration: read”.'
const WEB = 'https://github.com'
/** Enough to tell whether the last runs failed. */
const RUNS = 10

interface Reached {
  github: GitHub
  repository: RepositorySettings
}

/** What GitHub knows of the repository. All but the address of the logs needs a token. */
export function githubChecks({ root, env, config, tasks }: GitHubQuestion): GitHubChecks {
  const client = once(() => githubFromEnvironment(env, root, ONE_RETRY))
  const token = once(async () => readToken(await client()))
  const reached = once(async (): Promise<Reached> => {
    await token()
    const github = await client()
    return { github, repository: await readSettings(github) }
  })
  const hasToken = Boolean(env['GITHUB_TOKEN']?.trim())
  const withToken = (ask: () => Promise<Finding>) => () => (hasToken ? ask() : notAsked('It takes a GITHUB_TOKEN.'))
  const inRepository: InRepository = (ask) =>
    withToken(() => after(reached, 'GitHub did not show the repository; see above.', ask))

  const checks: Check[] = [
    {
      name: 'token',
      async ask() {
        if (!hasToken) return notAsked(howToGetToken(await client().catch(() => null)))
        return judgeToken(await token())
      },
    },
    {
      name: 'repository',
      ask: withToken(() =>
        after(token, 'The token has to be put right first.', async () => judgeRepository((await reached()).repository)),
      ),
    },
    ...branchChecks(inRepository),
    ...rightsChecks(inRepository),
    ...workflowChecks(inRepository, { config, files: [...tasks.map((id) => `${id}.yml`), CLOCK] }),
    secretsCheck(inRepository),
    { name: 'logs', ask: async () => logsAt(await client().catch(() => null), env) },
  ]
  return {
    checks,
    defaultBranch: async () => (hasToken ? (await reached()).repository.defaultBranch : null),
  }
}

/** A question for a repository that GitHub shows; where it does not, the check of the repository has said so. */
type InRepository = (ask: (reached: Reached) => Finding | Promise<Finding>) => Check['ask']

function branchChecks(inRepository: InRepository): Check[] {
  return [
    {
      name: 'default branch',
      ask: inRepository(async ({ github, repository }) =>
        judgeDefaultBranch(repository, (await readIsProtected(github, repository.defaultBranch)) !== null),
      ),
    },
    {
      name: 'branch rules',
      ask: inRepository(async ({ github, repository }) => {
        const { defaultBranch } = repository
        const [rules, protection] = await Promise.all([
          noneOnFreePlan(listBranchRules(github, defaultBranch)),
          seenProtection(github, defaultBranch),
        ])
        return judgeRules(repository, rules, protection)
      }),
    },
  ]
}

function rightsChecks(inRepository: InRepository): Check[] {
  return [
    {
      name: 'Actions',
      ask: inRepository(({ github, repository }) =>
        unlessHidden(ADMINISTRATION, async () => {
          const permissions = await readActionsPermissions(github)
          const selected = permissions.allowed === 'selected' ? await readSelectedActions(github) : null
          return judgeActions(permissions, selected, repository)
        }),
      ),
    },
    {
      name: 'workflow rights',
      ask: inRepository(({ github }) =>
        unlessHidden(ADMINISTRATION, async () => judgeWorkflowPermissions(await readDefaultPermissions(github))),
      ),
    },
  ]
}

interface WorkflowQuestion {
  config: () => Promise<Config>
  /** The workflows there should be. */
  files: readonly string[]
}

function workflowChecks(inRepository: InRepository, { config, files }: WorkflowQuestion): Check[] {
  let listed: ReturnType<typeof listWorkflows> | undefined
  const workflows = (github: GitHub) => (listed ??= listWorkflows(github))
  return [
    {
      name: 'workflows',
      ask: inRepository(async ({ github, repository }) => {
        const known = await workflows(github)
        const seen = files.map((file) => ({ file, state: known.get(file)?.state ?? null }))
        return judgeWorkflows(seen, await config().catch(() => null), repository)
      }),
    },
    {
      name: 'buttons',
      ask: inRepository(async ({ github }) => {
        const [file] = (await workflows(github)).keys()
        return file === undefined ? notAsked('There is none on GitHub.') : judgeStarting(await mayStart(github, file))
      }),
    },
    {
      name: 'last runs',
      ask: inRepository(async ({ github, repository }) => {
        const known = await workflows(github)
        const seen = files
          .filter((file) => known.has(file))
          .map(async (file) => ({
            file,
            runs: await listRuns(github, file, { branch: repository.defaultBranch, most: RUNS }),
          }))
        return judgeRuns(await Promise.all(seen), repository)
      }),
    },
  ]
}

function secretsCheck(inRepository: InRepository): Check {
  return {
    name: 'secrets',
    ask: inRepository(({ github, repository }) =>
      unlessHidden('GitHub shows their names only to a token with “Secrets: read” and “Variables: read”.', async () =>
        judgeSecrets(await listSecretNames(github), await nullWhereHidden(listVariableNames(github)), repository),
      ),
    ),
  }
}

/** @param github Null where it is not known which repository this is. */
function logsAt(github: GitHub | null, env: NodeJS.ProcessEnv): Finding {
  if (github === null) return notAsked('It is not known which repository on GitHub this is.')
  const server = (env['GITHUB_SERVER_URL'] || WEB).replace(/\/+$/, '')
  return ok(`every run and what it said: ${server}/${github.repository}/actions`)
}

function howToGetToken(github: GitHub | null): string {
  if (github === null) return 'There is no GITHUB_TOKEN, and it is not known which repository on GitHub this is.'
  try {
    needToken(github, 'GitHub is not asked without one')
    return ''
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return `${error.message} ${error.todo ?? ''}`
  }
}
