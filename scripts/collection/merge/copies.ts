import type { Copy, CopyFacts } from '../album.ts'

/** A reference without the number that tells copies of one pressing apart: `discogs:249504#2` → `discogs:249504`. */
export function baseOf(ref: string): string {
  return ref.replace(/#\d+$/u, '')
}

/**
 * Which stored copy each of the incoming ones is: all of them share one base reference. Those that say the same find each
 * other first, then those that do not contradict each other, whatever their order; what is left over pairs up in order,
 * because a list may have changed what it says of a copy. Null: a copy that was not there.
 */
export function pairCopies(incoming: readonly CopyFacts[], stored: readonly Copy[]): (Copy | null)[] {
  const free = new Set(stored)
  const pairs = new Map<CopyFacts, Copy>()
  for (const fits of [saysTheSame, doesNotContradict, () => true]) {
    for (const copy of incoming) {
      const found = pairs.has(copy) ? undefined : [...free].find((candidate) => fits(copy, candidate))
      if (found === undefined) continue
      pairs.set(copy, found)
      free.delete(found)
    }
  }
  return incoming.map((copy) => pairs.get(copy) ?? null)
}

function saysTheSame(copy: CopyFacts, stored: Copy): boolean {
  return Object.entries(copy).every(([field, value]) => isEmpty(value) || same(stored[field], value))
}

function doesNotContradict(copy: CopyFacts, stored: Copy): boolean {
  return Object.entries(copy).every(
    ([field, value]) => isEmpty(value) || isEmpty(stored[field]) || same(stored[field], value),
  )
}

/** Writes into a copy what it does not say yet. Gives whether anything was. */
export function fillCopy(stored: Copy, incoming: CopyFacts): boolean {
  let changed = false
  for (const [field, value] of Object.entries(incoming)) {
    if (isEmpty(value) || !isEmpty(stored[field])) continue
    Object.assign(stored, { [field]: value })
    changed = true
  }
  return changed
}

export function isEmpty(value: unknown): boolean {
  return value == null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether two values of a JSON file are one and the same. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
