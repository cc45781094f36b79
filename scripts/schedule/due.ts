import { Temporal } from 'temporal-polyfill'
import type { Schedule } from './schedule.ts'
import { latestSlot, nextSlot } from './slots.ts'

/** A slot that failed this often is tried once in a while only: each try costs a minute, and perhaps a mail. */
const EAGER_TRIES = 3
const BETWEEN_LATER_TRIES = Temporal.Duration.from({ hours: 24 })

/** How often a task has failed in a row, and when it did so last. */
export interface Failing {
  tries: number
  last: Temporal.Instant
}

interface Question {
  schedule: Schedule
  now: Temporal.Instant
  /** The slot of the task's ledger entry; null where it has none. */
  served: Temporal.Instant | null
  /** When the ledger began; null where it is unknown, and then every slot counts. */
  since: Temporal.Instant | null
  /** Null where its last run did not fail. */
  failing?: Failing | null
}

/** `slot` is always the latest one at `now`; `next` is the first one after it, or when a failing task is tried again. */
export type Due =
  | { due: true; slot: Temporal.Instant }
  | { due: false; slot: Temporal.Instant; why: 'served' | 'before-ledger' | 'failed-too-often'; next: Temporal.Instant }

/**
 * Whether a task has a slot to serve. It has if its ledger entry is for an earlier slot than the latest one and that slot
 * is not older than the ledger. An entry for a later slot (the schedule was edited, a clock was wrong) counts as served:
 * running too rarely for once is better than running twice. A task that fails is due at each arrival three times in a row,
 * then once a day.
 */
export function isDue({ schedule, now, served, since, failing = null }: Question): Due {
  const slot = latestSlot(schedule, now)
  if (served !== null && Temporal.Instant.compare(served, slot) >= 0)
    return { due: false, slot, why: 'served', next: nextSlot(schedule, now) }
  if (since !== null && Temporal.Instant.compare(slot, since) < 0)
    return { due: false, slot, why: 'before-ledger', next: nextSlot(schedule, now) }
  const again = failing === null || failing.tries < EAGER_TRIES ? null : failing.last.add(BETWEEN_LATER_TRIES)
  if (again !== null && Temporal.Instant.compare(now, again) < 0)
    return { due: false, slot, why: 'failed-too-often', next: again }
  return { due: true, slot }
}
