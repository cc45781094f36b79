/** The names a language has for months and weekdays, in the calendar's order (January and Monday first). */
export interface CalendarWords {
  readonly months: readonly string[]
  readonly weekdays: readonly string[]
}

interface Day {
  readonly month: number
  /** 1 is Monday, 7 is Sunday. */
  readonly dayOfWeek: number
}

/** Whether the text names months or weekdays and the day's own is not among them: April in June, Sunday on a Tuesday. */
export function namesAnotherDay(text: string, { months, weekdays }: CalendarWords, { month, dayOfWeek }: Day): boolean {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu))
  const misses = (names: readonly string[], own: number) =>
    names.some((name) => words.has(name)) && !words.has(names[own - 1]!)
  return misses(months, month) || misses(weekdays, dayOfWeek)
}
