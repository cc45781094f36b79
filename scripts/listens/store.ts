import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DataError } from '../errors.ts'
import { readJsonFile } from '../json-file.ts'
import { listenMonthSchema, type Listen } from './listen.ts'

export const LISTENS_FOLDER = 'data/listens'

const MONTH_FILE = /^\d{4}-\d{2}\.json$/

/** Every listen of the repository at `root`, oldest first, one month in memory at a time. */
export async function* readListens(root: string): AsyncIterable<Listen> {
  for (const name of await monthFiles(join(root, LISTENS_FOLDER))) {
    const file = `${LISTENS_FOLDER}/${name}`
    const month = await readJsonFile(root, { file, schema: listenMonthSchema })
    if (month === null) throw new DataError(`${file} went away while it was being read.`)
    yield* month.listens
  }
}

async function monthFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => MONTH_FILE.test(name)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
