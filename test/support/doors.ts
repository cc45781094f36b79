import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { build } from 'esbuild'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of every `scripts/<door>.ts` as `<door>.js`. */
    doors: string
  }
}

/**
 * Makes JavaScript of the doors once for all tests that start them some hundred times: tsx takes most of a second of a
 * processor each time. The rehearsals of the workflows start them as people do, with npm and tsx.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = await mkdtemp(join(tmpdir(), 'aime-doors-'))
  // As deep as the sources, which look for package.json from where they are.
  const doors = join(root, 'scripts/doors')
  await cp('package.json', join(root, 'package.json'))
  await symlink(resolve('node_modules'), join(root, 'node_modules'))
  await make(doors)
  project.onTestsRerun(() => make(doors))
  project.provide('doors', doors)
  return () => rm(root, { recursive: true })
}

async function make(doors: string): Promise<void> {
  const commands = (await readdir('scripts/commands')).filter((name) => name.endsWith('.ts'))
  await build({
    entryPoints: ['scripts/run.ts', ...commands.map((name) => `scripts/commands/${name}`)].map((path) => ({
      in: path,
      out: basename(path, '.ts'),
    })),
    outdir: doors,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // As tsx does.
    keepNames: true,
    logLevel: 'warning',
  })
}
