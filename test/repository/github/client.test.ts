import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { AimeError, describeError, EXIT } from '../../../scripts/ground/errors.ts'
import {
  dispatchWorkflow,
  listRuns,
  listWorkflows,
  readRepository,
  readRun,
} from '../../../scripts/repository/github/actions.ts'
import { githubFromEnvironment, needToken } from '../../../scripts/repository/github/client.ts'
import type { FetchLimits } from '../../../scripts/repository/github/fetch.ts'
import { closeIssue, listOpenIssues, openIssue, rewriteIssue } from '../../../scripts/repository/github/issues.ts'
import { refusedUrl } from '../../support/chat-server.ts'
import { copy } from '../../support/command.ts'
import {
  hangsUp,
  REPOSITORY,
  SAYS,
  startGitHub,
  TOKEN,
  type GitHubServer,
  type Misbehaviour,
} from '../../support/github-server.ts'

const FILE = 'generate_haiku_scheduled.yml'
const FAST: Partial<FetchLimits> = { backoffMs: 1, timeoutMs: 10_000 }
const setup = { workflows: { [FILE]: 'active', 'clock.yml': 'disabled_inactivity' } }

const clientOf = ({ env }: GitHubServer, more: NodeJS.ProcessEnv = {}) =>
  githubFromEnvironment({ ...env, ...more }, '.', FAST)

async function failure(asking: Promise<unknown>): Promise<AimeError> {
  const error = await asking.then(
    () => new Error('it was done'),
    (error: unknown) => error,
  )
  if (!(error instanceof AimeError)) throw error
  return error
}

describe('the client', () => {
  it('starts a workflow and gets its run from the answer', async () => {
    const server = await startGitHub(setup)
    const github = await clientOf(server)
    const url = `https://github.com/${REPOSITORY}/actions/runs/9001`
    expect(await dispatchWorkflow(github, FILE, 'main', { only_if_due: 'true' })).toEqual({ runId: 9001, url })
    expect(server.asked.at(-1)).toMatchObject({
      params: { owner: 'someone', repo: 'records', workflow_id: FILE },
      body: { ref: 'main', inputs: { only_if_due: 'true' }, return_run_details: true },
      headers: { authorization: `token ${TOKEN}`, accept: 'application/vnd.github.v3+json' },
    })
    expect(await readRun(github, 9001)).toMatchObject({ id: 9001, status: 'queued', conclusion: null, url })
    expect(await listRuns(github, FILE, { branch: 'main', event: 'workflow_dispatch' })).toHaveLength(1)
    expect(await listRuns(github, FILE, { branch: 'other' })).toEqual([])
  })

  it.each(['ignored', 'refused'] as const)(
    'starts a workflow on a server to which run details are unknown (%s)',
    async (runDetails) => {
      const server = await startGitHub({ ...setup, runDetails })
      const dispatched = await dispatchWorkflow(await clientOf(server), FILE, 'main')
      expect(dispatched).toMatchObject({ runId: null })
      expect(String(dispatched.runId === null && dispatched.at)).toBe('2026-01-31T06:20:00Z')
      expect(server.repository.runs).toHaveLength(1)
    },
  )

  it('reads the workflows with their states, and the repository', async () => {
    const github = await clientOf(await startGitHub(setup))
    expect([...(await listWorkflows(github))].map(([file, { state }]) => [file, state])).toEqual([
      [FILE, 'active'],
      ['clock.yml', 'disabled_inactivity'],
    ])
    expect(await readRepository(github)).toMatchObject({ defaultBranch: 'main', hasIssues: true })
  })

  it('opens, finds, rewrites and closes an issue', async () => {
    const server = await startGitHub()
    const github = await clientOf(server)
    expect(await openIssue(github, 'Title', 'Body')).toBe(`https://github.com/${REPOSITORY}/issues/1`)
    await rewriteIssue(github, 1, 'Other')
    expect(await listOpenIssues(github)).toMatchObject([{ number: 1, body: 'Other', trusted: true }])
    await closeIssue(github, 1, 'Done.')
    expect(await listOpenIssues(github)).toEqual([])
    expect(server.repository.issues[0]).toMatchObject({ state: 'closed', comments: ['Done.'] })
  })

  it('reads public things without a token, and says how to come by one before it writes', async () => {
    const github = await clientOf(await startGitHub(setup), { GITHUB_TOKEN: '' })
    expect(await readRepository(github)).toMatchObject({ defaultBranch: 'main' })
    expect(() => needToken(github, 'it is needed')).toThrow('There is no GITHUB_TOKEN, and it is needed.')
  })

  it('repeats a question that met a server out of order or a broken connection', async () => {
    const server = await startGitHub(setup)
    server.meet('repos/get', [SAYS.outOfOrder, hangsUp])
    expect(await readRepository(await clientOf(server))).toMatchObject({ defaultBranch: 'main' })
    expect(server.asked.map(({ operation }) => operation)).toEqual(['repos/get', 'repos/get', 'repos/get'])
  })

  it('never repeats what may have been done', async () => {
    const server = await startGitHub(setup)
    server.meet('actions/create-workflow-dispatch', [SAYS.outOfOrder, SAYS.outOfOrder])
    const error = await failure(dispatchWorkflow(await clientOf(server), FILE, 'main'))
    expect(error.message).toBe('GitHub is out of order (502: Server Error).')
    expect(server.asked).toHaveLength(1)
  })

  it('gives up on a server that keeps silent, and on one that is not there', async () => {
    const server = await startGitHub(setup)
    server.meet('repos/get', { always: () => {} })
    const silent = await githubFromEnvironment(server.env, '.', { timeoutMs: 50, retries: 1, backoffMs: 1 })
    expect((await failure(readRepository(silent))).message).toMatch(
      /^GitHub could not be reached at 127\.0\.0\.1:\d+ \(no answer within 0\.05 s\)\.$/,
    )
    expect(server.asked).toHaveLength(2)
    const absent = await clientOf(server, { GITHUB_API_URL: new URL(await refusedUrl()).origin })
    expect((await failure(readRepository(absent))).message).toMatch(
      /^GitHub could not be reached at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)\.$/,
    )
  })

  it('says so where something else answers than GitHub', async () => {
    const server = await startGitHub(setup)
    server.meet('repos/get', {
      always: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>'),
    })
    expect((await failure(readRepository(await clientOf(server)))).message).toBe(
      'What answers as GitHub sent something else than a repository (200).',
    )
  })

  it.each<[string, Exclude<Misbehaviour, (...them: never) => void>, string, RegExp]>([
    [
      'a wrong token',
      SAYS.badToken,
      'GitHub does not accept the token (401: Bad credentials).',
      /Make a new one at http/,
    ],
    [
      'a missing right',
      SAYS.noRight,
      'GitHub refuses this to the token (403: Resource not accessible by personal access token).',
      /the permission actions=write on someone\/records/,
    ],
    [
      'a used-up limit',
      SAYS.limit,
      'GitHub’s rate limit is used up (403: API rate limit exceeded for user ID 1).',
      /Try again after 2026-01-31T06:00:00Z\./,
    ],
    [
      'too much at once',
      SAYS.secondLimit,
      'GitHub’s rate limit is used up (429: You have exceeded a secondary rate limit. Please wait a few minutes before you try again).',
      /Try again in 60 seconds\./,
    ],
    [
      'a limit that only headers tell',
      { status: 403, message: 'Forbidden', headers: SAYS.limit.headers },
      'GitHub’s rate limit is used up (403: Forbidden).',
      /Try again after 2026-01-31T06:00:00Z\./,
    ],
    [
      'a limit that only words tell',
      { status: 403, message: 'You have exceeded a secondary rate limit.', headers: { 'retry-after': '60' } },
      'GitHub’s rate limit is used up (403: You have exceeded a secondary rate limit).',
      /Try again in 60 seconds\./,
    ],
    [
      'a limit that only the status tells',
      { status: 429, message: 'Slow down' },
      'GitHub’s rate limit is used up (429: Slow down).',
      /Try again in a few minutes\./,
    ],
    [
      'nothing there',
      SAYS.notFound,
      'GitHub knows no someone/records, or does not show it (404: Not Found).',
      /Is the name right/,
    ],
    ['a server out of order', SAYS.outOfOrder, 'GitHub is out of order (502: Server Error).', /githubstatus/],
  ])('tells %s apart, says what to do, and shows the token nowhere', async (_, says, message, todo) => {
    const server = await startGitHub(setup)
    server.meet('repos/get', { always: says })
    const error = await failure(readRepository(await clientOf(server)))
    expect(error.message).toBe(message)
    expect(error.todo).toMatch(todo)
    expect(error.exitCode).toBe(EXIT.failed)
    expect(inspect(error, { depth: 10, showHidden: true }) + describeError(error)).not.toContain(TOKEN)
  })

  it('does not let an answer write on the terminal or run over it', async () => {
    const server = await startGitHub(setup)
    server.meet('repos/get', { always: { status: 403, message: `a\u001b[2J\n::error::b${'c'.repeat(5000)}` } })
    const { message } = await failure(readRepository(await clientOf(server)))
    expect(message).not.toMatch(/[\u0000-\u001f]/)
    expect(message.length).toBeLessThan(400)
  })
})

describe('the environment', () => {
  it('must say which repository it is, in a form that is one', async () => {
    const nowhere = await copy()
    expect((await failure(githubFromEnvironment({}, nowhere))).message).toBe(
      'It is not clear which repository on GitHub this is.',
    )
    const wrong = await failure(githubFromEnvironment({ GITHUB_REPOSITORY: 'records' }, nowhere))
    expect(wrong.message).toBe('GITHUB_REPOSITORY: “records” stands there. Possible: owner/name.')
  })

  it.each(['http://example.com', 'ftp://127.0.0.1', 'nonsense'])('must not send the token to %s', async (url) => {
    const error = await failure(githubFromEnvironment({ GITHUB_REPOSITORY: REPOSITORY, GITHUB_API_URL: url }, '.'))
    expect(error.message).toBe('GITHUB_API_URL is no https address.')
    expect(error.exitCode).toBe(EXIT.misuse)
  })
})

describe('the contract', () => {
  it.each<[string, string, string, object, string]>([
    ['address', 'GET', '/repos/{owner}/{repo}/workflow', {}, 'GitHub has no such address'],
    ['verb', 'PUT', '/repos/{owner}/{repo}/issues', {}, 'not with this verb'],
    ['parameter', 'GET', '/repos/{owner}/{repo}/issues', { stat: 'open' }, '"additionalProperty":"stat"'],
    ['value', 'GET', '/repos/{owner}/{repo}/issues', { state: 'opened' }, 'must be equal to one of the allowed values'],
    ['body', 'POST', '/repos/{owner}/{repo}/issues', { title: 'T', text: 'B' }, '"additionalProperty":"text"'],
    [
      'body',
      'PATCH',
      '/repos/{owner}/{repo}/issues/1',
      { state: 'shut' },
      'must be equal to one of the allowed values',
    ],
    [
      'body',
      'POST',
      `/repos/{owner}/{repo}/actions/workflows/${FILE}/dispatches`,
      { inputs: {} },
      "must have required property 'ref'",
    ],
  ])('turns away a wrong %s (%s %s)', async (_, method, path, parameters, reason) => {
    const server = await startGitHub(setup)
    const { octokit, at } = await clientOf(server)
    expect((await failure(octokit.request(`${method} ${path}`, { ...at, ...parameters }))).message).toContain(reason)
    expect(server.asked).toEqual([])
    // Without this the test would fail.
    expect(server.forgiveBreaches()).toHaveLength(1)
  })

  it('is the one of the version that the client asks by', async () => {
    const server = await startGitHub(setup)
    const answer = await fetch(`${server.env.GITHUB_API_URL}/repos/${REPOSITORY}`, {
      headers: { 'x-github-api-version': '2026-03-10', 'user-agent': 'aime-scheduler/0' },
    })
    expect(answer.status).toBe(400)
    expect(server.forgiveBreaches()).toEqual(['repos/get: not the version of the API that this describes'])
  })
})
