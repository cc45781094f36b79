import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { writeFileInOneStep } from '../ground/atomic-file.ts'
import { recordOfTheDay, type RecordOfTheDay } from '../collection/record-of-the-day.ts'
import type { Album } from '../collection/album.ts'
import { openCollection } from '../collection/store.ts'
import type { Config } from '../config/config.ts'
import { describeError, TaskError } from '../ground/errors.ts'
import { ifThere } from '../ground/files.ts'
import type { HaikuEntry } from '../haiku/log.ts'
import { readHaikuYears } from '../haiku/store.ts'
import { lastListenOf, lastListens } from '../listens/last-listen.ts'
import { readListens } from '../listens/store.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import { folderPage, FOLDER_MARK } from '../pages/folder-page.ts'
import { latestCopies } from '../pages/latest-copies.ts'
import { BLOCK_END, BLOCK_START, findBlock, withBlock } from '../pages/marked-block.ts'
import { readmeBlock } from '../pages/readme-block.ts'
import { stampedFiles, type StampedFile } from '../pages/stamped-file.ts'
import type { Ledger } from '../repository/ledger.ts'
import { jobsOf } from '../repository/job.ts'
import { newerThan } from '../repository/template/version.ts'
import { VERSION } from '../ground/version.ts'

const README = 'README.md'

interface Moment {
  config: Config
  /** As it stands after the run. */
  ledger: Ledger
  now: Temporal.Instant
}

export interface Refreshed {
  /** Files written, relative to the tree. */
  paths: string[]
  /** Pages that could not be made, or not as a whole, and why. What could be made was. */
  problems: { page: string; why: string }[]
}

/**
 * Remakes the pages for those who browse the tree at `root`: the block in its README, the page of the output folder and
 * the copies of the newest files. Nothing is written where nothing changed. They are a by-product: what goes wrong is
 * given back for the run to report, and never keeps a task's result from being published.
 */
export async function refreshIndex(root: string, moment: Moment): Promise<Refreshed> {
  const { outputDir } = moment.config
  const refreshed: Refreshed = { paths: [], problems: [] }
  const attempt = async <T>(page: string, make: () => Promise<T>): Promise<T | null> => {
    try {
      return await make()
    } catch (error) {
      refreshed.problems.push({ page, why: describeError(error) })
      return null
    }
  }
  const write = async (file: string, found: Buffer | null, wanted: Buffer): Promise<void> => {
    if (found?.equals(wanted)) return
    await writeFileInOneStep(root, file, wanted)
    refreshed.paths.push(file)
  }

  const files = (await attempt(outputDir, () => filesIn(join(root, outputDir)))) ?? []
  for (const { from, to } of latestCopies(files)) {
    const copy = `${outputDir}/${to}`
    await attempt(copy, async () =>
      write(copy, await bytesOf(root, copy), await existing(root, `${outputDir}/${from}`)),
    )
  }
  await attempt(`${outputDir}/${README}`, async () => {
    const page = `${outputDir}/${README}`
    const found = await bytesOf(root, page)
    // Any folder of the repository may be the output folder; a page that somebody wrote there is theirs.
    if (found !== null && !found.toString('utf8').startsWith(FOLDER_MARK)) return
    await write(page, found, Buffer.from(folderPage(files, pageOf(moment))))
  })
  await attempt(README, async () => {
    const found = await bytesOf(root, README)
    // One character for each byte, whatever the encoding: what is outside the block must come out as it went in.
    const text = found?.toString('latin1') ?? ''
    const block = findBlock(text)
    if (block === null) return
    if (block === 'broken') {
      throw new TaskError(
        `The block in ${README} must be one line ${BLOCK_START} and, below it, one line ${BLOCK_END}.`,
      )
    }
    const content = await blockContent(root, files, moment, attempt)
    await write(README, found, Buffer.from(withBlock(text, block, Buffer.from(content).toString('latin1')), 'latin1'))
  })
  return refreshed
}

function pageOf({ config: { timezone, locale } }: Moment) {
  return { timezone, locale, words: catalogOf(locale).index }
}

async function blockContent(
  root: string,
  files: readonly StampedFile[],
  { config, ledger, now }: Moment,
  attempt: <T>(page: string, make: () => Promise<T>) => Promise<T | null>,
): Promise<string> {
  const haiku = await attempt(README, () => newestHaiku(readHaikuYears(root)))
  const record = await attempt(README, () => recordToPlay(root, config, now))
  return readmeBlock(
    { haiku, record, jobs: jobsOf(config, ledger, now), files, newer: newerThan(VERSION, ledger.template?.newest) },
    { config, now, words: catalogOf(config.locale) },
  )
}

/** The first poem of the newest page; poems about more than one album are not among them. */
async function newestHaiku(yearsNewestFirst: AsyncIterable<HaikuEntry[]>): Promise<HaikuEntry | null> {
  for await (const year of yearsNewestFirst) {
    const ofAlbums = year.filter(({ album }) => album !== null)
    const newest = Math.max(...ofAlbums.map(({ at }) => Date.parse(at)))
    const first = ofAlbums.find(({ at }) => Date.parse(at) === newest)
    if (first !== undefined) return first
  }
  return null
}

async function recordToPlay(root: string, config: Config, now: Temporal.Instant): Promise<RecordOfTheDay | null> {
  const { albums } = (await openCollection(root)).data
  const last = await lastListens(readListens(root))
  const today = now.toZonedDateTimeISO(config.timezone).toPlainDate()
  const lastHeard = last.size === 0 ? null : (album: Album) => lastListenOf(album, last)
  return recordOfTheDay(albums, Math.floor(Date.UTC(today.year, today.month - 1, today.day) / 86_400_000), lastHeard)
}

async function filesIn(folder: string): Promise<StampedFile[]> {
  return stampedFiles((await ifThere(readdir(folder))) ?? [])
}

/** Null where there is no such file. */
async function bytesOf(root: string, file: string): Promise<Buffer | null> {
  try {
    return await ifThere(readFile(join(root, file)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new TaskError(`${file} cannot be read: ${code === 'EISDIR' ? 'it is a folder' : (code ?? String(error))}.`)
  }
}

async function existing(root: string, file: string): Promise<Buffer> {
  const bytes = await bytesOf(root, file)
  if (bytes === null) throw new TaskError(`${file} went away while it was being copied.`)
  return bytes
}
