import { describe, expect, it } from 'vitest'
import { annotationLines, withoutCommands, type Annotation } from '../../../scripts/repository/github/annotations.ts'

const many = (count: number, level: Annotation['level']): Annotation[] =>
  Array.from({ length: count }, (_, index) => ({ level, title: `${level} ${index + 1}`, message: 'It failed.' }))

describe('annotationLines', () => {
  it('gives one workflow command a line', () => {
    expect(annotationLines([{ level: 'warning', title: 'Abbey Road', message: 'The AI answered 503.' }])).toEqual([
      '::warning title=Abbey Road::The AI answered 503.',
    ])
    expect(annotationLines([])).toEqual([])
  })

  it('keeps what would end the command or its title inside it', () => {
    const title = 'a: 100 %, b::c\r\nd'
    const message = 'line 1\r\n::error::line 2 (50 %0A), d: e'
    expect(annotationLines([{ level: 'error', title, message }])).toEqual([
      '::error title=a%3A 100 %25%2C b%3A%3Ac%0D%0Ad::line 1%0D%0A::error::line 2 (50 %250A), d: e',
    ])
  })

  it('shows ten of a kind', () => {
    expect(annotationLines(many(10, 'warning'))).toHaveLength(10)
    expect(annotationLines(many(10, 'warning')).at(-1)).toBe('::warning title=warning 10::It failed.')
  })

  it('says in the tenth how many of its kind are left, where there are more', () => {
    const lines = annotationLines(many(53, 'warning'))
    expect(lines).toHaveLength(10)
    expect(lines[8]).toBe('::warning title=warning 9::It failed.')
    expect(lines[9]).toBe('::warning title=44 more::The job summary names them all.')
  })

  it('counts each kind for itself, and puts errors first', () => {
    const mixed = [...many(9, 'warning'), ...many(11, 'error'), ...many(1, 'warning')]
    const lines = annotationLines(mixed)
    expect(lines.slice(0, 10).every((line) => line.startsWith('::error '))).toBe(true)
    expect(lines[9]).toBe('::error title=2 more::The job summary names them all.')
    expect(lines.slice(10)).toHaveLength(10)
    expect(lines.slice(10).every((line) => line.startsWith('::warning '))).toBe(true)
  })
})

describe('withoutCommands', () => {
  it('leaves nothing that the runner would obey', () => {
    const obeyed = /^[\s\u0085]*::|##\[/m
    const lines = ['::error::a', '   ::stop-commands::b', '\u0085::debug::c', 'd ##[group]e', 'f\r\n\t::add-mask::g']
    for (const line of lines) {
      expect(line).toMatch(obeyed)
      expect(withoutCommands(line)).not.toMatch(obeyed)
      expect(withoutCommands(line).replaceAll('\u200b', '')).toBe(line)
    }
  })

  it('leaves every other text as it is', () => {
    const text = 'Voyage :: Voyage - Desireless\n    un vers : ::\n# 1 [2] ## [3]\n'
    expect(withoutCommands(text)).toBe(text)
  })
})
