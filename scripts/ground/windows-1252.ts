/**
 * What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has control characters; a blank where it has nothing
 * (https://encoding.spec.whatwg.org/index-windows-1252.txt). Node's own decoder reads it as Latin-1 in versions that are
 * supported here (https://github.com/nodejs/node/issues/56542).
 */
const CHARACTERS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const BEGINS = 0x80

/** The text of some bytes. */
export function decodeWindows(bytes: Uint8Array): string {
  return fromWindows(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
}

/** A text of Windows-1252 that was read as Latin-1, as what it stands for: "\u0092" is "’". */
export function fromWindows(text: string): string {
  return text.replace(/[\x80-\x9f]/gu, (control) => {
    const character = CHARACTERS.charAt(control.charCodeAt(0) - BEGINS)
    return character === ' ' ? control : character
  })
}

/** The byte that a character was read from, as Latin-1 or Windows-1252; null where it is in neither. */
export function windowsByte(character: string): number | null {
  const at = character === ' ' ? -1 : CHARACTERS.indexOf(character)
  const code = at < 0 ? character.codePointAt(0)! : BEGINS + at
  return code < 256 ? code : null
}
