import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { albumName, artistAgreement } from '../../../scripts/collection/names/album-name.ts'
import { Namesakes } from '../../../scripts/collection/merge/namesakes.ts'

/** Names in which all ways to agree occur: equal, in part, by one letter at either end or within, and not at all. */
const artist = fc.oneof(
  fc.constantFrom('The Beach Boys', 'Beach Boys', 'Beach Boyz', 'Peach Boys', 'Beach Boy', 'Bech Boys', 'Beatch Boys'),
  fc.constantFrom('A & B', 'A', 'Various', 'Blink 182', 'Blink 183', 'Ella Fitzgerald & Louis Armstrong', 'Björk'),
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 7 }),
)
const name = fc.array(artist, { maxLength: 2 }).map((artists) => albumName('Blue', artists))

describe('the albums of one title', () => {
  it('are found by their artists as if each were looked at, in the order they were noted', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), name, (noted, asked) => {
        const namesakes = new Namesakes()
        noted.forEach((each, at) => namesakes.note(1000 - at, each))
        const agreeing = [...namesakes.like(asked)].filter(([, each]) => artistAgreement(asked, each) !== 'none')
        const all = noted.map((each, at) => [1000 - at, each] as const)
        expect(agreeing).toEqual(all.filter(([, each]) => artistAgreement(asked, each) !== 'none'))
      }),
    )
  })

  it('are found by what they are called now, at the place they had', () => {
    const namesakes = new Namesakes()
    for (let id = 1; id <= 40; id++) namesakes.note(id, albumName('Blue', id === 30 ? [] : [`Artist ${id}`]))
    namesakes.note(7, albumName('Blue', ['Joni Mitchell']))
    namesakes.note(35, albumName('Blue', ['Joni Mitchell']))
    const found = [...namesakes.like(albumName('Blue', ['Joni Mitchel']))].map(([id]) => id)
    expect(found).toEqual([7, 30, 35])
  })
})
