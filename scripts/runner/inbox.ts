import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { DataError } from '../ground/errors.ts'
import { ifThere } from '../ground/files.ts'
import type { Upload } from '../tasks/task.ts'

/** Where people upload what they want imported. */
export const INBOX_FOLDER = 'data/inbox'

/** The files in the inbox of the tree at `root`, by name; its page for people and hidden files are none. */
export async function readInbox(root: string, { isPublic }: { isPublic: boolean }): Promise<Upload[]> {
  const names = await namesIn(join(root, INBOX_FOLDER))
  return names.map((name) => {
    const path = `${INBOX_FOLDER}/${name}`
    return { ...uploadOf(join(root, path), path), isPublic }
  })
}

/** A file of the person's own disk, named as seen from `root`. @throws DataError where there is none */
export async function givenFile(root: string, file: string): Promise<Upload> {
  const path = resolve(root, file)
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(file, cause)
  })
  if (!found.isFile()) throw new DataError(`${file} is a folder.`, { todo: 'Name the file itself.' })
  return uploadOf(path, null, file)
}

/** Takes a file of the tree at `root` away if it still is the one that was read. Gives whether it was. */
export async function removeRead(root: string, { path, sha256 }: { path: string; sha256: string }): Promise<boolean> {
  const bytes = await readFile(join(root, path)).catch(() => null)
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) return false
  await rm(join(root, path))
  return true
}

/** @param said How it is called in errors. */
function uploadOf(file: string, path: string | null, said = file): Upload {
  return {
    name: basename(file),
    path,
    isPublic: false,
    bytes: () =>
      readFile(file).catch((cause: unknown) => {
        throw unreadable(said, cause)
      }),
  }
}

function unreadable(file: string, cause: unknown): DataError {
  const { code } = cause as NodeJS.ErrnoException
  return new DataError(
    code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${code ?? 'unknown error'}.`,
    { todo: 'Look at the name and the folder; a path with spaces needs quotes.', cause },
  )
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = (await ifThere(readdir(folder, { withFileTypes: true, recursive: true }))) ?? []
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'README.md')
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort()
}
