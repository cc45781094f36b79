/**
 * Lines a second of the syllable counter, per language, and how many times longer it takes than only splitting the same
 * lines into words. Run with tsx; the first pass, which loads the dictionary and fills the word memory, is shown apart.
 */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { countLine } from '../scripts/haiku/syllables.ts'
import { LANGUAGES, type Language } from '../scripts/haiku/haiku.ts'

const FIXTURES: Readonly<Record<Language, readonly string[]>> = {
  fr: ['fr-verse-given', 'fr-verse-dev', 'fr-haiku-dev', 'fr-verse-heldout', 'fr-haiku-heldout'],
  en: ['en-given', 'en-dev', 'en-heldout'],
}
const LINES = 60_000

function linesOf(language: Language): string[] {
  const lines = FIXTURES[language].flatMap((name) =>
    readFileSync(new URL(`../test/fixtures/syllables/${name}.tsv`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t')[0]!),
  )
  return Array.from({ length: LINES }, (_, index) => lines[index % lines.length]!)
}

function seconds(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

for (const language of LANGUAGES) {
  const first = seconds(() => countLine(language === 'fr' ? 'un vieil étang' : 'an old pond', language))
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
      `${(counting / floor).toFixed(1)} times as long as splitting into words; ` +
      `first line ${(first * 1000).toFixed(0)} ms (${words} words, ${syllables} syllables)\n`,
  )
}
