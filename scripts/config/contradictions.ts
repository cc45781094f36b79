import { oneOf, show, type Problem } from '../ground/schema-problems.ts'
import { catalogEntry, OWN_SETTINGS, taskNamed, type TaskId } from './catalog.ts'
import { isInside } from './output-dir.ts'
import type { ConfigFile, TaskEntry } from './schema.ts'
import { isZone } from './zone.ts'

const SECRET_NAME = /bearer|token|secret|passw|api_?key|credential/i

/** A key that names a secret is refused wherever it stands, before anything else is said and without its value. */
export function secrets(value: unknown, path: readonly PropertyKey[] = []): Problem[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (Array.isArray(value) || !SECRET_NAME.test(key)) return secrets(inner, here)
    return [
      {
        path: here,
        says: 'a secret has no place in a file that git keeps for ever.',
        todo:
          "Delete the line and put it in the repository's secrets: Settings → Secrets and variables → Actions. " +
          'It stays in git’s history, so have its service replace it by a new one.',
      },
    ]
  })
}

/** What the schema alone cannot say. */
export function contradictions(file: ConfigFile): Problem[] {
  const { scheduler = {} } = file
  const problems: Problem[] = []
  const say = (path: PropertyKey[], says: string) => problems.push({ path: ['scheduler', ...path], says })
  const { timezone, output_dir: outputDir, tasks = [] } = scheduler
  if (timezone !== undefined && !isZone(timezone)) {
    say(['timezone'], `${show(timezone)} stands here. Possible: an IANA zone such as "UTC" or "Europe/Paris".`)
  }
  if (outputDir !== undefined && !isInside(outputDir)) {
    say(
      ['output_dir'],
      `${show(outputDir)} stands here. Possible: a folder inside the repository, with forward slashes, such as ` +
        '"Scheduled Output"; not its top level, and none of the folders the product itself lives in.',
    )
  }
  const named = new Map<TaskId, number>()
  tasks.forEach((task, index) => {
    const id = taskNamed(task.name)
    if (id === null) return
    const first = named.get(id)
    if (first !== undefined) {
      say(['tasks', index, 'name'], `${show(task.name)} is already set by tasks[${first}]. Possible: one entry a task.`)
    }
    named.set(id, index)
    for (const { setting, why } of misplaced(id, task)) say(['tasks', index, setting], why)
  })
  return problems
}

const HOURS = [1, 2, 3, 4, 6, 8, 12]

/** Settings that would be read by nobody, or that do not go together: silence would hide a mistake. */
function misplaced(id: TaskId, task: TaskEntry): { setting: string; why: string }[] {
  const { schedule, settings } = catalogEntry(id)
  const unit = task.unit ?? schedule.unit
  const found: { setting: string; why: string }[] = []
  const frequency = task.frequency
  if (unit === 'hour' && frequency !== undefined && !HOURS.includes(frequency)) {
    found.push({
      setting: 'frequency',
      why: `${frequency} stands here. Possible with unit "hour": ${oneOf(HOURS.map(String))}.`,
    })
  }
  if (task.weekday !== undefined && unit !== 'week') {
    found.push({ setting: 'weekday', why: `it has a meaning only with unit "week"; here the unit is "${unit}".` })
  }
  if (task.monthday !== undefined && unit !== 'month') {
    found.push({ setting: 'monthday', why: `it has a meaning only with unit "month"; here the unit is "${unit}".` })
  }
  for (const setting of OWN_SETTINGS) {
    if (task[setting] !== undefined && settings[setting] === undefined) {
      found.push({ setting, why: `${task.name} has no such setting.` })
    }
  }
  return found
}
