import type { Album } from '../album.ts'
import type { IncomingAlbum } from '../incoming.ts'
import { artistAgreement, type Agreement, type AlbumName } from '../names/album-name.ts'
import { hasPressingYear } from '../provenance.ts'
import type { Doubt } from '../review.ts'
import type { Named } from './groups.ts'

export const STARTER = 'starter'

/** Which album of the collection a record is of. */
export type Identity =
  { kind: 'same'; album: Album } | { kind: 'none' } | { kind: 'unsure'; why: Doubt; perhaps: readonly Album[] }

/** An album of the record's title, and how far its artists agree. */
export interface Credited {
  album: Album
  agreement: Exclude<Agreement, 'none'>
}

/** Which of the albums of its title a record is of. */
export function identityByName(named: Named, credited: readonly Credited[]): Identity {
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
export function isExportedFrom(album: Album, known: AlbumName, { record: { facts }, name }: Named): boolean {
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
