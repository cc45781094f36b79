import { z } from 'zod'
import { GitHubError } from './errors.ts'
import { readAnswer, type GitHub } from './client.ts'

/** A rule of a ruleset that holds for a branch. */
export interface BranchRule {
  /** `pull_request`, `required_status_checks`, `deletion`, … */
  type: string
  /** `Repository`, `Organization` or `Enterprise`: whose ruleset it is of. */
  source: string
}

const rulesSchema = z.array(
  z
    .object({ type: z.string(), ruleset_source_type: z.string().optional() })
    .transform(({ type, ruleset_source_type }): BranchRule => ({ type, source: ruleset_source_type ?? 'Repository' })),
)

const PAGE = 100

/** The rules that are in force for a branch, whoever may bypass them. @throws GitHubError */
export async function listBranchRules({ octokit, at }: GitHub, branch: string): Promise<BranchRule[]> {
  const answer = await octokit.rest.repos.getBranchRules({ ...at, branch, per_page: PAGE })
  return readAnswer(rulesSchema, answer, 'a list of rules')
}

/** Whether a branch exists and is protected, in the older way or by a ruleset; null where it does not exist. @throws GitHubError */
export async function readIsProtected({ octokit, at }: GitHub, branch: string): Promise<boolean | null> {
  try {
    const answer = await octokit.rest.repos.getBranch({ ...at, branch })
    return readAnswer(z.object({ protected: z.boolean() }), answer, 'a branch').protected
  } catch (error) {
    if (error instanceof GitHubError && error.problem === 'not-found') return null
    throw error
  }
}

/** What the older branch protection demands of a push. */
export interface BranchProtection {
  reviews: boolean
  checks: boolean
  signatures: boolean
  locked: boolean
  /** Whether only chosen people and apps may push. */
  restricted: boolean
}

/** The app under whose name workflows push. */
const ACTIONS_APP = 'github-actions'

const enabled = z
  .object({ enabled: z.boolean().optional() })
  .optional()
  .transform((it) => it?.enabled ?? false)
const apps = z.array(z.object({ slug: z.string() })).optional()
const exceptActions = (list: z.infer<typeof apps>): boolean => !(list ?? []).some(({ slug }) => slug === ACTIONS_APP)

const protectionSchema = z
  .object({
    required_pull_request_reviews: z
      .object({ bypass_pull_request_allowances: z.object({ apps }).optional() })
      .optional(),
    required_status_checks: z.object({ contexts: z.array(z.string()) }).optional(),
    restrictions: z.object({ apps }).optional(),
    required_signatures: enabled,
    lock_branch: enabled,
  })
  .transform((it): BranchProtection => ({
    reviews:
      it.required_pull_request_reviews !== undefined &&
      exceptActions(it.required_pull_request_reviews.bypass_pull_request_allowances?.apps),
    checks: (it.required_status_checks?.contexts.length ?? 0) > 0,
    restricted: it.restrictions !== undefined && exceptActions(it.restrictions.apps),
    signatures: it.required_signatures,
    locked: it.lock_branch,
  }))

/**
 * The older protection of a branch; null where it has none. Needs the right “Administration: read”.
 * @throws GitHubError, also `not-found` where it may not be seen
 */
export async function readProtection({ octokit, at }: GitHub, branch: string): Promise<BranchProtection | null> {
  try {
    const answer = await octokit.rest.repos.getBranchProtection({ ...at, branch })
    return readAnswer(protectionSchema, answer, 'the protection of a branch')
  } catch (error) {
    if (error instanceof GitHubError && /not protected/i.test(error.said)) return null
    throw error
  }
}
