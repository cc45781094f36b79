import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../scripts/ground/languages.ts'
import { json, writeFiles } from '../support/repos.ts'
import { history } from './history.ts'

/** Somebody's data, put into an empty folder. */
export interface DataSet {
  language: Language
  /** @param before The older of the two revisions, where both find the same. */
  put: (root: string, before: string) => Promise<void>
}

const BUNDLED = ['.github', 'README.md', 'Scheduled Output', 'config', 'data']

/** Services are asked once a second; more albums would show nothing new. */
const SHORT = [
  { name: 'daily_enrichment', limit: 3 },
  { name: 'optimize_ai_descriptions', limit: 2 },
]

/** What the template ships, but for {@link SHORT}. */
export const bundled: DataSet = {
  language: 'fr',
  async put(root, before) {
    const there = await readdir(before)
    for (const name of BUNDLED.filter((name) => there.includes(name)))
      await cp(join(before, name), join(root, name), { recursive: true })
    const path = join(root, 'config/app.json')
    const config = JSON.parse(await readFile(path, 'utf8')) as { scheduler: { tasks: unknown[] } }
    config.scheduler.tasks.push(...SHORT)
    await writeFile(path, json(config))
  },
}

/** A collector who has used the product for months. */
export const months = (language: Language): DataSet => ({
  language,
  put: (root) => writeFiles(root, filesOf(language)),
})

/** The same with files that a person has spoilt. */
export const spoilt = (files: Record<string, string>): DataSet => ({
  language: 'en',
  put: (root) => writeFiles(root, { ...filesOf('en'), ...files }),
})

function filesOf(language: Language): Record<string, string> {
  const { albums, months } = history()
  return {
    'README.md': '# Records\n\n<!-- aime:status -->\n<!-- /aime:status -->\n\nMine.\n',
    'config/app.json': json({
      locale: language,
      accounts: { discogs: 'rodneyfool', lastfm: 'rj', listenbrainz: 'rob zombie' },
      scheduler: {
        timezone: 'Europe/Paris',
        tasks: [
          // Of several poems asked for at once, the quicker answer may take a line from the other.
          { name: 'generate_haiku', keep: 2, count: 1 },
          { name: 'export_collection_markdown', keep: 2 },
          ...SHORT,
          { name: 'sync_listens' },
          { name: 'sync_collection' },
        ],
      },
    }),
    'data/collection.json': json({ version: 1, albums }),
    'data/runs.json': json({
      version: 1,
      repository: 'someone/records',
      since: '2026-01-01T00:00:00Z',
      tasks: {
        generate_haiku_scheduled: { slot: '2026-11-19T05:00:00Z', started: '2026-11-19T05:00:15.123Z', result: 'done' },
        weekly_haiku: { slot: '2026-11-08T19:00:00Z', started: '2026-11-08T22:10:15.123Z', result: 'partial' },
      },
    }),
    'data/haikus/2026.json': json({ version: 1, haikus: POEMS }),
    'data/lookups.json': json({ version: 1, lookups: LOOKUPS }),
    'data/review.json': json({ version: 1, unsure: UNSURE, skip: ['csv:outsider/elsewhere-7'] }),
    ...Object.fromEntries(
      [...months].map(([month, listens]) => [`data/listens/${month}.json`, json({ version: 1, listens })]),
    ),
    ...Object.fromEntries(
      ['17', '18', '19'].flatMap((day) =>
        ['generate-haiku', 'export-markdown'].map((kind) => [
          `Scheduled Output/${kind}-202611${day}-060015.md`,
          `# ${kind}\n`,
        ]),
      ),
    ),
  }
}

const POEMS = [1, 2, 3].map((id) => ({
  at: `2026-11-1${id}T05:00:15Z`,
  task: 'generate_haiku_scheduled',
  album: { id, title: '1. Outside', artists: ['Somebody'] },
  lines: ['first snow on the roof', 'the kitten looks at the sky', 'and forgets her milk'],
  language: 'en',
  author: id === 1 ? { kind: 'composer' } : { kind: 'ai', model: 'test-model' },
}))

const LOOKUPS = [
  {
    album: 4,
    task: 'daily_enrichment',
    subject: 'Weezer – Weezer',
    tried: '2026-11-19T01:00:15Z',
    result: 'ambiguous',
    misses: 2,
    asked: ['musicbrainz', 'spotify'],
  },
]

const UNSURE = [null, 'new', 'skip', 1].map((decision, index) => ({
  ref: `csv:unsure-${index}`,
  source: 'csv',
  why: 'spelling',
  perhaps: [{ id: 1, title: 'Low', artists: ['David Bowie'], year: null }],
  decision,
  record: {
    key: `unsure-${index}`,
    facts: { title: `Lov ${index}`, artists: ['David Bowie'], year: 1977 },
    copy: null,
  },
}))
