import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../../scripts/schedule/schedule.ts'

export const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe', // half an hour of daylight saving
  'Asia/Kolkata',
  'Pacific/Apia', // had no 30 December 2011
  'America/St_Johns', // changed at 00:01
  'Africa/Casablanca', // leaves daylight saving for Ramadan
  'America/Sao_Paulo', // skipped midnight
  'Antarctica/Troll', // two hours of daylight saving
  'Pacific/Chatham',
  'Africa/Cairo',
] as const

const time = fc.record({
  hour: fc.oneof(fc.nat(23), fc.constantFrom(0, 1, 2, 3, 23)),
  minute: fc.oneof(fc.nat(59), fc.constantFrom(0, 30, 59)),
})

const unitAndFrequency = fc.oneof(
  fc.record({ unit: fc.constant('hour' as const), frequency: fc.constantFrom(1, 2, 3, 4, 6, 8, 12) }),
  fc.record({
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    frequency: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(1)),
  }),
)

export const schedules: fc.Arbitrary<Schedule> = fc
  .tuple(
    unitAndFrequency,
    fc.record({
      time,
      weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
      monthday: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 28, max: 31 })),
      timezone: fc.constantFrom(...ZONES),
    }),
  )
  .map(([how, when]) => ({ ...how, ...when }))

const FIRST = Date.UTC(2000, 0, 2)
const LAST = Date.UTC(2100, 11, 30)

const anyTime = fc
  .tuple(fc.integer({ min: FIRST, max: LAST }), fc.nat(999_999))
  .map(([ms, ns]) => Temporal.Instant.fromEpochNanoseconds(BigInt(ms) * 1_000_000n + BigInt(ns)))

/** Up to two days before or after the zone changes its offset; any time where it never does. */
function nearTransition(timezone: string): fc.Arbitrary<Temporal.Instant> {
  return fc
    .tuple(anyTime, fc.integer({ min: -48 * 60, max: 48 * 60 }), fc.constantFrom(0, 0, -1, 1))
    .map(([start, minutes, nanoseconds]) => {
      const transition = start.toZonedDateTimeISO(timezone).getTimeZoneTransition('previous')
      const from = transition !== null && transition.year >= 2000 ? transition.toInstant() : start
      return from.add({ minutes }).add({ nanoseconds })
    })
}

/** The ends of months, leap years and the missing day of Apia included. */
const nearCalendarEdge = fc
  .tuple(
    fc.constantFrom('2011-12-30', '2024-01-01', '2024-02-29', '2025-02-28', '2000-02-29', '2100-02-28', '2023-12-31'),
    fc.integer({ min: -72 * 60, max: 72 * 60 }),
  )
  .map(([date, minutes]) => Temporal.Instant.from(`${date}T12:00Z`).add({ minutes }))

/** A schedule and a moment to look at it, from 2000 to 2100. */
export const moments: fc.Arbitrary<{ schedule: Schedule; now: Temporal.Instant }> = schedules.chain((schedule) =>
  fc.record({
    schedule: fc.constant(schedule),
    now: fc.oneof(anyTime, nearTransition(schedule.timezone), nearCalendarEdge),
  }),
)

/** A schedule with what a test is about; the rest stands at every day, 06:00 UTC. */
export function schedule(fields: Partial<Schedule> = {}): Schedule {
  return {
    unit: 'day',
    frequency: 1,
    time: { hour: 6, minute: 0 },
    weekday: 7,
    monthday: 1,
    timezone: 'UTC',
    ...fields,
  }
}
