/**
 * Words of one tradition within a wide family, and the genres that own them: no samba in a poem about a tango, no fado in
 * one about flamenco. A phrase without such a word goes with the whole family.
 */
const NATIVE: readonly (readonly [word: RegExp, genre: RegExp])[] = [
  [/\b(?:sambas?|bossa|pandeiros?|surdo)\b/iu, /samba|bossa|mpb|bra[sz]il|br[eé]sil|tropic|choro/iu],
  [/\b(?:bongos?|congas?|maracas?|claves|salsa)\b/iu, /salsa|cuba|mambo|\bson\b|merengue|bachata|cha-cha/iu],
  [/\b(?:tangos?|bandon[eé]on)\b/iu, /tango|milonga/iu],
  [/\bfados?\b/iu, /fado/iu],
  // Grave songs, to sit still for.
  [/\b(?:hanches?|hips|hamac|hammock)\b/iu, /^(?!.*fado)/iu],
  [/\b(?:flamenco|palmas)\b/iu, /flamenco/iu],
]

/** Whether every word of the phrase is at home in the genre. */
export function isAtHome(text: string, genre: string | null | undefined): boolean {
  return NATIVE.every(([word, owners]) => !word.test(text) || owners.test(genre ?? ''))
}
