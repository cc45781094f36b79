import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figuresOf, longestStreak } from '../../scripts/listens/figures.ts'
import { currentStreak, forgottenFavourites, historyOf } from '../../scripts/listens/history.ts'
import type { Listen } from '../../scripts/listens/listen.ts'
import { dayText, localClock } from '../../scripts/listens/local-clock.ts'
import { shelfOf } from '../../scripts/listens/shelf.ts'
import { addListens, readListens } from '../../scripts/listens/store.ts'
import { dirtyListening } from '../support/dirty-listening.ts'
import { keptPlays, plainName, recount, topTen, type KeptPlay } from '../support/recount.ts'

const UNTIL = Date.parse('2026-11-01T03:00:00Z') / 1000
const DAY = 86_400
const ZONES = ['UTC', 'Europe/Paris', 'America/St_Johns', 'Pacific/Auckland']

const dirty = dirtyListening(11, UNTIL)
const shelf = shelfOf(dirty.albums)
let root: string
let kept: Listen[]
let plays: KeptPlay[]

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'aime-figures-'))
  await addListens(root, dirty.listens)
  kept = []
  for await (const listen of readListens(root)) kept.push(listen)
  plays = keptPlays(kept, dirty)
})
afterAll(() => rm(root, { recursive: true }))

const within = <T extends { timestamp: number }>(list: readonly T[], from: number, to: number) =>
  list.filter(({ timestamp }) => timestamp >= from && timestamp < to)

describe.each(ZONES)('the figures of dirty listens agree with a recount (%s)', (timezone) => {
  it.each([
    ['a week', 7, 0],
    ['thirty days', 30, 0],
    ['the thirty before', 60, 30],
    ['everything', 1000, -1],
    ['nothing', 0, 0],
  ])('over %s', (_, begin, end) => {
    const [from, to] = [UNTIL - begin * DAY, UNTIL - end * DAY]
    const figures = figuresOf(within(kept, from, to), { shelf, timezone })
    const again = recount(within(plays, from, to), dirty.albums, timezone)

    expect(figures.total).toBe(again.total)
    expect(figures.activeDays).toBe(again.days.length)
    expect(String(figures.perActiveDay ?? '')).toBe(again.perDay)
    expect(Object.fromEntries(figures.artists.map(({ name, count }) => [plainName(name), count]))).toEqual(
      again.artists,
    )
    expect(figures.tracks.map(({ count }) => count).slice(0, 10)).toEqual(topTen(again.tracks))
    expect(figures.tracks).toHaveLength(Object.keys(again.tracks).length)
    expect(
      Object.fromEntries(
        figures.albums.map(({ name, about, count }) => [
          about.album ? String(about.album.id) : plainName(`${/elsewhere \d+/i.exec(name)![0]} / ${about.artists[0]!}`),
          count,
        ]),
      ),
    ).toEqual(again.albums)
    expect(figures.albums.map(({ count }) => count).slice(0, 10)).toEqual(topTen(again.albums))
    expect(figures.byWeekday).toEqual(
      ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => again.weekdays[day] ?? 0),
    )
    expect(figures.byHour).toEqual(Array.from({ length: 24 }, (_, hour) => again.hours[String(hour)] ?? 0))
    expect(Object.fromEntries(figures.byDay.map(({ value, count }) => [dayText(value), count]))).toEqual(again.perDate)
    expect(figures.streak?.days ?? 0).toBe(again.streak)
    expect(figures.inCollection).toBe(again.owned)
    expect(Object.fromEntries(figures.decades.map(({ value, count }) => [String(value), count]))).toEqual(again.decades)
    expect(Object.fromEntries(figures.genres.map(({ name, count }) => [plainName(name), count]))).toEqual(again.genres)
  })
})

describe('the history of dirty listens agrees with a recount', () => {
  const read = (timezone = 'UTC') => {
    const windows = [
      { from: UNTIL - 30 * DAY, to: UNTIL },
      { from: UNTIL - 60 * DAY, to: UNTIL - 30 * DAY },
    ]
    return historyOf(readListens(root, { to: UNTIL }), windows, { shelf, timezone })
  }
  const firstOf = (keys: (play: KeptPlay) => string[]) => {
    const first: Record<string, number> = {}
    for (const play of within(plays, 0, UNTIL))
      for (const key of keys(play)) first[key] = Math.min(first[key] ?? Infinity, play.timestamp)
    return first
  }

  it('about when everything was heard for the first time', async () => {
    const history = await read()
    const times = (first: Record<string, number>) => Object.values(first).sort((a, b) => a - b)
    const own = (map: Iterable<number>) => [...map].sort((a, b) => a - b)
    expect(own(history.artists.values())).toEqual(times(firstOf(({ artists }) => artists.map(plainName))))
    expect(own(history.tracks.values())).toEqual(times(firstOf(({ track }) => [plainName(track)])))
    expect(own([...history.albums.values()].map(({ first }) => first))).toEqual(
      times(firstOf(({ album }) => (album === null ? [] : [plainName(String(album))]))),
    )
    expect(history.total).toBe(within(plays, 0, UNTIL).length)
    expect(history.first).toBe(Math.min(...plays.map(({ timestamp }) => timestamp)))
  })

  it('about what lies within each window', async () => {
    const { within: windows } = await read()
    expect(windows.map((listens) => listens.length)).toEqual([
      within(plays, UNTIL - 30 * DAY, UNTIL).length,
      within(plays, UNTIL - 60 * DAY, UNTIL - 30 * DAY).length,
    ])
  })

  it('about favourites that were forgotten', async () => {
    const found = forgottenFavourites(await read(), UNTIL, 1000)
    const times: Record<string, number[]> = {}
    for (const { album, timestamp } of within(plays, 0, UNTIL))
      if (album !== null) (times[plainName(String(album))] ??= []).push(timestamp)
    const expected = Object.values(times)
      .filter((each) => each.length >= 5 && Math.max(...each) < UNTIL - 180 * DAY)
      .map((each) => [each.length, Math.max(...each)])
      .sort((a, b) => b[0]! - a[0]! || a[1]! - b[1]!)
    expect(expected.length).toBeGreaterThan(5)
    expect(found.map(({ count, last }) => [count, last])).toEqual(expected)
    expect(forgottenFavourites(await read(), UNTIL, 3)).toEqual(found.slice(0, 3))
  })

  it.each(ZONES)('about the streak that is under way (%s)', async (timezone) => {
    const history = await read(timezone)
    const days = new Set(recount(within(plays, 0, UNTIL), dirty.albums, timezone).days)
    const today = localClock(timezone)(UNTIL).day
    let [day, length] = [today, 0]
    if (!days.has(dayText(day))) day--
    while (days.has(dayText(day--))) length++
    expect(currentStreak(history, today)).toBe(length)
  })
})

describe('a streak', () => {
  it('is the longest run of days, of equals the latest', () => {
    expect(longestStreak([])).toBeNull()
    expect(longestStreak([5])).toEqual({ from: 5, to: 5, days: 1 })
    expect(longestStreak([9, 1, 2, 5, 4, 8])).toEqual({ from: 8, to: 9, days: 2 })
    expect(longestStreak([3, 2, 1, 7, 8])).toEqual({ from: 1, to: 3, days: 3 })
  })
})

describe('the local clock', () => {
  it.each([...ZONES, 'Asia/Kolkata', 'Africa/Casablanca', 'America/Sao_Paulo'])(
    'shows what the zone shows, also around changes of its clocks (%s)',
    (timezone) => {
      const clock = localClock(timezone)
      const around = ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-03-08T05:30:00Z', '2026-04-04T14:00:00Z']
      const times = [
        ...around.flatMap((time) => [-3600, -1, 0, 1, 3600, 5400].map((s) => Date.parse(time) / 1000 + s)),
        0,
        -1,
        UNTIL,
        Date.parse('2018-02-18T02:00:00Z') / 1000,
      ]
      for (const time of times) {
        const zoned = Temporal.Instant.fromEpochMilliseconds(time * 1000).toZonedDateTimeISO(timezone)
        const { day, weekday, hour } = clock(time)
        expect([dayText(day), weekday + 1, hour], zoned.toString()).toEqual([
          zoned.toPlainDate().toString(),
          zoned.dayOfWeek,
          zoned.hour,
        ])
      }
    },
  )
})
