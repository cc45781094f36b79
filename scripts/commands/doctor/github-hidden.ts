import { dispatchWorkflow } from '../../repository/github/actions.ts'
import { readIsProtected, readProtection } from '../../repository/github/branch-rules.ts'
import type { GitHub } from '../../repository/github/client.ts'
import { GitHubError } from '../../repository/github/errors.ts'
import { notAsked, type Finding } from './check.ts'
import type { SeenProtection } from './github-rules.ts'

// What GitHub does not show to everybody, or tells only who tries.

export async function seenProtection(github: GitHub, branch: string): Promise<SeenProtection> {
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
export async function mayStart(github: GitHub, file: string): Promise<boolean> {
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
export async function noneOnFreePlan<T>(rules: Promise<T[]>): Promise<T[]> {
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

export async function unlessHidden(otherwise: string, ask: () => Promise<Finding>): Promise<Finding> {
  try {
    return await ask()
  } catch (error) {
    if (isHidden(error)) return notAsked(otherwise)
    throw error
  }
}

export async function nullWhereHidden<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (isHidden(error)) return null
    throw error
  }
}
