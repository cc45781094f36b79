import { PublishError } from '../ground/errors.ts'
import { REMOTE } from './clone.ts'
import { gitMessage } from './git.ts'
import type { OwnTree } from './own-tree.ts'
import { readFailure, refusal, type Failure } from './push-result.ts'

/** How often a remote that cannot be reached is asked. */
export const CONNECTION_ATTEMPTS = 5

/** A branch of the remote, over a connection that may fail. */
export interface RemoteBranch {
  /** Brings the head of the branch here and says which commit it is. Asks again where the connection fails. @throws PublishError */
  fetch(): Promise<string>
  /** Says which commit the head is, without bringing it here; as stubborn. @throws PublishError */
  look(): Promise<string>
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
 * @param tree Where what is fetched is kept, apart from what the person fetches: several runs may share a clone.
 * @param wait Passes the time before attempt `attempt + 1`.
 */
export function remoteBranch(
  { network: git, fetched }: OwnTree,
  branch: string,
  wait: (attempt: number) => Promise<unknown>,
): RemoteBranch {
  const ref = `refs/heads/${branch}`
  return {
    async fetch() {
      await stubbornly(() => git('fetch', '--progress', '--no-tags', '--refmap=', REMOTE, ref))
      return fetched()
    },

    async look() {
      const listed = await stubbornly(() => git('ls-remote', REMOTE, ref))
      const line = listed.split('\n').find((each) => each.endsWith(`\t${ref}`))
      if (line === undefined) throw noSuchBranch()
      return line.split('\t')[0]!
    },

    async push(commit, expected) {
      // The lease is the compare in compare-and-swap. Without it a branch that was set back in between (a commit taken out
      // by force) would be fast-forwarded over the commits that were taken out.
      const lease = `--force-with-lease=${ref}:${expected}`
      const pushed = await outcomeOf(git('push', '--porcelain', '--progress', lease, REMOTE, `${commit}:${ref}`))
      if (typeof pushed === 'string') return null
      if (pushed.kind === 'refused') throw refusal('The result could not be pushed', pushed)
      return pushed
    },
  }

  async function stubbornly(ask: () => Promise<string>): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const answer = await outcomeOf(ask())
      if (typeof answer === 'string') return answer
      if (answer.kind === 'refused') {
        if (/couldn't find remote ref/i.test(answer.words)) throw noSuchBranch()
        throw refusal('The branch could not be fetched', answer)
      }
      // A server that does not answer at all takes a minute each time.
      if (attempt >= CONNECTION_ATTEMPTS || answer.words.includes('block timeout'))
        throw new PublishError(`The remote cannot be reached: ${answer.words}`, { todo: 'The next run tries again.' })
      await wait(attempt)
    }
  }

  function noSuchBranch(): PublishError {
    return new PublishError(`The remote has no branch “${branch}”.`, {
      todo: `Push it once: git push -u ${REMOTE} ${branch}`,
    })
  }
}

/** What git printed, or why it failed. */
async function outcomeOf(command: Promise<string>): Promise<string | Failure> {
  try {
    return await command
  } catch (error) {
    const said = gitMessage(error)
    if (said === null) throw error
    return readFailure(said)
  }
}
