import { LONGEST_NAME, LONGEST_TEXT } from '../../ground/bounds.ts'
import type { Reason, Row } from './row.ts'

/** The field, its own or of what is in it, whose text is longer than any that is taken; null where there is none. */
export function longTextIn(value: object, name = ''): string | null {
  for (const [key, part] of Object.entries(value) as [string, unknown][]) {
    const field = Array.isArray(value) ? name : key
    if (typeof part === 'string' && part.length > LONGEST_TEXT) return field
    const within = typeof part === 'object' && part !== null ? longTextIn(part, field) : null
    if (within !== null) return within
  }
  return null
}

/** Why a row is not taken whose title, artist or other name is longer than any; null where they are not. */
export function longNameIn(row: Row): Extract<Reason, { code: 'too-long' }> | null {
  const names: readonly (readonly [string, string | null])[] =
    row.kind === 'listen'
      ? [
          ['artist', row.listen.credit],
          ['album', row.listen.album],
          ['track', row.listen.track],
        ]
      : row.kind === 'album'
        ? [
            ['title', row.record.facts.title],
            ...(row.record.facts.artists ?? []).map((name) => ['artist', name] as const),
          ]
        : []
  const field = names.find(([, name]) => name !== null && name.length > LONGEST_NAME)?.[0]
  return field === undefined ? null : { code: 'too-long', field, limit: LONGEST_NAME }
}
