import { describe, expect, it } from 'vitest'
import { RUNNABLE } from '../../scripts/tasks/registry.ts'
import { allows, evaluate, fill, fillText } from '../support/workflow-expressions.ts'
import { parseWorkflow, workflowTexts } from '../support/workflow-files.ts'
import { planned, type Event } from '../support/workflow-plan.ts'

const files = workflowTexts()
const TASKS = RUNNABLE

const SCHEDULE: Event = { name: 'schedule' }
const BUTTON: Event = { name: 'workflow_dispatch', actor: 'alice' }
const CLOCK: Event = { name: 'workflow_dispatch', inputs: { only_if_due: true }, actor: 'github-actions[bot]' }

describe('expressions', () => {
  const contexts = { github: { event: { repository: { is_template: true } } }, inputs: { flag: false }, n: null }

  it('are evaluated as GitHub evaluates them', () => {
    expect(evaluate("inputs.flag || 'no'", contexts)).toBe('no')
    expect(evaluate('inputs.missing.deeper', contexts)).toBe(null)
    expect(evaluate("format('{0} of {1}', 'one', 2)", contexts)).toBe('one of 2')
    expect(() => evaluate('secrets.KEY', contexts)).toThrow(/Unrecognized named-value: 'secrets'/)
  })

  it('keep their type where they stand alone and become text where they do not', () => {
    expect(fill('${{ inputs.flag }}', contexts)).toBe(false)
    expect(fill('is ${{ inputs.flag }}', contexts)).toBe('is false')
    expect(fillText('${{ inputs.flag }}', contexts)).toBe('false')
    expect(fillText("a ${{ '}}' }} b ${{ inputs.missing }}c", contexts)).toBe('a }} b c')
  })

  it('ask in a condition whether all went well, unless it asks for a status itself', () => {
    expect(allows(undefined, contexts)).toBe(true)
    expect(allows(undefined, contexts, true)).toBe(false)
    expect(allows('${{ github.event.repository.is_template }}', contexts, true)).toBe(false)
    expect(allows('${{ !github.event.repository.is_template }}', contexts)).toBe(false)
    expect(allows('${{ !cancelled() }}', contexts, true)).toBe(true)
  })
})

describe.each(TASKS)('the workflow of %s', (task) => {
  const file = `${task}.yml`
  const { name } = parseWorkflow(files.get(file)!)

  it.each<[string, Event, boolean, string]>([
    ['asks the slot rule when the schedule wakes it', SCHEDULE, true, 'scheduled'],
    ['runs in any case when a person presses the button', BUTTON, false, 'pressed by alice'],
    ['asks the slot rule when the clock dispatches it', CLOCK, true, 'if due'],
  ])('%s', (_, event, onlyIfDue, why) => {
    const { runName, jobs } = planned(file, files, event)
    expect(runName).toBe(`${name} · ${why}`)
    expect(jobs.map((job) => [job.name, job.runs])).toEqual([[`run / ${task}`, true]])
    expect(jobs[0]!.contexts['inputs']).toMatchObject({ task, only_if_due: onlyIfDue })
  })

  it.each([SCHEDULE, BUTTON, CLOCK])('does nothing in the template itself (%o)', (event) => {
    const { jobs } = planned(file, files, { ...event, isTemplate: true })
    expect(jobs.map(({ runs }) => runs)).toEqual([false])
  })

  it('waits for its own runs and for those of no other task', () => {
    const { jobs } = planned(file, files, SCHEDULE)
    const { concurrency } = jobs[0]!.job
    expect(fillText((concurrency as { group: string }).group, jobs[0]!.contexts)).toBe(`task-${task}`)
  })
})

describe('the checks of a push', () => {
  const running = (event: Event) => planned('ci.yml', files, event).jobs.filter(({ runs }) => runs)

  it.each<Event['name']>(['push', 'pull_request'])('are the whole test suite in the template (%s)', (name) => {
    expect(running({ name, isTemplate: true }).map((job) => job.contexts['matrix'])).toEqual([
      { node: '20' },
      { node: '24' },
    ])
  })

  it.each<Event['name']>(['push', 'pull_request'])('are configuration and data in a copy (%s)', (name) => {
    expect(running({ name, isTemplate: false }).map((job) => job.name)).toEqual(['Configuration and data'])
  })
})
