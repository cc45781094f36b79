/** How people heard a new record: the wax disc, the long-player, the tape, the compact disc, the file, the stream. */
export const ERAS = ['shellac', 'vinyl', 'cassette', 'cd', 'file', 'stream'] as const
export type Era = (typeof ERAS)[number]

/** The era of a release year; null where the year is unknown. */
export function eraOf(year: number | null | undefined): Era | null {
  if (year === null || year === undefined) return null
  if (year < 1950) return 'shellac'
  if (year < 1978) return 'vinyl'
  if (year < 1989) return 'cassette'
  if (year < 2002) return 'cd'
  if (year < 2012) return 'file'
  return 'stream'
}
