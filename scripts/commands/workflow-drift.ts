import type { Config } from '../config/config.ts'
import { textOf, type Generated } from './generated.ts'
import { wakeUps } from '../schedule/cron.ts'
import { setWakeUps } from '../schedule/workflow-cron.ts'
import type { TaskId } from '../config/catalog.ts'

/** Where a task's workflow stands, relative to the repository. */
export function workflowFile(id: TaskId): string {
  return `.github/workflows/${id}.yml`
}

export interface CronLines {
  /** Each workflow as it is, and with the cron lines that config asks for. */
  workflows: Generated[]
  /** Tasks that have no workflow. */
  missing: TaskId[]
}

/** The workflows of these tasks in the repository at `root`. @throws DataError for one that cannot be understood */
export async function cronLines(root: string, config: Config, tasks: Iterable<TaskId>): Promise<CronLines> {
  const lines: CronLines = { workflows: [], missing: [] }
  for (const id of tasks) {
    const file = workflowFile(id)
    const found = await textOf(root, file)
    if (found === '') lines.missing.push(id)
    else
      lines.workflows.push({ file, found, expected: setWakeUps(found, wakeUps(id, config.tasks[id].schedule), file) })
  }
  return lines
}
