import { artistsOf, type Album } from '../collection/album.ts'
import { artistKey } from './names.ts'

/** What may stand between two artists of a credit. */
const SEPARATOR = /\s*[,;]\s+|\s+(?:&|\+|\/|x|vs\.?|and|et|with|avec|feat\.?|ft\.?|featuring)\s+/giu
const IN_BRACKETS = /\s*[([]((?:feat|ft|featuring|with)\b[^()[\]]*)[)\]]/giu

/** Whether the collection knows an artist of that name. */
export type KnowsArtist = (name: string) => boolean

export function knownArtists(albums: readonly Album[]): KnowsArtist {
  const keys = new Set(albums.flatMap(artistsOf).map(artistKey))
  return (name) => keys.has(artistKey(name))
}

/**
 * The artists of a credit such as "A feat. B", "A & B" or "A, B". It is split only where the collection knows every part,
 * and not where it knows the whole: "Earth, Wind & Fire" and "Tyler, The Creator" are one artist each.
 */
export function splitCredit(credit: string, knows: KnowsArtist): string[] {
  const whole = credit.trim()
  if (whole === '') return []
  return split(whole, knows) ?? split(whole.replace(IN_BRACKETS, ' $1'), knows) ?? [whole]
}

/** Null where the text is not made of known artists. The longest known name at the beginning is tried first. */
function split(text: string, knows: KnowsArtist): string[] | null {
  if (knows(text)) return [text]
  for (const cut of [...text.matchAll(SEPARATOR)].reverse()) {
    const first = text.slice(0, cut.index)
    if (first === '' || !knows(first)) continue
    const others = split(text.slice(cut.index + cut[0].length), knows)
    if (others !== null) return [first, ...others]
  }
  return null
}
