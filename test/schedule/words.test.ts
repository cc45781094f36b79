import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { inWords } from '../../scripts/schedule/words.ts'

// A Saturday.
const NOW = '2026-01-31T21:00:00Z'
const say = (time: string, locale: 'fr' | 'en', timezone = 'UTC', now = NOW) =>
  inWords(Temporal.Instant.from(time), Temporal.Instant.from(now), timezone, locale)

describe('inWords', () => {
  it.each([
    ['2026-02-01T06:00:00Z', 'tomorrow 06:00 UTC, in 9 h', 'demain 06:00 UTC, dans 9 h'],
    ['2026-01-31T21:25:00Z', 'today 21:25 UTC, in 25 min', 'aujourd’hui 21:25 UTC, dans 25 min'],
    ['2026-01-31T21:00:20Z', 'today 21:00 UTC, now', 'aujourd’hui 21:00 UTC, maintenant'],
    ['2026-01-31T21:59:40Z', 'today 21:59 UTC, in 1 h', 'aujourd’hui 21:59 UTC, dans 1 h'],
    ['2026-02-02T20:00:00Z', 'Monday 20:00 UTC, in 47 h', 'lundi 20:00 UTC, dans 47 h'],
    ['2026-02-02T21:00:00Z', 'Monday 21:00 UTC, in 2 days', 'lundi 21:00 UTC, dans 2 jours'],
    ['2026-02-06T06:00:00Z', 'Friday 06:00 UTC, in 5 days', 'vendredi 06:00 UTC, dans 5 jours'],
    ['2026-02-07T21:00:00Z', '7 February 21:00 UTC, in 7 days', '7 février 21:00 UTC, dans 7 jours'],
    ['2026-03-01T03:00:00Z', '1 March 03:00 UTC, in 28 days', '1er mars 03:00 UTC, dans 28 jours'],
    ['2027-01-01T03:00:00Z', '1 January 2027 03:00 UTC, in 334 days', '1er janvier 2027 03:00 UTC, dans 334 jours'],
    ['2026-01-31T18:00:00Z', 'today 18:00 UTC, 3 h ago', 'aujourd’hui 18:00 UTC, il y a 3 h'],
    ['2026-01-30T21:00:00Z', 'yesterday 21:00 UTC, 24 h ago', 'hier 21:00 UTC, il y a 24 h'],
    ['2026-01-28T21:00:00Z', '28 January 21:00 UTC, 3 days ago', '28 janvier 21:00 UTC, il y a 3 jours'],
  ])('says %s in both languages', (time, en, fr) => {
    expect(say(time, 'en')).toBe(en)
    expect(say(time, 'fr')).toBe(fr)
  })

  it('takes the day from the clock of the zone', () => {
    expect(say('2026-01-31T23:30:00Z', 'en', 'Europe/Paris')).toBe('tomorrow 00:30 Europe/Paris, in 3 h')
    expect(say('2026-02-01T06:00:00Z', 'en', 'America/New_York')).toBe('tomorrow 01:00 America/New_York, in 9 h')
    expect(say('2026-02-01T06:00:00Z', 'en', 'Europe/Paris', '2026-01-31T23:10:00Z')).toBe(
      'today 07:00 Europe/Paris, in 7 h',
    )
    expect(say('2026-02-01T02:00:00Z', 'en', 'America/New_York')).toBe('today 21:00 America/New_York, in 5 h')
  })

  it('counts real hours over a night that loses one', () => {
    expect(say('2026-03-29T06:00:00Z', 'en', 'Europe/Paris', '2026-03-28T20:00:00Z')).toBe(
      'tomorrow 08:00 Europe/Paris, in 10 h',
    )
    expect(say('2026-03-29T06:00:00+02:00', 'fr', 'Europe/Paris', '2026-03-28T20:00:00+01:00')).toBe(
      'demain 06:00 Europe/Paris, dans 9 h',
    )
  })
})
