import type { Temporal } from 'temporal-polyfill'
import type { HaikuLines } from '../haiku/haiku.ts'
import type { Language } from '../ground/languages.ts'
import type { Figures } from '../listens/figures.ts'
import type { Catalog } from './words/catalog.ts'
import { numbersIn } from './change.ts'
import { closingLine } from './haiku-page.ts'
import { escapeMarkdown, fenced } from './markdown.ts'
import type { Page } from './page.ts'
import { table } from './table.ts'
import { humanMinute, humanTime } from './time.ts'

/** How many artists and albums are named. */
export const WEEK_TOP = 5

/** A week of listening and the poem about it. */
export interface WeekReport {
  lines: HaikuLines
  /** The model that wrote it; null: the built-in composer. */
  model: string | null
  /** Whether an AI was asked and gave none that could be kept. */
  fellBack: boolean
  from: Temporal.Instant
  to: Temporal.Instant
  week: Figures
  before: Figures
}

/** The page of a week: the poem, the figures beside those of the week before, the most heard artists and albums. */
export function weeklyPage(report: WeekReport, { at, timezone, locale, words }: Page): string {
  const { listening } = words
  const header = [
    `# 🎧 ${listening.week.title}`,
    // Two spaces before the line break keep the two lines apart when they are rendered.
    `${words.haikuPage.generated}: ${humanTime(at, timezone)}  \n${listening.period}: ${humanMinute(report.from, timezone)} – ${humanMinute(report.to, timezone)}`,
  ]
  return `${[...header, ...weekSections(report, { locale, words })].join('\n\n')}\n`
}

/** The page without its header, as the job summary shows it. */
export function weekSections(report: WeekReport, { locale, words }: Pick<Page, 'locale' | 'words'>): string[] {
  return [
    fenced(report.lines),
    `*${closingLine([report], words)}*`,
    comparison(report, locale, words),
    `## 🎤 ${words.listening.week.topArtists}`,
    topArtists(report, locale, words),
    `## 💿 ${words.listening.week.topAlbums}`,
    topAlbums(report, locale, words),
  ]
}

function comparison({ week, before }: WeekReport, locale: Language, { listening }: Catalog): string {
  const { plain, change } = numbersIn(locale)
  const row = (label: string, now: number | null, then: number | null) => [
    label,
    `**${plain(now)}**`,
    plain(then),
    change(now, then),
  ]
  return table(
    ['', listening.week.thisWeek, listening.week.weekBefore, listening.change],
    [
      row(listening.listens, week.total, before.total),
      row(listening.artists, week.artists.length, before.artists.length),
      row(listening.albums, week.albums.length, before.albums.length),
      row(listening.tracks, week.tracks.length, before.tracks.length),
    ],
    [1, 2, 3],
  )
}

function topArtists({ week, before }: WeekReport, locale: Language, { listening }: Catalog): string {
  const { plain } = numbersIn(locale)
  const then = new Map(before.artists.map(({ key, count }) => [key, count]))
  return table(
    ['#', listening.artist, listening.listens, listening.week.weekBefore],
    week.artists
      .slice(0, WEEK_TOP)
      .map(({ key, name, count }, index) => [
        String(index + 1),
        escapeMarkdown(name),
        plain(count),
        plain(then.get(key) ?? 0),
      ]),
    [0, 2, 3],
  )
}

function topAlbums({ week, before }: WeekReport, locale: Language, { listening, unknownArtist }: Catalog): string {
  if (week.albums.length === 0) return listening.week.noAlbums
  const { plain } = numbersIn(locale)
  const then = new Map(before.albums.map(({ key, count }) => [key, count]))
  return table(
    ['#', listening.album, listening.artist, listening.listens, listening.week.weekBefore],
    week.albums
      .slice(0, WEEK_TOP)
      .map(({ key, name, count, about }, index) => [
        String(index + 1),
        escapeMarkdown(name),
        escapeMarkdown(about.artists.join(', ') || unknownArtist),
        plain(count),
        plain(then.get(key) ?? 0),
      ]),
    [0, 3, 4],
  )
}
