import type { CopyFacts } from '../album.ts'
import type { IncomingAlbum, IncomingList } from '../incoming.ts'
import { baseOf } from './copies.ts'
import { albumName, nameKey, type AlbumName } from '../names/album-name.ts'

/** A record with the name it is compared by and the base reference it is known by. */
export interface Named {
  record: IncomingAlbum
  name: AlbumName
  base: string
  /** Whether its year is that of a pressing: the list says so, or the title names an edition. */
  isPressing: boolean
  /** What is known of the copy; null where the record is of an album, not of something somebody has. */
  copy: CopyFacts | null
}

/** Records that share a base reference: copies of one pressing. */
export type Group = readonly [Named, ...Named[]]

export function named(record: IncomingAlbum, source: string): Named {
  const { facts, key, id, isPressingYear } = record
  const name = albumName(facts.title, facts.artists ?? [], record.copy?.format ? [record.copy.format] : [])
  const isPressing = (isPressingYear ?? false) || name.isEdition
  const year = isPressing || facts.year == null ? '' : `|${facts.year}`
  const base = key ?? `${source}:${nameKey(name)}${year}${id === undefined ? '' : `|${id}`}`
  return { record, name, base: baseOf(base), isPressing, copy: copyOf(record, name) }
}

/** A row of somebody's own list, which has no names for its records, is of something they have. */
function copyOf({ copy, key, id, facts, whole }: IncomingAlbum, { isEdition }: AlbumName): CopyFacts | null {
  if (whole !== undefined || (copy === null && (key !== null || id !== undefined))) return null
  return isEdition && facts.year != null ? { year: facts.year, ...copy } : (copy ?? {})
}

/** The reference of the copy number `at` (from 0) that shares a base. */
export function numbered(base: string, at: number): string {
  return at === 0 ? base : `${base}#${at + 1}`
}

/**
 * The records of a list in groups of one base reference each, in an order of their own, whatever the order of the list: by
 * id where they have one, then by the day they were added, then by all they say.
 */
export function inGroups({ records, source }: IncomingList): Group[] {
  const sorted = records.map((record) => ({ record, rank: rankOf(record) })).sort(byRank)
  const groups = new Map<string, [Named, ...Named[]]>()
  for (const { record } of sorted) {
    const each = named(record, source)
    const group = groups.get(each.base)
    if (group === undefined) groups.set(each.base, [each])
    else group.push(each)
  }
  return [...groups.values()]
}

interface Ranked {
  record: IncomingAlbum
  rank: string
}

/**
 * What tells most records apart; the whole record does the rest. The first record of an album names it, so those come last
 * that are shouted or name an edition.
 */
function rankOf({ id, key, facts, copy }: IncomingAlbum): string {
  const number = id === undefined ? '' : String(id).padStart(16, '0')
  const { title, artists = [], year } = facts
  const isShouted = [title, ...(artists ?? [])].some((text) => SHOUTED.test(text))
  const beauty = isShouted ? 2 : EDITION.test(title) ? 1 : 0
  const added = facts.added_at ?? copy?.added_at ?? '~'
  return [number, beauty, added, year ?? '~', key, title, ...(artists ?? [])].join('\n')
}

/** Four capitals or more, and no other letter. */
const SHOUTED = /^(?=(?:\P{L}*\p{Lu}){4})[^\p{Ll}]+$/u
/** A cheap look: what follows a name in brackets or after a dash. */
const EDITION = /[([]|\s[-–]\s/u

function byRank(a: Ranked, b: Ranked): number {
  return compare(a.rank, b.rank) || compare(JSON.stringify(a.record), JSON.stringify(b.record))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
