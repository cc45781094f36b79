import type { Temporal } from 'temporal-polyfill'
import { ServiceError } from '../../ground/errors.ts'
import type { ListenSource } from '../../listens/source.ts'
import { discogsFromEnvironment } from '../../sources/services/discogs.ts'
import type { HttpOptions } from '../../sources/services/http.ts'
import { lastfmFromEnvironment } from '../../sources/services/lastfm.ts'
import { listenbrainzFromEnvironment } from '../../sources/services/listenbrainz.ts'
import { USER_AGENT } from '../../ground/version.ts'
import type { Wishes, Wrong } from '../../config/form-entries.ts'
import type { Service } from '../../config/service-names.ts'

/** What the services say to the names a person gave. */
export interface AccountCheck {
  wrong: Wrong[]
  /** Services that gave no answer to go by; that is nobody's mistake. */
  silent: { service: Service; why: string }[]
  /** Accounts that can be used now. */
  usable: Service[]
  /** A Last.fm name without the key that Last.fm wants. */
  lacksKey: boolean
}

/** How long a service may take, in ms. A person is waiting. */
export type Patience = Pick<HttpOptions, 'timeoutMs' | 'backoffMs'>

const PATIENCE: Patience = { timeoutMs: 20_000 }
const DAY = 86_400

/** Asks each service once for the person's account. @throws ConfigError where a secret is set wrongly */
export async function checkAccounts(
  { users }: Wishes,
  env: NodeJS.ProcessEnv,
  now: Temporal.Instant,
  patience: Patience = PATIENCE,
): Promise<AccountCheck> {
  const check: AccountCheck = { wrong: [], silent: [], usable: [], lacksKey: false }
  const options = { ...patience, userAgent: USER_AGENT, retries: 1 }
  const ask = async (service: Service, question: () => Promise<unknown>) => {
    try {
      await question()
      check.usable.push(service)
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      const { reason } = error
      if (reason === undefined || reason === 'unreachable') check.silent.push({ service, why: error.line })
      else check.wrong.push({ kind: reason, service, entry: users[service]! })
    }
  }
  const { discogs, lastfm, listenbrainz } = users
  if (discogs !== null) {
    const client = discogsFromEnvironment({ ...env, DISCOGS_USER: discogs }, options)!
    await ask('discogs', () => client.count())
  }
  if (lastfm !== null) {
    check.lacksKey = !env['LASTFM_API_KEY']?.trim()
    const source = check.lacksKey ? null : lastfmFromEnvironment({ ...env, LASTFM_USER: lastfm }, options)
    if (source !== null) await ask('lastfm', () => firstPage(source, now))
  }
  if (listenbrainz !== null) {
    const source = listenbrainzFromEnvironment({ ...env, LISTENBRAINZ_USER: listenbrainz }, options)!
    await ask('listenbrainz', () => firstPage(source, now))
  }
  return check
}

/** Enough to know that the account is there and may be read. */
async function firstPage(source: ListenSource, now: Temporal.Instant): Promise<void> {
  const to = Math.floor(now.epochMilliseconds / 1000)
  for await (const _ of source.pages(to - DAY, to)) return
}
