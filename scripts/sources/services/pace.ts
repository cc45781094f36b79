import { setTimeout as sleep } from 'node:timers/promises'
import { monotonic } from '../../ground/clock.ts'

/** Lets its callers go on one after the other, no two of them within `intervalMs`. */
export function pace(intervalMs: number): () => Promise<void> {
  let next = 0
  return async () => {
    const now = monotonic()
    const turn = Math.max(now, next)
    next = turn + intervalMs
    if (turn > now) await sleep(turn - now)
  }
}
