import { fold } from '../../collection/names/fold.ts'
import { isForeign } from '../../haiku/ai/foreign.ts'
import type { Language } from '../../ground/languages.ts'
import { factsText, longestText, type Facts } from './facts.ts'
import { unknownNames } from './names.ts'
import { numbersIn } from './numbers.ts'

/** What is wrong with a text, and the words it is about. */
export type Flaw =
  | { kind: 'empty' | 'sentences' | 'language' | 'meta' | 'markup' | 'cut' }
  | { kind: 'length'; is: number; most: number }
  | { kind: 'years' | 'numbers' | 'names'; words: readonly string[] }
  | { kind: 'author'; words: readonly string[] }

const SHORTEST = 40

/** What models say about their answer instead of giving it. */
const META = [
  /\(?\b\d[\d\s]*\s*(?:caractères|characters|mots|words)\b\)?/iu,
  /^(?:voici|voilà|bien sûr|certainement|d['’]accord|avec plaisir|here(?:['’]s| is| are)|sure|certainly|of course|okay|ok\b)/iu,
  /^(?:description|résumé|summary|texte|text|réponse|answer)\s*:/iu,
  /\b(?:en tant qu['’](?:ia|assistant|intelligence)|modèle de langage|as an ai|language model)\b/iu,
  /\b(?:faits|données|informations|éléments)\s+(?:fourni[es]*|donné[es]*|disponibles|ci-dessus)/iu,
  /\b(?:provided|given|available|above)\s+(?:facts|data|information)\b|\b(?:facts|data|information)\s+(?:provided|given|above)\b/iu,
  /n['’]hésite[zs]? pas|let me know|feel free|j['’]espère|i hope/iu,
  /\b(?:je|moi|i|me|my)\s+(?:peux|vais|ne|suis|can|cannot|will|am|have)\b/iu,
]

const MARKUP = /^\s*(?:[-*•#>]|\d+[.)])\s|\*\*|__|`|\]\(|<\/?[a-z][^>]*>|\[[^\]]*\]|https?:\/\//imu

/** Every flaw of a text that is to describe an album, the gravest first; none where it may be kept. */
export function flawsOf(text: string, facts: Facts, language: Language, finishReason: string | null = null): Flaw[] {
  const flaws: Flaw[] = []
  if (text.trim().length < SHORTEST) return [{ kind: 'empty' }]
  if (finishReason === 'length') flaws.push({ kind: 'cut' })
  const most = longestText(facts)
  if (text.length > most) flaws.push({ kind: 'length', is: text.length, most })
  // The title may look like anything.
  const prose = text.replaceAll(facts.title, '')
  if (META.some((pattern) => pattern.test(prose.trim()))) flaws.push({ kind: 'meta' })
  if (MARKUP.test(prose)) flaws.push({ kind: 'markup' })
  if (!isWholeSentences(text)) flaws.push({ kind: 'sentences' })
  if (isForeign(prose.split(/(?<=[.!?])\s+/u), language) || hasForeignSentence(prose, language))
    flaws.push({ kind: 'language' })

  const known = factsText(facts)
  const authors = otherAuthors(text, facts)
  if (authors.length > 0) flaws.push({ kind: 'author', words: authors })
  flaws.push(...numberFlaws(text, known))
  const names = unknownNames(text, known)
  if (names.length > 0) flaws.push({ kind: 'names', words: [...new Set(names)] })
  return flaws
}

function isWholeSentences(text: string): boolean {
  return (
    /^[«"“(]?\s?[\p{Lu}\p{N}\p{Lo}]/u.test(text.trim()) && /[.!?…][»"”)]?\s*$/u.test(text) && !/\.\.\.\s*$/u.test(text)
  )
}

/** A text that changes its language on the way. */
function hasForeignSentence(text: string, language: Language): boolean {
  const sentences = text.split(/(?<=[.!?])\s+/u).filter((sentence) => sentence.split(' ').length >= 8)
  return sentences.some((sentence) => isForeign([sentence], language))
}

function numberFlaws(text: string, known: string): Flaw[] {
  const [said, facts] = [numbersIn(text), numbersIn(known)]
  const decadeOf = (year: number) => year - (year % 10)
  const decades = new Set([...facts.decades, ...[...facts.years].map(decadeOf)])
  const years = [
    ...[...said.years].filter((year) => !facts.years.has(year)),
    ...[...said.decades].filter((decade) => !decades.has(decade)).map((decade) => `${decade}s`),
  ].map(String)
  const isKnown = (value: number) => facts.amounts.has(value) || facts.ordinals.has(value) || isPartOfDate(value, known)
  const amounts = [...said.amounts].filter((value) => !isKnown(value)).map(String)
  const ordinals = [...said.ordinals].filter((value) => !facts.ordinals.has(value)).map((value) => `no. ${value}`)
  const numbers = [...amounts, ...ordinals]
  return [
    ...(years.length > 0 ? [{ kind: 'years' as const, words: years }] : []),
    ...(numbers.length > 0 ? [{ kind: 'numbers' as const, words: numbers }] : []),
  ]
}

/** 26 is a part of 1969-09-26. */
function isPartOfDate(value: number, known: string): boolean {
  return value >= 1 && value <= 31 && new RegExp(`-0?${value}(?!\\d)`, 'u').test(known)
}

const RECORD = "album|disque|opus|enregistrement|ep|lp|record|release|recording|chef-d[’']œuvre|masterpiece"
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’-]*(?:\\s+(?:(?:de|of|the|van|von|and|et|&)\\s+)?\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’-]*)*"
const AUTHOR = new RegExp(
  `\\b(?:${RECORD})\\s(?:[\\p{Ll}-]+\\s){0,4}?(?:de|du|d['’]|des|par|by|from)\\s?(?:(?:la|le|les|l['’]|the)\\s?)?(?:[\\p{Ll}-]+\\s){0,5}?(${NAME})`,
  'gu',
)

/** Who is said to have made the album and is none of its artists. */
function otherAuthors(text: string, { artists, title, work }: Facts): string[] {
  const own = new Set(fold([...artists, ...(work?.artists ?? []), title].join(' ')).split(' '))
  return [...text.matchAll(AUTHOR)]
    .map((match) => match[1]!.trim())
    .filter((name) => !/^(?:\d|Janvier|February|March|April|May|June|July)/u.test(name))
    .filter(
      (name) =>
        !fold(name)
          .split(' ')
          .some((part) => part.length > 1 && own.has(part)),
    )
}
