import type { TaskId } from '../config/catalog.ts'
import { dailyEnrichment } from './daily-enrichment.ts'
import { exportCollectionJson, exportCollectionMarkdown } from './export-collection.ts'
import { generateHaiku } from './generate-haiku.ts'
import { monthlyAnalysis } from './monthly-analysis.ts'
import { optimizeDescriptions } from './optimize-descriptions.ts'
import { syncCollection } from './sync-collection.ts'
import { syncListens } from './sync-listens.ts'
import type { Task } from './task.ts'
import { weeklyHaiku } from './weekly-haiku.ts'

const TASKS: readonly Task[] = [
  generateHaiku,
  exportCollectionMarkdown,
  exportCollectionJson,
  weeklyHaiku,
  monthlyAnalysis,
  syncListens,
  syncCollection,
  dailyEnrichment,
  optimizeDescriptions,
]

/** The tasks this version can run, by id. */
export const REGISTRY: ReadonlyMap<TaskId, Task> = new Map(TASKS.map((task) => [task.id, task]))
