import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Wishes } from '../../../scripts/config/form-entries.ts'
import { withWishes } from '../../../scripts/commands/begin/settings.ts'
import { parseConfig } from '../../../scripts/config/config.ts'
import { catalogEntry, TASK_IDS, type TaskId } from '../../../scripts/config/catalog.ts'

const NOBODY = { discogs: null, lastfm: null, listenbrainz: null }
const OPEN: Wishes = { language: null, zone: null, users: NOBODY }
const ALL: Wishes = {
  language: 'en',
  zone: 'Europe/Paris',
  users: { discogs: 'rodneyfool', lastfm: 'rj', listenbrainz: 'rob zombie' },
}
const BOTH = ['sync_collection', 'sync_listens'] as const

/** As the template ships it. */
const SHIPPED = `{
  "$schema": "./app.schema.json",
  "locale": "fr",
  "scheduler": {
    "output_dir": "Scheduled Output",
    "timezone": "UTC",
    "tasks": [
      { "name": "generate_haiku", "enabled": true, "frequency": 1, "unit": "day", "time": "06:00" },
      { "name": "export_collection_markdown", "enabled": true, "frequency": 1, "unit": "day", "time": "08:00" },
      { "name": "export_collection_json", "enabled": true, "frequency": 1, "unit": "day", "time": "10:00" }
    ]
  }
}
`

describe('wishes in a configuration', () => {
  it('that the template shipped change what was wished for, and keep every other line', () => {
    const text = withWishes(SHIPPED, ALL, BOTH)
    expect(text).toBe(
      SHIPPED.replace('"locale": "fr"', '"locale": "en"')
        .replace('"UTC"', '"Europe/Paris"')
        .replace('"10:00" }\n', '"10:00" },\n      { "name": "sync_collection" },\n      { "name": "sync_listens" }\n')
        .replace(
          /  \}\n\}\n$/u,
          '  },\n  "accounts": { "discogs": "rodneyfool", "lastfm": "rj", "listenbrainz": "rob zombie" }\n}\n',
        ),
    )
    const { tasks, timezone, locale, accounts } = parseConfig(text)
    expect({ timezone, locale, accounts }).toEqual({ timezone: 'Europe/Paris', locale: 'en', accounts: ALL.users })
    expect(BOTH.map((task) => tasks[task].enabled)).toEqual([true, true])
  })

  it('work on an empty one', () => {
    const text = withWishes('{}', ALL, BOTH)
    expect(text.split('\n')).toEqual([
      '{',
      '  "locale": "en",',
      '  "accounts": { "discogs": "rodneyfool", "lastfm": "rj", "listenbrainz": "rob zombie" },',
      '  "scheduler": { "timezone": "Europe/Paris", "tasks": [{ "name": "sync_collection" }, { "name": "sync_listens" }] }',
      '}',
    ])
    const { tasks, timezone } = parseConfig(text)
    expect(timezone).toBe('Europe/Paris')
    expect(BOTH.map((task) => tasks[task].enabled)).toEqual([true, true])
  })

  it('switch on a task that is switched off, and leave its other settings', () => {
    const off = '{ "scheduler": { "tasks": [{ "name": "sync_listens", "enabled": false, "time": "04:30" }] } }'
    const text = withWishes(off, OPEN, ['sync_listens'])
    expect(text).toBe(off.replace('false', 'true'))
  })

  it('leave Windows line ends, tabs and blanks at line ends as they are', () => {
    const odd = '{\r\n\t"locale":   "fr",  \r\n\t"scheduler": { "timezone" : "UTC" }   \r\n}\r\n\r\n'
    const text = withWishes(odd, { ...OPEN, language: 'en', zone: 'Europe/Paris' }, [])
    expect(text).toBe(odd.replace('"fr"', '"en"').replace('"UTC"', '"Europe/Paris"'))
    const longer = withWishes(odd, ALL, BOTH)
    expect(longer.replaceAll('\r\n', '')).not.toContain('\n')
    expect(longer).toBe(
      '{\r\n\t"locale":   "en",  \r\n\t"scheduler": { "timezone" : "Europe/Paris",' +
        ' "tasks": [{ "name": "sync_collection" }, { "name": "sync_listens" }] },' +
        '\r\n\t"accounts": { "discogs": "rodneyfool", "lastfm": "rj", "listenbrainz": "rob zombie" }   \r\n}\r\n\r\n',
    )
  })

  it.each([
    '{\n}\n',
    '{ "scheduler": {} }',
    '{"scheduler":{"tasks":[]}}',
    '{ "scheduler": {\n  "tasks": [\n  ]\n} }',
    '\ufeff{}\n',
  ])('work on %j', (bare) => {
    const { tasks, accounts } = parseConfig(withWishes(bare, ALL, BOTH))
    expect(accounts).toEqual(ALL.users)
    expect(BOTH.map((task) => tasks[task].enabled)).toEqual([true, true])
  })

  it('that were fulfilled before change nothing', () => {
    for (const text of [SHIPPED, '{}']) {
      const once = withWishes(text, ALL, BOTH)
      expect(withWishes(once, ALL, BOTH)).toBe(once)
      expect(withWishes(once, OPEN, BOTH)).toBe(once)
      expect(withWishes(once, OPEN, [])).toBe(once)
    }
  })

  it('leave every valid configuration valid, and in it everything they do not speak of', () => {
    const name = fc.stringMatching(/^[a-z0-9_.-]{1,20}$/u)
    const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values)
    const wishes = fc.record({
      language: orNull(fc.constantFrom('fr' as const, 'en' as const)),
      zone: orNull(fc.constantFrom('Europe/Paris', 'Asia/Kolkata', 'UTC')),
      users: fc.record({ discogs: orNull(name), lastfm: orNull(name), listenbrainz: orNull(name) }),
    })
    const entry = (id: TaskId) =>
      fc.record(
        {
          name: fc.constantFrom(id, catalogEntry(id).configName),
          enabled: fc.boolean(),
          time: fc.constant('05:15'),
          keep: fc.integer({ min: 1, max: 9 }),
        },
        { requiredKeys: ['name'] },
      )
    const tasks = fc.subarray(TASK_IDS).chain((ids) => fc.tuple(...ids.map(entry)))
    const scheduler = fc.record(
      { enabled: fc.boolean(), output_dir: fc.constant('Écrits'), timezone: fc.constant('UTC'), tasks },
      { requiredKeys: [] },
    )
    const accounts = fc.record({ discogs: name, lastfm: name }, { requiredKeys: [] })
    const config = fc.record({ locale: fc.constant('fr'), accounts, scheduler }, { requiredKeys: [] })
    const style = fc.constantFrom<[indent: string | number, eol: string]>([2, '\n'], ['\t', '\r\n'], [0, '\n'])
    fc.assert(
      fc.property(config, style, wishes, fc.subarray([...BOTH]), (given, [indent, eol], wished, on) => {
        const text = `${JSON.stringify(given, null, indent).replaceAll('\n', eol)}${eol}`
        const before = parseConfig(text)
        const changed = withWishes(text, wished, on)
        const after = parseConfig(changed)
        const users = Object.entries(wished.users).filter(([, user]) => user !== null)
        expect(after).toEqual({
          ...before,
          locale: wished.language ?? before.locale,
          timezone: wished.zone ?? before.timezone,
          accounts: { ...before.accounts, ...Object.fromEntries(users) },
          tasks: Object.fromEntries(
            Object.entries(before.tasks).map(([id, task]) => [
              id,
              {
                ...task,
                enabled: task.enabled || (before.running && on.some((each) => each === id)),
                schedule: { ...task.schedule, timezone: wished.zone ?? before.timezone },
              },
            ]),
          ),
        })
        if (eol === '\r\n') expect(changed.replaceAll('\r\n', '')).not.toContain('\n')
        expect(withWishes(changed, wished, on)).toBe(changed)
      }),
      { numRuns: 300 },
    )
  })
})
