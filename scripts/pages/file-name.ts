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
