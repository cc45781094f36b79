export type ScheduleUnit = 'hour' | 'day' | 'week' | 'month'

/** A day of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** When a task runs, with every default filled in. The configuration has checked each field; nothing here does again. */
export interface Schedule {
  unit: ScheduleUnit
  /** Every how many units: 1 to 60; for hours a divisor of the day (1, 2, 3, 4, 6, 8 or 12). */
  frequency: number
  /** Time of day in `timezone`. For hours it anchors the grid: every 6 hours with 02:30 is 02:30, 08:30, 14:30, 20:30. */
  time: { hour: number; minute: number }
  /** Counts for weeks only. */
  weekday: Weekday
  /** Counts for months only: 1 to 31, moved back to the month's last day where the month is shorter. */
  monthday: number
  /** IANA name, as `Europe/Paris`. */
  timezone: string
}
