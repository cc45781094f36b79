/** When a task runs unless `config/app.json` says otherwise, in the words of that file. */
export interface DefaultSchedule {
  unit: 'hour' | 'day' | 'week' | 'month'
  frequency: number
  time: string
  weekday: (typeof WEEKDAYS)[number]
  monthday: number
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The settings that some tasks have and others do not: how many poems, how many albums at most a run. */
export const OWN_SETTINGS = ['count', 'limit'] as const

/** Something of the outside that a task may need: a language model, or an account. */
export type Need = 'chat' | 'listens' | 'collection'

interface CatalogEntry {
  /** The name the original's config file used; a task may be named by either. */
  configName: string
  /** It runs by itself only where config names it, because it needs an account that most people do not have. */
  optIn?: true
  /** What it cannot do anything without. */
  needs?: Need
  schedule: DefaultSchedule
  /** How many of its files stay in the output folder; null: all. */
  keep: number | null
  /** Its own settings, with their defaults. */
  settings: { [Name in (typeof OWN_SETTINGS)[number]]?: number }
}

const daily = (time: string): DefaultSchedule => ({ unit: 'day', frequency: 1, time, weekday: 'monday', monthday: 1 })

/** Every task the product knows, by id: what config may say of it, and what holds when config is silent. */
export const CATALOG = {
  generate_haiku_scheduled: {
    configName: 'generate_haiku',
    schedule: daily('06:00'),
    keep: null,
    settings: { count: 5 },
  },
  export_collection_markdown: {
    configName: 'export_collection_markdown',
    schedule: daily('08:00'),
    keep: 7,
    settings: {},
  },
  export_collection_json: {
    configName: 'export_collection_json',
    schedule: daily('10:00'),
    keep: 7,
    settings: {},
  },
  daily_enrichment: {
    configName: 'daily_enrichment',
    schedule: daily('02:00'),
    keep: null,
    settings: { limit: 50 },
  },
  weekly_haiku: {
    configName: 'weekly_haiku',
    schedule: { ...daily('20:00'), unit: 'week', weekday: 'sunday' },
    keep: null,
    settings: {},
  },
  monthly_analysis: {
    configName: 'monthly_analysis',
    schedule: { ...daily('03:00'), unit: 'month' },
    keep: null,
    settings: {},
  },
  optimize_ai_descriptions: {
    configName: 'optimize_ai_descriptions',
    needs: 'chat',
    schedule: { ...daily('00:00'), unit: 'hour', frequency: 6 },
    keep: null,
    settings: { limit: 10 },
  },
  sync_listens: {
    configName: 'sync_listens',
    optIn: true,
    needs: 'listens',
    // Before the tasks that look at what was heard.
    schedule: daily('01:00'),
    keep: null,
    settings: {},
  },
  sync_collection: {
    configName: 'sync_collection',
    optIn: true,
    needs: 'collection',
    // Before the enrichment, which then knows what is new.
    schedule: daily('00:15'),
    keep: null,
    settings: {},
  },
} as const satisfies Record<string, CatalogEntry>

export type TaskId = keyof typeof CATALOG

export const TASK_IDS = Object.keys(CATALOG) as TaskId[]

/** Every task, those first whose result others work on. */
export const IN_ORDER = [
  'sync_collection',
  'sync_listens',
  'daily_enrichment',
  'optimize_ai_descriptions',
  'generate_haiku_scheduled',
  'export_collection_markdown',
  'export_collection_json',
  'weekly_haiku',
  'monthly_analysis',
] as const satisfies readonly TaskId[]

/** The task that config calls `name` (by its id or by the original's config name), or null. */
export function taskNamed(name: string): TaskId | null {
  return TASK_IDS.find((id) => id === name || CATALOG[id].configName === name) ?? null
}

/** Every name that {@link taskNamed} knows. */
export const TASK_NAMES: readonly string[] = TASK_IDS.flatMap((id) => [id, CATALOG[id].configName])

/** What is run: a task, or what a person starts and no clock does, which has no slot, no settings and no place in the ledger. */
export type WorkId = TaskId | 'import' | 'begin'

export function isTaskId(id: string): id is TaskId {
  return Object.hasOwn(CATALOG, id)
}

/** The catalogue's entry under its general type, for code that treats all tasks alike. */
export function catalogEntry(id: TaskId): CatalogEntry {
  return CATALOG[id]
}
