import { dayText } from '../../listens/local-clock.ts'
import type { Ranked } from '../../listens/tally.ts'
import { numbersIn } from '../change.ts'
import { chartSheet, columnsPanel, panelWidths, rowsPanel, type Panel } from '../chart.ts'
import type { Page } from '../page.ts'
import { humanMinute } from '../time.ts'
import { daysOf } from './days.ts'
import { ANALYSIS_TOP, type Span } from './report.ts'

const WIDTH = 880

/** The charts of a span as one SVG document. All their numbers stand in the tables of the page too. */
export function analysisChart(span: Span, { timezone, locale, words }: Page): string {
  const { listening } = words
  const { analysis } = listening
  const { plain: write } = numbersIn(locale)
  const { figures } = span
  const [left, right] = panelWidths(WIDTH, [2, 3]) as [number, number]
  const [half, otherHalf] = panelWidths(WIDTH, [1, 1]) as [number, number]
  const first = (ranked: readonly Ranked[]) =>
    ranked.slice(0, ANALYSIS_TOP).map(({ name, count }) => ({ label: name, count }))
  const days = daysOf(span, timezone).map(({ value, count }) => ({
    label: String(Number(dayText(value).slice(8))),
    count,
  }))
  const decades = figures.decades.map(({ value, count }) => ({ label: String(value), count }))

  const rows: Panel[][] = [
    [
      columnsPanel(analysis.listensByDay, days, {
        width: panelWidths(WIDTH, [1])[0]!,
        plot: 120,
        labelEvery: 2,
        write,
      }),
    ],
    [
      columnsPanel(
        analysis.listensByWeekday,
        figures.byWeekday.map((count, day) => ({ label: listening.weekdays[day]!, count })),
        { width: left, plot: 110, write },
      ),
      columnsPanel(
        analysis.listensByHour,
        figures.byHour.map((count, hour) => ({ label: String(hour), count })),
        { width: right, plot: 110, labelEvery: 3, write },
      ),
    ],
    [
      rowsPanel(listening.artists, first(figures.artists), { width: half, write }),
      ...(figures.albums.length === 0
        ? []
        : [rowsPanel(listening.albums, first(figures.albums), { width: otherHalf, write })]),
    ],
    [
      ...(decades.length === 0
        ? []
        : [columnsPanel(analysis.listensByDecade, decades, { width: half, plot: 150, write })]),
      ...(figures.genres.length === 0
        ? []
        : [rowsPanel(analysis.listensByGenre, first(figures.genres), { width: otherHalf, write })]),
    ],
  ]
  const [from, to] = [humanMinute(span.from, timezone), humanMinute(span.to, timezone)]
  return chartSheet(
    rows.filter((row) => row.length > 0),
    { title: `${listening.listens}, ${from} – ${to}`, description: analysis.chart(from, to), width: WIDTH },
  )
}
