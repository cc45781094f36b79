import type { Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { DataError } from '../ground/errors.ts'
import { ifThere } from '../ground/files.ts'
import { removeIfAbandoned } from '../ground/temporary.ts'

/** What a run reads and writes, beside the output folder. */
const FOLDERS = ['config', 'data']
const FILES = ['README.md']

/**
 * Looks at everything that a run may write to in the tree at `root`, before it does. A link in it could lead anywhere, and
 * git keeps of it only where it leads.
 * @param isReadOnly Whether what killed runs have left there stays.
 * @throws DataError where there is a link
 */
export async function survey(root: string, outputDir: string, isReadOnly: boolean): Promise<void> {
  for (const path of [...FOLDERS, ...FILES, ...waysTo(outputDir)]) {
    const found = await ifThere(lstat(join(root, path)), ['ENOENT', 'ENOTDIR'])
    if (found?.isSymbolicLink()) throw linkAt(path)
  }
  const below = await Promise.all([...FOLDERS, outputDir].map((folder) => entriesOf(join(root, folder), true)))
  const entries = below.flat()
  const link = entries.find((entry) => entry.isSymbolicLink())
  if (link !== undefined) throw linkAt(relative(root, join(link.parentPath, link.name)).replaceAll('\\', '/'))
  if (isReadOnly) return
  for (const { parentPath, name } of [...entries, ...(await entriesOf(root, false))])
    await removeIfAbandoned(parentPath, name)
}

function linkAt(path: string): DataError {
  return new DataError(`${path} is a link, and nothing is written through one: it may lead out of the repository.`, {
    todo: 'Put the file or folder itself in its place, and commit it.',
  })
}

/** `a/b` → `a`, `a/b` */
function waysTo(folder: string): string[] {
  const steps = folder.split('/')
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'))
}

async function entriesOf(folder: string, recursive: boolean): Promise<Dirent[]> {
  return (await ifThere(readdir(folder, { withFileTypes: true, recursive }), ['ENOENT', 'ENOTDIR'])) ?? []
}
