import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { ConfigError, ServiceError, type ServiceReason } from '../../ground/errors.ts'
import { FIRST_SCROBBLE, type ListenPage, type ListenSource, type ScrobbledTrack } from '../../listens/source.ts'
import { baseAddress } from './base-address.ts'
import { createHttp, type HttpOptions } from './http.ts'
import { pace } from './pace.ts'

const SERVICE = 'Last.fm'
const STANDARD_ADDRESS = 'https://ws.audioscrobbler.com/2.0/'

/** The documented maximum of user.getRecentTracks. */
const PER_PAGE = 200
/** How often an answer that says "try again" is asked for again, beside what the HTTP client repeats. */
const REPEATS = 3
/** How often pages may be counted anew without having brought anything. */
const RESTARTS = 5
/** The terms allow five requests a second. */
const INTERVAL_MS = 250

export type LastfmOptions = Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'retries' | 'backoffMs'> & {
  /** Shortest time between two requests. */
  intervalMs?: number
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The listening history that `LASTFM_API_KEY` and `LASTFM_USER` describe; null where neither is set. An empty value counts
 * as absent.
 * @throws ConfigError naming the variable, never its value
 */
export function lastfmFromEnvironment(environment: Environment, options: LastfmOptions): ListenSource | null {
  const key = environment.LASTFM_API_KEY?.trim()
  const user = environment.LASTFM_USER?.trim()
  if (!key && !user) return null
  if (!key)
    throw new ConfigError('LASTFM_USER is set and LASTFM_API_KEY is not', {
      todo: 'Get a key at https://www.last.fm/api/account/create and set LASTFM_API_KEY to it, or remove LASTFM_USER.',
    })
  if (!user)
    throw new ConfigError('LASTFM_API_KEY is set and LASTFM_USER is not', {
      todo: 'Set LASTFM_USER to your name on Last.fm, or remove LASTFM_API_KEY.',
    })
  return createLastfm(baseAddress(environment, 'LASTFM_URL', STANDARD_ADDRESS), key, user, options)
}

/** One page of user.getRecentTracks, newest first as the service has it. */
interface RecentTracks extends ListenPage {
  /** Scrobbles and pages in the whole range asked for. */
  total: number
  pages: number
}

function createLastfm(url: URL, key: string, user: string, options: LastfmOptions): ListenSource {
  const { intervalMs = INTERVAL_MS, backoffMs = 2_000, ...rest } = options
  const http = createHttp({
    timeoutMs: 30_000,
    retries: 4,
    maxBytes: 8 * 2 ** 20,
    ...rest,
    backoffMs,
    service: SERVICE,
  })
  const turn = pace(intervalMs)

  async function page(number: number, from: number | null, to: number): Promise<RecentTracks> {
    const searchParams = {
      method: 'user.getrecenttracks',
      format: 'json',
      extended: 1,
      user,
      api_key: key,
      limit: PER_PAGE,
      page: number,
      // Whether the limit itself belongs to the range is documented nowhere.
      ...(from === null ? {} : { from: Math.max(1, from - 1) }),
      to,
    }
    for (let repeat = 0; ; repeat++) {
      await turn()
      const answer = await http.json(url, { searchParams, answers: [400, 401, 403, 404] })
      const refused = refusal.safeParse(answer)
      if (!refused.success) return readPage(answer)
      const error = explain(refused.data)
      if (!error.transient || repeat === REPEATS) throw error
      await sleep(backoffMs * 2 ** repeat)
    }
  }

  /**
   * The service counts pages from the newest scrobble, so the last page is the oldest. A scrobble that arrives late in the
   * middle would push others onto pages already read: when the total changes, pages are counted anew from the newest
   * scrobble that was read.
   */
  async function* pages(from: number | null, to: number): AsyncIterable<ListenPage> {
    let read = from
    for (let restarts = 0; restarts <= RESTARTS; restarts++) {
      const since = read
      const newest = await page(1, since, to)
      let number = newest.pages
      for (; number >= 1; number--) {
        const current = newest.pages === 1 ? newest : await page(number, since, to)
        if (current.total !== newest.total) break
        yield current
        restarts = 0
        read = Math.max(read ?? 0, ...current.tracks.map(({ timestamp }) => timestamp))
      }
      if (number < 1) return
    }
    throw new ServiceError(SERVICE, `${SERVICE} counts its pages differently each time it is asked`, {
      transient: true,
    })
  }

  return { id: 'lastfm', name: SERVICE, pages }
}

const refusal = z.looseObject({ error: z.int(), message: z.string().optional() })

/** In JSON made from XML a text is a string, an object with `#text`, or with `extended=1` an object with `name`. */
const text = z.union([
  z.string(),
  z.looseObject({ '#text': z.string() }).transform((value) => value['#text']),
  z.looseObject({ name: z.string() }).transform(({ name }) => name),
])
const whole = z.coerce.number().int().min(0)
const attributes = z.looseObject({ total: whole, totalPages: whole })
const recentTracks = z.looseObject({ recenttracks: z.looseObject({ track: z.unknown(), '@attr': attributes }) })
const nowPlaying = z.looseObject({
  '@attr': z.looseObject({ nowplaying: z.union([z.literal('true'), z.literal(true)]) }),
})
const scrobble = z.looseObject({
  artist: text,
  album: text.nullish(),
  name: text,
  loved: z.union([z.string(), z.number()]).nullish().catch(null),
  date: z.looseObject({ uts: whole }),
})

function readPage(answer: unknown): RecentTracks {
  const read = recentTracks.safeParse(answer)
  if (!read.success)
    throw new ServiceError(SERVICE, `${SERVICE} sent JSON that is not a list of scrobbles`, { transient: false })
  const { track, '@attr': attributes } = read.data.recenttracks
  // A list of one comes as the track itself.
  const entries = (Array.isArray(track) ? track : track == null ? [] : [track]) as unknown[]
  const played = entries.filter((entry) => !nowPlaying.safeParse(entry).success)
  const tracks = played.flatMap((entry) => readTrack(entry) ?? []).sort((a, b) => a.timestamp - b.timestamp)
  return { tracks, unusable: played.length - tracks.length, total: attributes.total, pages: attributes.totalPages }
}

function readTrack(entry: unknown): ScrobbledTrack | null {
  const { data } = scrobble.safeParse(entry)
  if (data === undefined) return null
  const { artist, album, name, loved, date } = data
  if (name.trim() === '' || date.uts < FIRST_SCROBBLE) return null
  return {
    timestamp: date.uts,
    credit: artist.trim(),
    album: album?.trim() || null,
    track: name.trim(),
    loved: loved == null ? null : Number(loved) === 1,
  }
}

/** Error numbers: https://www.last.fm/api/errorcodes */
function explain({ error, message = '' }: z.infer<typeof refusal>): ServiceError {
  const fail = (what: string, todo?: string, details: { transient?: boolean; reason?: ServiceReason } = {}) =>
    new ServiceError(SERVICE, `${SERVICE} ${what} (error ${error})`, { transient: false, ...details, todo })
  switch (error) {
    case 4:
    case 10:
      return fail('does not accept the key', 'Check LASTFM_API_KEY: https://www.last.fm/api/accounts lists yours.', {
        reason: 'refused-key',
      })
    case 26:
      return fail('has suspended the key', 'Get another at https://www.last.fm/api/account/create.', {
        reason: 'refused-key',
      })
    case 6:
    case 7:
      return /user/i.test(message)
        ? fail(
            'knows no user of that name',
            'Check LASTFM_USER: the name as it stands in the address of your profile.',
            { reason: 'unknown-user' },
          )
        : fail('does not understand the request', 'Check LASTFM_USER and LASTFM_API_KEY.')
    case 17:
      return fail(
        'does not show this user’s listens',
        'On https://www.last.fm/settings/privacy take the mark from “Hide recent listening information”.',
        { reason: 'private' },
      )
    case 8:
    case 11:
    case 16:
      return fail('has a problem of its own', undefined, { transient: true, reason: 'unreachable' })
    case 29:
      return fail('was asked too often', undefined, { transient: true, reason: 'unreachable' })
    default:
      return fail('refused', 'https://www.last.fm/api/errorcodes says what the number means.')
  }
}
