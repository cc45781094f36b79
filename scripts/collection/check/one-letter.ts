import { distance } from 'fastest-levenshtein'

/** The places of two words in the list. */
export type Pair = readonly [number, number]

/**
 * The pairs of words that one letter more, less or other makes equal; digits must agree. Words that differ by one letter
 * share a deletion: leaving one letter out of each, or of one of them, gives the same. So only words that share one are
 * compared (Bocek, Hunt, Stiller: Fast Similarity Search in Large Dictionaries, https://fastss.csg.uzh.ch/ifi-2007.02.pdf).
 * @param words Each once; fewer than 2^21.
 */
export function oneLetterApart(words: readonly string[]): Pair[] {
  // A hash and a place in one number, as sorting numbers is much faster than a map of that many texts.
  const entries = Float64Array.from(
    words.flatMap((word, at) => deletionHashes(word).map((hash) => hash * PLACES + at)),
  ).sort()
  const pairs = new Map<string, Pair>()
  for (let start = 0, end = 0; start < entries.length; start = end) {
    const hash = Math.floor(entries[start]! / PLACES)
    while (end < entries.length && Math.floor(entries[end]! / PLACES) === hash) end++
    for (let i = start; i < end; i++) {
      for (let j = i + 1; j < end; j++) {
        const [a, b] = [entries[i]! % PLACES, entries[j]! % PLACES]
        if (a === b || pairs.has(`${a} ${b}`) || !differByOneLetter(words[a]!, words[b]!)) continue
        pairs.set(`${a} ${b}`, [a, b])
      }
    }
  }
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

const PLACES = 2 ** 21

function differByOneLetter(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= 1 && digitsOf(a) === digitsOf(b) && distance(a, b) === 1
}

function digitsOf(word: string): string {
  return word.replace(/\P{N}/gu, '')
}

/** 32-bit hashes (FNV-1a) of a word and of it without each one of its letters, begun with its digits. */
function deletionHashes(word: string): number[] {
  const seed = hashOf(digitsOf(word), -1, 0x811c9dc5)
  const hashes = new Set([hashOf(word, -1, seed)])
  for (let left = 0; left < word.length; left++) hashes.add(hashOf(word, left, seed))
  return [...hashes]
}

function hashOf(word: string, left: number, seed: number): number {
  let hash = seed
  for (let at = 0; at < word.length; at++) {
    if (at !== left) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}
