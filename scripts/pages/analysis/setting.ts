import { numbersIn, type Numbers } from '../change.ts'
import type { Page } from '../page.ts'
import { monthName } from './days.ts'
import type { AnalysisReport, Span } from './report.ts'

/** What every section needs. */
export interface Setting extends Page {
  numbers: Numbers
  spans: readonly [Span, Span]
  /** Heads of the columns: the rolling span and the month. */
  heads: readonly [string, string]
}

export function settingOf({ rolling, month }: AnalysisReport, page: Page): Setting {
  return {
    ...page,
    numbers: numbersIn(page.locale),
    spans: [rolling, month],
    heads: [page.words.listening.analysis.rolling, monthName(month.from, page)],
  }
}
