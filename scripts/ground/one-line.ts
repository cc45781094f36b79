/** Text on one line without control, format and private characters, cut to a number of characters. */
export function oneLine(text: string, longest: number): string {
  const line = text
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .normalize('NFC')
  return [...line].slice(0, longest).join('')
}
