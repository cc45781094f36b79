import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const MOST = { maxBuffer: 2 ** 28 }

/** A revision of this repository, laid out in a folder of its own. */
export interface Revision {
  folder: string
  /** The `scripts` of its package.json. */
  scripts: Readonly<Record<string, string>>
}

export const WORKING_TREE = 'working tree'

/**
 * Lays a revision out in a folder that is not there yet, with this checkout's dependencies.
 * @param revision As git calls it, or {@link WORKING_TREE}: what git knows of it, and new files that are not ignored.
 */
export async function layOut(revision: string, folder: string): Promise<Revision> {
  await mkdir(folder, { recursive: true })
  if (revision === WORKING_TREE) await copyWorkingTree(folder)
  else {
    const archive = join(dirname(folder), 'archive.tar')
    await run('git', ['archive', '--format=tar', `--output=${archive}`, revision])
    await run('tar', ['-xf', archive, '-C', folder])
  }
  return { folder, scripts: await installIn(folder) }
}

/** Gives the laid out revision what this checkout has installed, and says so in its manifest. Gives its scripts. */
async function installIn(folder: string): Promise<Revision['scripts']> {
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  await cp('package-lock.json', join(folder, 'package-lock.json'))
  const path = join(folder, 'package.json')
  const [theirs, ours] = (await Promise.all([path, 'package.json'].map((file) => readFile(file, 'utf8')))).map(
    (text) => JSON.parse(text) as Pick<Revision, 'scripts'> & Record<'dependencies' | 'devDependencies', unknown>,
  )
  const { dependencies, devDependencies } = ours!
  await writeFile(path, JSON.stringify({ ...theirs!, dependencies, devDependencies }, null, 2))
  return theirs!.scripts
}

async function copyWorkingTree(folder: string): Promise<void> {
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], MOST)
  const { stdout: gone } = await run('git', ['ls-files', '-z', '--deleted'], MOST)
  // A link of that name is no folder to git, so that it is not ignored.
  const left = new Set(['', 'node_modules', ...gone.split('\0')])
  for (const path of new Set(stdout.split('\0'))) if (!left.has(path)) await cp(path, join(folder, path))
}

/** What a person's data is made of at the top of a repository; everything else there is the product. */
const DATA = ['.git', '.github', 'README.md', 'Scheduled Output', 'config', 'data']

/** Puts the product of a revision into a folder with somebody's data, as links. Gives their names. */
export async function moveIn({ folder }: Revision, root: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => !DATA.includes(name))
  await Promise.all(names.map((name) => symlink(join(folder, name), join(root, name))))
  return names
}
