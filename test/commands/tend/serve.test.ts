import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { serve } from '../../../scripts/commands/tend/serve.ts'
import { TaskError } from '../../../scripts/ground/errors.ts'
import { exportCollectionJson } from '../../../scripts/tasks/export-collection.ts'
import type { Task } from '../../../scripts/tasks/task.ts'
import { copy } from '../../support/command.ts'

const failsAfterwards: Task = {
  id: 'export_collection_json',
  async *run(context) {
    yield* exportCollectionJson.run(context)
    throw new TaskError('The second piece failed.')
  },
}

it('a task of a round that fails after some of it was kept tells both, on the page of the run too', async () => {
  const { verdict, report, annotations } = await serve({
    work: failsAfterwards,
    root: await copy(),
    env: {},
    now: Temporal.Instant.from('2026-02-01T21:00:00Z'),
    seed: 1,
    dryRun: false,
    scheduled: true,
    publish: false,
    progress: () => undefined,
  })
  expect(verdict).toBe('partial')
  expect(report).toContain('wrote    Scheduled Output/export-json-')
  expect(report).toContain('✗ export_collection_json: The second piece failed.')
  expect(annotations).toEqual([
    { level: 'error', title: 'export_collection_json', message: 'The second piece failed.' },
  ])
})
