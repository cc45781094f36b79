import { setTimeout as sleep } from 'node:timers/promises'
import { systemRefusal } from '../ground/system-refusal.ts'
import type { Clone } from './clone.ts'
import { gitMessage } from './git.ts'
import { noting, putBack } from './half-forward.ts'
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
  let head: string | null
  try {
    head = await cleanHead(clone)
  } catch (error) {
    if (gitMessage(error) === null) throw error
    head = null
  }
  if (head === null) return { done: false, trouble: null }
  return noting(clone, head, commit, async () => {
    const first = await forwarded(clone, commit)
    if (first.done || first.trouble !== null) return first
    // Again, because another run may be doing the same here: the one that loses between the tree and the branch must not
    // leave it at that.
    await sleep(RIVAL_TIME)
    return forwarded(clone, commit)
  }).catch((error: unknown) => {
    // What is published is published, whatever cannot be written here.
    const refusal = systemRefusal(error)
    if (refusal === null) throw error
    return { done: false, trouble: halfWay(refusal.why) }
  })
}

/** The commit of the branch, where it is checked out and every file that git knows of is as it was committed; else null. */
async function cleanHead({ git, branch }: Clone): Promise<string | null> {
  const status = await git('status', '--porcelain=v2', '--branch', '--no-ahead-behind', '--untracked-files=no')
  const lines = status.split('\n').filter((line) => line !== '')
  const isClean = lines.includes(`# branch.head ${branch}`) && lines.every((line) => line.startsWith('# '))
  return isClean ? (/^# branch\.oid (\w+)$/mu.exec(status)?.[1] ?? null) : null
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
  return `Your own clone could not be written to (${why}) and was left as it was. Make room on its disk, then: git pull`
}

function halfWay(why: string): string {
  return (
    `Your own clone could not be written to (${why}), and some of its files may be only half there now. What was ` +
    'published is safe. Make room on its disk, then in that folder: git reset --hard && git pull'
  )
}

/** Whether what a fast-forward to `commit` has written could be taken back. */
async function isPutBack(clone: Clone, commit: string): Promise<boolean> {
  try {
    await putBack(clone, commit)
    return (await cleanHead(clone)) !== null
  } catch (error) {
    if (gitMessage(error) === null) throw error
    return false
  }
}
