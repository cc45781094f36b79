import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { artistsOf, type Album } from './album.ts'

const LOOKUP_RESULTS = ['partial', 'not-found', 'ambiguous', 'failed', 'no-facts', 'rejected'] as const

/**
 * An attempt to learn something of an album that did not bring all it should have, so that the others have their turn
 * before it is tried again. Kept apart from the person's own collection file.
 */
const lookupSchema = z.looseObject({
  /** Id of the album. */
  album: z.int().min(1),
  /** Id of the task that tried. */
  task: z.string(),
  /** What was looked for; where the album is called otherwise now, the attempt does not count any more. */
  subject: z.string(),
  tried: z.iso.datetime({ offset: true, error: 'a time like "2026-01-31T02:00:15Z"' }),
  result: z.enum(LOOKUP_RESULTS),
  /** Attempts in a row that brought nothing new. */
  misses: z.int().min(1),
  /** The services that gave an answer. */
  asked: z.array(z.string()),
})

export type Lookup = z.infer<typeof lookupSchema>

export const lookupsSchema = z.looseObject({ version: z.literal(1), lookups: z.array(lookupSchema) })

/** An album as attempts call it. */
export function subjectOf(album: Album): string {
  return [artistsOf(album).join(', '), album.title].filter((part) => part !== '').join(' – ')
}

/** After a failure of a service: long enough that a second run right after finds nothing to do. */
const AFTER_FAILURE = 1
/** Otherwise a week, doubled with every miss; half a day less, because no run starts at the same minute as another. */
const FIRST_WAIT = 7 * 24
const LONGEST_WAIT = 90 * 24
const LEEWAY = 12

/** When an album is worth another attempt. */
function nextTry(lookup: Lookup): Temporal.Instant {
  const hours =
    lookup.result === 'failed'
      ? AFTER_FAILURE
      : Math.min(FIRST_WAIT * 2 ** Math.min(lookup.misses - 1, 10), LONGEST_WAIT) - LEEWAY
  return Temporal.Instant.from(lookup.tried).add({ hours })
}

/**
 * When an album is to be tried: null where it is not waiting. An album that was called otherwise at the time is not, nor
 * is one of which a source that can be asked now did not know then.
 */
export function waitsUntil(
  lookup: Lookup | undefined,
  album: Album,
  sources: readonly string[],
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (lookup === undefined || lookup.subject !== subjectOf(album)) return null
  const hasNewSource = sources.some((source) => !lookup.asked.includes(source))
  const until = hasNewSource ? Temporal.Instant.from(lookup.tried).add({ hours: AFTER_FAILURE }) : nextTry(lookup)
  return Temporal.Instant.compare(now, until) < 0 ? until : null
}
