import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { command } from '../../support/command.ts'
import { startGitHub, type FakeRun } from '../../support/github-server.ts'

const AT = ['--now', '2026-01-31T06:30:00Z']

const LEDGER = {
  version: 1,
  repository: 'someone/records',
  since: '2026-01-30T00:00:00Z',
  tasks: {
    generate_haiku_scheduled: {
      slot: '2026-01-31T06:00:00Z',
      started: '2026-01-31T06:00:15.123456Z',
      result: 'done',
    },
  },
}

async function folder(config: string, ledger: unknown = LEDGER): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'aime-status-'))
  onTestFinished(() => rm(root, { recursive: true }))
  await mkdir(join(root, 'config'))
  await mkdir(join(root, 'data'))
  await writeFile(join(root, 'config/app.json'), config)
  await writeFile(join(root, 'data/runs.json'), JSON.stringify(ledger))
  await cp('data/collection.json', join(root, 'data/collection.json'))
  return root
}

function status(root: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  return command('status', root, args, env)
}

const JOBS = [
  ['generate_haiku_scheduled', '2026-02-01T06:00:00+00:00'],
  ['export_collection_markdown', '2026-01-31T08:00:00+00:00'],
  ['export_collection_json', '2026-01-31T10:00:00+00:00'],
  ['daily_enrichment', '2026-02-01T02:00:00+00:00'],
  ['weekly_haiku', '2026-02-01T20:00:00+00:00'],
  ['monthly_analysis', '2026-02-01T03:00:00+00:00'],
  ['optimize_ai_descriptions', '2026-01-31T12:00:00+00:00'],
] as const

function aRun(workflow: string, conclusion: string, created: string, id: number): FakeRun {
  return { id, workflow, course: [['completed', conclusion]], event: 'schedule', branch: 'main', created, actor: 'a' }
}

describe('npm run status -- --json', () => {
  it('prints exactly the shape of the contract', async () => {
    const { code, stdout, stderr } = await status(await folder('{}'), ['--json', ...AT])
    const jobs = JOBS.map(([id, next]) => {
      const last = id === 'generate_haiku_scheduled' ? '2026-01-31T06:00:15.123456' : null
      return { id, name: id, next_run: next, last_execution: last }
    })
    expect(stdout).toBe(`${JSON.stringify({ running: true, jobs, job_count: 7 }, null, 2)}\n`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('gives times in the configured zone and leaves out what is switched off', async () => {
    const root = await folder(
      '{ "scheduler": { "timezone": "America/New_York", "tasks": [{ "name": "weekly_haiku", "enabled": false }] } }',
    )
    const printed = JSON.parse((await status(root, ['--json', ...AT])).stdout) as { jobs: object[]; job_count: number }
    expect(printed.job_count).toBe(6)
    expect(printed.jobs[0]).toEqual({
      id: 'generate_haiku_scheduled',
      name: 'generate_haiku_scheduled',
      next_run: '2026-01-31T06:00:00-05:00',
      last_execution: '2026-01-31T01:00:15.123456',
    })
    expect(JSON.stringify(printed)).not.toContain('weekly_haiku')
  })

  it('says that it is not running where the scheduler is off', async () => {
    const { stdout } = await status(await folder('{ "scheduler": { "enabled": false } }'), ['--json'])
    expect(JSON.parse(stdout)).toEqual({ running: false, jobs: [], job_count: 0 })
  })

  it('does not take the runs of another repository for its own', async () => {
    const { stdout } = await status(await folder('{}'), ['--json', ...AT], { GITHUB_REPOSITORY: 'else/where' })
    expect(stdout).not.toContain('2026-01-31T06:00:15')
  })

  it('adds what GitHub knows where there is a token', async () => {
    const file = 'generate_haiku_scheduled.yml'
    const github = await startGitHub({
      workflows: { [file]: 'active', 'weekly_haiku.yml': 'disabled_inactivity' },
      runs: [aRun(file, 'success', '2026-01-30T06:17:00Z', 41), aRun(file, 'failure', '2026-01-31T06:17:00Z', 42)],
    })
    const { stdout, stderr } = await status(await folder('{}'), ['--json', ...AT], github.env)
    expect(stderr).toBe('')
    const { jobs } = JSON.parse(stdout) as { jobs: Record<string, unknown>[] }
    expect(Object.entries(jobs[0]!).slice(-2)).toEqual([
      ['last_run', { conclusion: 'failure', url: 'https://github.com/someone/records/actions/runs/42' }],
      ['workflow_state', 'active'],
    ])
    expect(jobs.find(({ id }) => id === 'weekly_haiku')).toMatchObject({
      last_run: null,
      workflow_state: 'disabled_inactivity',
    })
    expect(jobs.find(({ id }) => id === 'monthly_analysis')).toMatchObject({ last_run: null, workflow_state: null })
    expect(github.written()).toEqual([])
  })

  it('prints what it knows by itself where GitHub cannot be asked, and says so', async () => {
    const github = await startGitHub()
    const root = await folder('{}')
    const refused = await status(root, ['--json', ...AT], { ...github.env, GITHUB_TOKEN: 'another-token' })
    expect(refused.code).toBe(0)
    expect(refused.stderr).toContain('! Without what GitHub knows: GitHub does not accept the token')
    expect(refused.stdout).toBe((await status(root, ['--json', ...AT])).stdout)
    const nowhere = await status(root, ['--json', ...AT], { GITHUB_TOKEN: 'another-token' })
    expect(nowhere.stderr).toContain('It is not clear which repository on GitHub this is.')
    expect(nowhere.stdout).toBe(refused.stdout)
  })
})

describe('npm run status', () => {
  it('prints a table that names every task', async () => {
    const { code, stdout } = await status(await folder('{}'), AT)
    expect(code).toBe(0)
    for (const [id] of JOBS) expect(stdout).toContain(id)
    expect(stdout).toContain('tomorrow 06:00 UTC, in 24 h')
    expect(stdout).not.toMatch(/\u001b/)
  })

  it.each([
    [['--jsn'], "Unknown option '--jsn'"],
    [['--now', 'soon'], '--now: “soon” stands there'],
  ])('answers %j with exit code 2', async (args, says) => {
    const { code, stdout, stderr } = await status(await folder('{}'), args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(says)
  })

  it('names a broken ledger and exits with 2', async () => {
    const { code, stderr } = await status(await folder('{}', { version: 1 }), ['--json'])
    expect(code).toBe(2)
    expect(stderr).toContain('data/runs.json')
  })
})
