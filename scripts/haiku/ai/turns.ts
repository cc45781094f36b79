/** Runs what it is given, at most `places` at the same time, in the order of arrival. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

export function createTurns(places: number): Turns {
  let free = places
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // The place is handed over, not freed, so that nobody arrives in between.
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    }
  }
}
