import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './workflow-files.ts'

interface LockedPackage {
  dev?: boolean
  devOptional?: boolean
  bin?: Record<string, string>
  dependencies?: Record<string, string>
}

/** The packages `npm ci --omit=dev` would put at the top of node_modules, by name. */
export function productionPackages(): Map<string, LockedPackage> {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  const top = Object.entries(lock.packages).flatMap(([path, entry]): [string, LockedPackage][] => {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
    return name === undefined || entry.dev || entry.devOptional ? [] : [[name, entry]]
  })
  return new Map(top)
}

/**
 * Plays `npm ci --omit=dev` without the network: links to the packages of this checkout, the production ones alone, so
 * that a script which imports another one fails here as it would in a run.
 */
export function linkProductionPackages(workspace: string): void {
  const modules = join(workspace, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  for (const [name, { bin = {} }] of productionPackages()) {
    const installed = join(ROOT, 'node_modules', name)
    // Packages for other platforms are in the lock file and not on the disk.
    if (!existsSync(installed)) continue
    if (name.startsWith('@')) mkdirSync(join(modules, name.split('/')[0]!), { recursive: true })
    symlinkSync(installed, join(modules, name))
    for (const [command, file] of Object.entries(bin))
      symlinkSync(join('..', name, file), join(modules, '.bin', command))
  }
}
