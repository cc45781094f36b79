import type { Temporal } from 'temporal-polyfill'
import { seededRandom, seedFrom, type Random } from '../random.ts'
import { english } from './composer/en/pack.ts'
import { eraOf } from './composer/era.ts'
import { clash, echoes, facetsOf } from './composer/facets.ts'
import { familyOf, type Family } from './composer/family.ts'
import { french } from './composer/fr/pack.ts'
import { namedLines, type NamedLines } from './composer/naming.ts'
import type { Pack } from './composer/pack.ts'
import { join, type Phrase, type Pool, type Variants } from './composer/phrase.ts'
import { holdsOn, type Mood } from './composer/season.ts'
import type { HaikuLines, HaikuSubject, Language } from './haiku.ts'

export interface ComposeOptions {
  language: Language
  /** The day the poem is for: its season fits it (northern hemisphere). */
  date: Temporal.PlainDate
  random: Random
  /** Poems already written, as `poemKey` gives them; none of them is returned again. */
  used?: ReadonlySet<string>
}

const PACKS: Readonly<Record<Language, Pack>> = { fr: french, en: english }

/** Families whose music goes ill with one mood of the season; the others take both. */
const UNFIT: Readonly<Partial<Record<Family, Mood>>> = {
  metal: 'soft',
  punk: 'soft',
  latin: 'rough',
  disco: 'rough',
  ambient: 'rough',
  reggae: 'rough',
  pop: 'rough',
}

/** What an album and a day give a poem to choose from. */
interface Material {
  season: Pool
  music: Pool
  era: Pool | null
  names: NamedLines
}

type Source = 'season' | 'music'
type Part = readonly [Source, keyof Pool] | readonly ['name', keyof NamedLines]

/**
 * The ways to build a poem. All but the last rows are the fragment and the phrase of the classical form, one of them
 * the music, the other the season, with the cut between them; the named ones hold the album's title or its artist.
 */
const PLAIN: readonly (readonly Part[])[] = [
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
  [
    ['season', 'openings'],
    ['music', 'fragments'],
  ],
]
const NAMED: readonly (readonly Part[])[] = [
  [
    ['name', 'five'],
    ['season', 'closings'],
  ],
  [
    ['season', 'openings'],
    ['name', 'five'],
  ],
  [
    ['name', 'five'],
    ['music', 'middles'],
    ['season', 'fragments'],
  ],
  [
    ['name', 'five'],
    ['season', 'middles'],
    ['music', 'fragments'],
  ],
  [
    ['season', 'fragments'],
    ['name', 'seven'],
    ['music', 'fragments'],
  ],
  [
    ['season', 'fragments'],
    ['music', 'middles'],
    ['name', 'five'],
  ],
]

/** Of a hundred poems, how many name the album where its name scans. */
const NAMED_PERCENT = 45
/** Of a hundred musical images, how many are of the decade's machines rather than of the genre. */
const ERA_PERCENT = 15
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
    if (parts === null || !belongTogether(parts, pack)) continue
    const poem = finish(parts, pack, random)
    const key = poemKey(poem)
    if (used.has(key)) continue
    if (draw < FRESH_DRAWS && key.split(' / ').some((line) => recent.has(line))) continue
    return poem
  }
  return search(material, used, pack, random)
}

function gather(album: HaikuSubject, pack: Pack, date: Temporal.PlainDate, language: Language): Material {
  const family = familyOf(album.genre)
  const era = eraOf(album.year)
  const unfit = UNFIT[family]
  return {
    season: join(pack.seasons.filter((each) => holdsOn(each, date) && (unfit === undefined || each.mood !== unfit))),
    music: pack.families[family],
    era: era === null ? null : pack.eras[era],
    names: namedLines(album, pack, language),
  }
}

function linesOf(keys: readonly string[]): Set<string> {
  return new Set(keys.flatMap((key) => key.split(' / ')))
}

function drawParts({ season, music, era, names }: Material, random: Random): Phrase[] | null {
  const canName = names.five.length > 0
  const form = random.pick(canName && random.int(100) < NAMED_PERCENT ? NAMED : PLAIN)
  const parts: Phrase[] = []
  for (const [source, kind] of form) {
    if (source === 'name') {
      const lines = names[kind]
      if (lines.length === 0) return null
      parts.push([random.pick(lines)])
    } else {
      const pool = source === 'season' ? season : era !== null && random.int(100) < ERA_PERCENT ? era : music
      parts.push(random.pick(random.pick(pool[kind])))
    }
  }
  return parts
}

function belongTogether(parts: readonly Phrase[], pack: Pack): boolean {
  const texts = parts.map((part) => part.join(' '))
  return texts.every((text, index) =>
    texts.slice(index + 1).every((other) => {
      if (clash(facetsOf(text, pack.facets), facetsOf(other, pack.facets))) return false
      const words = echoes(text)
      return ![...echoes(other)].some((stem) => words.has(stem) && !pack.plain.has(stem))
    }),
  )
}

function finish(parts: readonly Phrase[], pack: Pack, random: Random): HaikuLines {
  const cutAfter = parts.length === 2 ? 0 : random.int(2)
  const mark = random.pick(pack.cuts)
  const [first, second, third] = parts.flatMap((part, index) =>
    part.map((line, at) => (index === cutAfter && at === part.length - 1 ? line + cutMark(line, mark) : line)),
  ) as [string, string, string]
  return [pack.capital ? first.charAt(0).toUpperCase() + first.slice(1) : first, second, third]
}

/** A line that ends in a mark of its own is cut already. */
function cutMark(line: string, mark: string): string {
  return /[\p{L}\p{M}»”'’]$/u.test(line) ? mark : ''
}

/** The first poem that is not used, in a fixed order from a random beginning; for when chance did not find one. */
function search({ season, music, era }: Material, used: ReadonlySet<string>, pack: Pack, random: Random): HaikuLines {
  const all = era === null ? music : join([music, era])
  const pools = { season, music: all }
  const phrases = (source: Source, kind: keyof Pool): Phrase[] =>
    random.shuffle(pools[source][kind].flatMap((variants: Variants) => variants))
  let last: HaikuLines | undefined
  for (const form of PLAIN) {
    const [[one, oneKind], [other, otherKind]] = form as readonly [
      readonly [Source, keyof Pool],
      readonly [Source, keyof Pool],
    ]
    const others = phrases(other, otherKind)
    for (const head of phrases(one, oneKind))
      for (const tail of others) {
        last = finish([head, tail], pack, random)
        if (!used.has(poemKey(last))) return last
      }
  }
  return last!
}
