/** The places of two words in the list. */
export type Pair = readonly [number, number]

/**
 * The pairs of words that one slip of the pen tells apart: a letter more, less or other, or two neighbours that changed
 * places; digits must agree. Such words share a deletion: leaving one letter out of each, or of one of them, gives the
 * same. So only words that share one are compared (Bocek, Hunt, Stiller: Fast Similarity Search in Large Dictionaries,
 * https://fastss.csg.uzh.ch/ifi-2007.02.pdf).
 * @param words Each once.
 */
export function oneSlipApart(words: readonly string[]): Pair[] {
  const sharing = new Map<string, number[]>()
  for (const [at, word] of words.entries()) {
    for (const rest of deletions(word)) {
      const places = sharing.get(rest)
      if (places === undefined) sharing.set(rest, [at])
      else places.push(at)
    }
  }
  const pairs = new Map<string, Pair>()
  for (const places of sharing.values()) {
    for (const [index, b] of places.entries()) {
      for (const a of places.slice(0, index)) {
        if (!pairs.has(`${a} ${b}`) && differByOneSlip(words[a]!, words[b]!)) pairs.set(`${a} ${b}`, [a, b])
      }
    }
  }
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** A word and what is left of it without each one of its letters, after its digits. */
function deletions(word: string): Set<string> {
  const digits = digitsOf(word)
  const rests = new Set([`${digits} ${word}`])
  for (let at = 0; at < word.length; at++) rests.add(`${digits} ${word.slice(0, at)}${word.slice(at + 1)}`)
  return rests
}

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
