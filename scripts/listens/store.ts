import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DataError } from '../ground/errors.ts'
import { ifThere } from '../ground/files.ts'
import { readJsonFile, writeJsonFile, type JsonFileSpec } from '../ground/json-file.ts'
import { DUPLICATE_SECONDS, duplicateJudge } from './duplicates.ts'
import { listenMonthSchema, misplacedListens, type Listen, type ListenMonth } from './listen.ts'
import { monthAfter, monthOf, monthStart } from './month.ts'

export const LISTENS_FOLDER = 'data/listens'

const MONTH_FILE = /^(\d{4}-(?:0[1-9]|1[0-2]))\.json$/

/** A range of time in Unix seconds: `from` belongs to it, `to` does not. Without a limit it goes on for ever. */
export interface ListenWindow {
  from?: number
  to?: number
}

/** The listens of a window in the repository at `root`, oldest first; only its months are read, one at a time. @throws DataError */
export async function* readListens(
  root: string,
  { from = -Infinity, to = Infinity }: ListenWindow = {},
): AsyncIterable<Listen> {
  for (const month of await monthsIn(root)) {
    if (monthStart(month) >= to || monthStart(monthAfter(month)) <= from) continue
    const content = await readMonth(root, month)
    if (content === null) throw new DataError(`${fileOf(month)} went away while it was being read.`)
    for (const listen of content.listens) if (listen.timestamp >= from && listen.timestamp < to) yield listen
  }
}

/** When the newest listen of a source was, in Unix seconds; null where there is none. Times after `to` do not count. */
export async function newestListen(root: string, source: string, to: number): Promise<number | null> {
  for (const month of (await monthsIn(root)).reverse()) {
    const content = monthStart(month) > to ? null : await readMonth(root, month)
    const newest = content?.listens.findLast((listen) => listen.source === source && listen.timestamp <= to)
    if (newest !== undefined) return newest.timestamp
  }
  return null
}

/**
 * Adds listens to their months, duplicates of what is there and of each other left out. Applied twice it adds nothing the
 * second time. Gives the files written, relative to `root`.
 */
export async function addListens(root: string, incoming: readonly Listen[]): Promise<string[]> {
  const byMonth = new Map<string, Listen[]>()
  for (const listen of incoming.toSorted(byTime)) {
    const month = monthOf(listen.timestamp)
    const group = byMonth.get(month)
    if (group === undefined) byMonth.set(month, [listen])
    else group.push(listen)
  }
  const written: string[] = []
  // Sorted by time, so that a month sees what was just added to the one before it.
  for (const [month, listens] of byMonth) if (await addToMonth(root, month, listens)) written.push(fileOf(month))
  return written
}

async function addToMonth(root: string, month: string, incoming: readonly Listen[]): Promise<boolean> {
  const neighbours = await acrossTheBorders(root, month, incoming)
  const content: ListenMonth = (await readMonth(root, month)) ?? { version: 1, listens: [] }
  const judge = duplicateJudge([...neighbours, ...content.listens])
  const fresh = incoming.filter((listen) => judge(listen) === 'new')
  if (fresh.length === 0) return false
  content.listens = [...content.listens, ...fresh].sort(byTime)
  await writeJsonFile(root, content, spec(month))
  return true
}

/** Stored listens of the months before and after that are near enough to make one of `incoming` a duplicate. */
async function acrossTheBorders(root: string, month: string, incoming: readonly Listen[]): Promise<Listen[]> {
  const [start, end] = [monthStart(month), monthStart(monthAfter(month))]
  const near: Listen[] = []
  if (incoming[0]!.timestamp <= start + DUPLICATE_SECONDS) {
    const before = await readMonth(root, monthAfter(month, -1))
    near.push(...(before?.listens.filter(({ timestamp }) => timestamp >= start - DUPLICATE_SECONDS) ?? []))
  }
  if (incoming.at(-1)!.timestamp >= end - DUPLICATE_SECONDS) {
    const after = await readMonth(root, monthAfter(month))
    near.push(...(after?.listens.filter(({ timestamp }) => timestamp <= end + DUPLICATE_SECONDS) ?? []))
  }
  return near
}

/** What was heard in the same second stands by its name, whatever the order it was told in. */
function byTime(a: Listen, b: Listen): number {
  return a.timestamp - b.timestamp || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0)
}

function nameOf({ artists, track, album }: Listen): string {
  return [...artists, track, album ?? ''].join('\n')
}

function fileOf(month: string): string {
  return `${LISTENS_FOLDER}/${month}.json`
}

function spec(month: string): JsonFileSpec<ListenMonth> {
  return { file: fileOf(month), schema: listenMonthSchema, check: (content) => misplacedListens(month, content) }
}

function readMonth(root: string, month: string): Promise<ListenMonth | null> {
  return readJsonFile(root, spec(month))
}

/** The months that have a file, oldest first. */
async function monthsIn(root: string): Promise<string[]> {
  const names = (await ifThere(readdir(join(root, LISTENS_FOLDER)))) ?? []
  return names.flatMap((name) => MONTH_FILE.exec(name)?.[1] ?? []).sort()
}
