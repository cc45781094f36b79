import { describe, expect, it } from 'vitest'
import type { TaskId } from '../../scripts/config/catalog.ts'
import { decidedHouse, realHouse } from './houses.ts'
import { BAD } from './wake-ups.ts'
import { live, type Executions, type Year } from './year.ts'

/** One of each kind of schedule; the enrichment stands at two at night, the hour that summer time leaves out. */
const TASKS: TaskId[] = [
  'generate_haiku_scheduled',
  'daily_enrichment',
  'weekly_haiku',
  'monthly_analysis',
  'optimize_ai_descriptions',
]

/** 2028 is one. */
const LEAP_YEAR = { from: '2028-01-01T00:00:00Z', days: 366, weather: BAD, seed: 20280229, tasks: TASKS }

interface Count {
  slots: number
  served: number
  twice: number
}

function countOf({ slots, executed }: Executions, id: TaskId): Count {
  const all = slots.get(id) ?? []
  const done = executed.get(id) ?? []
  const distinct = new Set(done)
  return {
    slots: all.length,
    served: all.filter((slot) => distinct.has(slot)).length,
    twice: done.length - distinct.size,
  }
}

/** Lives through it by the decision alone, in which the first test shows the runner to agree. */
const lived = (year: Year) => live(year, decidedHouse(year.from))

function tell(title: string, executions: Executions): void {
  const rows = TASKS.map((id) => {
    const { slots, served, twice } = countOf(executions, id)
    return `${id.padEnd(28)} ${String(served).padStart(5)} of ${String(slots).padStart(5)} slots, ${twice} twice`
  })
  process.stdout.write(`\n${title}\n${rows.map((row) => `  ${row}\n`).join('')}`)
}

describe('the runner', () => {
  it('runs a task, or leaves it, just as the slot rule alone decides it, through months of bad days', async () => {
    const spring: Year = {
      ...LEAP_YEAR,
      from: '2028-03-01T00:00:00Z',
      days: 100,
      config: { scheduler: { timezone: 'Europe/Paris' } },
      // Off, on and at another time: what the configuration says counts from the moment on.
      change: {
        at: '2028-04-10T12:00:00Z',
        config: {
          scheduler: {
            timezone: 'Pacific/Auckland',
            tasks: [
              { name: 'generate_haiku', time: '17:30' },
              { name: 'monthly_analysis', enabled: false },
            ],
          },
        },
      },
      clock: true,
      tasks: ['generate_haiku_scheduled', 'weekly_haiku', 'monthly_analysis'],
    }
    const house = await realHouse(spring.from)
    try {
      const { slots, executed } = await live(spring, house)
      expect(executed).toEqual((await lived(spring)).executed)
      expect(executed.get('generate_haiku_scheduled')!.length).toBeGreaterThan(90)
      expect(slots.get('monthly_analysis')).toEqual([])
      expect(executed.get('monthly_analysis')).toHaveLength(2)
    } finally {
      await house.remove()
    }
  })
})

describe('a leap year of bad days', () => {
  const configFor = (timezone: string) => ({ scheduler: { timezone } })

  it.each([
    ['Europe/Paris', 366],
    // Each day is like the next where no clock jumps; these lead past the 29 February.
    ['UTC', 92],
  ])(
    'serves every daily, weekly and monthly slot, 99 % of the six-hourly ones, and none twice, in %s',
    async (timezone, days) => {
      const executions = await lived({ ...LEAP_YEAR, days, config: configFor(timezone), clock: true })
      tell(`${timezone}, with the clock`, executions)
      for (const id of TASKS) {
        const { slots, served, twice } = countOf(executions, id)
        expect(twice, id).toBe(0)
        if (id === 'optimize_ai_descriptions') expect(served / slots).toBeGreaterThanOrEqual(0.99)
        else expect(served, id).toBe(slots)
      }
    },
  )

  it('misses some without the clock, which is what the clock is for, and still serves none twice', async () => {
    const executions = await lived({ ...LEAP_YEAR, config: configFor('Europe/Paris'), clock: false })
    tell('Europe/Paris, without the clock', executions)
    const counts = TASKS.map((id) => countOf(executions, id))
    expect(counts.every(({ twice }) => twice === 0)).toBe(true)
    expect(counts.some(({ served, slots }) => served < slots)).toBe(true)
  })
})

describe('an edit of config/app.json alone', () => {
  const change = { at: '2028-03-10T12:00:00Z' }
  const span = {
    from: '2028-03-01T00:00:00Z',
    days: 150,
    config: {},
    clock: true,
    weather: BAD,
    seed: 7,
    tasks: ['generate_haiku_scheduled'],
  } as const
  const task = (fields: object) => ({ scheduler: { tasks: [{ name: 'generate_haiku', ...fields }] } })

  it.each<[string, object]>([
    ['every two days', task({ frequency: 2 })],
    ['weeks', task({ unit: 'week', weekday: 'thursday' })],
    ['months', task({ unit: 'month', monthday: 31 })],
    ['twice a day', task({ unit: 'hour', frequency: 12 })],
    ['another time', task({ time: '17:30' })],
    ['another zone', { scheduler: { timezone: 'Pacific/Auckland' } }],
  ])('takes effect: %s', async (_what, config) => {
    const executions = await lived({ ...span, change: { at: change.at, config } })
    const { slots, served, twice } = countOf(executions, 'generate_haiku_scheduled')
    expect(slots).toBeGreaterThan(1)
    expect({ served, twice }).toEqual({ served: slots, twice: 0 })
    const wrong = (executions.executed.get('generate_haiku_scheduled') ?? []).filter(
      (slot) => slot >= Date.parse(change.at) && !executions.slots.get('generate_haiku_scheduled')!.includes(slot),
    )
    // The last slot of the span has no successor in it.
    expect(wrong.length).toBeLessThanOrEqual(1)
  })

  it('takes effect: every four hours, but for what GitHub drops', async () => {
    const executions = await lived({
      ...span,
      change: { at: change.at, config: task({ unit: 'hour', frequency: 4 }) },
    })
    const { slots, served, twice } = countOf(executions, 'generate_haiku_scheduled')
    expect(twice).toBe(0)
    process.stdout.write(`\nhour 4 by the clock alone: ${served} of ${slots} slots\n`)
    expect(served / slots).toBeGreaterThan(0.6)
  })

  it('takes effect: switched off', async () => {
    const executions = await lived({ ...span, change: { at: change.at, config: task({ enabled: false }) } })
    const late = (executions.executed.get('generate_haiku_scheduled') ?? []).filter(
      (slot) => slot >= Date.parse(change.at),
    )
    expect(late).toEqual([])
  })
})
