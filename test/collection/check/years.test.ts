import { describe, expect, it } from 'vitest'
import { slipsOf } from '../../../scripts/collection/check/outliers.ts'
import { checkYears } from '../../../scripts/collection/check/years.ts'

const NOW = 2026
const found = (fields: object) => checkYears([{ id: 1, title: 'x', ...fields }], NOW)
const by = (artist: string, ...years: number[]) =>
  years.map((year, at) => ({ id: at + 1, title: `Album ${at}`, artists: [artist], year }))

describe('a year', () => {
  it('in the future is shown, this year is not', () => {
    expect(found({ year: NOW + 1 })).toMatchObject([{ kind: 'year', changes: [] }])
    expect(found({ copies: [{ ref: 'a', year: NOW + 1 }] })).toMatchObject([{ kind: 'year', changes: [] }])
    expect(found({ year: NOW, copies: [{ ref: 'a', year: NOW }] })).toEqual([])
  })

  it('later than that of a copy becomes the copy’s, as no copy is older than the album', () => {
    const copies = [
      { ref: 'a', year: 1987 },
      { ref: 'b', year: 1971 },
      { ref: 'c', year: null },
    ]
    expect(found({ year: 1992, copies })).toMatchObject([
      { changes: [{ album: 1, field: 'year', before: 1992, after: 1971 }] },
    ])
    expect(found({ year: 1971, copies })).toEqual([])
    expect(found({ year: 1969, copies })).toEqual([])
    expect(found({ year: null, copies })).toEqual([])
  })

  it('of a pressing is good to know', () => {
    expect(found({ year: 1987, sources: { year: 'pressing' } })).toMatchObject([{ kind: 'pressing-year', changes: [] }])
    expect(found({ year: 1987, sources: { year: 'musicbrainz' } })).toEqual([])
  })

  it.each([
    ['CD, Album', 1981],
    ['2xCD, Album', 1979],
    ['SACD, Hybrid', 1969],
    ['Cass, Album', 1962],
    ['LP, Mono', 1947],
  ])('of a copy before its medium was sold is shown and taken for no year of the album: %s of %i', (format, year) => {
    const copies = [{ ref: 'discogs:249504#2', format, year }]
    expect(found({ year: 1990, copies })).toMatchObject([{ kind: 'year', changes: [] }])
    // People write the year of the album into their own lists; what is impossible of a pressing proves nothing.
    expect(found({ year: 1990, copies: [{ ref: 'csv:crosby|dejavu', format, year }] })).toEqual([])
  })

  it.each([
    { year: 1969, support: 'CD' },
    { year: 1938, support: 'LP' },
    { year: 1969, copies: [{ ref: 'discogs:1', format: 'CD, Album', year: 1982 }] },
    { year: 1937, copies: [{ ref: 'discogs:1', format: 'Shellac, 10"', year: 1937 }] },
    { year: 1969, copies: [{ ref: 'discogs:1', format: 'LP, Album', year: 1969 }] },
    { year: 1972, copies: [{ ref: 'discogs:1', format: 'ABCD', year: 1972 }] },
  ])('of an album that is older than its medium is right: %o', (album) => {
    expect(found(album)).toEqual([])
  })

  it('of a pressing goes with its support', () => {
    expect(found({ year: 1969, support: 'CD', sources: { year: 'pressing' } })).toMatchObject([
      { kind: 'year' },
      { kind: 'pressing-year' },
    ])
  })

  it.each([
    { title: 'Déjà Vu (remaster)' },
    { title: 'Déjà Vu', copies: [{ ref: 'csv:dejavu', title: 'Déjà Vu (remaster)', format: 'CD', year: 1970 }] },
  ])('beside an edition may be that of the album, so the support says nothing: %o', (album) => {
    const fields = { year: 1970, support: 'CD', sources: { year: 'pressing' } }
    expect(found({ ...fields, ...album })).toMatchObject([{ kind: 'pressing-year' }])
  })
})

describe('an album much older than all others of its artist', () => {
  it.each([
    [[1900, 1994, 1997], 'no digit explains it, but nobody pauses for so long'],
    [[1959, 1994, 1995, 1997], 'two digits changed places'],
    [[1962, 1991, 1993, 1995], 'one digit is wrong'],
  ])('%j is shown: %s', (years) => {
    expect(checkYears(by('Portishead', ...years), NOW)).toMatchObject([
      { kind: 'year', about: [{ album: 1 }], changes: [] },
    ])
  })

  it.each([
    [[1970, 2005], 'Vashti Bunyan has two albums here'],
    [[1972, 2000, 2003, 2005], 'no slip leads from 1972 to the others'],
    [[1966, 2015, 2018], 'The Sonics, after 49 years'],
    [[1969, 1996], 'one other album tells nothing'],
    [[1968, 1994, 1996, 2000, 2002, 2024], 'the others are as far from each other'],
    [[1969, 1971, 1973, 2003], 'the others are near it'],
  ])('%j is not: %s', (years) => {
    expect(checkYears(by('Neil Young', ...years), NOW)).toEqual([])
  })

  it('is right where its year has been looked up, is a pressing’s, or the artists are anybody', () => {
    const [oldest, ...others] = by('Portishead', 1900, 1994, 1997)
    for (const year of ['musicbrainz', 'checked'])
      expect(checkYears([{ ...oldest!, sources: { year } }, ...others], NOW)).toEqual([])
    expect(checkYears(by('Various Artists', 1900, 1994, 1997), NOW)).toEqual([])
  })

  it('gets the years that may be meant', () => {
    expect(slipsOf(1959)).toEqual(expect.arrayContaining([1995, 1999, 1969, 1958, 2959]))
    expect(slipsOf(1959)).not.toContain(1994)
    expect(checkYears(by('Portishead', 1959, 1994, 1995, 1997), NOW)[0]!.todo).toContain('Is 1995 or 1999 meant?')
  })
})
