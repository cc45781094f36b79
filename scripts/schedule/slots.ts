import { Temporal } from 'temporal-polyfill'
import type { Schedule } from './schedule.ts'

/**
 * Slots are numbered from one fixed local date, so that "every 3 weeks" is known without a memory. It is a Monday, so
 * that weeks count from Monday to Sunday, and the first of a month.
 */
const ORIGIN = Temporal.PlainDateTime.from('2024-01-01T00:00')

/** Unlike instants, wall times are evenly spaced; months are the exception and are counted apart. */
const MINUTES = { hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const

/** The last slot that is not after `now`. */
export function latestSlot(schedule: Schedule, now: Temporal.Instant): Temporal.Instant {
  return slotAt(schedule, latestNumber(schedule, now))
}

/** The first slot that is after `now`. */
export function nextSlot(schedule: Schedule, now: Temporal.Instant): Temporal.Instant {
  return slotAt(schedule, latestNumber(schedule, now) + 1)
}

/**
 * The highest number of a slot that is not after `now`. The wall clock gives it at once, except while it repeats an
 * hour: then it shows less than it has already reached, and the slots of that hour are passed one by one.
 */
function latestNumber(schedule: Schedule, now: Temporal.Instant): number {
  let number = numberByWall(schedule, now.toZonedDateTimeISO(schedule.timezone).toPlainDateTime())
  while (Temporal.Instant.compare(slotAt(schedule, number + 1), now) <= 0) number++
  return number
}

function slotAt(schedule: Schedule, number: number): Temporal.Instant {
  return firstReached(wallTimeOf(schedule, number), schedule.timezone)
}

/**
 * The first instant at which the clock on the wall shows `wall` or more. That one rule settles daylight saving: a time
 * that is skipped moves to the moment right after the gap (02:30 becomes 03:00, as GitHub's scheduler has it), and of a
 * time that is repeated the earlier counts. It also keeps slots in the order of their numbers. Numbers that share an
 * instant (02:00 and 03:00 of an hourly grid when 02:00 is skipped) are one slot: searches by instant see it once.
 */
function firstReached(wall: Temporal.PlainDateTime, timezone: string): Temporal.Instant {
  const zoned = wall.toZonedDateTime(timezone, { disambiguation: 'earlier' })
  if (zoned.toPlainDateTime().equals(wall)) return zoned.toInstant()
  // In a gap, 'earlier' goes back by the gap's length: the next transition is the gap itself.
  return zoned.getTimeZoneTransition('next')!.toInstant()
}

function wallTimeOf(schedule: Schedule, number: number): Temporal.PlainDateTime {
  const { unit, frequency, time, monthday } = schedule
  if (unit !== 'month') return anchorOf(schedule).add({ minutes: number * frequency * MINUTES[unit] })
  const month = ORIGIN.add({ months: number * frequency })
  return month.with({ day: monthday, ...time }, { overflow: 'constrain' })
}

/** The highest number whose wall time is not after `wall`. */
function numberByWall(schedule: Schedule, wall: Temporal.PlainDateTime): number {
  const { unit, frequency } = schedule
  if (unit !== 'month') {
    const { minutes } = anchorOf(schedule).until(wall, {
      largestUnit: 'minute',
      smallestUnit: 'minute',
      roundingMode: 'floor',
    })
    return Math.floor(minutes / (frequency * MINUTES[unit]))
  }
  const months = (wall.year - ORIGIN.year) * 12 + (wall.month - ORIGIN.month)
  const number = Math.floor(months / frequency)
  return Temporal.PlainDateTime.compare(wallTimeOf(schedule, number), wall) <= 0 ? number : number - 1
}

/** The wall time that number 0 has. */
function anchorOf({ unit, time, weekday }: Schedule): Temporal.PlainDateTime {
  return ORIGIN.add({ days: unit === 'week' ? weekday - 1 : 0 }).with(time)
}
