import { Temporal } from 'temporal-polyfill'
import { figuresOf, type Figures } from '../listens/figures.ts'
import { currentStreak, forgottenFavourites, historyOf, type History } from '../listens/history.ts'
import type { Listen } from '../listens/listen.ts'
import { localClock } from '../listens/local-clock.ts'
import { shelfOf } from '../listens/shelf.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import { analysisChart } from '../pages/analysis/chart.ts'
import { analysisPage, analysisSections } from '../pages/analysis/page.ts'
import { ANALYSIS_TOP, type AnalysisReport, type Span } from '../pages/analysis/report.ts'
import { humanMinute, humanTime } from '../pages/time.ts'
import type { Outcome, Task, Context } from './task.ts'

/** `monthly_analysis`: what was heard in the last thirty days and in the calendar month that ended last. */
export const monthlyAnalysis: Task = { id: 'monthly_analysis', run }

const ROLLING_DAYS = 30

interface Range {
  from: Temporal.Instant
  to: Temporal.Instant
}

async function* run(context: Context): AsyncIterable<Outcome> {
  const { until, now, config, words } = context
  const { timezone, locale } = config
  const ranges = rangesBefore(until, timezone)
  const shelf = shelfOf(await context.albums())
  const history = await historyOf(
    context.listens({ to: seconds(until) }),
    ranges.map(({ from, to }) => ({ from: seconds(from), to: seconds(to) })),
    { shelf, timezone },
  )
  const [rolling, rollingBefore, month, monthBefore] = history.within as [Listen[], Listen[], Listen[], Listen[]]
  if (history.first === null || (rolling.length === 0 && month.length === 0)) {
    const from = ranges.map((range) => range.from).sort((a, b) => Temporal.Instant.compare(a, b))[0]!
    const { none } = words.listening.analysis
    yield { kind: 'nothing', because: none(humanMinute(from, timezone), humanMinute(until, timezone)) }
    return
  }
  const spanOf = (range: Range, listens: Listen[], before: Listen[]): Span => {
    const figures = figuresOf(listens, { shelf, timezone })
    return {
      ...range,
      figures,
      before: figuresOf(before, { shelf, timezone }),
      discoveries: discoveriesOf(figures, history, seconds(range.from)),
    }
  }
  const report: AnalysisReport = {
    rolling: spanOf(ranges[0], rolling, rollingBefore),
    month: spanOf(ranges[2], month, monthBefore),
    since: Temporal.Instant.fromEpochMilliseconds(history.first * 1000),
    forgotten: forgottenFavourites(history, seconds(until), ANALYSIS_TOP),
    currentStreak: currentStreak(history, localClock(timezone)(seconds(until)).day),
  }
  const page = { at: now, timezone, locale, words }
  const hasChart = rolling.length > 0
  yield {
    kind: 'changes',
    files: [
      {
        kind: 'monthly-analysis',
        extension: 'md',
        at: now,
        render: (_, name) => analysisPage(report, page, hasChart ? `${name}.svg` : null),
        companions: hasChart ? [{ extension: 'svg', render: () => analysisChart(report.rolling, page) }] : [],
      },
    ],
    edits: [],
    items: [],
    subject: words.listening.analysis.commit(humanTime(now, timezone)),
    summary: analysisSections(report, page).join('\n\n'),
    report: plainReport(report, timezone),
  }
}

/** Thirty days, the thirty before, the calendar month that ended last, the one before. */
function rangesBefore(until: Temporal.Instant, timezone: string): readonly [Range, Range, Range, Range] {
  const end = until.toZonedDateTimeISO(timezone)
  const monthStart = end.with({ day: 1 }).startOfDay()
  const days = (count: number) => end.subtract({ days: count * ROLLING_DAYS }).toInstant()
  // A month begins when its first day does, which is not everywhere at 00:00.
  const month = (count: number) => monthStart.subtract({ months: count }).startOfDay().toInstant()
  return [
    { from: days(1), to: until },
    { from: days(2), to: days(1) },
    { from: month(1), to: month(0) },
    { from: month(2), to: month(1) },
  ]
}

function seconds(instant: Temporal.Instant): number {
  return instant.epochMilliseconds / 1000
}

function discoveriesOf(figures: Figures, history: History, from: number): Span['discoveries'] {
  if (history.first === null || history.first >= from) return null
  const isNew = (first: number | undefined) => first !== undefined && first >= from
  return {
    artists: figures.artists.filter(({ key }) => isNew(history.artists.get(key))),
    albums: figures.albums.filter(({ key }) => isNew(history.albums.get(key)?.first)),
    tracks: figures.tracks.filter(({ key }) => isNew(history.tracks.get(key))).length,
  }
}

/** For the terminal, in English. */
function plainReport({ rolling, month }: AnalysisReport, timezone: string): string {
  const { listening } = catalogOf('en')
  return [rolling, month]
    .flatMap(({ from, to, figures }) => [
      `${humanMinute(from, timezone)} to ${humanMinute(to, timezone)}`,
      `    ${listening.listens}: ${figures.total}, ${listening.activeDays.toLowerCase()}: ${figures.activeDays}`,
      `    ${listening.artists}: ${figures.artists
        .slice(0, 3)
        .map(({ name, count }) => `${name} (${count})`)
        .join(', ')}`,
    ])
    .join('\n')
}
