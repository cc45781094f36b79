import type { Octokit } from '@octokit/rest'
import type { z } from 'zod'
import { ConfigError } from '../../ground/errors.ts'
import { remoteAddress } from '../clone.ts'
import { repositoryOf } from '../identity.ts'
import { USER_AGENT } from '../../ground/version.ts'
import { GitHubError, NEW_TOKEN, readRefusal, unreadable, type Refusal } from './errors.ts'
import { boundedFetch, type FetchLimits } from './fetch.ts'

const API = 'https://api.github.com'

/** Known to GitHub.com and to every supported GitHub Enterprise Server; later ones change what a dispatch answers. */
const API_VERSION = '2022-11-28'

/** GitHub's API for one repository. Everything asked through `octokit` fails with a {@link GitHubError} and nothing else. */
export interface GitHub {
  /** `owner/name`. */
  readonly repository: string
  /** What every call for the repository takes. */
  readonly at: { owner: string; repo: string }
  readonly hasToken: boolean
  readonly octokit: Octokit
}

/**
 * The API for the repository that the environment or the clone at `root` names, with the token of the environment where
 * there is one. Asks nothing yet. @throws ConfigError where it is not clear which repository, or the address is none
 */
export async function githubFromEnvironment(
  env: NodeJS.ProcessEnv,
  root: string,
  limits: Partial<FetchLimits> = {},
): Promise<GitHub> {
  const repository = await repositoryName(env, root)
  const [owner, repo] = repository.split('/') as [string, string]
  const token = env['GITHUB_TOKEN']?.trim() ?? ''
  const hasToken = token !== ''
  // Most runs ask GitHub nothing.
  const { Octokit } = await import('@octokit/rest')
  const octokit = new Octokit({
    baseUrl: apiAddress(env),
    userAgent: USER_AGENT,
    ...(hasToken ? { auth: token } : {}),
    request: { fetch: boundedFetch(limits) },
    // Octokit would write to the terminal by itself.
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  })
  octokit.hook.before('request', ({ headers }) => {
    headers['x-github-api-version'] = API_VERSION
  })
  octokit.hook.error('request', (error) => {
    throw readable(error, repository, hasToken)
  })
  return { repository, at: { owner, repo }, hasToken, octokit }
}

/** @throws ConfigError where there is no token, saying how to come by one */
export function needToken({ hasToken, repository }: GitHub, why: string): void {
  if (hasToken) return
  throw new ConfigError(`There is no GITHUB_TOKEN, and ${why}.`, {
    todo:
      `Make a token at ${NEW_TOKEN} for ${repository} with the permission “Actions: Read and write”, then: ` +
      'export GITHUB_TOKEN=… (with GitHub’s own command line: export GITHUB_TOKEN=$(gh auth token))',
  })
}

/** The part of an answer that is used, checked. @throws GitHubError where it is not what GitHub's description says */
export function readAnswer<T>(schema: z.ZodType<T>, answer: { status: number; data: unknown }, what: string): T {
  const result = schema.safeParse(answer.data)
  if (result.success) return result.data
  throw unreadable(answer.status, what)
}

async function repositoryName(env: NodeJS.ProcessEnv, root: string): Promise<string> {
  const given = env['GITHUB_REPOSITORY']
  if (given) {
    if (/^[\w.-]+\/[\w.-]+$/.test(given)) return given
    throw new ConfigError(`GITHUB_REPOSITORY: “${given}” stands there. Possible: owner/name.`)
  }
  const remote = repositoryOf((await remoteAddress(root, env)) ?? '')
  if (remote !== null) return remote
  throw new ConfigError('It is not clear which repository on GitHub this is.', {
    todo: 'Run it in a clone whose remote “origin” is on GitHub, or set GITHUB_REPOSITORY=owner/name.',
  })
}

function apiAddress(env: NodeJS.ProcessEnv): string {
  const given = env['GITHUB_API_URL'] || API
  const { protocol, hostname } = URL.canParse(given) ? new URL(given) : { protocol: '', hostname: '' }
  // The token goes to this address.
  const safe = protocol === 'https:' || (protocol === 'http:' && /^(?:127\.0\.0\.1|\[::1\]|localhost)$/.test(hostname))
  if (safe) return given.replace(/\/+$/, '')
  throw new ConfigError('GITHUB_API_URL is no https address.', {
    todo: `Leave it out for GitHub.com (${API}); a GitHub Enterprise Server has https://<host>/api/v3.`,
  })
}

function readable(error: unknown, repository: string, hasToken: boolean): unknown {
  if (!(error instanceof Error)) return error
  if (error instanceof GitHubError) return error
  if (error.cause instanceof GitHubError) return error.cause
  const { response } = error as { response?: Refusal }
  return response === undefined ? error : readRefusal(response, repository, hasToken)
}
