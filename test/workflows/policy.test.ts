import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadTask, RUNNABLE } from '../../scripts/tasks/registry.ts'
import type { TaskId } from '../../scripts/config/catalog.ts'
import { fillText } from '../support/workflow-expressions.ts'
import { parseWorkflow, ROOT, stepsOf, workflowTexts, type Job } from '../support/workflow-files.ts'
import { JOB_TOKEN, planned } from '../support/workflow-plan.ts'

/** The releases that were looked at. An update is a change here, by a person who has looked at the new one. */
const PINS: Record<string, string> = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
  'actions/configure-pages': '45bfe0192ca1faeb007ade9deae92b16b8254a0d # v6.0.0',
  'actions/upload-pages-artifact': 'fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0',
  'actions/deploy-pages': '368f82528645a54fb793d4d04e342629a3f51346 # v5.0.1',
}

/** What of the repository's secrets and variables each task uses. */
const USED: Partial<Record<TaskId, string[]>> = {
  generate_haiku_scheduled: ['EURIA_BEARER', 'EURIA_MODEL', 'EURIA_URL'],
  export_collection_markdown: [],
  export_collection_json: [],
  weekly_haiku: ['EURIA_BEARER', 'EURIA_MODEL', 'EURIA_URL'],
  monthly_analysis: [],
  daily_enrichment: ['SPOTIFY_CLIENT_ID', 'SPOTIFY_CLIENT_SECRET'],
  optimize_ai_descriptions: ['EURIA_BEARER', 'EURIA_MODEL', 'EURIA_URL'],
  sync_collection: ['DISCOGS_TOKEN', 'DISCOGS_USER'],
  sync_listens: ['LASTFM_API_KEY', 'LASTFM_USER', 'LISTENBRAINZ_TOKEN', 'LISTENBRAINZ_USER'],
}

const SHARED = 'run-task.yml'
const CLOCK = 'clock.yml'
/** Workflows that a person starts, with no task of their own. */
const ERRANDS = ['begin.yml', 'import.yml']

/** The step that gets a token, by workflow: the one that pushes, and the one that starts other workflows. */
const HOLDERS: Record<string, string> = {
  [SHARED]: 'Run and publish',
  [CLOCK]: 'Look and start what is due',
  'begin.yml': 'Begin and publish',
  'import.yml': 'Import and publish',
}

const texts = workflowTexts()
const workflows = [...texts].map(([file, text]) => ({ file, text, workflow: parseWorkflow(text) }))
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ place: `${file}, ${id}`, file, job })),
)
const tasks = RUNNABLE

describe.each(workflows)('$file', ({ file, text, workflow }) => {
  it('gives no job a permission that the job does not ask for', () => {
    expect(workflow.permissions).toEqual({})
  })

  it('pins every action to the commit of a known release', () => {
    const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses: /.test(line) && !line.includes('uses: ./'))
    const wrong = lines.filter((line) => {
      const [, action, pin] = /uses: ([^@\s]+)@(.+)$/.exec(line) ?? []
      return action === undefined || PINS[action] !== pin
    })
    expect(wrong).toEqual([])
    expect(lines).toHaveLength(stepsOf(workflow).filter(({ uses }) => uses !== undefined).length)
  })

  it('leaves no credential behind a checkout', () => {
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(checkouts.map(() => false))
  })

  it('puts no expression into a script, where its value would be run', () => {
    const scripts = stepsOf(workflow).flatMap(({ run }) => (run === undefined ? [] : [run]))
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
  })

  it('shows no secret and no token to a step that does not need it', () => {
    const wide = [workflow.env, ...Object.values(workflow.jobs).map(({ env }) => env)]
    expect(wide.filter((env) => env !== undefined)).toEqual([])
    const holders = stepsOf(workflow).filter(({ env }) => /secrets\.|github\.token/.test(JSON.stringify(env ?? {})))
    expect(holders.map(({ name }) => name)).toEqual(HOLDERS[file] === undefined ? [] : [HOLDERS[file]])
  })

  it('wakes up off the hour and in a zone that exists', () => {
    for (const { cron, timezone } of workflow.on.schedule ?? []) {
      expect(cron.split(' ')[0]).toMatch(/^[1-9]\d?$/)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: timezone })).not.toThrow()
    }
  })
})

describe('every job', () => {
  it('that has steps has a time limit, a fixed runner, and one of its own permissions', () => {
    const own = jobs.filter(({ job }) => job.steps !== undefined)
    expect(own.length).toBeGreaterThan(2)
    for (const { place, job } of own) {
      expect(job['timeout-minutes'], place).toBeLessThanOrEqual(20)
      expect(job['runs-on'], place).toBe('ubuntu-24.04')
      expect(job.permissions, place).toBeTypeOf('object')
    }
  })

  it('reads only, except those that push, those that call them, and the clock', () => {
    const writes = ({ file, job }: { file: string; job: Job }) =>
      file === SHARED || ERRANDS.includes(file) || job.uses === `./.github/workflows/${SHARED}`
    const clocks = jobs.filter(({ file }) => file === CLOCK)
    expect(clocks.map(({ job }) => job.permissions)).toEqual([{ actions: 'write', contents: 'read', issues: 'write' }])
    for (const it of jobs.filter(({ file }) => file !== CLOCK)) {
      expect(it.job.permissions, it.place).toEqual({ contents: writes(it) ? 'write' : 'read' })
    }
  })

  it('of a task waits in one group, which the shared workflow alone names', () => {
    const groups = workflows.flatMap(({ file, workflow }) =>
      [workflow.concurrency, ...Object.values(workflow.jobs).map(({ concurrency }) => concurrency)].flatMap((group) =>
        group === undefined || ['ci.yml', CLOCK, ...ERRANDS].includes(file) ? [] : [{ file, group }],
      ),
    )
    expect(groups).toEqual([{ file: SHARED, group: { group: 'task-${{ inputs.task }}', queue: 'max' } }])
  })
})

describe('the tasks', () => {
  it('have a workflow each, named after the id, and no other workflow has a cron line or a button but the clock and the forms', () => {
    const woken = workflows.filter(({ workflow }) => 'schedule' in workflow.on || 'workflow_dispatch' in workflow.on)
    expect(woken.map(({ file }) => file).sort()).toEqual([CLOCK, ...ERRANDS, ...tasks.map((id) => `${id}.yml`)].sort())
    expect(woken.filter(({ workflow }) => 'schedule' in workflow.on).map(({ file }) => file)).not.toEqual(
      expect.arrayContaining(ERRANDS),
    )
  })

  it.each(tasks)('are called by the right name (%s)', async (task) => {
    const { workflow } = workflows.find(({ file }) => file === `${task}.yml`)!
    expect(Object.values(workflow.jobs).map((job) => job.with?.['task'])).toEqual([task])
    const box = { description: expect.any(String) as string, type: 'boolean', default: false }
    expect(workflow.on.workflow_dispatch).toEqual({
      // Only what exports or saves the collection asks whether it may have become smaller.
      inputs: { only_if_due: box, ...((await loadTask(task)).guarded && { accept_shrink: box }) },
    })
  })

  it.each(tasks)('get the secrets and variables they use and no others (%s)', (task) => {
    const expected = USED[task]
    expect(expected, `Say in USED what ${task} uses`).toBeDefined()
    const names = Object.keys(parseWorkflow(texts.get(SHARED)!).on.workflow_call!.secrets!)
    const marked = (mark: string) => Object.fromEntries(names.map((name) => [name, `${mark} ${name}`]))
    for (const [mark, event] of [
      ['secret', { secrets: marked('secret') }],
      ['variable', { variables: marked('variable') }],
    ] as const) {
      const { jobs } = planned(`${task}.yml`, texts, { name: 'schedule', ...event })
      const seen = jobs.flatMap(({ job, contexts }) =>
        job.steps!.flatMap(({ env = {} }) =>
          Object.entries(env)
            .map(([name, value]) => [name, fillText(value, contexts)])
            .filter(([, value]) => value!.startsWith(`${mark} `)),
        ),
      )
      // A key is never a variable: variables can be read by everybody who can read the repository.
      const wanted = expected!.filter((name) => mark === 'secret' || !/BEARER|TOKEN|SECRET|API_KEY/.test(name))
      expect(seen.sort()).toEqual(wanted.map((name) => [name, `${mark} ${name}`]))
    }
  })

  it('get the token of the job, for the push', () => {
    const { jobs } = planned(`${tasks[0]!}.yml`, texts, { name: 'schedule' })
    const { env } = jobs[0]!.job.steps!.at(-1)!
    expect(fillText(env!['GITHUB_TOKEN'], jobs[0]!.contexts)).toBe(JOB_TOKEN)
  })
})

describe('Dependabot', () => {
  it('updates a branch that copies of the template do not have', () => {
    const { updates } = parse(readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8')) as {
      updates: Record<string, unknown>[]
    }
    expect(updates.map((update) => [update['package-ecosystem'], update['target-branch']])).toEqual([
      ['npm', 'dependencies'],
      ['github-actions', 'dependencies'],
    ])
  })
})
