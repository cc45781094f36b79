import type { Temporal } from 'temporal-polyfill'
import { seededRandom, seedFrom, type Random } from '../../ground/random.ts'
import { english } from './phrases/en/pack.ts'
import { namesAnotherDay } from './calendar.ts'
import { eraOf } from './era.ts'
import { clash, echoes, facetsOf, facetsOfDay } from './facets.ts'
import { familyOf, type Family } from './family.ts'
import { french } from './phrases/fr/pack.ts'
import { hearing } from './heard.ts'
import { isAtHome } from './native.ts'
import { namedLines, type NamedLines } from './naming.ts'
import type { Pack } from './pack.ts'
import { join, type Phrase, type Pool } from './phrase.ts'
import { holdsOn, type Mood } from './season.ts'
import type { HaikuLines, HaikuSubject } from '../haiku.ts'
import type { Language } from '../../ground/languages.ts'

export interface ComposeOptions {
  language: Language
  /** The day the poem is for: its season fits it (northern hemisphere). */
  date: Temporal.PlainDate
  random: Random
  /** Poems already written, as `poemKey` gives them; none of them is returned again. */
  used?: ReadonlySet<string>
}

const PACKS: Readonly<Record<Language, Pack>> = { fr: french, en: english }

/** Families with a temper of their own: they keep to one mood of the season; the others take both. */
const TEMPERS: Readonly<Partial<Record<Family, Mood>>> = {
  metal: 'rough',
  punk: 'rough',
  latin: 'soft',
  chanson: 'soft',
  classical: 'soft',
  disco: 'soft',
  folk: 'soft',
  soul: 'soft',
  ambient: 'soft',
  reggae: 'soft',
  pop: 'soft',
}

/** What an album and a day give a poem to choose from. */
interface Material {
  season: Pool
  /** The part of the season that has the music's temper. */
  temper: Pool | null
  music: Pool
  era: Pool | null
  eraPercent: number
  names: NamedLines
  tails: readonly string[]
  /** Whether a phrase is true of the album's tradition and instruments. */
  suits: (phrase: string) => boolean
}

type Source = 'season' | 'music'
type PlainPart = readonly [source: Source, kind: keyof Pool]
type Part = PlainPart | readonly ['name', keyof NamedLines] | readonly ['tail']

/**
 * The ways to build a poem. The plain ones are the fragment and the phrase of the classical form, one of them the music
 * and the other the season, with the cut between them; the named ones hold the album's title or its artist as well.
 */
const PLAIN: readonly (readonly PlainPart[])[] = [
  [
    ['season', 'fragments'],
    ['music', 'closings'],
  ],
  [
    ['music', 'fragments'],
    ['season', 'closings'],
  ],
  [
    ['music', 'openings'],
    ['season', 'fragments'],
  ],
]
const NAMED: readonly (readonly Part[])[] = [
  [
    ['name', 'five'],
    ['season', 'closings'],
  ],
  // Twice, for weight: the only place of the season's openings. After them a bare musical fragment would only trail.
  [
    ['season', 'openings'],
    ['name', 'five'],
  ],
  [
    ['season', 'openings'],
    ['name', 'five'],
  ],
  [
    ['season', 'fragments'],
    ['music', 'middles'],
    ['name', 'five'],
  ],
  [['name', 'five'], ['season', 'middles'], ['tail']],
  [['season', 'fragments'], ['name', 'seven'], ['tail']],
]

/** Of a hundred poems, how many name the album where its name scans. */
const NAMED_PERCENT = 45
/** Of a hundred musical images, how many are of the decade's machines rather than of the genre, where that is known. */
const ERA_PERCENT = { genre: 15, noGenre: 60 } as const
/** Of a hundred images of the season, how many have the music's temper where it has one. */
const TEMPER_PERCENT = 60
/** Draws until a poem with nothing of the latest poems in it must have turned up, and until a new one must have. */
const FRESH_DRAWS = 40
const DRAWS = 200
/** How many of the latest poems lend no line to the next. */
const RECENT = 60

/** A poem's text without capitals, punctuation and spacing: two poems with the same key read the same. */
export function poemKey(lines: HaikuLines): string {
  return lines.map(lineKey).join(' / ')
}

function lineKey(line: string): string {
  return line
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * A poem for an album and a day. The same album, options and state of `random` give the same poem. It always gives
 * one: should every poem there is for this album and day stand in `used`, it gives one of those.
 */
export function compose(album: HaikuSubject, options: ComposeOptions): HaikuLines {
  const { language, date, used = new Set<string>() } = options
  const pack = PACKS[language]
  // The album and the day take part in the seed, so that one seed does not make all albums of a morning alike.
  const random = seededRandom(
    seedFrom([options.random.int(2 ** 31), language, date.toString(), album.id, album.title].join('|')),
  )
  const material = gather(album, pack, date, language)
  const recent = linesOf([...used].slice(-RECENT))

  for (let draw = 0; draw < DRAWS; draw++) {
    const parts = drawParts(material, random)
    if (parts === null || !fits(parts, material, date, pack)) continue
    const poem = finish(parts, pack, random)
    const key = poemKey(poem)
    if (used.has(key)) continue
    if (draw < FRESH_DRAWS && key.split(' / ').some((line) => recent.has(line))) continue
    return poem
  }
  return search(material, options, pack, random)
}

function gather(album: HaikuSubject, pack: Pack, date: Temporal.PlainDate, language: Language): Material {
  const family = familyOf(album.genre)
  const era = eraOf(album.year)
  const temper = TEMPERS[family]
  const heard = hearing(album)
  const today = pack.seasons.filter((each) => holdsOn(each, date))
  return {
    season: join(today.filter(({ mood }) => mood === null || temper === undefined || mood === temper)),
    temper: temper === undefined ? null : join(today.filter(({ mood }) => mood === temper)),
    music: pack.families[family],
    era: era === null ? null : pack.eras[era],
    eraPercent: family === 'unknown' ? ERA_PERCENT.noGenre : ERA_PERCENT.genre,
    names: namedLines(album, pack, language),
    tails: pack.namings.tails,
    suits: (phrase) => isAtHome(phrase, album.genre) && heard(phrase),
  }
}

function linesOf(keys: readonly string[]): Set<string> {
  return new Set(keys.flatMap((key) => key.split(' / ')))
}

function drawParts(material: Material, random: Random): Phrase[] | null {
  const { names, tails } = material
  const canName = names.five.length > 0
  const form = random.pick(canName && random.int(100) < NAMED_PERCENT ? NAMED : PLAIN)
  const parts: Phrase[] = []
  for (const [source, kind] of form) {
    if (source === 'tail') {
      parts.push([random.pick(tails)])
    } else if (source === 'name') {
      const lines = names[kind]
      if (lines.length === 0) return null
      parts.push([random.pick(lines)])
    } else {
      const pool = poolOf(source, material, random)
      parts.push(random.pick(random.pick(pool[kind])))
    }
  }
  return parts
}

function poolOf(source: Source, { season, temper, music, era, eraPercent }: Material, random: Random): Pool {
  if (source === 'season') return temper !== null && random.int(100) < TEMPER_PERCENT ? temper : season
  return era !== null && random.int(100) < eraPercent ? era : music
}

/** Whether the parts belong to the album and the day, and to each other. */
function fits(parts: readonly Phrase[], { suits }: Material, date: Temporal.PlainDate, pack: Pack): boolean {
  const texts = parts.map((part) => part.join(' '))
  if (texts.some((text) => namesAnotherDay(text, pack.calendar, date) || !suits(text))) return false
  const today = facetsOfDay(date)
  if (texts.some((text) => clash(facetsOf(text, pack.facets), today))) return false
  return texts.every((text, index) =>
    texts.slice(index + 1).every((other) => {
      if (clash(facetsOf(text, pack.facets), facetsOf(other, pack.facets))) return false
      const words = echoes(text)
      return ![...echoes(other)].some((stem) => words.has(stem) && !pack.plain.has(stem))
    }),
  )
}

function finish(parts: readonly Phrase[], pack: Pack, random: Random): HaikuLines {
  // Three parts: the name or the season stands apart, the other two go on from each other.
  const mark = random.pick(pack.cuts)
  const [first, second, third] = parts.flatMap((part, index) =>
    part.map((line, at) => (index === 0 && at === part.length - 1 ? line + cutMark(line, mark) : line)),
  ) as [string, string, string]
  return [pack.capital ? first.charAt(0).toUpperCase() + first.slice(1) : first, second, third]
}

/** A line that ends in a mark of its own is cut already. */
function cutMark(line: string, mark: string): string {
  return /[\p{L}\p{M}»”'’]$/u.test(line) ? mark : ''
}

/**
 * The first poem that is not used, in a shuffled order of all there are; for when chance did not find one. Parts that
 * clash come second, a used poem last.
 */
function search(material: Material, { used, date }: ComposeOptions, pack: Pack, random: Random): HaikuLines {
  let unused: HaikuLines | undefined
  let any: HaikuLines | undefined
  for (const parts of everyPlain(material, random)) {
    const poem = finish(parts, pack, random)
    any ??= poem
    if (used?.has(poemKey(poem)) === true) continue
    if (fits(parts, material, date, pack)) return poem
    unused ??= poem
  }
  return (unused ?? any)!
}

function* everyPlain({ season, music, era }: Material, random: Random): Generator<Phrase[]> {
  const pools = { season, music: era === null ? music : join([music, era]) }
  for (const form of random.shuffle(PLAIN)) {
    const [heads, tails] = form.map(([source, kind]) => random.shuffle(pools[source][kind].flat()))
    for (const head of heads!) for (const tail of tails!) yield [head, tail]
  }
}
