import { seedFrom } from '../ground/random.ts'
import type { Schedule } from './schedule.ts'

/** What a workflow's `on.schedule` is to say: cron lines of five fields, read in `timezone`. */
export interface WakeUps {
  cron: string[]
  timezone: string
}

/** Minutes between a slot and its wake-up. */
const EARLIEST = 7
const LATEST = 25

const MONTH_LENGTHS = [28, 29, 30, 31]

/**
 * The cron lines that wake a task 7 to 25 minutes after each of its slots; the minutes depend on the task's id alone, so
 * that tasks of the same hour are spread. None is at :00, where GitHub drops runs.
 *
 * Cron has no "every second week": a frequency above 1 wakes every day, week or month, and the slot rule sends the surplus
 * home. Where the clock goes back between slot and wake-up, the wake-up is later by the repeated time (one hour in nearly
 * every zone). Where the wake-up's time is skipped, GitHub starts it right after the gap, which is where the slot is too
 * (https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule).
 */
export function wakeUps(taskId: string, schedule: Schedule): WakeUps {
  const { time, timezone } = schedule
  const total = time.hour * 60 + time.minute + delayOf(taskId, time.minute)
  const minute = total % 60
  const carriedHours = Math.floor(total / 60) - time.hour
  const hour = Math.floor(total / 60) % 24
  const nextDay = total >= 24 * 60
  return { cron: [`${minute} ${fieldsAfterMinute(schedule, { hour, carriedHours, nextDay })}`], timezone }
}

/** Minutes from slot to wake-up. */
function delayOf(taskId: string, minute: number): number {
  const delays = Array.from({ length: LATEST - EARLIEST + 1 }, (_, i) => EARLIEST + i)
  const offTheHour = delays.filter((delay) => (minute + delay) % 60 !== 0)
  return offTheHour[(seedFrom(taskId) >>> 0) % offTheHour.length]!
}

interface Shifted {
  /** Hour of the wake-up that belongs to the slot at `time`. */
  hour: number
  /** 1 where the delay leads into the next hour, else 0. */
  carriedHours: number
  /** Whether the delay leads past midnight. */
  nextDay: boolean
}

function fieldsAfterMinute(schedule: Schedule, { hour, carriedHours, nextDay }: Shifted): string {
  switch (schedule.unit) {
    case 'hour':
      return `${hoursOf(schedule, carriedHours)} * * *`
    case 'day':
      return `${hour} * * *`
    case 'week':
      // Cron counts from Sunday, 0.
      return `${hour} * * ${(schedule.weekday + (nextDay ? 1 : 0)) % 7}`
    case 'month':
      return `${hour} ${list(monthDays(schedule.monthday, nextDay))} * *`
  }
}

function hoursOf({ frequency, time }: Schedule, carriedHours: number): string {
  if (frequency === 1) return '*'
  const hours = Array.from({ length: 24 / frequency }, (_, i) => (time.hour + carriedHours + i * frequency) % 24)
  return hours.sort((a, b) => a - b).join(',')
}

/** Every day of the month on which a wake-up can fall, over all lengths of month. */
function monthDays(monthday: number, nextDay: boolean): number[] {
  const days = MONTH_LENGTHS.map((length) => {
    const day = Math.min(monthday, length)
    if (!nextDay) return day
    return day === length ? 1 : day + 1
  })
  return [...new Set(days)].sort((a, b) => a - b)
}

/** `5`, `28,29`, or `28-31` for three or more in a row. */
function list(days: number[]): string {
  const first = days[0]!
  const last = days.at(-1)!
  return days.length > 2 && last - first === days.length - 1 ? `${first}-${last}` : days.join(',')
}
