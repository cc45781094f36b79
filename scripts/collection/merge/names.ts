import { distance } from 'fastest-levenshtein'
import { artistKey, namesIn, parseTitle, VARIOUS_ARTISTS, withoutGuests } from '../normalise.ts'

/** An album's name in the form it is compared in. */
export interface AlbumName {
  /** Title without edition, and what makes it another work ("live"). */
  title: string
  /** The artists, guests left out; empty where none is known. */
  artists: ReadonlySet<string>
  /** The same with credits such as "A & B" taken apart. */
  parts: ReadonlySet<string>
  isSelfTitled: boolean
}

export function albumName(title: string, artists: readonly string[]): AlbumName {
  const { key, traits } = parseTitle(title, artists)
  const credited = artists.map(withoutGuests)
  const names = keysOf(credited)
  const pieces = credited.flatMap(namesIn)
  return {
    title: traits.size === 0 ? key : [key, ...[...traits].sort()].join('|'),
    artists: names,
    parts: pieces.length === credited.length ? names : keysOf(pieces),
    isSelfTitled: names.has(key),
  }
}

function keysOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(artistKey).filter((key) => key !== ''))
}

/** A name as one text, for lists whose records have no names of their own. */
export function nameKey({ artists, title }: AlbumName): string {
  return `${[...artists].sort().join('+')}|${title}`
}

/** How far the artists of two albums of one title agree; `unknown` where one has none. */
export type Agreement = 'same' | 'part' | 'near' | 'unknown' | 'none'

/** The shortest name in which a wrong letter is likelier than another artist. */
const LONG_ENOUGH = 5

export function artistAgreement(a: AlbumName, b: AlbumName): Agreement {
  if (a.artists.size === 0 || b.artists.size === 0) return a.artists.size === b.artists.size ? 'same' : 'unknown'
  if (equal(a.artists, b.artists) || equal(a.parts, b.parts)) return 'same'
  const isVarious = (name: AlbumName) => name.artists.has(VARIOUS_ARTISTS)
  if (isVarious(a) || isVarious(b)) return 'none'
  for (const part of a.parts) if (b.parts.has(part) || b.artists.has(part)) return 'part'
  for (const name of a.artists) if (b.parts.has(name)) return 'part'
  const [left, right] = [[...a.artists].join(' '), [...b.artists].join(' ')]
  return Math.min(left.length, right.length) >= LONG_ENOUGH && isOneLetter(left, right) ? 'near' : 'none'
}

/** Numbers are never a slip: "Blink 182" is not "Blink 183". */
function isOneLetter(a: string, b: string): boolean {
  const digits = (text: string) => text.replace(/\P{N}/gu, '')
  return Math.abs(a.length - b.length) <= 1 && digits(a) === digits(b) && distance(a, b) === 1
}

function equal(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false
  for (const one of a) if (!b.has(one)) return false
  return true
}
