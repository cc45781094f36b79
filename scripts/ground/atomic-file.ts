import { chmod, chown, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { TaskError } from './errors.ts'
import { ifThere } from './files.ts'
import { secretFinder } from './redact.ts'
import { systemRefusal } from './system-refusal.ts'
import { temporaryName } from './temporary.ts'

let secretIn: ReturnType<typeof secretFinder> = null

/** Names the environment whose secrets no file of this process may hold: what is committed others can read. */
export function keepOutOfFiles(env: NodeJS.ProcessEnv): void {
  secretIn = secretFinder(env)
}

/**
 * Writes a file (text as UTF-8, or bytes) in one step (temporary file, fsync, rename), with the folders it needs. What
 * stands there keeps its mode, and its owner where that can be.
 * @param file Relative to `root`, as errors call it.
 * @throws TaskError that says what is in the way, also where it would hold a secret; the file is as it was then
 */
export async function writeFileInOneStep(root: string, file: string, content: string | Buffer): Promise<void> {
  const path = join(root, file)
  const variable = secretIn?.(content.toString()) ?? null
  if (variable !== null)
    throw new TaskError(`${file} would hold the secret of ${variable}; it was not written.`, {
      todo: 'Look where it comes from: a list that was imported, an answer of a service, config/app.json. Take it out there, and make a new key if others may have seen it.',
    })
  try {
    await mkdir(dirname(path), { recursive: true })
    await replace((await ifThere(realpath(path))) ?? path, content)
  } catch (cause) {
    const refusal = systemRefusal(cause)
    throw new TaskError(
      `${file} cannot be written: ${refusal?.why ?? (cause as NodeJS.ErrnoException).code ?? String(cause)}.`,
      { todo: `${refusal?.todo ?? 'Mend that and run it again.'} “npm run doctor” looks at the folders.`, cause },
    )
  }
}

let written = 0

async function replace(path: string, content: string | Buffer): Promise<void> {
  const before = await ifThere(stat(path))
  if (before?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR', syscall: 'rename' })
  // A short name of its own: one that adds to the file's could be too long where the file's is not.
  const temporary = join(dirname(path), `.${temporaryName('write')}${++written}`)
  try {
    const handle = await open(temporary, 'w')
    try {
      // Goes on until every byte is there: a disk that fills takes a part of them without an error.
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (before !== null) {
      // Only root may give a file away.
      if (before.uid !== process.getuid?.()) await chown(temporary, before.uid, before.gid).catch(() => undefined)
      await chmod(temporary, before.mode & 0o7777)
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}
