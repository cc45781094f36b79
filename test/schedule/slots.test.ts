import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Schedule } from '../../scripts/schedule/schedule.ts'
import { latestSlot, nextSlot } from '../../scripts/schedule/slots.ts'
import { moments, schedule } from './schedules.ts'
import { slotsAround } from './slots-oracle.ts'
import { draws } from '../support/draws.ts'

const compare = (one: Temporal.Instant, two: Temporal.Instant) => Temporal.Instant.compare(one, two)
const latest = (fields: Partial<Schedule>, now: string) => latestSlot(schedule(fields), Temporal.Instant.from(now))
const wallClock = (fields: Partial<Schedule>, now: string) =>
  latest(fields, now)
    .toZonedDateTimeISO(fields.timezone ?? 'UTC')
    .toString({ timeZoneName: 'never' })

/** The next `count` slots after `from`, as wall time with offset. */
function following(fields: Partial<Schedule>, from: string, count: number): string[] {
  const all: string[] = []
  let now = Temporal.Instant.from(from)
  while (all.length < count) {
    now = nextSlot(schedule(fields), now)
    all.push(
      now.toZonedDateTimeISO(fields.timezone ?? 'UTC').toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
    )
  }
  return all
}

describe('any schedule at any moment', () => {
  it('has its latest slot not after now and its next one after now', () => {
    fc.assert(
      fc.property(moments, ({ schedule, now }) => {
        expect(compare(latestSlot(schedule, now), now)).toBeLessThanOrEqual(0)
        expect(compare(nextSlot(schedule, now), now)).toBe(1)
      }),
      draws(1000),
    )
  })

  it('has the slots that asking every local date for its slots finds', () => {
    fc.assert(
      fc.property(moments, ({ schedule, now }) => {
        const slots = slotsAround(schedule, now)
        expect(latestSlot(schedule, now).epochNanoseconds).toBe(slots.findLast((ns) => ns <= now.epochNanoseconds))
        expect(nextSlot(schedule, now).epochNanoseconds).toBe(slots.find((ns) => ns > now.epochNanoseconds))
      }),
      draws(1000),
    )
  })

  it('has a slot as its own latest, and an earlier one a nanosecond before', () => {
    fc.assert(
      fc.property(moments, ({ schedule, now }) => {
        const slot = latestSlot(schedule, now)
        expect(latestSlot(schedule, slot).equals(slot)).toBe(true)
        const before = slot.subtract({ nanoseconds: 1 })
        expect(compare(latestSlot(schedule, before), slot)).toBe(-1)
        expect(nextSlot(schedule, before).equals(slot)).toBe(true)
      }),
      draws(1000),
    )
  })

  it('leads from slot to slot without a gap or a repeat', () => {
    fc.assert(
      fc.property(moments, ({ schedule, now }) => {
        let slot = latestSlot(schedule, now)
        expect(nextSlot(schedule, slot).equals(nextSlot(schedule, now))).toBe(true)
        for (let step = 0; step < 30; step++) {
          const next = nextSlot(schedule, slot)
          expect(compare(next, slot)).toBe(1)
          expect(latestSlot(schedule, next.subtract({ nanoseconds: 1 })).equals(slot)).toBe(true)
          expect(latestSlot(schedule, next).equals(next)).toBe(true)
          slot = next
        }
      }),
      draws(200),
    )
  })

  it('spaces slots by its frequency on the wall, give or take what its clock skips', () => {
    const days = { hour: [1 / 24, 1 / 24], day: [1, 1], week: [7, 7], month: [28, 31] } as const
    fc.assert(
      fc.property(moments, ({ schedule, now }) => {
        const [slot, next] = [latestSlot(schedule, now), nextSlot(schedule, now)]
        const wall = (at: Temporal.Instant) => at.toZonedDateTimeISO(schedule.timezone).toPlainDateTime()
        const hours = wall(slot).until(wall(next)).total('hours')
        const [least, most] = days[schedule.unit].map((length) => length * 24 * schedule.frequency)
        // A slot in a gap stands at its end: at most two hours later at the Troll station, a day where Apia left one out.
        const gap = schedule.timezone === 'Pacific/Apia' ? 24 : 2
        expect(compare(next, slot)).toBe(1)
        expect(hours).toBeGreaterThanOrEqual(least! - gap)
        expect(hours).toBeLessThanOrEqual(most! + gap)
      }),
      {
        ...draws(1000),
        examples: [
          // The day that Apia left out and the end of its summer time lie in one step: 5,519 hours.
          [
            {
              schedule: schedule({
                unit: 'week',
                frequency: 33,
                time: { hour: 14, minute: 55 },
                timezone: 'Pacific/Apia',
              }),
              now: Temporal.Instant.from('2011-12-30T12:00Z'),
            },
          ],
        ],
      },
    )
  })
})

describe('the clock goes forward', () => {
  it('moves a skipped time to the first valid one', () => {
    const paris = { time: { hour: 2, minute: 30 }, timezone: 'Europe/Paris' }
    expect(following(paris, '2026-03-27T12:00Z', 3)).toEqual([
      '2026-03-28T02:30+01:00',
      '2026-03-29T03:00+02:00',
      '2026-03-30T02:30+02:00',
    ])
  })

  it('moves it by less where the gap is half an hour', () => {
    const lordHowe = { time: { hour: 2, minute: 10 }, timezone: 'Australia/Lord_Howe' }
    expect(wallClock(lordHowe, '2026-10-03T20:00Z')).toBe('2026-10-04T02:30:00+11:00')
  })

  it('keeps an hourly grid and counts a skipped hour that falls on the next one once', () => {
    const hourly = { unit: 'hour', time: { hour: 0, minute: 0 }, timezone: 'Europe/Paris' } as const
    expect(following(hourly, '2026-03-28T23:30Z', 4)).toEqual([
      '2026-03-29T01:00+01:00',
      '2026-03-29T03:00+02:00',
      '2026-03-29T04:00+02:00',
      '2026-03-29T05:00+02:00',
    ])
  })

  it('keeps the local hours of a six-hourly grid after the moved slot', () => {
    const grid = { unit: 'hour', frequency: 6, time: { hour: 2, minute: 15 }, timezone: 'Europe/Paris' } as const
    expect(following(grid, '2026-03-28T20:00Z', 3)).toEqual([
      '2026-03-29T03:00+02:00',
      '2026-03-29T08:15+02:00',
      '2026-03-29T14:15+02:00',
    ])
  })

  it('moves the slots of a day that a zone left out to its end, all of them as one', () => {
    const apia = { unit: 'hour', frequency: 12, time: { hour: 0, minute: 0 }, timezone: 'Pacific/Apia' } as const
    expect(following(apia, '2011-12-29T18:00Z', 3)).toEqual([
      '2011-12-29T12:00-10:00',
      '2011-12-31T00:00+14:00',
      '2011-12-31T12:00+14:00',
    ])
  })
})

describe('the clock goes back', () => {
  it('counts a repeated time once, the earlier', () => {
    const paris = { time: { hour: 2, minute: 30 }, timezone: 'Europe/Paris' }
    expect(following(paris, '2026-10-24T12:00Z', 2)).toEqual(['2026-10-25T02:30+02:00', '2026-10-26T02:30+01:00'])
  })

  it('does not go back to an earlier slot while the hour repeats', () => {
    const paris = { time: { hour: 2, minute: 30 }, timezone: 'Europe/Paris' }
    expect(wallClock(paris, '2026-10-25T01:05Z')).toBe('2026-10-25T02:30:00+02:00')
  })

  it('gives an hourly grid two hours between the slots around the repeated hour', () => {
    const hourly = { unit: 'hour', time: { hour: 0, minute: 0 }, timezone: 'Europe/Paris' } as const
    expect(following(hourly, '2026-10-24T23:30Z', 3)).toEqual([
      '2026-10-25T02:00+02:00',
      '2026-10-25T03:00+01:00',
      '2026-10-25T04:00+01:00',
    ])
  })
})

describe('the calendar', () => {
  it('clamps the 31st to the last day of the month, leap years included', () => {
    expect(following({ unit: 'month', monthday: 31 }, '2028-01-15T00:00Z', 4)).toEqual([
      '2028-01-31T06:00+00:00',
      '2028-02-29T06:00+00:00',
      '2028-03-31T06:00+00:00',
      '2028-04-30T06:00+00:00',
    ])
    expect(wallClock({ unit: 'month', monthday: 30 }, '2100-03-01T00:00Z')).toBe('2100-02-28T06:00:00+00:00')
  })

  it('counts from Monday 1 January 2024, before it too', () => {
    expect(following({ frequency: 3 }, '2023-12-27T12:00Z', 3)).toEqual([
      '2023-12-29T06:00+00:00',
      '2024-01-01T06:00+00:00',
      '2024-01-04T06:00+00:00',
    ])
    expect(following({ unit: 'week', frequency: 2 }, '2023-12-20T00:00Z', 2)).toEqual([
      '2023-12-24T06:00+00:00',
      '2024-01-07T06:00+00:00',
    ])
    expect(following({ unit: 'month', frequency: 5 }, '2023-07-01T12:00Z', 2)).toEqual([
      '2023-08-01T06:00+00:00',
      '2024-01-01T06:00+00:00',
    ])
  })
})
