import { checkedOutSince } from '../repository/clone.ts'
import type { GitCredential } from '../repository/git.ts'
import { openPublisher, type Change, type Published } from '../repository/publish.ts'
import type { Random } from '../ground/random.ts'

/** Where a run reads its data and leaves its result: the working tree, or the remote branch. */
export interface Place {
  /** The tree to read config and data from. */
  readonly root: string
  /**
   * What the commits of a run that is no run of Actions are marked with: two that write the same in the same second would
   * be one and the same commit to git, and each would take the other's for its own.
   */
  readonly mark: string
  /** When the commit that was in that tree at first was made, ISO 8601; null where there is no history. */
  since: () => Promise<string | null>
  /**
   * Has `change` write into a tree and keeps what it wrote; `change` may be called again on newer data, and gives null
   * when there is nothing (left) to do. Null: nothing was kept.
   */
  keep: (change: (root: string) => Promise<Change | null>) => Promise<Kept | null>
  close: () => Promise<void>
}

/** `published` is null where the result stays in the working tree for the person to commit. */
export interface Kept {
  published: Published | null
}

/** The person's own working tree; committing is left to the person. */
export function workingTree(root: string, env: NodeJS.ProcessEnv): Place {
  return {
    root,
    mark: 'local',
    since: () => checkedOutSince(root, env),
    keep: async (change) => ((await change(root)) === null ? null : { published: null }),
    close: () => Promise.resolve(),
  }
}

/** The remote branch that the clone at `root` follows. @throws PublishError */
export async function remoteBranch(
  root: string,
  env: NodeJS.ProcessEnv,
  random: Random,
  progress: (line: string) => void,
): Promise<Place> {
  const publisher = await openPublisher({ root, env, credential: credentialOf(env), random, progress })
  return {
    root: publisher.tree,
    mark: `local, ${publisher.run}`,
    since: () => Promise.resolve(publisher.openedAt),
    keep: async (change) => {
      const published = await publisher.publish(change)
      return published === null ? null : { published }
    },
    close: () => publisher.close(),
  }
}

/** The token Actions gives a job, for the server the job runs on and for no other. */
function credentialOf(env: NodeJS.ProcessEnv): GitCredential | null {
  const token = env['GITHUB_TOKEN']
  return token ? { server: env['GITHUB_SERVER_URL'] || 'https://github.com', token } : null
}
