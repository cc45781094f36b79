import type { Temporal } from 'temporal-polyfill'

/** What is the matter with a task. `at`: the slot it has to serve, its next one, or when it is tried again. */
export type Finding =
  | { kind: 'due' | 'served' | 'before-ledger' | 'has-run' | 'under-way' | 'failed-too-often'; at: Temporal.Instant }
  | { kind: 'off' | 'no-workflow' | 'switched-off' | 'unknown'; at: null }
