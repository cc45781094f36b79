import { artistsOf, type Album } from '../album.ts'

/** What a finding is about, in the order of the report. */
export const KINDS = [
  'text',
  'artist-in-title',
  'title-slip',
  'artist',
  'link',
  'year',
  'duplicate',
  'missing-artist',
  'missing-year',
  'pressing-year',
  'shared-record',
] as const

export type Kind = (typeof KINDS)[number]

/** Kinds that ask nothing of a person: a task fills it, or it may well be meant. */
const INFORMATION: ReadonlySet<Kind> = new Set(['missing-year', 'pressing-year', 'shared-record'])

/** One thing that `--fix` does. */
export type Change =
  | { album: number; field: 'title' | 'spotify_url' | 'discogs_url' | 'cover_url'; before: string; after: string }
  /** One name among the album's artists. */
  | { album: number; field: 'artists'; before: string; after: string }
  /** The year becomes that of a pressing, and is marked so. */
  | { album: number; field: 'year'; before: number; after: number }
  /** Another entry of the same album goes into this one. */
  | { album: number; joins: number }

export interface Finding {
  kind: Kind
  /** The albums by their ids, each with what stands there. */
  about: readonly { album: number; stands: string }[]
  why: string
  /** What a person can do; with `changes`, what `--fix` does. */
  todo: string
  /** Beyond doubt; empty where a person has to decide. */
  changes: readonly Change[]
}

/** `certain`: `--fix` does it. `doubtful`: a person decides. `information`: nothing to do. */
export type Verdict = 'certain' | 'doubtful' | 'information'

export function verdictOf({ kind, changes }: Finding): Verdict {
  if (INFORMATION.has(kind)) return 'information'
  return changes.length > 0 ? 'certain' : 'doubtful'
}

/** What a person writes as `sources.<field>` to say that a field is right as it stands. */
export const CHECKED = 'checked'

export function isTitleChecked({ sources }: Album): boolean {
  return sources?.['title'] === CHECKED
}

/** An album as findings call it: `“Abbey Road” – The Beatles (1969)`. */
export function nameOf(album: Album): string {
  const artists = artistsOf(album).join(', ')
  return `“${album.title}”${artists === '' ? '' : ` – ${artists}`}${album.year == null ? '' : ` (${album.year})`}`
}
