import type { Temporal } from 'temporal-polyfill'
import { isEquipped } from '../config/accounts.ts'
import { IN_ORDER, type TaskId } from '../config/catalog.ts'
import type { Config } from '../config/config.ts'
import type { Ledger } from '../repository/ledger.ts'
import { standingOf } from '../repository/standing.ts'

/** What an arrival has to serve: the tasks that are due and have what they need, those first whose result others work on. */
export function dueTasks(config: Config, ledger: Ledger, env: NodeJS.ProcessEnv, now: Temporal.Instant): TaskId[] {
  return IN_ORDER.filter((id) => {
    const standing = standingOf(config.tasks[id], ledger, now)
    return standing.kind === 'on' && standing.due && isEquipped(id, env, config.accounts)
  })
}
