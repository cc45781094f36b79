import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { Album } from '../../scripts/collection/album.ts'
import type { Lookup } from '../../scripts/collection/lookups.ts'
import { runWork } from '../../scripts/runner/run-work.ts'
import type { RunResult } from '../../scripts/runner/result.ts'
import type { Work } from '../../scripts/tasks/task.ts'

/** Runs a task in a folder, in this process. */
export function runHere(
  root: string,
  task: Work,
  env: NodeJS.ProcessEnv,
  now = '2026-02-01T02:00:15Z',
): Promise<RunResult> {
  return runWork({
    work: task,
    root,
    env,
    now: Temporal.Instant.from(now),
    seed: 1,
    dryRun: false,
    scheduled: false,
    publish: false,
    progress: () => undefined,
  })
}

/** The albums of a folder's collection, by title. */
export async function albumsIn(root: string): Promise<Record<string, Album>> {
  const { albums } = JSON.parse(await readFile(join(root, 'data/collection.json'), 'utf8')) as { albums: Album[] }
  return Object.fromEntries(albums.map((album) => [album.title, album]))
}

export async function lookupsIn(root: string): Promise<Lookup[]> {
  const text = await readFile(join(root, 'data/lookups.json'), 'utf8').catch(() => '{"lookups":[]}')
  return (JSON.parse(text) as { lookups: Lookup[] }).lookups
}
