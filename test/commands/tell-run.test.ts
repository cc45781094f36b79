import { expect, it } from 'vitest'
import { command } from '../../scripts/commands/command.ts'
import { tellRun } from '../../scripts/commands/tell-run.ts'
import { EXIT, TaskError } from '../../scripts/ground/errors.ts'
import { exportCollectionJson } from '../../scripts/tasks/export-collection.ts'
import type { Task } from '../../scripts/tasks/task.ts'
import { copy } from '../support/command.ts'
import { runHere } from '../support/run-here.ts'

const failsAfterwards: Task = {
  id: 'export_collection_json',
  async *run(context) {
    yield* exportCollectionJson.run(context)
    throw new TaskError('The second piece failed.')
  },
}

it('a run that fails after some of it was kept tells both, and its command fails', async () => {
  let [stdout, stderr] = ['', '']
  const call = command({
    usage: '',
    async run({ root, env, terminal }) {
      await tellRun(await runHere(root, failsAfterwards, env), env, terminal)
      return EXIT.ok
    },
  })
  const code = await call([], {
    root: await copy(),
    env: {},
    width: Infinity,
    write: (text) => (stdout += text),
    writeError: (text) => (stderr += text),
  })
  expect(code).toBe(EXIT.failed)
  expect(stdout).toContain('wrote    Scheduled Output/export-json-')
  expect(stderr).toContain('✗ The second piece failed.')
})
