import { Temporal } from 'temporal-polyfill'
import { FAVOURITE } from '../../listens/history.ts'
import { escapeMarkdown } from '../markdown.ts'
import { table } from '../table.ts'
import { humanDay } from '../time.ts'
import type { AnalysisReport } from './report.ts'
import type { Setting } from './setting.ts'

/** Albums that were heard much once and no more. */
export function forgotten({ forgotten }: AnalysisReport, { words, numbers, timezone }: Setting): string[] {
  const { listening, unknownArtist } = words
  const { analysis } = listening
  const head = `## 🕰️ ${analysis.forgotten}`
  if (forgotten.length === 0) return [head, analysis.noForgotten]
  const rows = forgotten.map(({ heard, count, last }) => [
    escapeMarkdown(heard.title),
    escapeMarkdown(heard.artists.join(', ') || unknownArtist),
    numbers.plain(count),
    humanDay(Temporal.Instant.fromEpochMilliseconds(last * 1000), timezone),
  ])
  return [
    head,
    analysis.forgottenMeans(FAVOURITE.listens, FAVOURITE.days),
    table([listening.album, listening.artist, listening.listens, analysis.lastHeard], rows, [2, 3]),
  ]
}
