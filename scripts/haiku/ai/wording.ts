import type { Problem } from './answer.ts'
import type { HaikuLines } from '../haiku.ts'

/** What a model is told, in one language. */
export interface Wording {
  /** Tag for `Intl`, which writes the day. */
  locale: string
  /** In winter, spring, summer, autumn. */
  seasons: readonly [string, string, string, string]
  /** The example in `form`; a poem that repeats a line of it is refused. */
  example: HaikuLines
  /** Form, counting, example, taste, output: what holds for every album. */
  form: string
  /** The request for one album. */
  ask: (album: string, day: string, season: string) => string
  /** The request for a week of listening. */
  askWeek: (week: string, day: string, season: string) => string
  /** What was wrong with the last answer; for `syllables` the lines follow. */
  wrong: Readonly<Record<Problem, string>>
  /** Said of a line that scans. */
  right: (line: string, target: number) => string
  /** Said of a line that does not: its syllables word by word, their sum, the number wanted. */
  miscounted: (line: string, words: string, sum: string, target: number) => string
  /** How a retry ends. */
  again: string
}
