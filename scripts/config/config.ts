import { lstat, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { z } from 'zod'
import { writeFileInOneStep } from '../ground/atomic-file.ts'
import { ConfigError } from '../ground/errors.ts'
import { LANGUAGES, type Language } from '../ground/languages.ts'
import { parseJson, readJsonFile, type JsonFileSpec } from '../ground/json-file.ts'
import type { Schedule } from '../schedule/schedule.ts'
import { oneOf, show, type Problem } from '../ground/schema-problems.ts'
import { CATALOG, catalogEntry, TASK_IDS, taskNamed, WEEKDAYS, type TaskId } from './catalog.ts'

export const CONFIG_FILE = 'config/app.json'

const taskNames = [...new Set(TASK_IDS.flatMap((id) => [CATALOG[id].configName, id]))]

const taskSchema = z.strictObject({
  name: z.enum(taskNames).describe('Which task: its name in the original, or its id.'),
  enabled: z
    .boolean()
    .optional()
    .describe('false: it never runs by itself; its button still works. Default for a task named here: true.'),
  frequency: z.int().min(1).max(60).optional().describe('Every how many units. Hours: 1, 2, 3, 4, 6, 8 or 12.'),
  unit: z.enum(['hour', 'day', 'week', 'month']).optional(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time like "06:00", from "00:00" to "23:59"')
    .optional()
    .describe('Time of day in the configured zone, e.g. "06:00".'),
  weekday: z.enum(WEEKDAYS).optional().describe('For unit "week": the day it runs.'),
  monthday: z
    .int()
    .min(1)
    .max(31)
    .optional()
    .describe('For unit "month": the day it runs; 31 is the last day of any month.'),
  keep: z
    .int()
    .min(1)
    .optional()
    .describe('How many of its files stay in the output folder; older ones live on in git’s history.'),
  count: z.int().min(1).max(50).optional().describe('generate_haiku: how many poems. Default: 5.'),
  limit: z
    .int()
    .min(1)
    .max(500)
    .optional()
    .describe('daily_enrichment, optimize_ai_descriptions: how many albums at most a run.'),
})

const userName = z
  .string()
  .regex(/^\S(?:.*\S)?$/u, 'a user name without blanks around it')
  .optional()

/** The one definition of `config/app.json`; `config/app.schema.json` is generated from it. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Lets editors complete and underline.'),
  locale: z.enum(LANGUAGES).optional().describe('Language of the poems and of everything written. Default: "fr".'),
  accounts: z
    .strictObject({
      discogs: userName.describe('Your name on Discogs: the public collection that sync_collection keeps up with.'),
      lastfm: userName.describe('Your name on Last.fm; its key LASTFM_API_KEY belongs into the repository’s secrets.'),
      listenbrainz: userName.describe('Your name on ListenBrainz.'),
    })
    .optional()
    .describe('Names of accounts elsewhere. Secrets of the same names go first.'),
  scheduler: z
    .strictObject({
      enabled: z.boolean().optional().describe('false: nothing runs by itself; the buttons still work. Default: true.'),
      output_dir: z
        .string()
        .min(1)
        .optional()
        .describe('Folder for what the tasks write. Default: "Scheduled Output".'),
      timezone: z.string().optional().describe('IANA time zone such as "Europe/Paris". Default: "UTC".'),
      max_files_per_type: z.int().min(1).optional().describe('How many files of each kind stay, for every kind.'),
      tasks: z.array(taskSchema).optional().describe('Tasks not named here run with their defaults.'),
    })
    .optional(),
})

type ConfigFile = z.infer<typeof configSchema>
type TaskEntry = z.infer<typeof taskSchema>

/** What config says of one task, defaults filled in. */
export interface TaskConfig {
  id: TaskId
  /** Whether it runs by itself; false as well where `scheduler.enabled` is false. */
  enabled: boolean
  schedule: Schedule
  /** How many of its files stay; null: all. */
  keep: number | null
  /** How many poems (generate_haiku_scheduled). */
  count: number
  /** How many albums at most a run (daily_enrichment, optimize_ai_descriptions). */
  limit: number
}

/** Names of accounts elsewhere; null where none is given. */
export type Accounts = Readonly<Record<'discogs' | 'lastfm' | 'listenbrainz', string | null>>

/** `config/app.json` with every default filled in. */
export interface Config {
  running: boolean
  accounts: Accounts
  locale: Language
  timezone: string
  /** Relative to the repository, with forward slashes, inside it. */
  outputDir: string
  tasks: Readonly<Record<TaskId, TaskConfig>>
}

const spec: JsonFileSpec<ConfigFile> = {
  file: CONFIG_FILE,
  schema: configSchema,
  checkFirst: secrets,
  check: contradictions,
  Fail: ConfigError,
  quotes: false,
  todo: `Mend ${CONFIG_FILE} and commit; the README’s section “Configuration” lists every setting.`,
}

/** Reads the configuration of the repository at `root`. @throws ConfigError naming the place, what stands there and what may. */
export async function loadConfig(root: string): Promise<Config> {
  const file = await readJsonFile(root, spec)
  if (file === null) {
    throw new ConfigError(`${CONFIG_FILE} is missing.`, {
      todo: 'Create it with just {} in it: everything then runs with its defaults.',
    })
  }
  const config = resolveConfig(file)
  await refuseLinks(root, config.outputDir)
  return config
}

/**
 * Changes the text of the configuration of the repository at `root`. Gives the files written, relative to it.
 * @throws ConfigError where the result would not be valid; the file stays as it is then
 */
export async function changeConfig(root: string, change: (text: string) => string): Promise<string[]> {
  const before = await readFile(join(root, CONFIG_FILE), 'utf8')
  const after = change(before)
  if (after === before) return []
  parseConfig(after)
  await writeFileInOneStep(root, CONFIG_FILE, after)
  return [CONFIG_FILE]
}

/** A link in the way could lead out of the repository. */
async function refuseLinks(root: string, folder: string): Promise<void> {
  const steps = folder.split('/')
  for (let length = 1; length <= steps.length; length++) {
    const path = steps.slice(0, length).join('/')
    const found = await lstat(join(root, path)).catch(() => null)
    if (found === null) return
    if (!found.isSymbolicLink()) continue
    throw new ConfigError(`${CONFIG_FILE}, scheduler.output_dir: ${show(path)} is a link.`, {
      todo: 'Name a real folder inside the repository.',
    })
  }
}

/** Parses the text of a configuration file. @throws ConfigError as {@link loadConfig}. */
export function parseConfig(text: string): Config {
  return resolveConfig(parseJson(text, spec))
}

function resolveConfig(file: ConfigFile): Config {
  const scheduler = file.scheduler ?? {}
  const timezone = scheduler.timezone ?? 'UTC'
  const running = scheduler.enabled ?? true
  const entries = new Map(scheduler.tasks?.map((entry) => [taskNamed(entry.name), entry]))
  const tasks = TASK_IDS.map((id) => {
    const { schedule, keep, settings, optIn = false } = catalogEntry(id)
    const entry: Partial<TaskEntry> = entries.get(id) ?? {}
    const [hour = 0, minute = 0] = (entry.time ?? schedule.time).split(':').map(Number)
    const task: TaskConfig = {
      id,
      enabled: running && (entry.enabled ?? (entries.has(id) || !optIn)),
      schedule: {
        unit: entry.unit ?? schedule.unit,
        frequency:
          entry.frequency ?? (entry.unit === undefined || entry.unit === schedule.unit ? schedule.frequency : 1),
        time: { hour, minute },
        weekday: isoWeekday(entry.weekday ?? schedule.weekday),
        monthday: entry.monthday ?? schedule.monthday,
        timezone,
      },
      keep: entry.keep ?? scheduler.max_files_per_type ?? keep,
      count: entry.count ?? settings.count ?? 1,
      limit: entry.limit ?? settings.limit ?? 1,
    }
    return [id, task] as const
  })
  const { discogs = null, lastfm = null, listenbrainz = null } = file.accounts ?? {}
  return {
    running,
    accounts: { discogs, lastfm, listenbrainz },
    locale: file.locale ?? 'fr',
    timezone,
    outputDir: posix.normalize(scheduler.output_dir ?? 'Scheduled Output').replace(/\/$/, ''),
    tasks: Object.fromEntries(tasks) as Record<TaskId, TaskConfig>,
  }
}

function isoWeekday(name: (typeof WEEKDAYS)[number]): Schedule['weekday'] {
  return (WEEKDAYS.indexOf(name) + 1) as Schedule['weekday']
}

const SECRET_NAME = /bearer|token|secret|passw|api_?key|credential/i

/** A key that names a secret is refused wherever it stands, before anything else is said and without its value. */
function secrets(value: unknown, path: readonly PropertyKey[] = []): Problem[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (Array.isArray(value) || !SECRET_NAME.test(key)) return secrets(inner, here)
    return [
      {
        path: here,
        says: 'a secret has no place in a file that git keeps for ever.',
        todo:
          "Delete the line and put it in the repository's secrets: Settings → Secrets and variables → Actions. " +
          'It stays in git’s history, so have its service replace it by a new one.',
      },
    ]
  })
}

/** What the schema alone cannot say. */
function contradictions(file: ConfigFile): Problem[] {
  const { scheduler = {} } = file
  const problems: Problem[] = []
  const say = (path: PropertyKey[], says: string) => problems.push({ path: ['scheduler', ...path], says })
  const { timezone, output_dir: outputDir, tasks = [] } = scheduler
  if (timezone !== undefined && !isZone(timezone)) {
    say(['timezone'], `${show(timezone)} stands here. Possible: an IANA zone such as "UTC" or "Europe/Paris".`)
  }
  if (outputDir !== undefined && !isInside(outputDir)) {
    say(
      ['output_dir'],
      `${show(outputDir)} stands here. Possible: a folder inside the repository, with forward slashes, such as ` +
        '"Scheduled Output"; not its top level, and none of the folders the product itself lives in.',
    )
  }
  const named = new Map<TaskId, number>()
  tasks.forEach((task, index) => {
    const id = taskNamed(task.name)
    if (id === null) return
    const first = named.get(id)
    if (first !== undefined) {
      say(['tasks', index, 'name'], `${show(task.name)} is already set by tasks[${first}]. Possible: one entry a task.`)
    }
    named.set(id, index)
    for (const { setting, why } of misplaced(id, task)) say(['tasks', index, setting], why)
  })
  return problems
}

const HOURS = [1, 2, 3, 4, 6, 8, 12]

/** Settings that would be read by nobody, or that do not go together: silence would hide a mistake. */
function misplaced(id: TaskId, task: TaskEntry): { setting: string; why: string }[] {
  const { schedule, settings } = catalogEntry(id)
  const unit = task.unit ?? schedule.unit
  const found: { setting: string; why: string }[] = []
  const frequency = task.frequency
  if (unit === 'hour' && frequency !== undefined && !HOURS.includes(frequency)) {
    found.push({
      setting: 'frequency',
      why: `${frequency} stands here. Possible with unit "hour": ${oneOf(HOURS.map(String))}.`,
    })
  }
  if (task.weekday !== undefined && unit !== 'week') {
    found.push({ setting: 'weekday', why: `it has a meaning only with unit "week"; here the unit is "${unit}".` })
  }
  if (task.monthday !== undefined && unit !== 'month') {
    found.push({ setting: 'monthday', why: `it has a meaning only with unit "month"; here the unit is "${unit}".` })
  }
  for (const setting of ['count', 'limit'] as const) {
    if (task[setting] !== undefined && settings[setting] === undefined) {
      found.push({ setting, why: `${task.name} has no such setting.` })
    }
  }
  return found
}

/** Whether a text is the name of a time zone, in the spelling GitHub's cron takes. */
export function isZone(zone: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions()
    // The platform takes any case; the workflows, which get the name as it stands, may not.
    const isMiscased = timeZone !== zone && timeZone.toLowerCase() === zone.toLowerCase()
    if (isMiscased || zone === zone.toLowerCase()) return false
    // Offsets such as "+02:00" are accepted by the platform, but GitHub's cron takes names only.
    return !/^[+-]/.test(zone)
  } catch {
    return false
  }
}

const OUR_FOLDERS = ['.git', '.github', '.ci', 'node_modules', 'scripts', 'data', 'config', 'test']

function isInside(folder: string): boolean {
  const path = posix.normalize(folder)
  const first = path.split('/')[0] ?? ''
  return (
    !posix.isAbsolute(path) &&
    !/[\\\u0000-\u001f:*?"<>|]/.test(folder) &&
    first !== '..' &&
    first !== '.' &&
    !OUR_FOLDERS.includes(first.toLowerCase()) &&
    !path.toLowerCase().split('/').includes('.git')
  )
}
