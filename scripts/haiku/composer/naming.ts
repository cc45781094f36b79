import { artistsOf } from '../../collection/album.ts'
import type { HaikuSubject } from '../haiku.ts'
import type { Language } from '../../ground/languages.ts'
import { scansForCertain } from '../syllables/syllables.ts'
import type { Frames, Pack } from './pack.ts'

/** The lines that name an album, by length; empty where nothing scans beyond doubt. */
export interface NamedLines {
  readonly five: readonly string[]
  /** A line of 7 that names it; a tail of 5 follows. */
  readonly seven: readonly string[]
}

const LONGEST = 32
const SYLLABLES = [1, 2, 3, 4, 5, 6, 7]

/**
 * Letters, spaces and light punctuation alone: digits, symbols and other scripts have no certain reading, and nothing
 * else can disturb the Markdown around a poem.
 */
const READABLE = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’ ,.:?!-]*$/u
/** Roman numerals and abbreviations are spelled out by some readers and not by others. */
const SPELLED = /(?<!\p{L})(?:\p{Lu}{2,4}|\p{L}\.\p{L}.*|vol|pt|feat|ft|vs|mr|mrs|dr|st)(?!\p{L})/iu
const CAPITALS = /(?<!\p{L})\p{Lu}{2,4}(?!\p{L})/u

/** What stands in an artist field and is nobody's name, and names turned around for sorting. */
const NOBODY =
  /^(?:various(?: artists)?|divers|artistes divers|compilation|unknown(?: artist)?|inconnu|anonym\w*|.*, (?:the|les?))$/iu

/** Names that are harmless on a sleeve and not in "tonight, …" or "… again". */
const UNSPOKEN = /suicid|murder|meurtr|\brape\b|\bnazi|fuck|\bshit|merde|bitch|\bputa?\b/iu

/** The name without what a shop or a database adds: "(Deluxe Edition)", "[2011]", "- Remastered". */
function bare(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s*[([][^()[\]]*[)\]]\s*$/u, '')
    .replace(/\s+-\s+(?:remaster|deluxe|live|expanded).*$/iu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

function certainCount(text: string, language: Language): number | undefined {
  return SYLLABLES.find((count) => scansForCertain(text, count, language))
}

/**
 * Whether people would agree on the name's syllables. In a French poem an English name keeps its English sound, so
 * where both languages can read it, both must come to the same number.
 */
function isCertain(name: string, language: Language): boolean {
  if (name.length === 0 || name.length > LONGEST || !READABLE.test(name) || UNSPOKEN.test(name)) return false
  if (CAPITALS.test(name) || SPELLED.test(name.replace(/\p{Lu}/gu, (letter) => letter.toLowerCase()))) return false
  const own = certainCount(name, language)
  if (own === undefined) return false
  if (language === 'en') return true
  const english = certainCount(name, 'en')
  return english === undefined || english === own
}

function fill(frames: Frames, name: string, language: Language): NamedLines {
  const lines = (candidates: readonly string[], syllables: number) =>
    candidates
      .map((frame) => frame.replace('{}', () => name))
      .filter((line) => scansForCertain(line, syllables, language))
  return { five: lines(frames.five, 5), seven: lines(frames.seven, 7) }
}

export function namedLines(album: HaikuSubject, pack: Pack, language: Language): NamedLines {
  const title = bare(album.title)
  const [artist = '', ...others] = artistsOf(album).map(bare)
  const named = [
    isCertain(title, language) ? fill(pack.namings.title, pack.quote(title), language) : null,
    others.length === 0 && !NOBODY.test(artist) && isCertain(artist, language)
      ? fill(pack.namings.artist, artist, language)
      : null,
  ].filter((lines) => lines !== null)
  return { five: named.flatMap(({ five }) => five), seven: named.flatMap(({ seven }) => seven) }
}
