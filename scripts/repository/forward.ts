import { rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clone } from './clone.ts'
import { gitMessage, type Git } from './git.ts'
import { readFailure } from './push-result.ts'

/** Time for another run to end its fast-forward of the same clone, in milliseconds. */
const RIVAL_TIME = 200

/** What became of the person's own branch. */
export interface Forwarded {
  done: boolean
  /** What kept it from being brought forward half-way, and what to do; null where nothing did. */
  trouble: string | null
}

/** Brings the clone's own branch to a published commit where nothing of the person's is in the way. */
export async function fastForward(clone: Clone, commit: string): Promise<Forwarded> {
  try {
    if (!(await isClean(clone))) return { done: false, trouble: null }
  } catch (error) {
    if (gitMessage(error) === null) throw error
    return { done: false, trouble: null }
  }
  const first = await forwarded(clone, commit)
  if (first.done || first.trouble !== null) return first
  // Again, because another run may be doing the same here: the one that loses between the tree and the branch must not
  // leave it at that.
  await sleep(RIVAL_TIME)
  return forwarded(clone, commit)
}

/** Whether the branch is checked out and every file that git knows of is as it was committed. */
async function isClean({ git, branch }: Clone): Promise<boolean> {
  const status = await git('status', '--porcelain=v2', '--branch', '--no-ahead-behind', '--untracked-files=no')
  const lines = status.split('\n').filter((line) => line !== '')
  return lines.includes(`# branch.head ${branch}`) && lines.every((line) => line.startsWith('# '))
}

/** What git says when it has begun to write and could not go on; everything else it refuses beforehand. */
const HALF_WAY =
  /unable to write|unable to create file|cannot create directory|No space left|Disk quota|File too large/i

async function forwarded(clone: Clone, commit: string): Promise<Forwarded> {
  const { git } = clone
  try {
    // A file that git ignores may be the person's only copy.
    await git('merge', '--no-stat', '--ff-only', '--no-overwrite-ignore', commit)
    return { done: true, trouble: null }
  } catch (error) {
    const said = gitMessage(error)
    if (said === null) throw error
    // Commits of their own, or a file in the way: git has said no and left everything as it was.
    if (!HALF_WAY.test(said)) return { done: false, trouble: null }
    const why = readFailure(said).words
    return { done: false, trouble: (await isPutBack(clone, commit)) ? leftAsItWas(why) : halfWay(why) }
  }
}

function leftAsItWas(why: string): string {
  return `Your own clone has no room for the new files (${why}) and was left as it was. Make room on its disk, then: git pull`
}

function halfWay(why: string): string {
  return (
    `Your own clone has no room for the new files (${why}), and some of its files are only half there now. What was ` +
    'published is safe. Make room on its disk, then in that folder: git reset --hard && git pull'
  )
}

/** Takes back what a fast-forward to `commit` has written. It began on a clean tree, in which nothing was in the way. */
async function isPutBack(clone: Clone, commit: string): Promise<boolean> {
  const { git, root } = clone
  try {
    const { added, others } = await changesOf(git, commit)
    // First, because it makes room.
    for (const path of added) {
      await rm(join(root, path), { force: true })
      await removeEmptied(root, dirname(path))
    }
    if (others.length > 0) await git('checkout-index', '--force', '--', ...others)
    return await isClean(clone)
  } catch (error) {
    if (gitMessage(error) === null) throw error
    return false
  }
}

async function changesOf(git: Git, commit: string): Promise<{ added: string[]; others: string[] }> {
  const fields = (await git('diff-tree', '-r', '-z', '--no-renames', '--name-status', 'HEAD', commit)).split('\0')
  const changes = { added: [] as string[], others: [] as string[] }
  for (let at = 0; at + 1 < fields.length; at += 2)
    changes[fields[at] === 'A' ? 'added' : 'others'].push(fields[at + 1]!)
  return changes
}

async function removeEmptied(root: string, folder: string): Promise<void> {
  for (let each = folder; each !== '.'; each = dirname(each)) {
    // Where something is in it, it stays.
    if (
      !(await rmdir(join(root, each)).then(
        () => true,
        () => false,
      ))
    )
      return
  }
}
