import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PublishError } from '../ground/errors.ts'
import type { Random } from '../ground/random.ts'
import { branchOf, fastForward } from './clone.ts'
import { gitIn, gitMessage, type GitCredential } from './git.ts'
import { createOwnTree, removeLeftovers, type OwnTree } from './own-tree.ts'
import { readFailure } from './push-result.ts'
import { CONNECTION_ATTEMPTS, remoteBranch, type Head } from './remote.ts'

/** How often a change is applied until it is in. */
const ATTEMPTS = 100

/**
 * Milliseconds before another attempt, at most: doubling from the first to the second. A branch that moved once is free
 * again at once; where many push, whoever waits leaves the others in peace, but long waits would let newcomers go first.
 */
const MOVED_WAIT = [300, 2_000] as const
const FAILED_WAIT = [1_000, 8_000] as const

/** How long a run puts up with a bad connection; all in milliseconds. */
export interface Patience {
  /** A command that hears nothing for this long is ended. */
  silence?: number
  /** The wait after the first failure, and the longest one. */
  waits?: readonly [first: number, longest: number]
}

/** What a commit holds: files already written in the tree, and the words it is committed with. */
export interface Change {
  /** One line. */
  subject: string
  /** `Name: value` lines below it. */
  trailers: Readonly<Record<string, string>>
  /** Every file written or removed, relative to the tree. */
  paths: readonly string[]
  /** Files that go with the others, but are not worth a commit by themselves. */
  alongside: readonly string[]
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
  patience?: Patience
}

/** A clean tree of the remote branch's head, and the way back there. */
export interface Publisher {
  /** Path of the tree. What is read and written for publishing is read and written here. */
  readonly tree: string
  readonly branch: string
  /** What tells this run from every other one. */
  readonly run: string
  /** Committer time of the head that the tree showed at first, ISO 8601. */
  readonly openedAt: string
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
  const { root, env, credential, random, progress, patience = {} } = options
  const { waits = FAILED_WAIT, ...silence } = patience
  const clone = gitIn(root, env)
  const branch = await branchOf(clone, env)
  await removeLeftovers(clone)
  const tree = await createOwnTree(root, env)
  const pause = ([first, most]: readonly [number, number], time: number) =>
    sleep(Math.min(most, first * 2 ** (time - 1)) * (0.5 + random.int(1000) / 2000))
  const network = gitIn(root, env, { credential, ...silence })
  const remote = remoteBranch(network, branch, tree.ref, (time) => pause(waits, time))

  let head: Head
  try {
    head = await remote.fetch()
    await tree.show(head.commit)
  } catch (error) {
    await tree.remove()
    throw readable(error)
  }

  return {
    tree: tree.path,
    branch,
    run: basename(tree.path),
    close: () => tree.remove(),
    openedAt: head.time,
    async publish(change) {
      try {
        return await compareAndSwap(change)
      } catch (error) {
        throw readable(error)
      }
    },
  }

  async function compareAndSwap(change: (tree: string) => Promise<Change | null>): Promise<Published | null> {
    const base = head.commit
    const sent = new Set<string>()
    let failedConnections = 0
    for (let attempts = 1; ; attempts++) {
      const planned = await change(tree.path)
      const commit = planned === null ? null : await committed(tree, planned)
      if (commit === null) {
        await tree.show(head.commit)
        await tree.clean()
        return null
      }
      const failure = await remote.push(commit, head.commit)
      sent.add(commit)
      if (failure?.kind === 'moved') await pause(MOVED_WAIT, attempts)
      if (failure?.kind === 'connection') await pause(waits, ++failedConnections)

      head = await remote.fetch()
      // Asked in any case, and of every commit sent so far: a push whose answer was lost may have arrived, even later than
      // the one after it was sent, and one that is said to have arrived is checked.
      const landed = head.commit === commit ? commit : await oneOf(sent, base)
      if (head.commit !== commit) await tree.show(head.commit)
      if (landed !== null) return { sha: landed, attempts, fastForwarded: await fastForward(clone, branch, landed) }

      const words = failure?.words ?? 'the remote does not show the commit'
      if (failedConnections >= CONNECTION_ATTEMPTS || attempts >= ATTEMPTS) {
        throw new PublishError(`The branch “${branch}” could not be pushed in ${attempts} attempts: ${words}`, {
          todo: 'Something else pushes to it all the time, or the connection is bad. The next run tries again.',
        })
      }
      const because = failure?.kind === 'moved' ? 'the branch moved' : 'the connection failed'
      progress(`${because}; applying again on its head (attempt ${attempts + 1})`)
    }
  }

  /** One of the commits that the head contains and `base` does not. */
  async function oneOf(commits: ReadonlySet<string>, base: string): Promise<string | null> {
    const since = (await clone('rev-list', head.commit, `^${base}`)).split('\n')
    return since.find((commit) => commits.has(commit)) ?? null
  }
}

/** Commits a change; null where its own files are as they were. */
async function committed({ git }: OwnTree, { subject, trailers, paths, alongside }: Change): Promise<string | null> {
  // The plumbing, because .gitignore must not keep an output out, and because a file may be written and removed again.
  await git('update-index', '--verbose', '--add', '--remove', '--', ...paths, ...alongside)
  const changed = (await git('diff', '--cached', '--name-only', '-z')).split('\0')
  if (changed.every((path) => path === '' || alongside.includes(path))) return null
  const body = Object.entries(trailers).map(([key, value]) => `${key}: ${oneLine(value)}`)
  await git('commit', '--no-verify', '-m', oneLine(subject), '-m', body.join('\n'))
  return (await git('rev-parse', 'HEAD')).trim()
}

/** Git’s own failures (a full disk, a clone that may not be written to) in the form of every other failure. */
function readable(error: unknown): unknown {
  const said = gitMessage(error)
  if (said === null) return error
  return new PublishError(`git failed: ${readFailure(said).words}`, { cause: error })
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
