import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { parse } from 'yaml'
import { parseConfig, type Config } from '../../scripts/config/config.ts'
import type { Run } from '../../scripts/repository/github/actions.ts'
import { seededRandom, type Random } from '../../scripts/ground/random.ts'
import { readLedger } from '../../scripts/repository/ledger.ts'
import { runTask } from '../../scripts/runner/run-task.ts'
import { wakeUps } from '../../scripts/schedule/cron.ts'
import { latestSlot, nextSlot } from '../../scripts/schedule/slots.ts'
import { TASK_IDS, type TaskId } from '../../scripts/config/catalog.ts'
import type { Task } from '../../scripts/tasks/task.ts'
import { decide } from '../../scripts/commands/wake/decide.ts'
import { firings } from '../schedule/cron-evaluator.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** GitHub's bad days: what becomes of a wake-up. */
export interface Weather {
  /** Share of wake-ups that never come. */
  dropped: number
  /** Share that comes twice. */
  doubled: number
  /** How late one comes, in milliseconds. */
  delay: (random: Random) => number
}

/** A tenth is dropped, a fiftieth doubled; half come within three quarters of an hour, some six hours late. */
export const BAD: Weather = {
  dropped: 0.1,
  doubled: 0.02,
  delay: (random) => Math.round(6 * HOUR * (random.int(1e6) / 1e6) ** 3),
}

export interface Year {
  from: string
  days: number
  /** The configuration the cron lines were written from. */
  config: object
  /** Another configuration, committed at some time without touching the cron lines. */
  change?: { at: string; config: object }
  clock: boolean
  weather: Weather
  seed: number
  /** The tasks that are looked at; all where nothing is said. */
  tasks?: readonly TaskId[]
}

export interface Executions {
  /** Per task the slots of the span, in milliseconds. */
  slots: Map<TaskId, number[]>
  /** Per task the slot of each execution, in order. */
  executed: Map<TaskId, number[]>
}

type WakeUp = { at: number; who: TaskId | 'clock' }

/**
 * Lives through a span of days: every wake-up that the cron lines cause goes through `runTask` with the slot rule, as the
 * workflows do it, and the clock decides as it does in its workflow. The tasks themselves only leave a small file.
 */
export async function live(year: Year): Promise<Executions> {
  // Thousands of runs, each of which waits for the disk: in memory where the machine has a folder for that.
  const root = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'aime-year-'))
  try {
    return await liveIn(root, year)
  } finally {
    await rm(root, { recursive: true })
  }
}

async function liveIn(
  root: string,
  { from, days, config, change, clock, weather, seed, tasks = TASK_IDS }: Year,
): Promise<Executions> {
  const start = Temporal.Instant.from(from).epochMilliseconds
  const end = start + days * 24 * HOUR
  const random = seededRandom(seed)
  await mkdir(join(root, 'config'))
  await mkdir(join(root, 'data'))
  await writeFile(
    join(root, 'data/collection.json'),
    '{ "version": 1, "albums": [{ "id": 1, "title": "Abbey Road" }] }',
  )
  await writeFile(
    join(root, 'data/runs.json'),
    JSON.stringify({ version: 1, repository: 'someone/records', since: from, tasks: {} }),
  )
  let current = await commitConfig(root, config)
  const executed = new Map<TaskId, number[]>()
  const runs = new Map<TaskId, Run[]>()

  async function wake(id: TaskId, at: number): Promise<void> {
    const now = Temporal.Instant.fromEpochMilliseconds(at)
    const served = executed.get(id) ?? []
    const stub: Task = { id, run: () => leave(now, () => served.push(slotAt(current, id, at))) }
    await runTask({
      task: stub,
      root,
      env: { GITHUB_REPOSITORY: 'someone/records' },
      now,
      seed: 1,
      dryRun: false,
      scheduled: true,
      publish: false,
      progress: () => undefined,
    })
    executed.set(id, served)
    runs.set(id, [runAt(now), ...(runs.get(id) ?? [])].slice(0, 10))
  }

  async function look(at: number): Promise<void> {
    const now = Temporal.Instant.fromEpochMilliseconds(at)
    const { actions } = decide({
      now,
      config: current,
      ledger: await readLedger(root),
      repository: { defaultBranch: 'main', url: '', hasIssues: true, pushed: now },
      tasks: tasks.map((id) => ({ id, workflow: 'active', runs: runs.get(id) ?? [] })),
      clock: 'active',
      issues: [],
    })
    for (const action of actions) if (action.kind === 'dispatch') await wake(action.task, at + MINUTE)
  }

  const changeAt = change === undefined ? Infinity : Temporal.Instant.from(change.at).epochMilliseconds
  for (const { at, who } of await wakeUpsOf(parseConfig(JSON.stringify(config)), {
    start,
    end,
    clock,
    weather,
    random,
    tasks,
  })) {
    if (change !== undefined && at >= changeAt) current = await commitConfig(root, change.config)
    await (who === 'clock' ? look(at) : wake(who, at))
  }
  const after = change === undefined ? start : changeAt
  return { slots: new Map(tasks.map((id) => [id, slotsOf(current, id, after, end)])), executed }
}

async function commitConfig(root: string, config: object): Promise<Config> {
  const text = JSON.stringify(config)
  await writeFile(join(root, 'config/app.json'), text)
  return parseConfig(text)
}

// An async generator because a task's outcomes are one.
// eslint-disable-next-line @typescript-eslint/require-await
async function* leave(at: Temporal.Instant, executed: () => void): ReturnType<Task['run']> {
  executed()
  yield {
    kind: 'changes',
    files: [{ kind: 'export-json', extension: 'json', at, render: () => '{}\n' }],
    edits: [],
    items: [],
    subject: 'x',
    summary: '',
    report: '',
  }
}

function slotAt(config: Config, id: TaskId, at: number): number {
  return latestSlot(config.tasks[id].schedule, Temporal.Instant.fromEpochMilliseconds(at)).epochMilliseconds
}

/** The slots of a span that a task has to serve: those whose successor lies in the span as well. */
function slotsOf(config: Config, id: TaskId, start: number, end: number): number[] {
  const { enabled, schedule } = config.tasks[id]
  const slots: number[] = []
  if (!enabled) return slots
  let slot = nextSlot(schedule, Temporal.Instant.fromEpochMilliseconds(start - 1))
  for (;;) {
    const next = nextSlot(schedule, slot)
    if (next.epochMilliseconds > end) return slots
    slots.push(slot.epochMilliseconds)
    slot = next
  }
}

interface Span {
  start: number
  end: number
  clock: boolean
  weather: Weather
  random: Random
  tasks: readonly TaskId[]
}

/** Every wake-up of the span as GitHub brings it, in the order in which they come. */
async function wakeUpsOf(config: Config, { start, end, clock, weather, random, tasks }: Span): Promise<WakeUp[]> {
  const planned: WakeUp[] = tasks.flatMap((id) => {
    const { cron, timezone } = wakeUps(id, config.tasks[id].schedule)
    return cron.flatMap((line) => firings(line, timezone, start, end).map((at) => ({ at, who: id })))
  })
  if (clock) {
    const workflow = parse(await readFile('.github/workflows/clock.yml', 'utf8')) as {
      on: { schedule: { cron: string; timezone: string }[] }
    }
    for (const { cron, timezone } of workflow.on.schedule) {
      planned.push(...firings(plain(cron), timezone, start, end).map((at) => ({ at, who: 'clock' as const })))
    }
  }
  const chance = (share: number) => random.int(1e6) < share * 1e6
  return planned
    .flatMap(({ at, who }) => {
      if (chance(weather.dropped)) return []
      const once = [{ at: at + weather.delay(random), who }]
      return chance(weather.doubled) ? [...once, { at: at + weather.delay(random), who }] : once
    })
    .filter(({ at }) => at < end)
    .sort((a, b) => a.at - b.at)
}

/** A cron line without steps, which the evaluator does not read. */
function plain(line: string): string {
  return line.replace(/\*\/(\d+)/, (_, step: string) =>
    Array.from({ length: Math.ceil(24 / Number(step)) }, (_, index) => index * Number(step)).join(','),
  )
}

function runAt(now: Temporal.Instant): Run {
  return { status: 'completed', conclusion: 'success', event: 'schedule', created: now, started: now } as Run
}
