import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { CASES } from './cases.ts'
import { frozenClock } from './frozen-clock.ts'
import { NOW } from './history.ts'
import { layOut, WORKING_TREE } from './revision.ts'
import { runCase, type Case, type Surroundings } from './run-case.ts'

const HEAD_LINES = 30

const USAGE = `npm run compare -- <revision> [<revision>] [--only WORD] [--whole] [--keep]
Proves that two revisions write the same bytes: runs every task, import and command in both, on the same data at the same
moment, with the services on loopback. Exit code 0: they do; 1: something differs; 2: it could not be told.
    <revision>   as git calls it, or "${WORKING_TREE}", which is also what the second one is where it is left out
    --only       the cases whose names have this word in them
    --whole      whole differences instead of their first ${HEAD_LINES} lines
    --keep       leave the traces of both in the folder that is printed`

const run = promisify(execFile)
const print = (text: string) => void process.stdout.write(`${text}\n`)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    whole: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})
const [before, after = WORKING_TREE] = positionals
if (before === undefined || positionals.length > 2) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else
  process.exitCode = await compare(before, after).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  })

async function compare(before: string, after: string): Promise<number> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'compare-')))
  try {
    const [old, now] = [await layOut(before, join(folder, 'old')), await layOut(after, join(folder, 'new'))]
    const around: Surroundings = { before: old, frozen: join(folder, 'frozen.mjs'), temp: join(folder, 'temp') }
    await writeFile(around.frozen, frozenClock(NOW))
    await mkdir(around.temp)
    const cases = CASES.filter(({ name }) => name.includes(values.only))
    let differing = 0
    for (const [number, it] of cases.entries()) {
      const place = join(folder, String(number))
      await Promise.all([runCase(it, old, join(place, 'old'), around), runCase(it, now, join(place, 'new'), around)])
      const difference = await differenceIn(place)
      if (difference !== '') differing++
      tell(it, difference)
      if (!values.keep) await rm(place, { recursive: true })
    }
    print(`\n${before} and ${after}: ${cases.length - differing} of ${cases.length} the same, ${differing} differ`)
    if (cases.length === 0) return 2
    return differing === 0 ? 0 : 1
  } finally {
    if (values.keep) print(folder)
    else await rm(folder, { recursive: true })
  }
}

/** Empty where the traces in `old` and `new` are the same to the byte. */
async function differenceIn(place: string): Promise<string> {
  const args = ['-c', 'core.quotePath=false', 'diff', '--no-index', '--no-color', '--no-ext-diff', '-U1']
  const sides = ['old/trace', 'new/trace']
  try {
    await run('git', [...args, ...sides], { cwd: place })
    return ''
  } catch (error) {
    const { stdout, code } = error as { stdout?: string; code?: unknown }
    if (code === 1 && stdout) return stdout
    throw error
  }
}

function tell({ name }: Case, difference: string): void {
  print(`${difference === '' ? 'same   ' : 'DIFFERS'} ${name}`)
  if (difference === '') return
  const lines = difference.trimEnd().split('\n').filter((line) => !/^(?:index|diff) /u.test(line)) // prettier-ignore
  const shown = values.whole ? lines : lines.slice(0, HEAD_LINES)
  print(shown.map((line) => `    ${line}`).join('\n'))
  if (shown.length < lines.length) print(`    … ${lines.length - shown.length} more lines; --whole shows them`)
}
