import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { DataError } from '../../ground/errors.ts'
import { readJsonFile, type JsonFileSpec } from '../../ground/json-file.ts'
import { ok, problem, type Finding } from './check.ts'

const names = z.record(z.string(), z.string()).optional()
const manifestSchema = z.looseObject({ dependencies: names, devDependencies: names })

/** https://docs.npmjs.com/cli/configuring-npm/package-lock-json; the one in node_modules says what is installed. */
const lockSchema = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      dependencies: names,
      devDependencies: names,
    }),
  ),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Lock = z.infer<typeof lockSchema>

const INSTALLED = 'node_modules/.package-lock.json'
const BRING_BACK = 'Bring the file back from git’s history or from the template.'

/** @throws DataError where a file is missing or broken */
export async function readDependencies(root: string): Promise<Finding> {
  return judgeDependencies(
    await readOrThrow(root, { file: 'package.json', schema: manifestSchema }),
    await readOrThrow(root, { file: 'package-lock.json', schema: lockSchema }),
    await readJsonFile(root, { file: INSTALLED, schema: lockSchema, todo: 'npm ci' }),
  )
}

async function readOrThrow<T>(root: string, spec: JsonFileSpec<T>): Promise<T> {
  const content = await readJsonFile(root, { ...spec, todo: BRING_BACK })
  if (content === null) throw new DataError(`${spec.file} is missing.`, { todo: BRING_BACK })
  return content
}

/** Whether package.json, the lock file and what is installed agree. What only developers need may be missing. */
export function judgeDependencies(manifest: Manifest, lock: Lock, installed: Lock | null): Finding {
  const locked = lock.packages['']
  for (const kind of ['dependencies', 'devDependencies'] as const) {
    if (!isDeepStrictEqual({ ...manifest[kind] }, { ...locked?.[kind] }))
      return problem(
        'package-lock.json is not of this package.json, so no run on GitHub can install.',
        'npm install, then commit package-lock.json',
      )
  }
  if (installed === null) return problem('They are not installed (by npm).', 'npm ci')
  const needed = Object.entries(lock.packages).filter(
    ([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional,
  )
  const missing = needed.filter(([path, { version }]) => installed.packages[path]?.version !== version)
  if (missing.length === 0) return ok(`${needed.length} packages, as package-lock.json has them`)
  const named = missing.slice(0, 3).map(([path]) => path.replace(/^.*node_modules\//, ''))
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : ''
  return problem(`Not installed in the version package-lock.json has: ${named.join(', ')}${more}.`, 'npm ci')
}
