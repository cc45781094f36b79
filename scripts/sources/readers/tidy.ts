import { withoutUnprintable } from '../../ground/unprintable.ts'

/**
 * A row's value with every text in it freed of what does not print. Gives the value itself where there is nothing of the
 * kind, and how many characters were left out. The names of fields count as texts.
 */
export function tidy<T>(value: T): { value: T; left: number } {
  let left = 0
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const found = withoutUnprintable(part)
      left += found.left
      return found.left === 0 ? part : found.text
    }
    if (typeof part !== 'object' || part === null) return part
    if (Array.isArray(part)) return part.map(clean)
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [clean(name), clean(each)]))
  }
  const cleaned = clean(value) as T
  return { value: left === 0 ? value : cleaned, left }
}
