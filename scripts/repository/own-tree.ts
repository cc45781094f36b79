import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PRODUCT_FOLDERS } from '../config/output-dir.ts'
import { isOfDeadRun, makeTemporary } from '../ground/temporary.ts'
import type { Clone } from './clone.ts'
import { gitIn, gitMessage, type Git, type GitOptions } from './git.ts'

/** What is committed is what was written, whatever the person's own tree looks like. */
const AS_COMMITTED = [
  ['core.autocrlf', 'false'],
  ['core.safecrlf', 'false'],
  // It would leave a part of the index in the clone.
  ['core.splitIndex', 'false'],
  ['core.sparseCheckoutCone', 'false'],
  ['i18n.commitEncoding', 'utf-8'],
] as const

/** Laying out the product's own files takes most of the time and is for nobody. */
const LAID_OUT = ['/*', ...PRODUCT_FOLDERS.map((folder) => `!/${folder}/`)]

/**
 * A working tree of its own in the folder for temporary files, with its own index, HEAD and FETCH_HEAD beside it. It shares
 * the objects and refs of the clone, as `git worktree` has it, but the clone knows nothing of it: a run that is killed
 * leaves nothing there.
 */
export interface OwnTree {
  /** What tells this run from every other one. */
  readonly name: string
  /** Holds all that is neither the product nor git's. */
  readonly path: string
  /** Git in the tree. */
  readonly git: Git
  /** Git in the clone's own folder, from which the address of a remote may count, with what it fetches kept apart. */
  readonly network: Git
  /** The commit that was fetched last. */
  readonly fetched: () => Promise<string>
  /** Makes every file that git knows of in the tree that of `commit`. */
  show(commit: string): Promise<void>
  /** Takes away every file that git does not know of. */
  clean(): Promise<void>
  /** Takes it away. What cannot be removed is removed by the next run. */
  remove(): Promise<void>
}

interface TreeOptions extends Pick<GitOptions, 'credential' | 'silence'> {
  /** Without the product: what runs read and write. */
  holds: 'everything' | 'data'
}

/** Makes the folder for a tree of the clone; it is empty until the first `show`. @throws TaskError */
export async function createOwnTree(
  { root, store }: Pick<Clone, 'root' | 'store'>,
  env: NodeJS.ProcessEnv,
  { holds, ...connection }: TreeOptions,
): Promise<OwnTree> {
  const folder = await makeTemporary('publish', env)
  const remove = () => rm(folder, { recursive: true, force: true })
  const [gitDir, path] = [join(folder, 'git'), join(folder, 'tree')]
  try {
    await mkdir(join(gitDir, 'info'), { recursive: true })
    await mkdir(path)
    // https://git-scm.com/docs/gitrepository-layout: what makes a folder one of a repository with several trees.
    // Of a branch that nobody has: nothing is ever asked of it.
    await writeFile(join(gitDir, 'HEAD'), 'ref: refs/heads/aime\n')
    await writeFile(join(gitDir, 'commondir'), `${store}\n`)
    await writeFile(join(gitDir, 'info/sparse-checkout'), `${LAID_OUT.join('\n')}\n`)
  } catch (error) {
    await remove()
    throw error
  }
  const settings = [...AS_COMMITTED, ['core.sparseCheckout', String(holds === 'data')]] as const
  const git = gitIn(path, env, { settings, at: { GIT_DIR: gitDir, GIT_WORK_TREE: path } })
  return {
    name: basename(folder),
    path,
    git,
    network: gitIn(root, env, { ...connection, at: { GIT_DIR: gitDir, GIT_WORK_TREE: root } }),
    fetched: async () => /^[0-9a-f]+/u.exec(await readFile(join(gitDir, 'FETCH_HEAD'), 'utf8'))?.[0] ?? '',
    show: async (commit) => void (await git('read-tree', '--reset', '-u', commit)),
    clean: async () => void (await git('clean', '-ffdx')),
    remove,
  }
}

const REFS = 'refs/aime/'

/** Takes away the refs of runs that were killed; their names end in that of the run. */
export async function removeLeftRefs(git: Git): Promise<void> {
  for (const ref of (await git('for-each-ref', '--format=%(refname)', REFS)).split('\n')) {
    if (!isOfDeadRun(basename(ref))) continue
    try {
      await git('update-ref', '-d', ref)
    } catch (error) {
      // Another run may have tidied up already.
      if (gitMessage(error) === null) throw error
    }
  }
}
