import { Temporal } from 'temporal-polyfill'
import { UsageError } from './errors.ts'

/** A time as a person gives it; one without a zone is of the configured zone. */
export type GivenTime = Temporal.Instant | Temporal.PlainDateTime

/** Reads the value of `--now`. @throws UsageError */
export function timeArgument(text: string): GivenTime {
  try {
    return /(?:Z|[+-]\d{2}:?\d{2})(?:\[.*\])?$/i.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text)
  } catch (cause) {
    throw new UsageError(`--now: “${text}” stands there. Possible: a time such as 2026-01-31T06:00:15Z.`, { cause })
  }
}

/** The instant that a given time means in `timezone`. */
export function instantOf(time: GivenTime, timezone: string): Temporal.Instant {
  return time instanceof Temporal.Instant ? time : time.toZonedDateTime(timezone).toInstant()
}
