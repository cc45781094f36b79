import { execFile } from 'node:child_process'
import { appendFile, chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { emptyLedger } from '../../scripts/repository/ledger.ts'
import { BLOCK_END, BLOCK_START } from '../../scripts/pages/marked-block.ts'
import { json, writeFiles, type World } from './repos.ts'

const run = promisify(execFile)

/** What of this checkout goes into the template; not what a person would have changed. */
const FILES = [
  '.gitattributes',
  '.gitignore',
  '.github/workflows',
  '.node-version',
  'package.json',
  'package-lock.json',
]
const CODE = [
  'scripts/pages',
  'scripts/schedule',
  'scripts/run.ts',
  'scripts/ground/version.ts',
  'config/app.schema.json',
]

export const readme = (says: string, block = '*Later.*', newline = '\n'): string =>
  ['# Records', '', says, '', BLOCK_START, block, BLOCK_END, '', 'Licence: MIT', ''].join(newline)

/** A template on disk, with its history: v0.1.0, a commit between, v0.2.0-rc.1 and v0.2.0. */
export interface TemplateRepo {
  path: string
  /** Commits by the name of the state. */
  commits: Record<'0.1.0' | 'between' | '0.2.0', string>
}

export const DROPPED = 'scripts/pages/dropped.ts'
export const ADDED = 'scripts/haiku/added/words.ts'
export const BETWEEN = 'scripts/between.ts'
export const TOOL = '.ci/tool'
export const PICTURE = 'picture.bin'

/** Makes it of this checkout's own files, with changes that nobody has made yet. */
export async function createTemplate(world: World): Promise<TemplateRepo> {
  const path = join(world.folder, 'template')
  await world.git(world.folder, 'init', '--quiet', '--initial-branch=main', path)
  for (const file of [...FILES, ...CODE]) await cp(file, join(path, file), { recursive: true })
  await writeFiles(path, {
    'README.md': readme('It makes poems.'),
    'config/app.json': '{}\n',
    'data/collection.json': json({ version: 1, albums: [] }),
    'data/runs.json': json(emptyLedger()),
    'Scheduled Output/README.md': 'Nothing yet.\n',
    [DROPPED]: '// Not for long.\n',
    [TOOL]: '#!/bin/sh\n',
  })
  await writeFile(join(path, PICTURE), Buffer.from([0, 255, 13, 10, 1]))
  await setManifest(path, { version: '0.1.0' })
  const first = await commit(world, path, 'v0.1.0')

  await writeFiles(path, { [BETWEEN]: '// After the first version.\n' })
  await appendFile(join(path, 'scripts/run.ts'), '// between\n')
  const between = await commit(world, path, 'between')
  await setManifest(path, { version: '0.2.0-rc.1' })
  await commit(world, path, 'v0.2.0-rc.1')

  await rm(join(path, DROPPED))
  for (const file of ['scripts/ground/version.ts', 'scripts/run.ts', BETWEEN])
    await appendFile(join(path, file), '// 0.2.0\n')
  await writeFile(join(path, PICTURE), Buffer.from([0, 255, 13, 10, 2]))
  await writeFiles(path, {
    'README.md': readme('It makes better poems.'),
    [ADDED]: '// New.\n',
    // What a copy must never get.
    'config/app.json': '{ "locale": "en" }\n',
    'data/collection.json': json({ version: 1, albums: [{ id: 1, title: 'Not yours' }] }),
    'data/starter/more.json': '{}\n',
    'Scheduled Output/README.md': 'Also not yours.\n',
  })
  for (const file of ['weekly_haiku', 'clock'])
    await edit(path, `.github/workflows/${file}.yml`, (text) => `# 0.2.0\n${text}`)
  await setManifest(path, { version: '0.2.0', engines: { node: '>=20 <99' } })
  await edit(path, 'package-lock.json', (text) => text.replace(/"version": "[^"]*"/, '"version": "0.2.0"'))
  await chmod(join(path, TOOL), 0o755)
  const second = await commit(world, path, 'v0.2.0')
  return { path, commits: { '0.1.0': first, between, '0.2.0': second } }
}

/** Commits everything in the template, under a tag where the subject is that of a version. Gives the commit. */
export async function commit(world: World, path: string, subject: string): Promise<string> {
  await world.git(path, 'add', '--all', '--force')
  await world.git(path, 'commit', '--quiet', '--message', subject)
  if (subject.startsWith('v')) await world.git(path, 'tag', '--annotate', '--message', subject, subject)
  return world.git(path, 'rev-parse', 'HEAD')
}

/** What “Use this template” makes of a state of the template: the same files in a history of their own. */
export async function useTemplate(world: World, template: TemplateRepo, state: string, name: string): Promise<string> {
  const path = join(world.folder, name)
  await mkdir(path)
  const archive = join(world.folder, `${name}.tar`)
  await world.git(template.path, 'archive', '--output', archive, state)
  await run('tar', ['-xf', archive, '-C', path])
  await rm(archive)
  await world.git(path, 'init', '--quiet', '--initial-branch=main')
  await commitHere(world, path, 'Initial commit')
  return path
}

export async function commitHere(world: World, root: string, subject = 'Mine'): Promise<void> {
  await world.git(root, 'add', '--all')
  await world.git(root, 'commit', '--quiet', '--message', subject)
}

/** Changes the text of a file. */
export async function edit(root: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(root, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, change(await readFile(path, 'utf8')))
}

/** Sets keys of package.json. */
export function setManifest(root: string, keys: Record<string, unknown>): Promise<void> {
  return edit(root, 'package.json', (text) => json({ ...(JSON.parse(text) as object), aime: undefined, ...keys }))
}
