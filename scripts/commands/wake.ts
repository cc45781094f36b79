import { Temporal } from 'temporal-polyfill'
import { systemNow } from '../ground/clock.ts'
import { loadConfig } from '../config/config.ts'
import { command } from './command.ts'
import { EXIT, UsageError } from '../ground/errors.ts'
import { githubFromEnvironment, needToken } from '../repository/github/client.ts'
import { checkedOutSince } from '../repository/clone.ts'
import { ledgerFor, readLedger, repositoryBegan } from '../repository/ledger.ts'
import { RUNNABLE } from '../tasks/registry.ts'
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
export default command({
  usage: USAGE,
  options: { 'dry-run': 'flag', now: 'text' },
  run: async ({ values, root, env, terminal: { print, annotate, summarize } }) => {
    const now = values.now === undefined ? systemNow() : instantOf(values.now)
    const config = await loadConfig(root)
    const github = await githubFromEnvironment(env, root)
    needToken(github, 'the clock can do nothing without one')
    const ledger = ledgerFor(
      github.repository,
      repositoryBegan(env) ?? (await checkedOutSince(root, env)),
      await readLedger(root),
    )
    const { sight, troubles } = await look(github, { now, config, ledger, tasks: RUNNABLE })
    const decision = decide(sight)
    const deeds = values['dry-run'] ? null : await carryOut(github, sight.repository, decision.actions)
    const round: Round = { sight, decision, troubles, deeds }
    print(terminalReport(round))
    await summarize(jobSummary(round))
    annotate(annotationsOf(round))
    return achievedNothing(round) ? EXIT.failed : EXIT.ok
  },
})

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch (cause) {
    throw new UsageError(`--now: “${text}” stands there. Possible: an instant such as 2026-01-31T06:41:00Z.`, { cause })
  }
}
