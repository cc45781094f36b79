import { englishWords } from './english.ts'
import { frenchWords } from './french.ts'
import type { Language } from '../../ground/languages.ts'

export { englishCounts } from './english.ts'
export { frenchCounts } from './french.ts'

/** A word in its place in the line; `counts` are its syllables, one per reading, ascending and distinct. */
export interface WordCount {
  word: string
  counts: readonly number[]
}

/** A line; `readings` are the distinct totals that accepted readings give, ascending. A line without words has [0]. */
export interface LineCount {
  line: string
  readings: readonly number[]
  words: readonly WordCount[]
}

/**
 * Counts the syllables of a line, and of each word for explaining a miss.
 *
 * The convention. A French line counts as right when its classical or its ordinary spoken reading gives the number asked
 * for: two totals at most, both read the whole line in one way, nothing in between (see frenchWords). An English line
 * counts as right when pronunciations that the dictionary attests, one for each word, add up to the number (see
 * englishWords). Never throws, whatever the text.
 */
export function countLine(line: string, language: Language): LineCount {
  return language === 'fr' ? countFrench(line) : countEnglish(line)
}

function countFrench(line: string): LineCount {
  const words = frenchWords(line)
  const total = (reading: 'classical' | 'spoken') => words.reduce((sum, word) => sum + word[reading], 0)
  return {
    line,
    readings: ascending(total('spoken'), total('classical')),
    words: words.map(({ word, spoken, classical }) => ({ word, counts: ascending(spoken, classical) })),
  }
}

function ascending(low: number, high: number): number[] {
  return low === high ? [low] : [low, high]
}

const MOST_WORDS = 200

function countEnglish(line: string): LineCount {
  const words = englishWords(line)
  const [fewest, most] = [0, -1].map((at) => words.reduce((sum, { counts }) => sum + counts.at(at)!, 0))
  // No line of verse: all its totals would take the square of its length.
  if (words.length > MOST_WORDS) return { line, readings: ascending(fewest!, most!), words }
  let totals = new Set([0])
  for (const { counts } of words) totals = new Set([...totals].flatMap((total) => counts.map((count) => total + count)))
  return { line, readings: [...totals].sort((a, b) => a - b), words }
}

/** Right under the convention: some accepted reading of the line gives `target`. */
export function scans(line: string, target: number, language: Language): boolean {
  return countLine(line, language).readings.includes(target)
}

/** Beyond doubt: every accepted reading of the line gives `target`. */
export function scansForCertain(line: string, target: number, language: Language): boolean {
  return countLine(line, language).readings.every((reading) => reading === target)
}
