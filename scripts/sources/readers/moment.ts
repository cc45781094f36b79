const WRITTEN = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,3})?\d*\s*(Z|UTC|[+-]\d\d:?\d\d)?$/u

/**
 * The time that `2024-01-31T06:00:15Z`, `2024-01-31 06:00:15 UTC` or `2024-01-31 06:00` stand for, in milliseconds of Unix
 * time; without a zone it is UTC. Null where the text is no time or there is no such day.
 */
export function timeOf(text: string): number | null {
  const [, day, minutes, seconds = ':00', fraction = '', zone = 'Z'] = WRITTEN.exec(text.trim()) ?? []
  if (day === undefined) return null
  const local = Date.parse(`${day}T${minutes}${seconds}${fraction}Z`)
  // 30 February is taken for a day in March.
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(day)) return null
  const [, sign, hours, rest] = /^([+-])(\d\d):?(\d\d)$/u.exec(zone) ?? []
  const ahead = sign === undefined ? 0 : (Number(hours) * 60 + Number(rest)) * 60_000
  return sign === '-' ? local + ahead : local - ahead
}
