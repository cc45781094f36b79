import { seededRandom } from '../ground/random.ts'
import type { Album } from './album.ts'

/** How many of the albums unheard for longest take turns: one for each day of a week. */
const LONGEST_UNHEARD = 7

/** An album to play, and why that one. `among`: how many albums its reason holds for. */
export type RecordOfTheDay =
  | { kind: 'long-unheard'; album: Album; last: number; among: number }
  | { kind: 'never-heard'; album: Album; among: number }
  /** Nothing is known of what was heard. */
  | { kind: 'drawn'; album: Album }

/**
 * The album to play on a day. Where listens are known, days alternate between the albums unheard for longest and those
 * without any known listen; where none are, every album of the collection gets its turn. Null for an empty collection.
 * @param day Number of the day, counted from anywhere.
 * @param lastHeard Unix seconds of an album's last listen, null where none is known; null itself where nothing is known.
 */
export function recordOfTheDay(
  albums: readonly Album[],
  day: number,
  lastHeard: ((album: Album) => number | null) | null,
): RecordOfTheDay | null {
  const known = albums.toSorted((a, b) => a.id - b.id)
  if (lastHeard === null) return inTurn(known, day, (album) => ({ kind: 'drawn', album }))
  const heard = known.flatMap((album) => {
    const last = lastHeard(album)
    return last === null ? [] : [{ album, last }]
  })
  const longest = heard.toSorted((a, b) => a.last - b.last).slice(0, LONGEST_UNHEARD)
  const heardIds = new Set(heard.map(({ album }) => album.id))
  const never = known.filter(({ id }) => !heardIds.has(id))

  const fromLongest = (turn: number) =>
    inTurn(longest, turn, (entry) => ({ kind: 'long-unheard' as const, ...entry, among: longest.length }))
  const fromNever = (turn: number) =>
    inTurn(never, turn, (album) => ({ kind: 'never-heard' as const, album, among: never.length }))
  const halfway = Math.floor(day / 2)
  if (longest.length > 0 && never.length > 0) return day % 2 === 0 ? fromLongest(halfway) : fromNever(halfway)
  return longest.length > 0 ? fromLongest(day) : fromNever(day)
}

/** Rounds in which every element comes once, each round in an order of its own. */
function inTurn<T, R>(list: readonly T[], turn: number, make: (element: T) => R): R | null {
  if (list.length === 0) return null
  const round = Math.floor(turn / list.length)
  return make(seededRandom(round).shuffle(list)[turn % list.length]!)
}
