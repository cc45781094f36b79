import { Temporal } from 'temporal-polyfill'
import { artistsOf } from '../collection/album.ts'
import { releaseYear } from '../collection/provenance.ts'
import type { RecordOfTheDay } from '../collection/record-of-the-day.ts'
import type { Config } from '../config/config.ts'
import type { HaikuEntry } from '../haiku/log.ts'
import type { Catalog } from './words/catalog.ts'
import type { Job } from '../repository/job.ts'
import { escapeMarkdown, link } from './markdown.ts'
import { relativeAddress, type StampedFile } from './stamped-file.ts'
import { table } from './table.ts'
import { humanDay, humanMinute } from './time.ts'

export interface BlockContent {
  /** The poem to show; null where none was made yet. */
  haiku: HaikuEntry | null
  record: RecordOfTheDay | null
  jobs: readonly Job[]
  /** Files of the output folder, newest first. */
  files: readonly StampedFile[]
  /** A version newer than the one that runs here, such as `1.2.3`; null where none is known. */
  newer?: string | null
}

/** Where the README says how to get it: its section “Keeping your copy current”. */
const UPGRADE = '[`npm run upgrade`](#keeping-your-copy-current)'

interface Page {
  config: Config
  now: Temporal.Instant
  words: Catalog
}

/**
 * The block of the root README: a haiku, a record to play, how the tasks stand. Every part says of which day it is,
 * because the page is made when a task runs and read later.
 */
export function readmeBlock({ haiku, record, jobs, files, newer = null }: BlockContent, page: Page): string {
  return [
    ...(haiku === null ? [] : haikuPart(haiku, files, page)),
    ...(record === null ? [] : recordPart(record, page)),
    ...statePart(jobs, page),
    ...(newer === null ? [] : [`🆕 ${page.words.index.state.newer(newer, UPGRADE)}`]),
  ].join('\n\n')
}

function haikuPart({ at, album, lines }: HaikuEntry, files: readonly StampedFile[], page: Page): string[] {
  const { haiku: words } = page.words.index
  const { timezone, outputDir } = page.config
  const day = humanDay(Temporal.Instant.from(at), timezone)
  const newest = files.find(({ kind }) => kind === 'generate-haiku')
  const links = [
    ...(newest === undefined ? [] : [link(words.page, relativeAddress(`${outputDir}/${newest.name}`))]),
    link(words.all, relativeAddress(`${outputDir}/README.md`)),
  ]
  // Not in a fence: there nothing could be escaped, and a line of the poem could end the block.
  const poem = lines.map((line) => `> ${escapeMarkdown(line)}`).join('\\\n')
  const about = album === null ? [] : [nameOf(album.title, album.artists, page.words)]
  return [`### 🎵 ${words.title(day)}`, poem, [...about, ...links].join(' · ')]
}

function recordPart(record: RecordOfTheDay, page: Page): string[] {
  const { record: words } = page.words.index
  const { album } = record
  const year = releaseYear(album)
  const facts = [
    nameOf(album.title, artistsOf(album), page.words) + (year === null ? '' : ` (${year})`),
    ...(album.spotify_url == null ? [] : [link(page.words.haikuPage.listenOnSpotify, album.spotify_url)]),
    ...(album.discogs_url == null ? [] : [link(page.words.haikuPage.onDiscogs, album.discogs_url)]),
  ]
  return [`### 💿 ${words.title(humanDay(page.now, page.config.timezone))}`, facts.join(' · '), reason(record, page)]
}

function reason(record: RecordOfTheDay, { config, words }: Page): string {
  const { longUnheard, neverHeard, drawn } = words.index.record
  switch (record.kind) {
    case 'long-unheard':
      return longUnheard(
        humanDay(Temporal.Instant.fromEpochMilliseconds(record.last * 1000), config.timezone),
        record.among,
      )
    case 'never-heard':
      return neverHeard(record.among)
    case 'drawn':
      return drawn
  }
}

function nameOf(title: string, artists: readonly string[], words: Catalog): string {
  return `**${escapeMarkdown(title)}** – ${escapeMarkdown(artists.join(', ') || words.unknownArtist)}`
}

/** Whether all is well, and each task's last result and next run. */
function statePart(jobs: readonly Job[], { config, now, words }: Page): string[] {
  const { state, tasks } = words.index
  const enabled = jobs.filter(({ standing }) => standing.kind !== 'disabled')
  const asOf = state.asOf(`${humanMinute(now, config.timezone)} (${config.timezone})`)
  if (enabled.length === 0) return [`### ⏸️ ${state.title}`, `${config.running ? state.none : state.off} ${asOf}`]
  const head = [state.task, state.lastRun, state.result, state.nextRun]
  const rows = enabled.map((job) => {
    // From the first page of the repository this leads to the task's run history and its button.
    const name = link(tasks[job.id] ?? job.id, `../../actions/workflows/${job.id}.yml`)
    return [name, lastOf(job), resultOf(job), humanMinute(job.next!, config.timezone)]
  })
  return [`### ${verdict(enabled)}`, table(head, rows), asOf]

  function verdict(all: readonly Job[]): string {
    const troubles: [count: number, words: (count: number) => string][] = [
      [all.filter(({ standing }) => standing.kind === 'failing').length, state.failing],
      [all.filter(isOverdue).length, state.late],
      [all.filter(({ last }) => last?.result === 'partial').length, state.partial],
    ]
    const told = troubles.flatMap(([count, words]) => (count === 0 ? [] : [words(count)]))
    return told.length === 0 ? `✅ ${state.allWell}` : `⚠️ ${told.join(', ')}`
  }

  function lastOf({ last }: Job): string {
    return last === null ? state.never : humanMinute(last.started, config.timezone)
  }

  function resultOf(job: Job): string {
    if (isOverdue(job)) return `⏰ ${state.dueSince(humanMinute(job.standing.since, config.timezone))}`
    if (job.standing.kind === 'failing') return `❌ ${state.failed(job.standing.tries)}`
    switch (job.last?.result) {
      case undefined:
        return '–'
      case 'done':
        return `✓ ${state.done}`
      case 'nothing':
        return `✓ ${state.nothing}`
      case 'partial':
        return `⚠️ ${state.withWarnings}`
      case 'failed':
        return `❌ ${state.failed(1)}`
    }
  }
}

function isOverdue(job: Job): job is Job & { standing: { kind: 'due' } } {
  return job.standing.kind === 'due' && job.standing.overdue
}
