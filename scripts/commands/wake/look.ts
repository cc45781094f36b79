import type { Temporal } from 'temporal-polyfill'
import type { Config } from '../../config/config.ts'
import { AimeError } from '../../ground/errors.ts'
import { listRuns, listWorkflows, readRepository } from '../../repository/github/actions.ts'
import type { GitHub } from '../../repository/github/client.ts'
import { listOpenIssues } from '../../repository/github/issues.ts'
import type { Ledger } from '../../repository/ledger.ts'
import type { TaskId } from '../../config/catalog.ts'
import { CLOCK, type Sight } from './decide.ts'

/** Something that could not be read or done, and why. */
export interface Trouble {
  what: string
  error: AimeError
}

interface Known {
  now: Temporal.Instant
  config: Config
  ledger: Ledger
  tasks: readonly TaskId[]
}

/**
 * Looks at everything the clock decides by. What could not be read of one task does not keep the others from being seen.
 * @throws GitHubError where nothing can be seen at all
 */
export async function look(github: GitHub, known: Known): Promise<{ sight: Sight; troubles: Trouble[] }> {
  const { now, config, ledger } = known
  const troubles: Trouble[] = []
  const orNull = async <T>(what: string, reading: Promise<T>): Promise<T | null> => {
    try {
      return await reading
    } catch (error) {
      if (!(error instanceof AimeError)) throw error
      troubles.push({ what, error })
      return null
    }
  }
  const [repository, workflows] = await Promise.all([readRepository(github), listWorkflows(github)])
  const [issues, tasks] = await Promise.all([
    orNull('issues', listOpenIssues(github)),
    Promise.all(
      known.tasks.map(async (id) => {
        const file = `${id}.yml`
        const workflow = workflows.get(file)?.state ?? null
        const asked = workflow !== null && config.tasks[id].enabled
        const reading = asked ? orNull(id, listRuns(github, file, { branch: repository.defaultBranch })) : null
        return { id, workflow, runs: await reading }
      }),
    ),
  ])
  const clock = workflows.get(CLOCK)?.state ?? null
  return { sight: { now, config, ledger, repository, tasks, clock, issues }, troubles }
}
