/**
 * Publishes from one clone several times in a row, as a process of its own. Reads an {@link Order} from the environment
 * variable ORDER; prints one {@link Landed} a line.
 */
import { Temporal } from 'temporal-polyfill'
import { runWork } from '../../scripts/runner/run-work.ts'
import type { TaskId } from '../../scripts/config/catalog.ts'
import { loadTask } from '../../scripts/tasks/registry.ts'

export interface Order {
  root: string
  /** The tasks to run, one after the other. */
  tasks: TaskId[]
  /** When the first one starts; each further one starts a second later. */
  start: string
  seed: number
  scheduled: boolean
}

export interface Landed {
  task: TaskId
  /** How often each piece was applied. */
  attempts: number[]
  outputs: string[]
  /** Why nothing was published, where nothing was. */
  nothing: string | null
  seconds: number
}

const order = JSON.parse(process.env['ORDER'] ?? '') as Order
for (const [index, id] of order.tasks.entries()) {
  const result = await runWork({
    work: await loadTask(id),
    root: order.root,
    env: process.env,
    now: Temporal.Instant.from(order.start).add({ seconds: index }),
    seed: order.seed + index,
    dryRun: false,
    scheduled: order.scheduled,
    publish: true,
    progress: () => undefined,
  })
  const landed: Landed = {
    task: id,
    attempts: result.pieces.map(({ published }) => published?.attempts ?? 0),
    outputs: result.pieces.flatMap(({ applied }) => applied?.outputs ?? []),
    nothing: result.nothing,
    seconds: result.seconds,
  }
  process.stdout.write(`${JSON.stringify(landed)}\n`)
}
