import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { wakeUps } from '../../scripts/schedule/cron.ts'
import type { Schedule } from '../../scripts/schedule/schedule.ts'
import { latestSlot, nextSlot } from '../../scripts/schedule/slots.ts'
import { firings, stretches } from './cron-evaluator.ts'
import { schedule, schedules } from './schedules.ts'
import { draws } from '../support/draws.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const TASKS = [
  'generate_haiku_scheduled',
  'export_collection_markdown',
  'export_collection_json',
  'daily_enrichment',
  'weekly_haiku',
  'monthly_analysis',
  'optimize_ai_descriptions',
]

/** The one line, with the minute, which depends on the task, left out. */
function afterMinute(fields: Partial<Schedule>): string {
  const { cron } = wakeUps('a task', schedule(fields))
  expect(cron).toHaveLength(1)
  return cron[0]!.replace(/^\d+ /, '')
}

const AT_MIDNIGHT = { hour: 23, minute: 55 }

describe('a cron line', () => {
  it('names the hour of the slot, in the zone of the schedule', () => {
    expect(afterMinute({})).toBe('6 * * *')
    expect(afterMinute({ unit: 'week' })).toBe('6 * * 0')
    expect(afterMinute({ unit: 'week', weekday: 3 })).toBe('6 * * 3')
    expect(afterMinute({ unit: 'month' })).toBe('6 1 * *')
    expect(wakeUps('a task', schedule({ timezone: 'Europe/Paris' })).timezone).toBe('Europe/Paris')
  })

  it('lists the hours of a grid', () => {
    expect(afterMinute({ unit: 'hour', frequency: 6, time: { hour: 0, minute: 0 } })).toBe('0,6,12,18 * * *')
    expect(afterMinute({ unit: 'hour', frequency: 8, time: { hour: 14, minute: 50 } })).toBe('7,15,23 * * *')
    expect(afterMinute({ unit: 'hour', frequency: 12, time: { hour: 11, minute: 58 } })).toBe('0,12 * * *')
    expect(afterMinute({ unit: 'hour', frequency: 1 })).toBe('* * * *')
  })

  it('moves the weekday or the day of the month when it comes after midnight', () => {
    expect(afterMinute({ time: AT_MIDNIGHT })).toBe('0 * * *')
    expect(afterMinute({ unit: 'week', weekday: 6, time: AT_MIDNIGHT })).toBe('0 * * 0')
    expect(afterMinute({ unit: 'week', weekday: 7, time: AT_MIDNIGHT })).toBe('0 * * 1')
    expect(afterMinute({ unit: 'month', monthday: 27, time: AT_MIDNIGHT })).toBe('0 28 * *')
    expect(afterMinute({ unit: 'month', monthday: 28, time: AT_MIDNIGHT })).toBe('0 1,29 * *')
    expect(afterMinute({ unit: 'month', monthday: 30, time: AT_MIDNIGHT })).toBe('0 1,31 * *')
    expect(afterMinute({ unit: 'month', monthday: 31, time: AT_MIDNIGHT })).toBe('0 1 * *')
  })

  it('names every day that can be the last of its month', () => {
    expect(afterMinute({ unit: 'month', monthday: 28 })).toBe('6 28 * *')
    expect(afterMinute({ unit: 'month', monthday: 29 })).toBe('6 28,29 * *')
    expect(afterMinute({ unit: 'month', monthday: 30 })).toBe('6 28-30 * *')
    expect(afterMinute({ unit: 'month', monthday: 31 })).toBe('6 28-31 * *')
  })

  it('wakes at every unit, whatever the frequency', () => {
    expect(afterMinute({ frequency: 2 })).toBe('6 * * *')
    expect(afterMinute({ unit: 'week', frequency: 60 })).toBe('6 * * 0')
    expect(afterMinute({ unit: 'month', frequency: 3 })).toBe('6 1 * *')
  })

  it('is never on the hour and always the same for the same task', () => {
    fc.assert(
      fc.property(fc.string(), schedules, (task, schedule) => {
        const line = wakeUps(task, schedule).cron[0]!
        expect(line).not.toMatch(/^0 /)
        expect(wakeUps(task, { ...schedule }).cron).toEqual([line])
      }),
      draws(1000),
    )
  })

  it('spreads the seven tasks over their minutes when all are at the same time', () => {
    const minutes = TASKS.map((task) => Number(wakeUps(task, schedule()).cron[0]!.split(' ')[0]))
    expect(new Set(minutes).size).toBeGreaterThanOrEqual(5)
  })

  it('uses every delay from 7 to 25 minutes', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `task ${i}`)
    const minutes = ids.map((id) => Number(wakeUps(id, schedule()).cron[0]!.split(' ')[0]))
    expect([...new Set(minutes)].sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, i) => 7 + i))
  })
})

/** A slot and the first wake-up that is not before it, in minutes between them. */
interface Wait {
  slot: Temporal.Instant
  minutes: number
}

/** How long each slot between two instants waits; hourly ones would be many, so their time is shorter. */
function waits(task: string, schedule: Schedule, start: number): Wait[] {
  const length = schedule.unit === 'hour' ? 60 * DAY : 731 * DAY
  const { cron, timezone } = wakeUps(task, schedule)
  // Until three days later: the wait for the last slot ends after the time looked at.
  const woken = cron.flatMap((line) => firings(line, timezone, start, start + length + 3 * DAY)).sort((a, b) => a - b)
  const all: Wait[] = []
  let index = 0
  let slot = nextSlot(schedule, Temporal.Instant.fromEpochMilliseconds(start))
  for (; slot.epochMilliseconds < start + length; slot = nextSlot(schedule, slot)) {
    while (woken[index] !== undefined && woken[index]! < slot.epochMilliseconds) index++
    all.push({ slot, minutes: ((woken[index] ?? Infinity) - slot.epochMilliseconds) / MINUTE })
  }
  return all
}

/** Minutes by which the zone's clock goes back (or, negative, forward) at the slot or in the 25 minutes after it. */
function jump({ slot }: Wait, timezone: string): number {
  const from = slot.epochMilliseconds - MINUTE
  const offsets = stretches(timezone, from, slot.epochMilliseconds + 25 * MINUTE).map(({ offset }) => offset)
  return offsets[0]! - offsets.at(-1)!
}

const start = fc
  .integer({ min: Date.UTC(2000, 0, 2) / MINUTE, max: Date.UTC(2098, 0, 1) / MINUTE })
  .map((minutes) => minutes * MINUTE)

describe('wake-ups', () => {
  it('come 7 to 25 minutes after every slot; at the gap, or later by what the clock goes back, when it jumps', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TASKS), schedules, start, (task, schedule, start) => {
        for (const wait of waits(task, schedule, start)) {
          if (wait.minutes >= 7 && wait.minutes <= 25) continue
          const back = jump(wait, schedule.timezone)
          expect(back, `${wait.slot.toString()} waits ${wait.minutes} min and no clock jumps`).not.toBe(0)
          expect(wait.minutes).toBeGreaterThanOrEqual(0)
          expect(wait.minutes).toBeLessThanOrEqual(25 + Math.max(0, back))
        }
      }),
      draws(60),
    )
  })

  it('come 7 to 25 minutes after the slots of every unit, clamped and past midnight too', () => {
    for (const fields of [
      ...[28, 29, 30, 31].map((monthday) => ({ unit: 'month', monthday }) as const),
      ...[28, 29, 30, 31].map((monthday) => ({ unit: 'month', monthday, time: AT_MIDNIGHT }) as const),
      { unit: 'week', weekday: 7, time: AT_MIDNIGHT } as const,
      { unit: 'week', weekday: 6, frequency: 2 } as const,
      { unit: 'hour', frequency: 12, time: { hour: 11, minute: 58 } } as const,
      { frequency: 2, time: AT_MIDNIGHT },
    ])
      for (const wait of waits('weekly_haiku', schedule(fields), Date.UTC(2027, 2, 1))) {
        expect(wait.minutes, `${JSON.stringify(fields)} ${wait.slot.toString()}`).toBeLessThanOrEqual(25)
        expect(wait.minutes).toBeGreaterThanOrEqual(7)
      }
  })

  it('come at the end of the gap for a slot whose time was skipped', () => {
    const skipped = schedule({ time: { hour: 2, minute: 0 }, timezone: 'Europe/Paris' })
    const slot = latestSlot(skipped, Temporal.Instant.from('2026-03-29T12:00Z'))
    expect(slot.toString()).toBe('2026-03-29T01:00:00Z')
    const wait = waits('weekly_haiku', skipped, Date.UTC(2026, 2, 28, 12)).find((wait) => wait.slot.equals(slot))
    expect(wait?.minutes).toBe(0)
  })

  it('come an hour later for a slot just before the clock goes back an hour', () => {
    const before = schedule({ time: { hour: 2, minute: 55 }, timezone: 'Europe/Paris' })
    const [first] = waits('weekly_haiku', before, Date.UTC(2026, 9, 24, 12))
    expect(first!.slot.toString()).toBe('2026-10-25T00:55:00Z')
    expect(first!.minutes).toBeGreaterThanOrEqual(67)
    expect(first!.minutes).toBeLessThanOrEqual(85)
  })
})
