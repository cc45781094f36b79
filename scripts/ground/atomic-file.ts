import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { TaskError } from './errors.ts'

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'its folder may not be written to',
  EPERM: 'its folder may not be written to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'a file stands where its folder should be',
  ENOTDIR: 'a file stands where its folder should be',
  EISDIR: 'a folder stands there',
}

/**
 * Writes a file (text as UTF-8, or bytes) in one step (temporary file, fsync, rename), with the folders it needs.
 * @param file Relative to `root`, as errors call it.
 * @throws TaskError that says what is in the way
 */
export async function writeFileInOneStep(root: string, file: string, content: string | Buffer): Promise<void> {
  const path = join(root, file)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFileAtomic(path, content)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? ''
    throw new TaskError(`${file} cannot be written: ${WHY[code] ?? (code || String(cause))}.`, {
      todo: 'Mend that and run it again; “npm run doctor” looks at the folders.',
      cause,
    })
  }
}
