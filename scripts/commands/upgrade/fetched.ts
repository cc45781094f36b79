import { DataError } from '../../ground/errors.ts'
import { gitMessage, type Git } from '../../repository/git.ts'
import type { OwnTree } from '../../repository/own-tree.ts'
import { MANIFEST_FILE, parseManifest } from '../../repository/template/manifest.ts'
import { reaching, type Template } from '../../repository/template/template.ts'
import type { Entry } from './plan.ts'

const REFS = 'refs/aime/upgrade/'

/** Versions of the template in the clone, under refs of this run's own. */
export interface Fetched {
  /** The commit of a version that was fetched. */
  commitOf(version: string): Promise<string>
  /** Takes the refs away; git forgets what they held by itself. */
  remove(): Promise<void>
}

/**
 * Fetches the tags of these versions, with their history: a fetch of the newest state alone would turn the person's clone
 * into a shallow one, and only the history tells from which state a copy was made.
 * @throws ServiceError
 */
export async function fetchVersions(
  clone: Git,
  template: Template,
  versions: readonly string[],
  { name }: OwnTree,
): Promise<Fetched> {
  // The name is that of the tree, by which the next run knows what a killed one has left.
  const refOf = (version: string) => `${REFS}${version}/${name}`
  const specs = versions.map((version) => `+refs/tags/v${version}:${refOf(version)}`)
  const options = ['--progress', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--refmap=']
  await reaching(template.name, clone('fetch', ...options, '--', template.address, ...specs))
  return {
    commitOf: async (version) => (await clone('rev-parse', '--verify', `${refOf(version)}^{commit}`)).trim(),
    async remove() {
      for (const version of versions) await clone('update-ref', '-d', refOf(version))
    },
  }
}

/**
 * The commit of the template that the copy last was: the one it was made from, if it has had no upgrade since, else that
 * of its version's tag. A copy is made from whatever the template's branch shows that day, which may be between two tags;
 * git knows it by the copy's first commit, which has the same files, or by common history where there is any.
 * @param tag The commit of the tag, null where there is none. @param known Commits whose history is here, the new one first:
 * common history with it reaches further than that with the tag.
 */
export async function findBase(
  clone: Git,
  version: string,
  tag: string | null,
  known: readonly string[],
): Promise<string | null> {
  const candidates = [...(await mergeBases(clone, known)), ...(await commitsLikeFirst(clone, known))]
  for (const commit of candidates) if ((await versionAt(clone, commit)) === version) return commit
  return tag
}

async function mergeBases(clone: Git, known: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const commit of known) {
    try {
      found.push((await clone('merge-base', 'HEAD', commit)).trim())
    } catch (error) {
      // None: what “Use this template” makes has a history of its own.
      if (gitMessage(error) === null) throw error
    }
  }
  return found
}

async function commitsLikeFirst(clone: Git, known: readonly string[]): Promise<string[]> {
  const firsts = (await clone('log', '--max-parents=0', '--format=%T', 'HEAD')).split('\n').filter(Boolean)
  const all = (await clone('log', '--format=%H %T', ...known)).split('\n').map((line) => line.split(' '))
  return all.filter(([, tree = '']) => firsts.includes(tree)).map(([commit = '']) => commit)
}

/** Null where the commit has no package.json, or one without a version. @throws DataError for a broken one */
export async function versionAt(clone: Git, commit: string): Promise<string | null> {
  if (!(await filesOf(clone, commit)).has(MANIFEST_FILE)) return null
  return parseManifest(await clone('cat-file', 'blob', `${commit}:${MANIFEST_FILE}`), commit).version ?? null
}

/** Every file of a commit or tree. */
export async function filesOf(clone: Git, tree: string): Promise<Map<string, Entry>> {
  const listed = await clone('ls-tree', '-r', '-z', '--full-tree', tree)
  const lines = listed.split('\0').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const match = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line)
      if (match === null) throw new DataError(`git lists the files of ${tree} in an unknown form: ${line}`)
      return [match[3]!, { mode: match[1]!, sha: match[2]! }]
    }),
  )
}
