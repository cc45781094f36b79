import type { Temporal } from 'temporal-polyfill'
import type { WorkId } from '../config/catalog.ts'
import type { Config } from '../config/config.ts'
import type { Published } from '../repository/publish.ts'
import type { ItemResult } from '../tasks/task.ts'
import type { Applied } from './apply.ts'

/** One outcome of the work and what became of it. */
export interface Piece {
  subject: string
  summary: string
  report: string
  /** How many records wait in the review after it. */
  unsure: number
  applied: Applied
  /** What a run that is no dry one would have written: kinds of files, changes to the data; null where it is none. */
  wouldBe: readonly string[] | null
  /** Null where the result stays in the working tree, or nowhere. */
  published: Published | null
}

export interface RunResult {
  work: WorkId
  config: Config
  now: Temporal.Instant
  pieces: Piece[]
  /** Why nothing was done, where nothing was. */
  nothing: string | null
  items: ItemResult[]
  /** What ended the work after some of its pieces were kept; null where nothing did. */
  failure: Error | null
  seconds: number
}

/** Whether there was something to achieve, and nothing of it was. */
export function failedAltogether(items: readonly ItemResult[]): boolean {
  return items.length > 0 && items.every(({ result }) => result === 'failed')
}
