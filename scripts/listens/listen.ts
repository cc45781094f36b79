import { z } from 'zod'
import type { Problem } from '../ground/schema-problems.ts'
import { monthAfter, monthStart } from './month.ts'

/** One listen of `data/listens/YYYY-MM.json`. */
const listenSchema = z.looseObject({
  /** Unix time in seconds. */
  timestamp: z.int().min(0),
  artists: z.array(z.string()),
  album: z.string().nullish(),
  track: z.string(),
  source: z.string().nullish(),
  loved: z.boolean().nullish(),
})

export type Listen = z.infer<typeof listenSchema>

/** One UTC month of listens, sorted by time. */
export const listenMonthSchema = z.looseObject({ version: z.literal(1), listens: z.array(listenSchema) })

export type ListenMonth = z.infer<typeof listenMonthSchema>

/**
 * What a month's file must hold beyond its schema, because windows rely on it: listens of that UTC month alone, in the
 * order of their times. Of several mistakes the first is told.
 */
export function misplacedListens(month: string, { listens }: ListenMonth): Problem[] {
  const [from, to] = [monthStart(month), monthStart(monthAfter(month))]
  let before = from
  for (const [index, { timestamp }] of listens.entries()) {
    const path = ['listens', index, 'timestamp']
    const time = `${timestamp} (${new Date(timestamp * 1000).toISOString().slice(0, 19)}Z)`
    if (timestamp < from || timestamp >= to) return [{ path, says: `${time} is not a time of ${month} (UTC).` }]
    if (timestamp < before) return [{ path, says: `${time} is earlier than the listen before it; sort them by time.` }]
    before = timestamp
  }
  return []
}
