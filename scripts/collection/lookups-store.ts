import type { JsonFileSpec } from '../ground/json-file.ts'
import { openJsonStore } from '../ground/json-store.ts'
import type { Album } from './album.ts'
import { lookupsSchema, type Lookup } from './lookups.ts'
import { openCollection } from './store.ts'
import type { z } from 'zod'

export const LOOKUPS_FILE = 'data/lookups.json'

const spec: JsonFileSpec<z.infer<typeof lookupsSchema>> = {
  file: LOOKUPS_FILE,
  schema: lookupsSchema,
  todo: 'The file only remembers what was looked for when; deleting it costs nothing but a few look-ups.',
}

const open = (root: string) => openJsonStore(root, spec, { empty: { version: 1, lookups: [] } })

/** Every remembered attempt of the repository at `root`; none where there is no file yet. @throws DataError */
export async function readLookups(root: string): Promise<Lookup[]> {
  return (await open(root)).data.lookups
}

/** What a task remembers of its attempts: those to keep in mind, and the albums it is done with. */
export interface LookupChange {
  task: string
  /** A function where albums are meant that the same run has brought in: their ids are known only when they are there. */
  tried: readonly Lookup[] | ((albums: readonly Album[]) => readonly Lookup[])
  settled: readonly number[]
}

/** Remembers attempts, each in place of the earlier one of its album. Gives the files written, relative to `root`. */
export async function rememberLookups(root: string, { task, tried, settled }: LookupChange): Promise<string[]> {
  const store = await open(root)
  const { albums: stored } = (await openCollection(root)).data
  const albums = new Set(stored.map(({ id }) => id))
  const attempts = typeof tried === 'function' ? tried(stored) : tried
  const replaced = new Set([...settled, ...attempts.map(({ album }) => album)])
  const kept = store.data.lookups.filter((each) => each.task !== task || !replaced.has(each.album))
  const lookups = [...kept, ...attempts]
    // Albums that left the collection need no memory.
    .filter(({ album }) => albums.has(album))
    .sort((a, b) => a.album - b.album || (a.task < b.task ? -1 : 1))
  if (JSON.stringify(lookups) === JSON.stringify(store.data.lookups)) return []
  store.data.lookups = lookups
  await store.write()
  return [LOOKUPS_FILE]
}
