import { tmpdir } from 'node:os'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Run } from '../../scripts/repository/github/actions.ts'
import { GitHubError } from '../../scripts/repository/github/errors.ts'
import { followRun, PATIENCE } from '../../scripts/repository/github/follow.ts'
import { command, copy } from '../support/command.ts'
import { refusedUrl } from '../support/chat-server.ts'
import {
  hangsUp,
  REPOSITORY,
  SAYS,
  startGitHub,
  TOKEN,
  type FakeRepository,
  type Misbehaviour,
} from '../support/github-server.ts'

const TASK = 'export_collection_json'
const FILE = `${TASK}.yml`
const PAGE = `https://github.com/${REPOSITORY}`
const DISPATCH = 'actions/create-workflow-dispatch'

const started = (setup: Partial<FakeRepository> = {}) => startGitHub({ workflows: { [FILE]: 'active' }, ...setup })
const trigger = (args: string[], env: NodeJS.ProcessEnv) => command('trigger', tmpdir(), args, env)

describe('npm run trigger', () => {
  it('starts the task on the default branch, follows the run, and ends with its address', async () => {
    const server = await started({ defaultBranch: 'trunk' })
    const { code, stdout, stderr } = await trigger([TASK], server.env)
    expect(stderr.replace(/\[ *\d+\.\d s\]/g, '[  s]').split('\n')).toEqual([
      `[  s] started ${FILE} on ${REPOSITORY}, branch trunk`,
      `[  s] ${PAGE}/actions/runs/9001`,
      '[  s] queued',
      '[  s] in progress',
      '',
    ])
    expect(stdout).toMatch(/^export_collection_json: success after \d+\.\d s\n.*\/actions\/runs\/9001\n$/)
    expect(code).toBe(0)
    const dispatch = server.asked.find(({ operation }) => operation === DISPATCH)
    // The button always runs: nothing asks the slot rule.
    expect(dispatch?.body).toEqual({ ref: 'trunk', inputs: {}, return_run_details: true })
  })

  it.each(['failure', 'cancelled', 'timed_out', 'skipped'])(
    'exits with 1 where the run ends with %s',
    async (conclusion) => {
      const server = await started({ course: [['completed', conclusion]] })
      const { code, stdout, stderr } = await trigger([TASK], server.env)
      expect(stdout).toContain(`${TASK}: ${conclusion} after`)
      expect(code).toBe(1)
      expect(stderr.includes('In the template itself')).toBe(conclusion === 'skipped')
    },
  )

  it('only starts it with --no-wait, on another branch with --ref', async () => {
    const server = await started({ defaultBranch: 'other' })
    const { code, stdout } = await trigger([TASK, '--no-wait', '--ref', 'other'], server.env)
    expect(stdout).toBe(`${TASK}: started\n${PAGE}/actions/runs/9001\n`)
    expect(code).toBe(0)
    expect(server.asked.map(({ operation }) => operation)).toEqual(['repos/get', DISPATCH])
  })

  it('finds the run itself where an older server does not tell it', async () => {
    const older = {
      workflow: FILE,
      event: 'workflow_dispatch',
      branch: 'main',
      course: [['completed', 'failure']] as never,
    }
    const server = await started({
      runDetails: 'refused',
      course: [['completed', 'success']],
      runs: [
        { ...older, id: 1, created: '2026-01-31T06:00:00Z', actor: 'me' },
        { ...older, id: 2, created: '2026-01-31T06:20:00Z', actor: 'somebody else' },
        { ...older, id: 3, created: '2026-01-31T06:20:00Z', actor: 'me', event: 'schedule' },
      ],
    })
    const { code, stdout } = await trigger([TASK], server.env)
    expect(stdout).toContain(`${PAGE}/actions/runs/9001\n`)
    expect(code).toBe(0)
  })

  it('tells the page of the workflow where an older server does not tell the run and nobody waits', async () => {
    const server = await started({ runDetails: 'ignored' })
    const { stdout } = await trigger([TASK, '--no-wait'], server.env)
    expect(stdout).toBe(`${TASK}: started\n${PAGE}/actions/workflows/${FILE}\n`)
  })
})

describe('npm run trigger says what is wrong and what to do', () => {
  it.each([
    ['generate_haiku', 'Did you mean generate_haiku_scheduled? '],
    ['xyzzy', ''],
  ])('with a wrong id (%s)', async (id, guess) => {
    const { code, stderr } = await trigger([id], {})
    expect(stderr).toMatch(
      new RegExp(
        `^✗ Tâche inconnue : ${id}\n  → ${guess.replace('?', '\\?')}The tasks are: generate_haiku_scheduled, `,
      ),
    )
    expect(code).toBe(2)
  })

  it('without an id, with two, and with an unknown option', async () => {
    expect((await trigger([], {})).stderr).toMatch(/^✗ Which task\?\n {2}→ npm run trigger/)
    expect((await trigger([TASK, TASK], {})).stderr).toMatch(/^✗ One task at a time/)
    expect(await trigger([TASK, '--nowait'], {})).toMatchObject({ code: 2, stdout: '' })
  })

  it('without a token, and with an empty one', async () => {
    const server = await started()
    for (const GITHUB_TOKEN of ['', undefined]) {
      const { code, stderr } = await trigger([TASK], { ...server.env, GITHUB_TOKEN })
      expect(stderr).toMatch(
        /^✗ There is no GITHUB_TOKEN, .*\n {2}→ Make a token at https:.*Actions: Read and write.*gh auth token/,
      )
      expect(code).toBe(2)
    }
    expect(server.asked).toEqual([])
  })

  it('with a token that GitHub does not know, without showing it', async () => {
    const server = await started()
    const { code, stderr } = await trigger([TASK, '--verbose'], { ...server.env, GITHUB_TOKEN: 'ghp_mistyped' })
    expect(stderr).toMatch(
      /^✗ GitHub does not accept the token \(401: Bad credentials\)\.\n {2}→ It is mistyped, expired or revoked\./,
    )
    expect(stderr).not.toContain('ghp_mistyped')
    expect(code).toBe(1)
  })

  it.each<[string, string, Misbehaviour, string, string]>([
    [
      'a token without the right',
      DISPATCH,
      SAYS.noRight,
      'GitHub refuses this to the token (403: Resource not accessible by personal access token).',
      'Give the token the permission actions=write on someone/records',
    ],
    [
      'a workflow that is switched off',
      DISPATCH,
      SAYS.switchedOff,
      `The workflow ${FILE} is switched off on GitHub.`,
      `Press “Enable workflow” at ${PAGE}/actions/workflows/${FILE}`,
    ],
    [
      'Actions switched off',
      DISPATCH,
      SAYS.actionsOff,
      'GitHub Actions is switched off for someone/records.',
      `${PAGE}/settings/actions`,
    ],
    [
      'a workflow without a button',
      DISPATCH,
      SAYS.noButton,
      `The workflow ${FILE} has no button on the branch “main”.`,
      'Restore “workflow_dispatch:”',
    ],
    [
      'a right that GitHub hides',
      DISPATCH,
      SAYS.notFound,
      'The token may look at someone/records, but not start its workflows (404).',
      'Actions: Read and write',
    ],
    [
      'a repository that is not there',
      'repos/get',
      SAYS.notFound,
      'GitHub knows no someone/records, or does not show it (404: Not Found).',
      'Is the name right, and may the token see that repository?',
    ],
    [
      'the rate limit',
      'repos/get',
      SAYS.limit,
      'GitHub’s rate limit is used up (403: API rate limit exceeded for user ID 1).',
      'Try again after 2026-01-31T06:00:00Z.',
    ],
    [
      'the secondary rate limit',
      DISPATCH,
      SAYS.secondLimit,
      'GitHub’s rate limit is used up (429: You have exceeded a secondary rate limit.',
      'Try again in 60 seconds.',
    ],
    [
      'a server out of order',
      DISPATCH,
      SAYS.outOfOrder,
      'GitHub is out of order (502: Server Error).',
      'githubstatus.com',
    ],
    [
      'a connection lost on the way',
      DISPATCH,
      hangsUp,
      'GitHub could not be reached at 127.0.0.1:',
      `look at ${PAGE}/actions/workflows/${FILE} before trying again`,
    ],
  ])('with %s', async (_, operation, misbehaviour, message, todo) => {
    const server = await started()
    server.meet(operation, { always: misbehaviour })
    const { code, stdout, stderr } = await trigger([TASK], server.env)
    const [first, second, ...more] = stderr.trimEnd().split('\n')
    expect(first).toContain(`✗ ${message}`)
    expect(second).toContain('  → ')
    expect(second).toContain(todo)
    expect(more).toEqual([])
    expect(stdout).toBe('')
    expect(stderr).not.toContain(TOKEN)
    expect(code).toBe(1)
  })

  it('with a workflow that was never pushed', async () => {
    const server = await started({ workflows: {} })
    const { code, stderr } = await trigger([TASK], server.env)
    expect(stderr).toBe(
      `✗ someone/records has no workflow ${FILE}.\n  → Commit .github/workflows/${FILE} to the branch “main” and push it.\n`,
    )
    expect(code).toBe(1)
  })

  it('with a branch that is not there', async () => {
    const { code, stderr } = await trigger([TASK, '--ref', 'nowhere'], (await started()).env)
    expect(stderr).toBe('✗ someone/records has no branch “nowhere”.\n  → Push it: git push -u origin nowhere\n')
    expect(code).toBe(1)
  })

  it('with no network', async () => {
    const { code, stderr } = await trigger([TASK], {
      ...(await started()).env,
      GITHUB_API_URL: new URL(await refusedUrl()).origin,
    })
    expect(stderr).toMatch(
      /^✗ GitHub could not be reached at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)\.\n {2}→ Is the network up/,
    )
    expect(code).toBe(1)
  })

  it('outside a clone and without GITHUB_REPOSITORY', async () => {
    const nowhere = await copy()
    const { code, stderr } = await command('trigger', nowhere, [TASK], { GITHUB_TOKEN: TOKEN })
    expect(stderr).toMatch(/^✗ It is not clear which repository on GitHub this is\.\n {2}→ /)
    expect(code).toBe(2)
  })
})

describe('following a run', () => {
  const at = Temporal.Instant.from('2026-01-31T06:20:00Z')
  const run = (status: string): Run => ({
    id: 1,
    number: 1,
    url: PAGE,
    event: 'workflow_dispatch',
    status,
    conclusion: status === 'completed' ? 'success' : null,
    created: at,
    started: at,
    actor: 'me',
  })
  const passing = new GitHubError('Out of order.', { problem: 'server', status: 502 })

  /** Follows a run that gives `answers` one after the other, the last for ever, on a clock that only its sleep moves. */
  async function follow(...answers: (Run | Error)[]) {
    let now = 0
    const waits: number[] = []
    const lines: string[] = []
    const end = await followRun({
      read: () => {
        const answer = answers.length > 1 ? answers.shift()! : answers[0]!
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
      },
      sleep: (ms) => Promise.resolve(void (waits.push(ms), (now += ms))),
      clock: () => now,
      progress: (line) => void lines.push(line),
    })
    return { end, waits, lines, seconds: now / 1000 }
  }

  it('asks less and less often, and reports a change once', async () => {
    const { waits, lines } = await follow(
      run('queued'),
      run('queued'),
      run('in_progress'),
      run('in_progress'),
      run('completed'),
    )
    expect(waits).toEqual([1000, 1500, 2250, 3375])
    expect(lines).toEqual(['queued', 'in progress'])
  })

  it('ends after twenty minutes, with what was seen last', async () => {
    const { end, waits, seconds } = await follow(run('in_progress'))
    expect(end?.status).toBe('in_progress')
    expect(Math.max(...waits)).toBe(PATIENCE.longestMs)
    expect(seconds).toBeGreaterThan(19.5 * 60)
    expect(seconds).toBeLessThanOrEqual(20 * 60)
  })

  it('gets over a look that failed, unless it will fail for ever', async () => {
    const { end, lines } = await follow(passing, run('completed'))
    expect(end?.conclusion).toBe('success')
    expect(lines).toEqual(['Out of order. Looking again.'])
    const lasting = new GitHubError('No.', { problem: 'bad-token', status: 401 })
    await expect(follow(run('queued'), lasting)).rejects.toBe(lasting)
  })
})
