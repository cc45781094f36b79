import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { compose, poemKey, type ComposeOptions } from '../../../scripts/haiku/composer/compose.ts'
import { english } from '../../../scripts/haiku/composer/phrases/en/pack.ts'
import { ERAS, eraOf } from '../../../scripts/haiku/composer/era.ts'
import { anyOf, clash, echoes, facetsOfDay } from '../../../scripts/haiku/composer/facets.ts'
import { FAMILIES, familyOf } from '../../../scripts/haiku/composer/family.ts'
import { french } from '../../../scripts/haiku/composer/phrases/fr/pack.ts'
import { namesAnotherDay } from '../../../scripts/haiku/composer/calendar.ts'
import type { Pack } from '../../../scripts/haiku/composer/pack.ts'
import { pool, SHAPES, type Pool } from '../../../scripts/haiku/composer/phrase.ts'
import { holdsOn } from '../../../scripts/haiku/composer/season.ts'
import { FORM, type HaikuLines, type HaikuSubject } from '../../../scripts/haiku/haiku.ts'
import { LANGUAGES, type Language } from '../../../scripts/ground/languages.ts'
import { scansForCertain } from '../../../scripts/haiku/syllables/syllables.ts'
import { seededRandom } from '../../../scripts/ground/random.ts'

const PACKS: Record<Language, Pack> = { fr: french, en: english }
const KINDS = Object.keys(SHAPES) as (keyof Pool)[]

function album(over: Partial<HaikuSubject> = {}): HaikuSubject {
  return { id: 1, title: 'Abbey Road', artists: ['The Beatles'], year: 1969, genre: 'Rock', ...over }
}

function options(over: Partial<ComposeOptions> & { seed?: number } = {}): ComposeOptions {
  const { seed = 1, ...rest } = over
  return { language: 'fr', date: Temporal.PlainDate.from('2026-01-31'), random: seededRandom(seed), ...rest }
}

/** `count` poems, none of them twice, as a run of the task writes them. */
function run(subject: HaikuSubject, language: Language, date: string, count: number): HaikuLines[] {
  const used = new Set<string>()
  const random = seededRandom(7)
  return Array.from({ length: count }, () => {
    const lines = compose(subject, { language, date: Temporal.PlainDate.from(date), random, used })
    used.add(poemKey(lines))
    return lines
  })
}

function poolsOf(pack: Pack): [string, Pool][] {
  return [
    ...Object.entries(pack.families),
    ...Object.entries(pack.eras),
    ...pack.seasons.map((season): [string, Pool] => [`${season.from} to ${season.to}`, season]),
  ]
}

const text = (lines: readonly string[]) => lines.join(' ').toLowerCase()

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    'Nevermind',
    '雪の日',
    '🎸🔥',
    'ألبوم جديد',
    'a'.repeat(300),
    'x`y\n# z',
    'Le chat',
    '***',
    '1989',
    '$& $1',
    '{}',
    '( )',
    ' ',
  ),
)
const anyDate = fc.integer({ min: 0, max: 1500 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }))

describe.each(LANGUAGES)('a poem (%s)', (language) => {
  test('scans beyond doubt and holds nothing but words, for any album, day and seed', () => {
    fc.assert(
      fc.property(
        fc.record({
          id: fc.integer({ min: 1, max: 9999 }),
          title: anyText,
          artists: fc.option(fc.array(anyText, { maxLength: 3 })),
          year: fc.option(fc.integer({ min: 1857, max: 2200 })),
          genre: fc.option(fc.oneof(anyText, fc.constantFrom('Metal', 'Bossa nova', 'Pop', 'Jazz', 'Rap'))),
        }),
        anyDate,
        fc.integer(),
        (subject, date, seed) => {
          const lines = compose(subject, options({ language, date, seed }))
          expect(lines).toHaveLength(3)
          lines.forEach((line, at) => {
            expect(scansForCertain(line, FORM[at]!, language), line).toBe(true)
            expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\u2028\u2029`*_#<>[\]|\\]/u)
            expect(line.trim()).toBe(line)
          })
        },
      ),
      { numRuns: 400 },
    )
  })

  test('is the same for the same album, options and state of chance', () => {
    expect(compose(album(), options({ language }))).toEqual(compose(album(), options({ language })))
  })

  test('is never one that was used, even when hundreds were', () => {
    const poems = run(album(), language, '2026-04-12', 400)
    expect(new Set(poems.map(poemKey)).size).toBe(400)
  })

  test('is another one on another day, for the same album and the same seed', () => {
    const days = Array.from({ length: 28 }, (_, day) => `2026-02-${String(day + 1).padStart(2, '0')}`)
    const poems = days.map((day) => compose(album(), options({ language, date: Temporal.PlainDate.from(day) })))
    expect(new Set(poems.map(poemKey)).size).toBe(28)
  })

  test('is still given when every draw was used before', () => {
    const everything = { has: () => true, [Symbol.iterator]: () => [][Symbol.iterator]() }
    const lines = compose(album(), options({ language, used: everything as unknown as Set<string> }))
    expect(lines.every((line, at) => scansForCertain(line, FORM[at]!, language))).toBe(true)
  })

  test('names the album often where title or artist scans, and quotes it as it is written', () => {
    const poems = run(album({ title: 'Nevermind', artists: ['Nirvana'] }), language, '2026-10-05', 100)
    const title = poems.filter((lines) => lines.join(' ').includes(PACKS[language].quote('Nevermind')))
    const artist = poems.filter((lines) => lines.join(' ').includes('Nirvana'))
    expect(title.length).toBeGreaterThan(10)
    expect(artist.length).toBeGreaterThan(5)
    expect(title.length + artist.length).toBeLessThan(65)
  })

  test.each(['1989', '雪の日', 'OK Computer', 'IV', 'Sgt. Pepper`s', 'Xqzw Ptrk', 'B.B. King'])(
    'does not name what has no certain reading: %s',
    (title) => {
      for (const lines of run(album({ title, artists: [] }), language, '2026-10-05', 60))
        expect(` ${poemKey(lines)} `).not.toContain(` ${poemKey([title, '', '']).split(' / ')[0]} `)
    },
  )

  test('metal does not sound like bossa nova: of the lines of a hundred poems each through the year, few are in both', () => {
    const lines = (genre: string) => {
      const subject = album({ title: '1', artists: [], genre, year: null })
      const days = ['2026-01-20', '2026-04-12', '2026-07-08', '2026-10-20']
      const poems = days.flatMap((day) => run(subject, language, day, 25))
      return poems.flat().map((line) => poemKey([line, '', '']))
    }
    const metal = lines('Metal')
    const bossa = new Set(lines('Bossa nova'))
    expect(metal.filter((line) => bossa.has(line)).length / metal.length).toBeLessThan(0.1)
  })

  test.each(['Various Artists', 'Suicide', 'Beatles, The'])('does not speak of %s as of an artist', (artist) => {
    for (const lines of run(album({ title: '1', artists: [artist] }), language, '2026-10-05', 60))
      expect(` ${poemKey(lines)} `).not.toContain(` ${poemKey([artist, '', '']).split(' / ')[0]} `)
  })

  test('leaves out what a shop adds to a title', () => {
    const poems = run(album({ title: 'Nevermind (Deluxe Edition)', artists: [] }), language, '2026-10-05', 60)
    expect(poems.some((lines) => lines.join(' ').includes(PACKS[language].quote('Nevermind')))).toBe(true)
    expect(poems.filter((lines) => text(lines).includes('deluxe'))).toEqual([])
  })

  test('keeps the words of one tradition out of the others: no samba for a tango', () => {
    const tango = run(album({ title: '1', artists: [], genre: 'Tango' }), language, '2026-07-05', 200).map(text)
    const bossa = run(album({ title: '1', artists: [], genre: 'Bossa nova' }), language, '2026-07-05', 200).map(text)
    expect(tango.filter((poem) => /samba|pandeiro|bossa|fado/u.test(poem))).toEqual([])
    expect(tango.some((poem) => /tango/u.test(poem))).toBe(true)
    expect(bossa.filter((poem) => /tango|fado|palmas/u.test(poem))).toEqual([])
    expect(bossa.some((poem) => /samba/u.test(poem))).toBe(true)
  })

  test('speaks of a saxophone where one is known to play, and of no band beside a solo piano', () => {
    const jazz = (description: string | null) =>
      run(album({ title: '1', artists: [], genre: 'Jazz', description }), language, '2026-07-05', 200).map(text)
    const saxophone = /\bsax/u
    expect(jazz('Paul Desmond joue du saxophone.').some((poem) => saxophone.test(poem))).toBe(true)
    expect(jazz(null).filter((poem) => saxophone.test(poem))).toEqual([])
    const company = /\b(?:basse|batteur|trompette|bass|drummer|brushes|trumpet)\b/u
    expect(jazz('Un concert de piano improvisé.').filter((poem) => company.test(poem))).toEqual([])
  })

  test('lends no line to the poems just after it', () => {
    const poems = run(album(), language, '2026-04-12', 5)
    const lines = poems.flat().map((line) => poemKey([line, '', '']))
    expect(new Set(lines).size).toBe(15)
  })

  test('spreads its lines: none stands in more than two of a hundred poems about ten albums on one day', () => {
    const used = new Set<string>()
    const random = seededRandom(3)
    const counts = new Map<string, number>()
    const genres = ['Rock', 'Jazz', 'Pop', 'Metal', 'Soul', 'Folk', 'Electronic', 'Chanson', 'Reggae', 'Classical']
    for (let round = 0; round < 20; round++)
      for (const [id, genre] of genres.entries()) {
        const date = Temporal.PlainDate.from('2026-08-03')
        const lines = compose(album({ id, title: `${id}`, artists: [], genre }), { language, date, random, used })
        used.add(poemKey(lines))
        for (const line of lines) counts.set(poemKey([line, '', '']), (counts.get(poemKey([line, '', ''])) ?? 0) + 1)
      }
    expect([...counts].filter(([, count]) => count > 10)).toEqual([])
  })
})

/** Words that belong to a part of the year, kept apart from the composer's own windows: [word, first day, last day]. */
const SEASON_WORDS: Record<Language, readonly (readonly [string, string, string])[]> = {
  fr: [
    ['neige, flocon, verglas, bonhomme', '11-15', '03-20'],
    ['sapin, guirlande, galette, fève', '11-25', '02-05'],
    ['mimosa, crêpe, dégel', '01-10', '03-20'],
    ['jonquille, crocus, bourgeon', '02-10', '04-25'],
    ['lilas, glycine, muguet', '03-20', '06-05'],
    ['coquelicot, pivoine, martinet, fraise', '04-25', '07-20'],
    ['cigale, lézard, melon, foin, moustique, ver luisant, sandale', '05-25', '09-30'],
    ['cartable, rentrée, vendange, pressoir, raisin', '08-25', '10-31'],
    ['marron, châtaigne, cèpe, potiron, brouillard, kaki', '09-01', '12-31'],
  ],
  en: [
    ['snow, snowman, frost, sled, plow, flakes', '10-20', '03-20'],
    ['carols, clementine, snowdrops', '11-25', '03-20'],
    ['crocus, daffodils, catkins', '02-10', '04-25'],
    ['lilac, wisteria, tadpoles, cherry blossom, petal, petals', '03-10', '06-05'],
    ['fan, peaches, cricket, crickets, mosquito, flip-flop, hay, glowworm', '05-25', '09-30'],
    ['backpack, pencils, harvest moon, windfalls', '08-25', '10-31'],
    ['chestnut, acorn, mushrooms, maple, pumpkin, geese', '09-01', '12-15'],
  ],
}

describe.each(LANGUAGES)('the season (%s)', (language) => {
  const seasons = PACKS[language].seasons
  const words = SEASON_WORDS[language]
  const everyDay = Array.from({ length: 366 }, (_, day) => Temporal.PlainDate.from('2024-01-01').add({ days: day }))

  test.each(words)('speaks of %s from %s to %s alone', (list, from, to) => {
    const pattern = anyOf(list)
    const outside = seasons.flatMap((season) =>
      KINDS.flatMap((kind) => season[kind].flat())
        .filter((phrase) => pattern.test(phrase.join(' ')))
        .filter(() => everyDay.some((day) => holdsOn(season, day) && !holdsOn({ from, to }, day)))
        .map((phrase) => `${season.from} to ${season.to}: ${phrase.join(' / ')}`),
    )
    expect(outside).toEqual([])
  })

  test('has enough to say on every day of the year, whatever the mood', () => {
    for (const mood of [null, 'rough', 'soft'])
      for (const day of everyDay)
        for (const kind of KINDS) {
          const fitting = seasons.filter((season) => holdsOn(season, day) && (mood === null || season.mood !== mood))
          const count = fitting.reduce((sum, season) => sum + season[kind].length, 0)
          expect(count, `${kind} on ${day.toString()}, ${mood ?? 'any mood'}`).toBeGreaterThanOrEqual(10)
        }
  })

  test('brings no winter into July and no cicada into January', () => {
    const inJuly = run(album({ title: '1', artists: [] }), language, '2026-07-14', 300).map(text)
    const inJanuary = run(album({ title: '1', artists: [] }), language, '2026-01-14', 300).map(text)
    const winter = anyOf('neige, verglas, janvier, hiver, sapin, snow, frost, january, winter, ice on')
    const summer = anyOf('cigale, cigales, juillet, août, plage, melon, cricket, july, august, melon, sprinkler, hay')
    expect(inJuly.filter((poem) => winter.test(poem))).toEqual([])
    expect(inJanuary.filter((poem) => summer.test(poem))).toEqual([])
  })

  test('names no month and no weekday but the day’s own', () => {
    const day = { month: 4, dayOfWeek: 2 }
    for (const lines of run(album({ title: '1', artists: [] }), language, '2026-04-14', 300))
      expect(namesAnotherDay(text(lines), PACKS[language].calendar, day), text(lines)).toBe(false)
  })
})

describe.each(LANGUAGES)('every phrase (%s)', (language) => {
  const pack = PACKS[language]

  test.each(poolsOf(pack))('of %s scans beyond doubt in each of its lines', (_, pool) => {
    const wrong = KINDS.flatMap((kind) =>
      pool[kind].flat().flatMap((phrase) => {
        expect(phrase, phrase.join(' / ')).toHaveLength(SHAPES[kind].length)
        return phrase.filter((line, at) => !scansForCertain(line, SHAPES[kind][at]!, language))
      }),
    )
    expect(wrong).toEqual([])
  })

  test('of the tails scans beyond doubt', () => {
    expect(pack.namings.tails.filter((line) => !scansForCertain(line, 5, language))).toEqual([])
  })

  test('stands in one place only', () => {
    const all = poolsOf(pack).flatMap(([, pool]) => KINDS.flatMap((kind) => pool[kind].flat()))
    const keys = all.map((phrase) => phrase.join(' / '))
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  test('is lower case, without brackets, braces, final stops or exclamation marks', () => {
    const lines = poolsOf(pack).flatMap(([, pool]) => KINDS.flatMap((kind) => pool[kind].flat(2)))
    expect(lines.filter((line) => /[[\]{}!.;"«»“”`*_]/u.test(line) || /^\s|\s$| {2}/u.test(line))).toEqual([])
    if (language === 'fr') expect(lines.filter((line) => /^\p{Lu}/u.test(line))).toEqual([])
  })

  test('comes in a choice of at least 250 for each place in the poem', () => {
    const lines = [new Set<string>(), new Set<string>(), new Set<string>()] as const
    const places = { fragments: [[0], [2]], middles: [[1]], openings: [[0, 1]], closings: [[1, 2]] } as const
    for (const [, pool] of poolsOf(pack))
      for (const kind of KINDS)
        for (const phrase of pool[kind].flat())
          for (const place of places[kind]) place.forEach((at, index) => lines[at].add(phrase[index]!))
    for (const each of lines) expect(each.size).toBeGreaterThanOrEqual(250)
    expect(lines[2].size).toBeGreaterThanOrEqual(400)
  })
})

test.each(FAMILIES)('the family %s has images of every kind in every language', (family) => {
  for (const language of LANGUAGES)
    for (const kind of KINDS) expect(PACKS[language].families[family][kind].length, kind).toBeGreaterThanOrEqual(5)
})

test('every era has images of every kind in every language', () => {
  for (const language of LANGUAGES)
    for (const era of ERAS)
      for (const kind of KINDS)
        expect(PACKS[language].eras[era][kind].length, `${era} ${kind}`).toBeGreaterThanOrEqual(3)
})

test.each([
  ['Rock', 'rock'],
  ['Heavy Metal', 'metal'],
  ['Post-Punk', 'punk'],
  ['Jazz-Rock', 'jazz'],
  ['Latin Jazz', 'latin'],
  ['Bossa nova', 'latin'],
  ['MPB', 'latin'],
  ['Reggaeton', 'latin'],
  ['Funk / Soul', 'soul'],
  ['R&B', 'soul'],
  ['Disco', 'disco'],
  ['Hip Hop', 'hiphop'],
  ['Trip hop', 'electronic'],
  ['Synth-pop', 'electronic'],
  ['Ambient', 'ambient'],
  ['Folk, World, & Country', 'folk'],
  ['Country', 'country'],
  ['Dub', 'reggae'],
  ['Dream Pop', 'pop'],
  ['Variété française', 'chanson'],
  ['Musique classique', 'classical'],
  ['Opéra', 'classical'],
  ['Raï', 'african'],
  ['Afrobeat', 'african'],
  ['Bande originale de film', 'soundtrack'],
  ['Non-Music', 'unknown'],
  ['', 'unknown'],
  [null, 'unknown'],
])('the genre %s is of the family %s', (genre, family) => {
  expect(familyOf(genre)).toBe(family)
})

test.each([
  [1938, 'shellac'],
  [1950, 'vinyl'],
  [1978, 'cassette'],
  [1989, 'cd'],
  [2002, 'file'],
  [2023, 'stream'],
  [null, null],
])('an album of %s is heard in the era %s', (year, era) => {
  expect(eraOf(year)).toBe(era)
})

test('a choice in brackets gives one phrase for each word', () => {
  expect(pool({ fragments: 'le [chat|chien] [dort|rit]' }).fragments).toEqual([
    [['le chat dort'], ['le chat rit'], ['le chien dort'], ['le chien rit']],
  ])
})

test('noon and midnight do not meet, nor the bus and the kitchen', () => {
  expect(clash(['noon'], ['night'])).toBe(true)
  expect(clash(['transit'], ['home'])).toBe(true)
  expect(clash(['home'], ['rain', 'garden'])).toBe(false)
})

test('a hammock does not go with a day in December, nor an overcoat with one in July', () => {
  expect(clash(['hot'], facetsOfDay({ month: 12 }))).toBe(true)
  expect(clash(['cold'], facetsOfDay({ month: 7 }))).toBe(true)
  expect(facetsOfDay({ month: 4 })).toEqual([])
})

test('a word is known again in the plural', () => {
  expect([...echoes('les verres du bar')]).toContain('verr')
  expect([...echoes('un verre')]).toContain('verr')
})

test('the key of a poem does not know capitals and marks', () => {
  expect(poemKey(['Neige —', '« Été » à midi…', 'l’eau'])).toBe(poemKey(['neige', 'été, à midi', "l'eau"]))
})
