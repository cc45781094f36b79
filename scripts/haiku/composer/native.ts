/**
 * Words of one tradition within a wide family, and the genres that own them: no samba in a poem about a tango, no kora in
 * one about raï. A phrase without such a word goes with the whole family.
 */
const NATIVE: readonly (readonly [word: RegExp, genre: RegExp])[] = [
  [/\b(?:sambas?|bossa|pandeiros?|surdo)\b/iu, /samba|bossa|mpb|bra[sz]il|br[eé]sil|tropic|choro/iu],
  [
    /\b(?:bongos?|congas?|maracas?|claves|salsa)\b/iu,
    /salsa|cuba|latin|mambo|\bson\b|cumbia|merengue|bachata|reggaeton|cha-cha/iu,
  ],
  [/\b(?:tangos?|bandon[eé]on)\b/iu, /tango|milonga/iu],
  [/\bfados?\b/iu, /fado/iu],
  // Grave songs, to sit still for.
  [/\b(?:hanches?|hips|hamac|hammock)\b/iu, /^(?!.*fado)/iu],
  [/\b(?:flamenco|palmas)\b/iu, /flamenco/iu],
  [
    /\b(?:koras?|balafons?|calebasses?|thumb piano)\b/iu,
    /afr|mand[ei]|mali|griot|mbalax|highlife|s[eé]n[eé]gal|guin/iu,
  ],
]

/** Whether every word of the phrase is at home in the genre. */
export function isAtHome(text: string, genre: string | null | undefined): boolean {
  return NATIVE.every(([word, owners]) => !word.test(text) || owners.test(genre ?? ''))
}
