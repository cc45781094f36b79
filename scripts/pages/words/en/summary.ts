import { describeShrinking, type Shrinking } from '../../../collection/shrinking.ts'
import type { FailureKind } from '../../../haiku/write.ts'
import { s } from './numbers.ts'

/** The summary of a run's job on GitHub. */
export const summary = {
  /** Heads of its sections. */
  files: 'Files',
  warnings: 'Warnings',
  nothing: 'Nothing to do',
  /** What an export holds, as a sentence and as items of a list. */
  exported: (count: number, artists: number) => `${count} album${s(count)}, ${artists} artist${s(artists)}.`,
  withYear: (count: number) => `with a year: ${count}`,
  withDescription: (count: number) => `with a description: ${count}`,
  withLink: (count: number) => `with a Spotify link: ${count}`,
  /** Heads of the columns of the table of poems. */
  album: 'Album',
  author: 'Written by',
  attempts: 'Attempts',
  tokens: 'Tokens',
  seconds: 'Seconds',
  /** In the column of authors, where others name a model. */
  composer: 'built-in composer',
  /** Why the AI wrote nothing for an album, after the album's name. */
  aiFailed: {
    form: 'no answer of the AI was a valid 5-7-5 haiku; the composer wrote the poem.',
    refused: 'the AI refuses the request; check EURIA_BEARER, EURIA_URL and EURIA_MODEL. The composer wrote the poem.',
    limited: 'the AI asks for a long pause (rate limit); the composer wrote the poem.',
    time: 'the time for asking the AI was used up; the composer wrote the poem.',
    service: 'the AI gave no readable answer; the composer wrote the poem.',
  } satisfies Record<FailureKind, string>,
  /** Files that went because a task keeps only so many. */
  removed: (count: number) => `${count} old file${s(count)} removed from the folder; git’s history keeps them.`,
  /** Why a task that was asked for was not due. `slot` and `next`: times of its schedule. */
  notDue: {
    served: (slot: string, next: string) => `The slot of ${slot} has been served. Next slot: ${next}.`,
    'before-ledger': (slot: string, next: string) =>
      `The slot of ${slot} is older than this repository. Next slot: ${next}.`,
    /** `next`: when it is tried again. */
    'failed-too-often': (_slot: string, next: string) => `The task keeps failing. It is tried again from ${next}.`,
    disabled: 'The task is switched off in config/app.json (enabled: false).',
  },
  /** Why a much smaller collection stops a run, and what to do. */
  shrunk(shrinking: Shrinking) {
    const { says, todo } = describeShrinking(shrinking)
    return `${says} ${todo}`
  },
  dryRun: 'Dry run: nothing was written.',
  unchanged: 'Nothing changed: all of it was known.',
  /** A file of the inbox that is in now. */
  taken: (path: string) => `${path} is in and was taken out of the inbox; git’s history keeps it.`,
}
