import { Temporal } from 'temporal-polyfill'
import type { Config } from '../../config/config.ts'
import type { Repository, Run } from '../../repository/github/actions.ts'
import type { Issue } from '../../repository/github/issues.ts'
import type { Ledger } from '../../repository/ledger.ts'
import { nextSlot } from '../../schedule/slots.ts'
import type { TaskId } from '../../config/catalog.ts'
import { failuresOf, isFailure } from '../../repository/github/failures.ts'
import { standingOf } from '../../repository/standing.ts'
import type { Finding } from '../../repository/finding.ts'
import { failureIssueOf, issueMark, issueText } from './failure-issue.ts'

/** The clock's own workflow. */
export const CLOCK = 'clock.yml'

/** A task's slot that failed this often is tried again, but only once in a while: a mail and a minute each time. */
const EAGER_TRIES = 3
const BETWEEN_LATER_TRIES = Temporal.Duration.from({ hours: 24 })

/** GitHub ends a job that waited this long for a runner; a run that is said to wait longer is forgotten. */
const LONGEST_WAIT = Temporal.Duration.from({ hours: 24 })

/** In a public repository GitHub switches schedules off after 60 days without activity. */
const QUIET = Temporal.Duration.from({ hours: 30 * 24 })

/** A task as a look at GitHub found it. */
export interface TaskSeen {
  id: TaskId
  /** State of its workflow; null where GitHub knows of none. */
  workflow: string | null
  /** Its latest runs on the default branch, newest first; null where they could not be read, or nobody asked. */
  runs: readonly Run[] | null
}

/** Everything the clock decides by. */
export interface Sight {
  now: Temporal.Instant
  config: Config
  ledger: Ledger
  repository: Repository
  tasks: readonly TaskSeen[]
  /** State of the clock's own workflow; null where GitHub knows of none. */
  clock: string | null
  /** Open issues; null where they could not be read. */
  issues: readonly Issue[] | null
}

export type Action =
  | { kind: 'enable'; file: string }
  | { kind: 'keep-alive'; file: string }
  | { kind: 'dispatch'; task: TaskId }
  | { kind: 'open-issue'; task: TaskId; title: string; body: string }
  | { kind: 'rewrite-issue'; task: TaskId; number: number; body: string }
  | { kind: 'close-issue'; task: TaskId; number: number; why: string }

export interface Decision {
  findings: { task: TaskId; finding: Finding }[]
  /** In the order they are to be done: a workflow is switched on before it is started. */
  actions: Action[]
}

/** What there is to do. Deciding twice on the same sight gives the same; doing it twice does no harm. */
export function decide(sight: Sight): Decision {
  const findings = sight.tasks.map((task) => ({ task: task.id, finding: findingOf(task, sight) }))
  const due = findings.filter(({ finding }) => finding.kind === 'due')
  return {
    findings,
    actions: [
      ...revivals(sight),
      ...due.map(({ task }): Action => ({ kind: 'dispatch', task })),
      ...sight.tasks.flatMap((task) => issueActions(task, sight)),
    ],
  }
}

function findingOf(task: TaskSeen, { now, config, ledger }: Sight): Finding {
  const standing = standingOf(config.tasks[task.id], ledger, now)
  if (standing.kind === 'off') return { kind: 'off', at: null }
  if (task.workflow === null) return { kind: 'no-workflow', at: null }
  // Switched off by a person, or in a fork that nobody switched on: that is theirs to undo.
  if (task.workflow !== 'active' && task.workflow !== 'disabled_inactivity') return { kind: 'switched-off', at: null }
  if (!standing.due) return { kind: standing.why, at: standing.next }
  if (task.runs === null) return { kind: 'unknown', at: null }
  const next = nextSlot(config.tasks[task.id].schedule, now)
  const since = task.runs.filter(({ started }) => !isBefore(started, standing.slot))
  // It had nothing to do: that leaves no entry in the ledger.
  if (since.some(({ conclusion }) => conclusion === 'success')) return { kind: 'has-run', at: next }
  const waiting = task.runs.some(
    ({ status, started }) => status !== 'completed' && !isBefore(started, now.subtract(LONGEST_WAIT)),
  )
  if (waiting) return { kind: 'under-way', at: next }
  const failures = since.filter(isFailure)
  const again = failures[0]?.started.add(BETWEEN_LATER_TRIES)
  if (failures.length >= EAGER_TRIES && again !== undefined && isBefore(now, again))
    return { kind: 'failed-too-often', at: again }
  return { kind: 'due', at: standing.slot }
}

/**
 * Workflows that GitHub switched off for inactivity are switched on again, tasks that are off in config too: their button
 * must work. The clock cannot be woken to switch itself on, so where the repository is quiet all are kept from that: to
 * enable a workflow that is enabled counts as activity, by experience if not by GitHub's documentation.
 */
function revivals({ now, repository, tasks, clock }: Sight): Action[] {
  const quiet = repository.pushed === null || isBefore(repository.pushed, now.subtract(QUIET))
  const workflows = [
    { file: CLOCK, state: clock },
    ...tasks.map(({ id, workflow }) => ({ file: `${id}.yml`, state: workflow })),
  ]
  return workflows.flatMap(({ file, state }): Action[] => {
    if (state === 'disabled_inactivity') return [{ kind: 'enable', file }]
    return state === 'active' && quiet ? [{ kind: 'keep-alive', file }] : []
  })
}

function issueActions({ id: task, runs }: TaskSeen, { config, repository, issues }: Sight): Action[] {
  if (issues === null) return []
  const mark = issueMark(task)
  // Two clocks at once may have opened two; the older one counts.
  const [issue, ...surplus] = issues
    .filter(({ body, trusted }) => trusted && body.includes(mark))
    .sort((a, b) => a.number - b.number)
  const close = (number: number, why: string): Action => ({ kind: 'close-issue', task, number, why })
  const text = issueText(config, repository)
  const closed = surplus.map(({ number }) => close(number, text.surplus(issue!.number)))
  if (!config.tasks[task].enabled) return [...(issue ? [close(issue.number, text.off(task))] : []), ...closed]
  if (runs === null) return closed
  const failures = failuresOf(runs)
  if (issue === undefined) {
    if (!repository.hasIssues || !failures.persistent) return []
    return [{ kind: 'open-issue', task, ...failureIssueOf(task, failures, config, repository) }]
  }
  if (failures.recovered !== null) return [close(issue.number, text.recovered(task, failures.recovered)), ...closed]
  // Its runs may have been deleted: what the issue says is then the only record.
  if (failures.streak.length === 0) return closed
  const { body } = failureIssueOf(task, failures, config, repository)
  const same = issue.body.replaceAll('\r\n', '\n').trim() === body.trim()
  return [...(same ? [] : [{ kind: 'rewrite-issue' as const, task, number: issue.number, body }]), ...closed]
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
