import type { Ranked } from '../../listens/tally.ts'
import { escapeMarkdown } from '../markdown.ts'
import { table } from '../table.ts'
import { ANALYSIS_TOP, type Span } from './report.ts'
import type { Setting } from './setting.ts'

/** The most heard artists, albums and tracks of each span, side by side. */
export function tops(setting: Setting): string[] {
  const { listening, unknownArtist } = setting.words
  const { artist, album, track, listens } = listening
  const by = (artists: readonly string[]) => escapeMarkdown(artists.join(', ') || unknownArtist)
  const sections = [
    { title: `🎤 ${listening.artists}`, head: artist, of: ({ figures }: Span) => figures.artists.map(named) },
    {
      title: `💿 ${listening.albums}`,
      head: album,
      of: ({ figures }: Span) =>
        figures.albums.map(({ name, count, about }) => ({
          cell: `${escapeMarkdown(name)} – ${by(about.artists)}`,
          count,
        })),
    },
    {
      title: `🎵 ${listening.tracks}`,
      head: track,
      of: ({ figures }: Span) =>
        figures.tracks.map(({ name, count, about }) => ({ cell: `${escapeMarkdown(name)} – ${by(about)}`, count })),
    },
  ]
  return sections.flatMap(({ title, head, of }) => {
    const lists = setting.spans.map((span) => of(span).slice(0, ANALYSIS_TOP))
    const length = Math.max(...lists.map((list) => list.length))
    if (length === 0) return []
    const rows = Array.from({ length }, (_, index) => [
      String(index + 1),
      ...lists.flatMap((list) => {
        const entry = list[index]
        return entry === undefined ? ['', ''] : [entry.cell, setting.numbers.plain(entry.count)]
      }),
    ])
    const heads = setting.heads.flatMap((span) => [`${head}, ${span}`, listens])
    return [`## ${title}`, table(['#', ...heads], rows, [0, 2, 4])]
  })
}

function named({ name, count }: Ranked): { cell: string; count: number } {
  return { cell: escapeMarkdown(name), count }
}
