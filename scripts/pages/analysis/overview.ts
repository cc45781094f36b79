import type { Figures } from '../../listens/figures.ts'
import { table } from '../table.ts'
import { monthBefore, monthName } from './days.ts'
import type { Setting } from './setting.ts'

/** The figures of both spans, each beside those of the span before it. */
export function overview({ spans, heads, numbers, words, timezone, locale }: Setting): string[] {
  const { listening } = words
  const { plain, change } = numbers
  const [, month] = spans
  const row = (label: string, value: (figures: Figures) => number | null) => [
    label,
    ...spans.flatMap(({ figures, before }) => [
      `**${plain(value(figures))}**`,
      plain(value(before)),
      change(value(figures), value(before)),
    ]),
  ]
  const before = monthName(monthBefore(month.from, timezone), { timezone, locale })
  return [
    `## ${listening.analysis.overview}`,
    table(
      ['', heads[0], listening.analysis.rollingBefore, listening.change, heads[1], before, listening.change],
      [
        row(listening.listens, ({ total }) => total),
        row(listening.activeDays, ({ activeDays }) => activeDays),
        row(listening.perActiveDay, ({ perActiveDay }) => perActiveDay),
        row(listening.artists, ({ artists }) => artists.length),
        row(listening.albums, ({ albums }) => albums.length),
        row(listening.tracks, ({ tracks }) => tracks.length),
        row(listening.analysis.longestStreak, ({ streak }) => streak?.days ?? 0),
      ],
      [1, 2, 3, 4, 5, 6],
    ),
  ]
}
