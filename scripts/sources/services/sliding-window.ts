/** Turns of a service that counts the requests of the last while, as Discogs does, instead of asking for pauses. */
export interface SlidingWindow {
  /** Waits until a request may be made, and counts it. */
  turn(): Promise<void>
  /** How long `turn` would wait now, in ms. */
  waitMs(): number
  /** What the service says with an answer: how many requests a window allows, and how many it counts in this one. */
  learn(limit: number, used: number): void
}

export interface SlidingWindowOptions {
  /** Requests a window allows, until the service says otherwise. */
  limit: number
  /** Length of a window in ms. */
  windowMs: number
  /** Milliseconds that only ever grow. */
  clock: () => number
  /** Pauses, in ms. */
  sleep: (ms: number) => Promise<unknown>
}

/** A window for requests that are made one after the other: `learn` belongs to the turn before it. */
export function slidingWindow({ windowMs, clock, sleep, ...start }: SlidingWindowOptions): SlidingWindow {
  let { limit } = start
  /** When each request that counts was made, the oldest first. */
  let made: number[] = []

  function waitMs(): number {
    const now = clock()
    made = made.filter((time) => time + windowMs > now)
    const mustLeave = made[made.length - limit]
    return mustLeave === undefined ? 0 : mustLeave + windowMs - now
  }

  return {
    waitMs,
    async turn() {
      const wait = waitMs()
      if (wait > 0) await sleep(Math.ceil(wait))
      made.push(clock())
    },
    learn(allowed, used) {
      limit = Math.max(1, allowed)
      const now = clock()
      // The service counted the request when it arrived, which is not later than its answer.
      const own = [...made.slice(0, -1), now]
      // Requests of others from the same address count too. When they were made is not known: taken for just now.
      const others = Array<number>(Math.min(limit, Math.max(0, used - own.length))).fill(now)
      made = [...own.slice(Math.max(0, own.length - used)), ...others]
    },
  }
}
