import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { GitHubError } from './errors.ts'
import { readAnswer, type GitHub } from './client.ts'

export interface Repository {
  defaultBranch: string
  /** Its page. */
  url: string
  hasIssues: boolean
  /** When somebody last pushed; null where nobody ever did. */
  pushed: Temporal.Instant | null
}

export interface Workflow {
  /** `generate_haiku_scheduled.yml` */
  file: string
  /** `active`, `disabled_inactivity` (by GitHub), `disabled_manually`, `disabled_fork` or `deleted`. */
  state: string
  url: string
}

export interface Run {
  id: number
  /** The number that GitHub shows it by. */
  number: number
  url: string
  /** `schedule`, `workflow_dispatch`, … */
  event: string
  /** `completed`, or one of several words for "not yet". */
  status: string
  /** `success`, `failure`, `cancelled`, `timed_out`, `startup_failure`, `skipped`, …; null until completed. */
  conclusion: string | null
  created: Temporal.Instant
  /** When its latest attempt began; the same as `created` unless it was run again. */
  started: Temporal.Instant
  /** Who started it. */
  actor: string | null
}

/** How GitHub answered a dispatch: with the run, or (older servers) only that it will start one, at what its clock showed. */
export type Dispatched = { runId: number; url: string } | { runId: null; at: Temporal.Instant | null }

const instant = z.iso.datetime({ offset: true }).transform((text) => Temporal.Instant.from(text))

const repositorySchema = z
  .object({
    default_branch: z.string().min(1),
    html_url: z.url(),
    has_issues: z.boolean(),
    pushed_at: instant.nullish(),
  })
  .transform((repository): Repository => ({
    defaultBranch: repository.default_branch,
    url: repository.html_url,
    hasIssues: repository.has_issues,
    pushed: repository.pushed_at ?? null,
  }))

const workflowSchema = z
  .object({ path: z.string(), state: z.string(), html_url: z.string() })
  .transform(({ path, state, html_url }): Workflow => ({ file: path.replace(/^.*\//, ''), state, url: html_url }))

const workflowsSchema = z.object({ total_count: z.int(), workflows: z.array(workflowSchema) })

const runSchema = z
  .object({
    id: z.int(),
    run_number: z.int(),
    html_url: z.url(),
    event: z.string(),
    status: z.string().nullable(),
    conclusion: z.string().nullable(),
    created_at: instant,
    run_started_at: instant.optional(),
    actor: z.object({ login: z.string() }).nullish(),
  })
  .transform((run): Run => ({
    id: run.id,
    number: run.run_number,
    url: run.html_url,
    event: run.event,
    status: run.status ?? 'unknown',
    conclusion: run.conclusion,
    created: run.created_at,
    started: run.run_started_at ?? run.created_at,
    actor: run.actor?.login ?? null,
  }))

const runsSchema = z.object({ workflow_runs: z.array(runSchema) })
const dispatchedSchema = z.object({ workflow_run_id: z.int(), html_url: z.url() })
const PAGE = 100
/** Of workflows; nobody has more. */
const PAGES = 5

/** @throws GitHubError */
export async function readRepository({ octokit, at }: GitHub): Promise<Repository> {
  return readAnswer(repositorySchema, await octokit.rest.repos.get(at), 'a repository')
}

/** The login that the token belongs to; null where GitHub does not tell (the token is an app's, or a workflow's). */
export async function readLogin({ octokit }: GitHub): Promise<string | null> {
  try {
    return readAnswer(z.object({ login: z.string() }), await octokit.rest.users.getAuthenticated(), 'a user').login
  } catch (error) {
    if (error instanceof GitHubError) return null
    throw error
  }
}

/** Every workflow GitHub knows of, by file name. @throws GitHubError */
export async function listWorkflows({ octokit, at }: GitHub): Promise<Map<string, Workflow>> {
  const found = new Map<string, Workflow>()
  for (let page = 1; page <= PAGES; page++) {
    const answer = await octokit.rest.actions.listRepoWorkflows({ ...at, per_page: PAGE, page })
    const { workflows } = readAnswer(workflowsSchema, answer, 'a list of workflows')
    // A file that was deleted and came back is listed twice.
    for (const workflow of workflows) if (workflow.state !== 'deleted') found.set(workflow.file, workflow)
    if (workflows.length < PAGE) break
  }
  return found
}

/** @throws GitHubError, `not-found` where there is no such workflow */
export async function readWorkflow({ octokit, at }: GitHub, file: string): Promise<Workflow> {
  const answer = await octokit.rest.actions.getWorkflow({ ...at, workflow_id: file })
  return readAnswer(workflowSchema, answer, 'a workflow')
}

interface RunFilter {
  branch?: string
  event?: 'workflow_dispatch' | 'schedule'
  /** How many at most, up to 100. Default 30. */
  most?: number
}

/** The runs of a workflow, the newest first. @throws GitHubError */
export async function listRuns({ octokit, at }: GitHub, file: string, filter: RunFilter = {}): Promise<Run[]> {
  const { branch, event, most = 30 } = filter
  const answer = await octokit.rest.actions.listWorkflowRuns({
    ...at,
    workflow_id: file,
    per_page: most,
    exclude_pull_requests: true,
    ...(branch === undefined ? {} : { branch }),
    ...(event === undefined ? {} : { event }),
  })
  return readAnswer(runsSchema, answer, 'a list of runs').workflow_runs
}

/** @throws GitHubError */
export async function readRun({ octokit, at }: GitHub, id: number): Promise<Run> {
  const answer = await octokit.rest.actions.getWorkflowRun({ ...at, run_id: id, exclude_pull_requests: true })
  return readAnswer(runSchema, answer, 'a run')
}

/** Makes GitHub start workflows again that it had switched off. @throws GitHubError */
export async function enableWorkflow({ octokit, at }: GitHub, file: string): Promise<void> {
  await octokit.rest.actions.enableWorkflow({ ...at, workflow_id: file })
}

/** Starts a workflow on a branch. @param inputs as strings, whatever their declared type. @throws GitHubError */
export async function dispatchWorkflow(
  github: GitHub,
  file: string,
  ref: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Dispatched> {
  const answer = await dispatch(github, { workflow_id: file, ref, inputs })
  if (answer.status === 204) return { runId: null, at: serverTime(answer.headers.date) }
  const { workflow_run_id, html_url } = readAnswer(dispatchedSchema, answer, 'the run it started')
  return { runId: workflow_run_id, url: html_url }
}

interface DispatchParameters {
  workflow_id: string
  ref: string
  inputs: Record<string, string>
}

/** https://github.blog/changelog/2026-02-19-workflow-dispatch-api-now-returns-run-ids; older servers refuse to be asked. */
async function dispatch({ octokit, at }: GitHub, parameters: DispatchParameters) {
  const { createWorkflowDispatch } = octokit.rest.actions
  try {
    return await createWorkflowDispatch({ ...at, ...parameters, return_run_details: true })
  } catch (error) {
    if (!(error instanceof GitHubError) || !/return_run_details/.test(error.said)) throw error
    return createWorkflowDispatch({ ...at, ...parameters })
  }
}

function serverTime(header: string | undefined): Temporal.Instant | null {
  const time = Date.parse(header ?? '')
  return Number.isNaN(time) ? null : Temporal.Instant.fromEpochMilliseconds(time)
}
