import { Temporal } from 'temporal-polyfill'
import type { Config, TaskConfig } from '../config/config.ts'
import type { LastRun, Ledger } from './ledger.ts'
import { failingOf, ledgerBegan, servedSlot, standingOf } from './standing.ts'
import { nextSlot } from '../schedule/slots.ts'
import { TASK_IDS, type TaskId } from '../config/catalog.ts'

/** What GitHub knows of a task's workflow. */
export interface WorkflowStatus {
  /** `active`, `disabled_inactivity`, `disabled_manually` …; null where there is no such workflow. */
  state: string | null
  /** The newest run; null before the first. */
  lastRun: WorkflowRun | null
  /** When the newest successful run started; null where none is known. */
  lastSuccess: Temporal.Instant | null
}

export interface WorkflowRun {
  /** `success`, `failure`, `cancelled` …; null while it is running. */
  conclusion: string | null
  /** Address of its page. */
  url: string
}

/** Where a task stands, with what GitHub knows of it. `since` is the first slot that has not been served. */
export type JobStanding =
  | { kind: 'disabled' }
  /** The latest slot has been served, or none has come since the ledger began. */
  | { kind: 'on-time' }
  | { kind: 'due'; since: Temporal.Instant; overdue: boolean }
  /** Its last runs failed, so often in a row. */
  | { kind: 'failing'; tries: number; since: Temporal.Instant }
  /** No result since that slot, of a task that leaves none when it finds nothing to do. */
  | { kind: 'silent'; since: Temporal.Instant }

/** One task as people and programs see it. */
export interface Job {
  id: TaskId
  standing: JobStanding
  /** Null for a task that does not run by itself. */
  next: Temporal.Instant | null
  /** The last run that the ledger knows. */
  last: { started: Temporal.Instant; result: LastRun['result'] } | null
  /** Null where GitHub was not asked. */
  workflow: WorkflowStatus | null
}

/**
 * How long a slot may wait before it is called overdue. The task's own wake-up comes within half an hour, the clock's
 * within three hours, and GitHub starts both late.
 */
export const PATIENCE = Temporal.Duration.from({ hours: 4 })

/** The tasks that write something in every run; of the others the ledger alone cannot say that they did not run. */
const LEAVES_A_RESULT: ReadonlySet<TaskId> = new Set([
  'generate_haiku_scheduled',
  'export_collection_markdown',
  'export_collection_json',
])

/** Every task that config knows, in the order of the catalogue. */
export function jobsOf(
  config: Config,
  ledger: Ledger,
  now: Temporal.Instant,
  workflows: ReadonlyMap<TaskId, WorkflowStatus> | null = null,
): Job[] {
  return TASK_IDS.map((id) => {
    const task = config.tasks[id]
    const run = ledger.tasks[id]
    const workflow = workflows?.get(id) ?? null
    return {
      id,
      standing: jobStanding(task, ledger, now, workflow),
      next: task.enabled ? nextSlot(task.schedule, now) : null,
      last: run === undefined ? null : { started: Temporal.Instant.from(run.started), result: run.result },
      workflow,
    }
  })
}

export function isEnabled({ standing }: Job): boolean {
  return standing.kind !== 'disabled'
}

function jobStanding(
  task: TaskConfig,
  ledger: Ledger,
  now: Temporal.Instant,
  workflow: WorkflowStatus | null,
): JobStanding {
  const standing = standingOf(task, ledger, now)
  if (standing.kind === 'off') return { kind: 'disabled' }
  const failing = failingOf(task.id, ledger)
  if (failing !== null && !succeededSince(workflow, failing.last))
    return { kind: 'failing', tries: failing.tries, since: Temporal.Instant.from(ledger.tasks[task.id]!.slot) }
  if (!standing.due || succeededSince(workflow, standing.slot)) return { kind: 'on-time' }
  const began = ledgerBegan(ledger)
  const known = latest(servedSlot(task.id, ledger), began?.subtract({ nanoseconds: 1 }) ?? null)
  const since = known === null ? standing.slot : nextSlot(task.schedule, known)
  if (!LEAVES_A_RESULT.has(task.id) && workflow === null) return { kind: 'silent', since }
  // Where it is not known when the ledger began, the slot may be older than the repository.
  return { kind: 'due', since, overdue: known !== null && Temporal.Instant.compare(since.add(PATIENCE), now) < 0 }
}

/** A run that found nothing to do leaves no trace in the ledger, but a successful run on GitHub. */
function succeededSince(workflow: WorkflowStatus | null, slot: Temporal.Instant): boolean {
  return workflow?.lastSuccess != null && Temporal.Instant.compare(workflow.lastSuccess, slot) >= 0
}

function latest(a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null {
  if (a === null || b === null) return a ?? b
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}
