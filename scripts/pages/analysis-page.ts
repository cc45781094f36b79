import { Temporal } from 'temporal-polyfill'
import type { Language } from '../ground/languages.ts'
import type { Figures } from '../listens/figures.ts'
import { FAVOURITE, type ForgottenAlbum } from '../listens/history.ts'
import { dayText } from '../listens/local-clock.ts'
import type { HeardAlbum } from '../listens/shelf.ts'
import type { Ranked } from '../listens/tally.ts'
import type { Catalog } from './words/catalog.ts'
import { numbersIn, type Numbers } from './change.ts'
import { escapeMarkdown } from './markdown.ts'
import { table } from './table.ts'
import { humanDay, humanMinute, humanTime } from './time.ts'

/** How many artists, albums and tracks are named. */
export const ANALYSIS_TOP = 10

/** What was heard for the first time in a span. */
export interface Discoveries {
  artists: readonly Ranked[]
  albums: readonly Ranked<HeardAlbum>[]
  tracks: number
}

/** A span of time with its figures and those of the span of the same kind before it. */
export interface Span {
  from: Temporal.Instant
  to: Temporal.Instant
  figures: Figures
  before: Figures
  /** Null where known listens begin within the span: all would be new. */
  discoveries: Discoveries | null
}

export interface AnalysisReport {
  /** The last thirty days. */
  rolling: Span
  /** The calendar month that ended last. */
  month: Span
  /** When the first known listen was. */
  since: Temporal.Instant
  forgotten: readonly ForgottenAlbum[]
  /** Days in a row with a listen, up to now. */
  currentStreak: number
}

export interface Page {
  at: Temporal.Instant
  timezone: string
  locale: Language
  words: Catalog
}

/** What every section needs. */
interface Setting extends Page {
  numbers: Numbers
  spans: readonly [Span, Span]
  /** Heads of the columns: the rolling span and the month. */
  heads: readonly [string, string]
}

/**
 * The page of a month: the last thirty days beside the calendar month that ended last.
 * @param chart Name of the chart that stands beside the page; null where there is none.
 */
export function analysisPage(report: AnalysisReport, page: Page, chart: string | null): string {
  const { at, timezone, words } = page
  const { rolling, month } = report
  const { analysis, period } = words.listening
  const from = humanMinute(rolling.from, timezone)
  const to = humanMinute(rolling.to, timezone)
  const parts = [
    `# 📊 ${analysis.title}`,
    // Two spaces before a line break keep the lines apart when they are rendered.
    [
      `${words.haikuPage.generated}: ${humanTime(at, timezone)}`,
      `${period}: ${from} – ${to}`,
      `${analysis.month}: ${monthName(month.from, page)}`,
    ].join('  \n'),
    ...(chart === null ? [] : [`![${escapeMarkdown(analysis.chart(from, to))}](${encodeURIComponent(chart)})`]),
    ...analysisSections(report, page),
  ]
  return `${parts.join('\n\n')}\n`
}

/** The page without header and chart, as the job summary shows it. */
export function analysisSections(report: AnalysisReport, page: Page): string[] {
  const setting: Setting = {
    ...page,
    numbers: numbersIn(page.locale),
    spans: [report.rolling, report.month],
    heads: [page.words.listening.analysis.rolling, monthName(report.month.from, page)],
  }
  return [
    ...overview(setting),
    ...tops(setting),
    ...discoveries(report, setting),
    ...forgotten(report, setting),
    ...rhythm(report, setting),
    ...fromCollection(setting),
  ]
}

function overview({ spans, heads, numbers, words, timezone, locale }: Setting): string[] {
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

/** The first ten of each span, side by side. */
function tops(setting: Setting): string[] {
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

function discoveries({ since }: AnalysisReport, { spans, heads, numbers, words, timezone }: Setting): string[] {
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

function forgotten({ forgotten }: AnalysisReport, { words, numbers, timezone }: Setting): string[] {
  const { listening, unknownArtist } = words
  const { analysis } = listening
  const head = `## 🕰️ ${analysis.forgotten}`
  if (forgotten.length === 0) return [head, analysis.noForgotten]
  const rows = forgotten.map(({ heard, count, last }) => [
    escapeMarkdown(heard.title),
    escapeMarkdown(heard.artists.join(', ') || unknownArtist),
    numbers.plain(count),
    humanDay(instantOf(last), timezone),
  ])
  return [
    head,
    analysis.forgottenMeans(FAVOURITE.listens, FAVOURITE.days),
    table([listening.album, listening.artist, listening.listens, analysis.lastHeard], rows, [2, 3]),
  ]
}

function rhythm({ currentStreak }: AnalysisReport, { spans, heads, numbers, words, timezone }: Setting): string[] {
  const { analysis, weekdays, listens } = words.listening
  const streaks = spans.flatMap(({ figures: { streak } }, index) =>
    streak === null
      ? []
      : [
          `- ${analysis.longestStreak}, ${heads[index]!}: ${analysis.days(streak.days)} (${dayIn(streak.from)} – ${dayIn(streak.to)})`,
        ],
  )
  const hours = Array.from({ length: 24 }, (_, hour) => [
    hourText(hour),
    ...spans.map(({ figures }) => numbers.plain(figures.byHour[hour]!)),
  ])
  const days = daysOf(spans[0], timezone).map(({ value, count }) => [dayIn(value), numbers.plain(count)])
  return [
    `## 🗓️ ${analysis.rhythm}`,
    [...streaks, `- ${analysis.currentStreak(currentStreak)}`].join('\n'),
    table(
      [analysis.weekday, ...weekdays],
      spans.map(({ figures }, index) => [heads[index]!, ...figures.byWeekday.map((count) => numbers.plain(count))]),
      [1, 2, 3, 4, 5, 6, 7],
    ),
    folded(analysis.listensByHour, table([analysis.hour, ...heads], hours, [1, 2])),
    folded(`${analysis.listensByDay}, ${heads[0]}`, table([analysis.day, listens], days, [1])),
  ]
}

function fromCollection({ spans, heads, numbers, words }: Setting): string[] {
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

/** Every day of a span's calendar, those without a listen too. */
export function daysOf({ from, to, figures }: Span, timezone: string): { value: number; count: number }[] {
  const first = dayNumber(from, timezone)
  // A span that ends at midnight does not touch the day that begins then.
  const last = dayNumber(to.subtract({ nanoseconds: 1 }), timezone)
  const counts = new Map(figures.byDay.map(({ value, count }) => [value, count]))
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    value: first + index,
    count: counts.get(first + index) ?? 0,
  }))
}

function dayNumber(instant: Temporal.Instant, timezone: string): number {
  const date = instant.toZonedDateTimeISO(timezone).toPlainDate()
  return Temporal.PlainDate.from('1970-01-01').until(date, { largestUnit: 'day' }).days
}

/** `31/01/2026` */
function dayIn(day: number): string {
  return dayText(day).split('-').reverse().join('/')
}

/** `06:00` */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

/** `octobre 2026` */
function monthName(instant: Temporal.Instant, { timezone, locale }: Pick<Page, 'timezone' | 'locale'>): string {
  return instant.toZonedDateTimeISO(timezone).toPlainDate().toLocaleString(locale, { month: 'long', year: 'numeric' })
}

function monthBefore(start: Temporal.Instant, timezone: string): Temporal.Instant {
  return start.toZonedDateTimeISO(timezone).subtract({ months: 1 }).toInstant()
}

function instantOf(seconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
}

/** Numbers that few readers want, one click away. */
function folded(summary: string, content: string): string {
  return `<details>\n<summary>${escapeMarkdown(summary)}</summary>\n\n${content}\n\n</details>`
}
