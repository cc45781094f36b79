/**
 * What moves a cursor, starts an escape sequence or turns the direction of the text behind it: control characters but for
 * line feeds and tabs, marks of direction, line separators, and halves of characters.
 */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/gu

/** The text with each of those as one can read it: `\\u001b`. */
export function escapeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The text without them, and how many there were. A carriage return before a line feed, or alone, is a line end. */
export function withoutUnprintable(text: string): { text: string; left: number } {
  let left = 0
  const kept = text.replace(/\r\n?/gu, '\n').replace(UNPRINTABLE, () => {
    left++
    return ''
  })
  return { text: kept, left }
}
