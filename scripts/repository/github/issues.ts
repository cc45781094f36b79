import { z } from 'zod'
import { readAnswer, type GitHub } from './client.ts'

export interface Issue {
  number: number
  url: string
  body: string
  /** Whether it comes from somebody who may change the repository: anybody may open an issue in a public one. */
  trusted: boolean
}

/** The name under which workflows act. */
const WORKFLOWS = 'github-actions[bot]'
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR']
const PAGE = 100
const PAGES = 10

const issueSchema = z
  .object({
    number: z.int(),
    html_url: z.url(),
    body: z.string().nullish(),
    user: z.object({ login: z.string() }).nullish(),
    author_association: z.string().optional(),
    pull_request: z.unknown().optional(),
  })
  .transform((issue) => ({
    number: issue.number,
    url: issue.html_url,
    body: issue.body ?? '',
    trusted: issue.user?.login === WORKFLOWS || TRUSTED.includes(issue.author_association ?? ''),
    isPullRequest: issue.pull_request != null,
  }))

const issuesSchema = z.array(issueSchema)

/** The open issues, without the pull requests that GitHub counts among them. @throws GitHubError */
export async function listOpenIssues({ octokit, at }: GitHub): Promise<Issue[]> {
  const found: Issue[] = []
  for (let page = 1; page <= PAGES; page++) {
    const answer = await octokit.rest.issues.listForRepo({ ...at, state: 'open', per_page: PAGE, page })
    const issues = readAnswer(issuesSchema, answer, 'a list of issues')
    for (const { isPullRequest, ...issue } of issues) if (!isPullRequest) found.push(issue)
    if (issues.length < PAGE) break
  }
  return found
}

/** Gives its address. @throws GitHubError, `gone` where the repository has no issues */
export async function openIssue({ octokit, at }: GitHub, title: string, body: string): Promise<string> {
  const answer = await octokit.rest.issues.create({ ...at, title, body })
  return readAnswer(z.object({ html_url: z.url() }), answer, 'an issue').html_url
}

/** Replaces the text of an issue, of which GitHub tells nobody. @throws GitHubError */
export async function rewriteIssue({ octokit, at }: GitHub, number: number, body: string): Promise<void> {
  await octokit.rest.issues.update({ ...at, issue_number: number, body })
}

/** @throws GitHubError */
export async function closeIssue({ octokit, at }: GitHub, number: number, why: string): Promise<void> {
  // In this order: a close that failed is tried again at the next look, and must not have said its word each time.
  await octokit.rest.issues.update({ ...at, issue_number: number, state: 'closed', state_reason: 'completed' })
  await octokit.rest.issues.createComment({ ...at, issue_number: number, body: why })
}
