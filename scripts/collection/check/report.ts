import type { Done } from './fix.ts'
import { verdictOf, type Finding, type Kind, type Verdict } from './finding.ts'

const TITLES: Record<Kind, string> = {
  text: 'Names with wrong characters',
  'artist-in-title': 'Titles that begin with the artist',
  'title-slip': 'Titles that differ by a letter',
  artist: 'Artists spelled in more than one way',
  link: 'Links that cannot be right',
  year: 'Suspicious years',
  duplicate: 'The same album twice',
  'missing-artist': 'No artist',
  'missing-year': 'No year',
  'pressing-year': 'The year of a pressing',
  'shared-record': 'Two albums on one release',
}

const SIGNS: Record<Verdict, string> = { certain: '✗', doubtful: '?', information: '–' }

/** So many findings of a kind are listed, and so many albums of a finding, unless everything is asked for. */
const MOST_LISTED = 20
const MOST_ALBUMS = 5

export interface ReportOptions {
  /** The line on which each album begins, by its id. */
  lines: ReadonlyMap<number, number>
  /** List everything. */
  isWhole: boolean
}

/** The findings for a person, grouped by kind; each with where it is, why, and what to do. */
export function findingsText(findings: readonly Finding[], options: ReportOptions): string {
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  const groups = kinds.map((kind) => {
    const group = findings.filter((finding) => finding.kind === kind)
    return groupText(kind, group, options)
  })
  return groups.join('\n\n')
}

function groupText(kind: Kind, findings: readonly Finding[], options: ReportOptions): string {
  const count = (verdict: Verdict) => findings.filter((finding) => verdictOf(finding) === verdict).length
  const [certain, doubtful] = [count('certain'), count('doubtful')]
  const split = certain > 0 && doubtful > 0 ? `: ${certain} certain, ${doubtful} to decide` : ''
  const shown = options.isWhole ? findings : findings.slice(0, MOST_LISTED)
  // Where all say the same, once is enough.
  const [first] = findings
  const isUniform = findings.every(({ why, todo }) => why === first!.why && todo === first!.todo)
  return [
    `${TITLES[kind]} (${findings.length}${split})`,
    ...(isUniform && findings.length > 1 ? [`    → ${visible(first!.todo)}`] : []),
    ...shown.flatMap((finding) => findingLines(finding, options, isUniform && findings.length > 1)),
    ...rest(findings.length - shown.length, '', 'lists all'),
  ].join('\n')
}

function findingLines(finding: Finding, { lines, isWhole }: ReportOptions, isShort: boolean): string[] {
  const { about, why, todo } = finding
  const shown = isWhole ? about : about.slice(0, MOST_ALBUMS)
  const places = shown.map(({ album, stands }, at) => {
    const line = lines.get(album)
    const place = line === undefined ? `id ${album}` : `id ${album} (line ${line})`
    return `${at === 0 ? SIGNS[verdictOf(finding)] : ' '} ${place}: ${visible(stands)}`
  })
  const more = rest(about.length - shown.length, '  ', 'lists them')
  return isShort ? [...places, ...more] : [...places, ...more, `    ${visible(why)}`, `    → ${visible(todo)}`]
}

function rest(left: number, indent: string, lists: string): string[] {
  return left > 0 ? [`${indent}… and ${left} more; --verbose ${lists}`] : []
}

/** Lists what `--fix` did. */
export function doneText(done: readonly Done[]): string {
  return done
    .map(({ album, what, before, after }) => {
      const [from, to] = what === 'entry' ? [before, after] : [`“${before}”`, `“${after}”`]
      return `✓ id ${album}: ${what} ${visible(from)} → ${visible(to)}`
    })
    .join('\n')
}

/** The last line: how much there is to do. */
export function closingText(
  albums: number,
  findings: readonly Finding[],
  done: readonly Done[],
  isFix: boolean,
): string {
  const count = (verdict: Verdict) => findings.filter((finding) => verdictOf(finding) === verdict).length
  const [certain, doubtful] = [count('certain'), count('doubtful')]
  const fixed = isFix ? [done.length === 0 ? 'nothing to fix' : `${number(done.length, 'change')} made`] : []
  const left = [
    ...(certain > 0 ? [`${certain} that --fix puts right`] : []),
    ...(doubtful > 0 ? [`${doubtful} for you to decide`] : []),
  ]
  const parts = [number(albums, 'album'), ...fixed, ...(left.length === 0 ? ['nothing asks for you'] : left)]
  return `${parts.join(', ')}.`
}

function number(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

/**
 * A text as a terminal may have it: characters that would do something, or cannot be seen, as `\u{200B}`; accents that stand
 * apart from their letters too.
 */
export function visible(text: string): string {
  const apart =
    text.normalize('NFC') === text ? /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu : /[\p{M}\p{C}\p{Zl}\p{Zp}]/gu
  return text.replace(apart, (character) => `\\u{${character.codePointAt(0)!.toString(16).toUpperCase()}}`)
}

/** One entry of `--json`. */
export interface JsonFinding {
  kind: Kind
  verdict: Verdict
  albums: { id: number; line: number | null; stands: string }[]
  why: string
  todo: string
}

export function jsonFinding(finding: Finding, lines: ReadonlyMap<number, number>): JsonFinding {
  const { kind, about, why, todo } = finding
  const albums = about.map(({ album, stands }) => ({ id: album, line: lines.get(album) ?? null, stands }))
  return { kind, verdict: verdictOf(finding), albums, why, todo }
}
