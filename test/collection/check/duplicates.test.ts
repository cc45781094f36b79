import { describe, expect, it } from 'vitest'
import type { Album } from '../../../scripts/collection/album.ts'
import { checkDuplicates } from '../../../scripts/collection/check/duplicates.ts'

type Entry = Partial<Album> & { title: string }

const entries = (...list: Entry[]): Album[] =>
  list.map((entry, at) => ({ id: at + 1, artists: ['Pink Floyd'], ...entry }))
const found = (...list: Entry[]) => checkDuplicates(entries(...list))
const one = (...titles: string[]) => found(...titles.map((title) => ({ title })))
const JOINS_SECOND = [{ kind: 'duplicate', changes: [{ album: 1, joins: 2 }] }]
const ASKS = [{ kind: 'duplicate', about: [{ album: 1 }, { album: 2 }], changes: [] }]

describe('the same album twice', () => {
  it.each([
    ['Animals', 'ANIMALS'],
    ['Animals', 'Animals (Remastered 2011)'],
    ['Wish You Were Here', 'Wish You Were Here - Deluxe Edition'],
    ['Wish You Were Here', 'Wish you were here.'],
    ['Oxygène', 'Oxygene'],
    ['Sgt. Pepper’s', "Sgt Pepper's"],
    ['Rock ’n’ Roll', 'Rock & Roll'],
    ['The Wall', 'Wall'],
    ['Volume One: A–Z', 'Volume One: A-Z'],
    ['†', '†'],
  ])('%s and %s are one', (a, b) => {
    expect(one(a, b)).toMatchObject(JOINS_SECOND)
  })

  it.each([
    [['Beatles'], ['The Beatles']],
    [['Simon & Garfunkel'], ['Simon and Garfunkel']],
    [['Hancock, Herbie'], ['Herbie Hancock']],
    [
      ['Ella Fitzgerald', 'Louis Armstrong'],
      ['Louis Armstrong', 'Ella Fitzgerald'],
    ],
  ])('by %j and %j is one', (a, b) => {
    expect(found({ title: 'Animals', artists: a }, { title: 'Animals', artists: b })).toMatchObject(JOINS_SECOND)
  })

  it.each([
    ['Vol. 1', 'Vol. 2'],
    ['Love', 'Lovage'],
    ['Live at Pompeii', 'Pompeii'],
    ['Animals', 'Animals (Live)'],
    ['Animals', 'Animals (2018 Remix)'],
    ['Animals', 'Animals EP'],
    ['Ummagumma', 'Ummagumma (Acoustic)'],
    ['1989', '1988'],
  ])('%s and %s are two', (a, b) => {
    expect(one(a, b)).toEqual([])
  })

  it('is two albums where the artists are others', () => {
    const artists = (...names: string[]) => ({ title: 'Greatest Hits', artists: names })
    expect(found(artists('Queen'), artists('ABBA'))).toEqual([])
    expect(found(artists('Queen'), artists('ABBA'), { title: 'Greatest Hits', artists: [] })).toEqual([])
  })

  it.each([
    [{ year: 1977 }, { year: 1978 }],
    [{ year: 1977 }, { year: null }],
    [{ year: 1977 }, { year: 2011, sources: { year: 'pressing' } }],
    [
      { year: 1977, discogs_master: 7 },
      { year: 2011, discogs_master: 7 },
    ],
    [{ year: 1977, musicbrainz_id: 'a' }, { musicbrainz_id: 'A' }],
  ])('is one where the years agree or a catalogue says so: %o, %o', (a, b) => {
    expect(found({ title: 'Animals', ...a }, { title: 'Animals', ...b })).toMatchObject(JOINS_SECOND)
  })

  it.each([
    [{ year: 1977 }, { year: 1985 }],
    [{ year: 1977 }, { year: 1960, sources: { year: 'pressing' } }],
    [{ musicbrainz_id: 'a' }, { musicbrainz_id: 'b' }],
  ])('is for a person to decide where something speaks against it: %o, %o', (a, b) => {
    expect(found({ title: 'Animals', ...a }, { title: 'Animals', ...b })).toMatchObject(ASKS)
  })

  it('is settled where year and catalogue tell the two apart', () => {
    const a = { title: 'Animals', year: 1977, discogs_master: 1 }
    expect(found(a, { ...a, year: 1990, discogs_master: 2 })).toEqual([])
  })

  it('called after its artist needs the year', () => {
    const weezer = (year: number | null) => ({ title: 'Weezer', artists: ['Weezer'], year })
    expect(found(weezer(1994), weezer(2001))).toMatchObject(ASKS)
    expect(found(weezer(1994), weezer(null))).toMatchObject(ASKS)
    expect(found(weezer(null), weezer(null))).toMatchObject(ASKS)
    expect(found(weezer(1994), weezer(1994))).toMatchObject(JOINS_SECOND)
    expect(found(weezer(1994), { ...weezer(2001), title: 'Weezer (Green Album)' })).toEqual([])
  })

  it('without a year does not go to one of two albums of its name', () => {
    const findings = found(
      { title: 'Animals', year: 1977 },
      { title: 'Animals', year: null },
      { title: 'Animals', year: 1999 },
    )
    expect(findings).toMatchObject([{ about: [{ album: 1 }, { album: 2 }, { album: 3 }], changes: [] }])
  })

  it('known by a pressing’s year only does not go to one of two either', () => {
    const pressing = { title: 'Animals', year: 1985, sources: { year: 'pressing' } }
    const findings = found({ title: 'Animals', year: 1977 }, pressing, { title: 'Animals', year: 1999 })
    expect(findings).toMatchObject([{ about: [{ album: 1 }, { album: 2 }, { album: 3 }], changes: [] }])
  })

  it('by nobody known is for a person to decide, unless a catalogue knows it', () => {
    const hits = (fields: object) => ({ title: 'Greatest Hits', artists: [], year: 1981, ...fields })
    expect(found(hits({}), hits({}))).toMatchObject(ASKS)
    expect(found(hits({}), hits({ year: 1999 }))).toEqual([])
    expect(found(hits({ discogs_master: 7 }), hits({ discogs_master: 7 }))).toMatchObject(JOINS_SECOND)
  })

  it('by several artists is a compilation, which needs the year too', () => {
    const hits = (year: number | null) => ({ title: 'Hits', artists: ['Various'], year })
    expect(found(hits(1990), hits(1990))).toMatchObject(JOINS_SECOND)
    expect(found(hits(1990), hits(null))).toMatchObject(ASKS)
    expect(found(hits(1990), hits(2000))).toEqual([])
  })

  it('by artists of one name with other numbers needs the year', () => {
    const justice = (artist: string, year?: number) => ({ title: 'Cross', artists: [artist], year: year ?? null })
    expect(found(justice('Justice'), justice('Justice (3)'))).toMatchObject(ASKS)
    expect(found(justice('Justice', 2007), justice('Justice (3)', 2007))).toMatchObject(JOINS_SECOND)
  })

  it.each([
    [['Prince'], ['Prince and the Revolution']],
    [['Ella Fitzgerald'], ['Ella Fitzgerald', 'Louis Armstrong']],
    [['Amadou', 'Mariam'], ['Amadou & Mariam']],
    [['Dave Brubeck'], ['The Dave Brubeck Quartet']],
    [[], ['Prince']],
  ])('by %j and %j, of which one is a part of the other, is for a person to decide', (a, b) => {
    expect(found({ title: 'Rain', artists: a }, { title: 'Rain', artists: b })).toMatchObject(ASKS)
    expect(found({ title: 'Rain', artists: b }, { title: 'Rain', artists: a })).toMatchObject(ASKS)
    expect(found({ title: 'Rain', artists: a, year: 1984 }, { title: 'Rain', artists: b, year: 1999 })).toEqual([])
  })

  it('three times is joined into the lowest id, whatever the order in the file', () => {
    const [a, b, c] = entries({ title: 'Animals' }, { title: 'animals' }, { title: 'Animals', year: 1977 })
    for (const albums of [
      [a!, b!, c!],
      [c!, a!, b!],
      [b!, c!, a!],
    ])
      expect(checkDuplicates(albums)).toMatchObject([
        {
          changes: [
            { album: 1, joins: 2 },
            { album: 1, joins: 3 },
          ],
        },
      ])
  })

  it.each(['description', 'genre', 'rating', 'spotify_url'])('is not joined where each has its own %s', (field) => {
    expect(found({ title: 'Animals', [field]: 'a' }, { title: 'Animals', [field]: 'b' })).toMatchObject([
      { why: expect.stringContaining(`each has its own ${field}`) as string, changes: [] },
    ])
  })

  it('of which a third entry has another text is joined as far as nothing is lost', () => {
    const findings = found(
      { title: 'Animals' },
      { title: 'Animals', description: 'mine' },
      { title: 'Animals', description: 'also mine' },
    )
    expect(findings).toMatchObject([
      { changes: [{ album: 1, joins: 2 }] },
      { about: [{ album: 1 }, { album: 3 }], changes: [] },
    ])
  })

  it('is no question where one of the two is of the starter collection, which leaves', () => {
    const a = { title: 'Animals', year: 1977, source: 'starter' }
    expect(found(a, { title: 'Animals', year: 1990 })).toEqual([])
    expect(found(a, { title: 'Animals', year: 1977, description: 'mine' })).toMatchObject(JOINS_SECOND)
  })
})
