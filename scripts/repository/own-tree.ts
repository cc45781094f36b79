import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gitIn, gitMessage, type Git } from './git.ts'

/** What is committed is what was written, whatever the person's own tree looks like. */
const AS_COMMITTED = [
  ['core.autocrlf', 'false'],
  ['core.safecrlf', 'false'],
  ['core.sparseCheckout', 'false'],
] as const

const REFS = 'refs/aime/'
const NAME = /^aime-publish-(\d+)-[0-9A-Za-z]+$/

/** A working tree of its own beside the person's, in the folder for temporary files. */
export interface OwnTree {
  readonly path: string
  /** A ref of this tree's own in the clone. */
  readonly ref: string
  /** Git in the tree. */
  readonly git: Git
  /** Makes every file that git knows of in the tree that of `commit`. */
  show(commit: string): Promise<void>
  /** Takes away every file that git does not know of. */
  clean(): Promise<void>
  /** Takes tree and ref away. What cannot be removed is removed by the next run. */
  remove(): Promise<void>
}

/** Makes the folder for a tree of the clone at `root`; it is empty until the first `show`. */
export async function createOwnTree(root: string, env: NodeJS.ProcessEnv): Promise<OwnTree> {
  const path = await realpath(await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), `aime-publish-${process.pid}-`)))
  const ref = REFS + basename(path)
  const clone = gitIn(root, env, { settings: AS_COMMITTED })
  const git = gitIn(path, env, { settings: AS_COMMITTED })
  let laidOut = false
  return {
    path,
    ref,
    git,
    async show(commit) {
      if (laidOut) {
        await git('reset', '--hard', commit)
      } else {
        laidOut = true
        await addWorktree(clone, path, commit)
      }
    },
    clean: async () => void (await git('clean', '-ffdx')),
    async remove() {
      await rm(path, { recursive: true, force: true })
      if (laidOut) await attempt(() => removeWorktree(clone, path))
      await attempt(() => clone('update-ref', '-d', ref))
    },
  }
}

/** How often another run's half-made tree in the same clone may be in the way, and how long such a moment lasts in ms. */
const MOMENTS = 5
const MOMENT = 200

async function addWorktree(clone: Git, path: string, commit: string): Promise<void> {
  for (let moment = 1; ; moment++) {
    try {
      await clone('worktree', 'add', '--detach', path, commit)
      return
    } catch (error) {
      const isHalfMade = /worktrees\/\S+\/commondir/u.test(gitMessage(error) ?? '')
      if (!isHalfMade || moment === MOMENTS) throw error
      await sleep(MOMENT)
    }
  }
}

/** Takes away trees and refs of runs that were killed. Nothing of theirs had reached a branch; they are only in the way. */
export async function removeLeftovers(clone: Git): Promise<void> {
  for (const line of (await clone('worktree', 'list', '--porcelain')).split('\n')) {
    const path = line.startsWith('worktree ') ? line.slice('worktree '.length) : ''
    if (!isOfDeadRun(basename(path))) continue
    await rm(path, { recursive: true, force: true })
    await attempt(() => removeWorktree(clone, path))
  }
  for (const ref of (await clone('for-each-ref', '--format=%(refname)', REFS)).split('\n')) {
    if (isOfDeadRun(basename(ref))) await attempt(() => clone('update-ref', '-d', ref))
  }
}

/**
 * Not `worktree prune`, which would also forget a tree of the person's own on a disk that is not plugged in. Twice
 * `--force` because git locks a tree while it is being made, and a run may be killed just then.
 */
function removeWorktree(clone: Git, path: string): Promise<string> {
  return clone('worktree', 'remove', '--force', '--force', path)
}

/** Tidying up must not turn a run that published into one that failed, and another run may have tidied up already. */
async function attempt(tidy: () => Promise<unknown>): Promise<void> {
  try {
    await tidy()
  } catch (error) {
    if (gitMessage(error) === null) throw error
  }
}

function isOfDeadRun(name: string): boolean {
  const pid = NAME.exec(name)?.[1]
  if (pid === undefined) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
