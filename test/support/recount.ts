import type { Album } from '../../scripts/collection/album.ts'
import type { Listen } from '../../scripts/listens/listen.ts'
import type { DirtyListening, MarkedListen, Play } from './dirty-listening.ts'

/** A listen as it was kept, with what it really was. */
export interface KeptPlay extends Play {
  timestamp: number
}

/** What listens come to, counted again in another way: from what they really were, not from their spellings. */
export interface Recount {
  total: number
  days: string[]
  perDay: string
  artists: Record<string, number>
  tracks: Record<string, number>
  albums: Record<string, number>
  weekdays: Record<string, number>
  hours: Record<string, number>
  perDate: Record<string, number>
  streak: number
  decades: Record<string, number>
  genres: Record<string, number>
  owned: number
}

/** A name without case and accents. */
export function plainName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

export function keptPlays(kept: readonly Listen[], { plays }: DirtyListening): KeptPlay[] {
  return kept.map((listen) => ({ ...plays[(listen as MarkedListen).play]!, timestamp: listen.timestamp }))
}

export function recount(plays: readonly KeptPlay[], albums: readonly Album[], timeZone: string): Recount {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  const moments = plays.map(({ timestamp }) =>
    Object.fromEntries(format.formatToParts(timestamp * 1000).map(({ type, value }) => [type, value])),
  ) as Record<'weekday' | 'year' | 'month' | 'day' | 'hour', string>[]
  const dates = moments.map(({ year, month, day }) => `${year}-${month}-${day}`)
  const days = [...new Set(dates)].sort()
  const owned = plays.flatMap(({ album }) =>
    typeof album === 'number' ? [albums.find(({ id }) => id === album)!] : [],
  )
  return {
    total: plays.length,
    days,
    // Half is rounded up, in whole numbers.
    perDay: days.length === 0 ? '' : String(Math.floor((20 * plays.length + days.length) / (2 * days.length)) / 10),
    artists: tally(plays.flatMap((play) => play.artists.map(plainName))),
    tracks: tally(plays.map(({ track }) => plainName(track))),
    albums: tally(plays.flatMap(({ album }) => (album === null ? [] : [plainName(String(album))]))),
    weekdays: tally(moments.map(({ weekday }) => weekday)),
    hours: tally(moments.map(({ hour }) => String(Number(hour)))),
    perDate: tally(dates),
    streak: Math.max(0, ...days.map((day) => runFrom(day, new Set(days)))),
    decades: tally(owned.flatMap(({ year }) => (year == null ? [] : [`${String(year).slice(0, 3)}0`]))),
    genres: tally(owned.flatMap(({ genre }) => (genre == null ? [] : [plainName(genre)]))),
    owned: owned.length,
  }
}

function tally(things: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const thing of things) counts[thing] = (counts[thing] ?? 0) + 1
  return counts
}

function runFrom(day: string, days: ReadonlySet<string>): number {
  if (!days.has(day)) return 0
  const next = new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return 1 + runFrom(next, days)
}

/** The counts of the first ten, whatever their names. */
export function topTen(counts: Record<string, number>): number[] {
  return Object.values(counts)
    .sort((a, b) => b - a)
    .slice(0, 10)
}
