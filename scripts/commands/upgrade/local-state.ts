import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageError } from '../../ground/errors.ts'
import { ifThere } from '../../ground/files.ts'
import { textOf } from '../generated.ts'
import { gitMessage, type Git } from '../../repository/git.ts'
import type { Files } from './plan.ts'
import { isAlike, isWorkflow, README } from './written-parts.ts'

/** @throws UsageError where there is no git history, or the copy is only a part of a repository */
export async function mustBeTop(clone: Git): Promise<void> {
  let prefix: string
  try {
    await clone('rev-parse', '--verify', '--quiet', 'HEAD^{commit}')
    prefix = (await clone('rev-parse', '--show-prefix')).trim()
  } catch (cause) {
    if (gitMessage(cause) === null) throw cause
    throw new UsageError('This is not a git repository with at least one commit.', {
      todo: 'Run it in a clone of your repository: git clone <its address>',
      cause,
    })
  }
  if (prefix !== '')
    throw new UsageError('This is a folder inside of another git repository, not a copy of its own.', {
      todo: 'Run it in a clone of your repository: git clone <its address>',
    })
}

/** Tracked files of the tree that differ from its last commit, staged or not. */
export async function uncommittedFiles(clone: Git): Promise<string[]> {
  const listed = await clone('status', '--porcelain=v1', '-z', '--untracked-files=no', '--no-renames')
  return listed.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)]))
}

/** Whether the README of the tree differs from that of the last commit in its block alone. */
export async function isBlockAlone(clone: Git, root: string): Promise<boolean> {
  return isAlike(README, await textOf(root, README), await clone('cat-file', 'blob', `HEAD:${README}`))
}

/** Files of `mine` that differ from `base` only in what programs have written into them. */
export async function alikeFiles(clone: Git, mine: Files, base: Files): Promise<Set<string>> {
  const alike = new Set<string>()
  for (const [path, { sha }] of mine) {
    const before = base.get(path)?.sha
    if (before === undefined || before === sha || (path !== README && !isWorkflow(path))) continue
    const texts = [await clone('cat-file', 'blob', sha), await clone('cat-file', 'blob', before)] as const
    if (isAlike(path, ...texts)) alike.add(path)
  }
  return alike
}

/** Those of these new files in whose place something stands that git does not know, or would not look at. */
export async function standingInTheWay(
  root: string,
  added: readonly string[],
  drop: readonly string[],
): Promise<string[]> {
  const found: string[] = []
  for (const path of added) {
    const blocked = (await kindOf(root, path)) !== null || (await fileAbove(root, path)) !== null
    if (blocked) found.push(path)
  }
  return found

  /** A file where one of the folders above should be. */
  async function fileAbove(root: string, path: string): Promise<string | null> {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      const kind = await kindOf(root, folder)
      if (kind === 'folder') return null
      if (kind === 'file') return drop.includes(folder) ? null : folder
    }
    return null
  }
}

async function kindOf(root: string, path: string): Promise<'folder' | 'file' | null> {
  const found = await ifThere(lstat(join(root, path)), ['ENOENT', 'ENOTDIR'])
  return found && (found.isDirectory() ? 'folder' : 'file')
}
