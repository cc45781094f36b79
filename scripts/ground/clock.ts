import { Temporal } from 'temporal-polyfill'

/** The current time; the one place where the machine's clock is read. */
export function systemNow(): Temporal.Instant {
  return Temporal.Now.instant()
}

/** Milliseconds that only ever grow, for durations. */
export function monotonic(): number {
  return performance.now()
}
