import { artistsOf, type Album } from '../collection/album.ts'
import type { Listen } from './listen.ts'
import { artistKey, titleKey } from './names.ts'

/** When each album of some listens was last heard: Unix seconds by {@link albumKeys}. */
export async function lastListens(listens: AsyncIterable<Listen>): Promise<ReadonlyMap<string, number>> {
  const last = new Map<string, number>()
  for await (const { album, artists, timestamp } of listens) {
    if (album == null) continue
    for (const key of albumKeys(album, artists)) last.set(key, Math.max(timestamp, last.get(key) ?? 0))
  }
  return last
}

/** When `album` was last heard, in Unix seconds; null where no listen is known. */
export function lastListenOf(album: Album, last: ReadonlyMap<string, number>): number | null {
  const times = albumKeys(album.title, artistsOf(album)).flatMap((key) => last.get(key) ?? [])
  return times.length === 0 ? null : Math.max(...times)
}

/** One key for each credited artist: a listen often credits one of several. */
function albumKeys(title: string, artists: readonly string[]): string[] {
  return artists.map((artist) => `${artistKey(artist)}\n${titleKey(title)}`)
}
