import type { Temporal } from 'temporal-polyfill'

/** The time in a file's name, on the zone's clock: `20260131-060015`. */
export function fileStamp(instant: Temporal.Instant, timezone: string): string {
  const { date, time } = fields(instant, timezone)
  return `${date.join('')}-${time.join('')}`
}

/** The time in a file's heading, on the zone's clock: `31/01/2026 06:00:15`. */
export function humanTime(instant: Temporal.Instant, timezone: string): string {
  const { date, time } = fields(instant, timezone)
  return `${date.reverse().join('/')} ${time.join(':')}`
}

/** A time to the minute, on the zone's clock: `31/01/2026 06:00`. */
export function humanMinute(instant: Temporal.Instant, timezone: string): string {
  return humanTime(instant, timezone).slice(0, -':15'.length)
}

/** A day, on the zone's calendar: `31/01/2026`. */
export function humanDay(instant: Temporal.Instant, timezone: string): string {
  return fields(instant, timezone).date.reverse().join('/')
}

/**
 * The zone's clock with six fractional digits and no offset, as Python's `datetime.isoformat()` writes a naive time:
 * `2026-01-31T10:00:15.123456`. Digits beyond the sixth are cut off.
 */
export function isoMicro(instant: Temporal.Instant, timezone: string): string {
  return instant.toZonedDateTimeISO(timezone).toPlainDateTime().toString({ fractionalSecondDigits: 6 })
}

/** The zone's clock with its offset, to the second: `2026-02-01T06:00:00+00:00`. Fractions are cut off. */
export function isoOffset(instant: Temporal.Instant, timezone: string): string {
  return instant.toZonedDateTimeISO(timezone).toString({ timeZoneName: 'never', fractionalSecondDigits: 0 })
}

function fields(instant: Temporal.Instant, timezone: string): { date: string[]; time: string[] } {
  const [date, time] = instant
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .toString({ fractionalSecondDigits: 0 })
    .split('T')
  return { date: date!.split('-'), time: time!.split(':') }
}
