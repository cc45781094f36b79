import type { Temporal } from 'temporal-polyfill'
import type { Album } from '../collection/album.ts'
import { subjectOf, waitsUntil, type Lookup } from '../collection/lookups.ts'
import { humanTime } from '../pages/time.ts'
import { escapeMarkdown } from '../pages/markdown.ts'
import { table } from '../pages/table.ts'
import type { Context, ItemResult } from './task.ts'

/** The context of a task that learns something of albums. */
export interface LearningContext extends Context {
  /** What was tried in earlier runs. */
  tried: readonly Lookup[]
}

/** The albums whose turn it is, and when the next of the others comes; null where none is waiting. */
export interface Turn {
  albums: Album[]
  waiting: number
  next: Temporal.Instant | null
}

/** Of the albums that need something: those that may be tried now, longest ago first, never tried before all others. */
export function turnOf(
  wanting: readonly Album[],
  task: string,
  { tried, now }: LearningContext,
  sources: readonly string[],
): Turn {
  const last = new Map(tried.filter((each) => each.task === task).map((each) => [each.album, each]))
  const waits = wanting.map((album) => ({ album, until: waitsUntil(last.get(album.id), album, sources, now) }))
  const waiting = waits.flatMap(({ until }) => until ?? [])
  return {
    // The sort is stable: what was never tried keeps the order it came in.
    albums: waits
      .filter(({ until }) => until === null)
      .map(({ album }) => album)
      .sort((a, b) => triedAt(last.get(a.id)) - triedAt(last.get(b.id))),
    waiting: waiting.length,
    next: waiting.reduce<Temporal.Instant | null>(
      (least, each) => (least === null || each.epochMilliseconds < least.epochMilliseconds ? each : least),
      null,
    ),
  }
}

function triedAt(lookup: Lookup | undefined): number {
  return lookup === undefined ? 0 : Date.parse(lookup.tried)
}

/** Why there is nothing to do. */
export function nothingBecause({ waiting, next }: Turn, nothingMissing: string, { words, config }: Context): string {
  return next === null ? nothingMissing : words.enrichment.waiting(waiting, humanTime(next, config.timezone))
}

/** An attempt to be remembered, after the earlier ones of the same album. */
export function attempt(
  album: Album,
  task: string,
  { tried, now }: LearningContext,
  { result, asked, isNew }: { result: Lookup['result']; asked: readonly string[]; isNew: boolean },
): Lookup {
  const before = tried.find((each) => each.album === album.id && each.task === task)
  const counts = before !== undefined && before.subject === subjectOf(album) && !isNew ? before.misses : 0
  return {
    album: album.id,
    task,
    subject: subjectOf(album),
    tried: now.toString({ fractionalSecondDigits: 0 }),
    result,
    // A service's failure says nothing of the album.
    misses: Math.max(1, counts + (result === 'failed' ? 0 : 1)),
    asked: [...asked],
  }
}

/** One line of a task's report: the album, what came of it, and in which words. */
export interface Line {
  album: Album
  result: string
  details: string
}

export function plainReport(lines: readonly Line[]): string {
  return lines
    .map(
      ({ album, result, details }) =>
        `${subjectOf(album)}: ${[result, details].filter((part) => part !== '').join(' – ')}`,
    )
    .join('\n')
}

export function tableOf(lines: readonly Line[], { words }: Context): string {
  const { result, details } = words.enrichment
  return table(
    [words.summary.album, result, details],
    lines.map((line) => [subjectOf(line.album), line.result, line.details].map(escapeMarkdown)),
  )
}

/** What a service's silence is to the run: a warning, unless not one answer came. */
export function failure(item: string, note: string, words: string, hasAnswers: boolean): ItemResult {
  return { item, result: hasAnswers ? 'warning' : 'failed', note, words }
}
