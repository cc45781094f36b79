import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { monotonic } from '../../scripts/ground/clock.ts'
import { compose, poemKey } from '../../scripts/haiku/composer/compose.ts'
import { eraOf } from '../../scripts/haiku/composer/era.ts'
import { FAMILIES, familyOf } from '../../scripts/haiku/composer/family.ts'
import { english } from '../../scripts/haiku/composer/phrases/en/pack.ts'
import { french } from '../../scripts/haiku/composer/phrases/fr/pack.ts'
import { FORM, type HaikuLines, type HaikuSubject } from '../../scripts/haiku/haiku.ts'
import { LANGUAGES, type Language } from '../../scripts/ground/languages.ts'
import { scansForCertain } from '../../scripts/haiku/syllables/syllables.ts'
import { seededRandom } from '../../scripts/ground/random.ts'

/**
 * What the built-in composer writes over 5,000 poems: 500 albums on ten days spread through a year. Prints a Markdown
 * table, one column per language, and exits with 1 when a figure misses its floor.
 *
 *     npx tsx bench/haiku.ts [--seed N]
 */

const ALBUMS = 500
const DAYS = 10
const YEAR = Temporal.PlainDate.from('2026-01-08')

const GENRES = [
  'Rock',
  'Rock',
  'Pop Rock',
  'Heavy Metal',
  'Punk',
  'Jazz',
  'Blues',
  'Soul',
  'Funk / Soul',
  'Disco',
  'Hip-Hop',
  'Electronic',
  'Synth-pop',
  'Ambient',
  'Folk',
  'Country',
  'Reggae',
  'Bossa nova',
  'Pop',
  'Chanson française',
  'Classical',
  'Afrobeat',
  'Soundtrack',
  null,
]
const TITLES = [
  'Blue Morning',
  'Night Train',
  'Le jardin',
  'The Long Way Home',
  'Untitled',
  'Songs for a Quiet Room and a Very Loud Neighbour',
  'Silver',
  '1973',
  'La nuit, la mer',
  'Red House',
  '雪の日',
  'Letters',
  'Paper Moon',
  'Live at the Old Mill (Deluxe Edition)',
  'Rouge',
  'Second Hand',
  'Under Glass',
]
const ARTISTS = ['The Lanterns', 'Anna Bell', 'Les Voisins', 'DJ 404', 'Marc Dubois', null]
const YEARS = [1938, 1958, 1967, 1971, 1975, 1979, 1984, 1991, 1997, 2004, 2009, 2016, 2023, null]

function synthetic(id: number): HaikuSubject {
  const artist = ARTISTS[id % ARTISTS.length]!
  return {
    id,
    title: TITLES[id % TITLES.length]!,
    artists: artist === null ? [] : [artist],
    year: YEARS[(id * 5) % YEARS.length]!,
    genre: GENRES[(id * 7) % GENRES.length]!,
    description: null,
    ai_info: null,
  }
}

function albums(): HaikuSubject[] {
  const file = new URL('../../data/collection.json', import.meta.url)
  const real = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { albums: HaikuSubject[] }).albums : []
  const chosen = real.slice(0, ALBUMS)
  const firstFree = Math.max(0, ...chosen.map(({ id }) => id)) + 1
  while (chosen.length < ALBUMS) chosen.push(synthetic(firstFree + chosen.length))
  return chosen
}

interface Figures {
  valid: number
  duplicates: number
  worstLine: string
  worstCount: number
  distinct: [number, number, number]
  ofAlbum: number
  sameOnTwoDays: number
  perSecond: number
}

/** The keys of the lines that belong to a genre or a decade. */
function musicalLines(language: Language): Set<string> {
  const { families, eras } = { fr: french, en: english }[language]
  const pools = [
    ...FAMILIES.filter((family) => family !== 'unknown').map((family) => families[family]),
    ...Object.values(eras),
  ]
  const phrases = pools.flatMap(({ fragments, middles, openings, closings }) => [
    fragments,
    middles,
    openings,
    closings,
  ])
  return new Set(phrases.flat(3).map(lineKey))
}

const lineKey = (line: string) => poemKey([line, '', '']).split(' / ')[0]!

function measure(subjects: readonly HaikuSubject[], language: Language, seed: number): Figures {
  const random = seededRandom(seed)
  const used = new Set<string>()
  const poems: { album: HaikuSubject; lines: HaikuLines }[] = []
  let duplicates = 0
  const began = monotonic()
  for (let day = 0; day < DAYS; day++) {
    const date = YEAR.add({ days: Math.floor((day * 365) / DAYS) })
    for (const album of subjects) {
      const lines = compose(album, { language, date, random, used })
      const key = poemKey(lines)
      if (used.has(key)) duplicates++
      used.add(key)
      poems.push({ album, lines })
    }
  }
  const seconds = (monotonic() - began) / 1000

  const counts = new Map<string, number>()
  for (const { lines } of poems)
    for (const line of new Set(lines.map(lineKey))) counts.set(line, (counts.get(line) ?? 0) + 1)
  const [worstLine, worstCount] = [...counts].sort(([, a], [, b]) => b - a)[0]!
  const musical = musicalLines(language)
  const names = ({ title, artists }: HaikuSubject) =>
    [title, ...(artists ?? [])].map(lineKey).filter((name) => name !== '')
  const perAlbum = new Map<number, string[]>()
  for (const { album, lines } of poems) perAlbum.set(album.id, [...(perAlbum.get(album.id) ?? []), poemKey(lines)])
  return {
    valid: poems.filter(({ lines }) => lines.every((line, at) => scansForCertain(line, FORM[at]!, language))).length,
    duplicates,
    worstLine,
    worstCount,
    distinct: [0, 1, 2].map((at) => new Set(poems.map(({ lines }) => lineKey(lines[at]!))).size) as [
      number,
      number,
      number,
    ],
    ofAlbum: poems.filter(({ album, lines }) => {
      const keys = lines.map(lineKey)
      const knowsMusic = familyOf(album.genre) !== 'unknown' || eraOf(album.year) !== null
      return (
        (knowsMusic && keys.some((key) => musical.has(key))) ||
        names(album).some((name) => keys.some((key) => ` ${key} `.includes(` ${name} `)))
      )
    }).length,
    sameOnTwoDays: [...perAlbum.values()].filter((keys) => new Set(keys).size < keys.length).length,
    perSecond: Math.round(poems.length / seconds),
  }
}

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } })
const subjects = albums()
const total = subjects.length * DAYS
const results = LANGUAGES.map((language) => measure(subjects, language, Number(values.seed)))
const percent = (count: number) => `${((100 * count) / total).toFixed(2)} %`
const rows: [string, (figures: Figures) => string, (figures: Figures) => boolean][] = [
  ['valid for certain', (f) => percent(f.valid), (f) => f.valid === total],
  ['poems twice', (f) => String(f.duplicates), (f) => f.duplicates === 0],
  ['albums with one poem on two days', (f) => String(f.sameOnTwoDays), (f) => f.sameOnTwoDays === 0],
  ['most frequent line', (f) => `“${f.worstLine}”, ${percent(f.worstCount)}`, (f) => f.worstCount <= total / 100],
  ['distinct first / middle / last lines', (f) => f.distinct.join(' / '), (f) => f.distinct[2] >= 400],
  ['with something of the album', (f) => percent(f.ofAlbum), () => true],
  ['poems per second', (f) => String(f.perSecond), () => true],
]
const print = (line: string) => process.stdout.write(`${line}\n`)
print(`${total} poems, ${subjects.length} albums, ${DAYS} days, seed ${values.seed}`)
print('')
print(`| | ${LANGUAGES.join(' | ')} | reached |`)
print(`|---|${'---|'.repeat(LANGUAGES.length)}---|`)
for (const [name, show, reached] of rows)
  print(`| ${name} | ${results.map(show).join(' | ')} | ${results.every(reached) ? 'yes' : 'NO'} |`)
process.exitCode = results.every((figures) => rows.every(([, , reached]) => reached(figures))) ? 0 : 1
