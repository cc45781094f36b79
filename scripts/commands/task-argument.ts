import { TASK_NAMES, taskNamed, type TaskId } from '../config/catalog.ts'
import { UsageError } from '../ground/errors.ts'
import { nearest } from '../ground/nearest.ts'
import { RUNNABLE } from '../tasks/registry.ts'

/** The task ids as a usage text lists them, one a line, the later ones indented by `indent`. */
export function taskIdLines(indent: number): string {
  return RUNNABLE.join(`\n${' '.repeat(indent)}`)
}

/** The task a command line names, by its exact id. @throws UsageError naming the likeliest id and all of them */
export function taskArgument(positionals: readonly string[], usage: string): TaskId {
  const [name, ...more] = positionals
  if (name === undefined) throw new UsageError('Which task?', { todo: usage })
  if (more.length > 0) throw new UsageError(`One task at a time; “${more.join(' ')}” is too much.`, { todo: usage })
  const id = RUNNABLE.find((known) => known === name)
  if (id !== undefined) return id
  const meant = taskNamed(nearest(name, TASK_NAMES) ?? '')
  const guess = meant === null ? '' : `Did you mean ${meant}? `
  throw new UsageError(`Tâche inconnue : ${name}`, { todo: `${guess}The tasks are: ${RUNNABLE.join(', ')}` })
}
