import { fold } from '../collection/names/fold.ts'
import type { Listen } from './listen.ts'
import { titleKey } from './names.ts'

/** Players report a track twice when a connection breaks or two of them are at work; the original's rule. */
export const DUPLICATE_SECONDS = 10 * 60

/** Words between the artists of a credit, which services write in different ways. */
const CONNECTORS = /(?<= )(?:feat|featuring|ft|with|avec|and|et|vs|x|y|und)(?= )/gu

/** `known`: the very same listen is there already; `duplicate`: the same track was heard within ten minutes. */
export type Verdict = 'new' | 'known' | 'duplicate'

/**
 * Judges listens against those `known` and those it has called new itself. Two are duplicates when artist and track are
 * the same, case, accents, punctuation and the names of pressings aside, and their times no more than ten minutes apart.
 */
export function duplicateJudge(known: Iterable<Listen>): (listen: Listen) => Verdict {
  const times = new Map<string, number[]>()
  const remember = (key: string, { timestamp }: Listen) => {
    const heard = times.get(key)
    if (heard === undefined) times.set(key, [timestamp])
    else heard.push(timestamp)
  }
  for (const listen of known) remember(identity(listen), listen)
  return (listen) => {
    const key = identity(listen)
    const heard = times.get(key) ?? []
    if (heard.includes(listen.timestamp)) return 'known'
    if (heard.some((time) => Math.abs(time - listen.timestamp) <= DUPLICATE_SECONDS)) return 'duplicate'
    remember(key, listen)
    return 'new'
  }
}

/**
 * The whole credit, not its parts: whether "A & B" was split depends on what the collection knew that day, and the same
 * listen fetched again later must still be recognised.
 */
function identity({ artists, track }: Listen): string {
  const credit = fold(artists.join(' ')).replace(CONNECTORS, '').replace(/ +/gu, ' ')
  return `${credit}\n${titleKey(track)}`
}
