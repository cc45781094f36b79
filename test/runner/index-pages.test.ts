import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../scripts/config/config.ts'
import { refreshIndex } from '../../scripts/runner/index-pages.ts'
import { runWork } from '../../scripts/runner/run-work.ts'
import type { RunResult } from '../../scripts/runner/result.ts'
import type { RunRequest } from '../../scripts/runner/load.ts'
import { readLedger } from '../../scripts/repository/ledger.ts'
import type { TaskId } from '../../scripts/config/catalog.ts'
import { exportCollectionJson } from '../../scripts/tasks/export-collection.ts'
import { loadTask } from '../../scripts/tasks/registry.ts'
import type { Task } from '../../scripts/tasks/task.ts'
import { createWorld, fingerprint, json, writeFiles, type World } from '../support/repos.ts'

const NOW = Temporal.Instant.from('2026-01-31T06:17:15Z')
const START = '<!-- aime:status -->'
const END = '<!-- /aime:status -->'
const README = `# My records\r\n\r\n${START}\r\nLater.\r\n${END}\r\n\r\nBought at Chez Louis – ça tourne.\r\n`
const HAIKU = 'Scheduled Output/generate-haiku-20260131-061715.md'

let world: World
beforeEach(async () => {
  world = await createWorld({ files: { 'README.md': README } })
})
afterEach(() => world.remove())

async function run(root: string, task: TaskId | Task, request: Partial<RunRequest> = {}): Promise<RunResult> {
  return runWork({
    work: typeof task === 'string' ? await loadTask(task) : task,
    root,
    env: world.env,
    now: NOW,
    seed: 1,
    dryRun: false,
    scheduled: false,
    publish: false,
    progress: () => undefined,
    ...request,
  })
}

async function refresh(root: string, now = NOW) {
  return refreshIndex(root, { config: await loadConfig(root), ledger: await readLedger(root), now })
}

function text(root: string, file: string): Promise<string> {
  return readFile(join(root, file), 'utf8')
}

describe('a published run', () => {
  it('takes the pages into the commit of its outputs', async () => {
    const root = await world.clone('clone')
    await run(root, 'generate_haiku_scheduled', { publish: true })
    const { git, remote, branch } = world
    expect(await git(remote, 'rev-list', '--count', branch)).toBe('2')
    expect(
      (await git(remote, '-c', 'core.quotePath=false', 'show', '--format=', '--name-only', branch)).split('\n'),
    ).toEqual([
      'README.md',
      'Scheduled Output/README.md',
      HAIKU,
      'Scheduled Output/latest-haiku.md',
      'data/haikus/2026.json',
      'data/runs.json',
    ])
    expect(await world.read('Scheduled Output/latest-haiku.md')).toBe(await world.read(HAIKU))
    const readme = await world.read('README.md')
    expect(readme).toContain('### 🎵 Haïku du 31/01/2026')
    expect(readme).toContain('| 31/01/2026 06:17 | ✓ réussi | 01/02/2026 06:00 |')
    expect(await git(root, 'status', '--porcelain')).toBe('')
  })

  it('makes no commit where it has nothing to do, although the pages would be others by then', async () => {
    const root = await world.clone('clone')
    await run(root, 'generate_haiku_scheduled', { publish: true })
    const head = await world.git(world.remote, 'rev-parse', world.branch)
    const later = NOW.add({ hours: 8 })
    const second = await run(root, 'generate_haiku_scheduled', { publish: true, scheduled: true, now: later })
    expect(second.nothing).not.toBeNull()
    expect(await world.git(world.remote, 'rev-parse', world.branch)).toBe(head)
  })

  it('makes the pages again on the new head where somebody else edited the README meanwhile', async () => {
    const root = await world.clone('clone')
    // The person's push comes while the task decides: after the fetch, before the commit.
    const task = await loadTask('generate_haiku_scheduled')
    const meddling = {
      ...task,
      async *run(context: Parameters<typeof task.run>[0]) {
        await world.push({ 'README.md': README.replace('Chez Louis', 'Chez Lulu') })
        yield* task.run(context)
      },
    }
    const result = await run(root, 'generate_haiku_scheduled', { publish: true, work: meddling })
    expect(result.pieces[0]!.published!.attempts).toBe(2)
    const readme = await world.read('README.md')
    expect(readme).toContain('Bought at Chez Lulu – ça tourne.')
    expect(readme).toContain('### 🎵 Haïku du 31/01/2026')
  })

  it('publishes its result and names the file where a page cannot be made', async () => {
    await world.push({ 'data/listens/2026-01.json': '{ "version": 1, "listens": [ {} ] }' })
    const root = await world.clone('clone')
    const result = await run(root, 'export_collection_json', { publish: true })
    expect(result.pieces[0]!.published).not.toBeNull()
    expect(result.items).toEqual([
      { item: 'README.md', result: 'warning', note: expect.stringContaining('data/listens/2026-01.json, ') as string },
    ])
    expect(await world.read('Scheduled Output/latest-export.json')).toContain('"total_albums": 12')
    const readme = await world.read('README.md')
    expect(readme).toContain('| 31/01/2026 06:17 | ✓ réussi | 31/01/2026 10:00 |')
    expect(readme).not.toContain('À écouter')
  })

  it('names what is wrong with a page once, however many pieces it has', async () => {
    await world.push({ 'data/listens/2026-01.json': '{ "version": 1, "listens": [ {} ] }' })
    const root = await world.clone('clone')
    const twice: Task = {
      ...exportCollectionJson,
      async *run(context) {
        yield* exportCollectionJson.run(context)
        yield* exportCollectionJson.run(context)
      },
    }
    const result = await run(root, twice)
    expect(result.pieces).toHaveLength(2)
    expect(result.items).toMatchObject([{ item: 'README.md', result: 'warning' }])
  })

  it('names each of several things that are wrong with a page', async () => {
    await world.push({
      'data/listens/2026-01.json': '{ "version": 1, "listens": [ {} ] }',
      'data/haikus/2026.json': '{ "version": 1, "haikus": [ {} ] }',
    })
    const result = await run(await world.clone('clone'), exportCollectionJson)
    expect(result.items.map(({ item, note }) => [item, /^data\/\w+/.exec(note ?? '')?.[0]])).toEqual([
      ['README.md', 'data/haikus'],
      ['README.md', 'data/listens'],
    ])
  })
})

describe('the pages of a tree', () => {
  it('are written once, and not again where nothing changed', async () => {
    const root = await world.clone('clone')
    await run(root, 'generate_haiku_scheduled')
    const before = await fingerprint(root)
    expect(await refresh(root)).toEqual({ paths: [], problems: [] })
    expect(await fingerprint(root)).toEqual(before)
    expect((await refresh(root, NOW.add({ hours: 1 }))).paths).toEqual(['README.md'])
  })

  it('leave every byte of the README outside the block as it was, in whatever encoding', async () => {
    const root = await world.clone('clone')
    const latin1 = Buffer.from(README, 'latin1')
    await writeFile(join(root, 'README.md'), latin1)
    expect((await refresh(root)).paths).toContain('README.md')
    const after = await readFile(join(root, 'README.md'))
    const [head, tail] = [latin1.indexOf(START) + START.length, latin1.indexOf(END)]
    expect(after.subarray(0, head)).toEqual(latin1.subarray(0, head))
    expect(after.subarray(after.indexOf(END))).toEqual(latin1.subarray(tail))
    expect(after.toString('utf8')).toContain('À écouter le 31/01/2026')
    expect(after.toString('latin1').match(/[^\r]\n/)).toBeNull()
  })

  it('leave a README without the marks and a page that somebody else wrote alone', async () => {
    const root = await world.clone('clone')
    const own = { 'README.md': '# Mine\n', 'Scheduled Output/README.md': '# Also mine\n' }
    await writeFiles(root, own)
    expect(await refresh(root)).toEqual({ paths: [], problems: [] })
    expect(await text(root, 'Scheduled Output/README.md')).toBe('# Also mine\n')
    await rm(join(root, 'README.md'))
    expect(await refresh(root)).toEqual({ paths: [], problems: [] })
  })

  it('say what is wrong with a block that has no end, and leave it', async () => {
    const root = await world.clone('clone')
    await writeFiles(root, { 'README.md': `# Mine\n${START}\ntext\n` })
    expect(await refresh(root)).toEqual({
      paths: ['Scheduled Output/README.md'],
      problems: [
        { page: 'README.md', why: `The block in README.md must be one line ${START} and, below it, one line ${END}.` },
      ],
    })
    expect(await text(root, 'README.md')).toBe(`# Mine\n${START}\ntext\n`)
  })

  it('copy the newest file by the time in its name, byte for byte, and keep a copy whose files are gone', async () => {
    const root = await world.clone('clone')
    const folder = join(root, 'Scheduled Output')
    await mkdir(folder)
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0x00, 0x0d, 0x0a])
    await writeFile(join(folder, 'export-markdown-20260131-080000.md'), bytes)
    await writeFile(join(folder, 'export-markdown-20260130-080000.md'), 'older')
    await writeFile(join(folder, 'latest-export.json'), 'kept')
    expect((await refresh(root)).paths).toContain('Scheduled Output/latest-export.md')
    expect(await readFile(join(folder, 'latest-export.md'))).toEqual(bytes)
    expect(await text(root, 'Scheduled Output/latest-export.json')).toBe('kept')
  })

  it('name what is in the way of one and make the others', async () => {
    const root = await world.clone('clone')
    await run(root, 'generate_haiku_scheduled')
    await rm(join(root, 'Scheduled Output/latest-haiku.md'))
    await mkdir(join(root, 'Scheduled Output/latest-haiku.md'))
    await run(root, 'export_collection_json')
    const { paths, problems } = await refresh(root, NOW.add({ hours: 1 }))
    expect(paths).toEqual(['README.md'])
    expect(problems).toEqual([
      {
        page: 'Scheduled Output/latest-haiku.md',
        why: 'Scheduled Output/latest-haiku.md cannot be read: it is a folder.',
      },
    ])
  })

  it('choose the record by the listens where there are any', async () => {
    const root = await world.clone('clone')
    const listen = (timestamp: number, artist: string, album: string) => ({
      timestamp,
      artists: [artist],
      album,
      track: 'x',
    })
    await writeFiles(root, {
      'data/collection.json': json({
        version: 1,
        albums: [
          { id: 1, title: 'Blue', artists: ['Joni Mitchell'] },
          { id: 2, title: 'Thriller', artists: ['Michael Jackson'] },
        ],
      }),
      'data/listens/2021-05.json': json({ version: 1, listens: [listen(1620000000, 'joni mitchell', 'BLUE')] }),
    })
    const shown: string[] = []
    for (const day of [0, 1]) {
      await refresh(root, NOW.add({ hours: 24 * day }))
      shown.push((await text(root, 'README.md')).split('### 💿 ')[1]!.split('###')[0]!)
    }
    expect(shown.map((part) => part.split('\r\n').slice(2, 5)).sort()).toEqual([
      [
        '**Blue** – Joni Mitchell',
        '',
        'Dernière écoute connue le 03/05/2021 : c’est celui que vous n’avez pas écouté depuis le plus longtemps.',
      ],
      ['**Thriller** – Michael Jackson', '', 'Aucune écoute connue : c’est le seul disque dans ce cas.'],
    ])
  })
})
