import { distance } from 'fastest-levenshtein'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkArtists } from '../../../scripts/collection/check/artists.ts'
import { oneSlipApart } from '../../../scripts/collection/check/one-slip.ts'

/** One album for each entry; an entry may name several artists. */
const found = (...credits: (string | string[])[]) =>
  checkArtists(credits.map((credit, at) => ({ id: at + 1, title: `Album ${at}`, artists: [credit].flat() })))
const pairs = (...credits: (string | string[])[]) => found(...credits).map(({ changes }) => changes)

describe('an artist in two spellings', () => {
  it.each([
    [['Björk', 'Bjork', 'Björk'], 2, 'Bjork', 'Björk'],
    [['Bjork', 'Björk'], 1, 'Bjork', 'Björk'],
    [['RADIOHEAD', 'Radiohead'], 1, 'RADIOHEAD', 'Radiohead'],
    [['Jean-Michel Jarre', 'Jean‐Michel Jarre', 'Jean-Michel Jarre'], 2, 'Jean‐Michel Jarre', 'Jean-Michel Jarre'],
    [['Guns N’ Roses', "Guns N' Roses", "Guns N' Roses"], 1, 'Guns N’ Roses', "Guns N' Roses"],
    [['AC/DC', 'ACDC'], 2, 'ACDC', 'AC/DC'],
    [['Simon and Garfunkel', 'Simon & Garfunkel', 'Simon & Garfunkel'], 1, 'Simon and Garfunkel', 'Simon & Garfunkel'],
  ])('%j: the one used most often, then the one with most accents', (names, album, before, after) => {
    expect(pairs(...names)).toEqual([[{ album, field: 'artists', before, after }]])
  })

  it.each([
    ['The Beatles', 'Beatles'],
    ['M.I.A.', 'MIA'],
    ['Кино', 'Kino'],
  ])('%s and %s: a person says whether they are one', (...names) => {
    expect(pairs(...names)).toEqual([[]])
  })

  it.each([
    [['Nirvana', 'Nirvana (2)']],
    [['Various', 'Various Artists', 'VARIOUS']],
    [['unknown', 'Unknown Artist']],
    [['!!!', '???']],
  ])('%j is left alone', (names) => {
    expect(found(...names)).toEqual([])
  })
})

describe('artists that one letter tells apart', () => {
  it.each([
    ['Radiohead', 'Radiohed'],
    ['Portishead', 'Portisheat'],
    ['The Smiths', 'Smith s'],
    ['The Strokes', 'Stroke'],
    ['Françoise Hardy', 'Francoise Ardy'],
    ['Portishead', 'Portishaed'],
  ])('%s and %s are shown and never made one', (a, b) => {
    const findings = found(a, b)
    expect(findings).toHaveLength(1)
    expect(findings[0]!.changes).toEqual([])
  })

  it.each([
    ['Blink 182', 'Blink 183'],
    ['Dominique A', 'Dominique B'],
    ['Sade', 'Side'],
    ['Radiohead', 'Radioheart'],
    ['U2', 'U3'],
  ])('%s and %s are two', (a, b) => {
    expect(found(a, b)).toEqual([])
  })

  it('are two where they stand on one album, or each on three', () => {
    expect(found(['Gal Costa', 'Gil Costa'])).toEqual([])
    expect(found('Camel', 'Camel', 'Camel', 'Cameo', 'Cameo', 'Cameo')).toEqual([])
    expect(found('Camel', 'Camel', 'Camel', 'Cameo', 'Cameo')).toHaveLength(1)
  })

  it('are the pairs that comparing everything with everything finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '2', 'é'), maxLength: 6 })
    const digits = (text: string) => text.replace(/\P{N}/gu, '')
    const swapsOf = (text: string) =>
      [...text].slice(1).map((_, at) => text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2))
    const isSlip = (a: string, b: string) => distance(a, b) === 1 || (a !== b && swapsOf(a).includes(b))
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), (words) => {
        const expected = words.flatMap((a, i) =>
          words.flatMap((b, j) => (i < j && isSlip(a, b) && digits(a) === digits(b) ? [[i, j]] : [])),
        )
        expect(oneSlipApart(words).map((pair) => [...pair].sort((a, b) => a - b))).toEqual(expected)
      }),
    )
  })
})
