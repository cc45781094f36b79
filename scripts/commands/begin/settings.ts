import { parse } from 'jsonc-parser'
import { taskNamed, type TaskId } from '../../config/catalog.ts'
import type { Wishes } from '../../config/form-entries.ts'
import { withValue } from './json-text.ts'

interface ConfigText {
  scheduler?: { tasks?: { name?: unknown; enabled?: unknown }[] }
}

/**
 * The text of a valid configuration with a person's wishes in it; everything else of it stays as it is. Fields that were
 * left open change nothing.
 * @param on Tasks that are to run by themselves from now on.
 */
export function withWishes(
  text: string,
  { language, zone, users, keepsPersonal }: Wishes,
  on: readonly TaskId[],
): string {
  // Windows editors put a mark at the beginning that is no JSON.
  const bare = text.replace(/^\ufeff/u, '')
  let changed = bare
  const set = (path: (string | number)[], value: unknown) => (changed = withValue(changed, path, value))
  if (language !== null) set(['locale'], language)
  if (keepsPersonal !== undefined) set(['personal_notes'], keepsPersonal)
  for (const [service, user] of Object.entries(users)) if (user !== null) set(['accounts', service], user)
  if (zone !== null) set(['scheduler', 'timezone'], zone)
  for (const task of on) {
    const tasks = (parse(changed) as ConfigText).scheduler?.tasks
    const at = tasks?.findIndex(({ name }) => typeof name === 'string' && taskNamed(name) === task) ?? -1
    if (at === -1) set(['scheduler', 'tasks', tasks?.length ?? 0], { name: task })
    else if (tasks![at]!.enabled === false) set(['scheduler', 'tasks', at, 'enabled'], true)
  }
  return changed === bare ? text : changed
}
