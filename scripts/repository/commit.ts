import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PublishError } from '../ground/errors.ts'
import { ifThere } from '../ground/files.ts'
import type { Git } from './git.ts'
import type { OwnTree } from './own-tree.ts'

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

/** A path as git may have it: macOS takes letters and accents apart. */
type Path = string
/** What git keeps at a path: the hash of a file's content; null for none. */
type Kept = ReadonlyMap<Path, string | null>

/**
 * Makes a commit of a change on top of `head`, which the tree showed. Null where its own files are as they were.
 * @param whyNot Why git does not keep a file at a path, where it is git that says so.
 * @throws PublishError where a file is not in it as it was written: nothing has left the tree then
 */
export async function commitChange(
  tree: OwnTree,
  head: string,
  { subject, trailers, paths, alongside }: Change,
  whyNot: (path: string) => Promise<string | null>,
): Promise<string | null> {
  const { git } = tree
  const planned = [...new Set([...paths, ...alongside])]
  // The plumbing, because .gitignore must not keep an output out, and because a file may be written and removed again.
  await git('update-index', '--verbose', '--add', '--remove', '--', ...planned)
  const root = (await git('write-tree')).trim()
  const changed = await changedBetween(git, head, root)
  for (const path of await differing(tree, root, planned, changed)) {
    const why = (await whyNot(path)) ?? 'something else stands there'
    throw new PublishError(`${path} would not be in the commit as it was written: git says ${why}.`, {
      todo: 'Choose another scheduler.output_dir in config/app.json, or look at .gitattributes. Nothing was published.',
    })
  }
  const beside = new Set(alongside.map(normal))
  if ([...changed.keys()].every((path) => beside.has(path))) return null
  const body = Object.entries(trailers).map(([key, value]) => `${key}: ${oneLine(value)}`)
  const words = [oneLine(subject), ...(body.length === 0 ? [] : [body.join('\n')])]
  return (await git('commit-tree', root, '-p', head, ...words.flatMap((part) => ['-m', part]))).trim()
}

/** The planned paths at which the tree object `root` does not hold what stands in the working tree. */
async function differing({ git, path }: OwnTree, root: string, planned: string[], changed: Kept): Promise<string[]> {
  const others = planned.filter((each) => !changed.has(normal(each)))
  const kept = new Map([...changed, ...(others.length === 0 ? [] : await heldBy(git, root, others))])
  const wrong: string[] = []
  for (const each of planned) {
    const content = await ifThere(readFile(join(path, each)), ['ENOENT', 'ENOTDIR'])
    const hash = kept.get(normal(each)) ?? null
    if (content === null ? hash === null : hash === hashOf(content, root)) continue
    // What .gitattributes asks for (line endings, Git LFS) is what the person wants to have kept.
    const isFiltered = content !== null && hash !== null && (await git('hash-object', '--', each)).trim() === hash
    if (!isFiltered) wrong.push(each)
  }
  return wrong
}

/** https://git-scm.com/docs/diff-format#_raw_output_format */
async function changedBetween(git: Git, before: string, after: string): Promise<Kept> {
  const fields = (await git('diff-tree', '-r', '-z', '--no-renames', before, after)).split('\0')
  const changed = new Map<Path, string | null>()
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, , , hash = '', status] = fields[at]!.split(' ')
    changed.set(normal(fields[at + 1]!), status === 'D' ? null : hash)
  }
  return changed
}

async function heldBy(git: Git, root: string, paths: readonly string[]): Promise<Kept> {
  const lines = (await git('ls-tree', '-r', '-z', '--full-tree', root, '--', ...paths)).split('\0')
  return new Map(
    lines.flatMap((line) => {
      const [about = '', path] = line.split('\t')
      return path === undefined ? [] : [[normal(path), about.split(' ')[2] ?? null] as const]
    }),
  )
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects, with the algorithm that made the hash `like`. */
function hashOf(content: Buffer, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1')
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex')
}

function normal(path: string): Path {
  return path.normalize('NFC')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
