import type { Album } from '../album.ts'
import { artistKey, VARIOUS_ARTISTS } from '../names/normalise.ts'
import { PRESSING } from '../provenance.ts'
import { nameOf, type Finding } from './finding.ts'

/** Nobody is known to have paused for so long; The Sonics came close (1966–2015, https://oldtowncrier.com/2015/05/01/the-sonics-this-is-the-sonics/). */
const LONGEST_PAUSE = 50
/** A pause that is suspicious where a slip of the pen explains it. */
const LONG_PAUSE = 25
/** How many other albums tell when an artist was at work; a slip explains a pause only beside more of them. */
const FEWEST_OTHERS = 2
const ENOUGH_OTHERS = 3
/** Years around those of the other albums in which the meant year may lie. */
const LEEWAY = 3

type Dated = Album & { year: number }

/**
 * Albums much older than all others of their artist: `1900` for "unknown", `1959` for 1995. People own the early record
 * and the late ones of many artists, so a pause alone says nothing below fifty years; from twenty-five on it counts where
 * one wrong digit, or two that changed places, lead to the years of at least three others that lie closer together. A year
 * with a mark in `sources` has been looked up.
 */
export function outliers(albums: readonly Album[]): Finding[] {
  const found = new Map<number, Finding>()
  for (const works of byArtist(albums)) {
    const [oldest, ...others] = works.sort((a, b) => a.year - b.year || a.id - b.id)
    if (oldest === undefined || others.length < FEWEST_OTHERS || oldest.sources?.['year'] !== undefined) continue
    const [next, last] = [others[0]!.year, others.at(-1)!.year]
    const pause = next - oldest.year
    const meant = slipsOf(oldest.year).filter((year) => year >= next - LEEWAY && year <= last + LEEWAY)
    const areTogether = others.length >= ENOUGH_OTHERS && last - next < pause
    const isSlip = pause >= LONG_PAUSE && areTogether && meant.length > 0
    if (!isSlip && pause < LONGEST_PAUSE) continue
    found.set(oldest.id, {
      kind: 'year',
      about: [{ album: oldest.id, stands: nameOf(oldest) }],
      why: `it is ${pause} years older than the artist’s other ${others.length} albums here (${next}–${last})`,
      todo:
        (meant.length > 0 ? `Is ${meant.join(' or ')} meant? ` : '') +
        'If the year is right, say so: "sources": { "year": "checked" }.',
      changes: [],
    })
  }
  return [...found.values()]
}

function byArtist(albums: readonly Album[]): Iterable<Dated[]> {
  const works = new Map<string, Dated[]>()
  for (const album of albums) {
    if (!isDated(album)) continue
    for (const key of new Set((album.artists ?? []).map(artistKey))) {
      if (key === '' || key === VARIOUS_ARTISTS) continue
      const known = works.get(key)
      if (known === undefined) works.set(key, [album])
      else known.push(album)
    }
  }
  return works.values()
}

/** A pressing's year says nothing of when the artist was at work. */
function isDated(album: Album): album is Dated {
  return album.year != null && album.sources?.['year'] !== PRESSING
}

/** The years that differ from one by a single digit or by two neighbours that changed places, each once. */
export function slipsOf(year: number): number[] {
  const digits = String(year)
  const slips = new Set<number>()
  for (let at = 0; at < digits.length; at++) {
    for (let digit = 0; digit <= 9; digit++) slips.add(Number(digits.slice(0, at) + digit + digits.slice(at + 1)))
    const [a = '', b = ''] = digits.slice(at, at + 2)
    slips.add(Number(digits.slice(0, at) + b + a + digits.slice(at + 2)))
  }
  slips.delete(year)
  return [...slips].sort((a, b) => a - b)
}
