import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { seededRandom } from '../../scripts/ground/random.ts'
import { openPublisher } from '../../scripts/repository/publish.ts'

/**
 * What publishing costs on top of a plain fetch, add, commit and push with the git binary: in a clone of this repository
 * with a bare remote beside it, by turns in one run, the least of several. Both write the same five files. Exits with 1
 * where publishing takes longer than the limit, or the clone is not brought forward.
 *
 *     npm run bench:publish [-- --runs N]
 */

const LIMIT = { secondsOnTop: 0.4 }

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } })
const run = promisify(execFile)
const folder = await realpath(await mkdtemp(join(tmpdir(), 'aime-bench-')))
const git = async (cwd: string, ...args: string[]) => (await run('git', args, { cwd })).stdout.trim()

/** A `git` that notes each call before it is the real one; only for counting, never while time is taken. */
async function countingGit(log: string): Promise<string> {
  const real = (await run('sh', ['-c', 'command -v git'])).stdout.trim()
  const bin = join(folder, 'bin')
  await mkdir(bin)
  await writeFile(join(bin, 'git'), `#!/bin/sh\necho "$1" >> '${log}'\nexec '${real}' "$@"\n`)
  await chmod(join(bin, 'git'), 0o755)
  return bin
}

const files = (turn: number) => ({
  [`Scheduled Output/bench-${turn}.md`]: `# ${turn}\n`,
  'Scheduled Output/latest-bench.md': `# ${turn}\n`,
  'Scheduled Output/README.md': `${turn}\n`,
  'README.md': `${turn}\n`,
  'data/runs.json': JSON.stringify({ version: 1, repository: null, since: null, tasks: {}, turn }),
})

async function write(root: string, turn: number): Promise<string[]> {
  await Promise.all(Object.entries(files(turn)).map(([path, text]) => writeFile(join(root, path), text)))
  return Object.keys(files(turn))
}

async function plainly(clone: string, turn: number): Promise<void> {
  await git(clone, 'fetch', '--quiet', 'origin')
  await git(clone, 'add', '--', ...(await write(clone, turn)))
  await git(clone, 'commit', '--quiet', '--message', `Bench ${turn}`)
  await git(clone, 'push', '--quiet', 'origin', 'HEAD')
}

async function ours(clone: string, turn: number, path = process.env['PATH']): Promise<boolean> {
  const publisher = await openPublisher({
    root: clone,
    env: { PATH: path, HOME: folder, RUNNER_TEMP: folder },
    credential: null,
    random: seededRandom(turn),
    progress: () => undefined,
  })
  try {
    const published = await publisher.publish(async (tree) => ({
      subject: `Bench ${turn}`,
      trailers: { Task: 'bench', Run: publisher.run },
      paths: await write(tree, turn),
      alongside: [],
    }))
    return published?.fastForwarded === true
  } finally {
    await publisher.close()
  }
}

async function seconds(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return (performance.now() - began) / 1000
}

const clones: Record<'plain' | 'ours', string> = { plain: join(folder, 'plain'), ours: join(folder, 'ours') }
const times: Record<'plain' | 'ours', number[]> = { plain: [], ours: [] }
const counts: Partial<Record<'plain' | 'ours', number>> = { plain: 4 }
let isForwarded = true
try {
  await writeFile(join(folder, '.gitconfig'), '[user]\n\tname = Bench\n\temail = bench@example.org\n')
  for (const [name, clone] of Object.entries(clones)) {
    await git('.', 'clone', '--quiet', '--bare', '.', `${clone}.git`)
    await git(folder, 'clone', '--quiet', `${clone}.git`, clone)
    await git(clone, 'config', 'user.name', name)
    await git(clone, 'config', 'user.email', 'bench@example.org')
  }
  for (let turn = 0; turn < Number(values.runs); turn++) {
    times.plain.push(await seconds(() => plainly(clones.plain, turn)))
    times.ours.push(await seconds(async () => (isForwarded = (await ours(clones.ours, turn)) && isForwarded)))
  }
  const log = join(folder, 'calls')
  const path = `${await countingGit(log)}${delimiter}${process.env['PATH'] ?? ''}`
  isForwarded = (await ours(clones.ours, -1, path)) && isForwarded
  counts.ours = (await readFile(log, 'utf8')).trim().split('\n').length
} finally {
  await rm(folder, { recursive: true })
}

const print = (line: string) => process.stdout.write(`${line}\n`)
const least = (list: readonly number[]) => Math.min(...list)
const onTop = least(times.ours) - least(times.plain)
const reached = onTop <= LIMIT.secondsOnTop && isForwarded
print('| | s (least) | s (all runs) | × floor | git commands | s on top | reached |')
print('|---|--:|---|--:|--:|--:|---|')
for (const [name, kind] of [
  ['fetch, add, commit, push (the floor)', 'plain'],
  ['publishing', 'ours'],
] as const) {
  const isFloor = kind === 'plain'
  print(
    `| ${[
      name,
      least(times[kind]).toFixed(2),
      times[kind].map((each) => each.toFixed(2)).join(' '),
      (least(times[kind]) / least(times.plain)).toFixed(1),
      counts[kind],
      isFloor ? '' : onTop.toFixed(2),
      isFloor ? '' : reached ? 'yes' : 'NO',
    ].join(' | ')} |`,
  )
}
print('')
print(`limit: ${LIMIT.secondsOnTop} s on top of the floor; the clone is to be at the published commit every time`)
process.exitCode = reached ? 0 : 1
