import type { Album } from '../album.ts'
import { parseTitle } from '../names/normalise.ts'
import { hasPressingYear } from '../provenance.ts'
import { nameOf, type Finding } from './finding.ts'
import { outliers } from './outliers.ts'

/**
 * The first year in which a medium was sold: LP 1948 (https://calendarz.com/on-this-day/june/18/columbia-records), cassette
 * 1963, CD 1982 (https://www.cnn.com/2012/09/28/tech/innovation/compact-disc-turns-30). The work may be much older.
 */
const MEDIA: readonly [name: string, pattern: RegExp, since: number][] = [
  ['CD', /(?:^|[\s,;+(/]|\d\s*[x×]\s*)(?:CDr?|SACD)\b/iu, 1982],
  ['cassette', /(?:^|[\s,;+(/]|\d\s*[x×]\s*)(?:Cass(?:ette)?|K7)\b/iu, 1963],
  ['LP', /(?:^|[\s,;+(/]|\d\s*[x×]\s*)LP\b/iu, 1948],
]

/** Years that cannot be, or hardly. @param thisYear The year it is now. */
export function checkYears(albums: readonly Album[], thisYear: number): Finding[] {
  return [
    ...albums.flatMap((album) => [
      ...tooLate(album, thisYear),
      ...tooEarlyForMedium(album),
      ...laterThanCopies(album, thisYear),
      ...ofPressing(album),
    ]),
    ...outliers(albums),
  ]
}

function tooLate(album: Album, thisYear: number): Finding[] {
  const late = [
    ...(album.year != null && album.year > thisYear ? [`year ${album.year}`] : []),
    ...(album.copies ?? []).flatMap(({ ref, year }) =>
      year != null && year > thisYear ? [`year ${year} of the copy ${ref}`] : [],
    ),
  ]
  return late.map((what) => doubtful(album, what, `it is ${thisYear} now`, 'Correct it; null where it is not known.'))
}

/** The medium that was not sold yet in that year; null where all is well. */
function missingMedium(format: string | null | undefined, year: number): (typeof MEDIA)[number] | null {
  return MEDIA.find(([, pattern, since]) => year < since && pattern.test(format ?? '')) ?? null
}

function tooEarlyForMedium(album: Album): Finding[] {
  const pressings = (album.copies ?? [])
    .filter(({ ref }) => HAS_PRESSING_YEARS.test(ref))
    .map(({ ref, format, year }) => ({ what: `copy ${ref}`, format, year }))
  // The support is that of the pressing, the year only where it is marked so.
  if (hasPressingYear(album) && !namesEdition(album))
    pressings.push({ what: 'the pressing', format: album.support, year: album.year })
  return pressings.flatMap(({ what, format, year }) => {
    const medium = year == null ? null : missingMedium(format, year)
    if (medium === null) return []
    const why = `no ${medium[0]} was sold before ${medium[2]}`
    return [doubtful(album, `${what} is “${format}” of ${year}`, why, 'Correct the year or the format of the copy.')]
  })
}

/** Copies of lists whose years are always those of the pressing; people write the album's year beside an edition too. */
const HAS_PRESSING_YEARS = /^discogs:/u

/** Whether the album, or a list that has a copy of it, names an edition: the year may be marked for that alone. */
function namesEdition({ title, artists, copies }: Album): boolean {
  const titles = [title, ...(copies ?? []).flatMap((copy) => copy.title ?? [])]
  return titles.some((each) => parseTitle(each, artists ?? []).edition)
}

function laterThanCopies(album: Album, thisYear: number): Finding[] {
  const { id, year, copies } = album
  if (year == null) return []
  const pressed = (copies ?? []).flatMap((copy) =>
    copy.year != null && copy.year <= thisYear && missingMedium(copy.format, copy.year) === null ? [copy.year] : [],
  )
  const earliest = pressed.reduce((least, one) => Math.min(least, one), Infinity)
  if (earliest >= year) return []
  return [
    {
      kind: 'year',
      about: [{ album: id, stands: `${nameOf(album)}: a copy is of ${earliest}` }],
      why: 'no copy is older than the album',
      todo: `--fix writes ${earliest} and marks it as a pressing’s; daily_enrichment looks for the first release.`,
      changes: [{ album: id, field: 'year', before: year, after: earliest }],
    },
  ]
}

function ofPressing(album: Album): Finding[] {
  if (!hasPressingYear(album)) return []
  return [
    {
      kind: 'pressing-year',
      about: [{ album: album.id, stands: nameOf(album) }],
      why: 'the year is that of a pressing',
      todo: 'daily_enrichment looks for the year of the first release.',
      changes: [],
    },
  ]
}

function doubtful(album: Album, what: string, why: string, todo: string): Finding {
  return { kind: 'year', about: [{ album: album.id, stands: `${nameOf(album)}: ${what}` }], why, todo, changes: [] }
}
