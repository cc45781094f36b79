import { describe, expect, it } from 'vitest'
import { DataError, ServiceError } from '../../../scripts/ground/errors.ts'
import { findingOf, notAsked, ok, problem } from '../../../scripts/commands/doctor/check.ts'
import { closingText, findingText, jsonFinding } from '../../../scripts/commands/doctor/report.ts'

describe('the line of a check', () => {
  it('has a sign, its name in a column, and what was found', () => {
    expect(findingText('git', ok('2.39.5'), 8, Infinity)).toBe('✓ git       2.39.5')
    expect(findingText('last runs', notAsked('None yet.'), 9, Infinity)).toBe('– last runs  None yet.')
  })

  it('is followed by what to do where there is something to do', () => {
    const finding = problem('Two of them:\n  - one\n  - two', 'Do this.\nThen that.')
    expect(findingText('data', finding, 4, Infinity).split('\n')).toEqual([
      '✗ data  Two of them:',
      '      - one',
      '      - two',
      '    → Do this.',
      '      Then that.',
    ])
  })

  it('fits into a narrow terminal', () => {
    const finding = problem('words '.repeat(20).trim(), 'advice '.repeat(20).trim())
    const lines = findingText('a name', finding, 12, 40).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40)
    expect(lines[0]).toMatch(/^✗ a name {8}words/)
    expect(lines.slice(1).every((line) => line.startsWith('    '))).toBe(true)
  })
})

describe('the last line', () => {
  it('counts', () => {
    expect(closingText([ok('a')])).toBe('All that was looked at is well.')
    expect(closingText([ok('a'), notAsked('b')])).toContain('All that was looked at is well. – stands where')
    expect(closingText([problem('a', 'b')])).toBe('One problem; the arrow under each ✗ says what to do.')
    expect(closingText([problem('a', 'b'), problem('a', 'b'), notAsked('c')])).toMatch(/^2 problems; .* \(1\)\.$/)
  })
})

describe('for programs', () => {
  it('every finding has the same four fields', () => {
    expect(jsonFinding('git', ok('2.39.5'))).toEqual({ check: 'git', verdict: 'ok', says: '2.39.5', todo: null })
    expect(jsonFinding('git', problem('old', 'new'))).toEqual({
      check: 'git',
      verdict: 'problem',
      says: 'old',
      todo: 'new',
    })
  })
})

describe('a check that throws', () => {
  const bugs: unknown[] = []
  const found = (error: unknown) =>
    findingOf(
      {
        name: 'x',
        ask: () => {
          throw error
        },
      },
      (bug) => bugs.push(bug),
    )

  it('is a problem of that check, in the error’s own words', async () => {
    expect(await found(new DataError('x.json is empty.', { todo: 'Fill it.' }))).toEqual(
      problem('x.json is empty.', 'Fill it.'),
    )
    expect(await found(new ServiceError('Radio', 'Radio answered 503', { transient: true }))).toEqual(
      problem('Radio answered 503.', expect.stringContaining('try again in a few minutes') as never),
    )
    expect(bugs).toEqual([])
  })

  it('for no good reason says so, and how to find out more', async () => {
    const bug = new TypeError('x is not a function')
    expect(await found(bug)).toEqual(
      problem('Unexpected error (a bug): x is not a function', expect.stringContaining('--verbose') as never),
    )
    expect(await found('text')).toMatchObject({ says: 'Unexpected error (a bug): text' })
    expect(bugs).toEqual([bug, 'text'])
  })
})
