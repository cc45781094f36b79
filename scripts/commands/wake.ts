import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { systemNow } from '../ground/clock.ts'
import { loadConfig } from '../config/config.ts'
import { door, parsed } from './terminal.ts'
import { EXIT, UsageError } from '../ground/errors.ts'
import { githubFromEnvironment, needToken } from '../repository/github/client.ts'
import { checkedOutSince } from '../repository/clone.ts'
import { ledgerFor, readLedger, repositoryBegan } from '../repository/ledger.ts'
import { REGISTRY } from '../tasks/registry.ts'
import { carryOut } from './wake/carry-out.ts'
import { decide } from './wake/decide.ts'
import { look } from './wake/look.ts'
import { achievedNothing, annotationsOf, jobSummary, terminalReport, type Round } from './wake/report.ts'

const USAGE = `npm run wake [-- --dry-run] [--now ISO] [--verbose]
    --dry-run  look and decide, do nothing
    --now      an instant such as 2026-01-31T06:41:00Z instead of the clock's
What the workflow “clock” does every three hours: start the tasks that are due, switch on workflows that GitHub switched
off for inactivity, keep an issue about each task that keeps failing. It needs GITHUB_TOKEN.`

/** One round of the clock. */
await door(async ({ print, annotate, summarize }) => {
  const { values } = parsed(
    () =>
      parseArgs({
        options: {
          'dry-run': { type: 'boolean', default: false },
          now: { type: 'string' },
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
  const root = process.cwd()
  const now = values.now === undefined ? systemNow() : instantOf(values.now)
  const config = await loadConfig(root)
  const github = await githubFromEnvironment(process.env, root)
  needToken(github, 'the clock can do nothing without one')
  const ledger = ledgerFor(
    github.repository,
    repositoryBegan(process.env) ?? (await checkedOutSince(root, process.env)),
    await readLedger(root),
  )
  const { sight, troubles } = await look(github, { now, config, ledger, tasks: [...REGISTRY.keys()] })
  const decision = decide(sight)
  const deeds = values['dry-run'] ? null : await carryOut(github, sight.repository, decision.actions)
  const round: Round = { sight, decision, troubles, deeds }
  print(terminalReport(round))
  await summarize(jobSummary(round))
  annotate(annotationsOf(round))
  return achievedNothing(round) ? EXIT.failed : EXIT.ok
})

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch (cause) {
    throw new UsageError(`--now: “${text}” stands there. Possible: an instant such as 2026-01-31T06:41:00Z.`, { cause })
  }
}
