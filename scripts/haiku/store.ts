import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ifThere } from '../ground/files.ts'
import type { JsonFileSpec } from '../ground/json-file.ts'
import { openJsonStore } from '../ground/json-store.ts'
import { haikuYearSchema, type HaikuEntry, type HaikuYear } from './log.ts'

export const HAIKU_FOLDER = 'data/haikus'

const YEAR_FILE = /^(\d{4})\.json$/

function fileOf(year: string): string {
  return `${HAIKU_FOLDER}/${year}.json`
}

function spec(year: string): JsonFileSpec<HaikuYear> {
  return { file: fileOf(year), schema: haikuYearSchema }
}

function openYear(root: string, year: string) {
  return openJsonStore(root, spec(year), { empty: { version: 1, haikus: [] } })
}

/** The log year by year, the newest year first; within a year, oldest first. */
export async function* readHaikuYears(root: string): AsyncIterable<HaikuEntry[]> {
  for (const year of (await yearsIn(root)).reverse()) yield (await openYear(root, year)).data.haikus
}

/** Every poem ever logged in the repository at `root`, oldest first. A repository without a log has none. */
export async function readHaikuLog(root: string): Promise<HaikuEntry[]> {
  const logs = await Promise.all((await yearsIn(root)).map((year) => openYear(root, year)))
  return logs.flatMap((log) => log.data.haikus)
}

/** Adds poems to the log of their year. Gives the files written, relative to `root`. */
export async function appendHaikus(root: string, entries: readonly HaikuEntry[]): Promise<string[]> {
  const written: string[] = []
  for (const year of new Set(entries.map(yearOf))) {
    const log = await openYear(root, year)
    await log.update((data) => data.haikus.push(...entries.filter((entry) => yearOf(entry) === year)))
    written.push(fileOf(year))
  }
  return written
}

function yearOf(entry: HaikuEntry): string {
  return entry.at.slice(0, 4)
}

async function yearsIn(root: string): Promise<string[]> {
  const names = (await ifThere(readdir(join(root, HAIKU_FOLDER)))) ?? []
  return names.flatMap((name) => YEAR_FILE.exec(name)?.[1] ?? []).sort()
}
