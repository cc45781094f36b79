import { z } from 'zod'
import { monotonic } from '../../ground/clock.ts'
import type { Candidate } from '../../collection/names/match.ts'
import { ConfigError, ServiceError } from '../../ground/errors.ts'
import { baseAddress } from './base-address.ts'
import { createHttp, HttpError, type HttpOptions } from './http.ts'
import { spotifyAlbumUrl } from './spotify-address.ts'

const SERVICE = 'Spotify'

/** The most a search gives an app in development mode since February 2026. */
const LIMIT = 10
/** A token is not used in its last minute: it may run out on the way. */
const MARGIN_MS = 60_000
const CHECK_KEYS =
  'Check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET in the secrets of the repository; the owner of the app needs Spotify Premium.'

export type SpotifyOptions = Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'retries' | 'backoffMs'>

/** An album of Spotify's catalogue. */
export interface SpotifyAlbum extends Candidate {
  url: string
  /** Address of the largest cover; null where there is none. */
  cover: string | null
}

export interface Spotify {
  /** Albums of this title and artist, best first. */
  searchAlbums(title: string, artist: string): Promise<SpotifyAlbum[]>
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Spotify's catalogue for `SPOTIFY_CLIENT_ID` and `SPOTIFY_CLIENT_SECRET` (client credentials: no person signs in). Null
 * where neither is set; an empty value counts as absent.
 * @throws ConfigError naming the variable, never its value
 */
export function spotifyFromEnvironment(environment: Environment, options: SpotifyOptions): Spotify | null {
  const id = environment.SPOTIFY_CLIENT_ID?.trim()
  const secret = environment.SPOTIFY_CLIENT_SECRET?.trim()
  if (!id && !secret) return null
  for (const [name, value, other] of [
    ['SPOTIFY_CLIENT_ID', id, 'SPOTIFY_CLIENT_SECRET'],
    ['SPOTIFY_CLIENT_SECRET', secret, 'SPOTIFY_CLIENT_ID'],
  ] as const) {
    if (!value)
      throw new ConfigError(`${other} is set and ${name} is not`, { todo: `Set ${name} too, or remove ${other}.` })
    if (!/^[!-~]+$/u.test(value))
      throw new ConfigError(`${name} holds a blank, a line break or a character that it cannot have`, {
        todo: 'Copy it again from https://developer.spotify.com/dashboard.',
      })
  }
  const accounts = baseAddress(environment, 'SPOTIFY_ACCOUNTS_URL', 'https://accounts.spotify.com/')
  const api = baseAddress(environment, 'SPOTIFY_API_URL', 'https://api.spotify.com/')
  const basic = Buffer.from(`${id}:${secret}`).toString('base64')
  const http = createHttp({ timeoutMs: 15_000, ...options, service: SERVICE })
  let token: { value: string; until: number } | null = null

  async function bearer(): Promise<string> {
    if (token !== null && monotonic() < token.until) return token.value
    let answer: unknown
    try {
      answer = await http.json(new URL('api/token', accounts), {
        method: 'post',
        headers: { authorization: `Basic ${basic}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      })
    } catch (error) {
      // Spotify answers 400 `invalid_client` to a wrong secret.
      if (error instanceof HttpError && error.status !== null && [400, 401, 403].includes(error.status))
        throw refused(`refused the client id and secret (${error.status})`)
      throw error
    }
    const read = tokenAnswer.safeParse(answer)
    if (!read.success) throw notAnAnswer()
    token = { value: read.data.access_token, until: monotonic() + read.data.expires_in * 1000 - MARGIN_MS }
    return token.value
  }

  async function ask(searchParams: Record<string, string | number>, again = true): Promise<unknown> {
    const authorization = `Bearer ${await bearer()}`
    try {
      return await http.json(new URL('v1/search', api), { headers: { authorization }, searchParams })
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      if (error.status === 401 && again) {
        // The token ran out earlier than it was said to.
        token = null
        return ask(searchParams, false)
      }
      if (error.status === 401 || error.status === 403) throw refused(`refused to answer (${error.status})`)
      throw error
    }
  }

  return {
    async searchAlbums(title, artist) {
      const q = `album:${quoted(title)} artist:${quoted(artist)}`
      return readAlbums(await ask({ q, type: 'album', limit: LIMIT }))
    },
  }
}

/** A value of a field filter; quotes cannot be escaped there. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', ' ').trim()}"`
}

const tokenAnswer = z.looseObject({ access_token: z.string().regex(/^[!-~]+$/u), expires_in: z.number().min(0) })

const album = z.looseObject({
  id: z.string(),
  name: z.string(),
  album_type: z.string().nullish(),
  total_tracks: z.int().min(0).nullish(),
  release_date: z.string().nullish(),
  external_urls: z.looseObject({ spotify: z.string() }),
  artists: z.array(z.looseObject({ id: z.string().nullish(), name: z.string() })),
  images: z.array(z.looseObject({ url: z.string(), width: z.number().nullish() })).nullish(),
})
const answerOf = z.looseObject({ albums: z.looseObject({ items: z.array(z.unknown()) }) })

/** Reads an answer to a search for albums; entries that are null or incomplete are left out. @throws ServiceError */
export function readAlbums(answer: unknown): SpotifyAlbum[] {
  const read = answerOf.safeParse(answer)
  if (!read.success) throw notAnAnswer()
  return read.data.albums.items.flatMap((item) => {
    const one = album.safeParse(item)
    const url = one.success ? spotifyAlbumUrl(one.data.external_urls.spotify) : null
    return one.success && url !== null ? [candidateOf(one.data, url)] : []
  })
}

/** Most tracks of what is still a single; Spotify calls EPs singles too. */
const SINGLE_TRACKS = 3

function candidateOf(one: z.infer<typeof album>, url: string): SpotifyAlbum {
  const tracks = one.total_tracks ?? null
  const year = /^\d{4}/u.exec(one.release_date ?? '')?.[0]
  const covers = [...(one.images ?? [])].sort((a, b) => (b.width ?? 0) - (a.width ?? 0))
  return {
    id: one.id,
    title: one.name,
    otherTitles: [],
    artists: one.artists.map(({ name }) => [name]),
    artistIds: one.artists.flatMap(({ id }) => id ?? []),
    kind: one.album_type === 'single' ? ((tracks ?? 0) <= SINGLE_TRACKS ? 'single' : 'ep') : 'album',
    types: one.album_type === 'compilation' ? ['compilation'] : [],
    // "0000" stands where Spotify does not know.
    year: year === undefined || year === '0000' ? null : Number(year),
    tracks,
    url,
    cover: covers[0]?.url ?? null,
  }
}

function refused(what: string): ServiceError {
  return new ServiceError(SERVICE, `${SERVICE} ${what}`, { transient: false, todo: CHECK_KEYS })
}

function notAnAnswer(): ServiceError {
  return new ServiceError(SERVICE, `${SERVICE} sent JSON of another kind`, { transient: false })
}
