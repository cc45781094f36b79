import type { Config } from '../../config/config.ts'
import { dispatchWorkflow, listRuns, listWorkflows } from '../../repository/github/actions.ts'
import { listBranchRules, readIsProtected, readProtection } from '../../repository/github/branch-rules.ts'
import { githubFromEnvironment, needToken, type GitHub } from '../../repository/github/client.ts'
import { GitHubError } from '../../repository/github/errors.ts'
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
import { judgeRules, type SeenProtection } from './github-rules.ts'
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
  const workflows = once(async () => listWorkflows((await reached()).github))
  const hasToken = Boolean(env['GITHUB_TOKEN']?.trim())
  const inRepository = (ask: (reached: Reached) => Finding | Promise<Finding>) => () =>
    hasToken
      ? after(reached, 'GitHub did not show the repository; see above.', ask)
      : notAsked('It takes a GITHUB_TOKEN.')

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
      ask: () =>
        hasToken
          ? after(token, 'The token has to be put right first.', async () =>
              judgeRepository((await reached()).repository),
            )
          : notAsked('It takes a GITHUB_TOKEN.'),
    },
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
    {
      name: 'workflows',
      ask: inRepository(async ({ repository }) => {
        const known = await workflows()
        const seen = filesOf(tasks).map((file) => ({ file, state: known.get(file)?.state ?? null }))
        return judgeWorkflows(seen, await config().catch(() => null), repository)
      }),
    },
    {
      name: 'buttons',
      ask: inRepository(async ({ github }) => {
        const [file] = (await workflows()).keys()
        return file === undefined ? notAsked('There is none on GitHub.') : judgeStarting(await mayStart(github, file))
      }),
    },
    {
      name: 'last runs',
      ask: inRepository(async ({ github, repository }) => {
        const known = await workflows()
        const files = filesOf(tasks).filter((file) => known.has(file))
        const seen = files.map(async (file) => ({
          file,
          runs: await listRuns(github, file, { branch: repository.defaultBranch, most: RUNS }),
        }))
        return judgeRuns(await Promise.all(seen), repository)
      }),
    },
    {
      name: 'secrets',
      ask: inRepository(({ github, repository }) =>
        unlessHidden('GitHub shows their names only to a token with “Secrets: read” and “Variables: read”.', async () =>
          judgeSecrets(await listSecretNames(github), await nullWhereHidden(listVariableNames(github)), repository),
        ),
      ),
    },
    { name: 'logs', ask: async () => logsAt(await client().catch(() => null), env) },
  ]
  return {
    checks,
    defaultBranch: async () => (hasToken ? (await reached()).repository.defaultBranch : null),
  }
}

function filesOf(tasks: readonly TaskId[]): string[] {
  return [...tasks.map((id) => `${id}.yml`), CLOCK]
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

async function seenProtection(github: GitHub, branch: string): Promise<SeenProtection> {
  if ((await readIsProtected(github, branch)) !== true) return null
  try {
    return await readProtection(github, branch)
  } catch (error) {
    if (isHidden(error)) return 'hidden'
    throw error
  }
}

/** No branch can have this name, so nothing can be started on it. */
const NO_BRANCH = 'no such branch'

/**
 * Whether the token may start workflows, which GitHub tells nobody who does not try: it looks at the right first (403, or
 * 404), and at the branch then (422).
 */
async function mayStart(github: GitHub, file: string): Promise<boolean> {
  try {
    await dispatchWorkflow(github, file, NO_BRANCH)
    return true
  } catch (error) {
    if (error instanceof GitHubError && error.problem === 'invalid') return true
    if (isHidden(error)) return false
    throw error
  }
}

/** In private repositories rulesets take a paid plan; GitHub answers that they would have to be paid for. */
async function noneOnFreePlan<T>(rules: Promise<T[]>): Promise<T[]> {
  try {
    return await rules
  } catch (error) {
    if (error instanceof GitHubError && /upgrade to github/i.test(error.said)) return []
    throw error
  }
}

/** GitHub answers 404 as well as 403 to who may not see a setting of a repository that may be seen. */
function isHidden(error: unknown): boolean {
  return error instanceof GitHubError && ['forbidden', 'not-found'].includes(error.problem)
}

async function unlessHidden(otherwise: string, ask: () => Promise<Finding>): Promise<Finding> {
  try {
    return await ask()
  } catch (error) {
    if (isHidden(error)) return notAsked(otherwise)
    throw error
  }
}

async function nullWhereHidden<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (isHidden(error)) return null
    throw error
  }
}
