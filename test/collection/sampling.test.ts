import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Album } from '../../scripts/collection/album.ts'
import { pickAlbums } from '../../scripts/collection/sampling.ts'
import { seededRandom } from '../../scripts/ground/random.ts'

const albums = (count: number): Album[] =>
  Array.from({ length: count }, (_, i) => ({ id: i + 1, title: `Album ${i + 1}` }))

describe('picking albums', () => {
  it('brings no album again before every other album had its turn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer(),
        (size, count, seed) => {
          const random = seededRandom(seed)
          const turns: number[] = []
          for (let day = 0; day < 20; day++)
            turns.push(...pickAlbums(albums(size), turns, count, random).map(({ id }) => id))
          for (let start = 0; start + size <= turns.length; start += size) {
            expect(new Set(turns.slice(start, start + size)).size).toBe(size)
          }
        },
      ),
    )
  })

  it('gives different albums, as many as asked for or as there are', () => {
    const pick = (size: number) => pickAlbums(albums(size), [], 5, seededRandom(1)).map(({ id }) => id)
    expect(new Set(pick(30)).size).toBe(5)
    expect(pick(3).sort()).toEqual([1, 2, 3])
    expect(pick(0)).toEqual([])
  })

  it('takes albums that arrive during a round into that round', () => {
    const turns = [1, 2, 3, 4, 5, 6, 7, 8]
    const picked = pickAlbums(albums(12), turns, 4, seededRandom(3)).map(({ id }) => id)
    expect(picked.sort((a, b) => a - b)).toEqual([9, 10, 11, 12])
  })

  it('forgets albums that left the collection', () => {
    expect(
      pickAlbums(albums(4), [90, 91, 1, 2, 92], 2, seededRandom(3))
        .map(({ id }) => id)
        .sort(),
    ).toEqual([3, 4])
  })

  it('does not bring the last albums of one round at the beginning of the next', () => {
    const turns = Array.from({ length: 40 }, (_, i) => i + 1)
    for (let seed = 0; seed < 50; seed++) {
      for (const { id } of pickAlbums(albums(40), turns, 5, seededRandom(seed))) expect(id).toBeLessThanOrEqual(22)
    }
  })

  it('is repeated by the same seed and changed by another', () => {
    const pick = (seed: number) => pickAlbums(albums(100), [], 5, seededRandom(seed)).map(({ id }) => id)
    expect(pick(5)).toEqual(pick(5))
    expect(pick(5)).not.toEqual(pick(6))
  })
})
