import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** The checkout that the tests run in. */
export const ROOT = join(import.meta.dirname, '..', '..')
export const WORKFLOWS = '.github/workflows'

/** A workflow as its YAML says it, in the parts that are looked at here. Values may hold `${{ }}`. */
export interface Workflow {
  name: string
  'run-name'?: string
  on: {
    schedule?: { cron: string; timezone?: string }[]
    workflow_dispatch?: { inputs?: Record<string, Input> } | null
    workflow_call?: { inputs?: Record<string, Input>; secrets?: Record<string, { required?: boolean }> }
    [event: string]: unknown
  }
  permissions?: Permissions
  concurrency?: Concurrency
  env?: Record<string, unknown>
  jobs: Record<string, Job>
}

export interface Input {
  type?: string
  required?: boolean
  default?: unknown
  /** Of a choice. */
  options?: string[]
}

export type Permissions = Record<string, string> | string
export type Concurrency = { group: string; queue?: string; 'cancel-in-progress'?: unknown } | string

export interface Job {
  name?: string
  if?: string | boolean
  uses?: string
  with?: Record<string, unknown>
  secrets?: Record<string, string> | 'inherit'
  permissions?: Permissions
  concurrency?: Concurrency
  env?: Record<string, unknown>
  strategy?: { matrix: Record<string, unknown[]> }
  steps?: Step[]
  'runs-on'?: string
  'timeout-minutes'?: number
}

export interface Step {
  name?: string
  if?: string | boolean
  uses?: string
  with?: Record<string, unknown>
  run?: string
  shell?: string
  env?: Record<string, unknown>
}

export function parseWorkflow(text: string): Workflow {
  return parse(text) as Workflow
}

/** The text of every workflow file, by file name. */
export function workflowTexts(): Map<string, string> {
  const folder = join(ROOT, WORKFLOWS)
  const names = readdirSync(folder).sort()
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** Every step of every job. */
export function stepsOf(workflow: Workflow): Step[] {
  return Object.values(workflow.jobs).flatMap(({ steps }) => steps ?? [])
}
