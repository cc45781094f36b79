const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
/** Characters that turn the direction of everything after them. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g

/** Text on one line: line breaks, tabs and other control characters become one space, the ends are trimmed. */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(BIDI_CONTROLS, '').replace(/\s+/g, ' ').trim()
}

/** The first `length` characters as a reader counts them (graphemes), followed by `...` only where something was cut. */
export function cut(text: string, length: number): string {
  // A grapheme has at least one UTF-16 unit, so a short text needs no look.
  if (text.length <= length) return text
  const graphemes = [...new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text)]
  if (graphemes.length <= length) return text
  return `${text.slice(0, graphemes[length]!.index)}...`
}
