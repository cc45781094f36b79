/** Something that was counted, under its most frequent spelling; of equals one that is not all capitals or all small. */
export interface Ranked<T = unknown> {
  key: string
  name: string
  count: number
  /** What was given with its first occurrence. */
  about: T
}

const collator = new Intl.Collator('fr', { sensitivity: 'base' })

/** Counts things by key and remembers how each was spelled. */
export class Tally<T = undefined> {
  readonly #entries = new Map<string, { count: number; spellings: Map<string, number>; about: T }>()

  add(key: string, spelling: string, about: T): void {
    let entry = this.#entries.get(key)
    if (entry === undefined) this.#entries.set(key, (entry = { count: 0, spellings: new Map(), about }))
    entry.count++
    entry.spellings.set(spelling, (entry.spellings.get(spelling) ?? 0) + 1)
  }

  /** How many different things were counted. */
  get size(): number {
    return this.#entries.size
  }

  /** Everything counted, most first; of equals the one first in the alphabet. */
  ranked(): Ranked<T>[] {
    return [...this.#entries]
      .map(([key, { count, spellings, about }]) => ({ key, name: mostFrequent(spellings), count, about }))
      .sort((a, b) => b.count - a.count || collator.compare(a.name, b.name) || (a.key < b.key ? -1 : 1))
  }
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  const [best] = [...spellings].sort(
    ([a, timesA], [b, timesB]) => timesB - timesA || shouting(a) - shouting(b) || (a < b ? -1 : 1),
  )
  return best![0]
}

function shouting(text: string): 0 | 1 {
  return text === text.toUpperCase() || text === text.toLowerCase() ? 1 : 0
}
