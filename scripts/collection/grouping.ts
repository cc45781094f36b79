import { artistsOf, type Album } from './album.ts'

/** French collation; case and accents do not count, and what differs by them alone keeps a stable order. */
const collator = new Intl.Collator('fr', { sensitivity: 'base' })

function compareText(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** An artist and the albums he, she or they are credited on, by year (unknown last), then title. */
export interface ArtistAlbums {
  artist: string
  albums: Album[]
}

/**
 * The albums under each of their artists, artists in alphabetical order. An album of two artists stands under both;
 * albums without an artist stand under `unknownArtist`.
 */
export function groupByArtist(albums: readonly Album[], unknownArtist: string): ArtistAlbums[] {
  const groups = new Map<string, Album[]>()
  for (const album of albums) {
    const artists = artistsOf(album).map((artist) => artist.normalize('NFC'))
    for (const artist of artists.length === 0 ? [unknownArtist] : new Set(artists)) {
      const group = groups.get(artist)
      if (group) group.push(album)
      else groups.set(artist, [album])
    }
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([artist, group]) => ({ artist, albums: group.sort(byYearThenTitle) }))
}

function byYearThenTitle(a: Album, b: Album): number {
  return (a.year ?? Infinity) - (b.year ?? Infinity) || compareText(a.title, b.title) || a.id - b.id
}
