import { setTimeout as sleep } from 'node:timers/promises'
import { forPeople, PublishError } from '../ground/errors.ts'
import type { Random } from '../ground/random.ts'
import { openClone } from './clone.ts'
import { commitChange, type Change } from './commit.ts'
import { fastForward } from './forward.ts'
import { gitMessage, type GitCredential } from './git.ts'
import { takeBackKilled } from './half-forward.ts'
import { refusedPath } from './kept-path.ts'
import { createOwnTree } from './own-tree.ts'
import { readFailure } from './push-result.ts'
import { CONNECTION_ATTEMPTS, remoteBranch } from './remote.ts'

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

export interface Published {
  sha: string
  /** How often it was applied until it was in. */
  attempts: number
  /** Whether the clone it was published from has been brought to that commit. */
  fastForwarded: boolean
  /** What is the matter with that clone, and what to do; null where it is as it was or as published. */
  trouble: string | null
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
  openedAt(): Promise<string>
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
  const clone = await openClone(root, env)
  const { branch } = clone
  await takeBackKilled(clone)
  const tree = await createOwnTree(clone, env, { holds: 'data', credential, ...silence })
  const pause = ([first, most]: readonly [number, number], time: number) =>
    sleep(Math.min(most, first * 2 ** (time - 1)) * (0.5 + random.int(1000) / 2000))
  const whyNot = (path: string) => refusedPath(root, env, path)
  const remote = remoteBranch(tree, branch, (time) => pause(waits, time))

  let head: string
  try {
    head = await remote.fetch()
    await tree.show(head)
  } catch (error) {
    await tree.remove()
    throw readable(error)
  }
  const opened = head

  return {
    tree: tree.path,
    branch,
    run: tree.name,
    close: () => tree.remove(),
    openedAt: async () => (await clone.git('log', '-1', '--format=%cI', opened)).trim(),
    async publish(change) {
      try {
        return await compareAndSwap(change)
      } catch (error) {
        throw readable(error)
      }
    },
  }

  async function compareAndSwap(change: (tree: string) => Promise<Change | null>): Promise<Published | null> {
    const base = head
    const sent = new Set<string>()
    let failedConnections = 0
    for (let attempts = 1; ; attempts++) {
      const planned = await change(tree.path)
      const commit = planned === null ? null : await commitChange(tree, head, planned, whyNot)
      if (commit === null) {
        await tree.show(head)
        await tree.clean()
        return null
      }
      const failure = await remote.push(commit, head)
      sent.add(commit)
      if (failure?.kind === 'moved') await pause(MOVED_WAIT, attempts)
      if (failure?.kind === 'connection') await pause(waits, ++failedConnections)

      // Asked in any case, and of every commit sent so far: a push whose answer was lost may have arrived, even later than
      // the one after it was sent, and one that is said to have arrived is checked.
      const landed = await findLanded(commit, sent, base)
      if (landed !== null) {
        const { done, trouble } = await fastForward(clone, landed)
        return { sha: landed, attempts, fastForwarded: done, trouble }
      }

      const words = failure?.words ?? 'the remote does not show the commit'
      if (failedConnections >= CONNECTION_ATTEMPTS || attempts >= ATTEMPTS) throw givenUp(branch, attempts, words)
      const because = failure?.kind === 'moved' ? 'the branch moved' : 'the connection failed'
      progress(`${because}; applying again on its head (attempt ${attempts + 1})`)
    }
  }

  /** Which of the commits sent is in the branch; the tree shows its head afterwards. */
  async function findLanded(commit: string, sent: ReadonlySet<string>, base: string): Promise<string | null> {
    if ((await remote.look()) === commit) {
      head = commit
      return commit
    }
    head = await remote.fetch()
    if (head !== commit) await tree.show(head)
    return oneOf(sent, await clone.git('rev-list', head, `^${base}`))
  }
}

/** The newest of the commits that is on the list, one a line. */
function oneOf(commits: ReadonlySet<string>, list: string): string | null {
  return list.split('\n').find((each) => commits.has(each)) ?? null
}

function givenUp(branch: string, attempts: number, words: string): PublishError {
  return new PublishError(`The branch “${branch}” could not be pushed in ${attempts} attempts: ${words}`, {
    todo: 'Something else pushes to it all the time, or the connection is bad. The next run tries again.',
  })
}

/** Git’s own failures (a full disk, a clone that may not be written to) in the form of every other failure. */
function readable(error: unknown): unknown {
  const said = gitMessage(error)
  if (said === null) return forPeople(error)
  const failure = readFailure(said)
  const todo = failure.kind === 'refused' && failure.isKnown ? { todo: failure.todo } : {}
  return new PublishError(`git failed: ${failure.words}`, { ...todo, cause: error })
}
