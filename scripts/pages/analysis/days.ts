import { Temporal } from 'temporal-polyfill'
import { dayText } from '../../listens/local-clock.ts'
import type { Page } from '../page.ts'
import type { Span } from './report.ts'

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
export function dayIn(day: number): string {
  return dayText(day).split('-').reverse().join('/')
}

/** `octobre 2026` */
export function monthName(instant: Temporal.Instant, { timezone, locale }: Pick<Page, 'timezone' | 'locale'>): string {
  return instant.toZonedDateTimeISO(timezone).toPlainDate().toLocaleString(locale, { month: 'long', year: 'numeric' })
}

export function monthBefore(start: Temporal.Instant, timezone: string): Temporal.Instant {
  return start.toZonedDateTimeISO(timezone).subtract({ months: 1 }).toInstant()
}
