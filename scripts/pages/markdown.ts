// Escaping is written here rather than taken from mdast-util-to-markdown: that library brings twenty packages to every
// scheduled run and knows nothing of GitHub's own additions (math, emoji codes).

import { oneLine } from '../ground/text.ts'

/**
 * Text on one line that GitHub's Markdown shows as typed, wherever in a line it stands: as a heading, in a list item, in
 * bold, in a table cell. Rules: CommonMark 0.31 §2.4 (backslash escapes), GFM §6.9 (autolinks), and GitHub's math and
 * emoji codes, which only an element around the character turns off.
 */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*_[\]<>#~|]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
      // A block marker at the beginning would open a list, a rule or a heading.
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
      .replace(/^[-+=]/, '\\$&')
      .replace(/\$|(?<=[\w.+-])@(?=[\w-]+\.)|:(?=(?!\d\d?:)[\w+-]+:)/g, '<span>$&</span>')
  )
}

/** Pages that messages send people to. */
const OUR_LINKS = /(https:\/\/(?:docs\.github\.com|www\.discogs\.com|www\.last\.fm|listenbrainz\.org)\/[\w/-]*)/u

/** The same, with the addresses of known pages left as links. */
export function escapeWithLinks(text: string): string {
  return oneLine(text)
    .split(OUR_LINKS)
    .map((part, at) => (at % 2 === 1 ? `<${part}>` : escapePart(part)))
    .join('')
}

/** Without the trimming of the ends. */
function escapePart(part: string): string {
  const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/su.exec(part)!
  return `${before!}${escapeMarkdown(inner!)}${after!}`
}

/** A link whose label shows as typed. The address must be http(s); characters that could end it early are encoded. */
export function link(label: string, address: string): string {
  return `[${escapeMarkdown(label)}](${address.replace(/[()<>\\\s"]/g, (char) => encodeURIComponent(char).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29')))})`
}

/** Lines in a code fence that none of them can close. */
export function fenced(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...lines, fence].join('\n')
}
