import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { DataError } from '../../scripts/ground/errors.ts'
import { wakeUps } from '../../scripts/schedule/cron.ts'
import { readWakeUps, setWakeUps } from '../../scripts/schedule/workflow-cron.ts'
import { schedules } from './schedules.ts'
import { draws } from '../support/draws.ts'

const WORKFLOW = `# Five haikus every morning.
name: 'Haikus'   # shown in the list of runs

on:
  # Near 06:00; written by npm run sync-workflows.
  schedule:
    - cron: '17 6 * * *' # every day
      timezone: UTC
  workflow_dispatch: {inputs: {only_if_due: {type: boolean,   default: false}}}

permissions: {}

jobs:
  run:
    runs-on: "ubuntu-24.04"
    steps:
      - run: |
          echo "cron"   
`

const evening = { cron: ['9 20 * * 0'], timezone: 'Europe/Paris' }

const errorOf = (act: () => unknown): DataError => {
  try {
    act()
  } catch (error) {
    if (error instanceof DataError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('setWakeUps', () => {
  it('replaces the line and the zone and nothing else', () => {
    expect(setWakeUps(WORKFLOW, evening)).toBe(
      WORKFLOW.replace(`'17 6 * * *' # every day`, `'9 20 * * 0' # every day`).replace(
        'timezone: UTC',
        'timezone: Europe/Paris',
      ),
    )
  })

  it('returns the very text when it says the same already', () => {
    expect(setWakeUps(WORKFLOW, { cron: ['17 6 * * *'], timezone: 'UTC' })).toBe(WORKFLOW)
  })

  it('leaves a missing zone alone where it means the same, and adds it below the cron line where not', () => {
    const bare = WORKFLOW.replace('      timezone: UTC\n', '')
    expect(setWakeUps(bare, { cron: ['17 6 * * *'], timezone: 'UTC' })).toBe(bare)
    expect(setWakeUps(bare, evening)).toBe(setWakeUps(WORKFLOW, evening))
  })

  it('keeps the quotes that a person chose', () => {
    const quoted = WORKFLOW.replace(`'17 6 * * *'`, `"17 6 * * *"`).replace('UTC', `'UTC'`)
    const edited = setWakeUps(quoted, evening)
    expect(edited).toContain(`- cron: "9 20 * * 0" # every day\n      timezone: 'Europe/Paris'\n`)
  })

  it('puts a line without quotes into quotes', () => {
    expect(setWakeUps(WORKFLOW.replace(`'17 6 * * *'`, '17 6 * * *'), evening)).toBe(setWakeUps(WORKFLOW, evening))
  })

  it('adds the lines that are missing and drops those that are too many', () => {
    const two = { cron: ['9 20 * * 0', '9 8 * * 3'], timezone: 'UTC' }
    const both = setWakeUps(WORKFLOW, two)
    expect(both).toBe(
      WORKFLOW.replace('17 6 * * *', '9 20 * * 0').replace(
        '      timezone: UTC\n',
        `      timezone: UTC\n    - cron: '9 8 * * 3'\n      timezone: UTC\n`,
      ),
    )
    expect(setWakeUps(both, { cron: ['17 6 * * *'], timezone: 'UTC' })).toBe(WORKFLOW)
  })

  it('keeps comments on lines of their own when it drops an entry', () => {
    const two = WORKFLOW.replace(
      '      timezone: UTC\n',
      `      timezone: UTC\n    # and on Wednesdays\n    - cron: '9 8 * * 3'\n    # the end\n`,
    )
    expect(setWakeUps(two, { cron: ['17 6 * * *'], timezone: 'UTC' })).toBe(
      two.replace(`    - cron: '9 8 * * 3'\n`, ''),
    )
  })

  it('edits lists in brackets within their line', () => {
    const flow = `on: { schedule: [{ cron: '17 6 * * *' }], push: }\njobs: {}\n`
    expect(setWakeUps(flow, evening)).toBe(
      `on: { schedule: [{ cron: '9 20 * * 0', timezone: Europe/Paris }], push: }\njobs: {}\n`,
    )
    expect(setWakeUps(flow, { cron: ['1 2 * * *', '3 4 * * *'], timezone: 'UTC' })).toBe(
      `on: { schedule: [{ cron: '1 2 * * *', timezone: UTC }, { cron: '3 4 * * *', timezone: UTC }], push: }\njobs: {}\n`,
    )
    expect(setWakeUps('on:\n  schedule: []\n', evening)).toBe(
      `on:\n  schedule: [{ cron: '9 20 * * 0', timezone: Europe/Paris }]\n`,
    )
  })

  it('keeps Windows line ends, a byte order mark and a missing line end', () => {
    const bare = `\uFEFFon:\r\n  schedule:\r\n    - cron: '17 6 * * *'`
    expect(setWakeUps(bare, evening)).toBe(
      `\uFEFFon:\r\n  schedule:\r\n    - cron: '9 20 * * 0'\r\n      timezone: Europe/Paris`,
    )
    expect(setWakeUps(WORKFLOW.replaceAll('\n', '\r\n'), evening)).toBe(
      setWakeUps(WORKFLOW, evening).replaceAll('\n', '\r\n'),
    )
  })

  it.each([
    ['folded text', `on:\n  schedule:\n    - cron: >-\n        17 6\n        * * *\n      timezone: UTC\n`],
    [
      'braces over several lines',
      `on:\n  schedule:\n    - cron: '1 2 * * *'\n    - {\n      cron: '3 4 * * *' # x\n      }\n`,
    ],
    ['an anchor that is used elsewhere', `on:\n  schedule:\n    - cron: &c '1 2 * * *'\nenv: { A: *c }\n`],
    [
      'an anchor that would go',
      `on:\n  schedule:\n    - cron: '1 2 * * *'\n    - cron: &c '3 4 * * *'\nenv: { A: *c }\n`,
    ],
  ])('refuses %s, with the lines to write by hand, instead of breaking the file', (_, workflow) => {
    const error = errorOf(() => setWakeUps(workflow, evening, 'a.yml'))
    expect(error.message).toBe('a.yml writes on.schedule in a way that cannot be edited here')
    expect(error.todo).toContain(`on:\n  schedule:\n    - cron: '9 20 * * 0'\n      timezone: Europe/Paris`)
  })

  it('refuses a zone that would read differently from the file', () => {
    expect(errorOf(() => setWakeUps(WORKFLOW, { cron: ['1 2 * * *'], timezone: 'UTC # or so' })).message).toMatch(
      /cannot be edited/u,
    )
  })

  it('edits an entry whose zone stands above its line', () => {
    const workflow = (zone: string, cron: string) =>
      `on:\n  schedule:\n    - timezone: ${zone} # here\n      cron: '${cron}' # then\n`
    expect(setWakeUps(workflow('UTC', '17 6 * * *'), evening)).toBe(workflow('Europe/Paris', '9 20 * * 0'))
  })

  it('drops an entry with all its keys', () => {
    const two = `on:\n  schedule:\n    - cron: '1 2 * * *'\n    - cron: '3 4 * * *'\n      note: x\n  push:\n`
    expect(setWakeUps(two, { cron: ['1 2 * * *'], timezone: 'UTC' })).toBe(
      `on:\n  schedule:\n    - cron: '1 2 * * *'\n  push:\n`,
    )
  })

  it('refuses to leave a schedule without lines', () => {
    expect(() => setWakeUps(WORKFLOW, { cron: [], timezone: 'UTC' })).toThrow(RangeError)
  })
})

describe('readWakeUps', () => {
  it('gives each line with its zone, UTC where none is given', () => {
    expect(readWakeUps(WORKFLOW)).toEqual([{ cron: '17 6 * * *', timezone: 'UTC' }])
    expect(
      readWakeUps(`"on":\n  schedule:\n    - cron: 1 2 * * *\n    - {timezone: Asia/Kolkata, cron: "3 4 * * *"}`),
    ).toEqual([
      { cron: '1 2 * * *', timezone: 'UTC' },
      { cron: '3 4 * * *', timezone: 'Asia/Kolkata' },
    ])
  })

  it.each([
    ['no trigger at all', 'name: x\n', 'a.yml has no list of wake-ups at on.schedule'],
    ['only other triggers', 'on: [push, workflow_dispatch]\n', 'a.yml has no list of wake-ups at on.schedule'],
    ['an empty schedule', 'on:\n  schedule:\n  push:\n', 'a.yml has no list of wake-ups at on.schedule'],
    ['an empty file', '', 'a.yml has no list of wake-ups at on.schedule'],
    [
      'an entry that is no map',
      `on:\n  schedule:\n    - '1 2 * * *'\n`,
      'a.yml, on.schedule[0] has no cron line as text',
    ],
    [
      'an entry without cron',
      'on:\n  schedule:\n    - timezone: UTC\n',
      'a.yml, on.schedule[0] has no cron line as text',
    ],
    ['an empty cron', 'on:\n  schedule:\n    - cron:\n', 'a.yml, on.schedule[0] has no cron line as text'],
    [
      'a zone that is a number',
      `on:\n  schedule:\n    - cron: '1 2 * * *'\n      timezone: 2\n`,
      'a.yml, on.schedule[0] has a timezone that is not text',
    ],
  ])('names the problem of a workflow with %s', (_, workflow, message) => {
    const error = errorOf(() => readWakeUps(workflow, 'a.yml'))
    expect(error.message).toBe(message)
    expect(error.todo).toBeTruthy()
    expect(errorOf(() => setWakeUps(workflow, evening, 'a.yml')).message).toBe(message)
  })

  it('names the line where the YAML breaks', () => {
    const error = errorOf(() => readWakeUps(WORKFLOW.replace('permissions: {}', 'permissions: {'), 'a.yml'))
    expect(error.message).toMatch(/^a\.yml is not valid YAML: .+ at line 13, column 1$/u)
    expect(errorOf(() => readWakeUps(`${WORKFLOW}env: *none\n`, 'a.yml')).message).toMatch(
      /^a\.yml is not valid YAML: .*none/u,
    )
    expect(errorOf(() => readWakeUps('a: 1\n---\nb: 2\n', 'a.yml')).message).toMatch(/multiple documents.* at line 2/u)
  })
})

const comment = fc.constantFrom('', '', ' # a note', `   # cron: "old" - it's gone`)
const ownLine = fc.constantFrom('', '', '# - cron: none\n', '\n', '#\n')
const quote = fc.constantFrom("'", '"', '')
const cronLine = fc
  .tuple(fc.integer({ min: 1, max: 59 }), fc.nat(23), fc.constantFrom('* * *', '* * 0', '28-31 * *'))
  .map(([minute, hour, rest]) => `${minute} ${hour} ${rest}`)
const zone = fc.constantFrom('UTC', 'Europe/Paris', 'America/St_Johns', 'Etc/GMT+3')

const entry = fc
  .tuple(
    fc.constantFrom('    ', '  ', '        '),
    cronLine,
    quote,
    comment,
    fc.option(fc.tuple(zone, quote, comment)),
    ownLine,
  )
  .map(([gap, cron, mark, note, timezone, before]) => (indent: string) => {
    const dash = gap.length === 2 ? '-   ' : '- '
    const lines = [`${indent}${dash}cron: ${mark}${cron}${mark}${note}\n`]
    if (timezone !== null) {
      const [name, mark, note] = timezone
      lines.push(`${indent}${' '.repeat(dash.length)}timezone: ${mark}${name}${mark}${note}\n`)
    }
    return (before === '\n' || before === '' ? before : indent + before) + lines.join('')
  })

const workflows = fc
  .record({
    indent: fc.constantFrom('  ', '    ', '      '),
    entries: fc.array(entry, { minLength: 1, maxLength: 3 }),
    top: fc.constantFrom('', '# heading\n', 'name:   "x: y" # z\n\n'),
    before: fc.constantFrom('', '  # schedule:\n', "  push: {branches: [ main ,'dev' ]}\n"),
    after: fc.constantFrom('', '\n', '  # schedule ends\n', '  workflow_dispatch:   # button\n'),
    jobs: fc.constantFrom('', 'jobs:\n  a:\n    steps: [ {run: "date  "} ]   \n', 'env: {A: "1"}'),
    on: fc.constantFrom('on', "'on'", '"on"'),
    newline: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ indent, entries, top, before, after, jobs, on, newline }) =>
    `${top}${on}:\n${before}  schedule:\n${entries.map((entry) => entry(indent)).join('')}${after}${jobs}`.replaceAll(
      '\n',
      newline,
    ),
  )

const wanted = fc.record({ cron: fc.array(cronLine, { minLength: 1, maxLength: 3 }), timezone: zone })

/** All lines except those of entries; a comment is no entry. */
function otherLines(text: string): string[] {
  return text.split('\n').filter((line) => !/^\s*(-\s+cron|timezone):/u.test(line))
}

function withoutSchedule(text: string): unknown {
  const workflow = parse(text) as { on: Record<string, unknown> }
  return { ...workflow, on: { ...workflow.on, schedule: null } }
}

describe('any workflow and any wake-ups', () => {
  it('end up saying what was asked, with every other line as it was', () => {
    fc.assert(
      fc.property(workflows, wanted, (workflow, wake) => {
        const edited = setWakeUps(workflow, wake)
        expect(readWakeUps(edited)).toEqual(wake.cron.map((cron) => ({ cron, timezone: wake.timezone })))
        expect(otherLines(edited)).toEqual(otherLines(workflow))
        expect(withoutSchedule(edited)).toEqual(withoutSchedule(workflow))
        expect(edited.includes('\r')).toBe(workflow.includes('\r'))
        expect(/(?<!\r)\n/.test(edited)).toBe(/(?<!\r)\n/.test(workflow))
      }),
      draws(1000),
    )
  })

  it('do not change a second time', () => {
    fc.assert(
      fc.property(workflows, wanted, (workflow, wake) => {
        const once = setWakeUps(workflow, wake)
        expect(setWakeUps(once, wake)).toBe(once)
      }),
      draws(500),
    )
  })

  it('keep every comment when no entry has to go', () => {
    fc.assert(
      fc.property(workflows, wanted, (workflow, wake) => {
        fc.pre(readWakeUps(workflow).length <= wake.cron.length)
        const comments = (text: string) => text.match(/#.*$/gmu) ?? []
        expect(comments(setWakeUps(workflow, wake))).toEqual(comments(workflow))
      }),
      draws(500),
    )
  })

  it("pass GitHub's own parser with the lines made from any schedule", async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const wake = wakeUps('weekly_haiku', schedule)
        expect(await parsedByGitHub(setWakeUps(WORKFLOW, wake))).toEqual({
          problems: [],
          schedule: [{ cron: wake.cron[0], timezone: wake.timezone }],
        })
      }),
      draws(50),
    )
  })
})

async function parsedByGitHub(content: string) {
  const { context, value } = parseWorkflow({ name: 'a.yml', content }, new NoOperationTraceWriter())
  const template = await convertWorkflowTemplate(context, value!)
  return {
    problems: context.errors.getErrors().map((error) => error.message),
    schedule: template.events.schedule,
  }
}
