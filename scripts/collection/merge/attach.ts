import type { Album, Copy, CopyFacts } from '../album.ts'
import type { IncomingAlbum } from '../incoming.ts'
import { baseOf, fillCopy, isEmpty, pairCopies, same } from './copies.ts'
import { numbered, type Named } from './groups.ts'

export interface Attached {
  ref: string
  did: 'added' | 'filled' | 'returned' | 'nothing'
}

/** Gives an album the copies of a group of records, or what they call it where they are of no copy. */
export function attach(album: Album, group: readonly Named[]): Attached[] {
  const { base } = group[0]!
  const attached = new Map<Named, Attached>()
  const ofCopies = group.filter(({ copy }) => copy !== null)
  const pairs = pairCopies(
    ofCopies.map(({ copy }) => copy!),
    album.copies?.filter(({ ref }) => baseOf(ref) === base) ?? [],
  )
  ofCopies.forEach((each, at) => {
    const pair = pairs[at]!
    attached.set(each, pair === null ? addCopy(album, each) : { ref: pair.ref, did: renew(pair, each.copy!) })
  })
  return group.map((each) => attached.get(each) ?? addRef(album, each))
}

function addCopy(album: Album, { base, record, copy }: Named): Attached {
  const ref = freeRef(album, base)
  album.copies = [...(album.copies ?? []), { ref, ...otherName(album, record), ...copy }]
  if (album.refs?.includes(base)) album.refs = album.refs.filter((each) => each !== base)
  return { ref, did: 'added' }
}

/** What the list calls a copy, where the album goes by another name: an edition's title, another spelling. */
function otherName(album: Album, { facts: { title, artists } }: IncomingAlbum): Pick<CopyFacts, 'title' | 'artists'> {
  const isCredited = artists == null || same(artists, album.artists ?? [])
  return { ...(title === album.title ? {} : { title }), ...(isCredited ? {} : { artists }) }
}

function addRef(album: Album, { base, record }: Named): Attached {
  const isKnown =
    record.whole !== undefined || album.refs?.includes(base) || album.copies?.some(({ ref }) => ref === base)
  if (isKnown) return { ref: base, did: 'nothing' }
  album.refs = [...(album.refs ?? []), base]
  return { ref: base, did: 'filled' }
}

function renew(stored: Copy, incoming: CopyFacts): Attached['did'] {
  const isFilled = fillCopy(stored, incoming)
  if (stored.gone_since == null) return isFilled ? 'filled' : 'nothing'
  delete stored.gone_since
  return 'returned'
}

function freeRef({ copies }: Album, base: string): string {
  const taken = new Set(copies?.map(({ ref }) => ref))
  for (let at = 0; ; at++) if (!taken.has(numbered(base, at))) return numbered(base, at)
}

/** Fields that an album has for itself. */
const ITS_OWN = ['id', 'title', 'source', 'sources', 'copies', 'refs', 'year']

/**
 * What another collection's album knows beyond plain facts, where this one knows nothing: fields of the person's own,
 * copies, names in lists. Gives the fields written.
 */
export function takeIn(album: Album, whole: Album, source: string): string[] {
  const written: string[] = []
  for (const [field, value] of Object.entries(whole)) {
    if (ITS_OWN.includes(field) || isEmpty(value) || !isEmpty(album[field])) continue
    Object.assign(album, { [field]: structuredClone(value) })
    album.sources = { ...album.sources, [field]: whole.sources?.[field] ?? source }
    written.push(field)
  }
  const known = new Set(album.copies?.map(({ ref }) => ref))
  const copies = whole.copies?.filter(({ ref }) => !known.has(ref)) ?? []
  if (copies.length > 0) {
    album.copies = [...(album.copies ?? []), ...structuredClone(copies)]
    written.push('copies')
  }
  const refs = whole.refs?.filter((ref) => !album.refs?.includes(ref)) ?? []
  if (refs.length > 0) {
    album.refs = [...(album.refs ?? []), ...refs]
    written.push('refs')
  }
  return written
}
