import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runWork } from '../../scripts/runner/run-work.ts'
import type { RunResult } from '../../scripts/runner/result.ts'
import type { RunRequest } from '../../scripts/runner/load.ts'
import { TaskError } from '../../scripts/ground/errors.ts'
import { exportCollectionJson } from '../../scripts/tasks/export-collection.ts'
import { generateHaiku } from '../../scripts/tasks/generate-haiku.ts'
import type { Task } from '../../scripts/tasks/task.ts'
import { start } from '../support/processes.ts'
import { ALBUMS, createWorld, json, leftIn, outputsOf, subjects, type World } from '../support/repos.ts'

const NOON = '2026-01-31T12:00:00Z'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(async () => {
  expect(await world.leftTemporary()).toEqual([])
  await world.remove()
})

function run(root: string, task: Task, more: Partial<RunRequest> = {}): Promise<RunResult> {
  return runWork({
    work: task,
    root,
    env: world.env,
    now: Temporal.Instant.from(NOON),
    seed: 1,
    dryRun: false,
    scheduled: false,
    publish: true,
    progress: () => undefined,
    ...more,
  })
}

/** The task, with something that happens after it has decided and before it is applied for the first time. */
function after(task: Task, act: () => Promise<unknown>): Task {
  return {
    ...task,
    async *run(context) {
      for await (const outcome of task.run(context)) {
        await act()
        yield outcome
      }
    },
  }
}

const cli = (root: string, ...args: string[]) =>
  start('scripts/run.ts', ['export_collection_json', '--publish', '--now', NOON, ...args], root, world.env).ended

/** A letter and a path for each file that a commit of the remote changed. */
const changesOf = async (commit: string) =>
  (await world.git(world.remote, 'show', '--format=', '--name-status', '--no-renames', commit)).split('\n')

const ledger = async () =>
  JSON.parse(await world.read('data/runs.json')) as { since: string; tasks: Record<string, unknown> }

describe('a published run', () => {
  it('commits its output and the ledger together, with its trailers', async () => {
    const root = await world.clone('clone')
    const env = {
      ...world.env,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'me/records',
      GITHUB_RUN_ID: '42',
    }
    const result = await run(root, exportCollectionJson, { env })
    expect(result.pieces).toMatchObject([{ published: { attempts: 1, fastForwarded: true } }])
    expect(await world.git(world.remote, 'log', '-1', '--format=%b', 'main')).toBe(
      'Task: export_collection_json\nRun: https://github.com/me/records/actions/runs/42',
    )
    expect(await changesOf('main')).toEqual(
      expect.arrayContaining(['A\tScheduled Output/export-json-20260131-120000.json', 'M\tdata/runs.json']),
    )
    expect(await ledger()).toMatchObject({
      repository: 'me/records',
      tasks: {
        export_collection_json: { slot: '2026-01-31T10:00:00Z', started: '2026-01-31T12:00:00.000Z', result: 'done' },
      },
    })
  })

  it('makes no commit when all it would change is the ledger', async () => {
    const root = await world.clone('clone')
    const nothingNew: Task = {
      id: 'daily_enrichment',
      // eslint-disable-next-line @typescript-eslint/require-await
      async *run() {
        const words = { items: [], subject: 'Nothing', summary: '', report: '' }
        yield { kind: 'changes', files: [], edits: [{ kind: 'add-haikus', entries: [] }], ...words }
      },
    }
    expect((await run(root, nothingNew)).pieces).toMatchObject([
      { published: null, applied: { data: [], outputs: [] } },
    ])
    expect(await subjects(world)).toEqual(['Begin'])
  })

  it('leaves its slot to the next run where it achieved nothing, whatever it wrote', async () => {
    const root = await world.clone('clone')
    const failing: Task = {
      ...exportCollectionJson,
      async *run(context) {
        for await (const outcome of exportCollectionJson.run(context))
          yield outcome.kind === 'nothing' ? outcome : { ...outcome, items: [{ item: 'x', result: 'failed' }] }
      },
    }
    expect((await run(root, failing, { scheduled: true })).pieces).toHaveLength(1)
    expect((await ledger()).tasks).toMatchObject({ export_collection_json: { result: 'failed', tries: 1 } })
    expect(await run(root, exportCollectionJson, { scheduled: true })).toMatchObject({ nothing: null })
    expect((await ledger()).tasks).toMatchObject({ export_collection_json: { result: 'done' } })
  })

  it('removes the first export in the commit of the fourth where three are kept', async () => {
    await world.push({ 'config/app.json': json({ scheduler: { max_files_per_type: 3 } }) }, 'Keep three')
    const root = await world.clone('clone')
    for (let day = 1; day <= 4; day++)
      await run(root, exportCollectionJson, { now: Temporal.Instant.from(`2026-02-0${day}T10:00:15Z`) })
    expect(await outputsOf(world)).toEqual(
      [2, 3, 4].map((day) => `Scheduled Output/export-json-2026020${day}-100015.json`),
    )
    expect(await changesOf('main')).toEqual(
      expect.arrayContaining([
        'D	Scheduled Output/export-json-20260201-100015.json',
        'A	Scheduled Output/export-json-20260204-100015.json',
        'M	data/runs.json',
      ]),
    )
  })
})

describe('what a person pushes while a run is under way', () => {
  it('is in the export: it is rendered from the data it stands beside', async () => {
    const root = await world.clone('clone')
    const albums = [...ALBUMS, { id: 99, title: 'Added Meanwhile', artists: ['Somebody'], year: 2026, genre: null }]
    const push = () => world.push({ 'data/collection.json': json({ version: 1, albums }) }, 'Add an album')
    const result = await run(root, after(exportCollectionJson, push))
    expect(result.pieces).toMatchObject([{ published: { attempts: 2 } }])
    const exported = JSON.parse(await world.read('Scheduled Output/export-json-20260131-120000.json')) as {
      total_albums: number
      albums: { title: string }[]
    }
    expect(exported.total_albums).toBe(13)
    expect(exported.albums.map(({ title }) => title)).toContain('Added Meanwhile')
    expect(JSON.parse(await world.read('data/collection.json'))).toEqual({ version: 1, albums })
  })

  it('is not exported where the collection collapsed by it', async () => {
    const root = await world.clone('clone')
    const earlier = { now: Temporal.Instant.from('2026-01-30T12:00:00Z') }
    await run(root, exportCollectionJson, earlier)
    const few = json({ version: 1, albums: ALBUMS.slice(0, 3) })
    const push = () => world.push({ 'data/collection.json': few }, 'Lose albums')
    const refused = run(root, after(exportCollectionJson, push))
    await expect(refused).rejects.toThrow(/holds 3 albums of your own; at this task's last run it held 12/)
    expect((await subjects(world))[0]).toBe('Lose albums')
    const accepted = await run(root, exportCollectionJson, { acceptShrink: true })
    expect(accepted.pieces).toMatchObject([{ report: expect.stringContaining('3 albums') as string }])
  })

  it('does not hide what was published before, where a later piece fails', async () => {
    const root = await world.clone('clone')
    const twice: Task = {
      id: 'export_collection_json',
      async *run(context) {
        yield* exportCollectionJson.run(context)
        throw new TaskError('the second piece failed')
      },
    }
    const result = await run(root, twice)
    expect(result).toMatchObject({
      pieces: [{ published: { attempts: 1 } }],
      failure: { message: 'the second piece failed' },
    })
  })

  it('stays in the haiku log, and the run’s poems are added to it', async () => {
    const root = await world.clone('clone')
    const other = await world.clone('other')
    await run(
      root,
      after(generateHaiku, () => run(other, generateHaiku, { seed: 2 })),
    )
    const log = JSON.parse(await world.read('data/haikus/2026.json')) as { haikus: unknown[] }
    expect(log.haikus).toHaveLength(10)
    expect(await outputsOf(world)).toEqual([
      'Scheduled Output/generate-haiku-20260131-120000.md',
      'Scheduled Output/generate-haiku-20260131-120001.md',
    ])
  })

  it('may switch the task off', async () => {
    const root = await world.clone('clone')
    const off = json({ scheduler: { tasks: [{ name: 'export_collection_json', enabled: false }] } })
    const push = () => world.push({ 'config/app.json': off }, 'Switch it off')
    const result = await run(root, after(exportCollectionJson, push), { scheduled: true })
    expect(result).toMatchObject({ pieces: [], nothing: expect.any(String) as string })
    expect(await subjects(world)).toEqual(['Switch it off', 'Begin'])
  })

  it('may say how many files are to stay', async () => {
    const root = await world.clone('clone')
    for (const day of [1, 2])
      await run(root, exportCollectionJson, { now: Temporal.Instant.from(`2026-01-0${day}T12:00:00Z`) })
    const push = () => world.push({ 'config/app.json': json({ scheduler: { max_files_per_type: 1 } }) }, 'Keep one')
    await run(root, after(exportCollectionJson, push))
    expect(await outputsOf(world)).toEqual(['Scheduled Output/export-json-20260131-120000.json'])
  })

  it('does not make the slot older than a ledger that has not begun', async () => {
    const root = await world.clone('clone')
    const push = () => world.push({ 'x.md': 'x' }, 'Later than the slot')
    const result = await run(root, after(exportCollectionJson, push), { scheduled: true })
    expect(result).toMatchObject({ pieces: [{ published: { attempts: 2 } }], nothing: null })
    expect((await ledger()).since).toMatch(/^2026-01-01T00:00:00(?:Z|\+00:00)$/)
  })
})

describe('two runs for one slot', () => {
  it('at the same moment leave one output and one commit, and the one that lost says so', async () => {
    const clones = await Promise.all(['one', 'two'].map((name) => world.clone(name)))
    const ended = await Promise.all(clones.map((root) => cli(root, '--scheduled')))
    expect(ended.map(({ code }) => code)).toEqual([0, 0])
    expect(ended.filter(({ out }) => out.includes('pushed '))).toHaveLength(1)
    expect(ended.filter(({ out }) => out.startsWith('export_collection_json: nothing to do.'))).toHaveLength(1)
    expect(await outputsOf(world)).toHaveLength(1)
    expect(await subjects(world)).toHaveLength(2)
  })

  it('leave one output where the other run’s push comes in between', async () => {
    const [root, other] = [await world.clone('one'), await world.clone('two')]
    const first = () => run(other, exportCollectionJson, { scheduled: true })
    const result = await run(root, after(exportCollectionJson, first), { scheduled: true })
    expect(result).toMatchObject({ pieces: [], nothing: expect.any(String) as string })
    expect(await outputsOf(world)).toHaveLength(1)
    expect(await subjects(world)).toHaveLength(2)
  })

  it('that write the very same in the same second are still two where nobody asked for the slot', async () => {
    const [root, other] = [await world.clone('one'), await world.clone('two')]
    const results = await Promise.all([run(root, exportCollectionJson), run(other, exportCollectionJson)])
    const outputs = results.flatMap(({ pieces }) => pieces.flatMap(({ applied }) => applied.outputs))
    expect(outputs.sort()).toEqual([
      'Scheduled Output/export-json-20260131-120000.json',
      'Scheduled Output/export-json-20260131-120001.json',
    ])
    expect(await outputsOf(world)).toEqual(outputs)
  })
})

describe('the command', () => {
  it('ends with 1 and the server’s reason where the remote refuses', async () => {
    await world.hook('pre-receive', 'echo "no pushes on Sundays" >&2; exit 1')
    const root = await world.clone('clone')
    const { code, err } = await cli(root)
    expect(code).toBe(1)
    expect(err).toMatch(/✗ The result could not be pushed: no pushes on Sundays/)
    expect(await leftIn(world, root)).toEqual([])
  })
})
