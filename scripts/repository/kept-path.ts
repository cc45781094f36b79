import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AimeError } from '../ground/errors.ts'
import { makeTemporary } from '../ground/temporary.ts'
import { gitIn, gitMessage } from './git.ts'

/** The strictest rules there are: what is pushed is cloned on Windows and macOS, too, and looked at by GitHub. */
const EVERYWHERE = [
  ['core.protectNTFS', 'true'],
  ['core.protectHFS', 'true'],
] as const

/** A file's hash must look like one; whether there is such a file is not asked. */
const NO_FILE = '0'.repeat(39) + '1'

/**
 * What git says where it would not keep a file at `path`: names that some systems take for `.git` (`.git `, `git~1`) are
 * ignored by `git add` without an error. Null where it would, and where it cannot be asked: no repository, no git.
 */
export async function refusedPath(root: string, env: NodeJS.ProcessEnv, path: string): Promise<string | null> {
  try {
    const folder = await makeTemporary('write', env)
    try {
      // Into an index of its own: that of the person is not touched.
      const git = gitIn(root, env, { settings: EVERYWHERE, at: { GIT_INDEX_FILE: join(folder, 'index') } })
      await git('update-index', '--verbose', '--add', '--cacheinfo', `100644,${NO_FILE},${path}`)
      return null
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  } catch (error) {
    if (error instanceof AimeError) return null
    return /Invalid path '[^]*'/u.exec(gitMessage(error) ?? '')?.[0] ?? null
  }
}
