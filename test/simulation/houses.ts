import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { parseConfig, type Config } from '../../scripts/config/config.ts'
import type { TaskId } from '../../scripts/config/catalog.ts'
import { emptyLedger, readLedger, withRun, type Ledger } from '../../scripts/repository/ledger.ts'
import { runWork } from '../../scripts/runner/run-work.ts'
import { isDue } from '../../scripts/schedule/due.ts'
import type { Task } from '../../scripts/tasks/task.ts'

const REPOSITORY = 'someone/records'

/** A repository as the simulation sees it: a configuration, a ledger, and tasks that serve their slots. */
export interface House {
  commit: (config: object) => Promise<void> | void
  /** Runs a task with the slot rule; whether it did anything. */
  run: (id: TaskId, now: Temporal.Instant) => Promise<boolean> | boolean
  ledger: () => Promise<Ledger> | Ledger
}

/** In memory, by the slot rule and the ledger's own rule alone: some ten thousand runs a second. */
export function decidedHouse(since: string): House {
  let ledger: Ledger = { ...emptyLedger(), repository: REPOSITORY, since }
  let config: Config
  return {
    commit: (edited) => void (config = parseConfig(JSON.stringify(edited))),
    run(id, now) {
      const { enabled, schedule } = config.tasks[id]
      const slot = ledger.tasks[id]?.slot
      const served = slot === undefined ? null : Temporal.Instant.from(slot)
      const due = isDue({ schedule, now, served, since: Temporal.Instant.from(since) })
      if (!enabled || !due.due) return false
      ledger = withRun(ledger, id, { slot: due.slot.toString(), started: now.toString(), result: 'done' })
      return true
    },
    ledger: () => ledger,
  }
}

/**
 * Files that the runner itself reads and writes; the tasks only leave a small one. In memory where the machine has a
 * folder for that: thousands of runs would each wait for the disk.
 */
export async function realHouse(since: string): Promise<House & { remove: () => Promise<void> }> {
  const root = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'aime-year-'))
  await mkdir(join(root, 'config'))
  await mkdir(join(root, 'data'))
  await writeFile(
    join(root, 'data/collection.json'),
    '{ "version": 1, "albums": [{ "id": 1, "title": "Abbey Road" }] }',
  )
  await writeFile(
    join(root, 'data/runs.json'),
    JSON.stringify({ version: 1, repository: REPOSITORY, since, tasks: {} }),
  )
  return {
    commit: (config) => writeFile(join(root, 'config/app.json'), JSON.stringify(config)),
    async run(id, now) {
      let isRun = false
      const task: Task = { id, run: () => leave(now, () => (isRun = true)) }
      await runWork({
        work: task,
        root,
        env: { GITHUB_REPOSITORY: REPOSITORY },
        now,
        seed: 1,
        dryRun: false,
        scheduled: true,
        publish: false,
        progress: () => undefined,
      })
      return isRun
    },
    ledger: () => readLedger(root),
    remove: () => rm(root, { recursive: true }),
  }
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
