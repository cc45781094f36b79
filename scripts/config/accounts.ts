import { catalogEntry, type Need, type TaskId } from './catalog.ts'
import type { Accounts } from './config.ts'

/**
 * The environment with the accounts that config names filled in where it names none itself. An empty value counts as
 * absent: Actions passes "".
 */
export function withAccounts(env: NodeJS.ProcessEnv, { discogs, lastfm, listenbrainz }: Accounts): NodeJS.ProcessEnv {
  return {
    ...env,
    DISCOGS_USER: env['DISCOGS_USER'] || discogs || '',
    LASTFM_USER: env['LASTFM_USER'] || lastfm || '',
    LISTENBRAINZ_USER: env['LISTENBRAINZ_USER'] || listenbrainz || '',
  }
}

/** The variables that say that something is there; one of them is enough. What is set halfway is told by whoever uses it. */
const SIGNS: Readonly<Record<Need, readonly string[]>> = {
  chat: ['EURIA_URL', 'EURIA_BEARER'],
  listens: ['LASTFM_USER', 'LISTENBRAINZ_USER'],
  collection: ['DISCOGS_USER'],
}

/** Whether a task has what it cannot do anything without. */
export function isEquipped(task: TaskId, env: NodeJS.ProcessEnv, accounts: Accounts): boolean {
  const { needs } = catalogEntry(task)
  if (needs === undefined) return true
  const known = withAccounts(env, accounts)
  return SIGNS[needs].some((name) => Boolean(known[name]?.trim()))
}
