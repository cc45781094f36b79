import type { TaskId } from './catalog.ts'
import { exportCollectionJson, exportCollectionMarkdown } from './export-collection.ts'
import { generateHaiku } from './generate-haiku.ts'
import type { Task } from './task.ts'

const TASKS: readonly Task[] = [generateHaiku, exportCollectionMarkdown, exportCollectionJson]

/** The tasks this version can run, by id. */
export const REGISTRY: ReadonlyMap<TaskId, Task> = new Map(TASKS.map((task) => [task.id, task]))
