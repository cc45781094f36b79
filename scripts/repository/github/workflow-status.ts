import { listRuns, listWorkflows } from './actions.ts'
import type { GitHub } from './client.ts'
import type { WorkflowStatus } from '../job.ts'
import type { TaskId } from '../../config/catalog.ts'

/** How far back a successful run is looked for behind running, failed and cancelled ones. */
const RUNS = 10

/** What GitHub knows of the tasks' workflows. @throws GitHubError */
export async function workflowStatus(
  github: GitHub,
  tasks: readonly TaskId[],
): Promise<ReadonlyMap<TaskId, WorkflowStatus>> {
  const workflows = await listWorkflows(github)
  const asked = tasks.map(async (id): Promise<[TaskId, WorkflowStatus]> => {
    const workflow = workflows.get(`${id}.yml`)
    if (workflow === undefined) return [id, { state: null, lastRun: null, lastSuccess: null }]
    const runs = await listRuns(github, workflow.file, { most: RUNS })
    const success = runs.find(({ conclusion }) => conclusion === 'success')
    return [id, { state: workflow.state, lastRun: runs[0] ?? null, lastSuccess: success?.started ?? null }]
  })
  return new Map(await Promise.all(asked))
}
