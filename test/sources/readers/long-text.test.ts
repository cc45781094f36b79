import { describe, expect, it } from 'vitest'
import { namesIn, searchName, withoutEnsemble, withoutGuests } from '../../../scripts/collection/names/normalise.ts'
import { countLine } from '../../../scripts/haiku/syllables/syllables.ts'
import { oneColumnTable } from '../../../scripts/sources/readers/one-column.ts'
import { readRating } from '../../../scripts/sources/readers/values.ts'

describe('a text of four hundred thousand characters', () => {
  // What grows with the square of the length takes minutes for each of these, and meets the limit of every test.
  it.each<[what: string, work: (text: string) => unknown, repeated: string]>([
    ['a rating', readRating, ' '],
    ['a line of a list', oneColumnTable, ';'],
    ['a credit', namesIn, '\n'],
    ['a name to look for', searchName, '\n'],
    ['a credit with guests', withoutGuests, '\n'],
    ['a name with its ensemble', withoutEnsemble, ' '],
    ['a line of verse', (text) => countLine(text, 'en'), 'ab '],
  ])('is looked at in one pass as %s', (_, work, repeated) => {
    expect(() => work(`Q${repeated.repeat(400_000 / repeated.length)}!`)).not.toThrow()
  })
})
