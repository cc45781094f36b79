import { escapeMarkdown } from '../markdown.ts'
import { table } from '../table.ts'
import { humanDay } from '../time.ts'
import { ANALYSIS_TOP, type AnalysisReport, type Discoveries } from './report.ts'
import type { Setting } from './setting.ts'

/** What was heard for the first time in each span. */
export function discoveries({ since }: AnalysisReport, { spans, heads, numbers, words, timezone }: Setting): string[] {
  const { analysis } = words.listening
  const parts = [`## ✨ ${analysis.discoveries}`]
  if (spans.every((span) => span.discoveries === null)) return [...parts, analysis.noHistory(humanDay(since, timezone))]
  const count = (value: (found: Discoveries) => number) =>
    spans.map(({ discoveries: found }) => numbers.plain(found === null ? null : value(found)))
  parts.push(
    analysis.firstHeard,
    table(
      ['', ...heads],
      [
        [analysis.newArtists, ...count(({ artists }) => artists.length)],
        [analysis.newAlbums, ...count(({ albums }) => albums.length)],
        [analysis.newTracks, ...count(({ tracks }) => tracks)],
      ],
      [1, 2],
    ),
  )
  for (const [index, { discoveries: found }] of spans.entries()) {
    if (found === null || found.artists.length === 0) continue
    const names = found.artists
      .slice(0, ANALYSIS_TOP)
      .map(({ name, count }) => `${escapeMarkdown(name)} (${numbers.plain(count)})`)
    parts.push(
      `**${analysis.newArtists}, ${heads[index]!}:** ${names.join(', ')}${found.artists.length > ANALYSIS_TOP ? ', …' : ''}`,
    )
  }
  return parts
}
