import type { Temporal } from 'temporal-polyfill'
import type { Figures } from '../../listens/figures.ts'
import type { ForgottenAlbum } from '../../listens/history.ts'
import type { HeardAlbum } from '../../listens/shelf.ts'
import type { Ranked } from '../../listens/tally.ts'

/** How many artists, albums and tracks are named. */
export const ANALYSIS_TOP = 10

/** What was heard for the first time in a span. */
export interface Discoveries {
  artists: readonly Ranked[]
  albums: readonly Ranked<HeardAlbum>[]
  tracks: number
}

/** A span of time with its figures and those of the span of the same kind before it. */
export interface Span {
  from: Temporal.Instant
  to: Temporal.Instant
  figures: Figures
  before: Figures
  /** Null where known listens begin within the span: all would be new. */
  discoveries: Discoveries | null
}

export interface AnalysisReport {
  /** The last thirty days. */
  rolling: Span
  /** The calendar month that ended last. */
  month: Span
  /** When the first known listen was. */
  since: Temporal.Instant
  forgotten: readonly ForgottenAlbum[]
  /** Days in a row with a listen, up to now. */
  currentStreak: number
}
