import type { TaskId } from '../config/catalog.ts'
import type { Task } from './task.ts'

const TASKS: Readonly<Record<TaskId, () => Promise<Task>>> = {
  generate_haiku_scheduled: async () => (await import('./generate-haiku.ts')).generateHaiku,
  export_collection_markdown: async () => (await import('./export-collection.ts')).exportCollectionMarkdown,
  export_collection_json: async () => (await import('./export-collection.ts')).exportCollectionJson,
  weekly_haiku: async () => (await import('./weekly-haiku.ts')).weeklyHaiku,
  monthly_analysis: async () => (await import('./monthly-analysis.ts')).monthlyAnalysis,
  sync_listens: async () => (await import('./sync-listens.ts')).syncListens,
  sync_collection: async () => (await import('./sync-collection.ts')).syncCollection,
  daily_enrichment: async () => (await import('./daily-enrichment.ts')).dailyEnrichment,
  optimize_ai_descriptions: async () => (await import('./optimize-descriptions.ts')).optimizeDescriptions,
}

/** The tasks this version can run, in the order in which they are listed for people. */
export const RUNNABLE = Object.keys(TASKS) as readonly TaskId[]

/** A task, loaded now: what it alone needs costs nothing before. */
export function loadTask(id: TaskId): Promise<Task> {
  return TASKS[id]()
}
