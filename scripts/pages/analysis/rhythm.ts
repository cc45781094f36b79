import { escapeMarkdown } from '../markdown.ts'
import { table } from '../table.ts'
import { dayIn, daysOf } from './days.ts'
import type { AnalysisReport } from './report.ts'
import type { Setting } from './setting.ts'

/** Streaks, days of the week, hours and days. */
export function rhythm(
  { currentStreak }: AnalysisReport,
  { spans, heads, numbers, words, timezone }: Setting,
): string[] {
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

/** `06:00` */
function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

/** Numbers that few readers want, one click away. */
function folded(summary: string, content: string): string {
  return `<details>\n<summary>${escapeMarkdown(summary)}</summary>\n\n${content}\n\n</details>`
}
