import type { Album } from '../album.ts'
import type { IncomingAlbum } from '../incoming.ts'
import { hasPressingYear, PRESSING } from '../provenance.ts'
import { isEmpty } from './copies.ts'

/**
 * Writes into an album what a record knows and the album does not: what stands there is the person's and stays. Only a
 * year that is known to be a pressing's gives way, to that of the first release, or to an earlier pressing's. Gives the
 * fields written.
 * @param from What `sources` says of them; null for an album that is just being made of the same list.
 */
export function fillFacts(
  album: Album,
  { facts }: IncomingAlbum,
  { from, isPressing }: { from: string | null; isPressing: boolean },
): string[] {
  const written: string[] = []
  for (const field in facts) {
    if (field === 'year' || isEmpty(facts[field]) || !isEmpty(album[field])) continue
    write(album, field, facts[field], from)
    written.push(field)
  }
  const { year } = facts
  if (year == null) return written
  const isPressingYear = hasPressingYear(album)
  if (album.year == null) write(album, 'year', year, isPressing ? PRESSING : from)
  // Nothing is pressed before it is made, so a later year is about something else.
  else if (isPressingYear && !isPressing && year <= album.year) {
    write(album, 'year', year, from)
    if (from === null) forget(album, 'year')
  } else if (isPressingYear && isPressing && year < album.year) write(album, 'year', year, PRESSING)
  else return written
  return [...written, 'year']
}

function write(album: Album, field: string, value: unknown, source: string | null): void {
  album[field] = value
  if (source !== null) album.sources = { ...album.sources, [field]: source }
}

function forget(album: Album, field: string): void {
  const { [field]: _, ...others } = album.sources ?? {}
  album.sources = others
}

/** A new album of a record. */
export function albumOf(
  id: number,
  record: IncomingAlbum,
  { source, isPressing }: { source: string; isPressing: boolean },
): Album {
  const { facts, whole } = record
  if (whole !== undefined) return { ...structuredClone(whole), id }
  const album: Album = { id, title: facts.title, artists: facts.artists ?? [], year: facts.year ?? null }
  fillFacts(album, record, { from: null, isPressing })
  album.source = source
  if (isPressing && facts.year != null) album.sources = { year: PRESSING }
  return album
}
