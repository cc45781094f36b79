import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Album } from '../../scripts/collection/album.ts'
import { discogsShelf } from '../support/discogs-shelf.ts'

/**
 * How long the whole command takes to import a Discogs export of 100,000 albums into a fresh copy, and how much memory;
 * beside a program that does nothing but parse the same bytes with csv-parse. Every run is a process of its own, from its
 * start to its end. Prints a Markdown table and exits with 1 when an import takes longer or more than the limits.
 *
 *     npx tsx bench/import.ts [--albums N] [--runs N]
 */

const LIMIT = { seconds: 10, megabytes: 1024 }

const { values } = parseArgs({
  options: { albums: { type: 'string', default: '100000' }, runs: { type: 'string', default: '3' } },
})
const runs = Number(values.runs)

interface Measured {
  seconds: number
  /** Of all its threads; on a busy machine this says more than the clock. */
  cpuSeconds: number
  megabytes: number
}

/** What a process writes when it ends; the unit of `maxRSS` is kibibytes everywhere, of the times microseconds. */
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(
  `import { writeFileSync } from 'node:fs'
  process.on('exit', () => writeFileSync(process.env.AIME_BENCH_USAGE, JSON.stringify(process.resourceUsage())))`,
)}`

async function measure(folder: string, args: readonly string[]): Promise<Measured> {
  const told = join(folder, 'usage.json')
  const began = performance.now()
  await new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, ['--import', TELL_USAGE, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, AIME_BENCH_USAGE: told },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done()
      else fail(new Error(`exit ${String(code)}: ${Buffer.concat(chunks).toString('utf8')}`))
    })
  })
  const seconds = (performance.now() - began) / 1000
  const usage = JSON.parse(await readFile(told, 'utf8')) as NodeJS.ResourceUsage
  const cpuSeconds = (usage.userCPUTime + usage.systemCPUTime) / 1e6
  return { seconds, cpuSeconds, megabytes: usage.maxRSS / 1024 }
}

const CSV_PARSE = import.meta.resolve('csv-parse/sync')
const PARSE_ALONE = `
  import { readFileSync } from 'node:fs'
  import { parse } from '${CSV_PARSE}'
  process.stdout.write(String(parse(readFileSync('list.csv')).length))`

/** What `npm run import` runs; tsx is this checkout's. */
const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { import: string } }
const IMPORT = scripts.import
  .split(' ')
  .slice(1)
  .map((word) => (word === 'tsx' ? import.meta.resolve('tsx') : word.endsWith('.ts') ? resolve(word) : word))

/** A copy of the template as it is on the first day, with the list beside it. */
async function freshCopy(csv: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'aime-bench-'))
  await mkdir(join(root, 'config'))
  await mkdir(join(root, 'data'))
  await writeFile(join(root, 'config/app.json'), '{}')
  await writeFile(join(root, 'data/runs.json'), '{ "version": 1, "repository": null, "since": null, "tasks": {} }')
  await cp('test/fixtures/collection.json', join(root, 'data/collection.json'))
  await writeFile(join(root, 'list.csv'), csv)
  return root
}

/** Every record is a copy of an album or waits for a person's word: a fast import that loses some is none. */
async function recordsIn(root: string): Promise<{ albums: number; records: number; unsure: number }> {
  const { albums } = JSON.parse(await readFile(join(root, 'data/collection.json'), 'utf8')) as { albums: Album[] }
  const review = await readFile(join(root, 'data/review.json'), 'utf8').catch(() => '{ "unsure": [] }')
  const unsure = (JSON.parse(review) as { unsure: unknown[] }).unsure.length
  return { albums: albums.length, records: albums.reduce((sum, { copies }) => sum + (copies?.length ?? 0), 0), unsure }
}

const print = (line: string) => process.stdout.write(`${line}\n`)
const shelf = discogsShelf(Number(values.albums))
const stages = { floor: [] as Measured[], first: [] as Measured[], again: [] as Measured[] }
let found = { albums: 0, records: 0, unsure: 0 }
const wrong: string[] = []
for (let run = 0; run < runs; run++) {
  const root = await freshCopy(shelf.csv)
  try {
    stages.floor.push(await measure(root, ['--input-type=module', '--eval', PARSE_ALONE]))
    stages.first.push(await measure(root, [...IMPORT, 'list.csv']))
    found = await recordsIn(root)
    if (found.records + found.unsure !== shelf.records) wrong.push(`${shelf.records} rows, ${found.records} records in`)
    const before = await readFile(join(root, 'data/collection.json'))
    stages.again.push(await measure(root, [...IMPORT, 'list.csv']))
    if (!before.equals(await readFile(join(root, 'data/collection.json')))) wrong.push('the second import changed it')
  } finally {
    await rm(root, { recursive: true })
  }
}

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`
print(
  `Discogs export of ${shelf.records} records (${megabytes(Buffer.byteLength(shelf.csv))}): ${found.albums} albums, ` +
    `${found.unsure} records to decide about; ${runs} runs`,
)
print('')
print('| | s (least) | s (all runs) | × floor | CPU s (least) | MB (most) | × floor | reached |')
print('|---|--:|---|--:|--:|--:|--:|---|')
const least = (measured: readonly Measured[]) => Math.min(...measured.map(({ seconds }) => seconds))
const leastCpu = (measured: readonly Measured[]) => Math.min(...measured.map(({ cpuSeconds }) => cpuSeconds))
const most = (measured: readonly Measured[]) => Math.max(...measured.map((each) => each.megabytes))
let reached = wrong.length === 0
for (const [name, measured] of [
  ['csv-parse alone (the floor)', stages.floor],
  ['first import', stages.first],
  ['the same file again', stages.again],
] as const) {
  const [seconds, memory] = [least(measured), most(measured)]
  const isFloor = measured === stages.floor
  const isGood = isFloor || (seconds < LIMIT.seconds && memory < LIMIT.megabytes)
  reached &&= isGood
  print(
    `| ${[
      name,
      seconds.toFixed(2),
      measured.map((each) => each.seconds.toFixed(2)).join(' '),
      (seconds / least(stages.floor)).toFixed(1),
      leastCpu(measured).toFixed(2),
      memory.toFixed(0),
      (memory / most(stages.floor)).toFixed(1),
      isFloor ? '' : isGood ? 'yes' : 'NO',
    ].join(' | ')} |`,
  )
}
print('')
print(`limits: ${LIMIT.seconds} s, ${LIMIT.megabytes} MB`)
for (const each of wrong) print(`WRONG: ${each}`)
process.exitCode = reached ? 0 : 1
