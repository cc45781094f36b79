import { decodeWindows } from '../../ground/windows-1252.ts'

/**
 * The text of bytes of one character each, as old programs wrote it: Windows-1252, or Mac Roman
 * (https://encoding.spec.whatwg.org/#macintosh) where that spells words and Windows-1252 puts signs into them.
 */
export function decodeSingleBytes(bytes: Uint8Array): string {
  const sample = sampleOf(bytes)
  const odd = odditiesIn(decodeWindows(sample))
  return odd > 0 && odd > 2 * odditiesIn(decodeMac(sample)) ? decodeMac(bytes) : decodeWindows(bytes)
}

function decodeMac(bytes: Uint8Array): string {
  return new TextDecoder('macintosh').decode(bytes)
}

/** Enough characters beyond ASCII to tell one encoding from the other. */
const ENOUGH = 2000

function sampleOf(bytes: Uint8Array): Uint8Array {
  let foreign = 0
  for (const [at, byte] of bytes.entries()) if (byte > 0x7f && ++foreign === ENOUGH) return bytes.subarray(0, at + 2)
  return bytes
}

/** Control characters, accents that stand alone, ligatures that nobody types, the sign of Apple. */
const NEVER = /[\x80-\x9fˆ˜¯˘˙˚˝˛ˇ¸ıﬁﬂ\uf8ff]/gu
/** Between letters stand quotation marks of one stroke, dashes and points, and no other signs. */
const BETWEEN = /(?<=\p{L})[†‡‰‹›•™„‚“”€«»¿¡£§¶®©¨≠∞±≤≥¥µ∂∑∏π∫ªºΩ¬√≈∆◊÷⁄°²³¹¼½¾¤¦×](?=\p{L})/gu
/** Behind a letter stands no sign that opens something, nor one of the thousandth. */
const BEHIND = /(?<=\p{L})[‡‰‚„](?!\p{L})/gu
/** No capital follows a small letter but in names such as McCartney. */
const CAPITAL = /(?<=\p{Ll})(?=[^\x00-\x7f])\p{Lu}/gu
/** The florin stands before numbers. */
const FLORIN = /ƒ(?=\p{L})|(?<=\p{L})ƒ/gu

/** How many characters of a text are none that a word, a price or a quotation has in that place. */
function odditiesIn(text: string): number {
  return [NEVER, BETWEEN, BEHIND, CAPITAL, FLORIN].reduce((sum, odd) => sum + (text.match(odd)?.length ?? 0), 0)
}
