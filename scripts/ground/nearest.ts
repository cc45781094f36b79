import { distance } from 'fastest-levenshtein'

/** The candidate that `word` was most likely meant to be: the closest by edit distance, or null where none is close. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const folded = word.toLowerCase()
  // An abbreviation, or the beginning or end of a longer name, is a likelier slip than its edit distance tells.
  const part = folded.length >= 4 ? candidates.find((candidate) => candidate.toLowerCase().includes(folded)) : undefined
  if (part !== undefined) return part
  let best: string | null = null
  let least = Infinity
  for (const candidate of candidates) {
    const edits = distance(folded, candidate.toLowerCase())
    if (edits < least) [best, least] = [candidate, edits]
  }
  return best !== null && least < folded.length && least <= Math.max(2, Math.ceil(best.length / 2)) ? best : null
}
