import { setTimeout as sleep } from 'node:timers/promises'
import { PublishError } from '../ground/errors.ts'
import { gitIn, gitMessage, type Git } from './git.ts'

export const REMOTE = 'origin'

/** Time for another run to end its fast-forward of the same clone, in milliseconds. */
const RIVAL_TIME = 200

/** Address of the remote of the clone at `root`; null where there is none, or no git. */
export async function remoteAddress(root: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    return (await gitIn(root, env)('remote', 'get-url', REMOTE)).trim() || null
  } catch {
    // Not a clone, or one without a remote: both are fine for a run that does not publish.
    return null
  }
}

/** Committer time of the commit checked out at `root`, ISO 8601; null where there is no git history. */
export async function checkedOutSince(root: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    return (await gitIn(root, env)('log', '-1', '--format=%cI')).trim() || null
  } catch {
    return null
  }
}

/** The branch to publish to: the one that is checked out, or the one Actions runs for. @throws PublishError */
export async function branchOf(clone: Git, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    await clone('rev-parse', '--verify', '--quiet', 'HEAD')
  } catch (cause) {
    throw new PublishError(
      'This is not a git repository with at least one commit, so nothing can be published from it.',
      { todo: 'Run it in a clone of your repository, or leave out --publish.', cause },
    )
  }
  const checkedOut = (await clone('branch', '--show-current')).trim()
  if (checkedOut !== '') return checkedOut
  const fromActions = env['GITHUB_REF_TYPE'] === 'branch' ? env['GITHUB_REF_NAME'] : undefined
  if (fromActions) return fromActions
  throw new PublishError('No branch is checked out, so it is not clear where to publish to.', {
    todo: 'git switch main',
  })
}

/** Brings the clone's own branch to a published commit where nothing of the person's is in the way. */
export async function fastForward(clone: Git, branch: string, commit: string): Promise<boolean> {
  try {
    if ((await clone('branch', '--show-current')).trim() !== branch) return false
    if ((await clone('status', '--porcelain', '--untracked-files=no')) !== '') return false
  } catch (error) {
    if (gitMessage(error) === null) throw error
    return false
  }
  if (await forwarded(clone, commit)) return true
  // Again, because another run may be doing the same here: the one that loses between the tree and the branch must not
  // leave it at that.
  await sleep(RIVAL_TIME)
  return forwarded(clone, commit)
}

async function forwarded(clone: Git, commit: string): Promise<boolean> {
  try {
    // A file that git ignores may be the person's only copy.
    await clone('merge', '--quiet', '--ff-only', '--no-overwrite-ignore', commit)
    return true
  } catch (error) {
    // Commits of their own, or a file in the way: git has said no and left everything as it was.
    if (gitMessage(error) === null) throw error
    return false
  }
}
