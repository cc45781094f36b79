import type { OutputKind } from '../../file-name.ts'
import { s } from './numbers.ts'

/** The pages for those who browse: the block in the root README, and the page of the output folder. */
export const index = {
  /** The newest poem. */
  haiku: {
    title: (day: string) => `Haiku of ${day}`,
    /** Labels of links. */
    page: 'that day’s poems',
    all: 'all poems',
  },
  /** The record of the day, and why it is this one. */
  record: {
    title: (day: string) => `To play on ${day}`,
    /** `among`: how many records of its kind there are to choose from, this one counted. */
    longUnheard: (day: string, among: number) =>
      among === 1
        ? `Last known listen on ${day}: the one you have not heard for the longest time.`
        : `Last known listen on ${day}: one of the ${among} records you have not heard for the longest time.`,
    neverHeard: (among: number) =>
      among === 1
        ? 'No known listen: the only such record.'
        : `No known listen, like ${among - 1} other record${s(among - 1)}.`,
    /** No listens are known at all. */
    drawn: 'Drawn by lot for that day, as no listens are known; every record gets its turn.',
  },
  /** How the tasks stand. */
  state: {
    /** Where nothing runs by itself. */
    title: 'At rest',
    /** Titles otherwise; `late`, `failing` and `partial` may stand in one. */
    allWell: 'All is well',
    late: (count: number) => `${count} task${s(count)} overdue`,
    failing: (count: number) => `${count} task${s(count)} failing`,
    partial: (count: number) => `${count} task${s(count)} with warnings`,
    /** When the page was made, with its time zone. */
    asOf: (time: string) => `As of ${time}.`,
    /** Heads of the columns. */
    task: 'Task',
    lastRun: 'Last result',
    result: 'Outcome',
    nextRun: 'Next run',
    /** In place of the time of the last result. */
    never: 'not yet',
    /** Outcomes. */
    done: 'done',
    withWarnings: 'with warnings',
    nothing: 'nothing to do',
    failed: (tries: number) => (tries === 1 ? 'failed' : `failed ${tries} times in a row`),
    dueSince: (time: string) => `due since ${time}`,
    /** Why no task is listed, as Markdown. */
    off: 'Nothing runs by itself: `scheduler.enabled` is `false` in `config/app.json`.',
    none: 'No task is enabled in `config/app.json`.',
    /** `version`: such as `1.2.3`; `how`: a link to how one gets it. */
    newer: (version: string, how: string) => `A newer version exists (${version}): ${how}`,
  },
  /** The page of the output folder. */
  folder: {
    title: 'What the tasks wrote',
    /** What the folder is. */
    about: 'The haikus, the exports of the collection and the analyses arrive here. This page is remade by every run.',
    /** Above the table of the newest file of each kind, and the heads of its columns. */
    newest: 'Newest',
    what: 'What',
    file: 'File',
    time: (timezone: string) => `Time (${timezone})`,
    /** Before links. */
    stable: 'Addresses that do not change, copies of the newest:',
    byMonth: 'Month by month',
    /** Above the table of how many files of each kind a year has, and the head of its first column. */
    older: 'Older ones, in this folder',
    year: 'Year',
    /** In place of all of it. */
    empty: 'Nothing yet.',
  },
  /** Names of tasks by their id; a task without one goes by its id. */
  tasks: {
    generate_haiku_scheduled: 'Haikus of the day',
    export_collection_markdown: 'Markdown export',
    export_collection_json: 'JSON export',
    daily_enrichment: 'Enrichment',
    weekly_haiku: 'Haiku of the week',
    monthly_analysis: 'Analysis of the month',
    optimize_ai_descriptions: 'Descriptions',
    sync_listens: 'Listens',
    sync_collection: 'Collection',
  } as Readonly<Record<string, string>>,
  /** Kinds of files in the output folder. */
  kinds: {
    'generate-haiku': '🎵 Haikus',
    'export-markdown': '📚 Collection (Markdown)',
    'export-json': '🗂️ Collection (JSON)',
    'weekly-haiku': '🗓️ Haikus of the week',
    'monthly-analysis': '📊 Analyses',
  } satisfies Record<OutputKind, string>,
}
