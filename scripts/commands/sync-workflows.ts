import { parseArgs } from 'node:util'
import { loadConfig } from '../config/config.ts'
import { door, parsed } from './terminal.ts'
import { EXIT } from '../ground/errors.ts'
import { differingLines, drifted, regenerate } from './generated.ts'
import { REGISTRY } from '../tasks/registry.ts'
import { cronLines, workflowFile } from './workflow-drift.ts'

await door(async ({ print, tell }) => {
  const { values } = parsed(
    () => parseArgs({ options: { check: { type: 'boolean', default: false }, verbose: { type: 'boolean' } } }),
    'npm run sync-workflows [-- --check]',
  )
  const root = process.cwd()
  const config = await loadConfig(root)
  const { workflows, missing } = await cronLines(root, config, REGISTRY.keys())
  for (const id of missing) tell(`– ${workflowFile(id)} is not there, so nothing wakes ${id} and it has no button.`)
  const behind = drifted(workflows)
  if (behind.length === 0) {
    print(`✓ The cron lines of ${workflows.length} workflows are what config/app.json asks for.`)
    return EXIT.ok
  }
  const diff = behind.flatMap((workflow) => [workflow.file, ...differingLines(workflow)])
  if (values.check) {
    tell(
      ['✗ The cron lines lag behind config/app.json:', ...diff, '  → npm run sync-workflows, then commit'].join('\n'),
    )
    return EXIT.failed
  }
  await regenerate(root, behind)
  print(
    ['Rewrote the cron lines of:', ...diff, 'Commit them; until then the tasks run as config says, only later.'].join(
      '\n',
    ),
  )
  return EXIT.ok
})
