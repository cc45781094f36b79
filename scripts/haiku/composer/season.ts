import { pool, type Pool, type PoolText } from './phrase.ts'

/** `rough`: storm, frost, bare branches; `soft`: blossom, siesta, warm evenings; without: goes with any music. */
export type Mood = 'rough' | 'soft'

/** Phrases about the season, and the days of the year on which they hold (northern hemisphere, temperate). */
export interface SeasonPool extends Pool {
  /** First and last day, `MM-DD`; from a later to an earlier one it runs over the New Year. */
  readonly from: string
  readonly to: string
  readonly mood: Mood | null
}

export function season(from: string, to: string, text: PoolText, mood: Mood | null = null): SeasonPool {
  return { from, to, mood, ...pool(text) }
}

/** Whether a day of the year lies in the pool's days. */
export function holdsOn({ from, to }: Pick<SeasonPool, 'from' | 'to'>, date: { month: number; day: number }): boolean {
  const day = `${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`
  return from <= to ? from <= day && day <= to : from <= day || day <= to
}
