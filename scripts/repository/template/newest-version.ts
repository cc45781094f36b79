import type { Temporal } from 'temporal-polyfill'
import type { FetchLimits } from '../github/fetch.ts'
import type { SeenVersion } from '../ledger.ts'
import { readManifest } from './manifest.ts'
import { findTemplate, listVersions } from './template.ts'
import { newestRelease } from './version.ts'

/** Longest the template's server may say nothing, in milliseconds. */
const SILENCE = 15_000

/** What is known of the template's newest release; `newest` is null where it has none. */
export type Newest =
  { kind: 'known'; current: string; newest: string | null; template: string } | { kind: 'unknown'; why: string }

/**
 * Asks which version this repository has and which is the template's newest.
 * @throws ServiceError where the template cannot be reached; DataError for a broken package.json
 */
export async function newestVersion(
  root: string,
  env: NodeJS.ProcessEnv,
  { silence = SILENCE, ...limits }: Partial<FetchLimits> & { silence?: number } = {},
): Promise<Newest> {
  const manifest = await readManifest(root)
  if (manifest.version === undefined) return { kind: 'unknown', why: 'package.json names no version.' }
  const template = await findTemplate({ root, env, manifest, limits })
  if (template.kind === 'unknown') return template
  // No window may open to ask for a password.
  const settings = [['credential.interactive', 'false']] as const
  const newest = newestRelease(await listVersions(template, root, env, { silence, settings }))
  return { kind: 'known', current: manifest.version, newest: newest?.text ?? null, template: template.name }
}

interface Looking {
  root: string
  env: NodeJS.ProcessEnv
  now: Temporal.Instant
  /** Longest it may take, in milliseconds. */
  limit?: number
}

const A_DAY = 24 * 60 * 60 * 1000

/**
 * What the ledger is to say of the template’s newest release: asked in Actions alone, once a day. Never fails and never
 * takes longer than `limit`: whatever cannot be learnt in that time leaves `last`, and the next run asks again.
 */
export async function lookForNewest(
  last: SeenVersion | null,
  { root, env, now, limit = 5_000 }: Looking,
): Promise<SeenVersion | null> {
  const age = last === null ? Infinity : now.epochMilliseconds - Date.parse(last.seen)
  if (env['GITHUB_ACTIONS'] !== 'true' || (age >= 0 && age < A_DAY)) return last
  // Half of it for GitHub, half for git, which says nothing before it has the whole list.
  const half = limit / 2
  const asked = newestVersion(root, env, { timeoutMs: half, retries: 0, silence: half })
  // A notice is not worth a task.
  const found = await asked.catch(() => null)
  if (found === null) return last
  const newest = found.kind === 'known' ? found.newest : (last?.newest ?? null)
  return { newest, seen: now.toString({ fractionalSecondDigits: 0 }) }
}
