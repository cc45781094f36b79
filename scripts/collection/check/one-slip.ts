/** The places of two words in the list. */
export type Pair = readonly [number, number]

/**
 * The pairs of words that one slip of the pen tells apart: a letter more, less or other, or two neighbours that changed
 * places; digits must agree. Such words share a deletion: leaving one letter out of each, or of one of them, gives the
 * same. So only words that share one are compared (Bocek, Hunt, Stiller: Fast Similarity Search in Large Dictionaries,
 * https://fastss.csg.uzh.ch/ifi-2007.02.pdf).
 * @param words Each once; fewer than 2^21.
 */
export function oneSlipApart(words: readonly string[]): Pair[] {
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
        if (a === b || pairs.has(`${a} ${b}`) || !differByOneSlip(words[a]!, words[b]!)) continue
        pairs.set(`${a} ${b}`, [a, b])
      }
    }
  }
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

const PLACES = 2 ** 21

/** Whether a letter more, less or other, or two neighbours that changed places, make two different words one; digits must agree. */
export function differByOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return differByOneSlip(b, a)
  if (b.length - a.length > 1 || a === b) return false
  const at = firstDifference(a, b)
  const isLetter = a.slice(a.length === b.length ? at + 1 : at) === b.slice(at + 1)
  return (isLetter || areSwapped(a, b)) && digitsOf(a) === digitsOf(b)
}

/** Whether two neighbouring letters that changed places make two words one. */
export function areSwapped(a: string, b: string): boolean {
  const at = firstDifference(a, b)
  const isSwap = at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at]
  return isSwap && a.slice(at + 2) === b.slice(at + 2)
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
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
