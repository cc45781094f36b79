import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../scripts/config/config.ts'
import type { Ledger } from '../../../scripts/repository/ledger.ts'
import { wrap } from '../../../scripts/commands/status/columns.ts'
import { jobsOf, type WorkflowStatus } from '../../../scripts/repository/job.ts'
import { statusText } from '../../../scripts/commands/status/status-text.ts'
import type { TaskId } from '../../../scripts/config/catalog.ts'

const NOW = Temporal.Instant.from('2026-01-31T10:50:00Z')
const RUN = 'https://github.com/someone/records/actions/runs/42'

/** Every task ran in its latest slot, a quarter of an hour after it. */
const ALL_SERVED: Ledger = {
  version: 1,
  repository: 'someone/records',
  since: '2026-01-01T00:00:00Z',
  tasks: {
    generate_haiku_scheduled: run('2026-01-31T06:00:00Z'),
    export_collection_markdown: run('2026-01-31T08:00:00Z'),
    export_collection_json: run('2026-01-31T10:00:00Z'),
    daily_enrichment: run('2026-01-31T02:00:00Z', 'partial'),
    weekly_haiku: run('2026-01-25T20:00:00Z'),
    monthly_analysis: run('2026-01-01T03:00:00Z'),
    optimize_ai_descriptions: run('2026-01-31T06:00:00Z'),
  },
}

/** The tasks of the contract; others are off until they are configured. */
const SEVEN = Object.keys(ALL_SERVED.tasks) as TaskId[]

function run(slot: string, result: 'done' | 'partial' = 'done') {
  return { slot, started: Temporal.Instant.from(slot).add({ minutes: 15 }).toString(), result }
}

function text(
  config: string,
  ledger: Ledger,
  width: number,
  workflows?: Partial<Record<TaskId, Partial<WorkflowStatus>>>,
) {
  const asked =
    workflows &&
    new Map(SEVEN.map((id) => [id, { state: 'active', lastRun: null, lastSuccess: NOW, ...workflows[id] }]))
  const parsed = parseConfig(config)
  const jobs = jobsOf(parsed, ledger, NOW, asked).filter(({ id }) => SEVEN.includes(id))
  return statusText(parsed, jobs, { now: NOW, width })
}

describe('the status for people', () => {
  it('is an aligned table, in the configured zone, and says that nothing is overdue', () => {
    expect(text('{ "scheduler": { "timezone": "Europe/Paris" } }', ALL_SERVED, 130)).toMatchInlineSnapshot(`
      "The scheduler is on.

      TASK                        LAST RUN                                   OUTCOME        NEXT RUN
      generate_haiku_scheduled    today 07:15 Europe/Paris, 5 h ago          done           tomorrow 06:00 Europe/Paris, in 18 h
      export_collection_markdown  today 09:15 Europe/Paris, 3 h ago          done           tomorrow 08:00 Europe/Paris, in 20 h
      export_collection_json      today 11:15 Europe/Paris, 35 min ago       done           tomorrow 10:00 Europe/Paris, in 22 h
      daily_enrichment            today 03:15 Europe/Paris, 9 h ago          with warnings  tomorrow 02:00 Europe/Paris, in 14 h
      weekly_haiku                25 January 21:15 Europe/Paris, 6 days ago  done           tomorrow 20:00 Europe/Paris, in 32 h
      monthly_analysis            1 January 04:15 Europe/Paris, 30 days ago  done           tomorrow 03:00 Europe/Paris, in 15 h
      optimize_ai_descriptions    today 07:15 Europe/Paris, 5 h ago          done           today 12:00 Europe/Paris, in 10 min

      Nothing is known to be overdue."
    `)
  })

  it('becomes a paragraph for each task where the table is too wide, within the width', () => {
    const narrow = text('{}', ALL_SERVED, 60)
    expect(narrow).toContain(
      'export_collection_json\n  last: today 10:15 UTC, 35 min ago (done)\n  next: tomorrow 10:00 UTC, in 23 h\n',
    )
    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60)
  })

  it('says what never ran, what is switched off, what is due and what is overdue', () => {
    const config = '{ "scheduler": { "tasks": [{ "name": "weekly_haiku", "enabled": false }] } }'
    const tasks = { export_collection_markdown: run('2026-01-30T08:00:00Z'), weekly_haiku: run('2026-01-18T20:00:00Z') }
    expect(text(config, { ...ALL_SERVED, tasks }, 110)).toMatchInlineSnapshot(`
      "The scheduler is on.

      TASK                        LAST RUN                           OUTCOME  NEXT RUN
      generate_haiku_scheduled    never                              –        tomorrow 06:00 UTC, in 19 h
      export_collection_markdown  yesterday 08:15 UTC, 27 h ago      done     tomorrow 08:00 UTC, in 21 h
      export_collection_json      never                              –        tomorrow 10:00 UTC, in 23 h
      daily_enrichment            never                              –        tomorrow 02:00 UTC, in 15 h
      weekly_haiku                18 January 20:15 UTC, 13 days ago  done     off (see config/app.json)
      monthly_analysis            never                              –        tomorrow 03:00 UTC, in 16 h
      optimize_ai_descriptions    never                              –        today 12:00 UTC, in 1 h

      Needs attention:
        ! generate_haiku_scheduled: overdue since 1 January 06:00 UTC, 30 days ago. Its button under Actions, or npm
          run task -- generate_haiku_scheduled, runs it now.
        ! export_collection_markdown: due since today 08:00 UTC, 3 h ago; its wake-up may still be on its way.
        ! export_collection_json: overdue since 1 January 10:00 UTC, 30 days ago. Its button under Actions, or npm
          run task -- export_collection_json, runs it now.

      daily_enrichment, monthly_analysis, optimize_ai_descriptions left nothing for the latest slot: they had
      nothing to do or did not run. With GITHUB_TOKEN this command asks GitHub which."
    `)
  })

  it('says on nothing but the ledger that a task may have had nothing to do', () => {
    const tasks = { ...ALL_SERVED.tasks, daily_enrichment: run('2026-01-30T02:00:00Z') }
    expect(text('{}', { ...ALL_SERVED, tasks }, Infinity)).toMatch(
      /\n\nNothing is known to be overdue\.\n\ndaily_enrichment left nothing for the latest slot: it had nothing to do or did not run\. With GITHUB_TOKEN this command asks GitHub which\.$/,
    )
    expect(text('{}', { ...ALL_SERVED, tasks }, Infinity, {})).toMatch(/\n\nNothing is known to be overdue\.$/)
  })

  it('gives the address of a run that failed and what to do about a workflow that GitHub switched off', () => {
    const shown = text('{}', ALL_SERVED, Infinity, {
      generate_haiku_scheduled: { lastRun: { conclusion: 'failure', url: RUN } },
      export_collection_json: { lastRun: { conclusion: null, url: RUN } },
      weekly_haiku: { state: 'disabled_inactivity' },
      monthly_analysis: { state: null },
      daily_enrichment: { state: 'disabled_manually', lastRun: { conclusion: 'success', url: RUN } },
    })
    expect(shown).toMatch(/^generate_haiku_scheduled .* {2}failure {2}/m)
    expect(shown).toMatch(/^export_collection_json .* {2}running {2}/m)
    expect(shown.split('Needs attention:\n')[1]!.split('\n')).toEqual([
      `  ! generate_haiku_scheduled: its last run ended as failure: ${RUN}`,
      '  ! daily_enrichment: its workflow was switched off by hand. Open it under Actions and press “Enable workflow”.',
      '  ! weekly_haiku: GitHub switched its workflow off after 60 days without activity. Open it under Actions and press “Enable workflow”.',
      '  ! monthly_analysis: it has no workflow on GitHub, so nothing wakes it and it has no button.',
    ])
  })

  it('says that the scheduler is off', () => {
    const resting = text('{ "scheduler": { "enabled": false } }', ALL_SERVED, Infinity)
    expect(resting).toMatch(/^The scheduler is off: scheduler\.enabled is false in config\/app\.json\.\n/)
    expect(resting).toMatch(/\n\nNothing is known to be overdue\.$/)
    expect(resting.match(/off \(see config\/app\.json\)/g)).toHaveLength(7)
  })
})

describe('wrapping', () => {
  it('breaks between words, indents what follows and leaves an address whole', () => {
    expect(wrap('  ! one two three https://example.org/a/very/long/address', 16, '    ')).toEqual([
      '  ! one two',
      '    three',
      '    https://example.org/a/very/long/address',
    ])
  })
})
