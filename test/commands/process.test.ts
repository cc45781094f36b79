import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../scripts/commands/index.ts'
import { run } from '../support/command.ts'
import { start, type Ended } from '../support/processes.ts'

// What the other tests leave out, because they call the commands in their own process.

const NAMES = Object.keys(COMMANDS)

function processOf(script: string, ...args: string[]): Promise<Ended> {
  return start(script, args, tmpdir(), { PATH: process.env['PATH'], HOME: tmpdir() }).ended
}

describe('package.json', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

  it.each(NAMES)('has a script for %s', (name) => {
    expect(scripts[name]).toMatch(new RegExp(`^node (?:--[\\w=-]+ )*--import tsx scripts/cli\\.ts ${name}$`))
  })

  it('starts the main job by npm start', () => {
    expect(scripts['start']).toBe(`${scripts['task']} generate_haiku_scheduled`)
  })
})

describe('a process of its own', () => {
  it.each(NAMES)('runs %s', async (name) => {
    const { code, out, err } = await processOf('scripts/cli.ts', name, '--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')[0]).toMatch(new RegExp(`^npm run ${name}(?: |$)`))
  })

  it('gives the command its folder and environment, and ends with its exit code', async () => {
    const { code, out, err } = await processOf('scripts/cli.ts', 'check-data')
    expect({ code, out }).toMatchObject({ code: 2, out: expect.stringContaining('✓ listens: 0 listens\n') as string })
    expect(err).toContain('✗ collection: data/collection.json is missing.')
  })

  it('runs a task by scripts/run.ts too', async () => {
    const { code, out, err } = await processOf('scripts/run.ts', 'nope')
    const called = await run(tmpdir(), ['nope'])
    expect({ code, stdout: out, stderr: err }).toEqual(called)
    expect(code).toBe(2)
  })

  it('says which commands there are where it is asked for another', async () => {
    const { code, out, err } = await processOf('scripts/cli.ts', 'stauts')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(`✗ There is no command “stauts”.\n  → The commands are: ${NAMES.join(', ')}\n`)
  })
})
