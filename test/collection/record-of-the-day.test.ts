import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Album } from '../../scripts/collection/album.ts'
import { recordOfTheDay } from '../../scripts/collection/record-of-the-day.ts'

const albums = (count: number): Album[] =>
  Array.from({ length: count }, (_, i) => ({ id: i + 1, title: `Album ${i + 1}` }))
const days = (count: number) => Array.from({ length: count }, (_, day) => day)

describe('the record of the day', () => {
  it('gives every album its turn before any comes again, where nothing is known of listens', () => {
    const picked = days(24).map((day) => recordOfTheDay(albums(12), day, null)!)
    expect(new Set(picked.map(({ kind }) => kind))).toEqual(new Set(['drawn']))
    const ids = picked.map(({ album }) => album.id)
    expect(new Set(ids.slice(0, 12)).size).toBe(12)
    expect(new Set(ids.slice(12)).size).toBe(12)
    expect(ids.slice(0, 12)).not.toEqual(ids.slice(12))
  })

  it('takes turns among the seven albums unheard for longest', () => {
    const lastHeard = ({ id }: Album) => 1000 - id
    const picked = days(7).map((day) => recordOfTheDay(albums(20), day, lastHeard)!)
    expect(picked.map(({ album }) => album.id).sort((a, b) => a - b)).toEqual([14, 15, 16, 17, 18, 19, 20])
    for (const record of picked) {
      expect(record).toEqual({ kind: 'long-unheard', album: record.album, last: 1000 - record.album.id, among: 7 })
    }
  })

  it('alternates with the albums that have no known listen, each of which gets its turn', () => {
    const lastHeard = ({ id }: Album) => (id <= 3 ? id : null)
    const picked = days(12).map((day) => recordOfTheDay(albums(9), day, lastHeard)!)
    expect(picked.map(({ kind }) => kind)).toEqual(
      days(12).map((day) => (day % 2 === 0 ? 'long-unheard' : 'never-heard')),
    )
    const never = picked.filter(({ kind }) => kind === 'never-heard')
    expect(new Set(never.map(({ album }) => album.id))).toEqual(new Set([4, 5, 6, 7, 8, 9]))
    expect(never[0]).toMatchObject({ among: 6 })
  })

  it('has none for an empty collection', () => {
    expect(recordOfTheDay([], 20_000, null)).toBeNull()
    expect(recordOfTheDay([], 20_000, () => null)).toBeNull()
  })

  it('does not depend on the order of the collection', () => {
    fc.assert(
      fc.property(
        fc.nat(30_000),
        fc.shuffledSubarray(albums(15), { minLength: 15 }),
        fc.boolean(),
        (day, list, listens) => {
          const lastHeard = listens ? ({ id }: Album) => (id % 3 === 0 ? null : id % 5) : null
          expect(recordOfTheDay(list, day, lastHeard)).toEqual(recordOfTheDay(albums(15), day, lastHeard))
        },
      ),
    )
  })
})
