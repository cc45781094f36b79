import { USER_AGENT } from '../ground/version.ts'
import type { ListenSource } from '../listens/source.ts'
import type { ChatModel } from '../sources/chat.ts'
import type { Discogs } from '../sources/services/discogs.ts'
import type { Catalogues } from '../tasks/task.ts'

// Each service is loaded when something asks for it: most runs need none.

/** The language model; null where none is configured. @throws ConfigError where it is configured wrongly */
export async function chatOf(env: NodeJS.ProcessEnv): Promise<ChatModel | null> {
  const { euriaFromEnvironment } = await import('../sources/services/euria.ts')
  return euriaFromEnvironment(env, { userAgent: USER_AGENT })
}

/** Where the collection is kept elsewhere; null where nothing is configured. @throws ConfigError where it is configured wrongly */
export async function collectionSourceOf(accounts: NodeJS.ProcessEnv): Promise<Discogs | null> {
  const { discogsFromEnvironment } = await import('../sources/services/discogs.ts')
  return discogsFromEnvironment(accounts, { userAgent: USER_AGENT })
}

/** Where new listens come from; `only`: the source of that id alone. @throws ConfigError where one is configured wrongly */
export async function listenSourcesOf(accounts: NodeJS.ProcessEnv, only?: string): Promise<ListenSource[]> {
  const { lastfmFromEnvironment } = await import('../sources/services/lastfm.ts')
  const { listenbrainzFromEnvironment } = await import('../sources/services/listenbrainz.ts')
  const options = { userAgent: USER_AGENT }
  const listenbrainz = only === 'lastfm' ? null : listenbrainzFromEnvironment(accounts, options)
  // A key of Last.fm alone names nobody; beside ListenBrainz it may be there for another day.
  const isUnused = only === 'listenbrainz' || (listenbrainz !== null && !accounts['LASTFM_USER'])
  const lastfm = isUnused ? null : lastfmFromEnvironment(accounts, options)
  return [lastfm, listenbrainz].filter((source) => source !== null)
}

/** The catalogues that can be asked. @throws ConfigError where one is configured wrongly */
export async function cataloguesOf(env: NodeJS.ProcessEnv): Promise<Catalogues> {
  const { spotifyFromEnvironment } = await import('../sources/services/spotify.ts')
  const { musicBrainzFromEnvironment } = await import('../sources/services/musicbrainz.ts')
  const { coverArtFromEnvironment } = await import('../sources/services/coverart.ts')
  const { wikidataFromEnvironment } = await import('../sources/services/wikidata.ts')
  const { wikipediaFromEnvironment } = await import('../sources/services/wikipedia.ts')
  // MusicBrainz and Wikimedia ask for a contact: the repository the run is for.
  const repository = env['GITHUB_REPOSITORY']
  const options = {
    userAgent: repository ? USER_AGENT.replace(/\(.*\)$/u, `(+https://github.com/${repository})`) : USER_AGENT,
  }
  return {
    spotify: spotifyFromEnvironment(env, options),
    musicBrainz: musicBrainzFromEnvironment(env, options),
    coverArt: coverArtFromEnvironment(env, options),
    wikidata: wikidataFromEnvironment(env, options),
    wikipedia: wikipediaFromEnvironment(env, options),
  }
}
