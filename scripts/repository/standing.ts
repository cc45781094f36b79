import { Temporal } from 'temporal-polyfill'
import type { TaskConfig } from '../config/config.ts'
import { isDue, type Due, type Failing } from '../schedule/due.ts'
import type { Ledger } from './ledger.ts'

/** Where a task stands with its slots, by its configuration and the ledger: the one place that says so. */
export type Standing = { kind: 'off' } | ({ kind: 'on' } & Due)

export function standingOf({ id, enabled, schedule }: TaskConfig, ledger: Ledger, now: Temporal.Instant): Standing {
  if (!enabled) return { kind: 'off' }
  return {
    kind: 'on',
    ...isDue({
      schedule,
      now,
      served: servedSlot(id, ledger),
      since: ledgerBegan(ledger),
      failing: failingOf(id, ledger),
    }),
  }
}

/** The slot a task has served last; null where it has served none. */
export function servedSlot(task: string, ledger: Ledger): Temporal.Instant | null {
  const last = ledger.tasks[task]
  // A failed run tried its slot and did not serve it; what was served before it is older than that.
  return last === undefined || last.result === 'failed' ? null : Temporal.Instant.from(last.slot)
}

/** How a task's latest runs failed; null where the last one did not. */
export function failingOf(task: string, ledger: Ledger): Failing | null {
  const last = ledger.tasks[task]
  if (last?.result !== 'failed') return null
  return { tries: last.tries ?? 1, last: Temporal.Instant.from(last.started) }
}

/** When the ledger began; null where it is not known. */
export function ledgerBegan(ledger: Ledger): Temporal.Instant | null {
  return instant(ledger.since)
}

function instant(text: string | null | undefined): Temporal.Instant | null {
  return text == null ? null : Temporal.Instant.from(text)
}
