import { distance } from 'fastest-levenshtein'
import {
  artistKey,
  namesIn,
  parseTitle,
  unturned,
  VARIOUS_ARTISTS,
  withoutEnsemble,
  withoutGuests,
} from './normalise.ts'

/** An album's name in the form it is compared in. */
export interface AlbumName {
  /** Title without edition, and what makes it another work ("live"). */
  title: string
  /** The artists, guests left out, each once; empty where none is known. */
  artists: readonly string[]
  /** The same with credits such as "A & B" taken apart. */
  parts: readonly string[]
  /** Whether an edition is named ("Deluxe"): a year beside it is that of the edition. */
  isEdition: boolean
  /** Whether one artist may have several albums of the name: it is the artist's own, or says no more than "best of". */
  isCommon: boolean
}

/** Titles of compilations and concerts, as keys. */
const COMMON = new Set(
  (
    'greatesthits besthits hits bestof thebestof lemeilleurde anthology anthologie collection thecollection essential ' +
    'theessential gold live alive inconcert enconcert enpublic singles thesingles compilation integrale coffret unplugged ' +
    'untitled sanstitre'
  ).split(' '),
)
/** A compilation by many artists of a shorter name than this is one of several. */
const SHORT = 6

/** How lists mark a single: the song that gave an album its name is another record. */
const SINGLE = /\b(?:maxi-)?single\b/iu

/** @param formats Of the copies, where any are known: `7", Single`. */
export function albumName(title: string, artists: readonly string[], formats: readonly string[] = []): AlbumName {
  const { key, traits: named, edition: isEdition } = parseTitle(title, artists)
  const isSingle = formats.length > 0 && formats.every((format) => SINGLE.test(format))
  const traits = isSingle ? new Set([...named, 'single']) : named
  const credits = artists.map(creditOf)
  const names = unique(credits.map(({ name }) => name))
  return {
    title: traits.size === 0 ? key : [key, ...[...traits].sort()].join('|'),
    artists: names,
    parts: unique(credits.flatMap(({ parts }) => parts)),
    isEdition,
    isCommon: names.includes(key) || COMMON.has(key) || (names.includes(VARIOUS_ARTISTS) && key.length < SHORT),
  }
}

interface Credit {
  name: string
  parts: readonly string[]
}

/** The credits met last: an artist comes again with each album. */
const known = new Map<string, Credit>()
const MOST_KNOWN = 100_000

function creditOf(artist: string): Credit {
  const found = known.get(artist)
  if (found !== undefined) return found
  const credited = withoutGuests(unturned(artist) ?? artist)
  // "Getz, Stan" is one, "Stan Getz, João Gilberto" are two: both readings are kept.
  const parts = namesIn(withoutGuests(artist)).map((part) => artistKey(withoutEnsemble(part)))
  const credit = { name: artistKey(credited), parts }
  if (known.size === MOST_KNOWN) known.clear()
  known.set(artist, credit)
  return credit
}

function unique(keys: readonly string[]): readonly string[] {
  const named = keys.filter((key) => key !== '')
  return named.length < 2 ? named : [...new Set(named)]
}

/** A name as one text, for lists whose records have no names of their own. */
export function nameKey({ artists, title }: AlbumName): string {
  return `${[...artists].sort().join('+')}|${title}`
}

/** How far the artists of two albums of one title agree; `unknown` where one has none. */
export type Agreement = 'same' | 'part' | 'near' | 'unknown' | 'none'

/** The shortest name in which a wrong letter is likelier than another artist. */
const LONG_ENOUGH = 5

/** It is asked of every two albums of one title, so it makes nothing but comparisons. */
export function artistAgreement(a: AlbumName, b: AlbumName): Agreement {
  if (a.artists.length === 0 || b.artists.length === 0)
    return a.artists.length === b.artists.length ? 'same' : 'unknown'
  if (areEqual(a.artists, b.artists) || areEqual(a.parts, b.parts)) return 'same'
  if (a.artists.includes(VARIOUS_ARTISTS) || b.artists.includes(VARIOUS_ARTISTS)) return 'none'
  if (meet(a.parts, b.parts) || meet(a.parts, b.artists) || meet(a.artists, b.parts)) return 'part'
  return isOneLetter(joined(a.artists), joined(b.artists)) ? 'near' : 'none'
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((name) => b.includes(name)))
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((name) => b.includes(name))
}

function joined(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : names.join(' ')
}

/** Numbers are never a slip: "Blink 182" is not "Blink 183". */
function isOneLetter(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < LONG_ENOUGH || Math.abs(a.length - b.length) > 1) return false
  // One letter is before one of the two ends.
  if (a[0] !== b[0] && a[a.length - 1] !== b[b.length - 1]) return false
  return distance(a, b) === 1 && digitsOf(a) === digitsOf(b)
}

function digitsOf(text: string): string {
  return text.replace(/\P{N}/gu, '')
}
