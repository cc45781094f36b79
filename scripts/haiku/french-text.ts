import { ABBREVIATIONS, INTERJECTIONS, SPELLED } from './french-lexicon.ts'
import { numberInFrench, ordinalInFrench, romanValue } from './french-numbers.ts'

/** A stretch of letters that is read as one word: "l'été" has two, "1969" (mil neuf cent soixante-neuf) five. */
export interface Part {
  letters: string
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

const SIGNS: Readonly<Record<string, string>> = {
  '&': 'et',
  '+': 'plus',
  '=': 'égale',
  '%': 'pour cent',
  '€': 'euros',
  $: 'dollars',
  '£': 'livres',
  '°': 'degrés',
  '@': 'arobase',
}
const LETTER_NAMES: Readonly<Record<string, string>> = { w: 'double vé', y: 'i grec', h: 'ache' }
/** What letters mean right after a number in digits. */
const AFTER_NUMBER: Readonly<Record<string, string>> = { t: 'tours', h: 'heures', m: 'mètres', s: '', "'s": '' }

const CHUNKS = /[^\s\u2013\u2014…]+/gu
const ACRONYM = /^(?:\p{L}\.){2,}\p{L}?/u
const TOKENS = /(?:\p{L}\.){2,}\p{L}?(?!\p{L})|\p{L}[\p{L}\p{M}]*|\p{Nd}+(?:,\p{Nd}+)?|['&+=%€$£°@-]/gu
const CONSONANTS = /^[^aeiouyàâäáãåéèêëîïíôöóõøùûüúœæÿý]+$/u

/** The words of a line, in order; what holds no letter, digit or sign to be read is left out. */
export function readingsOf(line: string): Reading[] {
  const readings: Reading[] = []
  const text = line
    .normalize('NFC')
    .replace(/[’ʼ‘`´′]/gu, "'")
    .replace(/[\u2010\u2011]/gu, '-')
  for (const [chunk] of text.matchAll(CHUNKS)) {
    const parts = partsOf(chunk)
    if (parts.length > 0) readings.push({ written: withoutPunctuation(chunk), parts })
  }
  return readings
}

function withoutPunctuation(chunk: string): string {
  return chunk.replace(/^[\p{P}\p{Z}]+(?=[\p{L}\p{N}\p{S}])|(?<=[\p{L}\p{N}\p{S}])[\p{P}\p{Z}]+$/gu, '')
}

function partsOf(chunk: string): Part[] {
  const tokens = chunk.toLowerCase().match(TOKENS) ?? []
  const parts: Part[] = []
  let joint: Part['joint'] = ''
  for (const [index, token] of tokens.entries()) {
    if (token === "'" || token === '-') {
      joint = token
      continue
    }
    const elided = tokens[index + 1] === "'"
    const last = index + 1 + (elided ? 1 : 0) >= tokens.length
    for (const [place, letters] of wordsOf(token, tokens[index - 1], joint, elided, last, tokens[index + 1]).entries())
      parts.push({ letters, joint: place === 0 ? joint : '', elided: elided && !(last && joint === '') })
    joint = ''
  }
  return parts
}

/** The words of letters that a token is read as. */
function wordsOf(
  token: string,
  before: string | undefined,
  joint: Part['joint'],
  elided: boolean,
  last: boolean,
  after: string | undefined,
): string[] {
  if (/^\p{Nd}/u.test(token)) return numberWords(token, after)
  if (before !== undefined && /^\p{Nd}/u.test(before) && joint !== '-') {
    if (isOrdinal(token)) return []
    const unit = AFTER_NUMBER[token]
    if (unit !== undefined) return split(unit)
  }
  const sign = SIGNS[token]
  if (sign !== undefined) return before === 'n' && token === '°' ? [] : split(sign)
  if (ACRONYM.test(token)) return spell(token.replace(/\./gu, ''))
  if (token === 'n' && after === '°') return ['numéro']
  const abbreviation = ABBREVIATIONS.get(token)
  if (abbreviation !== undefined) return split(abbreviation)
  if (token.length > 1 && /^[ivx]+$/u.test(token) && romanValue(token) !== null)
    return split(numberInFrench(String(romanValue(token))))
  // XIXe, but not « vie » or « ive ».
  const century = /^([iv]*x[ivx]+)(?:e|è|ème)$/u.exec(token)
  const value = century ? romanValue(century[1]!) : null
  if (value !== null) return split(ordinalInFrench(value))
  if (SPELLED.has(token)) return spell(token)
  if (CONSONANTS.test(token)) return consonantsAlone(token, joint, elided, last)
  return [token]
}

function isOrdinal(token: string): boolean {
  return /^(?:er|ers|re|res|ère|ères|e|è|ème|èmes|es|nd|nde|ième)$/u.test(token)
}

function numberWords(token: string, after: string | undefined): string[] {
  const [whole, decimals] = token.normalize('NFKC').split(',') as [string, string?]
  if (!/^\d+$/u.test(whole)) return []
  if (decimals !== undefined) return split(`${numberInFrench(whole)} virgule ${numberInFrench(decimals)}`)
  if (after !== undefined && isOrdinal(after) && whole.length < 10) return split(ordinalInFrench(Number(whole)))
  return split(numberInFrench(whole))
}

/** Letters without a vowel: an elided word (l'), the t of "a-t-il", an interjection (brr), or letters that are spelled (LP). */
function consonantsAlone(token: string, joint: Part['joint'], elided: boolean, last: boolean): string[] {
  if (!/^[a-zç]+$/u.test(token)) return []
  if (token.length === 1) {
    // Rock'n'roll, Guns N' Roses.
    if (token === 'n' && elided && (joint === "'" || last)) return ['aine']
    if (elided || joint === "'" || (joint === '-' && token === 't' && !last)) return [token]
    return spell(token)
  }
  if (elided || joint === "'") return [token]
  return INTERJECTIONS.test(token) ? ['heu'] : spell(token)
}

function spell(letters: string): string[] {
  return [...letters].flatMap((letter) => (LETTER_NAMES[letter] ?? (/[a-z]/u.test(letter) ? 'é' : letter)).split(' '))
}

function split(words: string): string[] {
  return words === '' ? [] : words.split(/[ -]/u)
}
