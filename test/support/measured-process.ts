import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Measured {
  code: number | null
  /** Of both streams, as they came. */
  output: string
  seconds: number
  /** Of all its threads; on a busy machine this says more than the clock. */
  cpuSeconds: number
  /** The most memory it had at once. */
  megabytes: number
}

/** What a process writes when it ends; the unit of `maxRSS` is kibibytes everywhere, of the times microseconds. */
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(
  `import { writeFileSync } from 'node:fs'
  process.on('exit', () => writeFileSync(process.env.AIME_BENCH_USAGE, JSON.stringify(process.resourceUsage())))`,
)}`

/** Runs Node in `folder` and says what it took; of one that was killed only how long. @param node The program itself. */
export async function measured(folder: string, args: readonly string[], node = process.execPath): Promise<Measured> {
  const told = join(folder, 'usage.json')
  const began = performance.now()
  const chunks: Buffer[] = []
  const code = await new Promise<number | null>((done, fail) => {
    const child = spawn(node, ['--import', TELL_USAGE, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, AIME_BENCH_USAGE: told },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', fail)
    child.on('close', done)
  })
  const seconds = (performance.now() - began) / 1000
  const usage = await readFile(told, 'utf8').then(
    (text) => JSON.parse(text) as NodeJS.ResourceUsage,
    () => ({ userCPUTime: NaN, systemCPUTime: NaN, maxRSS: NaN }),
  )
  return {
    code,
    output: Buffer.concat(chunks).toString('utf8'),
    seconds,
    cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    megabytes: usage.maxRSS / 1024,
  }
}
