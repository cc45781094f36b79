import { PublishError } from '../ground/errors.ts'
import { gitIn, gitMessage, type Git } from './git.ts'
import { readFailure, refusal } from './push-result.ts'

export const REMOTE = 'origin'

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

/** A clone that can be published from. */
export interface Clone {
  root: string
  git: Git
  /** The folder in which git keeps the objects and refs of the clone. */
  store: string
  /** The folder in which git keeps what belongs to this very tree: its index, its HEAD. */
  gitDir: string
  /** The branch to publish to: the one that is checked out, or the one Actions runs for. */
  branch: string
}

/** Looks at the clone at `root`. @throws PublishError where nothing can be published from it */
export async function openClone(root: string, env: NodeJS.ProcessEnv): Promise<Clone> {
  const git = gitIn(root, env)
  const [store = '', gitDir = '', head = ''] = (await lookAt(git)).split('\n')
  if (head.startsWith(BRANCHES)) return { root, git, store, gitDir, branch: head.slice(BRANCHES.length) }
  const fromActions = env['GITHUB_REF_TYPE'] === 'branch' ? env['GITHUB_REF_NAME'] : undefined
  if (fromActions) return { root, git, store, gitDir, branch: fromActions }
  throw new PublishError('No branch is checked out, so it is not clear where to publish to.', {
    todo: 'git switch main',
  })
}

/** The folder in which git keeps the objects and refs of the clone at `root`. @throws PublishError where it is none */
export async function storeOf(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const [store = ''] = (await lookAt(gitIn(root, env))).split('\n')
  return store
}

const BRANCHES = 'refs/heads/'
const FOLDERS = ['--path-format=absolute', '--git-common-dir', '--git-dir']

async function lookAt(git: Git): Promise<string> {
  try {
    return await git('rev-parse', ...FOLDERS, '--symbolic-full-name', 'HEAD')
  } catch (cause) {
    const failure = readFailure(gitMessage(cause) ?? String(cause))
    if (failure.kind === 'refused' && failure.isKnown) throw refusal('Nothing can be published from here', failure)
    throw new PublishError(
      'This is not a git repository with at least one commit, so nothing can be published from it.',
      { todo: 'Run it in a clone of your repository, or leave out --publish.', cause },
    )
  }
}
