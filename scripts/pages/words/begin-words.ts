import type { Wrong } from '../../config/form-entries.ts'

/** What the form “Commencer ici” answers. Names in the arguments are already escaped for where they land. */
export interface BeginWords {
  /** Commit subject. */
  commit: string
  /** What the step that writes the configuration is called. */
  settings: string
  wrongTitle: string
  /** Above what no service could be asked about, where nothing is wrong. */
  silentTitle: string
  /** `secrets`: a link to the page of the repository's secrets. */
  wrong: (wrong: Wrong, secrets: string) => string
  silent: (service: string, why: string) => string
  /** Below what was wrong: nothing is changed. `form`: a link to the form. */
  tryAgain: (form: string) => string
  /** The same where nothing was wrong. */
  tryLater: (form: string) => string
  title: string
  /** Instead of the title where something could not be done. */
  partly: string
  /** What is there to look at, with links. */
  look: string
  firstPage: string
  /** What is left to do, or to know. */
  left: string
  missingKey: (secrets: string) => string
  /** `inbox`: a link to the folder. */
  noAccount: (inbox: string) => string
  toDecide: (count: number, file: string) => string
  /** A thing and what is said of it. */
  about: (what: string, said: string) => string
}
