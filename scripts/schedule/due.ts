import { Temporal } from 'temporal-polyfill'
import type { Schedule } from './schedule.ts'
import { latestSlot, nextSlot } from './slots.ts'

interface Question {
  schedule: Schedule
  now: Temporal.Instant
  /** The slot of the task's ledger entry; null where it has none. */
  served: Temporal.Instant | null
  /** When the ledger began; null where it is unknown, and then every slot counts. */
  since: Temporal.Instant | null
}

/** `slot` is always the latest one at `now`; `next` is the first one after it. */
export type Due =
  | { due: true; slot: Temporal.Instant }
  | { due: false; slot: Temporal.Instant; why: 'served' | 'before-ledger'; next: Temporal.Instant }

/**
 * Whether a task has a slot to serve. It has if its ledger entry is for an earlier slot than the latest one and that slot
 * is not older than the ledger. An entry for a later slot (the schedule was edited, a clock was wrong) counts as served:
 * running too rarely for once is better than running twice.
 */
export function isDue({ schedule, now, served, since }: Question): Due {
  const slot = latestSlot(schedule, now)
  if (served !== null && Temporal.Instant.compare(served, slot) >= 0)
    return { due: false, slot, why: 'served', next: nextSlot(schedule, now) }
  if (since !== null && Temporal.Instant.compare(slot, since) < 0)
    return { due: false, slot, why: 'before-ledger', next: nextSlot(schedule, now) }
  return { due: true, slot }
}
