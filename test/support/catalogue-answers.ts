import { createHash } from 'node:crypto'

/* Answers of MusicBrainz and Spotify in the shape their documentation shows, from a few words. */

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** An MBID that is always the same for the same text. */
export function mbid(text: string): string {
  const h = hash(text)
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`
}

/** A Spotify id (22 characters) that is always the same for the same text. */
export function spotifyId(text: string): string {
  return hash(text).slice(0, 22)
}

/** A credited artist: `Name=Alias`, and `^mark` where namesakes are to be told apart. */
export function readArtist(text: string): { name: string; aliases: string[]; identity: string } {
  const [names = '', mark = ''] = text.split('^')
  const [name = '', ...aliases] = names.split('=').map((each) => each.trim())
  return { name, aliases, identity: `${aliases[0] ?? name}^${mark}` }
}

export interface WorkWords {
  title: string
  artists: readonly string[]
  /** `Album+Live`: the primary type, then the secondary ones. */
  type?: string
  date?: string
  /** Titles of its releases; its own where none is given. */
  releases?: readonly string[]
  id?: string
}

/** One entry of `GET /ws/2/release-group?query=…&fmt=json`. */
export function releaseGroup(work: WorkWords, score = 100): Record<string, unknown> {
  const [primary, ...secondary] = (work.type ?? 'Album').split('+')
  const id = work.id ?? mbid(`${work.title}|${work.artists.join('|')}|${work.type ?? ''}|${work.date ?? ''}`)
  return {
    id,
    'type-id': mbid(primary!),
    score,
    'primary-type-id': mbid(primary!),
    'artist-credit-id': mbid(work.artists.join('|')),
    count: 3,
    title: work.title,
    ...(work.date === undefined ? {} : { 'first-release-date': work.date }),
    'primary-type': primary,
    ...(secondary.length === 0 ? {} : { 'secondary-types': secondary, 'secondary-type-ids': secondary.map(mbid) }),
    'artist-credit': artistCredit(work.artists),
    releases: (work.releases ?? [work.title]).map((title) => ({
      id: mbid(`${id} ${title}`),
      'status-id': mbid('Official'),
      title,
      status: 'Official',
    })),
  }
}

export function artistCredit(artists: readonly string[]): Record<string, unknown>[] {
  return artists.map(readArtist).map(({ name, aliases, identity }, index) => ({
    ...(index < artists.length - 1 ? { joinphrase: ' & ' } : {}),
    name,
    artist: {
      id: mbid(identity),
      name,
      'sort-name': name,
      aliases: aliases.map((alias) => ({
        'sort-name': alias,
        name: alias,
        locale: 'en',
        type: null,
        primary: null,
        'begin-date': null,
        'end-date': null,
      })),
    },
  }))
}

/** The whole answer of a search for release groups. */
export function releaseGroupSearch(works: readonly WorkWords[]): Record<string, unknown> {
  return {
    created: '2026-11-01T02:00:00.000Z',
    count: works.length,
    offset: 0,
    'release-groups': works.map((work, index) => releaseGroup(work, 100 - index)),
  }
}

export interface AlbumWords {
  title: string
  artists: readonly string[]
  type?: string
  date?: string
  tracks?: number
}

/** One entry of `GET /v1/search?type=album`. */
export function spotifyAlbum(album: AlbumWords): Record<string, unknown> {
  const id = spotifyId(JSON.stringify(album))
  const date = album.date ?? '0000'
  return {
    album_type: album.type ?? 'album',
    total_tracks: album.tracks ?? 10,
    external_urls: { spotify: `https://open.spotify.com/album/${id}` },
    href: `https://api.spotify.com/v1/albums/${id}`,
    id,
    images: [640, 300, 64].map((width) => ({ url: `https://i.scdn.co/image/${width}${id}`, height: width, width })),
    name: album.title,
    release_date: date,
    release_date_precision: ['year', 'month', 'day'][date.split('-').length - 1],
    type: 'album',
    uri: `spotify:album:${id}`,
    artists: album.artists.map(readArtist).map(({ name, identity }) => ({
      external_urls: { spotify: `https://open.spotify.com/artist/${spotifyId(identity)}` },
      href: `https://api.spotify.com/v1/artists/${spotifyId(identity)}`,
      id: spotifyId(identity),
      name,
      type: 'artist',
      uri: `spotify:artist:${spotifyId(identity)}`,
    })),
  }
}

/** The whole answer of a search for albums. */
export function spotifySearch(albums: readonly AlbumWords[]): Record<string, unknown> {
  return {
    albums: {
      href: 'https://api.spotify.com/v1/search?offset=0&limit=10&query=q&type=album',
      limit: 10,
      next: null,
      offset: 0,
      previous: null,
      total: albums.length,
      items: albums.map(spotifyAlbum),
    },
  }
}
