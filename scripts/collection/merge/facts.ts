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
  const write = (field: string, value: unknown, source: string | null) => {
    Object.assign(album, { [field]: value })
    if (source !== null) album.sources = { ...album.sources, [field]: source }
    written.push(field)
  }
  for (const [field, value] of Object.entries(facts)) {
    if (field === 'year' || isEmpty(value) || !isEmpty(album[field])) continue
    write(field, value, from)
  }
  const { year } = facts
  if (year == null) return written
  if (album.year == null) write('year', year, isPressing ? PRESSING : from)
  else if (hasPressingYear(album) && !isPressing) {
    write('year', year, from)
    if (from === null) forget(album, 'year')
  } else if (hasPressingYear(album) && year < album.year) write('year', year, PRESSING)
  return written
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
  if (isPressing && facts.year != null) album.sources = { year: PRESSING }
  fillFacts(album, record, { from: null, isPressing })
  // The order people meet the fields in when they open the file.
  const { sources, ...rest } = album
  return { ...rest, source, ...(sources === undefined ? {} : { sources }) }
}
