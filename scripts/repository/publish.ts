import { randomBytes } from 'node:crypto'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PublishError } from '../errors.ts'
import type { Random } from '../random.ts'
import { gitIn, gitMessage, type Git, type GitCredential } from './git.ts'
import { refusalOf } from './push-result.ts'

const REMOTE = 'origin'
const ATTEMPTS = 25
const SHORTEST_WAIT = 150
const LONGEST_WAIT = 4_000

/** What a commit holds: files already written in the tree, and the words it is committed with. */
export interface Change {
  /** One line. */
  subject: string
  /** `Name: value` lines below it. */
  trailers: Readonly<Record<string, string>>
  /** Every file written or removed, relative to the tree. */
  paths: readonly string[]
}

export interface Published {
  sha: string
  /** How often it was applied until it was in. */
  attempts: number
  /** Whether the clone it was published from has been brought to that commit. */
  fastForwarded: boolean
}

export interface PublisherOptions {
  /** The clone to publish from. Its working tree is not written to, only fast-forwarded where that is safe. */
  root: string
  env: NodeJS.ProcessEnv
  credential: GitCredential | null
  random: Random
  progress: (line: string) => void
}

/** A clean tree of the remote branch's head, and the way back there. */
export interface Publisher {
  /** Path of the tree. What is read and written for publishing is read and written here. */
  readonly tree: string
  readonly branch: string
  /** Committer time of the head the tree was made from, ISO 8601. */
  headTime(): Promise<string>
  /**
   * Compare-and-swap: has `change` write into the tree, commits, pushes; where the branch moved meanwhile, does so again
   * on the new head. `change` gives null when there is nothing to publish (any more). Returns once the remote is known to
   * contain the commit.
   * @throws PublishError
   */
  publish(change: (tree: string) => Promise<Change | null>): Promise<Published | null>
  close(): Promise<void>
}

/** Fetches the branch that is checked out at `root` and lays out a clean tree of its remote head. @throws PublishError */
export async function openPublisher(options: PublisherOptions): Promise<Publisher> {
  const { root, env, credential, random, progress } = options
  const local = gitIn(root, env, null)
  const network = gitIn(root, env, credential)
  const branch = await branchOf(local, env)
  await removeLeftovers(local)

  const name = `aime-publish-${process.pid}-${randomBytes(4).toString('hex')}`
  const ref = `refs/aime/${name}`
  const parent = await realpath(await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'aime-')))
  const tree = join(parent, name)
  const inTree = gitIn(tree, env, null)
  const wait = (attempt: number) =>
    sleep(Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** Math.min(attempt, 5)) * (0.5 + random.int(1000) / 1000))

  /** The remote head, in a ref of this run's own: several runs may share a clone. */
  const fetchHead = async (): Promise<string> => {
    for (let attempt = 1; ; attempt++) {
      try {
        await network(
          'fetch',
          '--quiet',
          '--no-tags',
          '--no-write-fetch-head',
          '--refmap=',
          REMOTE,
          `+refs/heads/${branch}:${ref}`,
        )
        return (await local('rev-parse', '--verify', `${ref}^{commit}`)).trim()
      } catch (error) {
        const said = messageOf(error)
        if (/couldn't find remote ref/i.test(said)) {
          throw new PublishError(`The remote has no branch “${branch}”.`, {
            todo: `Push it once: git push -u ${REMOTE} ${branch}`,
            cause: error,
          })
        }
        const refusal = refusalOf(said, 'The branch could not be fetched')
        if (refusal) throw refusal
        if (attempt >= 5)
          throw new PublishError(`The remote cannot be reached: ${said.split('\n')[0]!}`, { cause: error })
        await wait(attempt)
      }
    }
  }

  const close = async () => {
    await rm(parent, { recursive: true, force: true })
    await local('worktree', 'prune')
    await local('update-ref', '-d', ref)
  }

  /** Whether the remote branch holds `commit`; brings the ref up to date. */
  const remoteContains = async (commit: string): Promise<boolean> => {
    const head = await fetchHead()
    if (head === commit) return true
    const base = await local('merge-base', commit, head).catch(() => '')
    return base.trim() === commit
  }

  const commit = async ({ subject, trailers, paths }: Change): Promise<string | null> => {
    await inTree('add', '--all', '--force', '--', ...paths)
    if ((await inTree('diff', '--cached', '--name-only')) === '') return null
    const body = Object.entries(trailers).map(([key, value]) => `${key}: ${oneLine(value)}`)
    await inTree('commit', '--quiet', '--no-verify', '-m', oneLine(subject), '-m', body.join('\n'))
    return (await inTree('rev-parse', 'HEAD')).trim()
  }

  /** Null when the commit is known to be on the remote; otherwise why it is not. */
  const push = async (sha: string): Promise<string | null> => {
    let said = 'the remote does not show the commit'
    try {
      await network('push', '--porcelain', REMOTE, `${sha}:refs/heads/${branch}`)
    } catch (error) {
      said = messageOf(error)
      const refusal = refusalOf(said, 'The result could not be pushed')
      if (refusal) throw refusal
    }
    // Asked in any case: a push whose answer was lost may have arrived, and one that says it arrived is checked.
    return (await remoteContains(sha)) ? null : said
  }

  try {
    const head = await fetchHead()
    await local('worktree', 'add', '--quiet', '--detach', '--force', tree, head)
  } catch (error) {
    await close()
    throw error
  }

  return {
    tree,
    branch,
    close,
    headTime: async () => (await inTree('log', '-1', '--format=%cI')).trim(),
    async publish(change) {
      for (let attempt = 1; ; attempt++) {
        const planned = await change(tree)
        const sha = planned === null ? null : await commit(planned)
        if (sha === null) {
          await inTree('reset', '--quiet', '--hard')
          await inTree('clean', '--quiet', '-d', '--force')
          return null
        }
        const failure = await push(sha)
        if (failure === null) return { sha, attempts: attempt, fastForwarded: await fastForward(local, branch, sha) }
        if (attempt >= ATTEMPTS) {
          throw new PublishError(
            `The branch “${branch}” could not be pushed in ${ATTEMPTS} attempts: ${failure.split('\n')[0]!}`,
            {
              todo: 'Something else pushes to it all the time, or the connection is bad. The next run tries again.',
            },
          )
        }
        progress(`the branch moved; applying again on its new head (attempt ${attempt + 1})`)
        await wait(attempt)
        await inTree('reset', '--quiet', '--hard', await fetchHead())
        await inTree('clean', '--quiet', '-d', '--force')
      }
    },
  }
}

/** Address of the remote of the clone at `root`; null where there is none, or no git. */
export async function remoteAddress(root: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    return (await gitIn(root, env, null)('remote', 'get-url', REMOTE)).trim() || null
  } catch {
    // Not a clone, or one without a remote: both are fine for a run that does not publish.
    return null
  }
}

/** Committer time of the commit checked out at `root`, ISO 8601; null where there is no git history. */
export async function checkedOutSince(root: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    return (await gitIn(root, env, null)('log', '-1', '--format=%cI')).trim() || null
  } catch {
    return null
  }
}

async function branchOf(local: Git, env: NodeJS.ProcessEnv): Promise<string> {
  const checkedOut = await local('rev-parse', '--abbrev-ref', 'HEAD').catch((error: unknown) => {
    throw new PublishError(
      'This is not a git repository with at least one commit, so nothing can be published from it.',
      {
        todo: 'Run it in a clone of your repository, or leave out --publish.',
        cause: error,
      },
    )
  })
  if (checkedOut.trim() !== 'HEAD') return checkedOut.trim()
  const fromActions = env['GITHUB_REF_TYPE'] === 'branch' ? env['GITHUB_REF_NAME'] : undefined
  if (fromActions) return fromActions
  throw new PublishError('No branch is checked out, so it is not clear where to publish to.', {
    todo: 'git switch main',
  })
}

/** Trees and refs of runs that were killed. Nothing of theirs had reached a branch; they are only in the way. */
async function removeLeftovers(local: Git): Promise<void> {
  const listed = (await local('worktree', 'list', '--porcelain')).split('\n')
  for (const line of listed) {
    const path = line.startsWith('worktree ') ? line.slice('worktree '.length) : ''
    if (!isDead(basename(path))) continue
    await rm(join(path, '..'), { recursive: true, force: true })
  }
  await local('worktree', 'prune')
  const refs = (await local('for-each-ref', '--format=%(refname)', 'refs/aime/')).split('\n')
  for (const ref of refs) if (isDead(basename(ref))) await local('update-ref', '-d', ref)
}

function isDead(name: string): boolean {
  const pid = /^aime-publish-(\d+)-[0-9a-f]{8}$/.exec(name)?.[1]
  if (pid === undefined) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Brings the clone's own branch to the published commit where nothing of the person's is in the way. */
async function fastForward(local: Git, branch: string, sha: string): Promise<boolean> {
  try {
    if ((await local('rev-parse', '--abbrev-ref', 'HEAD')).trim() !== branch) return false
    if ((await local('status', '--porcelain', '--untracked-files=no')) !== '') return false
    await local('merge', '--quiet', '--ff-only', sha)
    return true
  } catch (error) {
    // Commits of their own, or a file in the way: git has said no and left everything as it was.
    if (gitMessage(error) === null) throw error
    return false
  }
}

function messageOf(error: unknown): string {
  const said = gitMessage(error)
  if (said === null) throw error
  return said
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
