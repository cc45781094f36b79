const OPERATORS: Readonly<Record<string, (order: number) => boolean>> = {
  '>=': (order) => order >= 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '<': (order) => order < 0,
  '=': (order) => order === 0,
  '': (order) => order === 0,
}

/**
 * Whether a Node version such as `20.19.0` fits `engines.node` of a package.json, as far as that is written as `>=20.19 <27`:
 * comparisons that all hold. Null for every other way of writing it.
 */
export function fitsRange(version: string, range: string): boolean | null {
  const found = version.split('.').map(Number)
  const comparisons = range
    .trim()
    .split(/\s+/)
    .map((part) => /^(>=|>|<=|<|=|)v?(\d+(?:\.\d+){0,2})$/.exec(part))
  if (comparisons.some((match) => match === null)) return null
  return comparisons.every((match) => {
    const wanted = match![2]!.split('.').map(Number)
    return OPERATORS[match![1]!]!(order(found, wanted))
  })
}

function order(a: readonly number[], b: readonly number[]): number {
  for (const index of [0, 1, 2]) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
