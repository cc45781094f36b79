import type { Album, Copy } from '../album.ts'
import { fold } from '../names/fold.ts'
import { parseTitle } from '../names/normalise.ts'
import { hasPressingYear, PRESSING } from '../provenance.ts'
import { CHECKED } from './finding.ts'
import { masterOf, releaseOf } from './links.ts'

const STARTER = 'starter'

/** Fields in which two entries of one album may differ: they mean the same, or have rules of their own. */
const MAY_DIFFER: ReadonlySet<string> = new Set(
  (
    'id title artists year source sources copies refs added_at ai_info tracks_count discogs_id discogs_master ' +
    'musicbrainz_id'
  ).split(' '),
)
/** Links of an edition: kept with its record where there is one. */
const OF_EDITION = ['spotify_url', 'cover_url'] as const
/** Never taken from the other entry as they are. */
const ITS_OWN: ReadonlySet<string> = new Set(['id', 'year', 'source', 'sources', 'copies', 'refs'])

/**
 * Two entries of one album as one: what the first does not know comes from the second, copies and names in lists are put
 * together. What a person wrote goes before what was looked up, and before what the starter collection says. Where the
 * two tell of different records (LP and CD, another edition), each becomes a copy.
 */
export function joined(kept: Album, other: Album): Album {
  const [first, second] = inOrder(kept, other)
  const album: Album = { ...structuredClone(first), id: kept.id }
  const sources = { ...first.sources }
  const take = (field: string, from: Album) => {
    Object.assign(album, { [field]: structuredClone(from[field]) })
    const source = from.sources?.[field]
    if (source === undefined) delete sources[field]
    else sources[field] = source
  }
  for (const field of Object.keys(second)) {
    if (ITS_OWN.has(field) || isEmpty(second[field])) continue
    if (isEmpty(first[field]) || (!isOwn(first, field) && isOwn(second, field))) take(field, second)
  }
  if (yearGoesFirst(second, first)) take('year', second)
  if (Object.keys(sources).length > 0 || first.sources != null) album.sources = sources

  const copies = joinedCopies(first, second).copies
  if (copies.length > 0) album.copies = copies
  const refs = joinedRefs(album, first, second)
  if (refs.length > 0) album.refs = refs
  return album
}

/** What joining two entries would lose, for a person; null where nothing is. */
export function objection(kept: Album, other: Album): string | null {
  const [first, second] = inOrder(kept, other)
  const lost = Object.keys(second).filter(
    (field) =>
      !isEmpty(first[field]) &&
      !isEmpty(second[field]) &&
      !same(first[field], second[field]) &&
      isOwn(first, field) &&
      isOwn(second, field) &&
      !isKeptOtherwise(field, first, second),
  )
  if (lost.length > 0) return `each has its own ${lost.join(', ')}`
  const { conflict } = joinedCopies(first, second)
  return conflict === null ? null : `each says something else of the copy ${conflict}`
}

/** Whether what the second entry says is not lost though the first says something else. */
function isKeptOtherwise(field: string, first: Album, second: Album): boolean {
  if (MAY_DIFFER.has(field)) return true
  const becomesCopy = recordsOf(first, second).includes(second)
  if (OF_EDITION.some((link) => link === field)) return becomesCopy
  if (field === 'discogs_url') return hasPage(second)
  if (field !== 'support') return false
  const support = fold(second.support!)
  const isFormat = ({ format }: Copy) => fold(format ?? '').includes(support)
  return becomesCopy || support === fold(first.support!) || (second.copies ?? []).some(isFormat)
}

/** Whether what the link on Discogs says is kept among the references too. */
function hasPage(album: Album): boolean {
  return releaseOf(album) !== null || masterOf(album) !== null
}

/** The starter collection's texts are nobody's own, so they come second. */
function inOrder(kept: Album, other: Album): [Album, Album] {
  return kept.source === STARTER && other.source !== STARTER ? [other, kept] : [kept, other]
}

function isOwn({ source, sources }: Album, field: string): boolean {
  const from = sources?.[field]
  return source !== STARTER && (from === undefined || from === CHECKED)
}

function isEmpty(value: unknown): boolean {
  return value == null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && !value.length)
}

function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => (typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : value)
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

/** Whether the second entry's year is to be preferred: one that is known over a pressing's, an earlier pressing's over a later. */
function yearGoesFirst(second: Album, first: Album): boolean {
  if (second.year == null) return false
  if (first.year == null) return true
  const [is, was] = [isPressing(second), isPressing(first)]
  if (is !== was) return was
  return is ? second.year < first.year : !isOwn(first, 'year') && isOwn(second, 'year')
}

function isPressing(album: Album): boolean {
  return hasPressingYear(album) || album.sources?.['year'] === PRESSING
}

/** The entries that become a copy each: those without copies, where the two tell of different records. */
function recordsOf(first: Album, second: Album): Album[] {
  if (first.source === STARTER || second.source === STARTER || !tellOfTwoRecords(first, second)) return []
  return [first, second].filter(({ copies }) => isEmpty(copies))
}

function tellOfTwoRecords(a: Album, b: Album): boolean {
  if (!isEmpty(a.support) && !isEmpty(b.support) && fold(a.support!) !== fold(b.support!)) return true
  const [one, other] = [releaseOf(a), releaseOf(b)]
  if (one !== null && other !== null && one !== other) return true
  const namesEdition = (album: Album) => parseTitle(album.title, album.artists ?? []).edition
  return (namesEdition(a) || namesEdition(b)) && fold(a.title) !== fold(b.title)
}

/** What an entry says of the record itself. */
function recordOf(album: Album): Copy {
  const release = releaseOf(album)
  const other: Record<string, string> = { title: album.title }
  for (const link of OF_EDITION) if (album[link] && isOwn(album, link)) other[link] = album[link]
  return {
    ref: release === null ? `album:${album.id}` : `discogs:${release}`,
    ...(isEmpty(album.support) ? {} : { format: album.support }),
    ...(hasPressingYear(album) ? { year: album.year } : {}),
    ...(isEmpty(album.added_at) ? {} : { added_at: album.added_at }),
    other,
  }
}

/** The copies of both, each once; `conflict` names one of which the two say different things. */
function joinedCopies(first: Album, second: Album): { copies: Copy[]; conflict: string | null } {
  const records = recordsOf(first, second)
  const copiesOf = (album: Album) => (records.includes(album) ? [recordOf(album)] : (album.copies ?? []))
  const copies = new Map<string, Copy>()
  let conflict: string | null = null
  for (const copy of [...copiesOf(first), ...copiesOf(second)]) {
    const known = copies.get(copy.ref)
    if (known === undefined) {
      copies.set(copy.ref, structuredClone(copy))
      continue
    }
    for (const [field, value] of Object.entries(copy)) {
      if (isEmpty(value)) continue
      if (isEmpty(known[field])) Object.assign(known, { [field]: structuredClone(value) })
      else if (!same(known[field], value)) conflict ??= copy.ref
    }
  }
  return { copies: [...copies.values()], conflict }
}

/** What lists call the album, with the second entry's release on Discogs, so that importing either list again adds nothing. */
function joinedRefs(album: Album, first: Album, second: Album): string[] {
  const release = releaseOf(second)
  const refs = new Set([...(first.refs ?? []), ...(second.refs ?? [])])
  if (release !== null && release !== releaseOf(album)) refs.add(`discogs:${release}`)
  for (const { ref } of album.copies ?? []) refs.delete(ref)
  return [...refs]
}
