import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
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

/**
 * Plays `npm run --silent <name> -- …` by the line in package.json, which is what npm comes to after half a second of its
 * own. Everything else goes to npm itself.
 * @param folder Where the command is put; the first of the folders that commands are looked for in
 */
export function playNpmRun(workspace: string, folder: string, path: string): void {
  const npm = path
    .split(delimiter)
    .map((other) => join(other, 'npm'))
    .find((file) => existsSync(file))!
  const { scripts } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  // A line of several commands is npm's to run.
  const known = Object.entries(scripts).filter(([, line]) => /^node [\w=./ -]+$/u.test(line))
  mkdirSync(folder, { recursive: true })
  const text = [
    '#!/bin/sh',
    'if [ "$1 $2" = "run --silent" ]; then',
    '  name=$3; shift 3; if [ "$1" = -- ]; then shift; fi',
    '  case "$name" in',
    ...known.map(([name, line]) => `    ${name}) exec ${line} "$@" ;;`),
    `    *) exec ${npm} run --silent "$name" -- "$@" ;;`,
    '  esac',
    'fi',
    `exec ${npm} "$@"`,
  ]
  writeFileSync(join(folder, 'npm'), `${text.join('\n')}\n`, { mode: 0o755 })
}
