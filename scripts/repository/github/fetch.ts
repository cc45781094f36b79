import { setTimeout as sleep } from 'node:timers/promises'
import { fetchOnHost, inMemory, networkCode } from '../../ground/http.ts'
import { unreachable } from './errors.ts'

export interface FetchLimits {
  /** Longest one try may take, from the connection to the last byte of the body, in ms. */
  timeoutMs: number
  /** How often a GET is repeated after a 5xx or a broken connection. Nothing else is: it may have been done. */
  retries: number
  /** Pause before the first repetition in ms, doubled each time. */
  backoffMs: number
}

const LIMITS: FetchLimits = { timeoutMs: 10_000, retries: 2, backoffMs: 500 }

/**
 * `fetch` with time limits and bounded repetition, for Octokit to ask through. The body is read here, so that a connection
 * that breaks or stalls in the middle of it counts as one that failed.
 */
export function boundedFetch(limits: Partial<FetchLimits> = {}): typeof fetch {
  const { timeoutMs, retries, backoffMs } = { ...LIMITS, ...limits }
  return async (input, init) => {
    const { host } = new URL(input instanceof Request ? input.url : input)
    const attempts = (init?.method ?? 'GET').toUpperCase() === 'GET' ? 1 + retries : 1
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= attempts
      try {
        const response = await fetchOnHost(input, { ...init, signal: AbortSignal.timeout(timeoutMs) })
        const whole = await inMemory(response, response.headers)
        if (whole !== null && (last || whole.status < 500)) return whole
      } catch (error) {
        if (last) throw unreachable(host, reasonOf(error, timeoutMs))
      }
      await sleep(backoffMs * 2 ** (attempt - 1))
    }
  }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`
  return networkCode(error) ?? 'connection lost'
}
