/**
 * How right the syllable counter is on each set of labelled lines (those it was tuned on, those it was not), and its
 * lines a second with a warm word memory, per language, with how many times longer it takes than only splitting the same
 * lines into words.
 */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { countLine, frenchCounts, scans } from '../../scripts/haiku/syllables/syllables.ts'
import { LANGUAGES, type Language } from '../../scripts/ground/languages.ts'

const FIXTURES: Readonly<Record<Language, readonly string[]>> = {
  fr: ['fr-verse-given', 'fr-verse-dev', 'fr-haiku-dev', 'fr-verse-heldout', 'fr-haiku-heldout'],
  en: ['en-given', 'en-dev', 'en-heldout'],
}
const LINES = 60_000

interface Labelled {
  line: string
  syllables: number
}

function fixture(name: string): Labelled[] {
  const text = readFileSync(new URL(`../fixtures/syllables/${name}.tsv`, import.meta.url), 'utf8')
  const rows = text.trim().split('\n').slice(1)
  return rows.map((row) => row.split('\t')).map(([line = '', count]) => ({ line, syllables: Number(count) }))
}

function linesOf(language: Language): string[] {
  const lines = FIXTURES[language].flatMap(fixture).map(({ line }) => line)
  return Array.from({ length: LINES }, (_, index) => lines[index % lines.length]!)
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

/** A row of the table: verse is held against its classical count alone, other lines against the convention. */
function accuracy(name: string, language: Language): string {
  const lines = fixture(name)
  const isRight = ({ line, syllables }: Labelled) =>
    name.includes('verse') ? frenchCounts(line).classical === syllables : scans(line, syllables, language)
  const right = lines.filter(isRight).length
  const offByOne = lines.flatMap(({ line, syllables }) =>
    [syllables - 1, syllables + 1].filter((target) => scans(line, target, language)),
  )
  const tuned = name.endsWith('heldout') ? 'no' : 'yes'
  return `| ${name} | ${lines.length} | ${tuned} | ${percent(right, lines.length)} | ${percent(offByOne.length, 2 * lines.length)} |`
}

function seconds(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

process.stdout.write('| lines | count | tuned on | right | off by one accepted |\n| --- | --: | --- | --: | --: |\n')
for (const language of LANGUAGES) {
  for (const name of FIXTURES[language]) process.stdout.write(`${accuracy(name, language)}\n`)
}
process.stdout.write('\n')

for (const language of LANGUAGES) {
  const lines = linesOf(language)
  let words = 0
  const floor = seconds(() => {
    for (const line of lines) words += line.match(/\p{L}[\p{L}\p{M}]*|\p{Nd}+/gu)?.length ?? 0
  })
  let syllables = 0
  const counting = seconds(() => {
    for (const line of lines) syllables += countLine(line, language).readings[0]!
  })
  process.stdout.write(
    `${language}: ${Math.round(LINES / counting).toLocaleString('en')} lines/s, ` +
      `${(counting / floor).toFixed(1)} times as long as splitting into words (${words} words, ${syllables} syllables)\n`,
  )
}
