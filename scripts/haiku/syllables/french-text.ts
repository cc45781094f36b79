import { ABBREVIATIONS, INTERJECTIONS, SPELLED } from './french-lexicon.ts'
import { numberInFrench, ordinalInFrench, romanValue } from './french-numbers.ts'

/** A stretch of letters that is read as one word: "l'été" has two, "1969" (mil neuf cent soixante-neuf) five. */
export interface Part {
  letters: string
  /** Written in digits; the e of "mille" and of the tens is dropped in speech. */
  digits?: true
  /** What joins it to the part before it. */
  joint: '' | '-' | "'"
  /** An apostrophe follows, so its last vowel is lost (l', qu', grand'). */
  elided: boolean
}

/** One written word of a line and the parts it is read as. */
export interface Reading {
  written: string
  parts: readonly Part[]
}

const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '&': 'et',
    '+': 'plus',
    '=': 'égale',
    '%': 'pour cent',
    '€': 'euros',
    $: 'dollars',
    '£': 'livres',
    '°': 'degrés',
    '@': 'arobase',
  }),
)
const LETTER_NAMES: Readonly<Record<string, string>> = { w: 'double vé', y: 'i grec', h: 'ache' }
/** What letters mean right after a number in digits. */
const AFTER_NUMBER: ReadonlyMap<string, string> = new Map(
  Object.entries({ t: 'tours', h: 'heures', m: 'mètres', s: '', "'s": '' }),
)

const CHUNKS = /[^\s\u2013\u2014…]+/gu
const ACRONYM = /^(?:\p{L}\.){2,}\p{L}?/u
const TOKENS = /(?:\p{L}\.){2,}\p{L}?(?!\p{L})|\p{L}[\p{L}\p{M}]*|\p{Nd}+(?:,\p{Nd}+)?|['&+=%€$£°@-]/gu
const DIGIT = /^\p{Nd}/u
const CONSONANTS = /^[^aeiouyàâäáãåéèêëîïíôöóõøùûüúœæÿý]+$/u

/** The words of a line, in order; what holds no letter, digit or sign to be read is left out. */
export function readingsOf(line: string): Reading[] {
  const readings: Reading[] = []
  const text = line
    .normalize('NFC')
    .replace(/[’ʼ‘`´′]/gu, "'")
    .replace(/[\u2010\u2011]/gu, '-')
  let afterNumber = false
  for (const [chunk] of text.matchAll(CHUNKS)) {
    const reading = afterNumber && /^h$/iu.test(chunk) ? HOURS : readingOf(chunk)
    if (reading.parts.length > 0) readings.push(reading)
    afterNumber = /^\d+$/u.test(chunk)
  }
  return readings
}

const REMEMBERED = 20_000
const remembered = new Map<string, Reading>()

function readingOf(chunk: string): Reading {
  const known = remembered.get(chunk)
  if (known) return known
  if (remembered.size >= REMEMBERED) remembered.clear()
  const reading = { written: withoutPunctuation(chunk), parts: partsOf(chunk) }
  remembered.set(chunk, reading)
  return reading
}

function plain(words: readonly string[]): Part[] {
  return words.map((letters) => ({ letters, joint: '', elided: false }))
}

/** « 20 h »: the only word whose reading hangs on the one before it. */
const HOURS: Reading = { written: 'h', parts: plain(['heures']) }

function withoutPunctuation(chunk: string): string {
  return chunk.replace(/^[\p{P}\p{Z}]+(?=[\p{L}\p{N}\p{S}])|(?<=[\p{L}\p{N}\p{S}])[\p{P}\p{Z}]+$/gu, '')
}

function partsOf(chunk: string): Part[] {
  if (/^[^\p{L}\p{N}]*m\.[^\p{L}\p{N}]*$/iu.test(chunk)) return plain(['monsieur'])
  const tokens = chunk.toLowerCase().match(TOKENS) ?? []
  const parts: Part[] = []
  let joint: Part['joint'] = ''
  for (const [index, text] of tokens.entries()) {
    if (text === "'" || text === '-') {
      joint = text
      continue
    }
    const elided = tokens[index + 1] === "'"
    const last = index + (elided ? 2 : 1) >= tokens.length
    const token = { text, joint, elided, last, before: tokens[index - 1] ?? '', after: tokens[index + 1] ?? '' }
    for (const [place, letters] of wordsOf(token).entries()) {
      const part: Part = { letters, joint: place === 0 ? joint : '', elided: elided && !last }
      parts.push(DIGIT.test(text) ? { ...part, digits: true } : part)
    }
    joint = ''
  }
  return parts
}

/** A stretch of letters or digits, or a sign, and its neighbours in the same word ('' where there is none). */
interface Token {
  text: string
  joint: Part['joint']
  /** An apostrophe follows. */
  elided: boolean
  /** Nothing but an apostrophe follows. */
  last: boolean
  before: string
  after: string
}

/** The words of letters that a token is read as. */
function wordsOf(token: Token): string[] {
  const { text, joint, before, after } = token
  if (DIGIT.test(text)) return numberWords(text, after)
  if (DIGIT.test(before) && joint !== '-') {
    if (isOrdinal(text)) return []
    const unit = AFTER_NUMBER.get(text)
    if (unit !== undefined) return split(unit)
  }
  const sign = SIGNS.get(text)
  if (sign !== undefined) return before === 'n' && text === '°' ? [] : split(sign)
  if (ACRONYM.test(text)) return spell(text.replace(/\./gu, ''))
  if (text === 'n' && after === '°') return ['numéro']
  const abbreviation = ABBREVIATIONS.get(text)
  if (abbreviation !== undefined) return split(abbreviation)
  const roman = romanWords(text)
  if (roman !== undefined) return split(roman)
  if (SPELLED.has(text)) return spell(text)
  return CONSONANTS.test(text) ? consonantsAlone(token) : [text]
}

/** Louis XIV, Led Zeppelin III, the XIXe; not the letters I, V and X alone, and not « vie » or « ive ». */
function romanWords(text: string): string | undefined {
  const cardinal = /^[ivx]{2,}$/u.test(text) ? romanValue(text) : null
  if (cardinal !== null) return numberInFrench(String(cardinal))
  const century = /^([iv]*x[ivx]+)(?:e|è|ème)$/u.exec(text)
  const ordinal = century ? romanValue(century[1]!) : null
  return ordinal === null ? undefined : ordinalInFrench(ordinal)
}

function isOrdinal(token: string): boolean {
  return /^(?:er|ers|re|res|ère|ères|e|è|ème|èmes|es|nd|nde|ième)$/u.test(token)
}

function numberWords(digits: string, after: string): string[] {
  const [whole, decimals] = digits.normalize('NFKC').split(',') as [string, string?]
  if (!/^\d+$/u.test(whole)) return []
  if (decimals !== undefined) return split(`${numberInFrench(whole)} virgule ${numberInFrench(decimals)}`)
  if (isOrdinal(after) && whole.length < 10) return split(ordinalInFrench(Number(whole), after))
  return split(numberInFrench(whole))
}

/** Letters without a vowel: an elided word (l'), the t of "a-t-il", an interjection (brr), or letters that are spelled (LP). */
function consonantsAlone({ text, joint, elided, last }: Token): string[] {
  if (!/^[a-zç]+$/u.test(text)) return []
  if (text.length === 1) {
    // Rock'n'roll, Guns N' Roses.
    if (text === 'n' && elided && (joint === "'" || last)) return ['èn']
    return elided || joint === "'" || (joint === '-' && text === 't' && !last) ? [text] : spell(text)
  }
  if (elided || joint === "'") return [text]
  return INTERJECTIONS.test(text) ? ['heu'] : spell(text)
}

function spell(letters: string): string[] {
  return [...letters].flatMap((letter) => (LETTER_NAMES[letter] ?? letterName(letter)).split(' '))
}

/** One syllable, with a vowel first where the name of the letter has it there (elle, esse): that decides the e before it. */
function letterName(letter: string): string {
  if (!/[b-df-hj-np-tvxz]/u.test(letter)) return letter
  return /[flmnrsx]/u.test(letter) ? 'ès' : 'bé'
}

function split(words: string): string[] {
  return words === '' ? [] : words.split(/[ -]/u)
}
