import type { Wrong } from '../begin/entries.ts'

/** What the form “Commencer ici” answers. Names in the arguments are already escaped for where they land. */
export interface BeginWords {
  /** Commit subject. */
  commit: string
  wrongTitle: string
  wrong: (wrong: Wrong) => string
  silent: (service: string, why: string) => string
  /** Below what was wrong: nothing is changed. `form`: a link to the form. */
  tryAgain: (form: string) => string
  title: string
  /** What is there to look at, with links. */
  look: string
  firstPage: string
  missingKey: (secrets: string) => string
  noAccount: string
  toDecide: (count: number, file: string) => string
  failed: (task: string, why: string) => string
  details: string
}
