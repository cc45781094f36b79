import type { OutputKind } from './file-name.ts'

/**
 * The oldest files of a kind beyond the `keep` newest, by the time in their name (never by mtime, which a checkout
 * sets). Files of one time with different endings (a page and its chart) count as one and go together.
 */
export function surplus(kind: OutputKind, keep: number, names: readonly string[]): string[] {
  const pattern = new RegExp(`^${kind}-(\\d{8}-\\d{6})\\.[a-z]+$`)
  const stamped = names.flatMap((name) => {
    const stamp = pattern.exec(name)?.[1]
    return stamp === undefined ? [] : [{ name, stamp }]
  })
  const stamps = [...new Set(stamped.map(({ stamp }) => stamp))].sort()
  const gone = new Set(stamps.slice(0, Math.max(0, stamps.length - keep)))
  return stamped.filter(({ stamp }) => gone.has(stamp)).map(({ name }) => name)
}
