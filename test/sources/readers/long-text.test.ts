import { describe, expect, it } from 'vitest'
import { namesIn, searchName, withoutEnsemble, withoutGuests } from '../../../scripts/collection/names/normalise.ts'
import { countLine } from '../../../scripts/haiku/syllables/syllables.ts'
import { oneColumnTable } from '../../../scripts/sources/readers/one-column.ts'
import { readRating } from '../../../scripts/sources/readers/values.ts'

/** CPU seconds; the wall clock of a busy machine says nothing. */
function secondsOf(work: () => unknown): number {
  const began = process.cpuUsage()
  work()
  const { user } = process.cpuUsage(began)
  return user / 1e6
}

describe('a text of a hundred thousand characters', () => {
  // What grows with the square of the length took ten seconds and more for each of these.
  it.each<[what: string, work: (text: string) => unknown, repeated: string]>([
    ['a rating', readRating, ' '],
    ['a line of a list', oneColumnTable, ';'],
    ['a credit', namesIn, '\n'],
    ['a name to look for', searchName, '\n'],
    ['a credit with guests', withoutGuests, '\n'],
    ['a name with its ensemble', withoutEnsemble, ' '],
    ['a line of verse', (text) => countLine(text, 'en'), 'ab '],
  ])('is looked at in a moment as %s', (_, work, repeated) => {
    const text = `Q${repeated.repeat(100_000 / repeated.length)}!`
    expect(secondsOf(() => work(text))).toBeLessThan(2)
  })
})
