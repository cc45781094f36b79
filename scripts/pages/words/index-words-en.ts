import type { IndexWords } from './index-words.ts'

const s = (count: number) => (count === 1 ? '' : 's')

export const indexWordsEn: IndexWords = {
  haiku: {
    title: (day) => `Haiku of ${day}`,
    page: 'that day’s poems',
    all: 'all poems',
  },
  record: {
    title: (day) => `To play on ${day}`,
    longUnheard: (day, among) =>
      among === 1
        ? `Last known listen on ${day}: the one you have not heard for the longest time.`
        : `Last known listen on ${day}: one of the ${among} records you have not heard for the longest time.`,
    neverHeard: (among) =>
      among === 1
        ? 'No known listen: the only such record.'
        : `No known listen, like ${among - 1} other record${s(among - 1)}.`,
    drawn: 'Drawn by lot for that day, as no listens are known; every record gets its turn.',
  },
  state: {
    title: 'At rest',
    allWell: 'All is well',
    late: (count) => `${count} task${s(count)} overdue`,
    partial: (count) => `${count} task${s(count)} with warnings`,
    asOf: (time) => `As of ${time}.`,
    task: 'Task',
    lastRun: 'Last result',
    result: 'Outcome',
    nextRun: 'Next run',
    never: 'not yet',
    done: 'done',
    withWarnings: 'with warnings',
    dueSince: (time) => `due since ${time}`,
    off: 'Nothing runs by itself: `scheduler.enabled` is `false` in `config/app.json`.',
    none: 'No task is enabled in `config/app.json`.',
    newer: (version, how) => `A newer version exists (${version}): ${how}`,
  },
  folder: {
    title: 'What the tasks wrote',
    about: 'The haikus, the exports of the collection and the analyses arrive here. This page is remade by every run.',
    newest: 'Newest',
    what: 'What',
    file: 'File',
    time: (timezone) => `Time (${timezone})`,
    stable: 'Addresses that do not change, copies of the newest:',
    byMonth: 'Month by month',
    older: 'Older ones, in this folder',
    year: 'Year',
    empty: 'Nothing yet.',
  },
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
  },
  kinds: {
    'generate-haiku': '🎵 Haikus',
    'export-markdown': '📚 Collection (Markdown)',
    'export-json': '🗂️ Collection (JSON)',
    'weekly-haiku': '🗓️ Haikus of the week',
    'monthly-analysis': '📊 Analyses',
  },
}
