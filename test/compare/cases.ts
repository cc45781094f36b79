import { readdirSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { TASK_IDS } from '../../scripts/config/catalog.ts'
import { json } from '../support/repos.ts'
import { bundled, months, spoilt, type DataSet } from './data-sets.ts'
import { NOW } from './history.ts'
import { adding, type Case, type Command, type Step } from './run-case.ts'

const FIXTURES = resolve('test/fixtures/import')
const ACTIONS = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'someone/records',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '4711',
}

const npm = (script: string, ...args: string[]): Command => ({ script, args })
const task = (id: string, ...more: string[]) => npm('task', id, '--now', NOW, '--seed', '7', ...more)

const SETS = [
  { of: 'bundled data', data: bundled },
  { of: 'months of listening, fr', data: months('fr'), hasKeys: true },
  { of: 'months of listening, en', data: months('en'), hasKeys: true, env: ACTIONS },
] as const
const [BUNDLED, FRENCH, ENGLISH] = SETS

/** Each task, first as a dry run, then really; in the English one once more, where its slot is served. */
const tasks = SETS.flatMap((set) =>
  TASK_IDS.map((id): Case => ({
    name: `task ${id}, ${set.of}`,
    ...set,
    steps: [task(id, '--dry-run'), task(id), ...(set === ENGLISH ? [task(id, '--scheduled')] : [])],
  })),
)

const published = [
  ...['generate_haiku_scheduled', 'export_collection_json', 'sync_listens'].map((id): Case => ({
    name: `published task ${id}`,
    ...ENGLISH,
    steps: [task(id, '--publish'), task(id, '--publish', '--scheduled')],
  })),
  { name: 'published task export_collection_markdown from a laptop', ...BUNDLED, steps: [task('export_collection_markdown', '--publish')] },
  { name: 'published import', ...ENGLISH, steps: [npm('import', join(FIXTURES, 'discogs-collection.csv'), '--publish')] },
  { name: 'published import of the inbox', ...ENGLISH, data: withInbox(ENGLISH.data, 'beets-albums.json', 'lastfm-pages.json'), steps: [npm('import', '--publish')] },
] // prettier-ignore

const fixtures = readdirSync(FIXTURES).filter((name) => !name.endsWith('.md'))

const imports: Case[] = [
  ...fixtures.map((file): Case => {
    const path = join(FIXTURES, file)
    return { name: `import ${file}`, ...BUNDLED, steps: [npm('import', '--dry-run', path), npm('import', path)] }
  }),
  {
    name: 'import of every file at once, twice',
    ...ENGLISH,
    steps: [1, 2].map(() => npm('import', ...fixtures.map((file) => join(FIXTURES, file)))),
  },
  { name: 'import of an archive', ...FRENCH, steps: [archive, npm('import', '--dry-run', 'export.zip'), npm('import', 'export.zip')] },
  { name: 'import of the inbox, then of decisions', ...FRENCH, data: withInbox(FRENCH.data, ...fixtures.slice(0, 12)), steps: [npm('import', '--dry-run'), npm('import'), decide, npm('import')] },
  { name: 'import of the inbox with a broken file', ...ENGLISH, data: withInbox(ENGLISH.data, 'plain-en.csv', 'plex-albums.json'), steps: [adding('data/inbox/broken.json', '{"albums": [1,'), npm('import')] },
  ...[['discogs-user', 'rodneyfool'], ['lastfm-user', 'rj'], ['listenbrainz-user', 'rob zombie'], ['discogs-user', 'nobody']].map((args): Case => ({
    name: `import ${args.join(' ')}`,
    ...BUNDLED,
    hasKeys: true,
    steps: [npm('import', ...args, '--dry-run'), npm('import', ...args)],
  })),
] // prettier-ignore

const NAMES = ['--discogs=rodneyfool', '--lastfm=rj', '--listenbrainz=rob zombie']
/** Of five poems asked for at once, the quicker answer may take a line from another: here the composer writes them. */
const NO_MODEL = { EURIA_URL: '', EURIA_BEARER: '' }
const begin: Case[] = [
  { name: 'begin with three accounts, fr', ...BUNDLED, hasKeys: true, env: NO_MODEL, steps: [npm('begin', ...NAMES, '--zone=Europe/Paris')] },
  { name: 'begin with three accounts, en, published', ...ENGLISH, data: bundled, env: { ...ACTIONS, ...NO_MODEL }, steps: [npm('begin', ...NAMES, '--language=en', '--publish')] },
  { name: 'begin without a key', ...BUNDLED, steps: [npm('begin', '--lastfm=rj', '--listenbrainz=rob zombie')] },
  { name: 'begin with mistakes', ...FRENCH, env: ACTIONS, steps: [npm('begin', '--discogs=nobody', '--lastfm=rk', '--zone=Europe/Pari', '--language=en')] },
] // prettier-ignore

const looks = [BUNDLED, FRENCH].flatMap((set): Case[] =>
  [
    ['collection check', [npm('collection', 'check'), npm('collection', 'check', '--json'), npm('collection', 'check', '--verbose')]],
    ['collection check --fix', [npm('collection', 'check', '--fix'), npm('collection', 'check', '--fix', '--json')]],
    ['status', [npm('status', '--now', NOW), npm('status', '--json', '--now', NOW), npm('status')]],
    ['haiku', [npm('haiku', '--count', '30', '--seed', '7', '--now', NOW), npm('haiku', '--locale', 'en', '--count', '30', '--seed', '7')]],
    ['doctor', [npm('doctor'), npm('doctor', '--json')]],
    ['check-data and what is generated', [npm('check-data'), npm('sync-schema', '--check'), npm('sync-workflows', '--check')]],
  ].map(([name, steps]) => ({ ...set, name: `${name as string}, ${set.of}`, steps: steps as Step[] })),
) // prettier-ignore

const COMMANDS = [
  'task',
  'import',
  'begin',
  'collection',
  'status',
  'haiku',
  'doctor',
  'check-data',
  'trigger',
  'upgrade',
]

const mistakes: Case[] = [
  { name: 'help of every command', ...BUNDLED, steps: COMMANDS.map((script) => npm(script, '--help')) },
  { name: 'unknown options', ...BUNDLED, steps: COMMANDS.map((script) => npm(script, '--nonsense')) },
  {
    name: 'mistakes on the command line',
    ...BUNDLED,
    steps: [
      npm('task'),
      npm('task', 'generate_haiku'),
      npm('task', 'export_markdwon'),
      task('weekly_haiku', '--dry-run', '--publish'),
      npm('task', 'weekly_haiku', '--seed', 'x'),
      npm('task', 'weekly_haiku', '--now', 'yesterday'),
      npm('import', 'discog', 'x.csv'),
      npm('import', 'discogs-csv'),
      npm('import', 'nothing.csv'),
      npm('import', 'data'),
      npm('import', 'lastfm-user'),
      npm('import', 'beets', join(FIXTURES, 'plain-en.csv')),
      npm('haiku', '--album', 'Abbey Rood'),
      npm('haiku', '--scan', 'README.md'),
      npm('collection'),
      npm('trigger', 'weekly_haiku'),
    ],
  },
  ...Object.entries({
    'config/app.json': json({ locale: 'de', scheduler: { frequency: 0, bearer: 'x', tasks: [{ name: 'haiku' }] } }),
    'data/collection.json': '{ "version": 1, "albums": [ { "id": 1, "title": 7 }, { "id": 1, "title": "x" } ] }',
    'data/runs.json': '{ "version": 1, ',
    'data/review.json': json({ version: 1, unsure: [{ ref: 'x', decision: 'maybe' }] }),
    'data/listens/2026-11.json': json({ version: 1, listens: [{ timestamp: 1, artists: [], track: 'x' }] }),
    'data/haikus/2026.json': json({ version: 2, haikus: [] }),
  }).map(([file, text]): Case => ({
    name: `a spoilt ${file}`,
    data: spoilt({ [file]: text }),
    env: ACTIONS,
    steps: [
      task('generate_haiku_scheduled'),
      task('weekly_haiku'),
      npm('import', join(FIXTURES, 'plain-en.csv')),
      npm('status', '--now', NOW),
      npm('check-data'),
      npm('doctor'),
    ],
  })),
] // prettier-ignore

export const CASES: readonly Case[] = [...tasks, ...published, ...imports, ...begin, ...looks, ...mistakes]

/** Somebody's data with files waiting in the inbox. */
function withInbox(data: DataSet, ...files: string[]): DataSet {
  return {
    ...data,
    async put(root, before) {
      await data.put(root, before)
      const folder = join(root, 'data/inbox')
      await mkdir(folder, { recursive: true })
      for (const file of files) await copyFile(join(FIXTURES, file), join(folder, file))
    },
  }
}

/** Puts an archive with a few exports in it beside them. */
async function archive(root: string): Promise<void> {
  const names = ['beets-albums.json', 'lastfm-archive.csv', 'plain-fr.csv', 'spotify-your-library.json']
  const files = names.map(async (name) => [`export/${name}`, await readFile(join(FIXTURES, name))] as const)
  const bytes = zipSync({ ...Object.fromEntries(await Promise.all(files)), 'export/notes.txt': strToU8('Mine.') }, { mtime: '2026-01-01' })
  await writeFile(join(root, 'export.zip'), bytes)
} // prettier-ignore

/** Decides on everything that waits in the review, by turns: it is new, it stays out, it is a copy. */
async function decide(root: string): Promise<void> {
  const path = join(root, 'data/review.json')
  const review = JSON.parse(await readFile(path, 'utf8')) as { unsure: { perhaps: { id: number }[] }[] }
  const unsure = review.unsure.map((entry, index) => ({
    ...entry,
    decision: ['new', 'skip', entry.perhaps[0]?.id ?? 'new'][index % 3],
  }))
  await writeFile(path, json({ ...review, unsure }))
}
