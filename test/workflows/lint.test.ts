import { describe, expect, it } from 'vitest'
import { workflowTexts } from '../support/workflow-files.ts'
import { lint } from '../support/workflow-lint.ts'

const files = workflowTexts()
const TASK = 'generate_haiku_scheduled.yml'
const SHARED = 'run-task.yml'

/** The workflows with one place of one of them written differently. */
function edited(name: string, was: string | RegExp, is: string): Map<string, string> {
  const text = files.get(name)!.replace(was, is)
  if (text === files.get(name)) throw new Error(`${name} does not hold ${String(was)}`)
  return new Map(files).set(name, text)
}

describe("GitHub's own language service", () => {
  it.each([...files.keys()])('has nothing against %s', async (name) => {
    expect(await lint(name, files)).toEqual([])
  })

  it.each<[string, string, string | RegExp, string, RegExp]>([
    ['a key that does not exist', TASK, 'permissions: {}', 'permission: {}', /Unexpected value 'permission'/],
    ['a cron line without sense', TASK, /cron: '\d+ \d+/, "cron: '7 24", /Invalid cron expression/],
    ['a cron line that asks too often', TASK, /cron: '\d+ \d+/, "cron: '* *", /at most every 5 minutes/],
    ['a misspelt timezone key', TASK, 'timezone:', 'timezne:', /Unexpected value 'timezne'/],
    ['a permission that does not exist', TASK, 'contents: write', 'content: write', /Unexpected value 'content'/],
    ['a level that no permission has', TASK, 'contents: write', 'contents: wrote', /Unexpected value 'wrote'/],
    ['an input that is not declared', TASK, '      task:', '      tusk:', /tusk is not defined in the referenced/],
    ['a required input left out', TASK, '      task:', '      tusk:', /Input task is required/],
    ['a secret that is not declared', TASK, 'EURIA_MODEL: ', 'EURIA_NODEL: ', /Invalid secret, EURIA_NODEL/],
    ['a reusable workflow that is not there', TASK, 'run-task.yml', 'run-tusk.yml', /Unable to find reusable workflow/],
    ['an unknown input in an expression', TASK, 'inputs.only_if_due }', 'inputs.only_if_du }', /only_if_du\b/],
    ['an expression that cannot be read', TASK, "event_name == 's", "event_name = 's", /Unexpected symbol: '='/],
    ['an unknown way to queue', SHARED, 'queue: max', 'queue: most', /Unexpected value 'most'/],
    ['a misspelt input of an action', SHARED, 'persist-c', 'persists-c', /Invalid action input 'persists-credentials'/],
    ['a short commit of an action', SHARED, /@([0-9a-f]{7})[0-9a-f]{33}/, '@$1', /full 40-character commit SHA/],
    ['a context that does not exist', SHARED, '${{ secrets.', '${{ secret.', /Unrecognized named-value: 'secret'/],
    [
      'a time limit that is no number',
      SHARED,
      'timeout-minutes: 15',
      'timeout-minutes: long',
      /Unexpected value 'long'/,
    ],
  ])('finds %s', async (_, name, was, is, problem) => {
    expect((await lint(name, edited(name, was, is))).join('\n')).toMatch(problem)
  })
})
