import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** A source of chance that a run can repeat: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `below` (at least 1). */
  int(below: number): number
  /** One element, each as likely as the next. The list must not be empty. */
  pick<T>(list: readonly T[]): T
  /** A new list with the same elements in random order. */
  shuffle<T>(list: readonly T[]): T[]
}

/** A Random that starts from `seed` (any 32-bit integer). */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  const int = (below: number) => uniformInt(generator, 0, below - 1)
  return {
    int,
    pick(list) {
      if (list.length === 0) throw new RangeError('pick() needs a list with at least one element')
      return list[int(list.length)]!
    },
    shuffle(list) {
      const copy = [...list]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = int(last + 1)
        ;[copy[last], copy[other]] = [copy[other]!, copy[last]!]
      }
      return copy
    },
  }
}

/** A seed for a run that was given none; the run prints it, so that it can be repeated. */
export function freshSeed(): number {
  return Math.floor(Math.random() * 2 ** 31)
}

/** A seed derived from text (FNV-1a, 32 bits): the same text gives the same seed on every machine. */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash | 0
}
