import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { writeFileInOneStep } from '../ground/atomic-file.ts'
import { ConfigError } from '../ground/errors.ts'
import type { Language } from '../ground/languages.ts'
import { parseJson, readJsonFile, type JsonFileSpec } from '../ground/json-file.ts'
import type { Schedule } from '../schedule/schedule.ts'
import { catalogEntry, OWN_SETTINGS, TASK_IDS, taskNamed, WEEKDAYS, type CATALOG, type TaskId } from './catalog.ts'
import { contradictions, secrets } from './contradictions.ts'
import { refuseLinks } from './output-dir.ts'
import { CONFIG_FILE, configSchema, type ConfigFile, type TaskEntry } from './schema.ts'

/** What config says of any task, defaults filled in. */
export interface TaskConfig {
  id: TaskId
  /** Whether it runs by itself; false as well where `scheduler.enabled` is false. */
  enabled: boolean
  schedule: Schedule
  /** How many of its files stay; null: all. */
  keep: number | null
}

/** `count` or `limit` for the tasks that the catalogue gives one. */
type OwnSettings<Id extends TaskId> = { readonly [Name in keyof (typeof CATALOG)[Id]['settings']]: number }

/** Names of accounts elsewhere; null where none is given. */
export type Accounts = Readonly<Record<'discogs' | 'lastfm' | 'listenbrainz', string | null>>

/** `config/app.json` with every default filled in. */
export interface Config {
  running: boolean
  accounts: Accounts
  locale: Language
  /** Whether notes, prices and the like of a list are kept; null: where others cannot read them. */
  personalNotes: boolean | null
  timezone: string
  /** Relative to the repository, with forward slashes, inside it. */
  outputDir: string
  tasks: { readonly [Id in TaskId]: TaskConfig & OwnSettings<Id> }
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

/** Parses the text of a configuration file. @throws ConfigError as {@link loadConfig}. */
export function parseConfig(text: string): Config {
  return resolveConfig(parseJson(text, spec))
}

function resolveConfig(file: ConfigFile): Config {
  const scheduler = file.scheduler ?? {}
  const timezone = scheduler.timezone ?? 'UTC'
  const running = scheduler.enabled ?? true
  const entries = new Map(scheduler.tasks?.map((entry) => [taskNamed(entry.name), entry]))
  const tasks = TASK_IDS.map((id): [TaskId, TaskConfig] => {
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
    }
    const own = OWN_SETTINGS.filter((name) => settings[name] !== undefined)
    return [id, { ...task, ...Object.fromEntries(own.map((name) => [name, entry[name] ?? settings[name]])) }]
  })
  const { discogs = null, lastfm = null, listenbrainz = null } = file.accounts ?? {}
  return {
    running,
    accounts: { discogs, lastfm, listenbrainz },
    locale: file.locale ?? 'fr',
    personalNotes: file.personal_notes ?? null,
    timezone,
    outputDir: posix.normalize(scheduler.output_dir ?? 'Scheduled Output').replace(/\/$/, ''),
    tasks: Object.fromEntries(tasks) as Config['tasks'],
  }
}

function isoWeekday(name: (typeof WEEKDAYS)[number]): Schedule['weekday'] {
  return (WEEKDAYS.indexOf(name) + 1) as Schedule['weekday']
}
