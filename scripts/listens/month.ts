/** The UTC month of a time in Unix seconds, as its file is called: `2026-01`. */
export function monthOf(timestamp: number): string {
  return new Date(timestamp * 1000).toISOString().slice(0, 7)
}

/** When a UTC month begins, in Unix seconds. */
export function monthStart(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 1000
}

/** The UTC month that is `count` after this one; negative: before. */
export function monthAfter(month: string, count = 1): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return monthOf(Date.UTC(year, number - 1 + count) / 1000)
}
