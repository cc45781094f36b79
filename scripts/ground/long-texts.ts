import { LONGEST_TEXT } from './bounds.ts'
import type { Problem } from './schema-problems.ts'

/** What is wrong with a value that holds texts, or names of fields, longer than any that are kept. */
export function longTexts(value: unknown, path: readonly PropertyKey[] = []): Problem[] {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT ? [] : [problem(value, path)]
  if (typeof value !== 'object' || value === null) return []
  const problems: Problem[] = []
  const look = (part: unknown, step: PropertyKey) => {
    // A path is made only where there may be something to tell.
    const mayBe = typeof part === 'string' ? part.length > LONGEST_TEXT : typeof part === 'object'
    if (mayBe) problems.push(...longTexts(part, [...path, step]))
  }
  if (Array.isArray(value)) value.forEach(look)
  else
    for (const [name, part] of Object.entries(value)) {
      if (name.length > LONGEST_TEXT) problems.push(problem(name, path))
      look(part, name)
    }
  return problems
}

function problem(text: string, path: readonly PropertyKey[]): Problem {
  const [length, most] = [text.length, LONGEST_TEXT].map((count) => count.toLocaleString('en'))
  return { path, says: `a text of ${length!} characters stands here. Possible: at most ${most!}.` }
}
