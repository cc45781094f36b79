import { rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { TaskError } from '../../ground/errors.ts'
import { gitMessage, type Git } from '../../repository/git.ts'
import { readFailure } from '../../repository/push-result.ts'
import { inChunks } from './chunks.ts'

/** What lies between two trees, by path. */
export interface Difference {
  added: string[]
  /** Changed or deleted. */
  others: string[]
}

export async function differenceOf(clone: Git, from: string, to: string): Promise<Difference> {
  const listed = await clone('diff-tree', '-r', '-z', '--no-renames', '--name-status', from, to)
  const words = listed.split('\0')
  const difference: Difference = { added: [], others: [] }
  for (let at = 0; at + 1 < words.length; at += 2) {
    if (words[at] === 'A') difference.added.push(words[at + 1]!)
    else difference.others.push(words[at + 1]!)
  }
  return difference
}

/**
 * Brings the person's tree and index from `head` to `tree`, and leaves it to them to commit. Files that are the same in
 * both are not looked at. All or nothing: git first checks that it overwrites nothing that is not of `head`, and what fails
 * after that (a full disk) is taken back.
 * @throws TaskError
 */
export async function layOut(clone: Git, root: string, head: string, tree: string): Promise<void> {
  const difference = await differenceOf(clone, head, tree)
  await refreshIndex(clone)
  try {
    await clone('read-tree', '-m', '-u', head, tree)
  } catch (error) {
    const said = gitMessage(error)
    if (said === null) throw error
    await takeBack(clone, root, head, difference)
    throw new TaskError(`The new files could not be written: ${readFailure(said).words}`, {
      todo: 'Everything is as it was. Mend that and run it again.',
      cause: error,
    })
  }
}

/** So that git does not take a file for changed whose time alone is new. */
async function refreshIndex(clone: Git): Promise<void> {
  try {
    await clone('update-index', '-q', '--refresh')
  } catch (error) {
    // It also says so where the person has changes of their own, in files that are none of ours.
    if (gitMessage(error) === null) throw error
  }
}

/** Every file of the difference as `head` has it. All of them were as `head` has them before. */
async function takeBack(clone: Git, root: string, head: string, { added, others }: Difference): Promise<void> {
  try {
    await inChunks(added, (paths) => clone('--literal-pathspecs', 'reset', '--quiet', head, '--', ...paths))
    for (const path of added) await removeFile(root, path)
    await inChunks(others, (paths) =>
      clone('--literal-pathspecs', 'restore', `--source=${head}`, '--staged', '--worktree', '--', ...paths),
    )
  } catch (error) {
    const said = gitMessage(error)
    if (said === null) throw error
    throw new TaskError(`The new files could not be written as a whole, nor taken back: ${readFailure(said).words}`, {
      todo: 'Mend that. Then “git status” shows what is new, and “git restore --staged --worktree <file>” takes it back.',
      cause: error,
    })
  }
}

async function removeFile(root: string, path: string): Promise<void> {
  await rm(join(root, path), { force: true })
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      await rmdir(join(root, folder))
    } catch {
      // Something else is in it.
      return
    }
  }
}
