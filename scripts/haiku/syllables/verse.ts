/** Longer than any line of seven syllables ("through straightened strengths …" included); what is longer is prose. */
export const LONGEST_LINE = 80

/** What a printed line may hold: Latin letters, digits, blanks and ordinary punctuation; no Markdown, no HTML, no controls. */
const PRINTABLE = /^[A-Za-zÀ-ÖØ-öø-ſ0-9 '’,.;:!?…«»“”"–—-]+$/u
const LETTER = /[A-Za-zÀ-ÖØ-öø-ſ]/u

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu
const BLANK = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu

/** List marks, quote marks of Markdown, headings, numbers and labels in front of a line. */
const LEADING =
  /^(?:>+|#{1,6}(?= )|[-+•·▪–—](?= )|\(?\d{1,2}[.):](?= )|[([]\d{1,2}(?: ?syll[a-zé]*\.?)?[)\]] ?:?|(?:ligne|vers|line|verse) \d ?[:.)–—-]) */iu
/** A count of syllables behind a line: `(5)`, `[7 syllabes]`, `— 5 syllables`; also what is left of a line break. */
const TRAILING = / *(?:[([] ?\d{1,2}(?: ?syll[a-zé]*\.?)? ?[)\]]|[-–—:=→]+ ?\d{1,2}(?: ?syll[a-zé]*\.?)?|[/\\|])$/iu

/**
 * One line of an answer without the dress that models put on it: list marks, numbers, emphasis, quotation marks around
 * the line or the poem, counts of syllables. Apostrophes are straight and blanks ordinary, as in the composer's lines.
 */
export function undress(line: string): string {
  let text = line
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(BLANK, ' ')
    .replace(/[’‘ʼ´](?=[A-Za-zÀ-ſ])/gu, "'")
    .replace(/\.{3,}/gu, '…')
  for (let before = ''; before !== text;) {
    before = text
    text = text
      .replace(/\*+|(?<![^\s"«“])_+|_+(?![^\s"»”,.;:!?…])/gu, '')
      .trim()
      .replace(LEADING, '')
      .replace(TRAILING, '')
      .replace(/^`([^`]*)`$/u, '$1')
      .trim()
    text = unquote(text)
  }
  return text.replace(/ +/gu, ' ').replace(/ (?=[,.…])/gu, '')
}

/** Takes quotation marks away that stand around the whole line, or whose partner stands on another line. */
function unquote(text: string): string {
  const marks = [...text.matchAll(/["“”„«»]/gu)].map((match) => match.index)
  const first = marks[0] === 0
  const last = marks.at(-1) === text.length - 1
  if (marks.length === 2 && first && last) return text.slice(1, -1).trim()
  if (marks.length === 1 && first) return text.slice(1).trim()
  if (marks.length === 1 && last) return text.slice(0, -1).trim()
  if (/^'[^']*'$/u.test(text)) return text.slice(1, -1).trim()
  return text
}

/** Whether an undressed line may be printed as it is, in a Markdown fence as in a terminal. */
export function isPrintable(line: string): boolean {
  return line.length <= LONGEST_LINE && PRINTABLE.test(line) && LETTER.test(line)
}
