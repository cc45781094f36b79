import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../scripts/config/config.ts'
import type { Ledger } from '../../scripts/repository/ledger.ts'
import { jobsOf, type Job, type WorkflowStatus } from '../../scripts/repository/job.ts'
import type { TaskId } from '../../scripts/config/catalog.ts'

const CONFIG = parseConfig('{}')
const HAIKU: TaskId = 'generate_haiku_scheduled'
const ENRICHMENT: TaskId = 'daily_enrichment'

function ledger(tasks: Partial<Record<TaskId, string>>, since: string | null = '2026-01-01T00:00:00Z'): Ledger {
  const runs = Object.entries(tasks).map(
    ([id, slot]) => [id, { slot, started: slot, result: 'done' as const }] as const,
  )
  return { version: 1, repository: 'a/b', since, tasks: Object.fromEntries(runs) }
}

function standing(id: TaskId, known: Ledger, now: string, workflow?: Partial<WorkflowStatus>): string {
  const asked = workflow && new Map([[id, { state: 'active', lastRun: null, lastSuccess: null, ...workflow }]])
  const job = jobsOf(CONFIG, known, Temporal.Instant.from(now), asked).find((one) => one.id === id)!
  return said(job)
}

function said({ standing }: Job): string {
  if (standing.kind === 'due') return `${standing.overdue ? 'overdue' : 'due'} since ${standing.since.toString()}`
  return standing.kind === 'silent' ? `silent since ${standing.since.toString()}` : standing.kind
}

describe('where a task stands', () => {
  it('is on time once its latest slot has been served', () => {
    expect(standing(HAIKU, ledger({ [HAIKU]: '2026-01-31T06:00:00Z' }), '2026-02-01T05:59:59Z')).toBe('on-time')
  })

  it('is due from its slot on, and overdue four hours later', () => {
    const served = ledger({ [HAIKU]: '2026-01-31T06:00:00Z' })
    expect(standing(HAIKU, served, '2026-02-01T06:00:00Z')).toBe('due since 2026-02-01T06:00:00Z')
    expect(standing(HAIKU, served, '2026-02-01T10:00:00Z')).toBe('due since 2026-02-01T06:00:00Z')
    expect(standing(HAIKU, served, '2026-02-01T10:00:01Z')).toBe('overdue since 2026-02-01T06:00:00Z')
  })

  it('is overdue since the first slot that was missed, not since the latest', () => {
    const served = ledger({ [HAIKU]: '2026-01-28T06:00:00Z' })
    expect(standing(HAIKU, served, '2026-02-01T06:30:00Z')).toBe('overdue since 2026-01-29T06:00:00Z')
  })

  it('counts no slot from before the ledger began', () => {
    const began = (since: string) => standing(HAIKU, ledger({}, since), '2026-02-01T12:00:00Z')
    expect(began('2026-02-01T06:00:01Z')).toBe('on-time')
    expect(began('2026-02-01T06:00:00Z')).toBe('overdue since 2026-02-01T06:00:00Z')
    expect(began('2026-01-30T06:00:01Z')).toBe('overdue since 2026-01-31T06:00:00Z')
  })

  it('calls nothing overdue where it is not known when the ledger began', () => {
    expect(standing(HAIKU, ledger({}, null), '2026-02-01T12:00:00Z')).toBe('due since 2026-02-01T06:00:00Z')
  })

  it('does not call a task overdue that leaves no trace when it has nothing to do', () => {
    const served = ledger({ [ENRICHMENT]: '2026-01-28T02:00:00Z' })
    expect(standing(ENRICHMENT, served, '2026-02-01T12:00:00Z')).toBe('silent since 2026-01-29T02:00:00Z')
  })

  it('knows from a successful run on GitHub that such a task had nothing to do', () => {
    const served = ledger({ [ENRICHMENT]: '2026-01-28T02:00:00Z' })
    const after = (success: string | null) =>
      standing(ENRICHMENT, served, '2026-02-01T12:00:00Z', {
        lastSuccess: success === null ? null : Temporal.Instant.from(success),
      })
    expect(after('2026-02-01T02:20:00Z')).toBe('on-time')
    expect(after('2026-01-31T02:20:00Z')).toBe('overdue since 2026-01-29T02:00:00Z')
    expect(after(null)).toBe('overdue since 2026-01-29T02:00:00Z')
  })

  it('is off, without a next run, where config switches the task or the scheduler off', () => {
    const off = parseConfig('{ "scheduler": { "tasks": [{ "name": "generate_haiku", "enabled": false }] } }')
    const now = Temporal.Instant.from('2026-02-01T12:00:00Z')
    const haiku = jobsOf(off, ledger({}), now).find(({ id }) => id === HAIKU)
    expect(haiku).toMatchObject({ standing: { kind: 'disabled' }, next: null })
    const resting = jobsOf(parseConfig('{ "scheduler": { "enabled": false } }'), ledger({}), now)
    expect(new Set(resting.map(said))).toEqual(new Set(['disabled']))
  })
})
