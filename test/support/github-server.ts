import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Context } from 'openapi-backend'
import { onTestFinished } from 'vitest'
import { API_ROOT, contract, example, faultsOfAnswer } from './github-contract.ts'

export const TOKEN = 'github_pat_rehearsal0of0a0token'
export const REPOSITORY = 'someone/records'
const PAGE = `https://github.com/${REPOSITORY}`

export interface FakeRun {
  id: number
  workflow: string
  /** What it has yet to become; the last word stays. A reader of the run sees the next one each time. */
  course: (readonly [status: string, conclusion: string | null])[]
  event: string
  branch: string
  created: string
  started?: string
  actor: string
}

export interface FakeIssue {
  number: number
  title: string
  body: string
  state: 'open' | 'closed'
  author: string
  association: string
  comments: string[]
  isPullRequest?: boolean
}

/** The repository that the server pretends to be. Tests set it up and look at it afterwards. */
export interface FakeRepository {
  defaultBranch: string
  /** State by file name. */
  workflows: Record<string, string>
  runs: FakeRun[]
  issues: FakeIssue[]
  hasIssues: boolean
  /** When somebody last pushed. */
  pushed: string | null
  /** Whether a dispatch answers with its run, answers nothing, or refuses to be asked for it. */
  runDetails: 'given' | 'ignored' | 'refused'
  /** What a run that is dispatched goes through. */
  course: FakeRun['course']
  /** Sends `date` headers and `created_at` by this clock. */
  now: string
}

export interface Asked {
  /** As GitHub's description calls it: `actions/create-workflow-dispatch`. */
  operation: string
  params: Record<string, unknown>
  query: Record<string, unknown>
  body: unknown
  headers: IncomingMessage['headers']
}

/** A refusal, or any other thing to do instead of answering. */
export type Misbehaviour =
  { status: number; message: string; headers?: Record<string, string> } | ((response: ServerResponse) => void)

export interface GitHubServer {
  /** What points a command at this server. */
  env: { GITHUB_API_URL: string; GITHUB_REPOSITORY: string; GITHUB_TOKEN: string }
  repository: FakeRepository
  /** Every request that kept the contract, in order. */
  asked: Asked[]
  /** The operations asked for that change something. */
  written(): string[]
  /** Meets the next requests for an operation with these, one each, or (`always`) all of them with the first. */
  meet(operation: string, misbehaviours: Misbehaviour[] | { always: Misbehaviour }): void
  /** What was against the contract so far, which no longer fails the test. */
  forgiveBreaches(): string[]
}

/** What GitHub says when it refuses, word for word. */
export const SAYS = {
  badToken: { status: 401, message: 'Bad credentials' },
  noRight: {
    status: 403,
    message: 'Resource not accessible by personal access token',
    headers: { 'x-accepted-github-permissions': 'actions=write' },
  },
  noRightInWorkflow: {
    status: 403,
    message: 'Resource not accessible by integration',
    headers: { 'x-accepted-github-permissions': 'actions=write' },
  },
  notFound: { status: 404, message: 'Not Found' },
  switchedOff: { status: 422, message: "Cannot trigger a 'workflow_dispatch' on a disabled workflow" },
  actionsOff: { status: 422, message: 'Actions has been disabled for this repository.' },
  noButton: { status: 422, message: "Workflow does not have 'workflow_dispatch' trigger" },
  issuesOff: { status: 410, message: 'Issues has been disabled in this repository.' },
  limit: {
    status: 403,
    message: 'API rate limit exceeded for user ID 1.',
    headers: { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1769839200' },
  },
  secondLimit: {
    status: 429,
    message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    headers: { 'retry-after': '60' },
  },
  outOfOrder: { status: 502, message: 'Server Error' },
} as const

export const hangsUp = (response: ServerResponse): void => void response.socket?.resetAndDestroy()

interface Answer {
  status: number
  body: unknown
}

/**
 * GitHub's API on loopback, as far as its own description goes: a wrong path, verb, parameter, body or header fails the
 * test that asked, as does an answer of this server that GitHub could not have given.
 */
export async function startGitHub(setup: Partial<FakeRepository> = {}): Promise<GitHubServer> {
  const repository: FakeRepository = {
    defaultBranch: 'main',
    workflows: {},
    runs: [],
    issues: [],
    hasIssues: true,
    pushed: '2026-01-31T06:13:00Z',
    runDetails: 'given',
    course: [
      ['queued', null],
      ['in_progress', null],
      ['completed', 'success'],
    ],
    now: '2026-01-31T06:20:00Z',
    ...setup,
  }
  const asked: Asked[] = []
  const breaches: string[] = []
  const queues = new Map<string, Misbehaviour[] | { always: Misbehaviour }>()
  const operations = operationsOf(repository)

  const server = createServer((message, response) => {
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      void respond(message, Buffer.concat(chunks).toString(), response).catch((error: unknown) => {
        breach(response, String(error))
      })
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    if (breaches.length > 0) throw new Error(`Against GitHub's contract:\n${breaches.join('\n')}`)
  })

  async function respond(message: IncomingMessage, text: string, response: ServerResponse): Promise<void> {
    const url = new URL(message.url ?? '', 'http://127.0.0.1')
    const request = {
      method: message.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      headers: message.headers as Record<string, string | string[]>,
    }
    await contract.handleRequest(
      request,
      (context: Question) => {
        const operation = context.operation.operationId!
        const { params, query, requestBody: body } = context.request
        const wrong = [...faultsOfHeaders(message.headers), ...faultsOfRequest(context)]
        if (wrong.length > 0) {
          breach(response, `${operation}: ${wrong.join('; ')}`)
          return
        }
        asked.push({ operation, params, query, body, headers: message.headers })
        const planned = next(operation)
        if (typeof planned === 'function') return planned(response)
        const refusal = planned ?? unauthorized(message, operation)
        const answer = refusal ? refused(refusal) : operations[operation]!(context.request.params, query, body)
        const faults = faultsOfAnswer(context.operation, answer.status, answer.body)
        if (faults.length > 0) return breach(response, `${operation}: the test server's answer: ${faults.join('; ')}`)
        send(response, answer, refusal?.headers)
      },
      (reason: string) => breach(response, `${request.method} ${request.path}: ${reason}`),
    )
  }

  function next(operation: string): Misbehaviour | undefined {
    const queue = queues.get(operation)
    return Array.isArray(queue) ? queue.shift() : queue?.always
  }

  function breach(response: ServerResponse, what: string): void {
    breaches.push(what)
    response.writeHead(400, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ message: `Against GitHub's contract: ${what}` }))
  }

  function send(response: ServerResponse, { status, body }: Answer, headers: Record<string, string> = {}): void {
    const type = body === null ? {} : { 'content-type': 'application/json; charset=utf-8' }
    response.writeHead(status, { date: new Date(repository.now).toUTCString(), ...type, ...headers })
    response.end(body === null ? undefined : JSON.stringify(body))
  }

  const { port } = server.address() as AddressInfo
  return {
    env: {
      GITHUB_API_URL: `http://127.0.0.1:${port}${API_ROOT}`,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_TOKEN: TOKEN,
    },
    repository,
    asked,
    written: () => asked.map(({ operation }) => operation).filter((operation) => WRITES.has(operation)),
    meet: (operation, misbehaviours) => void queues.set(operation, misbehaviours),
    forgiveBreaches: () => breaches.splice(0),
  }
}

const WRITES = new Set([
  'actions/create-workflow-dispatch',
  'actions/enable-workflow',
  'issues/create',
  'issues/update',
  'issues/create-comment',
])

/** A request as the contract has understood it. */
type Question = Context<unknown, Record<string, unknown>, Record<string, unknown>>
type Respond = (question: Question) => void

// The handlers are shared, the state is not: each request brings what answers it.
contract.register(
  Object.fromEntries(
    contract.router
      .getOperations()
      .map(({ operationId }) => [operationId!, (question: Question, respond: Respond) => respond(question)]),
  ),
)
contract.register({
  validationFail: (question: Question, respond: Respond) => respond(question),
  notFound: (_: Question, __: Respond, breach: (reason: string) => void) => breach('GitHub has no such address'),
  methodNotAllowed: (_: Question, __: Respond, breach: (reason: string) => void) => breach('not with this verb'),
})

function faultsOfRequest({ validation }: Question): string[] {
  return (validation.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  )
}

/** https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api#headers */
function faultsOfHeaders(headers: IncomingMessage['headers']): string[] {
  const faults: string[] = []
  if (!/^aime-scheduler\//.test(headers['user-agent'] ?? '')) faults.push('no user agent of ours')
  // Another version has another contract: from 2026-03-10 on a dispatch takes no return_run_details.
  if (headers['x-github-api-version'] !== '2022-11-28') faults.push('not the version of the API that this describes')
  return faults
}

function unauthorized({ headers }: IncomingMessage, operation: string) {
  const given = headers.authorization?.replace(/^(?:token|bearer) /i, '')
  if (given === TOKEN) return null
  if (given !== undefined) return { ...SAYS.badToken, headers: undefined }
  return WRITES.has(operation) ? { status: 401, message: 'Requires authentication', headers: undefined } : null
}

function refused({ status, message }: { status: number; message: string }): Answer {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } }
}

const NOT_FOUND = refused(SAYS.notFound)

type Operation = (params: Record<string, unknown>, query: Record<string, unknown>, body: unknown) => Answer

/** What each operation does to the repository, and its answer: GitHub's own example with our facts in it. */
function operationsOf(repository: FakeRepository): Record<string, Operation> {
  const ours = (params: Record<string, unknown>) =>
    `${String(params['owner'])}/${String(params['repo'])}` === REPOSITORY
  const inRepository =
    (operation: Operation): Operation =>
    (params, query, body) =>
      ours(params) ? operation(params, query, body) : NOT_FOUND

  const all: Record<string, Operation> = {
    'repos/get': () => ({ status: 200, body: repositoryBody(repository) }),
    'actions/list-repo-workflows': () => {
      const workflows = Object.keys(repository.workflows).map((file) => workflowBody(repository, file))
      return { status: 200, body: { total_count: workflows.length, workflows } }
    },
    'actions/get-workflow': ({ workflow_id: file }) =>
      known(file) ? { status: 200, body: workflowBody(repository, file) } : NOT_FOUND,
    'actions/enable-workflow': ({ workflow_id: file }) => {
      if (!known(file)) return NOT_FOUND
      repository.workflows[file] = 'active'
      return { status: 204, body: null }
    },
    'actions/list-workflow-runs': ({ workflow_id: file }, { branch, event, per_page = 30 }) => {
      if (!known(file)) return NOT_FOUND
      const runs = repository.runs
        .filter((run) => run.workflow === file)
        .filter(
          (run) => (branch === undefined || run.branch === branch) && (event === undefined || run.event === event),
        )
        .sort((a, b) => b.created.localeCompare(a.created) || b.id - a.id)
      const workflow_runs = runs.slice(0, Number(per_page)).map(runBody)
      return { status: 200, body: { total_count: runs.length, workflow_runs } }
    },
    'actions/get-workflow-run': ({ run_id }) => {
      const run = repository.runs.find(({ id }) => id === Number(run_id))
      if (run === undefined) return NOT_FOUND
      const body = runBody(run)
      if (run.course.length > 1) run.course.shift()
      return { status: 200, body }
    },
    'actions/create-workflow-dispatch': ({ workflow_id: file }, _, body) => {
      const { ref, return_run_details: wanted } = body as { ref: string; return_run_details?: boolean }
      if (!known(file)) return NOT_FOUND
      if (repository.workflows[file] !== 'active') return refused(SAYS.switchedOff)
      if (ref !== repository.defaultBranch) return refused({ status: 422, message: `No ref found for: ${ref}` })
      if (wanted !== undefined && repository.runDetails === 'refused')
        return refused({ status: 422, message: 'Invalid request.\n\n"return_run_details" is not a permitted key.' })
      const id = Math.max(9000, ...repository.runs.map((run) => run.id)) + 1
      const course = structuredClone(repository.course)
      const { now: created } = repository
      repository.runs.push({
        id,
        workflow: file,
        course,
        event: 'workflow_dispatch',
        branch: ref,
        created,
        actor: 'me',
      })
      if (repository.runDetails !== 'given' || wanted !== true) return { status: 204, body: null }
      const address = {
        run_url: `https://api.github.com/repos/${REPOSITORY}/actions/runs/${id}`,
        html_url: runPage(id),
      }
      return { status: 200, body: { workflow_run_id: id, ...address } }
    },
    'issues/list-for-repo': (_, { state = 'open', per_page = 30, page = 1 }) => {
      const from = (Number(page) - 1) * Number(per_page)
      const found = repository.hasIssues
        ? repository.issues.filter((issue) => state === 'all' || issue.state === state)
        : []
      return { status: 200, body: found.slice(from, from + Number(per_page)).map((issue) => issueBody(issue)) }
    },
    'issues/create': (_, __, body) => {
      if (!repository.hasIssues) return refused(SAYS.issuesOff)
      const { title, body: text = '' } = body as { title: string; body?: string }
      const issue: FakeIssue = {
        number: repository.issues.length + 1,
        title,
        body: text,
        state: 'open',
        author: 'github-actions[bot]',
        association: 'NONE',
        comments: [],
      }
      repository.issues.push(issue)
      return { status: 201, body: issueBody(issue) }
    },
    'issues/update': ({ issue_number }, _, body) => {
      const issue = repository.issues.find(({ number }) => number === Number(issue_number))
      if (issue === undefined) return NOT_FOUND
      const { state, body: text } = body as { state?: 'closed'; body?: string }
      if (state !== undefined) issue.state = state
      if (text !== undefined) issue.body = text
      return { status: 200, body: issueBody(issue) }
    },
    'issues/create-comment': ({ issue_number }, _, body) => {
      const issue = repository.issues.find(({ number }) => number === Number(issue_number))
      if (issue === undefined) return NOT_FOUND
      issue.comments.push((body as { body: string }).body)
      return { status: 201, body: example('issues/create-comment', 201) }
    },
  }
  return {
    ...Object.fromEntries(Object.entries(all).map(([id, operation]) => [id, inRepository(operation)])),
    'users/get-authenticated': () => ({
      status: 200,
      body: { ...example('users/get-authenticated', 200), login: 'me' },
    }),
  }

  function known(file: unknown): file is string {
    return typeof file === 'string' && Object.hasOwn(repository.workflows, file)
  }
}

function repositoryBody({ defaultBranch, hasIssues, pushed }: FakeRepository): Record<string, unknown> {
  // GitHub's example is a fork, of repositories that lack what the description demands, and so does it itself.
  const { parent: _, source: __, ...whole } = example('repos/get', 200)
  const facts = {
    full_name: REPOSITORY,
    html_url: PAGE,
    default_branch: defaultBranch,
    has_issues: hasIssues,
    pushed_at: pushed,
  }
  return { ...whole, ...facts, fork: false, language: null }
}

function workflowBody({ workflows }: FakeRepository, file: string): Record<string, unknown> {
  return {
    ...example('actions/get-workflow', 200),
    name: file,
    path: `.github/workflows/${file}`,
    state: workflows[file],
    html_url: `${PAGE}/blob/main/.github/workflows/${file}`,
  }
}

function runBody(run: FakeRun): Record<string, unknown> {
  const whole = example<Record<string, Record<string, unknown>>>('actions/get-workflow-run', 200)
  const [status, conclusion] = run.course[0]!
  return {
    ...whole,
    id: run.id,
    run_number: run.id % 1000,
    html_url: runPage(run.id),
    event: run.event,
    head_branch: run.branch,
    status,
    conclusion,
    created_at: run.created,
    run_started_at: run.started ?? run.created,
    actor: { ...whole['actor'], login: run.actor },
  }
}

function runPage(id: number): string {
  return `${PAGE}/actions/runs/${id}`
}

function issueBody(issue: FakeIssue): Record<string, unknown> {
  const { pull_request: pull, ...whole } = example<Record<string, Record<string, unknown>>>('issues/create', 201)
  return {
    ...whole,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    html_url: `${PAGE}/issues/${issue.number}`,
    user: { ...whole['user'], login: issue.author },
    author_association: issue.association,
    ...(issue.isPullRequest === true ? { pull_request: pull ?? {} } : {}),
  }
}
