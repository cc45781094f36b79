import type { Config } from '../../config/config.ts'
import type { Run } from '../../repository/github/actions.ts'
import type { RepositorySettings } from '../../repository/github/settings.ts'
import { isTaskId, type TaskId } from '../../config/catalog.ts'
import { failuresOf } from '../../repository/github/failures.ts'
import { notAsked, ok, problem, type Finding } from './check.ts'
import { plural } from './data.ts'

/** A workflow as GitHub has it; `state` is null where GitHub knows of none. */
export interface SeenWorkflow {
  file: string
  state: string | null
}

/** Whether GitHub would start the workflows. One that is off by hand counts only where config wants its task to run. */
export function judgeWorkflows(
  workflows: readonly SeenWorkflow[],
  config: Config | null,
  repository: RepositorySettings,
): Finding {
  const off = workflows.filter(({ file, state }) => state !== 'active' && isWanted(file, config))
  if (off.length === 0) return ok(`GitHub knows all ${workflows.length}, and none is off that should be on`)
  const missing = off.filter(({ state }) => state === null).map(({ file }) => file)
  const switchedOff = off.filter(({ state }) => state !== null)
  const says = switchedOff.map(({ file, state }) => `${file} (${WHY_OFF[state!] ?? state!})`)
  if (missing.length > 0) says.push(`GitHub has no ${missing.join(', ')}`)
  const todo = switchedOff.map((workflow) => todoFor(workflow, repository))
  if (missing.length > 0)
    todo.push(`In .github/workflows, commit ${missing.join(', ')} to “${repository.defaultBranch}” and push.`)
  return problem(`${plural(off.length, 'workflow')} will not start: ${says.join('; ')}.`, todo.join('\n'))
}

const WHY_OFF: Readonly<Record<string, string>> = {
  disabled_inactivity: 'switched off by GitHub after 60 days without activity',
  disabled_manually: 'switched off by hand',
  disabled_fork: 'off because this is a fork',
}

function todoFor({ file, state }: SeenWorkflow, { url }: RepositorySettings): string {
  const press = `press “Enable workflow” at ${url}/actions/workflows/${file}`
  if (state === 'disabled_fork') return `${file}: allow the workflows of this fork at ${url}/actions and then ${press}`
  if (state === 'disabled_manually' && taskOf(file) !== null)
    return `${file}: set "enabled" to false for its task in config/app.json, or ${press}`
  return `${file}: ${press}`
}

function taskOf(file: string): TaskId | null {
  const id = file.replace(/\.yml$/, '')
  return isTaskId(id) ? id : null
}

function isWanted(file: string, config: Config | null): boolean {
  const task = taskOf(file)
  return config === null || task === null || config.tasks[task].enabled
}

/** The latest runs of a workflow on the default branch, newest first. */
export interface SeenRuns {
  file: string
  runs: readonly Run[]
}

export function judgeRuns(seen: readonly SeenRuns[], { url }: RepositorySettings): Finding {
  const failing = seen.flatMap(({ file, runs }) => {
    const { streak } = failuresOf(runs)
    const newest = streak[0]
    return newest === undefined ? [] : [{ file, times: streak.length, newest }]
  })
  if (failing.length > 0)
    return problem(
      failing
        .map(({ file, times }) => `${file} failed ${times === 1 ? 'the last time' : `the last ${times} times`}.`)
        .join('\n'),
      ['What it says is on the page of the run:', ...failing.map(({ newest }) => newest.url)].join('\n'),
    )
  const ran = seen.filter(({ runs }) => failuresOf(runs).recovered !== null).length
  if (ran === 0)
    return notAsked(
      `No task has run yet. Press “Run workflow” at ${url}/actions/workflows/generate_haiku_scheduled.yml`,
    )
  return ok(
    `none failing; ${ran} of ${plural(seen.length, 'workflow')} ran well the last time, the others have not run yet`,
  )
}
