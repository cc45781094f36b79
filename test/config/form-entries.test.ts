import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEntries, type Entries } from '../../scripts/config/form-entries.ts'
import { parseConfig } from '../../scripts/config/config.ts'
import { isZone } from '../../scripts/config/zone.ts'
import { draws } from '../support/draws.ts'

const OPEN: Entries = { discogs: '', lastfm: '', listenbrainz: '', language: '', zone: '' }
const SERVICES = ['discogs', 'lastfm', 'listenbrainz'] as const
const read = (entries: Partial<Entries>) => readEntries({ ...OPEN, ...entries })
const zone = (entry: string) => read({ zone: entry })

describe('a form', () => {
  it('that is left open asks for nothing, and nothing is wrong with it', () => {
    expect(read({ zone: '  ', discogs: '\t' })).toEqual({
      wishes: { language: null, zone: null, users: { discogs: null, lastfm: null, listenbrainz: null } },
      wrong: [],
    })
  })

  it('takes any text in any field: each is left open, used, or told as wrong', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '@',
        '/',
        '%',
        'user/x',
        'https://www.discogs.com/user/',
        'https://last.fm/user/%E0%A4%A',
        '\ud800',
      ),
      fc.string().map((name) => `https://www.discogs.com/user/${name}`),
    )
    const entries = fc.record({ discogs: text, lastfm: text, listenbrainz: text, language: text, zone: text })
    fc.assert(
      fc.property(entries, (given) => {
        const { wishes, wrong } = readEntries(given)
        const used = { language: wishes.language, zone: wishes.zone, ...wishes.users }
        for (const field of Object.keys(given) as (keyof Entries)[]) {
          const told = wrong.filter((each) => ('service' in each ? each.service : each.kind) === field)
          const typed = given[field].trim()
          expect(told.length + (used[field] === null ? 0 : 1)).toBe(typed === '' ? 0 : 1)
          expect(told.map(({ entry }) => entry)).toEqual(told.length === 0 ? [] : [typed])
        }
        const { language, zone: timezone, users } = wishes
        const accounts = Object.fromEntries(Object.entries(users).filter(([, user]) => user !== null))
        const config = {
          accounts,
          ...(language === null ? {} : { locale: language }),
          ...(timezone === null ? {} : { scheduler: { timezone } }),
        }
        expect(() => parseConfig(JSON.stringify(config))).not.toThrow()
        for (const user of Object.values(users)) expect(() => encodeURIComponent(user ?? '')).not.toThrow()
      }),
      draws(100),
    )
  })

  it.each([
    ['fr', 'fr'],
    ['EN', 'en'],
    [' Français ', 'fr'],
    ['en-GB', 'en'],
  ])('takes %j for a language', (entry, language) => {
    expect(read({ language: entry })).toMatchObject({ wishes: { language }, wrong: [] })
  })

  it('says what else stands for a language', () => {
    expect(read({ language: ' de ' })).toMatchObject({
      wishes: { language: null },
      wrong: [{ kind: 'language', entry: 'de' }],
    })
  })
})

describe('a user name', () => {
  it.each([
    ['discogs', 'rodneyfool', 'rodneyfool'],
    ['discogs', ' @rodneyfool ', 'rodneyfool'],
    ['discogs', 'https://www.discogs.com/user/rodneyfool', 'rodneyfool'],
    ['discogs', 'https://www.discogs.com/fr/user/rodneyfool/collection?page=2', 'rodneyfool'],
    ['discogs', 'www.discogs.com/pt_BR/user/rodneyfool', 'rodneyfool'],
    ['discogs', 'discogs.com/user/a%2Eb', 'a.b'],
    ['lastfm', 'https://www.last.fm/user/rj', 'rj'],
    ['lastfm', 'http://last.fm/fr/user/rj/library', 'rj'],
    ['listenbrainz', 'https://listenbrainz.org/user/iliekcomputers/', 'iliekcomputers'],
    // https://github.com/metabrainz/listenbrainz-server/pull/233 and 3348: blanks, backslashes and question marks.
    ['listenbrainz', 'rob zombie', 'rob zombie'],
    ['listenbrainz', 'https://listenbrainz.org/user/rob%20zombie/', 'rob zombie'],
    ['listenbrainz', 'why?', 'why?'],
  ] as const)('is understood on %s as %j', (service, entry, name) => {
    const { wishes, wrong } = read({ [service]: entry })
    expect(wrong).toEqual([])
    expect(wishes.users).toEqual({ discogs: null, lastfm: null, listenbrainz: null, [service]: name })
  })

  it.each([
    ['discogs', 'two words'],
    ['discogs', '@'],
    ['discogs', 'a/b'],
    ['discogs', 'https://www.discogs.com/release/249504'],
    ['discogs', 'https://www.discogs.com/user/a%20b'],
    ['discogs', 'x'.repeat(101)],
    ['lastfm', 'rj\u200b'],
    ['lastfm', '<img>'],
    ['listenbrainz', 'a\nb'],
    // Somebody else may have that name there.
    ['discogs', 'https://www.last.fm/user/rj'],
    ['lastfm', 'https://listenbrainz.org/user/rj/'],
    ['listenbrainz', 'https://www.discogs.com/user/rj'],
    ['discogs', 'https://discogs.com.example.org/user/rj'],
  ] as const)('on %s cannot be %j', (service, entry) => {
    const { wishes, wrong } = read({ [service]: entry })
    expect(wrong).toEqual([{ kind: 'user-name', service, entry }])
    expect(SERVICES.map((each) => wishes.users[each])).toEqual([null, null, null])
  })
})

describe('a time zone', () => {
  it.each([
    ['paris', 'Europe/Paris'],
    ['Europe/Paris', 'Europe/Paris'],
    ['EUROPE/PARIS', 'Europe/Paris'],
    ['europe/paris', 'Europe/Paris'],
    ['New York', 'America/New_York'],
    ['são paulo', 'America/Sao_Paulo'],
    ['utc', 'UTC'],
    // Of two names for one zone the platform lists one; which, depends on its version.
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['ASIA/KOLKATA', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Montréal', 'America/Montreal'],
    ['US/Eastern', 'US/Eastern'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['CET', 'CET'],
  ])('is understood as %j', (entry, name) => {
    expect(zone(entry)).toMatchObject({ wishes: { zone: name }, wrong: [] })
  })

  it('that the platform knows is never refused', () => {
    const names = [
      ...Intl.supportedValuesOf('timeZone'),
      'GMT',
      'Zulu',
      'America/Buenos_Aires',
      'Asia/Rangoon',
      'EST5EDT',
    ]
    for (const name of names.filter(isZone)) expect(zone(name)).toMatchObject({ wishes: { zone: name }, wrong: [] })
  })

  it.each([
    ['Europe/Pari', 'Europe/Paris'],
    ['Europ/Berlin', 'Europe/Berlin'],
    ['Londres', 'Europe/London'],
    ['Bruxelles', 'Europe/Brussels'],
    ['Moscou', 'Europe/Moscow'],
    ['Mars/Olympus', null],
    ['+02:00', null],
    ['xyz', null],
  ])('%j is none, and the suggestion is %j', (entry, perhaps) => {
    expect(zone(entry)).toMatchObject({ wishes: { zone: null }, wrong: [{ kind: 'zone', entry, perhaps }] })
    if (perhaps !== null) expect(isZone(perhaps)).toBe(true)
  })
})
