import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ended {
  /** Null where a signal ended it. */
  code: number | null
  out: string
  err: string
}

/** A script of this project under tsx, as a process (and process group) of its own. */
export interface Running {
  child: ChildProcess
  ended: Promise<Ended>
}

/** @param script Relative to the project. */
export function start(script: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Running {
  const path = fileURLToPath(new URL(`../../${script}`, import.meta.url))
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), path, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ended = new Promise<Ended>((resolve) => child.on('exit', (code) => resolve({ code, out, err })))
  return { child, ended }
}
