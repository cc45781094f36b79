import { expect, it } from 'vitest'
import { jobSummary } from '../../scripts/runner/report.ts'
import { exportCollectionJson } from '../../scripts/tasks/export-collection.ts'
import type { Task } from '../../scripts/tasks/task.ts'
import { copy } from '../support/command.ts'
import { runHere } from '../support/run-here.ts'

it('the job summary shows what an item is called, and what is wrong with it, as typed', async () => {
  const warns: Task = {
    ...exportCollectionJson,
    async *run(context) {
      for await (const outcome of exportCollectionJson.run(context))
        yield outcome.kind === 'nothing'
          ? outcome
          : {
              ...outcome,
              items: [{ item: '<img src=x> *a*.csv', result: 'warning', note: '[x](https://example.org)' }],
            }
    },
  }
  const summary = jobSummary(await runHere(await copy(), warns, {}), {})
  expect(summary).toContain('- **\\<img src=x\\> \\*a\\*.csv** – \\[x\\](https\\://example.org)')
})
