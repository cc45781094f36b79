import { lstat, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemNow } from './clock.ts'
import { TaskError } from './errors.ts'
import { systemRefusal } from './system-refusal.ts'

/*
 * Every temporary file and folder says in its name which run made it, so that the next run can take away what a killed
 * one left, and nothing of one that is under way. `.gitignore` knows the names, too.
 */

/**
 * A clean tree to publish from, the copy of a dry run, a file before it is renamed to what it is to be, a note that a clone
 * is being brought forward.
 */
export type TemporaryKind = 'publish' | 'dry-run' | 'write' | 'forward'

/** A process id says nothing of another machine or container that shares the folder. */
const HOST = hostname()
  .replace(/[^0-9A-Za-z]/gu, '')
  .slice(0, 32)
const NAME = /^\.?aime-(?:publish|dry-run|write|forward)-([0-9A-Za-z]*)-(\d+)-[0-9A-Za-z]+$/u

/** No run takes that long, in milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000

/** The beginning of a name; what follows it must tell the several of one run apart, in letters and digits. */
export function temporaryName(kind: TemporaryKind): string {
  return `aime-${kind}-${HOST}-${process.pid}-`
}

/** The folder for temporary files. */
export function temporaryFolder(env: NodeJS.ProcessEnv): string {
  return env['RUNNER_TEMP'] || tmpdir()
}

/** Makes a folder of this run's own. @throws TaskError where the folder for temporary files cannot be written to */
export async function makeTemporary(kind: TemporaryKind, env: NodeJS.ProcessEnv): Promise<string> {
  const folder = temporaryFolder(env)
  try {
    return await realpath(await mkdtemp(join(folder, temporaryName(kind))))
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'it is not there' : (systemRefusal(cause)?.why ?? code ?? String(cause))
    const name = env['RUNNER_TEMP'] ? 'RUNNER_TEMP' : 'TMPDIR'
    throw new TaskError(`Nothing can be written to the folder for temporary files, ${folder}: ${why}.`, {
      todo: `Mend that, or name another folder in the environment variable ${name}.`,
      cause,
    })
  }
}

/** Takes away what killed runs have left in the folder for temporary files. */
export async function removeAbandoned(env: NodeJS.ProcessEnv): Promise<void> {
  const folder = temporaryFolder(env)
  // A folder that cannot be read is told of where something is to be written to it.
  for (const name of await readdir(folder).catch(() => [])) await removeIfAbandoned(folder, name)
}

/** Takes a file or folder away if a run that was killed has left it. Gives whether it did; never throws. */
export async function removeIfAbandoned(folder: string, name: string): Promise<boolean> {
  if (!NAME.test(name)) return false
  const path = join(folder, name)
  try {
    if (!isOfDeadRun(name) && systemNow().epochMilliseconds - (await lstat(path)).mtimeMs < A_DAY) return false
    await rm(path, { recursive: true, force: true })
    return true
  } catch {
    // Somebody else's, or another run is just taking it away; it is only in the way.
    return false
  }
}

/** Whether a name is that of something made by a run of this machine that is over. */
export function isOfDeadRun(name: string): boolean {
  const [, host, pid] = NAME.exec(name) ?? []
  if (host !== HOST || pid === undefined) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
