import { loadConfig } from '../config/config.ts'
import { command } from './command.ts'
import { EXIT } from '../ground/errors.ts'
import { differingLines, drifted, regenerate } from './generated.ts'
import { RUNNABLE } from '../tasks/registry.ts'
import { cronLines, workflowFile } from './workflow-drift.ts'

export default command({
  usage: 'npm run sync-workflows [-- --check]',
  options: { check: 'flag' },
  run: async ({ values, root, terminal: { print, tell } }) => {
    const config = await loadConfig(root)
    const { workflows, missing } = await cronLines(root, config, RUNNABLE)
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
  },
})
