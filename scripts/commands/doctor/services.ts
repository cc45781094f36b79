import { setTimeout as sleep } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { ServiceError } from '../../ground/errors.ts'
import type { ListenSource } from '../../listens/source.ts'
import { discogsFromEnvironment } from '../../sources/services/discogs.ts'
import { euriaFromEnvironment } from '../../sources/services/euria.ts'
import { lastfmFromEnvironment } from '../../sources/services/lastfm.ts'
import { listenbrainzFromEnvironment } from '../../sources/services/listenbrainz.ts'
import { spotifyFromEnvironment } from '../../sources/services/spotify.ts'
import { USER_AGENT } from '../../ground/version.ts'
import { notAsked, ok, problem, type Check, type Finding } from './check.ts'
import { plural } from './data.ts'

/** Longest a service is waited for, in milliseconds. */
const PATIENCE = 15_000
const DAY = 24 * 60 * 60

const HERE = 'not set here'

/** Every outside service that this environment configures, asked once each by the client the tasks use. */
export function serviceChecks(env: NodeJS.ProcessEnv, now: Temporal.Instant, patienceMs = PATIENCE): Check[] {
  const options = { userAgent: USER_AGENT, timeoutMs: patienceMs, retries: 0 }
  const listening = { ...options, backoffMs: 100 }
  const checks: Check[] = [
    {
      name: 'Euria',
      async ask() {
        const model = euriaFromEnvironment(env, options)
        if (model === null)
          return notAsked(
            `EURIA_URL and EURIA_BEARER are ${HERE} (what the repository’s secrets hold cannot be seen from here). Without them the built-in composer writes the poems.`,
          )
        const signal = AbortSignal.timeout(patienceMs * 2)
        const question = [{ role: 'user' as const, content: 'Answer with the one word: OK' }]
        return judgeEuria(model.name, await model.complete(question, { signal, patienceMs: 0 }))
      },
    },
    {
      name: 'Spotify',
      async ask() {
        const spotify = spotifyFromEnvironment(env, options)
        if (spotify === null) return notAsked(`SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET are ${HERE}.`)
        await spotify.searchAlbums('Kind of Blue', 'Miles Davis')
        return ok('it accepts the key and answers')
      },
    },
    {
      name: 'Last.fm',
      ask: () => askListens(lastfmFromEnvironment(env, listening), now, 'LASTFM_API_KEY and LASTFM_USER are'),
    },
    {
      name: 'ListenBrainz',
      ask: () => askListens(listenbrainzFromEnvironment(env, listening), now, 'LISTENBRAINZ_USER is'),
    },
    {
      name: 'Discogs',
      async ask() {
        const discogs = discogsFromEnvironment(env, options)
        if (discogs === null) return notAsked(`DISCOGS_USER is ${HERE}.`)
        return ok(`it answers: ${plural(await discogs.count(), 'record')} in the collection`)
      },
    },
  ]
  return checks.map(({ name, ask }) => ({ name, ask: () => bounded(name, patienceMs, ask) }))
}

/** @param answer What the model said to the question for one word. */
function judgeEuria(asked: string, { text, model }: { text: string; model: string | null }): Finding {
  if (text === '')
    return problem(
      `${asked} answers, but says nothing.`,
      'It may spend all its words on thinking: set EURIA_MODEL to a model that answers without reasoning first.',
    )
  return ok(`it accepts the key and answers, as ${model ?? asked}`)
}

/** The listens of the last day: little to send, and refused for the same reasons as all of them. */
async function askListens(source: ListenSource | null, now: Temporal.Instant, variables: string): Promise<Finding> {
  if (source === null) return notAsked(`${variables} ${HERE}.`)
  const to = Math.floor(now.epochMilliseconds / 1000)
  for await (const { tracks } of source.pages(to - DAY, to))
    return ok(`it answers: ${tracks.length === 0 ? 'nothing heard' : 'listens'} in the last 24 hours`)
  return ok('it answers: nothing heard in the last 24 hours')
}

/** Clients that ask more than once by themselves are not waited for any longer than the others. */
async function bounded(service: string, patienceMs: number, ask: Check['ask']): Promise<Finding> {
  const done = new AbortController()
  const late = sleep(patienceMs + 1_000, undefined, { signal: done.signal }).then(() => {
    throw new ServiceError(service, `${service} did not answer within ${patienceMs / 1000} s`, { transient: true })
  })
  late.catch(() => undefined)
  try {
    return await Promise.race([ask(), late])
  } finally {
    done.abort()
  }
}
