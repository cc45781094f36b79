import { constants } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { loadConfig } from '../config/config.ts'
import { ifThere } from '../ground/files.ts'
import type { Random } from '../ground/random.ts'
import { makeTemporary } from '../ground/temporary.ts'
import { checkedOutSince } from '../repository/clone.ts'
import type { GitCredential } from '../repository/git.ts'
import { notesOf, type Note } from '../repository/notes.ts'
import type { Change } from '../repository/commit.ts'
import type { Published } from '../repository/publish.ts'

/** Where a run reads its data and leaves its result: the working tree, the remote branch, or nowhere. */
export interface Place {
  /** The tree to read config and data from. */
  readonly root: string
  /**
   * What the commits of a run that is no run of Actions are marked with: two that write the same in the same second would
   * be one and the same commit to git, and each would take the other's for its own.
   */
  readonly mark: string
  /** Whether it is to be left as it is: what earlier runs have left in it, too. */
  readonly isReadOnly: boolean
  /** When the commit that was in that tree at first was made, ISO 8601; null where there is no history. */
  since: () => Promise<string | null>
  /**
   * Has `attempt` write into a tree and keeps what it wrote. It may be called again, on newer data; the value of the last
   * call is given back. `published` is null where the result stays for the person to commit, and where nothing was kept.
   */
  keep: <T>(attempt: (tree: string) => Promise<Attempt<T>>) => Promise<{ value: T; published: Published | null }>
  /** Runs of this clone that are not in the ledger of its branch yet. */
  pending: () => Promise<readonly Note[]>
  /** Keeps a note for a later commit; null where it goes into the ledger at once. */
  defer: ((note: Note) => Promise<void>) | null
  close: () => Promise<void>
}

/** What was written into a tree, and whatever else is to be told of it; `change` is null where there is nothing (left) to do. */
export interface Attempt<T> {
  value: T
  change: Change | null
}

/** The person's own working tree; committing is left to the person. */
export function workingTree(root: string, env: NodeJS.ProcessEnv): Place {
  return {
    root,
    mark: 'local',
    isReadOnly: false,
    since: () => checkedOutSince(root, env),
    keep: async (attempt) => ({ value: (await attempt(root)).value, published: null }),
    pending: () => Promise.resolve([]),
    defer: null,
    close: () => Promise.resolve(),
  }
}

/** A copy of what runs read and write, which is thrown away: the place of a dry run. */
export function nowhere(root: string, env: NodeJS.ProcessEnv): Place {
  let copy: Promise<string> | undefined
  return {
    ...workingTree(root, env),
    isReadOnly: true,
    keep: async (attempt) => ({ value: (await attempt(await (copy ??= copyOf(root, env)))).value, published: null }),
    defer: () => Promise.resolve(),
    close: async () => {
      const path = await copy?.catch(() => undefined)
      if (path !== undefined) await rm(path, { recursive: true, force: true })
    },
  }
}

async function copyOf(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { outputDir } = await loadConfig(root)
  const copy = await makeTemporary('dry-run', env)
  try {
    for (const path of ['config', 'data', 'README.md', outputDir]) {
      const options = { recursive: true, mode: constants.COPYFILE_FICLONE }
      await ifThere(cp(join(root, path), join(copy, path), options))
    }
    return copy
  } catch (error) {
    await rm(copy, { recursive: true, force: true })
    throw error
  }
}

/** The remote branch that the clone at `root` follows. @throws PublishError */
export async function remoteBranch(
  root: string,
  env: NodeJS.ProcessEnv,
  random: Random,
  progress: (line: string) => void,
): Promise<Place> {
  const { openPublisher } = await import('../repository/publish.ts')
  const notes = await notesOf(root, env)
  const publisher = await openPublisher({ root, env, credential: credentialOf(env), random, progress })
  return {
    root: publisher.tree,
    isReadOnly: false,
    mark: `local, ${publisher.run}`,
    since: () => publisher.openedAt(),
    keep: async <T>(attempt: (tree: string) => Promise<Attempt<T>>) => {
      const values: T[] = []
      const published = await publisher.publish(async (tree) => {
        const { value, change } = await attempt(tree)
        values.push(value)
        return change
      })
      if (published !== null) await notes.clear()
      return { value: values.at(-1)!, published }
    },
    pending: notes.pending,
    defer: notes.add,
    close: () => publisher.close(),
  }
}

/** The token Actions gives a job, for the server the job runs on and for no other. */
function credentialOf(env: NodeJS.ProcessEnv): GitCredential | null {
  const token = env['GITHUB_TOKEN']
  return token ? { server: env['GITHUB_SERVER_URL'] || 'https://github.com', token } : null
}

/** What the commits of a run carry below their subject: what was run, and where its page is. */
export function trailersOf(work: string, env: NodeJS.ProcessEnv, { mark }: Place): Record<string, string> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env
  return { Task: work, Run: server && repository && run ? `${server}/${repository}/actions/runs/${run}` : mark }
}
