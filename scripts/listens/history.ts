import { creditsOf, trackKey } from './figures.ts'
import type { Listen } from './listen.ts'
import { localClock } from './local-clock.ts'
import { titleKey } from './names.ts'
import { remembered, type HeardAlbum, type Shelf } from './shelf.ts'
import type { ListenWindow } from './store.ts'

/** A favourite is an album that was heard at least so often; forgotten, when the last time is so many days ago. */
export const FAVOURITE = { listens: 5, days: 180 } as const

interface AlbumHistory {
  heard: HeardAlbum
  first: number
  last: number
  count: number
}

/** An album that was heard often, and not for a long time. */
export interface ForgottenAlbum {
  heard: HeardAlbum
  count: number
  /** Unix seconds. */
  last: number
}

/** What all listens up to a moment say together. */
export interface History {
  /** Unix seconds of the first listen; null where there is none. */
  first: number | null
  total: number
  /** When each artist, by key, was heard for the first time, in Unix seconds. */
  artists: ReadonlyMap<string, number>
  albums: ReadonlyMap<string, AlbumHistory>
  tracks: ReadonlyMap<string, number>
  /** Days since 1 January 1970 with a listen. */
  days: ReadonlySet<number>
  /** The listens of each window asked for. */
  within: readonly (readonly Listen[])[]
}

/** Reads listens once, in the order of their times, and keeps of them what the analysis needs, not the listens themselves. */
export async function historyOf(
  listens: AsyncIterable<Listen>,
  windows: readonly Required<ListenWindow>[],
  { shelf, timezone }: { shelf: Shelf; timezone: string },
): Promise<History> {
  const clock = localClock(timezone)
  const titleKeyOf = remembered(titleKey)
  const artists = new Map<string, number>()
  const albums = new Map<string, AlbumHistory>()
  const tracks = new Map<string, number>()
  const days = new Set<number>()
  const within = windows.map((): Listen[] => [])
  let first: number | null = null
  let total = 0
  for await (const listen of listens) {
    const { timestamp } = listen
    first ??= timestamp
    total++
    days.add(clock(timestamp).day)
    const credits = creditsOf(listen, shelf)
    for (const key of credits.keys()) if (!artists.has(key)) artists.set(key, timestamp)
    const track = trackKey(titleKeyOf(listen.track), credits)
    if (!tracks.has(track)) tracks.set(track, timestamp)
    const heard = shelf.albumOf(listen)
    if (heard !== null) {
      const known = albums.get(heard.key)
      if (known === undefined) albums.set(heard.key, { heard, first: timestamp, last: timestamp, count: 1 })
      else Object.assign(known, { last: timestamp, count: known.count + 1 })
    }
    windows.forEach(({ from, to }, index) => {
      if (timestamp >= from && timestamp < to) within[index]!.push(listen)
    })
  }
  return { first, total, artists, albums, tracks, days, within }
}

/** Favourites not heard for long at a moment (Unix seconds): the most heard first, of equals the one unheard for longest. */
export function forgottenFavourites({ albums }: History, at: number, most: number): ForgottenAlbum[] {
  return [...albums.values()]
    .filter(({ count, last }) => count >= FAVOURITE.listens && last < at - FAVOURITE.days * 86_400)
    .sort((a, b) => b.count - a.count || a.last - b.last || (a.heard.key < b.heard.key ? -1 : 1))
    .slice(0, most)
}

/** How many days up to and with `day`, or the day before it, had a listen each without a gap. */
export function currentStreak({ days }: History, day: number): number {
  const end = days.has(day) ? day : day - 1
  let length = 0
  while (days.has(end - length)) length++
  return length
}
