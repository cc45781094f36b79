import { englishCounts } from './english.ts'
import { frenchCounts } from './french.ts'
import type { Language } from './haiku.ts'

export { englishCounts, frenchCounts }

export interface WordCount {
  word: string
  counts: readonly number[]
}
export interface LineCount {
  line: string
  readings: readonly number[]
  words: readonly WordCount[]
}

export function countLine(line: string, language: Language): LineCount {
  const { classical } = frenchCounts(line)
  const readings = language === 'fr' ? [classical] : [englishCounts(line).fewest]
  return { line, readings, words: line.split(/\s+/u).map((word) => ({ word, counts: [frenchCounts(word).classical] })) }
}

export function scans(line: string, target: number, language: Language): boolean {
  return countLine(line, language).readings.includes(target)
}

export function scansForCertain(line: string, target: number, language: Language): boolean {
  return countLine(line, language).readings.every((reading) => reading === target)
}
