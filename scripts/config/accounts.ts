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
