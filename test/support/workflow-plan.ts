import { allows, fill, fillText, type Contexts } from './workflow-expressions.ts'
import { parseWorkflow, WORKFLOWS, type Input, type Job, type Workflow } from './workflow-files.ts'

/** What started a run, and the repository it runs in. */
export interface Event {
  name: 'schedule' | 'workflow_dispatch' | 'push' | 'pull_request'
  /** Whether the repository is marked as a template. */
  isTemplate?: boolean
  isPrivate?: boolean
  /** First line of the newest commit of a push. */
  message?: string
  /** Where it happened, `main` by default. */
  branch?: string
  /** What was chosen beside the button, or sent with a dispatch; the workflow's defaults fill the rest. */
  inputs?: Record<string, unknown>
  actor?: string
  /** What the repository holds in Settings → Secrets and variables → Actions. */
  secrets?: Record<string, string>
  variables?: Record<string, string>
}

/** The token that Actions makes for each job. */
export const JOB_TOKEN = 'ghs_rehearsal0token0that0nobody0may0see'
export const REPOSITORY = 'someone/records'
export const RUN_ID = '4242'

/** One job that a run would have, reusable workflows followed, one for each combination of a matrix. */
export interface PlannedJob {
  /** As GitHub shows it: `run / generate_haiku_scheduled`. */
  name: string
  runs: boolean
  job: Job
  /** What the expressions of its steps may refer to. */
  contexts: Contexts
}

export interface Plan {
  runName: string
  jobs: PlannedJob[]
}

/** What GitHub would make of `name` on an event: which jobs, with which inputs and secrets. */
export function planned(name: string, files: ReadonlyMap<string, string>, event: Event): Plan {
  const workflow = workflowNamed(name, files)
  const { secrets = {}, variables = {} } = event
  const declared = workflow.on.workflow_dispatch?.inputs ?? {}
  const inputs = event.name === 'workflow_dispatch' ? withDefaults(declared, event.inputs ?? {}, name) : {}
  const contexts = { github: githubOf(event, name), inputs, secrets, vars: variables, matrix: {}, env: {} }
  const runName = workflow['run-name'] ? fillText(workflow['run-name'], contexts) : workflow.name
  return { runName, jobs: jobsOf(workflow, files, contexts, '') }
}

function jobsOf(workflow: Workflow, files: ReadonlyMap<string, string>, contexts: Contexts, prefix: string) {
  return Object.entries(workflow.jobs).flatMap(([id, job]): PlannedJob[] => {
    const runs = allows(job.if, contexts)
    if (job.uses !== undefined) return runs ? called(job, `${prefix}${id} / `, files, contexts) : []
    return combinations(job).map((matrix) => {
      const own = { ...contexts, matrix }
      return { name: prefix + fillText(job.name ?? id, own), runs, job, contexts: own }
    })
  })
}

/** The jobs of a reusable workflow: it sees the caller's event, and of inputs and secrets what it is passed. */
function called(job: Job, prefix: string, files: ReadonlyMap<string, string>, contexts: Contexts): PlannedJob[] {
  const name = job.uses!.replace(`./${WORKFLOWS}/`, '')
  const workflow = workflowNamed(name, files)
  const { inputs = {}, secrets = {} } = workflow.on.workflow_call!
  const passed = Object.entries(job.with ?? {}).map(([key, value]) => [key, fill(value, contexts)])
  const entrusted = Object.entries(job.secrets ?? {}).map(([key, value]) => [key, fillText(value, contexts)])
  const own = {
    ...contexts,
    inputs: withDefaults(inputs, Object.fromEntries(passed) as Record<string, unknown>, name),
    secrets: Object.fromEntries(entrusted) as Record<string, string>,
  }
  const unknown = entrusted.filter(([key]) => !Object.hasOwn(secrets, key!))
  if (unknown.length > 0) throw new Error(`${name} declares no secret ${String(unknown[0]![0])}`)
  return jobsOf(workflow, files, own, prefix)
}

function combinations({ strategy }: Job): Record<string, unknown>[] {
  const axes = Object.entries(strategy?.matrix ?? {})
  return axes.reduce<Record<string, unknown>[]>(
    (some, [key, values]) => some.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
    [{}],
  )
}

/** Inputs as GitHub checks them: none that is not declared, none left out that is required, each of its type. */
function withDefaults(declared: Record<string, Input>, given: Record<string, unknown>, where: string) {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(declared, key))
  if (unknown !== undefined) throw new Error(`${where} declares no input ${unknown}`)
  return Object.fromEntries(
    Object.entries(declared).map(([key, { type = 'string', required, default: fallback, options }]) => {
      const value = given[key] ?? fallback ?? null
      if (value === null && required) throw new Error(`${where} wants the input ${key}`)
      const fits = type === 'choice' ? options!.includes(value as string) : typeof value === type
      if (value !== null && !fits) throw new Error(`${where}: ${key} is no ${type}: ${JSON.stringify(value)}`)
      return [key, value ?? (type === 'string' ? '' : null)]
    }),
  )
}

function workflowNamed(name: string, files: ReadonlyMap<string, string>): Workflow {
  const text = files.get(name)
  if (text === undefined) throw new Error(`There is no ${WORKFLOWS}/${name}`)
  return parseWorkflow(text)
}

/**
 * The `github` context. `event.repository` is there for scheduled runs too, since 2022:
 * https://github.blog/changelog/2022-09-27-github-actions-additional-information-available-in-github-event-payload-for-scheduled-workflow-runs/
 */
function githubOf(
  { name, isTemplate = false, isPrivate = false, actor = 'alice', message = '', branch = 'main' }: Event,
  file: string,
) {
  const repository = {
    full_name: REPOSITORY,
    is_template: isTemplate,
    private: isPrivate,
    default_branch: 'main',
  }
  return {
    event_name: name,
    event: {
      repository,
      ...(name === 'schedule' ? { schedule: '17 6 * * *', workflow: `${WORKFLOWS}/${file}` } : {}),
      ...(name === 'push' ? { head_commit: { message } } : {}),
    },
    actor,
    ref: `refs/heads/${branch}`,
    ref_name: branch,
    repository: REPOSITORY,
    run_id: RUN_ID,
    token: JOB_TOKEN,
  }
}
