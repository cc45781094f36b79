import type { Temporal } from 'temporal-polyfill'
import { artistsOf, descriptionOf, type Album } from '../collection/album.ts'
import { isoMicro } from './time.ts'

/** The collection for other programs: fixed keys in a fixed order, null for what is not known. */
export function exportJson(
  albums: readonly Album[],
  { at, timezone }: { at: Temporal.Instant; timezone: string },
): string {
  const document = {
    export_date: isoMicro(at, timezone),
    total_albums: albums.length,
    albums: albums.map((album) => ({
      id: album.id,
      title: album.title,
      year: album.year ?? null,
      genre: album.genre ?? null,
      description: descriptionOf(album),
      spotify_url: album.spotify_url ?? null,
      artists: artistsOf(album),
      tracks_count: album.tracks_count ?? album.tracks?.length ?? 0,
    })),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
