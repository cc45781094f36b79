import type { Low } from 'lowdb'
import { z } from 'zod'
import type { JsonFileSpec } from '../ground/json-file.ts'
import { openJsonStore } from '../ground/json-store.ts'
import type { Problem } from '../ground/schema-problems.ts'
import { albumSchema, type Album } from './album.ts'

export const COLLECTION_FILE = 'data/collection.json'

/** Each checked by itself: zod copies what it checks, and all copies together would double the memory of a collection. */
const checkedAlbum = z.custom<Album>().check((context) => {
  const { error } = albumSchema.safeParse(context.value)
  context.issues.push(...((error?.issues ?? []) as z.core.$ZodRawIssue[]))
})

const collectionSchema = z.looseObject({
  version: z.literal(1),
  albums: z.array(checkedAlbum),
  /** The highest id that was ever given, where its album has left: no id is given twice. */
  last_id: z.int().min(0).nullish(),
})

/** The whole of `data/collection.json`; fields it does not know are kept as they are. */
export type Collection = z.infer<typeof collectionSchema>

const spec: JsonFileSpec<Collection> = {
  file: COLLECTION_FILE,
  schema: collectionSchema,
  checkFirst: shape,
  check: repeatedIds,
}

/** Opens the collection of the repository at `root`. @throws DataError where it is missing or broken; the file stays as it is. */
export function openCollection(root: string): Promise<Low<Collection>> {
  return openJsonStore(root, spec, {
    missing: `Create it with { "version": 1, "albums": [] } and your albums in the list, or bring the file back from git's history.`,
  })
}

/**
 * Changes one album in the collection at `root`. `change` gives false where there is nothing to change (any more).
 * Gives the files written, relative to `root`: none where nothing changed.
 */
export async function changeAlbum(root: string, id: number, change: (album: Album) => boolean): Promise<string[]> {
  const store = await openCollection(root)
  const album = store.data.albums.find((candidate) => candidate.id === id)
  if (album === undefined || !change(album)) return []
  await store.write()
  return [COLLECTION_FILE]
}

/** The same for every album. */
export async function changeAlbums(root: string, change: (album: Album) => boolean): Promise<string[]> {
  const store = await openCollection(root)
  const changed = store.data.albums.filter((album) => change(album))
  if (changed.length === 0) return []
  await store.write()
  return [COLLECTION_FILE]
}

/** The mistakes people make with the file as a whole, before its albums are looked at one by one. */
function shape(value: unknown): Problem[] {
  const wrap = 'Put the list into an object: { "version": 1, "albums": [ … ] }'
  if (Array.isArray(value)) return [{ path: [], says: `a bare list stands here. ${wrap}` }]
  if (value === null || typeof value !== 'object') return [{ path: [], says: `no collection stands here. ${wrap}` }]
  const { version } = value as { version?: unknown }
  if (typeof version === 'number' && version !== 1) {
    return [{ path: ['version'], says: `version ${version} stands here; this program reads version 1.` }]
  }
  return []
}

function repeatedIds(collection: Collection): Problem[] {
  const first = new Map<number, Album>()
  return collection.albums.flatMap((album, index): Problem[] => {
    const holder = first.get(album.id)
    if (holder === undefined) {
      first.set(album.id, album)
      return []
    }
    const free = Math.max(...first.keys(), ...collection.albums.map(({ id }) => id)) + 1
    const says = `${album.id} is already the id of “${holder.title}”; every album needs its own. The next free one is ${free}.`
    return [{ path: ['albums', index, 'id'], says }]
  })
}
