import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { configJsonSchema } from '../../scripts/config/json-schema.ts'
import { loadConfig, parseConfig } from '../../scripts/config/config.ts'
import { AimeError, ConfigError, EXIT } from '../../scripts/ground/errors.ts'
import { TASK_IDS } from '../../scripts/config/catalog.ts'

/** The configuration of the Python server that this product replaces. */
const ORIGINAL = `{ "scheduler": { "output_dir": "Scheduled Output", "tasks": [
  { "name": "generate_haiku", "enabled": true, "frequency": 1, "unit": "day" },
  { "name": "export_collection_markdown", "enabled": true, "frequency": 1, "unit": "day" },
  { "name": "export_collection_json", "enabled": true, "frequency": 1, "unit": "day" },
  { "name": "weekly_haiku", "enabled": true, "frequency": 1, "unit": "week" },
  { "name": "monthly_analysis", "enabled": true, "frequency": 1, "unit": "month" },
  { "name": "optimize_ai_descriptions", "enabled": true, "frequency": 6, "unit": "hour" } ],
  "max_files_per_type": 5 } }`

const roots: string[] = []

async function rootWith(config: string | Uint8Array | null): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'aime-config-'))
  roots.push(root)
  await mkdir(join(root, 'config'))
  if (config !== null) await writeFile(join(root, 'config/app.json'), config)
  return root
}

async function refusal(config: string | Uint8Array | null): Promise<AimeError> {
  const root = await rootWith(config)
  const error = await loadConfig(root).then(
    () => null,
    (error: unknown) => error,
  )
  if (!(error instanceof AimeError)) throw new Error(`accepted, or not one of ours: ${String(error)}`)
  if (config !== null) expect(Buffer.from(await readFile(join(root, 'config/app.json')))).toEqual(Buffer.from(config))
  return error
}

afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))))

describe('the configuration', () => {
  it("takes the original's file verbatim", async () => {
    const config = await loadConfig(await rootWith(ORIGINAL))
    expect(config).toMatchObject({ running: true, locale: 'fr', timezone: 'UTC', outputDir: 'Scheduled Output' })
    expect(config.tasks.generate_haiku_scheduled).toMatchObject({ enabled: true, keep: 5, count: 5 })
    expect(config.tasks.optimize_ai_descriptions.schedule).toMatchObject({ unit: 'hour', frequency: 6 })
    expect(config.tasks.weekly_haiku.schedule).toMatchObject({
      unit: 'week',
      weekday: 7,
      time: { hour: 20, minute: 0 },
    })
  })

  it('runs every task with its defaults where it says nothing', () => {
    const { tasks } = parseConfig('{}')
    expect(Object.keys(tasks)).toEqual(TASK_IDS)
    // They need an account elsewhere, so they wait until config names them.
    const waiting = Object.values(tasks).flatMap(({ id, enabled }) => (enabled ? [] : [id]))
    expect(waiting).toEqual(['sync_listens', 'sync_collection'])
    const named = parseConfig('{ "scheduler": { "tasks": [{ "name": "sync_listens" }] } }')
    expect(named.tasks.sync_listens).toMatchObject({
      enabled: true,
      schedule: { unit: 'day', time: { hour: 1, minute: 0 } },
    })
    expect(tasks.export_collection_json).toMatchObject({ keep: 7, schedule: { time: { hour: 10, minute: 0 } } })
    expect(tasks.generate_haiku_scheduled.keep).toBeNull()
    expect(tasks.monthly_analysis.schedule).toMatchObject({ unit: 'month', monthday: 1, time: { hour: 3, minute: 0 } })
  })

  it('names a task by its id as well as by the original name', () => {
    const named = (name: string) =>
      parseConfig(JSON.stringify({ scheduler: { tasks: [{ name, enabled: false }] } })).tasks.generate_haiku_scheduled
    expect(named('generate_haiku').enabled).toBe(false)
    expect(named('generate_haiku_scheduled').enabled).toBe(false)
  })

  it('switches every task off where the scheduler is off', () => {
    const { tasks, running } = parseConfig('{ "scheduler": { "enabled": false } }')
    expect(running).toBe(false)
    expect(Object.values(tasks).some(({ enabled }) => enabled)).toBe(false)
  })

  it('lets a task’s own keep win over max_files_per_type', () => {
    const { tasks } = parseConfig(
      '{ "scheduler": { "max_files_per_type": 4, "tasks": [{ "name": "export_collection_json", "keep": 2 }] } }',
    )
    expect(tasks.export_collection_json.keep).toBe(2)
    expect(tasks.generate_haiku_scheduled.keep).toBe(4)
  })

  it('takes a file with a byte order mark', async () => {
    await expect(loadConfig(await rootWith('\ufeff{}'))).resolves.toMatchObject({ locale: 'fr' })
  })

  const task = (fields: string) =>
    `{\n  "scheduler": {\n    "tasks": [\n      { "name": "generate_haiku", ${fields} }\n    ]\n  }\n}`
  const scheduler = (fields: string) => `{\n  "scheduler": { ${fields} }\n}`

  it.each<[what: string, config: string | Uint8Array | null, ...says: (string | RegExp)[]]>([
    ['a missing file', null, 'config/app.json is missing'],
    ['an empty file', '', 'config/app.json is empty'],
    ['a cut file', ORIGINAL.slice(0, 200), 'line 3', 'ends too early'],
    ['a comma too many', '{\n  "locale": "fr",\n}', 'line 3', 'a comma too many'],
    ['a missing comma', '{\n  "locale": "fr"\n  "scheduler": {}\n}', 'line 3', 'a comma is missing'],
    ['single quotes', "{ 'locale': 'fr' }", 'line 1', 'double quotes'],
    ['typographic quotes', '{ “locale”: "fr" }', 'line 1', 'typographic quote (“)'],
    ['a comment', '{\n  // my settings\n  "locale": "fr" }', 'line 2'],
    ['a list', '[]', 'an object in { }'],
    ['Latin-1', Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]), 'not UTF-8'],
    ['an unknown key', scheduler('"time_zone": "UTC"'), 'line 2', 'scheduler.time_zone', 'no setting has this name'],
    ['a key twice', '{ "locale": "fr",\n "locale": "en" }', 'line 2', '"locale" stands twice'],
    ['an unknown unit', task('"unit": "dya"'), 'line 4', 'scheduler.tasks[0].unit', '"dya"', 'Did you mean "day"?'],
    ['a zero frequency', task('"frequency": 0'), 'scheduler.tasks[0].frequency', '0 stands here', '1 or more'],
    ['a broken frequency', task('"frequency": 1.5'), 'frequency: 1.5', 'a whole number'],
    ['a frequency in quotes', task('"frequency": "2"'), '"2"', 'Leave out the quotes: 2'],
    [
      'a frequency of hours that does not divide the day',
      task('"unit": "hour", "frequency": 5'),
      '1, 2, 3, 4, 6, 8 or 12',
    ],
    [
      'an unknown task',
      scheduler('"tasks": [{ "name": "generate_haikus" }]'),
      '"generate_haikus"',
      'Did you mean "generate_haiku"?',
    ],
    ['a task without a name', scheduler('"tasks": [{ "enabled": true }]'), 'tasks[0].name', 'nothing stands here'],
    [
      'a task set twice',
      scheduler('"tasks": [{ "name": "generate_haiku" }, { "name": "generate_haiku_scheduled" }]'),
      'tasks[1].name',
      'tasks[0]',
    ],
    ['an unknown zone', scheduler('"timezone": "Europe/Pari"'), 'scheduler.timezone', '"Europe/Pari"', 'IANA'],
    ['an offset as a zone', scheduler('"timezone": "+02:00"'), 'scheduler.timezone'],
    ['a folder outside', scheduler('"output_dir": "../elsewhere"'), 'scheduler.output_dir', 'inside the repository'],
    ['a folder outside on a detour', scheduler('"output_dir": "a/../../b"'), 'scheduler.output_dir'],
    ['an absolute folder', scheduler('"output_dir": "/tmp"'), 'scheduler.output_dir'],
    ['the top level as folder', scheduler('"output_dir": "."'), 'scheduler.output_dir'],
    ['git’s own folder', scheduler('"output_dir": ".git/hooks"'), 'scheduler.output_dir'],
    ['a wrong time', task('"time": "25:00"'), 'time', '"25:00"', '"06:00"'],
    ['a wrong weekday', task('"unit": "week", "weekday": "sonntag"'), '"sonntag"', '"monday"'],
    ['a weekday nobody reads', task('"weekday": "sunday"'), 'unit "week"'],
    ['a wrong day of the month', task('"unit": "month", "monthday": 32'), '32 stands here', '31 or less'],
    ['a setting of another task', task('"limit": 3'), 'tasks[0].limit', 'no such setting'],
    ['enabled in quotes', task('"enabled": "true"'), 'Leave out the quotes: true'],
    ['an unknown language', '{ "locale": "de" }', '"de"', '"fr" or "en"'],
    ['keep 0', task('"keep": 0'), 'keep', '1 or more'],
  ])('refuses %s with one clear message and changes nothing', async (_what, config, ...says) => {
    const error = await refusal(config)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error.exitCode).toBe(EXIT.misuse)
    expect(error.message).toMatch(/^config\/app\.json/)
    for (const part of says) expect(error.message).toMatch(part instanceof RegExp ? part : new RegExp(escape(part)))
    expect(error.todo).toBeTruthy()
  })

  it.each(['bearer', 'api_key', 'token', 'spotify_client_secret', 'Password'])(
    'refuses a %s anywhere, without showing it, before saying anything else',
    async (key) => {
      const config = `{\n "colour": 1,\n "euria": [{ "url": "https://x.test", "${key}": "hunter2-hunter2" }] }`
      const { message, todo } = await refusal(config)
      expect(message).toContain(`line 3, euria[0].${key}`)
      expect(`${message} ${todo}`).not.toContain('hunter2')
      expect(todo).toContain("put it in the repository's secrets")
    },
  )

  it('does not repeat a value that looks like a key', async () => {
    const { message } = await refusal(scheduler('"timezone": "ghp_abcdefghijklmnopqrstuvwxyz0123456789"'))
    expect(message).not.toContain('ghp_')
  })

  it('names all the problems of a file at once', async () => {
    const { message } = await refusal('{ "locale": "de",\n "scheduler": { "enabled": 1,\n "colour": 2 } }')
    expect(message).toMatch(/3 problems[^]*line 1, locale[^]*line 2, scheduler.enabled[^]*line 3, scheduler.colour/)
  })

  it('answers any text with a configuration or with a ConfigError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        try {
          parseConfig(text)
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError)
        }
      }),
    )
  })

  it('has a schema for editors that is generated from the one definition', async () => {
    expect(await readFile('config/app.schema.json', 'utf8')).toBe(configJsonSchema())
  })
})

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

it('a line that is not JSON is not quoted, because a key may stand on it', async () => {
  for (const text of ['{ "euria": { "bearer": "hunter2-hunter2", } }', '{ "x": "hunter2-hunter2" "y": 1 }']) {
    const { message, todo } = await refusal(text)
    expect(`${message} ${todo}`).not.toContain('hunter2')
  }
})

it('an output folder that is a link, or below .git, is refused', async () => {
  const root = await rootWith('{ "scheduler": { "output_dir": "docs/out" } }')
  await symlink(tmpdir(), join(root, 'docs'))
  await expect(loadConfig(root)).rejects.toThrow('scheduler.output_dir: "docs" is a link')
  expect(() => parseConfig('{ "scheduler": { "output_dir": "docs/.Git/x" } }')).toThrow('scheduler.output_dir')
})

it.each(['utc', 'europe/paris', 'EUROPE/PARIS'])('the zone %s is refused for its spelling', (timezone) => {
  expect(() => parseConfig(JSON.stringify({ scheduler: { timezone } }))).toThrow('scheduler.timezone')
})

it.each(['UTC', 'Europe/Paris', 'Asia/Kolkata', 'Asia/Calcutta', 'Etc/UTC', 'America/Argentina/Ushuaia'])(
  'the zone %s is taken',
  (timezone) => {
    expect(parseConfig(JSON.stringify({ scheduler: { timezone } })).timezone).toBe(timezone)
  },
)
