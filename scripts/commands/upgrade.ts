import { parseArgs } from 'node:util'
import { door, parsed } from './terminal.ts'
import { EXIT } from '../ground/errors.ts'
import { upgradeText } from './upgrade/report.ts'
import { runUpgrade } from './upgrade/run-upgrade.ts'

const USAGE = `npm run upgrade [-- --to <tag>] [--dry-run] [--keep-mine] [--from <address>] [--verbose]
    --to         this version instead of the newest
    --dry-run    show all that would change, write nothing
    --keep-mine  leave files of the template that you have changed as they are; without it they stop the upgrade
    --from       where the template is: an address or a folder that git clones from
Brings a newer version of the template into this copy: code, workflows, lock file. Never touches data/, config/app.json and
what the tasks have written. Commits nothing.`

await door(async ({ print, tell }) => {
  const { values } = parsed(
    () =>
      parseArgs({
        options: {
          to: { type: 'string' },
          from: { type: 'string' },
          'dry-run': { type: 'boolean', default: false },
          'keep-mine': { type: 'boolean', default: false },
          verbose: { type: 'boolean', default: false },
          help: { type: 'boolean', short: 'h', default: false },
        },
      }),
    USAGE,
  )
  if (values.help) {
    print(USAGE)
    return EXIT.ok
  }
  const upgrade = await runUpgrade({
    root: process.cwd(),
    env: process.env,
    from: values.from,
    to: values.to,
    dryRun: values['dry-run'],
    keepMine: values['keep-mine'],
    progress: (line) => tell(`… ${line}`),
  })
  print(upgradeText(upgrade, process.versions.node))
  return EXIT.ok
})
