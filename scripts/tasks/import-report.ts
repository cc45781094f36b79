import { Temporal } from 'temporal-polyfill'
import { artistsOf, type Album } from '../collection/album.ts'
import type { IncomingAlbum } from '../collection/incoming.ts'
import type { Decision } from '../collection/merge/decision.ts'
import { REVIEW_FILE } from '../collection/review.ts'
import type { Format } from '../sources/readers/format.ts'
import type { LeftOut, Place } from '../sources/readers/row.ts'
import { catalogOf, type Catalog } from '../pages/words/catalog.ts'
import { escapeMarkdown } from '../pages/markdown.ts'
import { oneLine } from '../ground/text.ts'
import { humanDay } from '../pages/time.ts'
import type { Sifted } from './sift-listens.ts'
import type { Context, TaskData } from './task.ts'

/** A file, or an archive of several, and what was read of it. */
export interface ReadFile {
  files: readonly { name: string; format: Format }[]
  wasGuessed: boolean
  notRead: readonly string[]
}

export type ImportedListens = Sifted

/** What a report is about, beside the merges. */
export interface Imported {
  read: readonly ReadFile[]
  listens: readonly ImportedListens[]
  leftOut: ReadonlyMap<LeftOut, number>
  /** How many rows nothing could be taken from, in files of which others are in. */
  badRows: number
  /** How many records came without what only their owner should know. */
  personal?: number
  /** Where in its file each record stands. */
  places: ReadonlyMap<IncomingAlbum, Place>
}

export interface ReportForm {
  locale: Context['config']['locale']
  /** Markdown for the job summary, plain text for the terminal. */
  form: 'markdown' | 'plain'
  timezone: string
  /** How many decisions of a kind are listed. */
  shown: number
}

/** A job summary has room for a mebibyte; so many lines of each kind fit, where they are not longer than so many bytes. */
const MOST_IN_SUMMARY = { lines: 500, bytes: 80_000 }
const UNLIMITED = { lines: Infinity, bytes: Infinity }

/** In the order in which they ask for a person's eye. */
const ORDER: readonly Decision['kind'][] = ['unsure', 'left', 'gone', 'added', 'merged', 'returned', 'skipped', 'kept']

/** What an import made of everything, as text that needs to know what the merges came to. */
export function importReport(imported: Imported, form: ReportForm): (data: Pick<TaskData, 'merges'>) => string {
  const pen = penOf(form)
  const { isMarkdown } = pen
  return ({ merges }) => {
    const decisions = merges.flatMap(({ decisions }) => decisions)
    const starters = merges.reduce((sum, { startersLeft }) => sum + startersLeft, 0)
    const facts = factsOf(imported, starters, pen)
    const parts = [
      ...(facts.length === 0 ? [] : [facts.map((line) => (isMarkdown ? `- ${line}` : line)).join('\n')]),
      ...ORDER.flatMap((kind) => {
        const ofKind = decisions.filter((decision) => decision.kind === kind)
        return ofKind.length === 0 ? [] : sectionOf(kind, ofKind, imported.places, pen)
      }),
    ]
    return parts.join(isMarkdown ? '\n\n' : '\n')
  }
}

/** How the report is written: its words, and how names and lines look in its form. */
interface Pen {
  words: Catalog['importing']
  isMarkdown: boolean
  timezone: string
  /** How much of a kind is listed. */
  most: { lines: number; bytes: number }
  shown: (text: string) => string
  bullet: (line: string) => string
}

function penOf({ locale, form, timezone, shown }: ReportForm): Pen {
  const isMarkdown = form === 'markdown'
  const room = isMarkdown ? MOST_IN_SUMMARY : UNLIMITED
  return {
    words: catalogOf(locale).importing,
    isMarkdown,
    timezone,
    most: { ...room, lines: Math.min(shown, room.lines) },
    shown: (text) => (isMarkdown ? escapeMarkdown(text) : oneLine(text)),
    bullet: (line) => (isMarkdown ? `- ${line}` : `  ${line}`),
  }
}

function factsOf({ read, listens, leftOut, badRows, personal = 0 }: Imported, starters: number, pen: Pen): string[] {
  const { words } = pen
  return [
    ...read.flatMap((file) => filesOf(file, pen)),
    ...listens.map((sifted) => listensOf(sifted, pen)),
    ...[...leftOut].map(([what, count]) => words.leftOut[what](count)),
    ...(badRows === 0 ? [] : [words.badRows(badRows)]),
    ...(personal === 0 ? [] : [words.personal(personal)]),
    ...(starters === 0 ? [] : [words.starters(starters)]),
  ]
}

function filesOf({ files, wasGuessed, notRead }: ReadFile, { words, shown }: Pen): string[] {
  return [
    ...files.map(({ name, format }) =>
      words.readAs(shown(name), shown(words.formats[format.id] ?? format.name), wasGuessed),
    ),
    ...(notRead.length === 0 ? [] : [words.notRead(shown(notRead.join(', ')))]),
  ]
}

function listensOf({ fresh, counts }: Sifted, { words, timezone }: Pen): string {
  const day = (seconds: number) => humanDay(Temporal.Instant.fromEpochMilliseconds(seconds * 1000), timezone)
  const line = words.listens(counts.new, counts.known, counts.duplicate)
  const span = fresh.length === 0 ? [] : [words.listensOf(day(fresh[0]!.timestamp), day(fresh.at(-1)!.timestamp))]
  return [line, ...span].join(', ')
}

function sectionOf(
  kind: Decision['kind'],
  decisions: readonly Decision[],
  places: Imported['places'],
  pen: Pen,
): string[] {
  const { words, bullet, isMarkdown, most } = pen
  const head = words.heads[kind](decisions.length)
  const lines: string[] = []
  let left = most.bytes
  for (const decision of decisions.slice(0, most.lines)) {
    const line = bullet(lineOf(decision, places, pen))
    left -= Buffer.byteLength(line)
    if (left < 0) break
    lines.push(line)
  }
  const more = decisions.length - lines.length
  if (more > 0) lines.push(bullet(words.more(more)))
  // From the summary of a run this is not a link to follow; the name is what people look for.
  const howTo = words.howToDecide(isMarkdown ? `\`${REVIEW_FILE}\`` : REVIEW_FILE)
  if (!isMarkdown) return [head, ...(kind === 'kept' ? [] : lines), ...(kind === 'unsure' ? [howTo] : [])]
  const list = lines.join('\n')
  if (kind === 'unsure') return [`### ❓ ${head}`, list, howTo]
  return [`<details><summary>${head}</summary>\n\n${list}\n\n</details>`]
}

function lineOf(decision: Decision, places: Imported['places'], pen: Pen): string {
  const { words, shown } = pen
  const place = 'record' in decision ? places.get(decision.record) : undefined
  const where = place === undefined ? '' : `, ${words.place(place)}`
  switch (decision.kind) {
    case 'added':
    case 'kept':
      return `${albumName(decision.album, pen)}${where}`
    case 'gone':
    case 'returned':
    case 'left':
      return albumName(decision.album, pen)
    case 'merged': {
      const news = [
        ...(decision.isNewCopy ? [words.newCopy] : []),
        ...(decision.fields.length === 0
          ? []
          : [words.filled(shown(decision.fields.map((field) => words.fields[field] ?? field).join(', ')))]),
      ]
      const joined = `${recordName(decision.record, pen)}${where} → ${albumName(decision.album, pen)}`
      return news.length === 0 ? joined : words.about(joined, news.join(', '))
    }
    case 'unsure': {
      const perhaps = decision.perhaps.map((album) => `${albumName(album, pen)} (id ${album.id})`).join(', ')
      const why = `${words.doubts[decision.why]}, ${words.perhaps(perhaps)}`
      return words.about(`${recordName(decision.record, pen)}${where}`, why)
    }
    case 'skipped':
      return `${recordName(decision.record, pen)}${where}`
  }
}

function albumName(album: Album, pen: Pen): string {
  return nameOf(album.title, artistsOf(album), album.year ?? null, pen)
}

function recordName({ facts }: IncomingAlbum, pen: Pen): string {
  return nameOf(facts.title, facts.artists ?? [], facts.year ?? null, pen)
}

function nameOf(title: string, artists: readonly string[], year: number | null, { isMarkdown, shown }: Pen): string {
  const by = artists.length === 0 ? '' : ` – ${shown(artists.join(', '))}`
  const from = year === null ? '' : ` (${year})`
  return isMarkdown ? `**${shown(title)}**${by}${from}` : `${shown(title)}${by}${from}`
}
