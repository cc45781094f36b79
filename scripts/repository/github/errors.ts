import { Temporal } from 'temporal-polyfill'
import { ServiceError } from '../../ground/errors.ts'
import { cut, oneLine } from '../../ground/text.ts'

export type GitHubProblem =
  'bad-token' | 'forbidden' | 'rate-limit' | 'not-found' | 'gone' | 'invalid' | 'server' | 'unreachable' | 'unreadable'

interface Facts {
  problem: GitHubProblem
  /** Null where no answer came. */
  status: number | null
  /** GitHub's own words, on one line; empty where it had none. */
  said?: string
  todo?: string
}

/**
 * GitHub did not do what it was asked. Its text holds no header and no address beyond the host, and it has no `cause`: what
 * the HTTP layers throw carries the request, and that has the token in it.
 */
export class GitHubError extends ServiceError {
  readonly problem: GitHubProblem
  readonly status: number | null
  readonly said: string

  constructor(message: string, { problem, status, said = '', todo }: Facts) {
    super('GitHub', message, {
      transient: ['rate-limit', 'server', 'unreachable'].includes(problem),
      ...(todo === undefined ? {} : { todo }),
    })
    this.problem = problem
    this.status = status
    this.said = said
  }
}

/** An answer as the client sees it: what a refusal is read from. */
export interface Refusal {
  status: number
  headers: Readonly<Record<string, string | number | undefined>>
  data: unknown
}

export const NEW_TOKEN = 'https://github.com/settings/personal-access-tokens/new'

/** A status from 400 up as an error for a person. `hasToken` says whether one was sent. */
export function readRefusal({ status, headers, data }: Refusal, repository: string, hasToken: boolean): GitHubError {
  const said = messageOf(data)
  const words = `${status}${said === '' ? '' : `: ${said}`}`
  if (status === 401)
    return new GitHubError(`GitHub does not accept the token (${words}).`, {
      problem: 'bad-token',
      status,
      said,
      todo: `It is mistyped, expired or revoked. Make a new one at ${NEW_TOKEN} and put it in GITHUB_TOKEN.`,
    })
  if (isRateLimit(status, headers, said))
    return new GitHubError(`GitHub’s rate limit is used up (${words}).`, {
      problem: 'rate-limit',
      status,
      said,
      todo: `Try again ${whenAgain(headers)}.${hasToken ? '' : ' With a GITHUB_TOKEN the limit is much higher.'}`,
    })
  if (status === 403)
    return new GitHubError(`GitHub refuses this ${hasToken ? 'to the token' : 'without a token'} (${words}).`, {
      problem: 'forbidden',
      status,
      said,
      todo: missingRight(headers, repository, hasToken),
    })
  if (status === 404)
    return new GitHubError(`GitHub knows no ${repository}, or does not show it (${words}).`, {
      problem: 'not-found',
      status,
      said,
      todo: hasToken
        ? `Is the name right, and may the token see that repository? The name comes from GITHUB_REPOSITORY or the remote “origin”.`
        : 'A private repository is shown only to a GITHUB_TOKEN. The name comes from GITHUB_REPOSITORY or the remote “origin”.',
    })
  if (status >= 500)
    return new GitHubError(`GitHub is out of order (${words}).`, {
      problem: 'server',
      status,
      said,
      todo: 'Try again in a few minutes; https://www.githubstatus.com says more.',
    })
  return new GitHubError(`GitHub says no (${words}).`, { problem: status === 410 ? 'gone' : 'invalid', status, said })
}

/** No answer came. `code` is the short name of the failure, such as ECONNREFUSED. */
export function unreachable(host: string, reason: string): GitHubError {
  return new GitHubError(`GitHub could not be reached at ${host} (${reason}).`, {
    problem: 'unreachable',
    status: null,
    todo: 'Is the network up, and GITHUB_API_URL right where it is set?',
  })
}

/** An answer came, but not one that GitHub's description allows. */
export function unreadable(status: number, what: string): GitHubError {
  return new GitHubError(`What answers as GitHub sent something else than ${what} (${status}).`, {
    problem: 'unreadable',
    status,
    todo: 'Is there a proxy or a login page in between? Is GITHUB_API_URL right where it is set?',
  })
}

function messageOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data) || typeof data.message !== 'string') return ''
  return cut(oneLine(data.message), 300).replace(/\.$/, '')
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function isRateLimit(status: number, headers: Refusal['headers'], said: string): boolean {
  if (status !== 403 && status !== 429) return false
  return status === 429 || String(headers['x-ratelimit-remaining']) === '0' || /rate limit/i.test(said)
}

function whenAgain(headers: Refusal['headers']): string {
  const seconds = Number(headers['retry-after'])
  if (headers['retry-after'] !== undefined && Number.isFinite(seconds)) return `in ${seconds} seconds`
  const reset = Number(headers['x-ratelimit-reset'])
  if (String(headers['x-ratelimit-remaining']) === '0' && Number.isInteger(reset) && reset > 0 && reset < 1e11)
    return `after ${Temporal.Instant.fromEpochMilliseconds(reset * 1000).toString()}`
  return 'in a few minutes'
}

/** GitHub names the rights a fine-grained token needs in a header: `actions=write; contents=read, …`. */
function missingRight(headers: Refusal['headers'], repository: string, hasToken: boolean): string {
  const wanted = oneLine(String(headers['x-accepted-github-permissions'] ?? ''))
  const needs = wanted === '' ? 'the right it lacks' : `the permission ${wanted}`
  if (!hasToken) return `Set GITHUB_TOKEN to a token that has ${needs} on ${repository}.`
  return (
    `Give the token ${needs} on ${repository} (a classic token: the scope “repo”), or in a workflow the job, under ` +
    '“permissions:”. An organisation may also have to approve the token.'
  )
}
