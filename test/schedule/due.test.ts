import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isDue } from '../../scripts/schedule/due.ts'
import { latestSlot, nextSlot } from '../../scripts/schedule/slots.ts'
import { moments, schedule } from './schedules.ts'

const at = (text: string) => Temporal.Instant.from(text)
const daily = schedule()
const now = at('2026-01-31T06:17:00Z')
const today = at('2026-01-31T06:00:00Z')
const yesterday = at('2026-01-30T06:00:00Z')
const tomorrow = at('2026-02-01T06:00:00Z')

describe('isDue', () => {
  it('is due when the ledger has an earlier slot, or none', () => {
    expect(isDue({ schedule: daily, now, served: yesterday, since: null })).toEqual({ due: true, slot: today })
    expect(isDue({ schedule: daily, now, served: null, since: null })).toEqual({ due: true, slot: today })
  })

  it('is not due again for a slot that was served', () => {
    expect(isDue({ schedule: daily, now, served: today, since: null })).toEqual({
      due: false,
      slot: today,
      why: 'served',
      next: tomorrow,
    })
  })

  it('is not due when the ledger is ahead of the schedule', () => {
    expect(isDue({ schedule: daily, now, served: tomorrow, since: null })).toMatchObject({ due: false, why: 'served' })
    expect(isDue({ schedule: daily, now, served: today.add({ nanoseconds: 1 }), since: null }).due).toBe(false)
  })

  it('lets a slot from before the ledger pass', () => {
    expect(isDue({ schedule: daily, now, served: null, since: at('2026-01-31T06:00:01Z') })).toEqual({
      due: false,
      slot: today,
      why: 'before-ledger',
      next: tomorrow,
    })
  })

  it('counts the slot at the very moment the ledger began', () => {
    expect(isDue({ schedule: daily, now, served: null, since: today })).toEqual({ due: true, slot: today })
  })

  it('says served rather than before-ledger where both are true', () => {
    expect(isDue({ schedule: daily, now, served: today, since: now })).toMatchObject({ why: 'served' })
  })

  it('is due at the slot itself and not a nanosecond earlier', () => {
    expect(isDue({ schedule: daily, now: today, served: yesterday, since: null }).due).toBe(true)
    const justBefore = today.subtract({ nanoseconds: 1 })
    expect(isDue({ schedule: daily, now: justBefore, served: yesterday, since: null }).due).toBe(false)
  })

  it('lets a task that fails have three tries in a row, then one a day', () => {
    const failing = (tries: number, last: string) =>
      isDue({ schedule: daily, now, served: null, since: null, failing: { tries, last: at(last) } })
    expect(failing(2, '2026-01-31T06:16:00Z')).toEqual({ due: true, slot: today })
    expect(failing(3, '2026-01-30T06:17:01Z')).toEqual({
      due: false,
      slot: today,
      why: 'failed-too-often',
      next: at('2026-01-31T06:17:01Z'),
    })
    expect(failing(3, '2026-01-30T06:17:00Z')).toEqual({ due: true, slot: today })
  })

  it('serves each slot exactly once however often it is woken', () => {
    fc.assert(
      fc.property(moments, fc.array(fc.nat(40), { maxLength: 20 }), ({ schedule, now }, percents) => {
        const start = latestSlot(schedule, now)
        const spacing = nextSlot(schedule, now).epochMilliseconds - start.epochMilliseconds
        let served = start
        const executed: string[] = []
        const passed: string[] = []
        for (const percent of percents) {
          now = now.add({ milliseconds: Math.round((spacing / 100) * percent) })
          passed.push(latestSlot(schedule, now).toString())
          const answer = isDue({ schedule, now, served, since: null })
          if (!answer.due) continue
          served = answer.slot
          executed.push(answer.slot.toString())
        }
        expect(executed).toEqual([...new Set(passed)].filter((slot) => slot !== start.toString()))
      }),
      { numRuns: 200 },
    )
  })
})
