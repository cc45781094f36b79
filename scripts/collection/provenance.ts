import type { Album } from './album.ts'

/**
 * What an import writes as `sources.year` where its list gives the year of a pressing (a Discogs export does): such a
 * year may be corrected to that of the first release. A year without this mark is never touched.
 */
export const PRESSING = 'pressing'

/**
 * Whether the album's year is that of a pressing, as an import said. Where the pressings are known and none is of that
 * year, a person has corrected it.
 */
export function hasPressingYear({ year, sources, copies }: Album): boolean {
  if (year == null || sources?.['year'] !== PRESSING) return false
  const pressed = copies?.flatMap((copy) => copy.year ?? []) ?? []
  return pressed.length === 0 || pressed.includes(year)
}

/** Year of the first release; null where none is known, or only a pressing's. */
export function releaseYear(album: Album): number | null {
  return hasPressingYear(album) ? null : (album.year ?? null)
}

/** What a look-up may fill. */
export interface Findings {
  year?: Finding<number>
  spotify_url?: Finding<string>
  musicbrainz_id?: Finding<string>
  cover_url?: Finding<string>
  discogs_url?: Finding<string>
}

export interface Finding<T> {
  value: T
  /** The source, as `sources` names it: `musicbrainz`, `spotify`, `wikidata`, `coverartarchive`. */
  from: string
}

type Field = keyof Findings

/** The fields that may be filled: those that are empty, and a year that an import took from a pressing. */
export function openFields(album: Album): Field[] {
  const fields: Field[] = ['year', 'spotify_url', 'musicbrainz_id', 'cover_url', 'discogs_url']
  return fields.filter((field) => {
    const value = album[field]
    return value == null || value === '' || (field === 'year' && hasPressingYear(album))
  })
}

/** Whether what `daily_enrichment` is for is missing: the link to listen, or the year of the first release. */
export function lacksSomething(album: Album): boolean {
  const open = openFields(album)
  return open.includes('year') || open.includes('spotify_url')
}

/** Writes into an album what was found, field by field where it is still open, with its source. Gives the fields written. */
export function fill(album: Album, findings: Findings): Field[] {
  const written = openFields(album).filter((field) => {
    const found = findings[field]
    if (found === undefined) return false
    // No pressing is older than the first release: such a finding is about something else.
    return field !== 'year' || !hasPressingYear(album) || Number(found.value) <= album.year!
  })
  for (const field of written) {
    const { value, from } = findings[field]!
    Object.assign(album, { [field]: value })
    album.sources = { ...album.sources, [field]: from }
  }
  return written
}
