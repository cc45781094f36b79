import type { z } from 'zod'
import { nearest } from './nearest.ts'

/** One thing wrong with a value: where in it, and in words what stands there and what may. */
export interface Problem {
  path: readonly PropertyKey[]
  says: string
  todo?: string
}

/** Turns zod's issues into problems a person can act on. `root` is the value that was checked. */
export function describeIssues(issues: readonly z.core.$ZodIssue[], root: unknown): Problem[] {
  return issues.flatMap((issue) => describe(issue, root))
}

function describe(issue: z.core.$ZodIssue, root: unknown): Problem[] {
  const { path } = issue
  const value = at(root, path)
  const problem = (may: string): Problem[] => [{ path, says: `${stands(value)} Possible: ${may}` }]
  switch (issue.code) {
    case 'invalid_type':
      return problem(`${kind(issue.expected)}.${quotesHint(issue.expected, value)}`)
    case 'too_small':
      if (issue.origin === 'array') return problem('a list with at least one entry.')
      return problem(`${String(issue.minimum)} or more.`)
    case 'too_big':
      if (issue.origin === 'string') return problem(`at most ${issue.maximum.toLocaleString('en')} characters.`)
      return problem(`${String(issue.maximum)} or less.`)
    case 'invalid_value': {
      const close = typeof value === 'string' ? nearest(value, issue.values.map(String)) : null
      const guess = close === null ? '' : ` Did you mean ${show(close)}?`
      return problem(`${oneOf(issue.values.map(show))}.${guess}`)
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], says: 'no setting has this name.' }))
    default:
      return problem(`${issue.message}.`)
  }
}

const LOOKS_SECRET = /^(?:bearer\b|gh[pousr]_|github_pat_|sk-|xox[a-z]-|eyJ)/i

/** A value as it stands in the file, cut to a length that fits a message; never one that looks like a key. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string' && LOOKS_SECRET.test(value.trim())) return '(something that looks like a key)'
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length <= 48 ? text : `${text.slice(0, 40)}…`
}

/** `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`
}

function stands(value: unknown): string {
  return value === undefined ? 'nothing stands here.' : `${show(value)} stands here.`
}

function kind(expected: string): string {
  const words: Record<string, string> = {
    int: 'a whole number',
    number: 'a number',
    string: 'a text in double quotes',
    boolean: 'true or false',
    array: 'a list in [ ]',
    tuple: 'a list in [ ]',
    object: 'an object in { }',
    record: 'an object in { }',
  }
  return words[expected] ?? expected
}

function quotesHint(expected: string, value: unknown): string {
  if (typeof value !== 'string') return ''
  const isNumber =
    (expected === 'int' || expected === 'number') && value.trim() !== '' && Number.isFinite(Number(value))
  const isBoolean = expected === 'boolean' && (value === 'true' || value === 'false')
  return isNumber || isBoolean ? ` Leave out the quotes: ${value}` : ''
}

function at(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}
