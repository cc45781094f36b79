import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { fileStamp, humanTime, isoMicro, isoOffset } from '../../scripts/pages/time.ts'

const morning = Temporal.Instant.from('2026-01-31T06:00:15.123456789Z')

describe('times in outputs', () => {
  it('stamps a file name with date and time', () => {
    expect(fileStamp(morning, 'UTC')).toBe('20260131-060015')
  })

  it('writes a heading with the day first', () => {
    expect(humanTime(morning, 'UTC')).toBe('31/01/2026 06:00:15')
  })

  it('writes six fractional digits and no offset, cutting the rest off', () => {
    expect(isoMicro(morning, 'UTC')).toBe('2026-01-31T06:00:15.123456')
    expect(isoMicro(Temporal.Instant.from('2026-01-31T10:00:00Z'), 'UTC')).toBe('2026-01-31T10:00:00.000000')
    expect(isoMicro(Temporal.Instant.from('2026-12-31T23:59:59.9999999Z'), 'UTC')).toBe('2026-12-31T23:59:59.999999')
  })

  it('writes the offset and no fraction', () => {
    expect(isoOffset(Temporal.Instant.from('2026-02-01T06:00:00Z'), 'UTC')).toBe('2026-02-01T06:00:00+00:00')
    expect(isoOffset(Temporal.Instant.from('2026-12-31T23:59:59.9Z'), 'UTC')).toBe('2026-12-31T23:59:59+00:00')
    expect(isoOffset(morning, 'America/St_Johns')).toBe('2026-01-31T02:30:15-03:30')
  })

  it('shows the clock of the zone, with its date', () => {
    const newYear = Temporal.Instant.from('2026-12-31T23:30:05Z')
    expect(fileStamp(newYear, 'Europe/Paris')).toBe('20270101-003005')
    expect(humanTime(newYear, 'Europe/Paris')).toBe('01/01/2027 00:30:05')
    expect(isoMicro(newYear, 'Europe/Paris')).toBe('2027-01-01T00:30:05.000000')
    expect(isoOffset(newYear, 'Europe/Paris')).toBe('2027-01-01T00:30:05+01:00')
  })

  it('tells the two passes of a repeated hour apart by the offset alone', () => {
    const first = Temporal.Instant.from('2026-10-25T00:30:00Z')
    const second = Temporal.Instant.from('2026-10-25T01:30:00Z')
    expect(isoOffset(first, 'Europe/Paris')).toBe('2026-10-25T02:30:00+02:00')
    expect(isoOffset(second, 'Europe/Paris')).toBe('2026-10-25T02:30:00+01:00')
    expect(fileStamp(first, 'Europe/Paris')).toBe(fileStamp(second, 'Europe/Paris'))
  })
})
