import { Temporal } from 'temporal-polyfill'
import { parseConfig, type Config } from '../../scripts/config/config.ts'
import type { Run } from '../../scripts/repository/github/actions.ts'
import { seededRandom } from '../../scripts/ground/random.ts'
import { latestSlot, nextSlot } from '../../scripts/schedule/slots.ts'
import { TASK_IDS, type TaskId } from '../../scripts/config/catalog.ts'
import { decide } from '../../scripts/commands/wake/decide.ts'
import type { House } from './houses.ts'
import { wakeUpsOf, type Weather } from './wake-ups.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export interface Year {
  from: string
  days: number
  /** The configuration the cron lines were written from. */
  config: object
  /** Another configuration, committed at some time without touching the cron lines. */
  change?: { at: string; config: object }
  clock: boolean
  weather: Weather
  seed: number
  /** The tasks that are looked at; all where nothing is said. */
  tasks?: readonly TaskId[]
}

export interface Executions {
  /** Per task the slots of the span, in milliseconds. */
  slots: Map<TaskId, number[]>
  /** Per task the slot of each execution, in order. */
  executed: Map<TaskId, number[]>
}

/**
 * Lives through a span of days: every wake-up that the cron lines cause goes to the house with the slot rule, as the
 * workflows do it, and the clock decides as it does in its workflow.
 */
export async function live(year: Year, house: House): Promise<Executions> {
  const { from, days, config, change, clock, weather, seed, tasks = TASK_IDS } = year
  const start = Temporal.Instant.from(from).epochMilliseconds
  const end = start + days * 24 * HOUR
  let current = parseConfig(JSON.stringify(config))
  await house.commit(config)
  const executed = new Map<TaskId, number[]>(tasks.map((id) => [id, []]))
  const runs = new Map<TaskId, Run[]>()

  async function wake(id: TaskId, at: number): Promise<void> {
    const now = Temporal.Instant.fromEpochMilliseconds(at)
    if (await house.run(id, now)) executed.get(id)!.push(slotAt(current, id, now))
    runs.set(id, [runAt(now), ...(runs.get(id) ?? [])].slice(0, 10))
  }

  async function look(at: number): Promise<void> {
    const now = Temporal.Instant.fromEpochMilliseconds(at)
    const { actions } = decide({
      now,
      config: current,
      ledger: await house.ledger(),
      repository: { defaultBranch: 'main', url: '', hasIssues: true, pushed: now },
      tasks: tasks.map((id) => ({ id, workflow: 'active', runs: runs.get(id) ?? [] })),
      clock: 'active',
      issues: [],
    })
    for (const action of actions) if (action.kind === 'dispatch') await wake(action.task, at + MINUTE)
  }

  const changeAt = change === undefined ? Infinity : Temporal.Instant.from(change.at).epochMilliseconds
  let isChanged = false
  const span = { start, end, clock, weather, random: seededRandom(seed), tasks }
  for (const { at, who } of await wakeUpsOf(current, span)) {
    if (change !== undefined && !isChanged && at >= changeAt) {
      isChanged = true
      current = parseConfig(JSON.stringify(change.config))
      await house.commit(change.config)
    }
    await (who === 'clock' ? look(at) : wake(who, at))
  }
  const after = change === undefined ? start : changeAt
  return { slots: new Map(tasks.map((id) => [id, slotsOf(current, id, after, end)])), executed }
}

function slotAt(config: Config, id: TaskId, now: Temporal.Instant): number {
  return latestSlot(config.tasks[id].schedule, now).epochMilliseconds
}

/** The slots of a span that a task has to serve: those whose successor lies in the span as well. */
function slotsOf(config: Config, id: TaskId, start: number, end: number): number[] {
  const { enabled, schedule } = config.tasks[id]
  const slots: number[] = []
  if (!enabled) return slots
  let slot = nextSlot(schedule, Temporal.Instant.fromEpochMilliseconds(start - 1))
  for (;;) {
    const next = nextSlot(schedule, slot)
    if (next.epochMilliseconds > end) return slots
    slots.push(slot.epochMilliseconds)
    slot = next
  }
}

function runAt(now: Temporal.Instant): Run {
  return { status: 'completed', conclusion: 'success', event: 'schedule', created: now, started: now } as Run
}
