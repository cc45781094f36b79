import { Low, type Adapter } from 'lowdb'
import { DataError } from './errors.ts'
import { readJsonFile, writeJsonFile, type JsonFileSpec } from './json-file.ts'

/**
 * A lowdb adapter over one JSON file that checks on the way in and on the way out and replaces the file in one step
 * (temporary file, fsync, rename). lowdb's own presets keep everything in memory when NODE_ENV is "test".
 */
class CheckedJsonFile<T> implements Adapter<T> {
  readonly #root: string
  readonly #spec: JsonFileSpec<T>

  constructor(root: string, spec: JsonFileSpec<T>) {
    this.#root = root
    this.#spec = spec
  }

  read(): Promise<T | null> {
    return readJsonFile(this.#root, this.#spec)
  }

  write(data: T): Promise<void> {
    return writeJsonFile(this.#root, data, this.#spec)
  }
}

/**
 * Opens a versioned JSON file of the repository at `root` as a lowdb database. `empty` is what a file that does not exist yet holds; without it a
 * missing file is an error that says `missing`.
 * @throws DataError naming the file and the place in it
 */
export async function openJsonStore<T extends object>(
  root: string,
  spec: JsonFileSpec<T>,
  absent: { empty: T } | { missing: string },
): Promise<Low<T>> {
  const adapter = new CheckedJsonFile(root, spec)
  const data = await adapter.read()
  if (data !== null) return new Low(adapter, data)
  if ('empty' in absent) return new Low(adapter, absent.empty)
  throw new DataError(`${spec.file} is missing.`, { todo: absent.missing })
}
