import { artistsOf, type Album } from '../album.ts'
import { albumName } from '../names/album-name.ts'
import { VARIOUS_ARTISTS } from '../names/normalise.ts'
import { hasPressingYear } from '../provenance.ts'
import { discogsName } from '../names/discogs-name.ts'
import { masterOf } from './links.ts'

/** An entry of the collection in the form in which it is compared with others. */
export interface Work {
  album: Album
  /** The title without its edition, with what makes it another work ("live"); '' where it says nothing. */
  title: string
  /** The credited artists as one key, guests left out; '' where none is known. */
  artists: string
  /** The same with ensemble words left out and credits such as "A & B" taken apart. */
  parts: ReadonlySet<string>
  /** Discogs' numbers of the artists. */
  numbers: string
  /** The year of the first release; null where none is known or it is a pressing's. */
  year: number | null
  pressingYear: number | null
  /** What catalogues call the work. */
  ids: { musicbrainz: string | null; master: number | null }
  /** Called after the artist, or of nobody in particular: the name alone does not tell it from others. */
  isVague: boolean
}

/** What has been worked out; an album that changes becomes another object. */
const works = new WeakMap<Album, Work>()

export function workOf(album: Album): Work {
  const known = works.get(album)
  if (known !== undefined) return known
  const work = workedOut(album)
  works.set(album, work)
  return work
}

function workedOut(album: Album): Work {
  const credited = artistsOf(album)
  const formats = album.copies?.flatMap(({ format }) => format ?? [])
  const { title, artists, parts, isCommon } = albumName(album.title, credited, formats)
  const year = album.year ?? null
  const isPressing = hasPressingYear(album)
  return {
    album,
    title,
    artists: [...artists].sort().join('+'),
    parts: new Set(parts),
    numbers: credited
      .map((name) => discogsName(name).number)
      .sort()
      .join('+'),
    year: isPressing ? null : year,
    pressingYear: isPressing ? year : null,
    ids: { musicbrainz: album.musicbrainz_id?.toLowerCase() || null, master: masterOf(album) },
    isVague: artists.length === 0 || isCommon || artists.includes(VARIOUS_ARTISTS),
  }
}

/** Whether a catalogue has one entry for both. */
export function shareAnId({ ids: a }: Work, { ids: b }: Work): boolean {
  return (a.musicbrainz !== null && a.musicbrainz === b.musicbrainz) || (a.master !== null && a.master === b.master)
}

/** Whether a catalogue has an entry for each. */
export function haveDifferentIds({ ids: a }: Work, { ids: b }: Work): boolean {
  const differ = (one: unknown, other: unknown) => one !== null && other !== null && one !== other
  return differ(a.musicbrainz, b.musicbrainz) || differ(a.master, b.master)
}

/** Whether what is known of the two years can be true of one album; people and catalogues differ by a year. */
export function yearsAgree(a: Work, b: Work): boolean {
  if (a.year !== null && b.year !== null) return Math.abs(a.year - b.year) <= 1
  const isAfter = (pressing: number | null, year: number | null) =>
    pressing === null || year === null || pressing >= year - 1
  return isAfter(a.pressingYear, b.year) && isAfter(b.pressingYear, a.year)
}
