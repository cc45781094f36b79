import type { Temporal } from 'temporal-polyfill'
import type { Config } from '../../config/config.ts'
import { inWords } from '../../schedule/words.ts'
import { columns, wrap } from './columns.ts'
import { isFailure } from '../../repository/github/failures.ts'
import type { Job, WorkflowRun } from '../../repository/job.ts'

interface View {
  now: Temporal.Instant
  /** Longest line, in characters. */
  width: number
}

/** The status for a person: a table where it fits, otherwise a paragraph for each task; then what needs attention. */
export function statusText(config: Config, jobs: readonly Job[], { now, width }: View): string {
  const say = (time: Temporal.Instant) => inWords(time, now, config.timezone, 'en')
  const notes = jobs.flatMap((job) => notesOf(job, say)).flatMap((note) => wrap(note, width, '    '))
  return [
    config.running ? 'The scheduler is on.' : 'The scheduler is off: scheduler.enabled is false in config/app.json.',
    '',
    ...jobLines(jobs, say, width),
    '',
    ...(notes.length > 0 ? ['Needs attention:', ...notes] : ['Nothing is known to be overdue.']),
    ...unknowns(jobs).flatMap((note) => ['', ...wrap(note, width, '')]),
  ].join('\n')
}

type Say = (time: Temporal.Instant) => string

function jobLines(jobs: readonly Job[], say: Say, width: number): string[] {
  const rows = jobs.map((job) => [job.id, lastOf(job, say), outcomeOf(job), nextOf(job, say)])
  const table = columns([['TASK', 'LAST RUN', 'OUTCOME', 'NEXT RUN'], ...rows])
  if (table.every((line) => line.length <= width)) return table
  return rows.flatMap(([id, last, outcome, next]) => [
    id!,
    ...wrap(`  last: ${last} (${outcome})`, width, '        '),
    ...wrap(`  next: ${next}`, width, '        '),
  ])
}

function lastOf({ last }: Job, say: Say): string {
  return last === null ? 'never' : say(last.started)
}

const OUTCOMES = { done: 'done', partial: 'with warnings', nothing: 'nothing to do', failed: 'failed' } as const

function outcomeOf({ last, workflow }: Job): string {
  const run = workflow?.lastRun
  if (run && run.conclusion !== 'success') return run.conclusion ?? 'running'
  if (last !== null) return OUTCOMES[last.result]
  return run ? 'nothing to do' : '–'
}

function nextOf({ next }: Job, say: Say): string {
  return next === null ? 'off (see config/app.json)' : say(next)
}

/** What a person should know of a task beyond its row, each with what to do about it. */
function notesOf({ id, standing, workflow }: Job, say: Say): string[] {
  if (standing.kind === 'disabled') return []
  const reasons = workflow === null ? [] : [...workflowReasons(workflow.state), ...runReasons(workflow.lastRun)]
  if (standing.kind === 'failing')
    reasons.unshift(
      `failed ${standing.tries === 1 ? 'once' : `${standing.tries} times`} in a row; npm run task -- ${id} shows why.`,
    )
  if (standing.kind === 'due') reasons.unshift(...dueReasons(id, standing.overdue, say(standing.since)))
  return reasons.map((reason) => `  ! ${id}: ${reason}`)
}

function dueReasons(id: string, overdue: boolean, since: string): string[] {
  if (overdue) return [`overdue since ${since}. Its button under Actions, or npm run task -- ${id}, runs it now.`]
  return [`due since ${since}; its wake-up may still be on its way.`]
}

const SWITCHED_OFF: Readonly<Record<string, string>> = {
  disabled_inactivity:
    'GitHub switched its workflow off after 60 days without activity. Open it under Actions and press “Enable workflow”.',
  disabled_manually: 'its workflow was switched off by hand. Open it under Actions and press “Enable workflow”.',
  disabled_fork: 'its workflow is off because this is a fork. Press “Enable workflows” under Actions.',
}

function workflowReasons(state: string | null): string[] {
  if (state === 'active') return []
  if (state === null) return ['it has no workflow on GitHub, so nothing wakes it and it has no button.']
  return [SWITCHED_OFF[state] ?? `its workflow is in the state “${state}”.`]
}

function runReasons(run: WorkflowRun | null): string[] {
  if (run === null || run.conclusion === null || !isFailure(run)) return []
  return [`its last run ended as ${run.conclusion.replaceAll('_', ' ')}: ${run.url}`]
}

/** What the ledger alone cannot say. */
function unknowns(jobs: readonly Job[]): string[] {
  const silent = jobs.filter(({ standing }) => standing.kind === 'silent').map(({ id }) => id)
  if (silent.length === 0) return []
  const tasks = `${silent.join(', ')} left nothing for the latest slot: ${silent.length === 1 ? 'it' : 'they'}`
  return [`${tasks} had nothing to do or did not run. With GITHUB_TOKEN this command asks GitHub which.`]
}
