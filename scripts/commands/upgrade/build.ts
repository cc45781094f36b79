import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileInOneStep } from '../../ground/atomic-file.ts'
import type { Config } from '../../config/config.ts'
import { DataError } from '../../ground/errors.ts'
import { regenerate } from '../generated.ts'
import type { OwnTree } from '../../repository/own-tree.ts'
import { RUNNABLE } from '../../tasks/registry.ts'
import { cronLines } from '../workflow-drift.ts'
import { inChunks } from './chunks.ts'
import { carriedOver } from './written-parts.ts'

/** What the tree is to hold beside what it holds. */
export interface Wanted {
  /** The template's commit that `take` is of. */
  theirs: string
  take: readonly string[]
  drop: readonly string[]
  /** Files of `take` into which programs had written something in the copy. */
  alike: ReadonlySet<string>
  /** Text by path, instead of what `theirs` has there. */
  texts: Readonly<Record<string, string>>
}

/** What the copy would be after the upgrade. */
export interface Built {
  /** The tree object, in the clone's own store. */
  tree: string
  /** Why the cron lines could not be written from the configuration; null where they were. */
  cronProblem: string | null
}

/** Makes the upgraded copy beside the person's tree, which is not touched. `head` is the commit of the copy. */
export async function buildUpgrade(tree: OwnTree, head: string, wanted: Wanted, config: Config): Promise<Built> {
  const { theirs, take, drop, alike, texts } = wanted
  const { git, path: root } = tree
  await tree.show(head)
  const written = new Map<string, string>()
  for (const path of take) if (alike.has(path)) written.set(path, await bytesOf(root, path))
  // First, because a folder may come in the place of a file.
  await inChunks(drop, (paths) => git('--literal-pathspecs', 'rm', '--quiet', '--force', '--', ...paths))
  await inChunks(take, (paths) => git('--literal-pathspecs', 'checkout', theirs, '--', ...paths))
  for (const [path, mine] of written) {
    const text = carriedOver(path, mine, await bytesOf(root, path))
    await writeFileInOneStep(root, path, Buffer.from(text, 'latin1'))
  }
  for (const [path, text] of Object.entries(texts)) await writeFileInOneStep(root, path, text)
  const cronProblem = await syncCronLines(root, config, take)
  await git('add', '--update')
  return { tree: (await git('write-tree')).trim(), cronProblem }
}

/** As `npm run sync-workflows` does, for the workflows that are new; those that the person changed stay theirs. */
async function syncCronLines(root: string, config: Config, take: readonly string[]): Promise<string | null> {
  try {
    const { workflows } = await cronLines(root, config, RUNNABLE)
    await regenerate(
      root,
      workflows.filter(({ file }) => take.includes(file)),
    )
    return null
  } catch (error) {
    if (error instanceof DataError) return error.message
    throw error
  }
}

/** One character for each byte: what nobody has a reason to change comes out as it went in, whatever the encoding. */
async function bytesOf(root: string, path: string): Promise<string> {
  return (await readFile(join(root, path))).toString('latin1')
}
