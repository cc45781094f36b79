import type { Album } from '../../scripts/collection/album.ts'
import type { Listen } from '../../scripts/listens/listen.ts'
import { dirtyListening } from '../support/dirty-listening.ts'
import type { BrainzListen } from '../support/listenbrainz-server.ts'
import type { Scrobble } from '../support/lastfm-server.ts'

/** When everything is run. */
export const NOW = '2026-11-20T12:00:15Z'

/** Up to where the stored history goes; what the services know is later. */
const UNTIL = Date.parse('2026-11-14T00:00:00Z') / 1000

/** Albums without their ids; a mapped type would lose the names of the fields. */
interface Words {
  title: string
  artists?: string[]
  year?: number
  spotify_url?: string
  sources?: Record<string, string>
  mine?: unknown
}

const KNOWN = [
  { title: 'Low', artists: ['David Bowie'] },
  { title: 'Zen', artists: ['Zazie'], year: 1995 },
  { title: 'Boire', artists: ['Miossec'], year: 1994, mine: { kept: true } },
  { title: 'Weezer', artists: ['Weezer'] },
  { title: 'Pink Moon', artists: ['Nick Drake'], year: 2013, sources: { year: 'pressing' } },
  { title: 'Nobody Knows This', artists: ['A Neighbour'] },
] satisfies Words[]

/** What `collection -- check` has something to say about. */
const UNTIDY: readonly Words[] = [
  { title: 'DÃ©but', artists: ['BjÃ¶rk'], year: 1993 },
  { title: 'Debut', artists: ['Björk'], year: 1993 },
  { title: 'Début', artists: ['Björk', 'Bjork'], year: 1893 },
  { title: 'The Beatles - Help!', artists: ['The Beatles'], year: 1965 },
  { title: 'Help!', artists: ['Beatles, The'], year: 1965, spotify_url: 'http://open.spotify.com/album/x?si=1' },
  { title: 'Hounds  of Love ', artists: ['Kate Bush'], year: 1985 },
  { title: 'Hounds of Lvoe', artists: ['Kate Bush'], year: 1985 },
  { title: 'No Artist' },
]

interface History {
  albums: Album[]
  /** By UTC month, sorted. */
  months: Map<string, Listen[]>
}

/** A collection and fifteen months of listens to it, with the usual dirt. */
export function history(): History {
  const { albums, listens } = dirtyListening(1, UNTIL)
  // First what the services know: some tasks begin with the lowest ids.
  const shelf = [...KNOWN, ...albums.slice(0, 300), ...UNTIDY].map((album, index): Album => ({
    ...album,
    id: index + 1,
  }))
  const heard = KNOWN.flatMap(({ title, artists }, album) =>
    Array.from({ length: 40 - 5 * album }, (_, index): Listen => ({
      timestamp: UNTIL - 40_000 - album * 900 - index * 40_000,
      artists,
      album: title,
      track: `Song ${index % 9}`,
      source: 'lastfm',
    })),
  )
  const stored = [...listens.map(({ play: _, ...listen }) => listen), ...heard]
  const months = new Map<string, Listen[]>()
  for (const listen of stored.sort((a, b) => a.timestamp - b.timestamp)) {
    const month = new Date(listen.timestamp * 1000).toISOString().slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), listen])
  }
  return { albums: shelf, months }
}

/** Six days after the stored history, some of them loved. */
export function scrobbles(): Scrobble[] {
  return Array.from({ length: 230 }, (_, index) => {
    const { title, artists } = KNOWN[index % KNOWN.length]!
    const uts = UNTIL + 600 + index * 2_200
    return { uts, artist: artists[0]!, album: title, name: `Song ${index % 7}`, loved: index % 11 === 0 }
  })
}

/** Every third of the {@link scrobbles}, some seconds later, and some that Last.fm does not know. */
export function brainzListens(): BrainzListen[] {
  const told = scrobbles().filter((_, index) => index % 3 === 0)
  return [
    ...told.map(({ uts, artist, album, name }) => ({
      listened_at: uts + 40,
      artist_name: artist,
      track_name: name,
      ...(album === undefined ? {} : { release_name: album }),
    })),
    ...Array.from({ length: 20 }, (_, index) => ({
      listened_at: UNTIL + 1_500 + index * 19_000,
      artist_name: 'Elsewhere',
      track_name: `Far ${index}`,
    })),
  ]
}
