import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../../scripts/schedule/schedule.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const ORIGIN = Date.UTC(2024, 0, 1)

/**
 * The slots around `now`, found the long way: every local date of the neighbourhood is asked whether it has slots, and
 * each wall time is turned into an instant by trying offsets, or in a gap minute by minute. Nanoseconds, ascending.
 */
export function slotsAround(schedule: Schedule, now: Temporal.Instant): bigint[] {
  const today = Math.floor(now.epochMilliseconds / DAY)
  const reach = { hour: 2, day: 1, week: 7, month: 31 }[schedule.unit] * schedule.frequency + 3
  const instants = new Set<number>()
  for (let day = today - reach; day <= today + reach; day++)
    for (const minute of minutesOfDay(schedule, day))
      instants.add(instantOf(day * DAY + minute * MINUTE, schedule.timezone))
  return [...instants].sort((a, b) => a - b).map((ms) => BigInt(ms) * 1_000_000n)
}

/** Minutes after local midnight at which this local date (days since 1970) has slots. */
function minutesOfDay({ unit, frequency, time, weekday, monthday }: Schedule, day: number): number[] {
  const date = new Date(day * DAY)
  const sinceOrigin = day - ORIGIN / DAY
  const at = [time.hour * 60 + time.minute]
  switch (unit) {
    case 'hour':
      return Array.from({ length: 24 }, (_, hour) => hour)
        .filter((hour) => (hour - time.hour) % frequency === 0)
        .map((hour) => hour * 60 + time.minute)
    case 'day':
      return sinceOrigin % frequency === 0 ? at : []
    case 'week': {
      const monday = sinceOrigin - ((date.getUTCDay() + 6) % 7)
      return date.getUTCDay() === weekday % 7 && (monday / 7) % frequency === 0 ? at : []
    }
    case 'month': {
      const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
      const month = (date.getUTCFullYear() - 2024) * 12 + date.getUTCMonth()
      return date.getUTCDate() === Math.min(monthday, lastDay) && month % frequency === 0 ? at : []
    }
  }
}

/** Wall times are milliseconds as if the wall were in UTC. */
function wallAt(ms: number, timezone: string): number {
  return ms + offsetAt(ms, timezone)
}

function offsetAt(ms: number, timezone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timezone).offsetNanoseconds / 1_000_000
}

function instantOf(wall: number, timezone: string): number {
  const offsets = [offsetAt(wall - 26 * 60 * MINUTE, timezone), offsetAt(wall + 26 * 60 * MINUTE, timezone)]
  const shown = offsets.map((offset) => wall - offset).filter((ms) => wallAt(ms, timezone) === wall)
  if (shown.length > 0) return Math.min(...shown)
  for (let ms = wall - 26 * 60 * MINUTE; ; ms += MINUTE) if (wallAt(ms, timezone) > wall) return ms
}
