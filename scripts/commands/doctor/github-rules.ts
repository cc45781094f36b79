import type { BranchProtection, BranchRule } from '../../repository/github/branch-rules.ts'
import type { RepositorySettings } from '../../repository/github/settings.ts'
import { notAsked, ok, problem, type Finding } from './check.ts'

/** Rules that refuse a plain push of the workflows' commits. Others forbid what they never do, as deleting the branch. */
const REFUSING: Readonly<Record<string, string>> = {
  update: 'nobody may push',
  pull_request: 'a pull request for every change',
  required_status_checks: 'checks that pass before a push',
  required_signatures: 'signed commits',
  required_deployments: 'a deployment before a push',
  merge_queue: 'the merge queue',
  workflows: 'workflows that pass before a push',
  code_scanning: 'code scanning before a push',
  license_compliance_scanning: 'a look at licences before a push',
  commit_message_pattern: 'a form of commit messages',
  commit_author_email_pattern: 'certain authors',
  committer_email_pattern: 'certain committers',
}

const PROTECTION: Readonly<Record<keyof BranchProtection, string>> = {
  locked: 'nobody may push',
  restricted: 'only certain people may push',
  reviews: REFUSING['pull_request']!,
  checks: REFUSING['required_status_checks']!,
  signatures: REFUSING['required_signatures']!,
}

/** The branch protection: null where there is none, `hidden` where this token may not see it. */
export type SeenProtection = BranchProtection | null | 'hidden'

/**
 * Whether a push to the default branch would be refused. GitHub does not let workflows on the list of those who may bypass a
 * ruleset, so what such a rule demands, it demands of them.
 */
export function judgeRules(
  { defaultBranch, url }: RepositorySettings,
  rules: readonly BranchRule[],
  protection: SeenProtection,
): Finding {
  const refusing = rules.filter(({ type }) => Object.hasOwn(REFUSING, type))
  const demands = new Set(refusing.map(({ type }) => REFUSING[type]!))
  const todo: string[] = []
  if (refusing.some(({ source }) => source === 'Repository'))
    todo.push(`${url}/settings/rules: take “${defaultBranch}” out of that ruleset, or take the rule out of it.`)
  if (refusing.some(({ source }) => source !== 'Repository'))
    todo.push(`A ruleset is your organisation’s: ask its owners to leave ${url} out of it.`)
  if (protection !== null && protection !== 'hidden') {
    const old = (Object.keys(PROTECTION) as (keyof BranchProtection)[]).filter((demand) => protection[demand])
    for (const demand of old) demands.add(PROTECTION[demand])
    if (old.length > 0) todo.push(`${url}/settings/branches: take that out of the rule for “${defaultBranch}”.`)
  }
  if (demands.size > 0)
    return problem(
      `“${defaultBranch}” would refuse what the workflows push. It demands: ${[...demands].join(', ')}.`,
      todo.join('\n'),
    )
  if (protection === 'hidden')
    return notAsked(
      `“${defaultBranch}” is protected; by what, GitHub shows only to a token with “Administration: read”.`,
    )
  return ok(`nothing on “${defaultBranch}” refuses what the workflows push`)
}
