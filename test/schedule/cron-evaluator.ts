import { Temporal } from 'temporal-polyfill'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Which values a cron field stands for: `*`, numbers, ranges and lists. Others are refused, steps included. */
function valuesOf(field: string, least: number, most: number): Set<number> {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const match = /^(?:(\*)|(\d+)(?:-(\d+))?)$/.exec(part)
    if (match === null) throw new Error(`not a cron field: ${field}`)
    const from = match[1] === undefined ? Number(match[2]) : least
    const to = match[1] === undefined ? Number(match[3] ?? match[2]) : most
    if (from < least || to > most || from > to) throw new Error(`out of range: ${field}`)
    for (let value = from; value <= to; value++) values.add(value)
  }
  return values
}

interface Line {
  /** Whether the line names the date of a wall clock (milliseconds as if it were in UTC). */
  names: (wall: number) => boolean
  /** The minutes of a day that it names, ascending. */
  minutes: number[]
}

function parsed(line: string): Line {
  const fields = line.split(' ')
  if (fields.length !== 5) throw new Error(`not five fields: ${line}`)
  const [minute, hour, day, month, weekday] = [
    valuesOf(fields[0]!, 0, 59),
    valuesOf(fields[1]!, 0, 23),
    valuesOf(fields[2]!, 1, 31),
    valuesOf(fields[3]!, 1, 12),
    valuesOf(fields[4]!, 0, 6),
  ]
  // POSIX: where both days are given, either is enough.
  const either = fields[2] !== '*' && fields[4] !== '*'
  return {
    names(wall) {
      const at = new Date(wall)
      const days = [day.has(at.getUTCDate()), weekday.has(at.getUTCDay())]
      return month.has(at.getUTCMonth() + 1) && (either ? days.includes(true) : !days.includes(false))
    },
    minutes: [...hour].flatMap((hour) => [...minute].map((minute) => hour * 60 + minute)).sort((a, b) => a - b),
  }
}

interface Stretch {
  from: number
  /** Minutes from UTC to the wall. */
  offset: number
}

/** When a zone's offset changes between two instants, as stretches of one offset each. */
export function stretches(timezone: string, from: number, to: number): Stretch[] {
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timezone)
  const all: Stretch[] = []
  for (;;) {
    all.push({ from: at.epochMilliseconds, offset: at.offsetNanoseconds / 60e9 })
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds > to) return all
    at = next
  }
}

/**
 * Every minute from `from` to `to` at which the line starts something in the zone, in milliseconds, ascending: each time
 * the wall clock shows a named minute, and right after a gap that swallowed one, as GitHub documents it.
 */
export function firings(line: string, timezone: string, from: number, to: number): number[] {
  const { names, minutes } = parsed(line)
  /** The named minutes of a wall clock in a span of it. */
  function named(start: number, end: number): number[] {
    const all: number[] = []
    for (let day = Math.floor(start / DAY) * DAY; day < end; day += DAY)
      if (names(day)) all.push(...minutes.map((minute) => day + minute * MINUTE))
    return all.filter((wall) => wall >= start && wall < end)
  }
  const all = new Set<number>()
  const parts = stretches(timezone, from, to)
  parts.forEach(({ from: start, offset }, index) => {
    const end = parts[index + 1]?.from ?? to
    const shift = offset * MINUTE
    const before = (parts[index - 1]?.offset ?? offset) * MINUTE
    if (named(start + before, start + shift).length > 0) all.add(start)
    for (const wall of named(start + shift, end + shift)) all.add(wall - shift)
  })
  return [...all]
}
