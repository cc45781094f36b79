import type { Command } from './command.ts'

/** The commands, by the name behind `npm run`. Each is loaded only when it is asked for: nothing may be imported here. */
export const COMMANDS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  begin: () => import('./begin.ts'),
  'check-data': () => import('./check-data.ts'),
  collection: () => import('./collection.ts'),
  doctor: () => import('./doctor.ts'),
  haiku: () => import('./haiku.ts'),
  import: () => import('./import.ts'),
  status: () => import('./status.ts'),
  'sync-schema': () => import('./sync-schema.ts'),
  'sync-workflows': () => import('./sync-workflows.ts'),
  task: () => import('./task.ts'),
  trigger: () => import('./trigger.ts'),
  upgrade: () => import('./upgrade.ts'),
  tend: () => import('./tend.ts'),
  wake: () => import('./wake.ts'),
}
