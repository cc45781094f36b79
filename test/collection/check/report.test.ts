import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../scripts/collection/check/finding.ts'
import { albumLines } from '../../../scripts/collection/check/places.ts'
import { findingsText, visible } from '../../../scripts/collection/check/report.ts'

describe('the lines of albums', () => {
  it('are those on which they begin, whatever else stands in the file', () => {
    const value = {
      note: { albums: [{ id: 9 }] },
      version: 1,
      albums: [{ id: 1, title: '{ "albums": [' }, { id: 2, tracks: [{ title: 'x' }] }, { id: 3 }],
      more: [{ id: 4 }],
    }
    const text = JSON.stringify(value, null, 2)
    const at = (start: string) => text.split('\n').findIndex((line) => line.includes(start))
    expect(albumLines(text)).toEqual([at('"id": 1'), at('"id": 2'), at('"id": 3')])
    expect(albumLines('{"version":1,"albums":[{"id":1},\n{"id":2}]}')).toEqual([1, 2])
  })
})

describe('the report', () => {
  const missing = (album: number): Finding => ({
    ...{ kind: 'missing-year', about: [{ album, stands: `“T${album}”` }] },
    ...{ why: 'none', todo: 'wait', changes: [] },
  })

  it('lists twenty of a kind and counts the rest, unless everything is asked for', () => {
    const findings = Array.from({ length: 25 }, (_, at) => missing(at + 1))
    const lines = new Map([[1, 4]])
    const short = findingsText(findings, { lines, isWhole: false })
    expect(short).toContain('No year (25)')
    expect(short).toContain('– id 1 (line 4): “T1”')
    expect(short).toContain('id 20: ')
    expect(short).not.toContain('id 21: ')
    expect(short).toContain('… and 5 more')
    expect(findingsText(findings, { lines, isWhole: true })).toContain('id 25: ')
  })

  it('shows what cannot be seen, and lets nothing act on the terminal', () => {
    expect(visible('a\u200bb\u001b[31m\u202e')).toBe('a\\u{200B}b\\u{1B}[31m\\u{202E}')
    expect(visible('Cafe\u0301')).toBe('Cafe\\u{301}')
    expect(visible('Café 東京 🎵 “x”')).toBe('Café 東京 🎵 “x”')
  })
})
