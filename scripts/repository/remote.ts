import { PublishError } from '../ground/errors.ts'
import { REMOTE } from './clone.ts'
import { gitMessage, type Git } from './git.ts'
import { readFailure, refusal, type Failure } from './push-result.ts'

/** How often a remote that cannot be reached is asked. */
export const CONNECTION_ATTEMPTS = 5

/** The newest commit of a branch. */
export interface Head {
  commit: string
  /** Committer time, ISO 8601. */
  time: string
}

/** A branch of the remote, over a connection that may fail. */
export interface RemoteBranch {
  /** Brings the head of the branch here. Asks again where the connection fails. @throws PublishError */
  fetch(): Promise<Head>
  /**
   * Makes `commit` the head of the branch if its head is still `expected`. Null where the server says that it did. Only a
   * look at the branch tells for sure: HTTP asks again by itself when a connection breaks, so that the answer `moved` may
   * come because the first asking had moved it.
   * @throws PublishError where it never will
   */
  push(commit: string, expected: string): Promise<Failure | null>
}

/**
 * The branch `branch` of the remote.
 * @param git Git in the clone, with the credential.
 * @param ref Where the head is kept: a ref of this run's own, because several runs may share a clone.
 * @param wait Passes the time before attempt `attempt + 1`.
 */
export function remoteBranch(
  git: Git,
  branch: string,
  ref: string,
  wait: (attempt: number) => Promise<unknown>,
): RemoteBranch {
  return {
    async fetch() {
      for (let attempt = 1; ; attempt++) {
        const failure = await fetchOnce()
        if (failure === null) return headOf(git, ref)
        // A server that does not answer at all takes a minute each time.
        if (attempt >= CONNECTION_ATTEMPTS || failure.words.includes('block timeout'))
          throw new PublishError(`The remote cannot be reached: ${failure.words}`, {
            todo: 'The next run tries again.',
          })
        await wait(attempt)
      }
    },

    async push(commit, expected) {
      // The lease is the compare in compare-and-swap. Without it a branch that was set back in between (a commit taken out
      // by force) would be fast-forwarded over the commits that were taken out.
      const lease = `--force-with-lease=refs/heads/${branch}:${expected}`
      const failure = await failureOf(
        git('push', '--porcelain', '--progress', lease, REMOTE, `${commit}:refs/heads/${branch}`),
      )
      if (failure?.kind === 'refused') throw refusal('The result could not be pushed', failure)
      return failure
    },
  }

  async function fetchOnce(): Promise<Failure | null> {
    const spec = `+refs/heads/${branch}:${ref}`
    const failure = await failureOf(
      git('fetch', '--progress', '--no-tags', '--no-write-fetch-head', '--refmap=', REMOTE, spec),
    )
    if (failure?.kind !== 'refused') return failure
    if (/couldn't find remote ref/i.test(failure.words))
      throw new PublishError(`The remote has no branch “${branch}”.`, {
        todo: `Push it once: git push -u ${REMOTE} ${branch}`,
      })
    throw refusal('The branch could not be fetched', failure)
  }
}

async function headOf(git: Git, ref: string): Promise<Head> {
  const [commit = '', time = ''] = (await git('log', '-1', '--format=%H %cI', ref)).trim().split(' ')
  return { commit, time }
}

async function failureOf(command: Promise<string>): Promise<Failure | null> {
  try {
    await command
    return null
  } catch (error) {
    const said = gitMessage(error)
    if (said === null) throw error
    return readFailure(said)
  }
}
