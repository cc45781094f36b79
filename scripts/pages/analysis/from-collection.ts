import { escapeMarkdown } from '../markdown.ts'
import { table } from '../table.ts'
import type { Setting } from './setting.ts'

/** Decades and genres, as far as the collection tells them. */
export function fromCollection({ spans, heads, numbers, words }: Setting): string[] {
  const { analysis } = words.listening
  const known = spans.map(
    ({ figures }, index) => `- ${heads[index]!}: ${analysis.ofCollection(figures.inCollection, figures.total)}`,
  )
  const decades = [...new Set(spans.flatMap(({ figures }) => figures.decades.map(({ value }) => value)))].sort(
    (a, b) => a - b,
  )
  const genres = [
    ...new Map(spans.flatMap(({ figures }) => figures.genres.map(({ key, name }) => [key, name] as const))),
  ]
  const parts = [`## 📚 ${analysis.fromCollection}`, known.join('\n')]
  if (decades.length === 0 && genres.length === 0) return [...parts, analysis.noAlbums]
  if (decades.length > 0) {
    const rows = decades.map((decade) => [
      analysis.decadeOf(decade),
      ...spans.map(({ figures }) => numbers.plain(figures.decades.find(({ value }) => value === decade)?.count ?? 0)),
    ])
    parts.push(table([analysis.decade, ...heads], rows, [1, 2]))
  }
  if (genres.length > 0) {
    const rows = genres.map(([key, name]) => [
      escapeMarkdown(name),
      ...spans.map(({ figures }) => numbers.plain(figures.genres.find((genre) => genre.key === key)?.count ?? 0)),
    ])
    parts.push(table([analysis.genre, ...heads], rows, [1, 2]))
  }
  return parts
}
