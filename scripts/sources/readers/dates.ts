/** Which of the first two numbers of 03/05/1969 is the day. */
export type DateOrder = 'day-first' | 'month-first'

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/u

/** The order all dates of a column are written in: by a number that cannot be a month; day first where none tells. */
export function dateOrderOf(cells: Iterable<string>): DateOrder {
  let isMonthFirst = false
  for (const cell of cells) {
    const found = NUMERIC.exec(cell)
    if (found === null) continue
    if (Number(found[1]) > 12) return 'day-first'
    isMonthFirst ||= Number(found[3]) > 12
  }
  return isMonthFirst ? 'month-first' : 'day-first'
}

/** Months as they begin in English, French, German, Spanish, Italian and Dutch, without accents. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen)/u,
  /^(?:feb|fev)/u,
  /^(?:mar|mrz|maa|mrt)(?!i)/u,
  /^(?:apr|avr|abr)/u,
  /^(?:may|mai|mag|mei)/u,
  /^(?:jun|juin|giu)/u,
  /^(?:jul|juil|lug)/u,
  /^(?:aug|aou|ago)/u,
  /^(?:sep|set)/u,
  /^(?:oct|okt|ott)/u,
  /^(?:nov)/u,
  /^(?:dec|dez|dic)/u,
]

function monthNamed(name: string): number | null {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const index = MONTHS.findIndex((begin) => begin.test(plain))
  return index < 0 ? null : index + 1
}

/**
 * A date as ISO 8601, as precise as it was written: `1969-05-03T12:34:56`, `1969-05-03`, `1969-05`, `1969`. A zone that is
 * given stays. Null where it is none, or its century is not told: `Mar-99`, `03/05/69`. Understood are ISO (also with 00
 * for an unknown month or day, as Discogs writes it), numbers in `order`, names of months, and the day numbers Excel
 * shows where a cell lost its format.
 */
export function readDate(cell: string, order: DateOrder): string | null {
  const text = cell.trim()
  return isoDate(text) ?? numericDate(text, order) ?? namedDate(text) ?? serialDate(text)
}

function isoDate(text: string): string | null {
  const found = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2})(?:[T ]+(.+))?)?)?$/u.exec(text)
  if (found === null) return null
  const [, year, , month, day, time] = found
  return joined(Number(year), Number(month ?? 0), Number(day ?? 0), time)
}

function numericDate(text: string, order: DateOrder): string | null {
  const found = NUMERIC.exec(text)
  if (found === null) return null
  const [a, b] = [Number(found[1]), Number(found[3])]
  const [day, month] = order === 'day-first' && b <= 12 ? [a, b] : a <= 12 ? [b, a] : [a, b]
  return joined(Number(found[4]), month, day, text.slice(found[0].length).replace(/^,?\s+/u, '') || undefined)
}

/** `3 May 1969`, `1er mars 1969`, `May 3, 1969`, `May 1969`, `31 Jan 2026, 06:00`. */
function namedDate(text: string): string | null {
  const dayFirst =
    /^(?:(\d{1,2})(?:st|nd|rd|th|er)?\.?[ -](?:de )?)?(\p{L}+)\.?[ -](?:de[l]? )?(\d{4})(?:,?\s+(.+))?$/u.exec(text)
  if (dayFirst !== null) return withMonthName(dayFirst[3]!, dayFirst[2]!, dayFirst[1], dayFirst[4])
  const monthFirst = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,?\s+(.+))?$/u.exec(text)
  return monthFirst === null ? null : withMonthName(monthFirst[3]!, monthFirst[1]!, monthFirst[2], monthFirst[4])
}

function withMonthName(year: string, name: string, day: string | undefined, time: string | undefined): string | null {
  const month = monthNamed(name)
  return month === null ? null : joined(Number(year), month, Number(day ?? 0), time)
}

/** 1 January 1970 and the end of 2100 as days since 30 December 1899. Earlier ones could be any number. */
const [FIRST_SERIAL, LAST_SERIAL] = [25_569, 73_415]

function serialDate(text: string): string | null {
  if (!/^\d{5}(?:[.,]\d+)?$/u.test(text)) return null
  const days = Number(text.replace(',', '.'))
  if (days < FIRST_SERIAL || days > LAST_SERIAL) return null
  const iso = new Date(Math.round((days - FIRST_SERIAL) * 86_400) * 1000).toISOString()
  return Number.isInteger(days) ? iso.slice(0, 10) : iso.slice(0, 19)
}

function joined(year: number, month: number, day: number, time: string | undefined): string | null {
  const clock = time === undefined ? '' : readClock(time)
  if (clock === null || year === 0 || month > 12 || (month === 0 && day > 0)) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  const parts = [String(year).padStart(4, '0'), month, day].filter((part) => part !== 0)
  return parts.map((part) => String(part).padStart(2, '0')).join('-') + (parts.length === 3 ? clock : '')
}

/** `6:00`, `06:00:15`, `6:00 PM`, `06:00:15.123+01:00` as `T06:00:00` with the zone there is; null where it is no time. */
function readClock(text: string): string | null {
  const found = /^(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]\.?m\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/iu.exec(
    text.trim(),
  )
  if (found === null) return null
  const [, hours, minutes, seconds = '00', half, zone = ''] = found
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/iu.test(half) ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const offset = /^(?:utc|z)$/iu.test(zone) ? 'Z' : zone.replace(/^(.\d\d)(\d\d)$/u, '$1:$2')
  return `T${String(hour).padStart(2, '0')}:${minutes!}:${seconds}${offset}`
}

/** Where nothing is known, and somebody's program says so. */
const UNKNOWN =
  /^(?:0+|0{4}[-/.]0+[-/.]0+|[-–—?.]+|n\/?a|null|none|unknown|inconnue?|unbekannt|desconocido|sconosciuto|onbekend)$/iu

/** Whether a cell says that its date or year is not known: empty, 0, ?, N/A. */
export function isUnknown(cell: string): boolean {
  return cell === '' || UNKNOWN.test(cell)
}

/** Months as Excel shortens them where it makes a date of what looks like one: `4-févr`, `mars-87`. */
const SHORT_DATE = /^(?:\d{1,2}-(\p{L}{3,5})\.?|(\p{L}{3,5})\.?-\d{2})$/u

/** Whether a spreadsheet made a date, or an error, of a text: `4-févr`, `01/02/2024`, `#NOM?`. */
export function looksMangled(cell: string): boolean {
  if (/^#(?:name\?|nom\?|ref!|value!|valeur!|wert!|div\/0!|n\/a)$/iu.test(cell)) return true
  const found = SHORT_DATE.exec(cell)
  return found === null ? /^\d{1,2}\/\d{1,2}\/\d{4}$/u.test(cell) : monthNamed((found[1] ?? found[2])!) !== null
}

/** A year that a cell names, and whether it can mean no other. */
export interface NamedYear {
  year: number
  isCertain: boolean
}

/**
 * The year of a release as people write it: what `readYear` is certain of, and the most likely one of `vers 1995`,
 * `c. 1971`, `1971?`, `1981-82` (the first), `mars-87`, `'69` and the day numbers of Excel. Two digits are a year of the
 * last century from 27 on; below, it may be either.
 */
export function namedYear(cell: string): NamedYear | null {
  const text = cell.trim()
  if (text.length > LONGEST) return null
  const certain = readYear(text)
  if (certain !== null) return { year: certain, isCertain: !/^\d{5}/u.test(text) }
  const year = approximateYear(text) ?? shortYear(text) ?? serialYear(text)
  return year !== null && year >= 1857 && year <= 2200 ? { year, isCertain: false } : null
}

/** What is longer than any way of writing a year. */
const LONGEST = 40

const BEFORE_YEAR =
  /^(?:[([~≈©℗]|(?:vers|v|circa|ca|c|env|environ|about|approx|around|um|etwa|hacia|verso|rond|omstreeks)(?!\p{L})\.?)\s*/iu
const ABOUT = /^(\d{4})(?:\s*(?:\?+|[)\]]|\([^()]*\)|[-–/]\s*(?:\d{4}|\d{2})?)){0,2}$/u

function approximateYear(text: string): number | null {
  const found = ABOUT.exec(text.replace(BEFORE_YEAR, ''))
  return found === null ? null : Number(found[1])
}

const SHORT_YEAR = /^(?:['’]?|(?:\d{1,2}[ -])?(?<month>\p{L}+)\.?[ -]'?|\d{1,2}([/.-])\d{1,2}\2)(?<year>\d{2})$/u

/** Of `'87`, `mars-87`, `16-juin-97`, `16/06/97`. */
function shortYear(text: string): number | null {
  const { month, year } = SHORT_YEAR.exec(text)?.groups ?? {}
  if (year === undefined || (month !== undefined && monthNamed(month) === null)) return null
  return Number(year) < 27 ? null : 1900 + Number(year)
}

/** Of the day numbers before those that are certain. */
function serialYear(text: string): number | null {
  return /^[12]\d{4}$/u.test(text) ? new Date((Number(text) - FIRST_SERIAL) * 86_400_000).getUTCFullYear() : null
}

/**
 * A year from 1857 (the first recorded sound) to 2200: of a number, also as spreadsheets write it (1969.0), or of a date.
 * Null where it is none, or not a certain one: `c. 1969`, `'69`, `1969?`.
 */
export function readYear(cell: string): number | null {
  const number = /^(\d{4})(?:[.,]0+)?$/u.exec(cell.trim())
  const year = Number(number?.[1] ?? readDate(cell, 'day-first')?.slice(0, 4) ?? Number.NaN)
  return year >= 1857 && year <= 2200 ? year : null
}
