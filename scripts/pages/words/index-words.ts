/** The words of the pages for those who browse: the block in the root README and the page of the output folder. */
export interface IndexWords {
  haiku: {
    title: (day: string) => string
    page: string
    all: string
  }
  record: {
    title: (day: string) => string
    /** `among`: how many records its kind has to choose from. */
    longUnheard: (day: string, among: number) => string
    neverHeard: (among: number) => string
    /** No listens are known at all. */
    drawn: string
  }
  state: {
    /** Where nothing runs by itself. */
    title: string
    allWell: string
    late: (count: number) => string
    partial: (count: number) => string
    /** `time` is when the page was made, with its zone. */
    asOf: (time: string) => string
    task: string
    lastRun: string
    result: string
    nextRun: string
    never: string
    done: string
    withWarnings: string
    dueSince: (time: string) => string
    off: string
    none: string
    /** `how` is a link to how one gets it. */
    newer: (version: string, how: string) => string
  }
  folder: {
    title: string
    /** What the folder is. */
    about: string
    newest: string
    what: string
    file: string
    time: (timezone: string) => string
    stable: string
    byMonth: string
    older: string
    year: string
    empty: string
  }
  /** Names of tasks, by id; a task without one goes by its id. */
  tasks: Readonly<Record<string, string>>
  kinds: Readonly<
    Record<'generate-haiku' | 'export-markdown' | 'export-json' | 'weekly-haiku' | 'monthly-analysis', string>
  >
}
