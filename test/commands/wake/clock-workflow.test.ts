import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../scripts/config/config.ts'
import { wakeUps } from '../../../scripts/schedule/cron.ts'
import { TASK_IDS } from '../../../scripts/config/catalog.ts'
import { CLOCK } from '../../../scripts/commands/wake/decide.ts'
import { parseWorkflow, stepsOf, workflowTexts } from '../../support/workflow-files.ts'
import { planned } from '../../support/workflow-plan.ts'

const files = workflowTexts()
const workflow = parseWorkflow(files.get(CLOCK)!)

describe("the clock's workflow", () => {
  it('runs the command that there is', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    expect(stepsOf(workflow).at(-1)?.run).toBe('npm run --silent wake')
    expect(scripts['wake']).toBe('node --import tsx scripts/cli.ts wake')
  })

  it.each(['schedule', 'workflow_dispatch'] as const)('runs in a copy and not in the template (%s)', (name) => {
    const runs = (isTemplate: boolean) => planned(CLOCK, files, { name, isTemplate }).jobs.map((job) => job.runs)
    expect(runs(false)).toEqual([true])
    expect(runs(true)).toEqual([false])
  })

  it('wakes up every three hours, once the tasks of the hour have been woken by their own lines', () => {
    expect(workflow.on.schedule).toEqual([{ cron: '41 */3 * * *', timezone: 'UTC' }])
    const { tasks } = parseConfig('{}')
    const minutes = TASK_IDS.flatMap((id) =>
      wakeUps(id, tasks[id].schedule).cron.map((cron) => Number(cron.split(' ')[0])),
    )
    expect(Math.max(...minutes)).toBeLessThan(41)
  })
})
