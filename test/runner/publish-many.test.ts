import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { TaskId } from '../../scripts/config/catalog.ts'
import type { Landed, Order } from '../support/publish-loop.ts'
import { createWorld, json, leftIn, outputsOf, pathsOf, subjects, writeFiles, type World } from '../support/repos.ts'

const HAIKU: TaskId = 'generate_haiku_scheduled'
const START = '2026-01-31T12:00:00Z'

/** `npm run storm` has it in full; the small one meets every kind of conflict as well. */
const isFull = process.env['STORM'] === 'full'
const CLONES = isFull ? 6 : 3
const RUNS = isFull ? 10 : 5
const PROCESSES = isFull ? 4 : 2
const LIMIT = { timeout: 300_000 }

const KEEP_ALL = { 'config/app.json': json({ scheduler: { max_files_per_type: 1000 } }) }

let world: World
afterEach(() => world.remove())

/** Runs the loop in a process of its own and gives what it published. @throws what it said where it failed */
async function publishLoop(order: Omit<Order, 'start' | 'scheduled'> & Partial<Order>): Promise<Landed[]> {
  const full: Order = { start: START, scheduled: false, ...order }
  const loop = ['--import', import.meta.resolve('tsx'), resolve('test/support/publish-loop.ts')]
  const child = spawn(process.execPath, loop, {
    env: { ...world.env, ORDER: JSON.stringify(full) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`the loop ended with ${String(code)}: ${said.err}`)
  return said.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Landed)
}

/** A clone's runs: haikus and both exports by turns, in an order of the clone's own. */
function tasksFor(clone: number): TaskId[] {
  const three: TaskId[] = [HAIKU, 'export_collection_json', 'export_collection_markdown']
  return Array.from({ length: RUNS }, (_, index) => three[(index + clone) % 3]!)
}

/** What must hold of the remote after `runs`, however they came in each other's way. */
async function expectNothingLost(runs: readonly Landed[]): Promise<void> {
  const { git, remote, branch } = world
  const outputs = runs.flatMap((run) => run.outputs)
  expect(new Set(outputs).size).toBe(outputs.length)
  expect(await outputsOf(world)).toEqual([...outputs].sort())
  const touched = (filter: string) =>
    git(remote, 'log', `--diff-filter=${filter}`, '--no-renames', '--format=%h', branch, '--', ...outputs)
  expect((await touched('A')).split('\n')).toHaveLength(outputs.length)
  expect(await touched('MDT')).toBe('')

  expect(await git(remote, 'log', '--min-parents=2', '--format=%h', branch)).toBe('')
  expect((await git(remote, 'log', '--max-parents=0', '--format=%s', branch)).split('\n')).toEqual(['Begin'])
  await git(remote, 'fsck', '--strict')

  for (const path of (await pathsOf(world)).filter((name) => name.endsWith('.json'))) {
    JSON.parse(await world.read(path))
  }
  const haikuRuns = runs.filter(({ task }) => task === HAIKU).length
  const log = JSON.parse(await world.read('data/haikus/2026.json')) as { haikus: unknown[] }
  expect(log.haikus).toHaveLength(5 * haikuRuns)
  const ledger = JSON.parse(await world.read('data/runs.json')) as { tasks: Record<string, unknown> }
  expect(Object.keys(ledger.tasks).sort()).toEqual([...new Set(runs.map(({ task }) => task))].sort())
}

function distribution(runs: readonly Landed[]): string {
  const attempts = runs.flatMap((run) => run.attempts).sort((a, b) => a - b)
  const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b)
  const at = (list: number[], share: number) => list[Math.min(list.length - 1, Math.floor(list.length * share))]!
  return `${attempts.reduce((sum, count) => sum + count, 0)} attempts: median ${at(attempts, 0.5)}, 90 % ${at(attempts, 0.9)}, most ${attempts.at(-1)!}; seconds a run: median ${at(seconds, 0.5).toFixed(1)}, most ${seconds.at(-1)!.toFixed(1)}`
}

describe('publishing from many places at once', () => {
  it('lands every run of several clones while one more pushes commits of its own', LIMIT, async () => {
    world = await createWorld({ files: KEEP_ALL })
    const clones = await Promise.all(Array.from({ length: CLONES }, (_, index) => world.clone(`clone ${index + 1}`)))
    const another = await world.clone('another')
    const began = performance.now()
    let busy = true
    const loops = Promise.all(
      clones.map((root, index) => publishLoop({ root, tasks: tasksFor(index), seed: 100 * index })),
    ).finally(() => (busy = false))
    const notes = pushNotes(another, () => busy)
    const runs = (await loops).flat()
    const written = await notes
    process.stderr.write(
      `${CLONES * RUNS} runs and ${written} pushes in ${((performance.now() - began) / 1000).toFixed(1)} s; ${distribution(runs)}\n`,
    )

    expect(runs).toHaveLength(CLONES * RUNS)
    expect(runs.every(({ nothing, attempts }) => nothing === null && attempts.length === 1)).toBe(true)
    await expectNothingLost(runs)
    expect(written).toBeGreaterThanOrEqual(isFull ? 5 : 2)
    const bySubject = await subjects(world)
    expect(bySubject.filter((subject) => subject.startsWith('Note '))).toHaveLength(written)
    expect(bySubject).toHaveLength(1 + CLONES * RUNS + written)
    expect(await world.read('notes.md')).toBe(Array.from({ length: written }, (_, note) => `- ${note + 1}`).join('\n'))
    for (const clone of clones) expect(await leftIn(world, clone)).toEqual([])
    expect(await world.leftTemporary()).toEqual([])
  })

  it('lands every run of several processes in one and the same clone', LIMIT, async () => {
    world = await createWorld({ files: KEEP_ALL })
    const root = await world.clone('shared')
    const began = performance.now()
    const runs = (
      await Promise.all(
        Array.from({ length: PROCESSES }, (_, index) =>
          publishLoop({ root, tasks: tasksFor(index).slice(0, 5), seed: 100 * index }),
        ),
      )
    ).flat()
    process.stderr.write(
      `${PROCESSES * 5} runs in one clone in ${((performance.now() - began) / 1000).toFixed(1)} s; ${distribution(runs)}\n`,
    )
    expect(runs).toHaveLength(PROCESSES * 5)
    await expectNothingLost(runs)
    expect(await world.git(root, 'status', '--porcelain')).toBe('')
    expect(await leftIn(world, root)).toEqual([])
    expect(await world.leftTemporary()).toEqual([])
  })
})

/** A person who adds a line to a file, commits and pushes, over and over; gives how many were pushed. */
async function pushNotes(clone: string, goOn: () => boolean): Promise<number> {
  const { git, branch } = world
  let pushed = 0
  while (goOn()) {
    await git(clone, 'fetch', '--quiet', 'origin', branch)
    await git(clone, 'reset', '--quiet', '--hard', 'FETCH_HEAD')
    const lines = Array.from({ length: pushed + 1 }, (_, note) => `- ${note + 1}\n`).join('')
    await writeFiles(clone, { 'notes.md': lines })
    await git(clone, 'add', 'notes.md')
    await git(clone, 'commit', '--quiet', '--message', `Note ${pushed + 1}`)
    const arrived = await git(clone, 'push', '--quiet', 'origin', `HEAD:${branch}`).then(
      () => true,
      () => false,
    )
    if (arrived) pushed++
    await sleep(arrived ? 1000 : 100)
  }
  return pushed
}
