import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TaskId } from '../../scripts/config/catalog.ts'
import { readLedger } from '../../scripts/repository/ledger.ts'
import { command, copy, tree, type Ended } from '../support/command.ts'
import { createWorld, json, subjects, writeFiles, type World } from '../support/repos.ts'

/** A Sunday evening, so that the week's slot is among those of the day. */
const NOW = '2026-02-01T21:00:00Z'
/** Without the tasks that would ask a service. */
const QUIET = json({
  scheduler: {
    tasks: [
      { name: 'daily_enrichment', enabled: false },
      { name: 'monthly_analysis', enabled: false },
    ],
  },
})
const WRITING: TaskId[] = ['generate_haiku_scheduled', 'export_collection_markdown', 'export_collection_json']

function tend(root: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return command('tend', root, ['--now', NOW, ...args], env)
}

async function due(root: string, env: NodeJS.ProcessEnv = {}, now = NOW): Promise<unknown> {
  const { code, stdout, stderr } = await tend(root, ['--list', '--now', now], env)
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout)
}

describe('what is due', () => {
  it('comes in the order in which the tasks depend on each other, without those that lack an account or a model', async () => {
    const root = await copy()
    expect(await due(root)).toEqual(['daily_enrichment', ...WRITING, 'weekly_haiku', 'monthly_analysis'])
  })

  it('has a task with it once it has what it needs', async () => {
    const root = await copy(
      '{ "accounts": { "discogs": "me" }, "scheduler": { "tasks": [{ "name": "sync_collection" }, { "name": "sync_listens" }] } }',
    )
    const all = await due(root, { EURIA_URL: 'set', LISTENBRAINZ_USER: 'me' })
    expect(all).toEqual([
      'sync_collection',
      'sync_listens',
      'daily_enrichment',
      'optimize_ai_descriptions',
      ...WRITING,
      'weekly_haiku',
      'monthly_analysis',
    ])
  })

  it('is nothing where the scheduler is off', async () => {
    expect(await due(await copy('{ "scheduler": { "enabled": false } }'))).toEqual([])
  })
})

describe('npm run tend', () => {
  it('serves it all, and has nothing to do the second time', async () => {
    const root = await copy(QUIET)
    const first = await tend(root)
    expect(first).toMatchObject({ code: 0 })
    expect(
      first.stdout
        .replace(/\d\.\d s/g, '0.0 s')
        .split('\n')
        .slice(-5, -1),
    ).toEqual([
      'generate_haiku_scheduled    done (0.0 s)',
      'export_collection_markdown  done (0.0 s)',
      'export_collection_json      done (0.0 s)',
      'weekly_haiku                nothing to do (0.0 s)',
    ])
    const files = await tree(root)
    expect((await readLedger(root)).tasks).toMatchObject({
      generate_haiku_scheduled: { slot: '2026-02-01T06:00:00Z', result: 'done' },
      weekly_haiku: { slot: '2026-02-01T20:00:00Z', result: 'nothing' },
    })
    expect(await due(root)).toEqual([])
    expect(await tend(root)).toEqual({ code: 0, stdout: 'Nothing is due.\n', stderr: '' })
    expect(await tree(root)).toEqual(files)
  })

  it('writes nothing in a dry run, the note of a task without anything to do included', async () => {
    const root = await copy(QUIET)
    const before = await tree(root)
    expect((await tend(root, ['--dry-run'])).stdout).toContain('It would have been: generate-haiku (.md)')
    expect(await tree(root)).toEqual(before)
  })

  it('goes on after a task that fails, tries it three times, then once a day, and ends red', async () => {
    const root = await copy(
      json({
        scheduler: {
          tasks: [
            { name: 'daily_enrichment', enabled: false },
            { name: 'generate_haiku', enabled: false },
          ],
        },
      }),
    )
    // Listens that cannot be read: the week and the analysis fail, and nothing else reads them.
    await writeFiles(root, { 'data/listens/2026-01.json': '{ "version": 1' })
    const first = await tend(root)
    expect(first.code).toBe(1)
    expect(first.stdout).toContain('✗ weekly_haiku: data/listens/2026-01.json, line 1')
    expect(first.stdout).toContain('export_collection_json      done')
    for (const minutes of ['10', '20']) {
      expect(await due(root, {}, `2026-02-01T21:${minutes}:00Z`)).toEqual(['weekly_haiku', 'monthly_analysis'])
      await tend(root, ['--now', `2026-02-01T21:${minutes}:00Z`])
    }
    expect((await readLedger(root)).tasks['weekly_haiku']).toMatchObject({ result: 'failed', tries: 3 })
    expect(await due(root, {}, '2026-02-01T21:30:00Z')).toEqual([])
    expect(await due(root, {}, '2026-02-02T05:00:00Z')).toEqual([])
    expect(await due(root, {}, '2026-02-02T21:20:00Z')).toContain('weekly_haiku')
    await rm(join(root, 'data/listens/2026-01.json'))
    await tend(root, ['--now', '2026-02-02T21:20:00Z'])
    const mended = (await readLedger(root)).tasks['weekly_haiku']!
    expect(mended).toMatchObject({ result: 'nothing' })
    expect(mended.tries).toBeUndefined()
  })

  it('sums it up in one table, then what each task had to tell, in the language of the repository', async () => {
    const root = await copy(QUIET)
    const { stdout } = await tend(root, [], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(root, 'summary.md') })
    expect(stdout).not.toContain('::error')
    const summary = (await tree(root))['summary.md']!.replace(/\d\.\d \|/g, '0.0 |')
    expect(summary).toContain(
      '| Tâche | Issue | Secondes |\n| --- | --- | --- |\n| Haïkus du jour | ✓ réussi | 0.0 |\n',
    )
    expect(summary.match(/^## .*$/gm)!.filter((head) => !/^## \d/.test(head))).toEqual([
      '## Haïkus du jour',
      '## Export Markdown',
      '## Export JSON',
      '## Haïku de la semaine',
    ])
  })
})

describe('npm run tend -- --publish', () => {
  let world: World
  let root: string
  beforeAll(async () => {
    world = await createWorld({ files: { 'config/app.json': QUIET } })
    root = await world.clone('mine')
  })
  afterAll(() => world.remove())

  const ledger = async () =>
    (JSON.parse(await world.read('data/runs.json')) as { tasks: Record<string, { result: string }> }).tasks

  it('commits each task, and one note for those that left nothing', async () => {
    expect(await tend(root, ['--publish'], world.env)).toMatchObject({ code: 0 })
    expect(await subjects(world)).toEqual([
      'Noter les tâches sans rien à faire ou en échec',
      'Exporter la collection en JSON (01/02/2026 21:00:00)',
      'Exporter la collection en Markdown (01/02/2026 21:00:00)',
      'Écrire 5 haïkus (01/02/2026 21:00:00)',
      'Begin',
    ])
    expect((await ledger())['weekly_haiku']).toMatchObject({ result: 'nothing' })
    expect(await due(root, world.env)).toEqual([])
    expect(await tend(root, ['--publish'], world.env)).toMatchObject({ code: 0, stdout: 'Nothing is due.\n' })
  })

  it('says that there is nothing to publish from in a folder without git', async () => {
    const { code, stderr } = await tend(await copy('{ "scheduler": { "enabled": false } }'), ['--publish'])
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^✗ This is not a git repository with at least one commit/) as string,
    })
  })

  it('lets a note ride with the next commit that is made anyway', async () => {
    const later = ['--scheduled', '--publish', '--now', '2026-02-08T21:00:00Z']
    await command('task', root, ['weekly_haiku', ...later], world.env)
    // Not on the branch yet, and known to this clone all the same.
    expect((await ledger())['weekly_haiku']).toMatchObject({ slot: '2026-02-01T20:00:00Z' })
    expect(await due(root, world.env, '2026-02-08T21:00:00Z')).toEqual(WRITING)
    await command('task', root, ['export_collection_json', ...later], world.env)
    expect((await ledger())['weekly_haiku']).toMatchObject({ slot: '2026-02-08T20:00:00Z', result: 'nothing' })
    expect((await subjects(world))[0]).toBe('Exporter la collection en JSON (08/02/2026 21:00:00)')
  })
})
