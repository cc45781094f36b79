import type { Album } from '../album.ts'
import type { Decision } from './decision.ts'

type Departure = { album: Album; decision: Extract<Decision, { kind: 'gone' | 'left' }> }

/**
 * What follows from a list being all there is: copies it does not have any more are marked with the day; an album that
 * came from the list leaves once all its copies have been gone since an earlier day, so that one bad answer takes nothing
 * away. What a person wrote by hand, or has from another list too, stays.
 * @param present References of the copies that the list has.
 */
export function departures(
  albums: readonly Album[],
  source: string,
  present: ReadonlySet<string>,
  today: string,
): Departure[] {
  const isMissing = (ref: string) => ref.startsWith(`${source}:`) && !present.has(ref)
  return albums.flatMap((album): Departure[] => {
    const copies = album.copies ?? []
    if (!copies.some(({ ref }) => isMissing(ref))) return []
    const isLongGone = copies.every(({ gone_since }) => gone_since != null && gone_since < today)
    const isElsewhere = album.refs?.some((ref) => !ref.startsWith(`${source}:`)) ?? false
    if (album.source === source && isLongGone && !isElsewhere) return [{ album, decision: { kind: 'left', album } }]
    if (!copies.some(({ ref, gone_since }) => isMissing(ref) && gone_since == null)) return []
    const marked = copies.map((copy) =>
      isMissing(copy.ref) && copy.gone_since == null ? { ...copy, gone_since: today } : copy,
    )
    const changed = { ...album, copies: marked }
    return [{ album: changed, decision: { kind: 'gone', album: changed } }]
  })
}
