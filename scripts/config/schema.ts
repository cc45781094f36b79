import { z } from 'zod'
import { LANGUAGES } from '../ground/languages.ts'
import { CATALOG, TASK_IDS, WEEKDAYS } from './catalog.ts'

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
  personal_notes: z
    .boolean()
    .optional()
    .describe(
      'Whether notes, prices, sellers and folders of a Discogs list are kept. Default: where others cannot read them, that is not in a public repository.',
    ),
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

export type ConfigFile = z.infer<typeof configSchema>
export type TaskEntry = z.infer<typeof taskSchema>
