import { ABBREVIATIONS, INTERJECTIONS, SPELLED } from './french-lexicon.ts'
import { numberInFrench, ordinalInFrench, romanValue } from './french-numbers.ts'

/** One written word of a line and the words of letters it is read as: "1969" is read "mil", "neuf", "cent" … */
export interface Reading {
  written: string
  parts: readonly Part[]
}

/** A stretch of letters between spaces, hyphens and apostrophes. */
export interface Part {
  letters: string
  /** What binds it to the part before it in the same word. */
  bound: '' | '-' | "'"
  /** An apostrophe follows: it is an elided word (l', qu') or has lost its end (grand'). */
  elided: boolean
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': 'et',
  '+': 'plus',
  '=': 'égale',
  '%': 'pour-cent',
  '€': 'euros',
  $: 'dollars',
  '£': 'livres',
  '°': 'degrés',
  '@': 'arobase',
}
const LETTER_NAMES: Readonly<Record<string, string>> = { w: 'doublevé', y: 'igrec' }

/** The words of a line, in order; what holds no letter, digit or sign is left out. */
export function readingsOf(line: string): Reading[] {
  const readings: Reading[] = []
  for (const written of line.normalize('NFC').replace(/[’ʼ‘`´′]/gu, "'").split(/[\s\u2013\u2014…]+/u)) {
    const parts = partsOf(written, readings.at(-1))
    if (parts.length > 0) readings.push({ written: trimmed(written), parts })
  }
  return readings
}

function trimmed(written: string): string {
  return written.replace(/^[^\p{L}\p{N}&+=%€$£°@]+|[^\p{L}\p{N}&+=%€$£°@']+$/gu, '') || written
}

const PLAIN = /^[a-zàâäéèêëîïôöùûüÿœæç]+[,;:.!?]*$/iu

function partsOf(written: string, before: Reading | undefined): Part[] {
  if (PLAIN.test(written)) return plainParts(written)
  const spelledDots = /^\P{L}*((?:\p{L}\.){2,}\p{L}?)\P{L}*$/u.exec(written)
  if (spelledDots) return spell(spelledDots[1]!.replace(/\./gu, ''))
  const parts: Part[] = []
  for (const [token] of written.matchAll(/\p{L}[\p{L}\p{M}]*|\p{Nd}+|['-]|[&+=%€$£°@]/gu)) {
    readToken(token, parts, before)
    before = undefined
  }
  return parts.filter((part) => part.letters !== '')
}

function plainParts(written: string): Part[] {
  const letters = written.replace(/[,;:.!?]+$/u, '')
  const abbreviation = ABBREVIATIONS.get(letters.toLowerCase())
  if (abbreviation !== undefined) return textParts(abbreviation)
  if (/^[^aeiouyàâäéèêëîïôöùûüœæ]+$/iu.test(letters)) return consonantsAlone(letters)
  return wordParts(letters)
}

function wordParts(letters: string): Part[] {
  if (SPELLED.has(letters.toLowerCase())) return spell(letters)
  const roman = letters === letters.toUpperCase() && letters.length > 1 ? romanValue(letters.toLowerCase()) : null
  return roman === null ? [{ letters, bound: '', elided: false }] : textParts(numberInFrench(String(roman)))
}
