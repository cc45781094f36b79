import { windowsByte } from '../../ground/windows-1252.ts'

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const SEQUENCE = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/gu
/** Sequences of the common letters, so that a damaged text is known by what is left of it. */
const TRACES = /Ã[\u00a1-\u00bf]|â€|\ufffd/u

export type Mojibake =
  /** Reading it as UTF-8 gives a text that can only be the one meant. */
  | { kind: 'undone'; text: string }
  /** It looks like it, but a person has to say what is meant. */
  | { kind: 'suspected' }
  | { kind: 'none' }

/**
 * Whether a text was UTF-8 and read as Latin-1 or Windows-1252: "BeyoncÃ©". Capitals before punctuation ("CAFÉ…") are
 * valid UTF-8 by accident, so it counts what the sequences would become, as ftfy does
 * (https://ftfy.readthedocs.io/en/latest/heuristic.html).
 */
export function mojibakeIn(text: string): Mojibake {
  const suspected: Mojibake = TRACES.test(text) ? { kind: 'suspected' } : { kind: 'none' }
  if (/^[\x00-\x7f]*$/u.test(text)) return suspected
  const bytes = [...text].map(windowsByte)
  if (bytes.includes(null)) return suspected
  const read = Uint8Array.from(bytes as number[])
  let undone: string
  try {
    undone = UTF8.decode(read)
  } catch {
    return suspected
  }
  const raw = String.fromCharCode(...read)
  const sequences = [...raw.matchAll(SEQUENCE)]
  if (sequences.every((sequence) => isTelling(raw, text, sequence))) return { kind: 'undone', text: undone }
  return suspected
}

/** Whether the bytes of one character are unlikely to stand there by themselves. */
function isTelling(raw: string, text: string, { 0: bytes, index }: RegExpExecArray): boolean {
  const lead = bytes.charCodeAt(0)
  const next = raw.charCodeAt(index + bytes.length)
  const hasNeighbour = next >= 0xc2 || (index > 0 && raw.charCodeAt(index - 1) >= 0x80)
  // Latin letters and signs; below U+00A0 there are only control characters.
  if (lead >= 0xc2 && lead <= 0xc5)
    return !(lead === 0xc2 && bytes.charCodeAt(1) < 0xa0) && !isCapitalAtWordEnd(text, index)
  // Greek, Cyrillic, Hebrew, Arabic: words of more than one letter.
  if ([0xce, 0xcf, 0xd0, 0xd1, 0xd7, 0xd8, 0xd9].includes(lead)) return hasNeighbour
  // Punctuation and signs, emoji.
  if (lead === 0xe2 || lead >= 0xf0) return true
  // Vietnamese letters; everything else of three bytes is writing of more than one character.
  return (lead === 0xe1 && [0xba, 0xbb].includes(bytes.charCodeAt(1))) || hasNeighbour
}

/** "IRMÃ…": a word in capitals, and punctuation or a space after it. Characters of `text` and bytes count alike. */
function isCapitalAtWordEnd(text: string, index: number): boolean {
  return /\p{Lu}/u.test(text.charAt(index - 1)) && /^[\p{P}\p{S}\s](?!\p{L})/u.test(text.slice(index + 1))
}
