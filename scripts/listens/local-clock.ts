import { Temporal } from 'temporal-polyfill'

const DAY = 86_400

/** A moment as a zone's calendar and clock show it. */
export interface LocalTime {
  /** Days since 1 January 1970. */
  day: number
  /** 0 is Monday. */
  weekday: number
  hour: number
}

/** `2026-01-31` for a number of days since 1 January 1970. */
export function dayText(day: number): string {
  return new Date(day * DAY * 1000).toISOString().slice(0, 10)
}

/** Part of the time between two changes of a zone's clocks; all in seconds. */
interface Stretch {
  from: number
  to: number
  offset: number
}

/**
 * Reads a zone's clock at times in Unix seconds. The zone is asked once for each stretch between two changes of its
 * clocks, because asking it for each of half a million listens would take minutes.
 */
export function localClock(timezone: string): (timestamp: number) => LocalTime {
  const known: Stretch[] = []
  let current: Stretch | undefined
  return (timestamp) => {
    const holds = ({ from, to }: Stretch) => timestamp >= from && timestamp < to
    if (current === undefined || !holds(current)) {
      current = known.find(holds)
      if (current === undefined) known.push((current = stretchAt(timestamp, timezone)))
    }
    const wall = timestamp + current.offset
    const day = Math.floor(wall / DAY)
    // 1 January 1970 was a Thursday.
    return { day, weekday: (((day + 3) % 7) + 7) % 7, hour: Math.floor((wall - day * DAY) / 3600) }
  }
}

function stretchAt(timestamp: number, timezone: string): Stretch {
  const at = Temporal.Instant.fromEpochMilliseconds(timestamp * 1000).toZonedDateTimeISO(timezone)
  const seconds = (change: Temporal.ZonedDateTime | null, none: number) =>
    change === null ? none : change.epochMilliseconds / 1000
  return {
    // A change at this very moment belongs to the stretch it begins.
    from: seconds(at.add({ seconds: 1 }).getTimeZoneTransition('previous'), -Infinity),
    to: seconds(at.getTimeZoneTransition('next'), Infinity),
    offset: at.offsetNanoseconds / 1e9,
  }
}
