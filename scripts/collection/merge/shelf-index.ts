import { artistsOf, type Album } from '../album.ts'
import type { IncomingAlbum } from '../incoming.ts'
import { hasPressingYear } from '../provenance.ts'
import type { Doubt } from '../review.ts'
import { baseOf } from './copies.ts'
import type { Named } from './groups.ts'
import { albumName, artistAgreement, type Agreement, type AlbumName } from '../names/album-name.ts'
import { Namesakes } from './namesakes.ts'

export const STARTER = 'starter'

/** Which album of the collection a record is of. */
export type Identity =
  { kind: 'same'; album: Album } | { kind: 'none' } | { kind: 'unsure'; why: Doubt; perhaps: readonly Album[] }

/** Finds the albums of records in a collection that grows while they are found. */
export interface ShelfIndex {
  /** Tells the index of an album that is new, or is called by more lists than before. `name`: where it is known already. */
  note(album: Album, name?: AlbumName): void
  /** The id of the album that has taken in a record of that base reference; null where none has. */
  withRef(base: string): number | null
  identify(named: Named, isCandidate: (id: number) => boolean): Identity
}

/** @param get The album of an id as it is now. */
export function shelfIndex(albums: readonly Album[], get: (id: number) => Album): ShelfIndex {
  const byRef = new Map<string, number>()
  const byWork = new Map<string, number>()
  const byTitle = new Map<string, Namesakes>()
  const names = new Map<number, AlbumName>()

  function note(album: Album, name = nameOf(album)): void {
    for (const ref of refsOf(album)) remember(byRef, baseOf(ref), album.id)
    for (const work of worksOf(album)) remember(byWork, work, album.id)
    names.set(album.id, name)
    let titled = byTitle.get(name.title)
    if (titled === undefined) byTitle.set(name.title, (titled = new Namesakes()))
    titled.note(album.id, name)
  }
  for (const album of albums) note(album)

  return {
    note,
    withRef: (base) => byRef.get(base) ?? null,
    identify(named, isCandidate) {
      const { record, name } = named
      for (const work of worksOf(record.whole ?? record.facts)) {
        const id = byWork.get(work)
        if (id === undefined || !isCandidate(id)) continue
        const known = names.get(id)!
        const isNamedSo = known.title === name.title || artistAgreement(name, known) !== 'none'
        return isNamedSo ? { kind: 'same', album: get(id) } : { kind: 'unsure', why: 'link', perhaps: [get(id)] }
      }
      const itself = record.id
      if (itself !== undefined && isCandidate(itself) && isTheSame(get(itself), names.get(itself)!, named))
        return { kind: 'same', album: get(itself) }
      const credited: Credited[] = []
      for (const [id, known] of byTitle.get(name.title)?.like(name) ?? []) {
        const agreement = artistAgreement(name, known)
        if (agreement !== 'none' && isCandidate(id)) credited.push({ album: get(id), agreement })
      }
      return byName(named, credited)
    },
  }
}

function nameOf(album: Album): AlbumName {
  return albumName(
    album.title,
    artistsOf(album),
    album.copies?.flatMap(({ format }) => format ?? []),
  )
}

/** The first that goes by a name keeps it. */
function remember(names: Map<string, number>, name: string, id: number): void {
  if (!names.has(name)) names.set(name, id)
}

/** What lists call an album, its copies and itself. */
function refsOf({ refs, copies, discogs_id: release }: Album): string[] {
  const byHand = release ? [`discogs:${release}`] : []
  return [...(copies?.map(({ ref }) => ref) ?? []), ...(refs ?? []), ...byHand]
}

/** What catalogues call the work itself, whatever the edition. */
function worksOf({ musicbrainz_id, discogs_master, spotify_url }: Partial<Album>): string[] {
  const spotify = /\/album\/([0-9A-Za-z]{22})/u.exec(spotify_url ?? '')?.[1]
  return [
    ...(musicbrainz_id ? [`musicbrainz:${musicbrainz_id.toLowerCase()}`] : []),
    ...(discogs_master ? [`master:${discogs_master}`] : []),
    ...(spotify === undefined ? [] : [`spotify:${spotify}`]),
  ]
}

/** An album of the record's title, and how far its artists agree. */
interface Credited {
  album: Album
  agreement: Exclude<Agreement, 'none'>
}

function byName(named: Named, credited: readonly Credited[]): Identity {
  const { record } = named
  const same: Album[] = []
  const doubts: { why: Doubt; album: Album }[] = []
  for (const { album, agreement } of credited) {
    if (isOtherWork(album, record)) continue
    const clash = clashOf(album, named)
    const agrees = agreement === 'same' || (agreement === 'part' && agreesOnYear(album, record))
    if (agrees && clash === null) same.push(album)
    // An album of the starter collection leaves anyway; it is not worth a question.
    else if (album.source !== STARTER) doubts.push({ why: agreement === 'same' ? clash! : DOUBT_OF[agreement], album })
  }
  const best = same.find(({ source }) => source !== STARTER) ?? same[0]
  if (best !== undefined) return { kind: 'same', album: best }
  const [first] = doubts
  if (first === undefined) return { kind: 'none' }
  return { kind: 'unsure', why: first.why, perhaps: doubts.map(({ album }) => album) }
}

const DOUBT_OF = { part: 'artists', near: 'spelling', unknown: 'no-artist' } as const satisfies Record<string, Doubt>

/** Whether an album that has the id of a record is called and dated as that is: it was exported from here. */
function isTheSame(album: Album, known: AlbumName, { record: { facts }, name }: Named): boolean {
  return (
    known.title === name.title &&
    artistAgreement(known, name) === 'same' &&
    (album.year ?? null) === (facts.year ?? null)
  )
}

/** Whether a catalogue says that the two are different works of one name. */
function isOtherWork(album: Album, { facts }: IncomingAlbum): boolean {
  return differ(album.discogs_master, facts.discogs_master) || differ(album.musicbrainz_id, facts.musicbrainz_id)
}

function differ<T>(a: T | null | undefined, b: T | null | undefined): boolean {
  return Boolean(a) && Boolean(b) && a !== b
}

/** What speaks against two albums of one name being the same. */
function clashOf(album: Album, { record, name, isPressing }: Named): Doubt | null {
  const { facts } = record
  if (facts.year != null && album.year != null && !hasPressingYear(album)) {
    // Nothing is pressed before it is made.
    const isTooEarly = facts.year < album.year - 1
    if (isTooEarly || (!isPressing && facts.year > album.year + 1)) return 'years'
  }
  // "Peter Gabriel" by Peter Gabriel is four albums; without a year in common it may be any of them.
  return name.isCommon && !agreesOnYear(album, record, 0) ? 'self-titled' : null
}

/** Whether the record is of a year that is known of the album or one of its copies. */
function agreesOnYear({ year, copies }: Album, { facts }: IncomingAlbum, leeway = 1): boolean {
  const years = [year, ...(copies?.map((copy) => copy.year) ?? [])]
  return years.some((known) => known != null && facts.year != null && Math.abs(known - facts.year) <= leeway)
}
