import { z } from 'zod'
import { albumSchema, copyFactsSchema } from './album.ts'
import type { IncomingAlbum } from './incoming.ts'

export const REVIEW_FILE = 'data/review.json'

/** Why it could not be told whether a record is of an album that is there already. */
const DOUBTS = ['artists', 'spelling', 'years', 'self-titled', 'no-artist', 'link'] as const
export type Doubt = (typeof DOUBTS)[number]

const record = z.looseObject({
  key: z.string().min(1).nullable(),
  facts: albumSchema.partial().required({ title: true }),
  isPressingYear: z.boolean().optional(),
  copy: copyFactsSchema.nullable(),
})

/** A record that waits for a person's word. */
const unsureSchema = z.looseObject({
  /** What the copy will be called once it is in the collection. */
  ref: z.string().min(1),
  source: z.string(),
  why: z.enum(DOUBTS),
  /** The albums it may be a copy of. */
  perhaps: z.array(
    z.looseObject({ id: z.int(), title: z.string(), artists: z.array(z.string()), year: z.int().nullable() }),
  ),
  /** What a person says: `new`, `skip`, or the id of the album it is a copy of; null until then. */
  decision: z.custom<string | number | null>(isDecision, 'null, "new", "skip", or the id of an album'),
  record,
})

/** A number may stand in quotes. */
function isDecision(value: unknown): boolean {
  if (value === null) return true
  return (typeof value === 'string' || typeof value === 'number') && /^(?:new|skip|[1-9]\d*)$/u.test(String(value))
}

export const reviewSchema = z.looseObject({
  version: z.literal(1),
  unsure: z.array(unsureSchema),
  /** References of records that are to stay out although their list has them: an album somebody took out by hand. */
  skip: z.array(z.string()).nullish(),
})

/** `data/review.json`: what an import would not guess. */
export type Review = z.infer<typeof reviewSchema>

/** One of its entries. */
export interface Unsure {
  ref: string
  source: string
  why: Doubt
  perhaps: readonly { id: number; title: string; artists: readonly string[]; year: number | null }[]
  /** A number may stand in quotes. */
  decision: string | number | null
  record: IncomingAlbum
}

export function emptyReview(): Review {
  return { version: 1, unsure: [] }
}
