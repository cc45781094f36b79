import { z } from 'zod'

/** One listen of `data/listens/YYYY-MM.json`. */
export const listenSchema = z.looseObject({
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
