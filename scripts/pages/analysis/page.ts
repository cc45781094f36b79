import { escapeMarkdown } from '../markdown.ts'
import type { Page } from '../page.ts'
import { humanMinute, humanTime } from '../time.ts'
import { monthName } from './days.ts'
import { discoveries } from './discoveries.ts'
import { forgotten } from './forgotten.ts'
import { fromCollection } from './from-collection.ts'
import { overview } from './overview.ts'
import type { AnalysisReport } from './report.ts'
import { rhythm } from './rhythm.ts'
import { settingOf } from './setting.ts'
import { tops } from './tops.ts'

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
  const setting = settingOf(report, page)
  return [
    ...overview(setting),
    ...tops(setting),
    ...discoveries(report, setting),
    ...forgotten(report, setting),
    ...rhythm(report, setting),
    ...fromCollection(setting),
  ]
}
