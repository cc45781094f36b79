import { dictionaryCounts, estimatedCount } from './english-dictionary.ts'
import { ABBREVIATIONS, listedCounts, SPELLED } from './english-lexicon.ts'
import { numberCounts, ordinalCounts } from './english-numbers.ts'

/** A word of a line and the numbers of syllables its attested pronunciations have, ascending and distinct. */
export interface EnglishWord {
  word: string
  counts: readonly number[]
}

const CHUNKS = /[^\s\u2013\u2014…]+/gu
const TOKENS = /(?:\p{L}\.){2,}\p{L}?(?!\p{L})|['\p{L}][\p{L}\p{M}']*|\p{Nd}+(?:,\p{Nd}{3})*|[&+=%@°$£€#]/gu

/**
 * The words of an English line with their syllables. A word has the pronunciations the CMU dictionary gives it, with the
 * corrections of english-lexicon.ts; a word it lacks is taken apart (endings, prefixes, compounds, the apostrophes of verse:
 * heav'n, wand'ring, unravish'd); what is left is estimated from its spelling by the `syllable` package.
 */
export function englishWords(line: string): EnglishWord[] {
  const text = line
    .normalize('NFC')
    .replace(/[’ʼ‘`´′]/gu, "'")
    .replace(/[\u2010\u2011]/gu, '-')
  const words: EnglishWord[] = []
  for (const [chunk] of text.matchAll(CHUNKS)) {
    const word = wordOf(chunk)
    if (word.counts.length > 0) words.push(word)
  }
  return words
}

const REMEMBERED = 20_000
const remembered = new Map<string, EnglishWord>()

/** A word without counts is punctuation alone. */
function wordOf(chunk: string): EnglishWord {
  const known = remembered.get(chunk)
  if (known) return known
  if (remembered.size >= REMEMBERED) remembered.clear()
  const tokens =
    chunk
      .toLowerCase()
      .match(TOKENS)
      ?.filter((token) => /[^']/u.test(token)) ?? []
  const counts = tokens.map((token, index) => tokenCounts(token, tokens[index - 1] ?? '', tokens[index + 1] ?? ''))
  const word = { word: withoutPunctuation(chunk), counts: counts.length === 0 ? [] : counts.reduce(sums, [0]) }
  remembered.set(chunk, word)
  return word
}

/** The smallest and the largest total of an English line. */
export function englishCounts(line: string): { fewest: number; most: number } {
  let fewest = 0
  let most = 0
  for (const { counts } of englishWords(line)) {
    fewest += counts[0]!
    most += counts.at(-1)!
  }
  return { fewest, most }
}

function withoutPunctuation(chunk: string): string {
  return chunk.replace(/^[\p{P}\p{Z}]+(?=[\p{L}\p{N}\p{S}])|(?<=[\p{L}\p{N}\p{S}])[\p{P}\p{Z}]+$/gu, '')
}

function sums(left: readonly number[], right: readonly number[]): number[] {
  return distinct(left.flatMap((a) => right.map((b) => a + b)))
}

function distinct(counts: readonly number[]): number[] {
  return [...new Set(counts)].sort((a, b) => a - b)
}

const DIGIT = /^\p{Nd}/u
const ORDINAL = /^(?:st|nd|rd|th)$/u

/** The counts of one token; `before` and `after` are its neighbours in the same word, '' where there is none. */
function tokenCounts(token: string, before: string, after: string): readonly number[] {
  if (DIGIT.test(before) && (token === 's' || token === "'s" || ORDINAL.test(token))) return [0]
  if (/^\d{1,12}$/u.test(token) && ORDINAL.test(after)) return ordinalCounts(token)
  if (DIGIT.test(token)) return digits(token)
  if (/^(?:\p{L}\.){2,}/u.test(token)) return [spelled(token.replace(/\./gu, ''))]
  const abbreviation = ABBREVIATIONS.get(token)
  if (abbreviation !== undefined) return abbreviation.split(' ').map(wordCounts).reduce(sums)
  return wordCounts(fold(token))
}

function digits(token: string): readonly number[] {
  const plain = token.normalize('NFKC').replace(/,/gu, '')
  return /^\d+$/u.test(plain) ? numberCounts(plain) : [0]
}

/** Plain letters and apostrophes; è in an ending (blessèd) is kept, since it is written to be sounded. */
function fold(token: string): string {
  return token.normalize('NFD').replace(/[^\p{L}'\u0300]/gu, '').replace(/(?<!e)\u0300/gu, '').replace(/ø/gu, 'o').replace(/æ/gu, 'ae').replace(/œ/gu, 'oe').replace(/ß/gu, 'ss') // prettier-ignore
}

function spelled(letters: string): number {
  return [...letters].reduce((sum, letter) => sum + (letter === 'w' ? 3 : 1), 0)
}

function wordCounts(word: string): readonly number[] {
  if (word.includes('\u0300')) return accented(word)
  const bare = word.replace(/^'+|'+$/gu, '')
  for (const form of word === bare ? [word] : [word, bare]) {
    const counts = listedCounts(form)
    if (counts) return counts
  }
  if (SPELLED.has(bare)) return [spelled(bare)]
  if (/^[bcdfghjklmnpqrstvwxz]+$/u.test(bare)) return [spelled(bare)]
  if (!/[a-z]/u.test(bare)) return [0]
  return (word !== bare ? dictionaryCounts(word) : undefined) ?? dictionaryCounts(bare) ?? derived(word, bare)
}

/** -èd and -ès are a syllable of their own: count the rest and add one. */
function accented(word: string): readonly number[] {
  const ending = /e\u0300([ds]|st)?$/u.exec(word)
  const plain = word.replace(/\u0300/gu, '')
  if (!ending) return wordCounts(plain)
  return plus(1, wordCounts(word.slice(0, ending.index).replace(/\u0300/gu, '')))
}

function plus(extra: number, counts: readonly number[]): readonly number[] {
  return counts.map((count) => Math.max(0, count + extra))
}

/** No word is longer; taking apart is quadratic in the length, and any text may come in. */
const LONGEST = 60

function derived(word: string, bare: string): readonly number[] {
  if (bare.length > LONGEST) return [estimatedCount(bare)]
  return bare.includes("'")
    ? apostrophes(bare)
    : (dropped(word, bare) ?? inflected(bare) ?? compound(bare) ?? [estimatedCount(bare)])
}

/** runnin', goin': the g is what is missing. */
function dropped(word: string, bare: string): readonly number[] | undefined {
  return word.endsWith("in'") ? known(`${bare}g`) : undefined
}

function apostrophes(word: string): readonly number[] {
  const tail = /^(.+?)'(s|d|ll|ve|re|m|st|t|n)$/u.exec(word)
  if (tail) return endingCounts(tail[1]!, tail[2]!)
  // wand'ring, ev'ry, pow'rs: the syllable of a written-out e is gone.
  const full = dictionaryCounts(word.replace(/'/gu, 'e'))
  if (full) return [Math.max(1, full.at(-1)! - 1)]
  return word.split("'").filter(Boolean).map(piece).reduce(sums, [0])
}

function endingCounts(stem: string, ending: string): readonly number[] {
  if (ending === 'n') {
    const full = dictionaryCounts(`${stem}en`)
    if (full) return [Math.max(1, full.at(-1)! - 1)]
  }
  const counts = stem.includes("'") ? apostrophes(stem) : wordCounts(stem)
  if (ending === 's') return SIBILANT.test(stem) ? plus(1, counts) : counts
  const syllabic = /^(?:ll|ve|re)$/u.test(ending) && !/[aeiouyw]$|ere$/u.test(stem)
  return syllabic || (ending === 'd' && /^(?:it|that|what)$/u.test(stem)) ? plus(1, counts) : counts
}

function piece(letters: string): readonly number[] {
  return /[aeiouy]/u.test(letters) || letters === 'n' ? wordCounts(letters) : [0]
}

/** Counts of a word from the lists alone. */
function known(word: string): readonly number[] | undefined {
  return listedCounts(word) ?? dictionaryCounts(word)
}

const SIBILANT = /(?:s|x|z|ch|sh|ce|ge|se|ze)$/u

interface Ending {
  pattern: RegExp
  /** What the stem may look like once the ending is off. */
  stems: (stem: string) => string[]
  extra: (stem: string) => number
}

const asIs = (stem: string) => [stem]
const withE = (stem: string) => [
  stem,
  `${stem}e`,
  stem.replace(/([b-df-hj-np-tv-z])\1$/u, '$1'),
  stem.replace(/i$/u, 'y'),
]
const one = () => 1
const none = () => 0

const ENDINGS: readonly Ending[] = [
  { pattern: /s$/u, stems: asIs, extra: (stem) => (SIBILANT.test(stem) ? 1 : 0) },
  { pattern: /es$/u, stems: withE, extra: (stem) => (SIBILANT.test(stem) ? 1 : 0) },
  { pattern: /ed$/u, stems: withE, extra: (stem) => (/[td]e?$/u.test(stem) ? 1 : 0) },
  { pattern: /(?:ing|er|est|eth|en|ish)$/u, stems: withE, extra: one },
  { pattern: /(?:st|th)$/u, stems: asIs, extra: none },
  { pattern: /(?:ly|y)$/u, stems: withE, extra: one },
  { pattern: /(?:ness|less|ful|like|ship|hood|dom|some|ward|wards|man|men)$/u, stems: withE, extra: one },
]

/** A word the dictionary has without its ending or its prefix. */
function inflected(word: string): readonly number[] | undefined {
  for (const { pattern, stems, extra } of ENDINGS) {
    const ending = pattern.exec(word)
    if (!ending || ending.index < 2) continue
    for (const stem of stems(word.slice(0, ending.index))) {
      const counts = known(stem)
      if (counts) return plus(extra(stem), counts)
    }
  }
  const british = known(word.replace(/our/u, 'or').replace(/is(e|ed|es|ing)$/u, 'iz$1').replace(/re$/u, 'er').replace(/ll(er|ers|ed|ing)$/u, 'l$1')) // prettier-ignore
  if (british) return british
  const prefix = /^(?:un|re|mis|dis|over|under|out|fore|counter|super|non|pre|post|sub|inter|anti)(?=.{3})/u.exec(word)
  const rest = prefix ? (known(word.slice(prefix[0].length)) ?? inflected(word.slice(prefix[0].length))) : undefined
  return prefix && rest ? sums([estimatedCount(prefix[0])], rest) : undefined
}

/** Words that are far oftener the end of another word than the second half of a compound. */
const NO_SECOND_PART = new Set([
  'the',
  'her',
  'ate',
  'ion',
  'ine',
  'ers',
  'ing',
  'ism',
  'ist',
  'ant',
  'ent',
  'ous',
  'ive',
])

/** Two words written as one: moonlight, ploughman; the longest first part wins. */
function compound(word: string): readonly number[] | undefined {
  for (let cut = word.length - 3; cut >= 3; cut--) {
    const left = known(word.slice(0, cut))
    if (!left) continue
    const rest = word.slice(cut)
    if (NO_SECOND_PART.has(rest)) continue
    const right = known(rest) ?? inflected(rest)
    if (right) return sums(left, right)
  }
  return undefined
}
