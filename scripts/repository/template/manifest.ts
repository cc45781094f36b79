import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { DataError } from '../../ground/errors.ts'
import { parseJson, readJsonFile, type JsonFileSpec } from '../../ground/json-file.ts'

export const MANIFEST_FILE = 'package.json'
export const LOCK_FILE = 'package-lock.json'

const manifestSchema = z.looseObject({
  version: z.string().optional(),
  scripts: z.record(z.string(), z.string()).optional(),
  engines: z.looseObject({ node: z.string().optional() }).optional(),
  /** Where the template is: an address or a folder that git can fetch from. */
  aime: z.looseObject({ template: z.string().nullish() }).optional(),
})

/** The part of package.json that an upgrade reads. */
export type Manifest = z.infer<typeof manifestSchema>

const spec: JsonFileSpec<Manifest> = {
  file: MANIFEST_FILE,
  schema: manifestSchema,
  todo: 'Bring the file back from git’s history or from the template.',
}

/** @throws DataError where it is missing or broken */
export async function readManifest(root: string): Promise<Manifest> {
  const manifest = await readJsonFile(root, spec)
  if (manifest === null) throw new DataError(`${MANIFEST_FILE} is missing.`, spec.todo ? { todo: spec.todo } : {})
  return manifest
}

/** @param place Whose it is, for errors. @throws DataError */
export function parseManifest(text: string, place: string): Manifest {
  return parseJson(text, { ...spec, file: `${place}, ${MANIFEST_FILE}` })
}

/**
 * The template's new package.json with what the person has changed in theirs since `base`, key by key; where both changed
 * the same, the person's stands. `version` is always the new one: by it the next upgrade knows where this one ended.
 */
export function mergedManifest(base: string, mine: string, theirs: string): string {
  const merged = merge(JSON.parse(base), JSON.parse(mine), JSON.parse(theirs)) as Record<string, unknown>
  const { version } = JSON.parse(theirs) as { version: unknown }
  return `${JSON.stringify({ ...merged, version }, null, 2)}\n`
}

function merge(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isDeepStrictEqual(mine, base)) return theirs
  if (isDeepStrictEqual(theirs, base) || !isMap(mine) || !isMap(theirs)) return mine
  const before = isMap(base) ? base : {}
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)])
  const entries = [...keys].map((key) => [key, merge(...own(key, before, mine, theirs))] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** What each of them has under a name, which may be one that every object inherits. */
function own(key: string, ...maps: [Named, Named, Named]): [unknown, unknown, unknown] {
  return maps.map((map) => (Object.hasOwn(map, key) ? map[key] : undefined)) as [unknown, unknown, unknown]
}

type Named = Readonly<Record<string, unknown>>

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
