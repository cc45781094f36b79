import { createRequire } from 'node:module'

/**
 * The CMU pronouncing dictionary and the `syllable` package, loaded when English is first asked for: the dictionary is a
 * module of 4.7 MB, which a French run has no use for. `require` because the counter is synchronous.
 */
const require = createRequire(import.meta.url)

let pronunciations: Readonly<Record<string, string>> | undefined
let estimate: ((text: string) => number) | undefined

/**
 * The syllables of each pronunciation that the CMU dictionary has of a word (lower case), ascending and distinct; undefined
 * where it does not know the word. Variants stand in it as `word(2)`, `word(3)` …; a vowel is a phoneme with a stress digit.
 */
export function dictionaryCounts(word: string): readonly number[] | undefined {
  pronunciations ??= (require('cmu-pronouncing-dictionary') as { dictionary: Record<string, string> }).dictionary
  if (!Object.hasOwn(pronunciations, word)) return undefined
  const counts = [vowels(pronunciations[word]!)]
  for (let variant = 2; ; variant++) {
    const key = `${word}(${String(variant)})`
    if (!Object.hasOwn(pronunciations, key)) break
    counts.push(vowels(pronunciations[key]!))
  }
  // trembling, rattler: the dictionary's third syllable, an l on its own, is in no word list's division.
  if (/[^aeiouyl]l(?:er|ers|ing|ings)$/u.test(word)) return [Math.min(...counts)]
  return [...new Set(counts)].sort((a, b) => a - b)
}

function vowels(pronunciation: string): number {
  return pronunciation.match(/\d/gu)?.length ?? 0
}

/** The syllables that spelling suggests, for words no dictionary has; at least 1. */
export function estimatedCount(word: string): number {
  estimate ??= (require('syllable') as { syllable: (text: string) => number }).syllable
  return Math.max(1, estimate(word))
}
