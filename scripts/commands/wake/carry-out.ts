import { AimeError } from '../../ground/errors.ts'
import { enableWorkflow, type Repository } from '../../repository/github/actions.ts'
import type { GitHub } from '../../repository/github/client.ts'
import { GitHubError } from '../../repository/github/errors.ts'
import { closeIssue, openIssue, rewriteIssue } from '../../repository/github/issues.ts'
import { startRun } from '../../repository/github/start-run.ts'
import type { Action } from './decide.ts'

/** What became of an action; `error` is null where it was done. */
export interface Deed {
  action: Action
  error: AimeError | null
}

/** Does one thing after the other; one that fails does not keep the others from being done. */
export async function carryOut(github: GitHub, repository: Repository, actions: readonly Action[]): Promise<Deed[]> {
  const deeds: Deed[] = []
  for (const action of actions) {
    try {
      await perform(github, repository, action)
      deeds.push({ action, error: null })
    } catch (error) {
      if (!(error instanceof AimeError)) throw error
      // A repository may do without issues.
      if (!(error instanceof GitHubError && error.problem === 'gone')) deeds.push({ action, error })
    }
  }
  return deeds
}

async function perform(github: GitHub, repository: Repository, action: Action): Promise<unknown> {
  switch (action.kind) {
    case 'enable':
    case 'keep-alive':
      return enableWorkflow(github, action.file)
    case 'dispatch':
      return startRun(github, repository, `${action.task}.yml`, repository.defaultBranch, { only_if_due: 'true' })
    case 'open-issue':
      return openIssue(github, action.title, action.body)
    case 'rewrite-issue':
      return rewriteIssue(github, action.number, action.body)
    case 'close-issue':
      return closeIssue(github, action.number, action.why)
  }
}
