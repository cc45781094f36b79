import { readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ifThere } from '../ground/files.ts'
import { isOfDeadRun, temporaryName } from '../ground/temporary.ts'
import type { Clone } from './clone.ts'
import { gitMessage, type Git } from './git.ts'

/**
 * Leaves a note in the clone while a fast-forward from `head` to `commit` is under way: a git that is killed then leaves its lock and
 * some of the new files, and the next run must know whose they are.
 */
export async function noting<T>(
  { gitDir }: Clone,
  head: string,
  commit: string,
  forward: () => Promise<T>,
): Promise<T> {
  const note = join(gitDir, `${temporaryName('forward')}1`)
  await writeFile(note, `${head} ${commit}`)
  try {
    return await forward()
  } finally {
    await rm(note, { force: true })
  }
}

/** Takes back a fast-forward in which a run was killed, where the person has not worked on since. */
export async function takeBackKilled(clone: Clone): Promise<void> {
  for (const name of await readdir(clone.gitDir)) {
    if (!isOfDeadRun(name)) continue
    const note = join(clone.gitDir, name)
    const [from = '', to = ''] = ((await ifThere(readFile(note, 'utf8'))) ?? '').split(' ')
    await removeLock(join(clone.gitDir, 'index.lock'), (await ifThere(stat(note)))?.mtimeMs ?? 0)
    try {
      if (to !== '' && (await clone.git('rev-parse', 'HEAD')).trim() === from && (await isOursAlone(clone, to)))
        await putBack(clone, to)
    } catch (error) {
      // It stays as it is, and the person sees it; publishing needs nothing of it.
      if (gitMessage(error) === null) throw error
    }
    await rm(note, { force: true })
  }
}

/** A git whose parent alone was killed ends by itself within that time, in milliseconds. */
const ENDS_WITHIN = 1_000
/** A lock made longer after the note than this is that of somebody else, who may be writing the words of a commit. */
const MADE_WITHIN = 60_000

async function removeLock(lock: string, noted: number): Promise<void> {
  const before = await ifThere(stat(lock))
  if (before === null || Math.abs(before.mtimeMs - noted) > MADE_WITHIN) return
  await sleep(ENDS_WITHIN)
  const now = await ifThere(stat(lock))
  if (now?.ino === before.ino && now.mtimeMs === before.mtimeMs) await rm(lock, { force: true })
}

/** Whether all that differs from the last commit is what `commit` has there, or the beginning of it. */
async function isOursAlone({ git, root }: Clone, commit: string): Promise<boolean> {
  const status = await git('status', '--porcelain=v1', '-z', '--untracked-files=no', '--no-renames')
  const differing = status.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)]))
  const { added, changed, removed } = await changesOf(git, commit)
  const known = new Set([...added, ...changed, ...removed])
  if (!differing.every((path) => known.has(path))) return false
  for (const path of new Set([...differing, ...added])) {
    const found = await ifThere(readFile(join(root, path), 'utf8'), ['ENOENT', 'ENOTDIR'])
    if (found === null) continue
    if (removed.includes(path)) return false
    // A character of several bytes may be cut.
    if (!(await git('cat-file', 'blob', `${commit}:${path}`)).startsWith(found.replace(/\uFFFD+$/u, ''))) return false
  }
  return true
}

/** Takes back what a fast-forward to `commit` has written. It began on a clean tree, in which nothing was in the way. */
export async function putBack({ git, root }: Pick<Clone, 'git' | 'root'>, commit: string): Promise<void> {
  const { added, changed, removed } = await changesOf(git, commit)
  // First, because it makes room.
  for (const path of added) {
    await rm(join(root, path), { force: true })
    await removeEmptied(root, dirname(path))
  }
  await git('read-tree', '--reset', 'HEAD')
  if (changed.length + removed.length > 0) await git('checkout-index', '--force', '--', ...changed, ...removed)
}

type Changes = Record<'added' | 'changed' | 'removed', string[]>

/** What a commit has otherwise than the one that is checked out. */
async function changesOf(git: Git, commit: string): Promise<Changes> {
  const fields = (await git('diff-tree', '-r', '-z', '--no-renames', '--name-status', 'HEAD', commit)).split('\0')
  const changes: Changes = { added: [], changed: [], removed: [] }
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const kind = fields[at] === 'A' ? 'added' : fields[at] === 'D' ? 'removed' : 'changed'
    changes[kind].push(fields[at + 1]!)
  }
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
