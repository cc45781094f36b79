import { command } from './command.ts'
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

export default command({
  usage: USAGE,
  options: { to: 'text', from: 'text', 'dry-run': 'flag', 'keep-mine': 'flag' },
  run: async ({ values, root, env, terminal: { print, tell } }) => {
    const upgrade = await runUpgrade({
      root,
      env,
      from: values.from,
      to: values.to,
      dryRun: values['dry-run'],
      keepMine: values['keep-mine'],
      progress: (line) => tell(`… ${line}`),
    })
    print(upgradeText(upgrade, process.versions.node))
    return EXIT.ok
  },
})
