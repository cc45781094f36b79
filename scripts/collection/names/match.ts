import {
  artistKey,
  namesIn,
  parseTitle,
  unturned,
  VARIOUS_ARTISTS,
  withoutEnsemble,
  withoutGuests,
  type ParsedTitle,
} from './normalise.ts'

/** What is looked for. */
export interface MatchQuery {
  title: string
  artists: readonly string[]
  /** Year of the first release as a person says it; null where none is known or it is a pressing's. */
  year?: number | null
  /** Year of some pressing: the first release cannot be later. */
  pressingYear?: number | null
  tracks?: number | null
}

export type ReleaseKind = 'album' | 'ep' | 'single' | 'other' | 'unknown'

/** One hit of a service's search. */
export interface Candidate {
  id: string
  title: string
  /** Other titles of the same work, e.g. those of its releases. */
  otherTitles: readonly string[]
  /** One entry for each credited artist: the name, then the artist's other names. */
  artists: readonly (readonly string[])[]
  /** The service's ids of those artists. */
  artistIds: readonly string[]
  kind: ReleaseKind
  /** What the catalogue says beyond the kind. */
  types: readonly ('live' | 'compilation' | 'remix' | 'demo' | 'interview')[]
  /** Year of the release, or of the first one where the catalogue knows works. */
  year: number | null
  tracks: number | null
}

/**
 * How a catalogue is to be read. `works`: each entry is another work, with the year of its first release, and the catalogue
 * is nearly complete (MusicBrainz release groups). `editions`: several entries may be the same work, each with its own
 * year, and many works are missing (Spotify).
 */
export type Catalogue = 'works' | 'editions'

export type Match<C extends Candidate = Candidate> =
  { kind: 'found'; candidate: C } | { kind: 'ambiguous'; why: string } | { kind: 'none' }

/**
 * The candidate that is the album looked for, if that is beyond doubt: artist and title agree after normalising, nothing
 * contradicts it, and no other candidate agrees as well. Precision before recall: a wrong link stays for years, a
 * missing one is looked for again.
 */
export function matchAlbum<C extends Candidate>(
  query: MatchQuery,
  candidates: readonly C[],
  catalogue: Catalogue,
): Match<C> {
  const wanted = creditOf(query.artists.map((name) => [withoutGuests(name)]))
  if (wanted.names.length === 0) return { kind: 'none' }
  const title = parseTitle(query.title, query.artists)
  const agreeing = candidates.flatMap((candidate) => {
    const artists = artistAgreement(wanted, creditOf(candidate.artists))
    const words = titleAgreement(title, candidate)
    return artists === null || words === null ? [] : [{ candidate, doubt: artists + words }]
  })
  const possible = agreeing.filter(({ candidate }) => !contradicts(query, title, candidate, catalogue))
  if (possible.length === 0) return { kind: 'none' }

  const graded = possible.map((hit) => ({
    ...hit,
    doubt: hit.doubt + typeDoubt(title, hit.candidate) + yearDoubt(query, hit.candidate),
  }))
  const least = Math.min(...graded.map(({ doubt }) => doubt))
  const best = graded.filter(({ doubt }) => doubt === least).map(({ candidate }) => candidate)
  const only = catalogue === 'works' ? onlyWork(query, best) : onlyEdition(query, title, best, candidates)
  if (only === null) return { kind: 'ambiguous', why: `${best.length} releases of this title and artist` }
  const unsure = unconfirmed(query, title, only, catalogue)
  return unsure === null ? { kind: 'found', candidate: only } : { kind: 'ambiguous', why: unsure }
}

interface Credit {
  /** The ways each artist may be called, as keys. */
  names: readonly ReadonlySet<string>[]
  /** The same with every credit taken apart at "&", "," …, and without ensemble words. */
  parts: readonly ReadonlySet<string>[]
}

function creditOf(artists: readonly (readonly string[])[]): Credit {
  const keys = (names: readonly string[]) => new Set(names.map(artistKey).filter((key) => key !== ''))
  const names = artists.map((all) => keys(all.flatMap((name) => [name, unturned(name) ?? name])))
  const parts = artists.flatMap((all) => {
    const pieces = namesIn(all[0] ?? '')
    if (pieces.length > 1) return pieces.map((piece) => keys([piece, withoutEnsemble(piece)]))
    return [keys(all.flatMap((name) => [name, unturned(name) ?? name, withoutEnsemble(name)]))]
  })
  return { names: names.filter((set) => set.size > 0), parts: parts.filter((set) => set.size > 0) }
}

const PART = 16

/**
 * How doubtful it is that two credits mean the same: 0 equal, PART where one is a part of the other; null where they do
 * not. A part of a credit gives way to any release with the whole.
 */
function artistAgreement(a: Credit, b: Credit): number | null {
  const levels = [
    [a.names, b.names],
    [a.parts, b.parts],
  ] as const
  let agreement: number | null = null
  for (const [x, y] of levels) {
    const isVarious = (set: ReadonlySet<string>) => set.has(VARIOUS_ARTISTS)
    if (x.some(isVarious) !== y.some(isVarious)) return null
    const left = x.filter((set) => !y.some((other) => meet(set, other)))
    const right = y.filter((set) => !x.some((other) => meet(set, other)))
    if (x.length === 0 || y.length === 0) continue
    if (left.length === 0 && right.length === 0) return 0
    if (left.length === 0 || right.length === 0) agreement = PART
  }
  return agreement
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true
  return false
}

/** How doubtful it is that two titles mean the same: 0 equal, 2 where only another title of the work is; null where none. */
function titleAgreement(wanted: ParsedTitle, candidate: Candidate): number | null {
  const credited = candidate.artists.flatMap((names) => names.slice(0, 1))
  if (sameTitle(wanted, parseTitle(candidate.title, credited), credited)) return 0
  const others = candidate.otherTitles.map((title) => parseTitle(title, credited))
  return others.some((other) => sameTitle(wanted, other, credited)) ? 2 : null
}

function sameTitle(a: ParsedTitle, b: ParsedTitle, credited: readonly string[]): boolean {
  if (!sameTraits(a, b)) return false
  if (a.key === b.key) return true
  // "Bach: The Goldberg Variations": a composer in front of the title, credited beside whoever plays.
  return (
    credited.length > 1 &&
    credited.some((name) => {
      const surname = artistKey(name.split(' ').at(-1) ?? '')
      return surname.length > 3 && (a.key === surname + b.key || b.key === surname + a.key)
    })
  )
}

function sameTraits(a: ParsedTitle, b: ParsedTitle): boolean {
  return [...a.traits].every((trait) => b.traits.has(trait)) && [...b.traits].every((trait) => a.traits.has(trait))
}

/** Whether something known of the album cannot be true of the candidate. */
function contradicts(query: MatchQuery, title: ParsedTitle, candidate: Candidate, catalogue: Catalogue): boolean {
  const { year, pressingYear, tracks } = query
  if (candidate.kind === 'single' && !title.traits.has('single')) return true
  if (candidate.kind === 'other' || candidate.types.includes('interview')) return true
  if (title.traits.has('ep') && candidate.kind === 'album') return true
  if (candidate.types.includes('remix') && !title.traits.has('remix') && catalogue === 'works' && year == null) {
    // A remix album that bears the album's very name is next to unknown; leave it to a known year.
    return true
  }
  if (candidate.year !== null) {
    // A work cannot come out after a copy of it; an edition can, but not before the work.
    const latest = Math.min(year ?? Infinity, pressingYear ?? Infinity)
    if (catalogue === 'works' && candidate.year > latest + 1) return true
    // People note the year of their copy; yet a self-titled album of another year is likelier another album.
    const isEarlier = year != null && candidate.year < year - 1
    if (isEarlier && (catalogue === 'editions' || isSelfTitled(query, title))) return true
  }
  return tracks != null && candidate.tracks !== null && candidate.tracks * 2 < tracks
}

/** What speaks for another release of the same name, should there be one. */
function typeDoubt(title: ParsedTitle, candidate: Candidate): number {
  const kind = candidate.kind === 'ep' && !title.traits.has('ep') ? 4 : candidate.kind === 'unknown' ? 1 : 0
  return kind + (candidate.types.length > 0 && title.traits.size === 0 ? 4 : 0)
}

/** A work much older than the year that is known gives way to one of that year. */
function yearDoubt({ year }: MatchQuery, candidate: Candidate): number {
  return year != null && candidate.year !== null && candidate.year < year - 1 ? 8 : 0
}

function isSelfTitled({ artists }: MatchQuery, title: ParsedTitle): boolean {
  return artists.some((artist) => artistKey(artist) === title.key)
}

/** The one work among several of the same name, by its year; null where the year does not tell. */
function onlyWork<C extends Candidate>({ year }: MatchQuery, works: readonly C[]): C | null {
  if (works.length === 1) return works[0]!
  if (year == null) return null
  const distance = (work: C) => (work.year === null ? Infinity : Math.abs(work.year - year))
  const nearest = Math.min(...works.map(distance))
  const near = works.filter((work) => distance(work) === nearest)
  return nearest <= 1 && near.length === 1 ? near[0]! : null
}

/**
 * The plainest edition, where all are the same work. Two artists of one name, or an artist who names albums after
 * himself more than once, need a year.
 */
function onlyEdition<C extends Candidate>(
  query: MatchQuery,
  title: ParsedTitle,
  editions: readonly C[],
  all: readonly C[],
): C | null {
  const { year } = query
  const near = year == null ? editions : editions.filter((one) => one.year !== null && Math.abs(one.year - year) <= 1)
  const first = plainest(near.length > 0 ? near : editions)
  const isOneArtist = editions.every(({ artistIds }) => artistIds.some((id) => first.artistIds.includes(id)))
  if (!isOneArtist && near.length !== 1) return null
  const series = all.filter((one) => {
    const { key, traits } = parseTitle(one.title)
    return key !== title.key && key.startsWith(title.key) && traits.size === 0 && one.kind === 'album'
  })
  if (isSelfTitled(query, title) && series.length > 0 && (year == null || near.length === 0)) return null
  return first
}

function plainest<C extends Candidate>(editions: readonly C[]): C {
  return editions.find(({ title }) => !parseTitle(title).edition) ?? editions[0]!
}

/** Why the last one left is still not sure; null where it is. */
function unconfirmed(query: MatchQuery, title: ParsedTitle, found: Candidate, catalogue: Catalogue): string | null {
  if (found.kind === 'ep' && catalogue === 'editions' && !title.traits.has('ep')) {
    const { tracks, year } = query
    const sameLength = tracks != null && found.tracks !== null && Math.abs(tracks - found.tracks) <= 2
    const sameYear = year != null && found.year !== null && Math.abs(year - found.year) <= 1
    if (!sameLength && !sameYear) return 'only an EP of this title was found'
  }
  if (artistKey(query.artists[0] ?? '') === VARIOUS_ARTISTS && title.key.length < 6)
    return 'the title is too common for a compilation'
  return null
}
