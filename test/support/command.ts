import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { COMMANDS } from '../../scripts/commands/index.ts'

export interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** Runs a task as a person does, in `root`, with an environment that holds nothing but what is given. */
export function run(root: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return command('task', root, args, env)
}

/** Calls the command that is behind `npm run <name>` in the same way, in this process. */
export async function command(name: string, root: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { default: call } = await COMMANDS[name]!()
  let stdout = ''
  let stderr = ''
  const code = await call(args, {
    root,
    env: { PATH: process.env['PATH'], HOME: root, ...env },
    width: Infinity,
    write: (text) => (stdout += text),
    writeError: (text) => (stderr += text),
  })
  return { code, stdout, stderr }
}

const roots: string[] = []
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))))

const EMPTY_LEDGER = '{ "version": 1, "repository": null, "since": null, "tasks": {} }'

/**
 * A folder with a configuration and a collection, as a copy of the template has them. The collection is a fixture, so that
 * the tests pass in a copy that holds a person's own albums.
 */
export async function copy(config = '{}', collection?: unknown): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'aime-run-'))
  roots.push(root)
  await mkdir(join(root, 'config'))
  await mkdir(join(root, 'data'))
  await writeFile(join(root, 'config/app.json'), config)
  await writeFile(join(root, 'data/runs.json'), EMPTY_LEDGER)
  if (collection === undefined) await cp('test/fixtures/collection.json', join(root, 'data/collection.json'))
  else await writeFile(join(root, 'data/collection.json'), JSON.stringify(collection))
  return root
}

/** Every file below `root` with its text. */
export async function tree(root: string): Promise<Record<string, string>> {
  const files = await readdir(root, { recursive: true, withFileTypes: true })
  const texts = files
    .filter((file) => file.isFile())
    .map(async (file) => {
      const path = join(file.parentPath, file.name)
      return [path.slice(root.length + 1), await readFile(path, 'utf8')] as const
    })
  return Object.fromEntries(await Promise.all(texts))
}

/** The poems of a haiku page, as (heading, lines). */
export function poemsOf(page: string): { heading: string; lines: string[] }[] {
  return [...page.matchAll(/^## (.*)\n\n```\n([^`]*)\n```$/gm)].map(([, heading, lines]) => ({
    heading: heading!,
    lines: lines!.split('\n'),
  }))
}
