import type { Album } from '../album.ts'
import { parseTitle } from '../names/normalise.ts'
import { nameOf, type Change, type Finding } from './finding.ts'

/** What is wrong with an address. `after`: the right one, where there is no doubt about it. */
type Wrong = { why: string; after: string } | { why: string; todo: string }

const JUDGES = { spotify_url: judgeSpotify, discogs_url: judgeDiscogs, cover_url: judgeCover } as const
type Link = keyof typeof JUDGES

/** Links that cannot be right. */
export function checkLinks(albums: readonly Album[]): Finding[] {
  return [...albums.flatMap((album) => [...linkFindings(album), ...numberFindings(album)]), ...sharedFindings(albums)]
}

function linkFindings(album: Album): Finding[] {
  return (Object.keys(JUDGES) as Link[]).flatMap((field): Finding[] => {
    const address = album[field]
    if (!address) return []
    const wrong = JUDGES[field](address)
    if (wrong === null) return []
    const about = [{ album: album.id, stands: `${nameOf(album)}: ${field} ${address}` }]
    if ('todo' in wrong) return [{ kind: 'link', about, ...wrong, changes: [] }]
    const change: Change = { album: album.id, field, before: address, after: wrong.after }
    return [{ kind: 'link', about, why: wrong.why, todo: `--fix writes ${wrong.after}`, changes: [change] }]
  })
}

const COPY_ALBUM_LINK =
  'Open the album on Spotify, Share → Copy album link, or write null: daily_enrichment looks it up.'

function judgeSpotify(address: string): Wrong | null {
  const url = parse(address)
  if (url === null || !/^(?:open|play)\.spotify\.com$/u.test(url.hostname) || isOdd(url))
    return { why: 'it does not lead to an album on open.spotify.com', todo: COPY_ALBUM_LINK }
  const path = /^\/(?:(?:intl-[a-z-]+|embed)\/)*([a-z]+)\/([^/]+)\/?$/u.exec(url.pathname)
  if (path === null) return { why: 'it names no album', todo: COPY_ALBUM_LINK }
  if (path[1] !== 'album')
    return { why: `it leads to Spotify’s page of another kind: ${path[1]!}`, todo: COPY_ALBUM_LINK }
  if (!/^[0-9A-Za-z]{22}$/u.test(path[2]!))
    return { why: 'an album’s id on Spotify has 22 letters and digits; this one has not', todo: COPY_ALBUM_LINK }
  return tidied(address, `https://open.spotify.com/album/${path[2]!}`)
}

const COPY_RELEASE_LINK =
  'Copy the address of the release (…/release/123) or of the master (…/master/123) from Discogs.'

function judgeDiscogs(address: string): Wrong | null {
  const url = parse(address)
  if (url === null || !/^(?:[a-z]+\.)?discogs\.com$/u.test(url.hostname) || isOdd(url))
    return { why: 'it does not lead to www.discogs.com', todo: COPY_RELEASE_LINK }
  const page = discogsPage(url)
  if (page === null) return { why: 'it leads to no release and no master', todo: COPY_RELEASE_LINK }
  const path = url.hostname === 'api.discogs.com' ? `/${page.kind}/${page.number}` : url.pathname
  return tidied(address, `https://www.discogs.com${path}`)
}

/** Hosts of covers that are known to speak https. */
const COVER_HOSTS = /(?:^|\.)(?:coverartarchive\.org|archive\.org|discogs\.com|scdn\.co|wikimedia\.org|mzstatic\.com)$/u

function judgeCover(address: string): Wrong | null {
  const url = parse(address)
  if (url === null) return { why: 'it is no address', todo: 'Copy the address of the picture again.' }
  if (url.protocol === 'https:') return null
  const why = 'it is not encrypted (http), so pages do not show it'
  if (COVER_HOSTS.test(url.hostname) && !isOdd(url)) return { why, after: address.replace(/^http:/u, 'https:') }
  return { why, todo: 'Try it with https:// in front; if that does not open, take a picture from elsewhere.' }
}

function tidied(address: string, after: string): Wrong | null {
  return address === after ? null : { why: 'it carries more than the page, or is not the plain address', after }
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

/** A port, a user or a password, which no shared link has. */
function isOdd({ port, username, password }: URL): boolean {
  return port !== '' || username !== '' || password !== ''
}

interface DiscogsPage {
  kind: 'release' | 'master'
  number: number
}

/** The release or master that an address on Discogs is of; null where it is of neither. */
function discogsPage({ pathname }: URL): DiscogsPage | null {
  const found = /^\/(?:(?!sell\/)[^/]+\/){0,2}(release|master)s?\/([1-9]\d*)(?:-[^/]*)?\/?$/u.exec(pathname)
  return found === null ? null : { kind: found[1] as DiscogsPage['kind'], number: Number(found[2]) }
}

/** The page on Discogs that an album's link is of. */
function discogsPageOf({ discogs_url: address }: Album): DiscogsPage | null {
  const url = parse(address ?? '')
  return url !== null && url.hostname.endsWith('discogs.com') ? discogsPage(url) : null
}

/** The number of the release that an album has on Discogs; null where none is known. */
export function releaseOf(album: Album): number | null {
  if (album.discogs_id) return album.discogs_id
  const page = discogsPageOf(album)
  return page?.kind === 'release' ? page.number : null
}

/** The number of the work that an album has on Discogs; null where none is known. */
export function masterOf(album: Album): number | null {
  if (album.discogs_master) return album.discogs_master
  const page = discogsPageOf(album)
  return page?.kind === 'master' ? page.number : null
}

/** The id of the album on Spotify; null where none is known. */
function spotifyIdOf({ spotify_url: address }: Album): string | null {
  return /\/album\/([0-9A-Za-z]{22})(?:[/?#]|$)/u.exec(address ?? '')?.[1] ?? null
}

function numberFindings(album: Album): Finding[] {
  const page = discogsPageOf(album)
  if (page === null) return []
  const field = page.kind === 'release' ? 'discogs_id' : 'discogs_master'
  const number = album[field]
  if (!number || number === page.number) return []
  return [
    {
      kind: 'link',
      about: [{ album: album.id, stands: `${nameOf(album)}: ${field} ${number}, discogs_url ${album.discogs_url!}` }],
      why: `the number and the link are of two different ${page.kind}s`,
      todo: 'Open the link, see which one it is, and correct the other.',
      changes: [],
    },
  ]
}

/** What can be of one album only, and the release, which may hold two albums on one record. */
const SHARED: readonly [what: string, of: (album: Album) => string | number | null, kind: Finding['kind']][] = [
  ['Spotify link', spotifyIdOf, 'link'],
  ['musicbrainz_id', ({ musicbrainz_id: id }) => (id ? id.toLowerCase() : null), 'link'],
  ['Discogs master', masterOf, 'link'],
  ['Discogs release', releaseOf, 'shared-record'],
]

/** Albums of different titles that share a link; those of one title are for the search for duplicates. */
function sharedFindings(albums: readonly Album[]): Finding[] {
  return SHARED.flatMap(([what, of, kind]) => {
    const sharers = new Map<string | number, Album[]>()
    for (const album of albums) {
      const link = of(album)
      if (link === null) continue
      const known = sharers.get(link)
      if (known === undefined) sharers.set(link, [album])
      else known.push(album)
    }
    return [...sharers].flatMap(([link, group]): Finding[] => {
      if (group.length < 2) return []
      if (new Set(group.map(({ title, artists }) => parseTitle(title, artists ?? []).key)).size < 2) return []
      return [
        {
          kind,
          about: group.map((album) => ({ album: album.id, stands: nameOf(album) })),
          why: `they have the same ${what}, ${link}`,
          todo:
            kind === 'link'
              ? 'See whose it is and take it out of the other; if it is one album under two titles, keep one entry.'
              : 'Right where one record holds both; otherwise take it out of the wrong one.',
          changes: [],
        },
      ]
    })
  })
}
