import { z } from 'zod'
import { ConfigError, ServiceError, type ServiceReason } from '../../ground/errors.ts'
import { FIRST_SCROBBLE, type ListenPage, type ListenSource, type ScrobbledTrack } from '../../listens/source.ts'
import { baseAddress } from './base-address.ts'
import { createHttp, HttpError, type HttpOptions } from './http.ts'
import { pace } from './pace.ts'

const SERVICE = 'ListenBrainz'
const STANDARD_ADDRESS = 'https://api.listenbrainz.org/'

/** The documented maximum. */
const PER_PAGE = 1000
/** The documentation asks for no more than one request a second. */
const INTERVAL_MS = 1_000

export type ListenBrainzOptions = Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'retries' | 'backoffMs'> & {
  /** Shortest time between two requests. */
  intervalMs?: number
  /** Listens a page. */
  perPage?: number
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The listening history of `LISTENBRAINZ_USER`, which anybody may read; `LISTENBRAINZ_TOKEN` raises the rate limit. Null
 * where no user is set. An empty value counts as absent.
 * @throws ConfigError naming the variable, never its value
 */
export function listenbrainzFromEnvironment(
  environment: Environment,
  options: ListenBrainzOptions,
): ListenSource | null {
  const user = environment.LISTENBRAINZ_USER?.trim()
  const token = environment.LISTENBRAINZ_TOKEN?.trim().replace(/^token\s+/iu, '')
  if (!user) return null
  if (token && !/^[!-~]+$/u.test(token))
    throw new ConfigError('LISTENBRAINZ_TOKEN holds a blank, a line break or a character that no token has', {
      todo: 'Copy it again from https://listenbrainz.org/settings/, or remove it: it is not needed.',
    })
  const address = baseAddress(environment, 'LISTENBRAINZ_URL', STANDARD_ADDRESS)
  return createListenBrainz(new URL(`1/user/${encodeURIComponent(user)}/listens`, address), token || null, options)
}

/** What the service says to a request for listens; oldest first. */
interface Answer extends ListenPage {
  /** The times of all entries, usable or not. */
  times: readonly number[]
  /** When the user's newest listen was; null where the service does not say. */
  latest: number | null
}

function createListenBrainz(url: URL, token: string | null, options: ListenBrainzOptions): ListenSource {
  const { intervalMs = INTERVAL_MS, perPage = PER_PAGE, ...rest } = options
  const http = createHttp({
    timeoutMs: 30_000,
    retries: 4,
    backoffMs: 2_000,
    maxBytes: 32 * 2 ** 20,
    ...rest,
    service: SERVICE,
    headers: token === null ? {} : { authorization: `Token ${token}` },
  })
  const turn = pace(intervalMs)

  async function after(time: number): Promise<Answer> {
    await turn()
    try {
      return readListens(await http.json(url, { searchParams: { min_ts: time, count: perPage } }))
    } catch (error) {
      throw error instanceof HttpError ? refusal(error) : error
    }
  }

  /** With `min_ts` the service gives the oldest listens after that time, so the way through is from old to new. */
  async function* pages(from: number | null, to: number): AsyncIterable<ListenPage> {
    let time = Math.max(from ?? 0, FIRST_SCROBBLE) - 1
    for (;;) {
      const { tracks, unusable, times, latest } = await after(time)
      if (times.length === 0) return
      yield { tracks: tracks.filter(({ timestamp }) => timestamp <= to), unusable }
      const newest = Math.max(...times)
      const isLast = times.length < perPage
      if (newest >= to || (isLast && latest !== null && newest >= latest)) return
      // Several listens may share the second at which a page ends: that second is asked for again.
      const again = newest - 1
      if (again <= time && isLast) return
      time = again > time ? again : newest
    }
  }

  return { id: 'listenbrainz', name: SERVICE, pages }
}

const payload = z.looseObject({
  payload: z.looseObject({ listens: z.array(z.unknown()), latest_listen_ts: z.int().nullish() }),
})
const timed = z.looseObject({ listened_at: z.int().min(0) })
const listen = z.looseObject({
  listened_at: z.int(),
  track_metadata: z.looseObject({
    artist_name: z.string(),
    track_name: z.string(),
    release_name: z.string().nullish(),
  }),
})

function readListens(answer: unknown): Answer {
  const read = payload.safeParse(answer)
  if (!read.success)
    throw new ServiceError(SERVICE, `${SERVICE} sent JSON that is not a list of listens`, { transient: false })
  const { listens, latest_listen_ts: latest } = read.data.payload
  const tracks = listens.flatMap((entry) => readListen(entry) ?? []).sort((a, b) => a.timestamp - b.timestamp)
  return {
    tracks,
    unusable: listens.length - tracks.length,
    times: listens.flatMap((entry) => timed.safeParse(entry).data?.listened_at ?? []),
    latest: latest ?? null,
  }
}

function readListen(entry: unknown): ScrobbledTrack | null {
  const { data } = listen.safeParse(entry)
  if (data === undefined) return null
  const { listened_at: timestamp, track_metadata: metadata } = data
  const track = metadata.track_name.trim()
  if (track === '' || timestamp < FIRST_SCROBBLE) return null
  return {
    timestamp,
    credit: metadata.artist_name.trim(),
    album: metadata.release_name?.trim() || null,
    track,
    loved: null,
  }
}

function refusal(error: HttpError): ServiceError {
  const fail = (reason: ServiceReason, message: string, todo: string) =>
    new ServiceError(SERVICE, message, { transient: false, todo, reason })
  switch (error.status) {
    case 401:
      return fail(
        'refused-key',
        `${SERVICE} refused the token (401)`,
        'Copy LISTENBRAINZ_TOKEN again from https://listenbrainz.org/settings/, or remove it: it is not needed.',
      )
    case 404:
      return fail('unknown-user', `${SERVICE} knows no user of that name (404)`, 'Check LISTENBRAINZ_USER.')
    default:
      return error
  }
}
