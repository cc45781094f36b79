import type { Temporal } from 'temporal-polyfill'

type Locale = 'fr' | 'en'

const PHRASES = {
  fr: {
    now: 'maintenant',
    after: (span: string) => `dans ${span}`,
    before: (span: string) => `il y a ${span}`,
    days: 'jours',
    names: 'fr',
    // French has an ordinal here, CLDR has not.
    firstOfMonth: '1er',
  },
  en: {
    now: 'now',
    after: (span: string) => `in ${span}`,
    before: (span: string) => `${span} ago`,
    days: 'days',
    names: 'en-GB',
    firstOfMonth: '1',
  },
} as const

const HOUR = 60
const DAY = 24 * HOUR

/**
 * A time for people, as a day, the clock of the zone, and the distance from `now`: "tomorrow 06:00 UTC, in 9 h",
 * "dimanche 20:00 Europe/Paris, dans 3 jours". Past times read "yesterday 06:00 UTC, 9 h ago".
 */
export function inWords(time: Temporal.Instant, now: Temporal.Instant, timezone: string, locale: Locale): string {
  const there = time.toZonedDateTimeISO(timezone)
  const here = now.toZonedDateTimeISO(timezone)
  const clock = there.toPlainTime().toString({ smallestUnit: 'minute' })
  return `${dayInWords(there.toPlainDate(), here.toPlainDate(), locale)} ${clock} ${timezone}, ${distance(time, now, locale)}`
}

/** Today and its neighbours by their word, the six days ahead by their weekday, others by their date. */
function dayInWords(day: Temporal.PlainDate, today: Temporal.PlainDate, locale: Locale): string {
  const { days } = today.until(day, { largestUnit: 'day' })
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
  const phrases = PHRASES[locale]
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(phrases.names, { timeZone: 'UTC', ...options }).format(
      day.toZonedDateTime('UTC').epochMilliseconds,
    )
  if (days > 1 && days < 7) return show({ weekday: 'long' })
  const date = day.day === 1 ? phrases.firstOfMonth : String(day.day)
  const month = `${date} ${show({ month: 'long' })}`
  return day.year === today.year ? month : `${month} ${day.year}`
}

/** How far away, to the minute below an hour, to the hour below two days, then to the day. */
function distance(time: Temporal.Instant, now: Temporal.Instant, locale: Locale): string {
  const phrases = PHRASES[locale]
  const minutes = Math.round((time.epochMilliseconds - now.epochMilliseconds) / 60_000)
  if (minutes === 0) return phrases.now
  const span = spanInWords(Math.abs(minutes), phrases.days)
  return minutes > 0 ? phrases.after(span) : phrases.before(span)
}

function spanInWords(minutes: number, days: string): string {
  if (minutes < HOUR) return `${minutes} min`
  const hours = Math.round(minutes / HOUR)
  return hours < 48 ? `${hours} h` : `${Math.round(minutes / DAY)} ${days}`
}
