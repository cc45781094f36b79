import { UsageError } from '../ground/errors.ts'
import { nearest } from '../ground/nearest.ts'
import { TASK_NAMES, taskNamed } from '../config/catalog.ts'
import { REGISTRY } from '../tasks/registry.ts'
import type { Task } from '../tasks/task.ts'

const IDS = [...REGISTRY.keys()]

/** The task ids as a usage text lists them, one a line, the later ones indented by `indent`. */
export function taskIdLines(indent: number): string {
  return IDS.join(`\n${' '.repeat(indent)}`)
}

/** The task a command line names, by its exact id. @throws UsageError naming the likeliest id and all of them */
export function taskArgument(positionals: readonly string[], usage: string): Task {
  const [id, ...more] = positionals
  if (id === undefined) throw new UsageError('Which task?', { todo: usage })
  if (more.length > 0) throw new UsageError(`One task at a time; “${more.join(' ')}” is too much.`, { todo: usage })
  const task = [...REGISTRY.values()].find((known) => known.id === id)
  if (task !== undefined) return task
  const meant = taskNamed(nearest(id, TASK_NAMES) ?? '')
  const guess = meant !== null && REGISTRY.has(meant) ? `Did you mean ${meant}? ` : ''
  throw new UsageError(`Tâche inconnue : ${id}`, { todo: `${guess}The tasks are: ${IDS.join(', ')}` })
}
