import { artistsOf, type Album } from '../collection/album.ts'
import type { Listen } from './listen.ts'
import { artistKey, titleKey } from './names.ts'

/** Credits of albums by many artists, as services and people write them, folded. */
const VARIOUS = new Set([
  'various',
  'various artists',
  'va',
  'divers',
  'artistes divers',
  'artistes varies',
  'compilation',
])

/** What identifies the album of a listen, and the album itself where the collection has it. */
export interface HeardAlbum {
  key: string
  title: string
  artists: readonly string[]
  album: Album | null
}

/** Finds the albums of listens in the collection, so that spellings and pressings of one album are counted as one. */
export interface Shelf {
  /** Null where the listen names no album. */
  albumOf(listen: Listen): HeardAlbum | null
  /** What identifies an artist, and the name as the collection spells it where it knows it. */
  artistOf(name: string): { key: string; name: string }
}

/**
 * A listen is of an album of the collection when the title agrees and one of the credited artists does; for an album of
 * various artists, or of none known, the title alone, where only one album has it.
 */
export function shelfOf(albums: readonly Album[]): Shelf {
  const byTitle = new Map<string, { album: Album; artists: Set<string>; various: boolean }[]>()
  for (const album of albums) {
    const artists = new Set(artistsOf(album).map(artistKey))
    const entry = { album, artists, various: artists.size === 0 || [...artists].some((artist) => VARIOUS.has(artist)) }
    const key = titleKey(album.title)
    byTitle.set(key, [...(byTitle.get(key) ?? []), entry])
  }
  const titleKeyOf = remembered(titleKey)
  const artistKeyOf = remembered(artistKey)
  const names = new Map(albums.flatMap(artistsOf).map((name) => [artistKey(name), name]))
  const artistOf = (name: string) => {
    const key = artistKeyOf(name)
    return { key, name: names.get(key) ?? name.trim() }
  }
  return {
    artistOf,
    albumOf({ album: title, artists }) {
      if (title == null || title.trim() === '') return null
      const titled = titleKeyOf(title)
      const credited = artists.map(artistKeyOf)
      const candidates = byTitle.get(titled) ?? []
      const found =
        candidates.find((entry) => credited.some((artist) => entry.artists.has(artist))) ??
        (candidates.length === 1 && candidates[0]!.various ? candidates[0] : undefined)
      if (found === undefined) {
        const by = artists.map((name) => artistOf(name).name)
        return { key: `${titled}\n${credited[0] ?? ''}`, title: title.trim(), artists: by, album: null }
      }
      const { album } = found
      return { key: `#${album.id}`, title: album.title, artists: artistsOf(album), album }
    },
  }
}

/** The same function with its answers kept; names come back thousands of times. */
export function remembered(work: (text: string) => string): (text: string) => string {
  const answers = new Map<string, string>()
  return (text) => {
    let answer = answers.get(text)
    if (answer === undefined) answers.set(text, (answer = work(text)))
    return answer
  }
}
