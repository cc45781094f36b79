import { s } from './numbers.ts'

/** Subjects of commits, without a full stop. `at`: when the run began. */
export const commit = {
  haikus: (count: number, at: string) => `Write ${count} haiku${s(count)} (${at})`,
  exportMarkdown: (at: string) => `Export the collection as Markdown (${at})`,
  exportJson: (at: string) => `Export the collection as JSON (${at})`,
  /** Of runs that left nothing else. */
  notes: 'Note the tasks that had nothing to do or failed',
  /** Appended where a run publishes in several pieces; `piece` counts from 1. */
  checkpoint: (piece: number) => ` – part ${piece}`,
}
