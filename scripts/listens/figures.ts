import type { Album } from '../collection/album.ts'
import { fold } from '../collection/names/fold.ts'
import type { Listen } from './listen.ts'
import { localClock } from './local-clock.ts'
import { titleKey } from './names.ts'
import { remembered, type HeardAlbum, type Shelf } from './shelf.ts'
import { Tally, type Ranked } from './tally.ts'

/** Consecutive days with a listen each; days since 1 January 1970, both included. */
export interface Streak {
  from: number
  to: number
  days: number
}

/** A count beside what is counted: a decade's first year, a weekday, an hour, a day. */
export interface Counted {
  value: number
  count: number
}

/** What some listens come to. */
export interface Figures {
  total: number
  /** Days of the zone's calendar with a listen. */
  activeDays: number
  /** Listens per active day, rounded to one decimal; null without a listen. */
  perActiveDay: number | null
  /** Every credited artist counts once a listen. */
  artists: Ranked[]
  albums: Ranked<HeardAlbum>[]
  /** `about`: the track's artists. */
  tracks: Ranked<readonly string[]>[]
  /** Listens on Monday, Tuesday … Sunday. */
  byWeekday: readonly number[]
  /** Listens from 00:00, 01:00 … 23:00 on. */
  byHour: readonly number[]
  /** Listens of each active day, in order. */
  byDay: readonly Counted[]
  /** The longest; of equals the latest. Null without a listen. */
  streak: Streak | null
  /** Listens of albums the collection has. */
  inCollection: number
  /** Listens by decade of the album's year, where the collection knows it; in order. */
  decades: readonly Counted[]
  /** Listens by genre, where the collection knows it. */
  genres: Ranked[]
}

/** Counts listens. Days, weekdays and hours are those of `timezone`; decades and genres those of the collection. */
export function figuresOf(listens: Iterable<Listen>, { shelf, timezone }: { shelf: Shelf; timezone: string }): Figures {
  const clock = localClock(timezone)
  const titleKeyOf = remembered(titleKey)
  const artists = new Tally()
  const albums = new Tally<HeardAlbum>()
  const tracks = new Tally<readonly string[]>()
  const genres = new Tally()
  const byDay = new Map<number, number>()
  const decades = new Map<number, number>()
  const byWeekday = Array<number>(7).fill(0)
  const byHour = Array<number>(24).fill(0)
  let total = 0
  let inCollection = 0

  for (const listen of listens) {
    total++
    const { day, weekday, hour } = clock(listen.timestamp)
    byDay.set(day, (byDay.get(day) ?? 0) + 1)
    byWeekday[weekday]!++
    byHour[hour]!++
    const credits = creditsOf(listen, shelf)
    for (const [key, name] of credits) artists.add(key, name, undefined)
    tracks.add(trackKey(titleKeyOf(listen.track), credits), listen.track, [...credits.values()])
    const heard = shelf.albumOf(listen)
    if (heard === null) continue
    albums.add(heard.key, heard.title, heard)
    if (heard.album === null) continue
    inCollection++
    const decade = decadeOf(heard.album)
    if (decade !== null) decades.set(decade, (decades.get(decade) ?? 0) + 1)
    const genre = heard.album.genre?.trim()
    if (genre) genres.add(fold(genre), genre, undefined)
  }

  return {
    total,
    activeDays: byDay.size,
    perActiveDay: byDay.size === 0 ? null : Math.round((total / byDay.size) * 10) / 10,
    artists: artists.ranked(),
    albums: albums.ranked(),
    tracks: tracks.ranked(),
    byWeekday,
    byHour,
    byDay: inOrder(byDay),
    streak: longestStreak(byDay.keys()),
    inCollection,
    decades: inOrder(decades),
    genres: genres.ranked(),
  }
}

/** The longest run of consecutive days; of equals the latest. */
export function longestStreak(days: Iterable<number>): Streak | null {
  let longest: Streak | null = null
  let run: Streak = { from: NaN, to: NaN, days: 0 }
  for (const day of [...days].sort((a, b) => a - b)) {
    run = run.to === day - 1 ? { ...run, to: day, days: run.days + 1 } : { from: day, to: day, days: 1 }
    if (longest === null || run.days >= longest.days) longest = run
  }
  return longest
}

/** The credited artists of a listen as (key, name), each once. */
export function creditsOf({ artists }: Listen, shelf: Shelf): Map<string, string> {
  const named = artists.filter((name) => name.trim() !== '').map((name) => shelf.artistOf(name))
  return new Map(named.map(({ key, name }) => [key, name]))
}

/** What identifies a track: its title and the artist credited first. */
export function trackKey(title: string, credits: ReadonlyMap<string, string>): string {
  const [first = ''] = credits.keys()
  return `${title}\n${first}`
}

function decadeOf({ year }: Album): number | null {
  return year == null ? null : Math.floor(year / 10) * 10
}

function inOrder(counts: ReadonlyMap<number, number>): Counted[] {
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value)
}
