import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../../scripts/config/config.ts'
import { findingOf, type Finding } from '../../../scripts/commands/doctor/check.ts'
import { dataChecks } from '../../../scripts/commands/doctor/data.ts'
import { folderChecks, judgeOutput } from '../../../scripts/commands/doctor/folders.ts'
import type { TaskId } from '../../../scripts/config/catalog.ts'
import { command, copy } from '../../support/command.ts'
import { createWorld, json, writeFiles } from '../../support/repos.ts'

/** What waits in the review. */
const RECORD = { key: null, facts: { title: 'x' }, copy: null }
const TASKS: TaskId[] = ['generate_haiku_scheduled', 'sync_listens']

interface Situation {
  config?: string
  collection?: unknown
  files?: Record<string, string>
  repository?: string | null
}

async function examine(situation: Situation = {}, root?: string): Promise<Record<string, Finding>> {
  const { config: text = '{}', collection, files = {}, repository = null } = situation
  root ??= await copy(text, collection)
  await writeFiles(root, files)
  const folder = root
  const config = () => loadConfig(folder)
  const checks = [
    ...dataChecks({
      root,
      env: { PATH: process.env['PATH'], HOME: root },
      config,
      tasks: TASKS,
      repository: () => Promise.resolve(repository),
    }),
    ...folderChecks(root, config, TASKS),
  ]
  const bug = (error: unknown) => {
    throw error
  }
  const found = await Promise.all(checks.map(async (check) => [check.name, await findingOf(check, bug)] as const))
  return Object.fromEntries(found)
}

const albums = (...sources: (string | undefined)[]) => ({
  version: 1,
  albums: sources.map((source, index) => ({ id: index + 1, title: 'x', artists: [], ...(source && { source }) })),
})

describe('the configuration', () => {
  it('that is understood is well, and what it chooses is told', async () => {
    const config = '{ "locale": "en", "scheduler": { "timezone": "Europe/Paris" } }'
    expect((await examine({ config }))['configuration']).toEqual({
      verdict: 'ok',
      says: 'config/app.json is understood: language en, time zone Europe/Paris',
    })
  })

  it('that names a folder in which git would keep nothing is a problem, here and for check-data', async () => {
    const world = await createWorld({
      files: { 'config/app.json': '{ "scheduler": { "output_dir": "out/git~1" } }' },
    })
    try {
      const root = await world.clone('clone')
      expect((await examine({}, root))['configuration']).toMatchObject({
        verdict: 'problem',
        says: expect.stringContaining(
          'scheduler.output_dir: "out/git~1" stands here, and git would keep nothing',
        ) as string,
        todo: 'Choose another name, such as "Scheduled Output".',
      })
      const { code, stdout, stderr } = await command('check-data', root, [], world.env)
      expect([code, stdout]).toEqual([2, expect.not.stringContaining('configuration')])
      expect(stderr).toContain('✗ configuration: config/app.json, scheduler.output_dir: "out/git~1" stands here')
    } finally {
      await world.remove()
    }
  })

  it('that switches everything off is a problem', async () => {
    expect((await examine({ config: '{ "scheduler": { "enabled": false } }' }))['configuration']).toMatchObject({
      verdict: 'problem',
      says: 'config/app.json is understood, but the scheduler is off: nothing runs by itself.',
    })
  })

  it('that is broken is one problem, and what depends on it waits', async () => {
    const findings = await examine({ config: '{ "scheduler": { "timezone": "Paris" } }' })
    expect(findings['configuration']).toMatchObject({
      verdict: 'problem',
      says: expect.stringMatching(/^config\/app\.json, line 1, scheduler\.timezone: "Paris" stands here\./) as never,
      todo: expect.stringContaining('Mend config/app.json') as never,
    })
    const waits = { verdict: 'not-asked', says: 'It depends on the configuration, which has to be mended first.' }
    expect(findings).toMatchObject({ 'output folder': waits, 'cron lines': waits })
    expect(findings['tasks']).toMatchObject({ verdict: 'ok' })
  })
})

describe('the tasks', () => {
  it('are told by their exact ids, and which of them are off', async () => {
    expect((await examine())['tasks']).toEqual({
      verdict: 'ok',
      says: 'Their exact ids: generate_haiku_scheduled, sync_listens (off)',
    })
  })
})

describe('the collection', () => {
  it.each([
    [albums(undefined), '1 album'],
    [albums(undefined, 'starter', 'discogs'), '3 albums, of which 1 still of the starter collection'],
    [
      albums('starter', 'starter'),
      '2 albums, all of the starter collection: bring your own with “▶ Commencer ici” under Actions, or upload a list to data/inbox',
    ],
  ])('%#: is counted', async (collection, says) => {
    expect((await examine({ collection }))['collection']).toEqual({ verdict: 'ok', says })
  })

  it('without an album is a problem', async () => {
    expect((await examine({ collection: albums() }))['collection']).toEqual({
      verdict: 'problem',
      says: 'data/collection.json has no albums, so there is nothing to write about.',
      todo: expect.stringContaining('▶ Commencer ici') as never,
    })
  })

  it('that is missing or broken is a problem', async () => {
    const root = await copy()
    await rm(join(root, 'data/collection.json'))
    expect((await examine({}, root))['collection']).toMatchObject({
      verdict: 'problem',
      says: 'data/collection.json is missing.',
    })
    const broken = await examine({ files: { 'data/collection.json': '{ "version": 1, "albums": [ {] }' } })
    expect(broken['collection']).toMatchObject({
      verdict: 'problem',
      says: expect.stringContaining('data/collection.json, line 1: ') as never,
    })
  })
})

describe('what runs have left', () => {
  it('is nothing in a new copy, which is no problem', async () => {
    const findings = await examine()
    expect(findings['haiku log']).toEqual({ verdict: 'not-asked', says: 'data/haikus: no poem yet.' })
    expect(findings['listens']).toMatchObject({
      verdict: 'not-asked',
      says: expect.stringContaining('none yet') as never,
    })
    expect(findings['review']).toEqual({ verdict: 'ok', says: 'nothing waits for your word' })
    expect(findings['look-ups']).toEqual({ verdict: 'not-asked', says: 'data/lookups.json: none yet.' })
    expect(findings['run ledger']).toEqual({
      verdict: 'ok',
      says: 'data/runs.json belongs to no repository yet; 0 tasks on record',
    })
    expect(findings['output folder']).toEqual({
      verdict: 'not-asked',
      says: 'Scheduled Output/ is not there yet; the first run makes it.',
    })
  })

  it('is counted, and belongs to somebody', async () => {
    const at = '2026-01-31T06:00:15Z'
    const ledger = {
      version: 1,
      repository: 'someone/records',
      since: at,
      tasks: { x: { slot: at, started: at, result: 'done' } },
    }
    const listen = { timestamp: 1769839200, artists: ['Air'], album: null, track: 'Kelly', source: 'lastfm' }
    const waiting = { ref: 'a', source: 'csv', why: 'years', perhaps: [], decision: null, record: RECORD }
    const lookup = { album: 1, task: 'x', subject: 'x', tried: at, result: 'not-found', misses: 1, asked: [] }
    const files = {
      'data/review.json': json({ version: 1, unsure: [waiting, { ...waiting, ref: 'b', decision: 'new' }] }),
      'data/lookups.json': json({ version: 1, lookups: [lookup] }),
      'data/runs.json': json(ledger),
      'data/listens/2026-01.json': json({ version: 1, listens: [listen] }),
      'Scheduled Output/generate-haiku-20260131-060015.md': '# x',
      'Scheduled Output/README.md': '# x',
    }
    const findings = await examine({ files, repository: 'Someone/Records' })
    expect(findings).toMatchObject({
      review: { verdict: 'ok', says: '1 record to decide about in data/review.json' },
      listens: { verdict: 'ok', says: '1 listen' },
      'look-ups': { verdict: 'ok', says: '1 attempt remembered' },
      'run ledger': { verdict: 'ok', says: 'data/runs.json belongs to someone/records; 1 task on record' },
      'output folder': {
        verdict: 'ok',
        says: 'Scheduled Output/ is there: 1 file, the newest generate-haiku-20260131-060015.md',
      },
    })
    expect((await examine({ files, repository: 'me/copy' }))['run ledger']).toEqual({
      verdict: 'ok',
      says: 'data/runs.json is that of someone/records; in me/copy it starts anew with the first run',
    })
  })

  it('that cannot be read is a problem of its own line', async () => {
    const files = {
      'data/runs.json': '{}',
      'data/haikus/2026.json': '{ "version": 2 }',
      'data/listens/2026-01.json': '[',
      'data/review.json': '{}',
      'data/lookups.json': '{',
    }
    const findings = await examine({ files })
    for (const [check, file] of [
      ['run ledger', 'data/runs.json'],
      ['haiku log', 'data/haikus/2026.json'],
      ['listens', 'data/listens/2026-01.json'],
      ['review', 'data/review.json'],
      ['look-ups', 'data/lookups.json'],
    ] as const) {
      expect(findings[check]).toMatchObject({ verdict: 'problem', says: expect.stringMatching(`^${file},`) as never })
    }
    expect(findings['collection']).toMatchObject({ verdict: 'ok' })
  })
})

describe('the output folder', () => {
  it('that is a file is a problem, also where a folder above it is', async () => {
    const config = '{ "scheduler": { "output_dir": "out/deep" } }'
    for (const file of ['out', 'out/deep']) {
      expect((await examine({ config, files: { [file]: 'x' } }))['output folder']).toEqual({
        verdict: 'problem',
        says: 'A file is called “out/deep”, where the output folder should be.',
        todo: 'Rename or delete that file.',
      })
    }
  })

  it('may be several folders deep and not there yet', async () => {
    const config = '{ "scheduler": { "output_dir": "out/deep/er" } }'
    const root = await copy(config)
    await mkdir(join(root, 'out'))
    expect((await examine({ config }, root))['output folder']).toMatchObject({ verdict: 'not-asked' })
  })

  it('that may not be written to, or made, is a problem', () => {
    expect(judgeOutput('out', { state: 'folder', writable: false, names: [] })).toMatchObject({
      verdict: 'problem',
      says: 'out/ may not be written to from here.',
    })
    expect(judgeOutput('out', { state: 'absent', writable: false, names: [] })).toMatchObject({
      verdict: 'problem',
      says: 'out/ is not there and cannot be made from here.',
    })
  })
})

describe('the workflow files', () => {
  const workflow = (cron: string) =>
    `on:\n  schedule:\n    - cron: '${cron}'\n      timezone: UTC\n  workflow_dispatch:\n`
  const shared = { '.github/workflows/run-task.yml': 'x', '.github/workflows/clock.yml': 'x' }

  it('that are missing are named', async () => {
    const files = { ...shared, '.github/workflows/sync_listens.yml': workflow('0 0 * * *') }
    expect((await examine({ files }))['workflow files']).toEqual({
      verdict: 'problem',
      says: 'Missing: .github/workflows/generate_haiku_scheduled.yml.',
      todo: expect.stringContaining('Bring them back') as never,
    })
  })

  it('with cron lines of another configuration are shown with the lines to put there', async () => {
    const files = {
      ...shared,
      '.github/workflows/sync_listens.yml': workflow('0 0 * * *'),
      '.github/workflows/generate_haiku_scheduled.yml': workflow('0 0 * * *'),
    }
    const findings = await examine({ files })
    expect(findings['workflow files']).toEqual({ verdict: 'ok', says: 'all 4 are in .github/workflows' })
    const { says, todo } = findings['cron lines'] as { says: string; todo: string }
    expect(says.split('\n')).toEqual([
      expect.stringContaining('They lag behind config/app.json'),
      '.github/workflows/generate_haiku_scheduled.yml',
      "-     - cron: '0 0 * * *'",
      expect.stringMatching(/^\+ {5}- cron: '\d+ 6 \* \* \*'$/),
      '.github/workflows/sync_listens.yml',
      "-     - cron: '0 0 * * *'",
      expect.stringMatching(/^\+ {5}- cron: '\d+ 1 \* \* \*'$/),
    ])
    expect(todo).toMatch(/^npm run sync-workflows, then commit\. On the web: /)
  })

  it('that cannot be understood are a problem of the cron lines', async () => {
    const files = { ...shared, '.github/workflows/sync_listens.yml': 'on: [' }
    expect((await examine({ files }))['cron lines']).toMatchObject({
      verdict: 'problem',
      says: expect.stringContaining('.github/workflows/sync_listens.yml is not valid YAML') as never,
    })
  })
})
