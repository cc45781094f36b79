/**
 * Lines are kept as plain text, one phrase a line: `/` divides the lines of a phrase that fills two, and
 * `[chat|chien]` stands for either word. Alternatives are written out in place, so that article, gender and number
 * are settled by the person who writes the phrase and never put together by a program.
 */

/** One or two lines of a poem that belong together. */
export type Phrase = readonly string[]

/** The same phrase in each of its variants; at least one. */
export type Variants = readonly Phrase[]

/** Everything that can be said about one subject, by the room it takes in the poem. */
export interface Pool {
  /** One line of 5 that can open or close a poem; a noun with its company, no verb needed. */
  readonly fragments: readonly Variants[]
  /** One line of 7 that stands by itself. */
  readonly middles: readonly Variants[]
  /** Lines of 5 and 7. */
  readonly openings: readonly Variants[]
  /** Lines of 7 and 5. */
  readonly closings: readonly Variants[]
}

/** A pool as it is written down: the kinds that it has, as text. */
export type PoolText = { readonly [Kind in keyof Pool]?: string }

/** The syllables of each line, by kind. */
export const SHAPES = { fragments: [5], middles: [7], openings: [5, 7], closings: [7, 5] } as const satisfies Record<
  keyof Pool,
  readonly number[]
>

const ALTERNATIVES = /\[([^\]]*)\]/u

function expand(text: string): string[] {
  const found = ALTERNATIVES.exec(text)
  if (found === null) return [text]
  const before = text.slice(0, found.index)
  const after = text.slice(found.index + found[0].length)
  return found[1]!.split('|').flatMap((choice) => expand(before + choice + after))
}

function parse(text = ''): Variants[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => expand(line).map((variant) => variant.split(' / ')))
}

export function pool(text: PoolText): Pool {
  return {
    fragments: parse(text.fragments),
    middles: parse(text.middles),
    openings: parse(text.openings),
    closings: parse(text.closings),
  }
}

/** The pools' phrases together. */
export function join(pools: readonly Pool[]): Pool {
  return {
    fragments: pools.flatMap((each) => each.fragments),
    middles: pools.flatMap((each) => each.middles),
    openings: pools.flatMap((each) => each.openings),
    closings: pools.flatMap((each) => each.closings),
  }
}
