import type { Temporal } from 'temporal-polyfill'
import { fileStamp } from './time.ts'

/** The kinds of files in the output folder; each is also the first part of its files' names. */
export type OutputKind = 'generate-haiku' | 'export-markdown' | 'export-json' | 'weekly-haiku' | 'monthly-analysis'

/**
 * `{kind}-YYYYMMDD-HHMMSS.{extension}` in the given zone, at the first second from `at` on that is not `taken`, by the
 * file itself or by one of its companions.
 */
export function freeName(
  file: {
    kind: OutputKind
    extension: string
    at: Temporal.Instant
    companions?: readonly { extension: string }[]
  },
  timezone: string,
  taken: ReadonlySet<string>,
): string {
  for (let at = file.at; ; at = at.add({ seconds: 1 })) {
    const stem = `${file.kind}-${fileStamp(at, timezone)}`
    const names = [file, ...(file.companions ?? [])].map(({ extension }) => `${stem}.${extension}`)
    if (!names.some((name) => taken.has(name))) return names[0]!
  }
}

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
