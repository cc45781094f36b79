import { afterAll, describe, expect, it, vi } from 'vitest'
import { rehearse } from '../support/rehearsal.ts'
import { FreshCopies, type Remote } from '../support/rehearsal-remote.ts'

// Real programs, one after the other, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 300_000 })

const copies = new FreshCopies()
afterAll(() => copies.remove())

/** The checks that run when somebody commits to a copy of the template. */
async function check(remote: Remote) {
  const result = await rehearse('ci.yml', remote, { name: 'push' })
  const [job] = result.jobs.filter(({ conclusion }) => conclusion !== 'skipped')
  expect(job!.name).toBe('Configuration and data')
  return { ...result, conclusion: job!.conclusion, steps: new Map(job!.steps.map((step) => [step.name, step])) }
}

const CRON = 'Compare the cron lines with the configuration'

describe('a push to a copy', () => {
  it('is fine where nothing was changed', async () => {
    const { conclusion, annotations, output } = await check(copies.make())
    expect(conclusion, output).toBe('success')
    expect(annotations).toEqual([])
    expect(output).toMatch(/✓ collection: \d+ albums/)
  })

  it('says in a notice and in the summary where the cron lines lag behind, and is fine', async () => {
    const remote = copies.make()
    remote.edit('config/app.json', (text) => text.replace('"time": "08:00"', '"time": "21:00"'))
    const { conclusion, annotations, summary, output } = await check(remote)
    expect(conclusion, output).toBe('success')
    expect(annotations).toEqual([
      {
        level: 'notice',
        title: 'The cron lines lag behind config/app.json',
        message: expect.stringContaining('npm run sync-workflows') as string,
      },
    ])
    expect(summary).toMatch(/- .*cron: '\d+ 8 \* \* \*'/)
    expect(summary).toMatch(/\+ .*cron: '\d+ 21 \* \* \*'/)
  })

  it.each<[string, string, string, string, RegExp]>([
    ['a configuration that cannot be meant', 'config/app.json', '"unit": "day"', '"unit": "dya"', /unit.*"?dya/s],
    ['a collection that is cut off', 'data/collection.json', '\n  ]\n}', '\n', /data\/collection\.json/],
  ])('fails over %s, naming the place in an annotation', async (_, file, was, is, place) => {
    const remote = copies.make()
    remote.edit(file, (text) => text.replace(was, is))
    const { conclusion, annotations, steps } = await check(remote)
    expect(conclusion).toBe('failure')
    expect(steps.get('Check')!.exitCode).toBe(2)
    expect(steps.get(CRON)!.outcome).toBe('skipped')
    expect(annotations).toMatchObject([{ level: 'error' }])
    expect(annotations[0]!.message).toMatch(place)
  })

  it('fails over a workflow whose schedule cannot be read, and does not call that a lag', async () => {
    const remote = copies.make()
    remote.edit('.github/workflows/export_collection_json.yml', (text) => text.replace(/- cron: .*/, '- cron:'))
    const { conclusion, annotations, steps } = await check(remote)
    expect(conclusion).toBe('failure')
    expect(steps.get(CRON)!.exitCode).toBe(2)
    expect(annotations).toMatchObject([{ level: 'error' }])
    expect(annotations[0]!.message).toContain('export_collection_json.yml')
  })
})
