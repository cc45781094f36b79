import { artistCredit, mbid, releaseGroup, releaseGroupSearch, type WorkWords } from './catalogue-answers.ts'
import { json, startLoopback, type Answer, type Loopback } from './loopback.ts'

/** A work, and what hangs on it. */
export interface KnownWork extends WorkWords {
  /** Addresses on Spotify of its releases. */
  spotify?: readonly string[]
  wikidata?: string
  genres?: readonly string[]
  /** Whether the Cover Art Archive has its front. */
  cover?: boolean
}

export const idOf = (work: KnownWork): string => work.id ?? mbid(`${work.title}|${work.artists.join('|')}`)

const NOT_FOUND = { error: 'Not Found', help: 'For usage, please see: https://musicbrainz.org/development/mmd' }

/** MusicBrainz' web service with these works, and the Cover Art Archive below `/caa/`. */
export function startMusicBrainz(works: readonly KnownWork[]): Promise<Loopback> {
  return startLoopback((response, call) => {
    const answer = route(works, call.path, call.query)
    answer(response, call)
  })
}

function route(works: readonly KnownWork[], path: string, query: URLSearchParams): Answer {
  const known = (id: string | undefined) => works.find((work) => idOf(work) === id)
  if (path === '/release-group') {
    const asked = fold(query.get('query') ?? '')
    const hits = works.filter((work) => asked.includes(fold(work.title)))
    return json(releaseGroupSearch(hits.map((work) => ({ ...work, id: idOf(work) }))))
  }
  if (path === '/release') return json(releasesOf(known(query.get('release-group') ?? undefined)))
  const group = known(/^\/release-group\/([^/]+)$/.exec(path)?.[1])
  if (group !== undefined) return json(detailsOf(group))
  const covered = known(/^\/caa\/release-group\/([^/]+)$/.exec(path)?.[1])
  return covered?.cover ? json(coverOf(covered)) : json(NOT_FOUND, 404)
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim() // prettier-ignore
}

function releasesOf(work: KnownWork | undefined) {
  const releases = (work?.spotify ?? []).map((address) => ({
    id: mbid(address),
    title: work!.title,
    status: 'Official',
    disambiguation: '',
    date: work!.date ?? '',
    country: 'XW',
    relations: [
      {
        type: 'free streaming',
        'type-id': '08445ccf-7b99-4438-9f9a-fb9ac18099ee',
        direction: 'forward',
        ended: false,
        'target-type': 'url',
        url: { id: mbid(`url ${address}`), resource: address },
      },
    ],
  }))
  return { 'release-count': releases.length, 'release-offset': 0, releases }
}

function detailsOf(work: KnownWork) {
  const { score: _score, count: _count, ...entry } = releaseGroup({ ...work, id: idOf(work) })
  return {
    ...entry,
    disambiguation: '',
    'secondary-types': entry['secondary-types'] ?? [],
    'first-release-date': work.date ?? '',
    'artist-credit': artistCredit(work.artists),
    genres: (work.genres ?? []).map((name, index) => ({ id: mbid(name), name, count: 9 - index, disambiguation: '' })),
    relations:
      work.wikidata === undefined
        ? []
        : [
            {
              type: 'wikidata',
              direction: 'forward',
              ended: false,
              'target-type': 'url',
              url: { id: mbid(work.wikidata), resource: `https://www.wikidata.org/wiki/${work.wikidata}` },
            },
          ],
  }
}

function coverOf(work: KnownWork) {
  const address = `http://coverartarchive.org/release/${mbid('release')}/1`
  return {
    images: [
      {
        types: ['Front'],
        front: true,
        back: false,
        edit: 1,
        image: `${address}.jpg`,
        comment: '',
        approved: true,
        id: 1,
        thumbnails: { 250: `${address}-250.jpg`, 500: `${address}-500.jpg`, large: `${address}-500.jpg` },
      },
    ],
    release: `https://musicbrainz.org/release/${mbid(idOf(work))}`,
  }
}

/** Too many requests, as MusicBrainz says it. */
export const limited = (seconds: number): Answer =>
  json(
    {
      error:
        'Your requests are exceeding the allowable rate limit. Please see https://musicbrainz.org/doc/XML_Web_Service/Rate_Limiting for more information.',
      help: 'For usage, please see: https://musicbrainz.org/development/mmd',
    },
    503,
    { 'retry-after': String(seconds), 'x-ratelimit-limit': '1200', 'x-ratelimit-remaining': '0' },
  )
