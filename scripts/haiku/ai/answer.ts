import { isForeign } from './foreign.ts'
import { FORM, type HaikuLines } from '../haiku.ts'
import type { Language } from '../../ground/languages.ts'
import { countLine, scans } from '../syllables/syllables.ts'
import { isPrintable, LONGEST_LINE, undress } from '../syllables/verse.ts'

/** Why an answer is no haiku, in the order in which it is worth telling. */
export type Problem = 'empty' | 'lines' | 'unsafe' | 'language' | 'syllables' | 'copy'

/** One line of a failed poem, with what a person or a model needs to mend it. */
export interface CountedLine {
  text: string
  target: number
  right: boolean
  /** Every number of syllables the line can be read with. */
  readings: readonly number[]
  words: readonly { word: string; counts: readonly number[] }[]
}

export type Reading =
  | { ok: true; lines: HaikuLines }
  /** `lines` holds the three lines taken for the poem; none where no three were found. */
  | { ok: false; problem: Problem; lines: readonly CountedLine[] }

type Triple = readonly [string, string, string]

/** More characters, and more places for a poem, than any answer has that is worth reading. */
const LONGEST_ANSWER = 20_000
const MOST_TRIPLES = 100

/**
 * Finds the haiku in what a model answered: three printable lines of 5, 7 and 5 syllables in the language asked for,
 * among titles, comments, fences, list marks and explanations. `known` are poems whose lines must not come back.
 */
export function readHaiku(text: string, language: Language, known: readonly HaikuLines[] = []): Reading {
  const answer = text.slice(0, LONGEST_ANSWER)
  if (answer.trim() === '') return { ok: false, problem: 'empty', lines: [] }
  const blocks = splitBlocks(answer)
  const judged = findTriples(blocks, isPrintable).map((triple) => ({ triple, problem: judge(triple, language, known) }))
  const good = judged.find(({ problem }) => problem === null)
  if (good !== undefined) return { ok: true, lines: good.triple }
  const best = mostRight(judged, language)
  if (best !== null) return { ok: false, problem: best.problem, lines: count(best.triple, language) }
  // Nothing printable makes a poem. Would it without that condition, so that the model can be told what was wrong?
  const [unprintable] = findTriples(blocks, (line) => line.length <= LONGEST_LINE)
  if (unprintable === undefined) return { ok: false, problem: 'lines', lines: [] }
  return { ok: false, problem: isOtherScript(unprintable) ? 'language' : 'unsafe', lines: [] }
}

/** What two poems are compared by: letters and digits alone. */
function fingerprint(line: string): string {
  return line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function judge(triple: Triple, language: Language, known: readonly HaikuLines[]): Problem | null {
  if (isForeign(triple, language)) return 'language'
  if (!triple.every((line, index) => scans(line, FORM[index]!, language))) return 'syllables'
  const lines = new Set(known.flat().map(fingerprint))
  return triple.some((line) => lines.has(fingerprint(line))) ? 'copy' : null
}

function mostRight(
  judged: readonly { triple: Triple; problem: Problem | null }[],
  language: Language,
): { triple: Triple; problem: Problem } | null {
  let best: { triple: Triple; problem: Problem } | null = null
  let most = -1
  for (const { triple, problem } of judged) {
    const right = triple.filter((line, index) => scans(line, FORM[index]!, language)).length
    if (problem !== null && right > most) {
      best = { triple, problem }
      most = right
    }
  }
  return best
}

function count(triple: Triple, language: Language): CountedLine[] {
  return triple.map((text, index) => {
    const target = FORM[index]!
    const { readings, words } = countLine(text, language)
    return { text, target, right: scans(text, target, language), readings, words }
  })
}

/** Lines that stand together, undressed; empty lines, fences and rules divide them. */
type Block = readonly string[]

function splitBlocks(answer: string): Block[] {
  const blocks: string[][] = [[]]
  for (const raw of answer.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]|<br ?\/?>/iu)) {
    const divides = /^\s*(?:`{3,}|~{3,})\s*\w*\s*$/u.test(raw)
    // Prose is kept in place, as it tells where a poem ends, but not worked on.
    const line = divides ? '' : raw.length > 4 * LONGEST_LINE ? raw.trim() : undress(raw)
    if (line === '') blocks.push([])
    else blocks.at(-1)!.push(line)
  }
  return blocks.filter((block) => block.length > 0)
}

/** Every three lines that may be the poem, the likeliest first. */
function findTriples(blocks: readonly Block[], isVerse: (line: string) => boolean): Triple[] {
  const apart = [...singleLineRuns(blocks).flatMap(triples), ...blocks.flat().flatMap(slashed)]
  return [
    ...blocks.filter((block) => block.length === 3).flatMap((block) => windows(block, isVerse)),
    ...blocks.filter((block) => block.length > 3).flatMap((block) => windows(block, isVerse)),
    ...apart.filter((triple) => triple.every(isVerse)),
  ].slice(0, MOST_TRIPLES)
}

/**
 * Three neighbouring lines of a block. What stands before them is a title or an introduction; a verse behind them means
 * that the poem goes on, and a poem is not cut.
 */
function windows(block: Block, isVerse: (line: string) => boolean): Triple[] {
  return triples(block).filter((triple, index) => {
    const next = block[index + 3]
    const introduction = block.length > 3 && triple[0].endsWith(':')
    return triple.every(isVerse) && !introduction && (next === undefined || !isVerse(next))
  })
}

function triples(lines: readonly string[]): Triple[] {
  return lines.slice(2).map((line, index) => [lines[index]!, lines[index + 1]!, line])
}

/** Lines that have an empty line after each, as some models set their verses. */
function singleLineRuns(blocks: readonly Block[]): string[][] {
  const runs: string[][] = [[]]
  for (const block of blocks) {
    if (block.length === 1 && !block[0]!.endsWith(':')) runs.at(-1)!.push(block[0]!)
    else runs.push([])
  }
  return runs
}

/** A poem on one line, its verses divided as quotations divide them: `one / two / three`, with or without a label. */
function slashed(line: string): Triple[] {
  if (line.length > 4 * LONGEST_LINE) return []
  const parts = line.split(/\/{1,2}|\|/u).map(undress)
  if (parts.length !== 3) return []
  const [first, second, third] = parts as [string, string, string]
  const label = first.lastIndexOf(': ')
  const triple: Triple = [first, second, third]
  return label === -1 ? [triple] : [triple, [undress(first.slice(label + 1)), second, third]]
}

/** Chinese, Japanese, Cyrillic …: letters that are not Latin. */
function isOtherScript(triple: Triple): boolean {
  return triple.some((line) => /(?!\p{Script=Latin})\p{L}/u.test(line))
}
