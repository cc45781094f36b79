import { artistsOf, type Album } from '../album.ts'
import { nameOf, type Finding } from './finding.ts'

/** Albums without artists, which nothing can be looked up by, and without a year, which is looked up by itself. */
export function checkMissing(albums: readonly Album[]): Finding[] {
  return albums.flatMap((album): Finding[] => {
    const about = [{ album: album.id, stands: nameOf(album) }]
    const nobody: Finding = {
      kind: 'missing-artist',
      about,
      why: 'no artist stands there',
      todo: 'Write who made it; “Various Artists” for a compilation.',
      changes: [],
    }
    const undated: Finding = {
      kind: 'missing-year',
      about,
      why: 'no year stands there',
      todo: 'daily_enrichment fills it where it can.',
      changes: [],
    }
    return [...(artistsOf(album).length === 0 ? [nobody] : []), ...(album.year == null ? [undated] : [])]
  })
}
