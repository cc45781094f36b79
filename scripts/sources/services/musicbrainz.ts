import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Candidate } from '../../collection/names/match.ts'
import { ServiceError } from '../../ground/errors.ts'
import { baseAddress } from './base-address.ts'
import { createHttp, HttpError, type HttpOptions } from './http.ts'
import { pace } from './pace.ts'
import { spotifyAlbumUrl } from './spotify-address.ts'

const SERVICE = 'MusicBrainz'
const STANDARD_ADDRESS = 'https://musicbrainz.org/ws/2/'

/** One request a second for each address that asks (https://musicbrainz.org/doc/MusicBrainz_API/Rate_Limiting). */
const INTERVAL_MS = 1_100
const ATTEMPTS = 3
const BACKOFF_MS = 2_000
const PATIENCE_MS = 20_000
/** The largest page of a browse request. */
const MOST_RELEASES = 100

export type MusicBrainzOptions = Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'backoffMs'> & {
  /** Shortest time between two requests. Default 1.1 s, and none for a mirror on this machine. */
  intervalMs?: number
}

/** What MusicBrainz knows of a work beyond what its search tells. */
export interface ReleaseGroup {
  id: string
  title: string
  artists: string[]
  /** `1969-09-26`, `1969-09` or `1969`; null where unknown. */
  firstRelease: string | null
  /** Album, EP, Live, Compilation …, the primary type first. */
  types: string[]
  /** The genres most people agree on, at most four. */
  genres: string[]
  /** Wikidata item, such as Q173643. */
  wikidata: string | null
  discogsMaster: string | null
  /** Its page for people. */
  url: string
}

export interface MusicBrainz {
  /** Works of this title and artist, best first; `loose` asks for the words instead of the exact names. */
  searchWorks(title: string, artist: string, loose?: boolean): Promise<Candidate[]>
  /** Addresses of a work's editions on Spotify, original editions first. */
  spotifyLinks(id: string): Promise<string[]>
  /** Null where there is no such work (any more). */
  releaseGroup(id: string): Promise<ReleaseGroup | null>
}

/** MusicBrainz' web service; it needs no key. @throws ConfigError naming `MUSICBRAINZ_URL` where it is no address */
export function musicBrainzFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  options: MusicBrainzOptions,
): MusicBrainz {
  const base = baseAddress(environment, 'MUSICBRAINZ_URL', STANDARD_ADDRESS)
  const { intervalMs = base.protocol === 'http:' ? 0 : INTERVAL_MS, backoffMs = BACKOFF_MS, ...rest } = options
  // Repeating is done here and not by the client, so that a repetition waits its turn as well.
  const http = createHttp({ timeoutMs: 20_000, maxBytes: 8 * 2 ** 20, ...rest, service: SERVICE, retries: 0 })
  const turn = pace(intervalMs)

  async function ask(path: string, searchParams: Record<string, string | number>): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      await turn()
      try {
        return await http.json(new URL(path, base), { searchParams: { ...searchParams, fmt: 'json' } })
      } catch (error) {
        if (!(error instanceof HttpError) || !error.transient || attempt === ATTEMPTS) throw error
        // A server that does not answer in time will not do so sooner when asked once more.
        if (error.status === null && attempt > 1) throw error
        const wait = error.retryAfterMs ?? backoffMs * 2 ** (attempt - 1)
        if (wait > PATIENCE_MS) throw error
        await sleep(wait)
      }
    }
  }

  return {
    async searchWorks(title, artist, loose = false) {
      const query = loose
        ? `releasegroup:(${words(title)}) AND artist:(${words(artist)})`
        : `(releasegroup:${phrase(title)} OR release:${phrase(title)} OR alias:${phrase(title)}) AND artist:${phrase(artist)}`
      return readWorks(await ask('release-group', { query, limit: 25 }))
    },
    async spotifyLinks(id) {
      return readSpotifyLinks(
        await ask('release', { 'release-group': id, inc: 'url-rels', status: 'official', limit: MOST_RELEASES }),
      )
    },
    async releaseGroup(id) {
      try {
        return readReleaseGroup(
          await ask(`release-group/${encodeURIComponent(id)}`, { inc: 'artist-credits+genres+url-rels' }),
        )
      } catch (error) {
        if (error instanceof HttpError && error.status === 404) return null
        throw error
      }
    },
  }
}

/** A Lucene phrase. */
function phrase(text: string): string {
  return `"${text.replace(/[\\"]/gu, '\\$&')}"`
}

/** Words that all have to be there, without the signs Lucene gives a meaning to. */
function words(text: string): string {
  const found = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // In capitals these are operators.
  return found.length === 0 ? phrase(text) : found.map((word) => word.toLowerCase()).join(' AND ')
}

const credit = z.array(
  z.looseObject({
    name: z.string(),
    artist: z
      .looseObject({
        id: z.string(),
        name: z.string().nullish(),
        'sort-name': z.string().nullish(),
        aliases: z.array(z.looseObject({ name: z.string() })).nullish(),
      })
      .nullish(),
  }),
)

const found = z.looseObject({
  id: z.string(),
  title: z.string(),
  'primary-type': z.string().nullish(),
  'secondary-types': z.array(z.string()).nullish(),
  'first-release-date': z.string().nullish(),
  'artist-credit': credit.nullish(),
  releases: z.array(z.looseObject({ title: z.string().nullish() })).nullish(),
})

const search = z.looseObject({ 'release-groups': z.array(z.unknown()) })

/** Reads an answer to a search for release groups. @throws ServiceError where it is none */
export function readWorks(answer: unknown): Candidate[] {
  const read = search.safeParse(answer)
  if (!read.success) throw notAnAnswer()
  return read.data['release-groups'].flatMap((entry) => {
    const work = found.safeParse(entry)
    return work.success ? [candidateOf(work.data)] : []
  })
}

function candidateOf(work: z.infer<typeof found>): Candidate {
  const artists = work['artist-credit'] ?? []
  return {
    id: work.id,
    title: work.title,
    otherTitles: [...new Set((work.releases ?? []).flatMap(({ title }) => title ?? []))],
    artists: artists.map(({ name, artist }) => [
      name,
      ...[artist?.name, artist?.['sort-name'], ...(artist?.aliases ?? []).map((alias) => alias.name)].filter(
        (other) => other != null,
      ),
    ]),
    artistIds: artists.flatMap(({ artist }) => artist?.id ?? []),
    kind: kindOf(work['primary-type']),
    types: (work['secondary-types'] ?? []).flatMap((type) => TYPES[type] ?? []),
    year: yearOf(work['first-release-date']),
    tracks: null,
  }
}

/** https://musicbrainz.org/doc/Release_Group/Type */
function kindOf(primary: string | null | undefined): Candidate['kind'] {
  if (primary == null) return 'unknown'
  return ({ Album: 'album', EP: 'ep', Single: 'single' } as const)[primary] ?? 'other'
}

const TYPES: Readonly<Record<string, Candidate['types'][number]>> = {
  Live: 'live',
  Compilation: 'compilation',
  Remix: 'remix',
  'DJ-mix': 'remix',
  Demo: 'demo',
  Interview: 'interview',
  Spokenword: 'interview',
}

function yearOf(date: string | null | undefined): number | null {
  const year = /^\d{4}/u.exec(date ?? '')
  return year === null ? null : Number(year[0])
}

const relation = z.looseObject({
  type: z.string(),
  ended: z.boolean().nullish(),
  url: z.looseObject({ resource: z.string() }).nullish(),
})
const browse = z.looseObject({
  releases: z.array(
    z.looseObject({
      title: z.string().nullish(),
      disambiguation: z.string().nullish(),
      date: z.string().nullish(),
      relations: z.array(relation).nullish(),
    }),
  ),
})

/** Reads a list of releases with their `url` relations. @throws ServiceError where it is none */
function readSpotifyLinks(answer: unknown): string[] {
  const read = browse.safeParse(answer)
  if (!read.success) throw notAnAnswer()
  const links = read.data.releases.flatMap(({ disambiguation, date, relations }) =>
    (relations ?? [])
      .filter(({ ended }) => ended !== true)
      .flatMap(({ url }) => spotifyAlbumUrl(url?.resource ?? '') ?? [])
      // A release without a remark is the ordinary edition.
      .map((url) => ({ url, order: `${disambiguation ? 1 : 0} ${date || '9999'}` })),
  )
  return [...new Set(links.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ url }) => url))]
}

const details = found.extend({
  genres: z.array(z.looseObject({ name: z.string(), count: z.int() })).nullish(),
  relations: z.array(relation).nullish(),
})

/** Reads one release group with credits, genres and `url` relations. @throws ServiceError where it is none */
function readReleaseGroup(answer: unknown): ReleaseGroup {
  const read = details.safeParse(answer)
  if (!read.success) throw notAnAnswer()
  const group = read.data
  const addressOf = (type: string, pattern: RegExp) =>
    (group.relations ?? []).flatMap((each) =>
      each.type === type && each.ended !== true ? (pattern.exec(each.url?.resource ?? '')?.[1] ?? []) : [],
    )[0] ?? null
  return {
    id: group.id,
    title: group.title,
    artists: (group['artist-credit'] ?? []).map(({ name }) => name),
    firstRelease: /^\d{4}(?:-\d{2}){0,2}$/u.test(group['first-release-date'] ?? '')
      ? group['first-release-date']!
      : null,
    types: [group['primary-type'], ...(group['secondary-types'] ?? [])].filter((type) => type != null),
    genres: (group.genres ?? [])
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, 4)
      .map(({ name }) => name),
    wikidata: addressOf('wikidata', /\/(Q\d+)$/u),
    discogsMaster: addressOf('discogs', /(https?:\/\/www\.discogs\.com\/master\/\d+)/u),
    url: `https://musicbrainz.org/release-group/${group.id}`,
  }
}

function notAnAnswer(): ServiceError {
  return new ServiceError(SERVICE, `${SERVICE} sent JSON of another kind`, { transient: false })
}
