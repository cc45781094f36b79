import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../scripts/config/config.ts'
import type { Run } from '../../../scripts/repository/github/actions.ts'
import type { Issue } from '../../../scripts/repository/github/issues.ts'
import type { Ledger } from '../../../scripts/repository/ledger.ts'
import type { TaskId } from '../../../scripts/config/catalog.ts'
import { decide, type Action, type Sight, type TaskSeen } from '../../../scripts/commands/wake/decide.ts'
import { issueMark } from '../../../scripts/commands/wake/failure-issue.ts'
import { RUNNABLE } from '../../../scripts/tasks/registry.ts'
import { command, copy } from '../../support/command.ts'
import {
  REPOSITORY,
  SAYS,
  startGitHub,
  TOKEN,
  type FakeIssue,
  type FakeRepository,
  type FakeRun,
} from '../../support/github-server.ts'

const TASK = 'generate_haiku_scheduled'
const NOW = '2026-01-31T06:41:00Z'
const SLOT = '2026-01-31T06:00:00Z'
const PAGE = `https://github.com/${REPOSITORY}`
const time = (text: string) => Temporal.Instant.from(text)

describe('deciding', () => {
  let number = 0
  const run = (started: string, conclusion: string | null = 'success', status = 'completed'): Run => ({
    id: ++number,
    number,
    url: `${PAGE}/actions/runs/${number}`,
    event: 'schedule',
    status,
    conclusion,
    created: time(started),
    started: time(started),
    actor: 'me',
  })
  const failed = (...starts: string[]) => starts.map((start) => run(start, 'failure'))
  const issue = (number: number, body = issueMark(TASK), trusted = true): Issue => ({
    number,
    url: PAGE,
    body,
    trusted,
  })

  interface Scene {
    config?: object
    ledger?: Partial<Ledger>
    task?: Partial<TaskSeen>
    now?: string
    pushed?: string | null
    clock?: string | null
    issues?: Issue[] | null
    hasIssues?: boolean
  }

  /** A repository with one task, whose slot of today is not served yet unless the scene says so. */
  function scene({ config = {}, ledger = {}, task = {}, now = NOW, pushed, clock, issues, hasIssues }: Scene): Sight {
    return {
      now: time(now),
      config: parseConfig(JSON.stringify(config)),
      ledger: { version: 1, repository: REPOSITORY, since: '2026-01-01T00:00:00Z', tasks: {}, ...ledger },
      repository: {
        defaultBranch: 'main',
        url: PAGE,
        hasIssues: hasIssues ?? true,
        pushed: pushed === null ? null : time(pushed ?? '2026-01-30T10:00:00Z'),
      },
      tasks: [{ id: TASK, workflow: 'active', runs: [], ...task }],
      clock: clock === undefined ? 'active' : clock,
      issues: issues === undefined ? [] : issues,
    }
  }

  const found = (it: Scene) => {
    const { kind, at } = decide(scene(it)).findings[0]!.finding
    return at === null ? kind : `${kind} ${at.toString()}`
  }
  const kinds = (it: Scene) => decide(scene(it)).actions.map(({ kind }) => kind)
  const served = (slot: string) => ({ tasks: { [TASK]: { slot, started: slot, result: 'done' as const } } })

  it.each<[string, Scene, string]>([
    ['whose slot nobody served', {}, `due ${SLOT}`],
    ['whose ledger entry is for an earlier slot', { ledger: served('2026-01-30T06:00:00Z') }, `due ${SLOT}`],
    ['that ran for the slot before only', { task: { runs: [run('2026-01-30T06:13:00Z')] } }, `due ${SLOT}`],
    ['whose run failed', { task: { runs: failed('2026-01-31T06:13:00Z') } }, `due ${SLOT}`],
    ['whose run was cancelled', { task: { runs: [run('2026-01-31T06:13:00Z', 'cancelled')] } }, `due ${SLOT}`],
    [
      'whose run has been waiting for more than a day',
      { task: { runs: [run('2026-01-30T06:13:00Z', null, 'queued')] } },
      `due ${SLOT}`,
    ],
    ['that GitHub switched off for inactivity', { task: { workflow: 'disabled_inactivity' } }, `due ${SLOT}`],
    [
      'that config has moved to a time that is past',
      { config: { scheduler: { tasks: [{ name: TASK, time: '06:30' }] } }, ledger: served(SLOT) },
      'due 2026-01-31T06:30:00Z',
    ],
  ])('starts a task %s', (_, it, finding) => {
    expect(found(it)).toBe(finding)
    expect(decide(scene(it)).actions.filter(({ kind }) => kind === 'dispatch')).toEqual([
      { kind: 'dispatch', task: TASK },
    ])
  })

  it.each<[string, Scene, string]>([
    ['whose slot is in the ledger', { ledger: served(SLOT) }, 'served 2026-02-01T06:00:00Z'],
    [
      'whose slot is older than the repository',
      { ledger: { since: '2026-01-31T06:30:00Z' } },
      'before-ledger 2026-02-01T06:00:00Z',
    ],
    [
      'that ran since its slot with nothing to do',
      { task: { runs: [run('2026-01-31T06:13:00Z')] } },
      'has-run 2026-02-01T06:00:00Z',
    ],
    ['whose run began with its slot', { task: { runs: [run(SLOT)] } }, 'has-run 2026-02-01T06:00:00Z'],
    [
      'whose run is queued',
      { task: { runs: [run('2026-01-31T05:59:00Z', null, 'queued')] } },
      'under-way 2026-02-01T06:00:00Z',
    ],
    [
      'whose run is in progress',
      { task: { runs: [run('2026-01-31T06:13:00Z', null, 'in_progress')] } },
      'under-way 2026-02-01T06:00:00Z',
    ],
    ['that config switches off', { config: { scheduler: { tasks: [{ name: TASK, enabled: false }] } } }, 'off'],
    ['where config switches all off', { config: { scheduler: { enabled: false } } }, 'off'],
    ['whose workflow a person switched off', { task: { workflow: 'disabled_manually' } }, 'switched-off'],
    ['whose workflow is off in a fork', { task: { workflow: 'disabled_fork' } }, 'switched-off'],
    ['whose workflow is not there', { task: { workflow: null, runs: null } }, 'no-workflow'],
    ['whose runs could not be read', { task: { runs: null } }, 'unknown'],
    [
      'that has failed three times since its slot, for a day',
      {
        task: { runs: failed('2026-01-31T12:41:00Z', '2026-01-31T09:41:00Z', '2026-01-31T06:13:00Z') },
        now: '2026-02-01T05:41:00Z',
      },
      'failed-too-often 2026-02-01T12:41:00Z',
    ],
  ])('starts no task %s', (_, it, finding) => {
    expect(found(it)).toBe(finding)
    expect(kinds(it)).not.toContain('dispatch')
  })

  it('tries a slot that failed three times again after a day, and the next slot at once', () => {
    const config = { scheduler: { tasks: [{ name: TASK, frequency: 1, unit: 'month', time: '03:00' }] } }
    const runs = failed('2026-01-01T09:41:00Z', '2026-01-01T06:41:00Z', '2026-01-01T03:13:00Z')
    expect(found({ config, task: { runs }, now: '2026-01-02T09:00:00Z' })).toBe('failed-too-often 2026-01-02T09:41:00Z')
    expect(found({ config, task: { runs }, now: '2026-01-02T09:41:00Z' })).toBe('due 2026-01-01T03:00:00Z')
    expect(found({ config, task: { runs }, now: '2026-02-01T03:41:00Z' })).toBe('due 2026-02-01T03:00:00Z')
  })

  it('switches on what GitHub switched off, itself and tasks that are off in config too, and before it starts it', () => {
    const it = scene({ clock: 'disabled_inactivity', task: { workflow: 'disabled_inactivity' } })
    expect(decide(it).actions).toEqual([
      { kind: 'enable', file: 'clock.yml' },
      { kind: 'enable', file: `${TASK}.yml` },
      { kind: 'dispatch', task: TASK },
    ])
    const off = { config: { scheduler: { enabled: false } }, task: { workflow: 'disabled_inactivity' } }
    expect(kinds(off)).toEqual(['enable'])
  })

  it('leaves switched off what a person switched off', () => {
    expect(kinds({ clock: 'disabled_manually', task: { workflow: 'disabled_manually' }, pushed: null })).toEqual([])
  })

  it('keeps a quiet repository from being switched off, and troubles no other', () => {
    const ledger = served(SLOT)
    expect(kinds({ ledger, pushed: '2026-01-01T06:42:00Z' })).toEqual([])
    expect(kinds({ ledger, pushed: '2026-01-01T06:40:00Z' })).toEqual(['keep-alive', 'keep-alive'])
    expect(kinds({ ledger, pushed: null })).toEqual(['keep-alive', 'keep-alive'])
  })

  describe('about issues', () => {
    const three = ['2026-01-31T06:13:00Z', '2026-01-30T06:13:00Z', '2026-01-29T06:13:00Z']
    const about = (it: Scene): Action[] => decide(scene({ ledger: served(SLOT), ...it })).actions
    const opened = (it: Scene) => about(it)[0] as Extract<Action, { kind: 'open-issue' }>

    it('opens one after three failures in a row, in the language of the repository', () => {
      const good = run('2026-01-28T06:13:00Z')
      const runs = [...failed(...three), good]
      expect(opened({ task: { runs } })).toMatchObject({ kind: 'open-issue', title: `${TASK} échoue à chaque fois` })
      const { title, body } = opened({
        task: { runs },
        config: { locale: 'en', scheduler: { timezone: 'Asia/Tokyo' } },
      })
      expect(title).toBe(`${TASK} keeps failing`)
      expect(body).toContain(issueMark(TASK))
      expect(body).toContain(
        `The last 3 runs of [generate\\_haiku\\_scheduled](${PAGE}/actions/workflows/${TASK}.yml) failed:`,
      )
      expect(body).toContain(`- [31/01/2026 15:13:00 Asia/Tokyo](${runs[0]!.url}) (nº ${runs[0]!.number}) – failure`)
      expect(body).toContain(`The last one that worked: [28/01/2026 15:13:00 Asia/Tokyo](${good.url})`)
    })

    it.each<[string, Run[]]>([
      ['two failures', failed(...three.slice(0, 2))],
      [
        'three that a success interrupts',
        [...failed(...three.slice(0, 2)), run('2026-01-29T10:00:00Z'), ...failed(three[2]!)],
      ],
      ['cancelled runs', three.map((at) => run(at, 'cancelled'))],
      ['skipped runs', three.map((at) => run(at, 'skipped'))],
    ])('opens none for %s', (_, runs) => {
      expect(about({ task: { runs } })).toEqual([])
    })

    it.each(['timed_out', 'startup_failure'])(
      'counts %s as a failure, and looks past runs that say nothing',
      (conclusion) => {
        const runs = [
          run(NOW, null, 'queued'),
          run(three[0]!, conclusion),
          run(three[0]!, 'cancelled'),
          ...failed(three[1]!, three[2]!),
        ]
        expect(about({ task: { runs } }).map(({ kind }) => kind)).toEqual(['open-issue'])
      },
    )

    it('opens no second one, changes it with each failure, and leaves it as it is without news', () => {
      const runs = failed(...three)
      const { body } = opened({ task: { runs } })
      expect(about({ task: { runs }, issues: [issue(7, body)] })).toEqual([])
      expect(about({ task: { runs }, issues: [issue(7, `${body.replaceAll('\n', '\r\n')}\n`)] })).toEqual([])
      const more = [...failed(NOW), ...runs]
      expect(about({ task: { runs: more }, issues: [issue(7, body)] })).toEqual([
        { kind: 'rewrite-issue', task: TASK, number: 7, body: expect.stringContaining('Les 4 dernières') as string },
      ])
    })

    it('closes it when the task works again, is switched off, or there is another', () => {
      const runs = [run('2026-01-31T06:20:00Z'), ...failed(...three)]
      expect(about({ task: { runs }, issues: [issue(7)] })).toEqual([
        {
          kind: 'close-issue',
          task: TASK,
          number: 7,
          why: expect.stringContaining('réussit de nouveau : [31/01/2026 06:20:00 UTC]') as string,
        },
      ])
      const off = { scheduler: { tasks: [{ name: TASK, enabled: false }] } }
      expect(about({ config: off, task: { runs: null }, issues: [issue(7)] })).toMatchObject([
        { kind: 'close-issue', number: 7 },
      ])
      const { body } = opened({ task: { runs: failed(...three) } })
      expect(about({ task: { runs: failed(...three) }, issues: [issue(9, body), issue(7, body)] })).toMatchObject([
        { kind: 'rewrite-issue', number: 7 },
        { kind: 'close-issue', number: 9, why: 'Identique à #7.' },
      ])
    })

    it('touches nothing that a stranger opened, and no issue of another task', () => {
      const runs = [run(NOW)]
      expect(
        about({ task: { runs }, issues: [issue(7, issueMark(TASK), false), issue(8, issueMark('weekly_haiku'))] }),
      ).toEqual([])
    })

    it('says nothing where there are no issues, or they could not be read', () => {
      const task = { runs: failed(...three) }
      expect(about({ task, hasIssues: false })).toEqual([])
      expect(about({ task, issues: null })).toEqual([])
    })
  })
})

describe('npm run wake', () => {
  const TASKS = RUNNABLE
  const states = (change: Record<string, string> = {}) => ({
    'clock.yml': 'active',
    ...Object.fromEntries(TASKS.map((id) => [`${id}.yml`, 'active'])),
    ...change,
  })
  const fakeRun = (id: number, task: TaskId, created: string, conclusion: string | null): FakeRun => ({
    id,
    workflow: `${task}.yml`,
    course: [[conclusion === null ? 'in_progress' : 'completed', conclusion]],
    event: 'schedule',
    branch: 'main',
    created,
    actor: 'github-actions[bot]',
  })
  const failing = ['2026-01-31T06:13:00Z', '2026-01-30T06:13:00Z', '2026-01-29T06:13:00Z'].map((at, i) =>
    fakeRun(30 - i, TASK, at, 'failure'),
  )
  const fakeIssue = (change: Partial<FakeIssue> = {}): FakeIssue => ({
    number: 1,
    title: 'any',
    body: issueMark(TASK),
    state: 'open',
    author: 'github-actions[bot]',
    association: 'NONE',
    comments: [],
    ...change,
  })

  /** A copy of the template where only the haikus run, at 06:00 UTC, and a GitHub to go with it. */
  async function place(setup: Partial<FakeRepository> = {}, tasks: object[] = [], locale = 'fr') {
    const config = {
      locale,
      scheduler: {
        tasks: [
          ...tasks,
          ...TASKS.filter((id) => id !== TASK && !tasks.some((it) => 'name' in it && it.name === id)).map((name) => ({
            name,
            enabled: false,
          })),
        ],
      },
    }
    const root = await copy(JSON.stringify(config))
    const ledger: Ledger = { version: 1, repository: REPOSITORY, since: '2026-01-01T00:00:00Z', tasks: {} }
    await writeFile(join(root, 'data/runs.json'), JSON.stringify(ledger))
    const server = await startGitHub({ workflows: states(), ...setup })
    const wake = (args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
      command('wake', root, ['--now', NOW, ...args], { ...server.env, ...env })
    return { root, server, wake }
  }

  it('starts what is due by asking for it only if due, and then finds nothing more to do', async () => {
    const { server, wake } = await place()
    const first = await wake()
    expect(first.stderr).toBe('')
    expect(first.stdout).toMatch(/^generate_haiku_scheduled +due since 31\/01\/2026 06:00:00 UTC$/m)
    expect(first.stdout).toContain(`\n→ ${TASK} started\n`)
    expect(first.code).toBe(0)
    expect(server.written()).toEqual(['actions/create-workflow-dispatch'])
    expect(server.asked.at(-1)).toMatchObject({
      params: { workflow_id: `${TASK}.yml` },
      body: { ref: 'main', inputs: { only_if_due: 'true' } },
    })
    const second = await wake()
    expect(second.stdout).toContain('a run is under way; next on 01/02/2026 06:00:00 UTC')
    expect(second.stdout).toContain('Nothing to do.')
    expect(server.written()).toHaveLength(1)
  })

  it('goes by the ledger of this repository, not by the one that came with the template', async () => {
    const { root, server, wake } = await place()
    const entry = { [TASK]: { slot: SLOT, started: SLOT, result: 'done' } }
    const write = (repository: string) =>
      writeFile(join(root, 'data/runs.json'), JSON.stringify({ version: 1, repository, since: null, tasks: entry }))
    await write(REPOSITORY)
    expect((await wake()).stdout).toContain('up to date; next on 01/02/2026')
    expect(server.written()).toEqual([])
    await write('template/records')
    expect((await wake()).stdout).toContain(`→ ${TASK} started`)
  })

  it('looks at runs of the default branch only', async () => {
    const { wake } = await place({
      runs: [{ ...fakeRun(1, TASK, '2026-01-31T06:13:00Z', 'success'), branch: 'trial' }],
    })
    expect((await wake()).stdout).toContain(`→ ${TASK} started`)
  })

  it('switches on again what GitHub switched off, and starts it', async () => {
    const { server, wake } = await place({
      workflows: states({ [`${TASK}.yml`]: 'disabled_inactivity', 'export_collection_json.yml': 'disabled_manually' }),
    })
    expect((await wake()).code).toBe(0)
    expect(server.repository.workflows).toEqual(states({ 'export_collection_json.yml': 'disabled_manually' }))
    expect(server.written()).toEqual(['actions/enable-workflow', 'actions/create-workflow-dispatch'])
    expect(server.repository.runs).toHaveLength(1)
  })

  it('opens one issue about a task that keeps failing, keeps it up to date, and closes it when the task works again', async () => {
    const { server, wake } = await place({ runs: [...failing] })
    const { repository } = server
    await wake()
    expect(repository.issues).toMatchObject([{ title: `${TASK} échoue à chaque fois`, state: 'open', comments: [] }])
    const { body } = repository.issues[0]!
    repository.runs = [...failing]
    await wake()
    expect(repository.issues).toMatchObject([{ body, comments: [] }])
    repository.runs = [...failing, fakeRun(31, TASK, '2026-01-31T06:30:00Z', 'failure')]
    await wake()
    expect(repository.issues).toHaveLength(1)
    expect(repository.issues[0]!.body).toContain('Les 4 dernières exécutions')
    expect(repository.issues[0]!.comments).toEqual([])
    repository.runs.push(fakeRun(32, TASK, '2026-01-31T06:35:00Z', 'success'))
    await wake()
    expect(repository.issues).toMatchObject([
      { state: 'closed', comments: [expect.stringMatching(/réussit de nouveau : \[31\/01\/2026 06:35:00 UTC\]/)] },
    ])
    const done = server.written().length
    await wake()
    expect(server.written()).toHaveLength(done)
  })

  it('finds its issue among hundreds, and takes neither a pull request nor a stranger’s issue for it', async () => {
    const others = Array.from({ length: 149 }, (_, i) => fakeIssue({ number: i + 1, body: 'else' }))
    const pull = fakeIssue({ number: 150, isPullRequest: true })
    const stranger = fakeIssue({ number: 151, author: 'mallory', association: 'NONE' })
    const { server, wake } = await place({
      runs: [fakeRun(1, TASK, '2026-01-31T06:13:00Z', 'success')],
      issues: [...others, pull, stranger, fakeIssue({ number: 152, author: 'me', association: 'OWNER' })],
    })
    await wake()
    expect(server.repository.issues.filter(({ state }) => state === 'closed').map(({ number }) => number)).toEqual([
      152,
    ])
  })

  it.each(['as the repository says', 'as the refusal says'])(
    'does without issues where there are none (%s)',
    async (how) => {
      const { server, wake } = await place({ runs: [...failing], hasIssues: how === 'as the refusal says' })
      server.meet('issues/create', { always: SAYS.issuesOff })
      const { code, stdout } = await wake()
      expect(code).toBe(0)
      expect(stdout).not.toContain('✗')
      expect(server.written().includes('issues/create')).toBe(how === 'as the refusal says')
    },
  )

  it('does everything else where one thing cannot be done, and names it', async () => {
    const { server, wake } = await place({ runs: [...failing] }, [{ name: 'export_collection_json', time: '05:00' }])
    server.meet('actions/create-workflow-dispatch', [SAYS.outOfOrder])
    server.meet('issues/create', { always: SAYS.noRightInWorkflow })
    const { code, stdout } = await wake([], { GITHUB_ACTIONS: 'true' })
    expect(stdout).toContain(`✗ not done: ${TASK} started: GitHub is out of order (502: Server Error). → Try again`)
    expect(stdout).toContain(
      `✗ not done: issue opened: ${TASK} keeps failing: GitHub refuses this to the token (403: Resource not accessible by integration)`,
    )
    expect(stdout).toContain('→ export_collection_json started')
    expect(stdout.match(/^::warning /gm)).toHaveLength(2)
    expect(code).toBe(0)
  })

  it('goes on where the runs of one task cannot be read', async () => {
    const { server, wake } = await place({}, [{ name: 'export_collection_json', time: '05:00' }])
    server.meet('actions/list-workflow-runs', [SAYS.noRight])
    const { code, stdout } = await wake()
    expect(stdout).toContain('due, but its runs could not be read')
    expect(server.written()).toEqual(['actions/create-workflow-dispatch'])
    expect(code).toBe(0)
  })

  it.each([
    ['the right to start workflows', 'actions/create-workflow-dispatch'],
    ['the right to see runs', 'actions/list-workflow-runs'],
  ])('exits with 1 without %s', async (_, operation) => {
    const { server, wake } = await place()
    server.meet(operation, { always: SAYS.noRightInWorkflow })
    const { code, stdout } = await wake()
    expect(stdout).toContain('GitHub refuses this to the token (403: Resource not accessible by integration).')
    expect(stdout).toContain('the permission actions=write')
    expect(code).toBe(1)
  })

  it('says what is wrong without a token, with a broken configuration, and without the network', async () => {
    const { root, server, wake } = await place()
    const none = await wake([], { GITHUB_TOKEN: '' })
    expect(none).toMatchObject({ code: 2, stderr: expect.stringMatching(/^✗ There is no GITHUB_TOKEN/) as string })
    server.meet('repos/get', { always: SAYS.badToken })
    expect(await wake()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^✗ GitHub does not accept the token/) as string,
    })
    await writeFile(join(root, 'config/app.json'), '{ "scheduler": { "tasks": 1 } }')
    expect(await wake()).toMatchObject({ code: 2, stderr: expect.stringContaining('scheduler.tasks') as string })
  })

  it('only says what it would do in a dry run', async () => {
    const { server, wake } = await place({ runs: [...failing] })
    const { code, stdout } = await wake(['--dry-run'])
    expect(stdout).toContain(`→ ${TASK} started\n`)
    expect(stdout).toContain('Dry run: nothing was done.')
    expect(server.written()).toEqual([])
    expect(code).toBe(0)
  })

  it.each([
    ['fr', 'L’horloge', 'attendue depuis le 31/01/2026 06:00:00 UTC', 'lancée'],
    ['en', 'The clock', 'due since 31/01/2026 06:00:00 UTC', 'started'],
  ])('leaves a summary of what it saw and did (%s)', async (locale, title, state, done) => {
    const { root, wake } = await place({}, [], locale)
    const summary = join(root, 'summary.md')
    await wake([], { GITHUB_STEP_SUMMARY: summary })
    const text = await readFile(summary, 'utf8')
    expect(text).toContain(`### 🕰️ ${title}`)
    expect(text).toContain(`| generate\\_haiku\\_scheduled | ${state} |`)
    expect(text).toContain(`- generate\\_haiku\\_scheduled ${done}`)
    expect(text).not.toContain(TOKEN)
  })
})
