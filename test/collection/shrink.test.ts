import { describe, expect, it } from 'vitest'
import type { Album } from '../../scripts/collection/album.ts'
import { refuseCollapse, refuseDeparture, ShrinkRefusal } from '../../scripts/collection/shrink.ts'

const shelf = (count: number, from = 1): Album[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index, title: `Album ${from + index}` }))

describe('a collection that shrinks', () => {
  it.each([
    [100, 81, false],
    [100, 80, true],
    [10, 9, false],
    [10, 8, true],
    [5, 4, false],
    [5, 3, true],
    [2, 1, false],
    [2, 0, true],
    [1, 0, true],
    [0, 0, false],
    [3, 9, false],
  ])('from %i to %i albums is stopped: %s', (before, now, isStopped) => {
    const collapse = () => refuseCollapse(shelf(now), before)
    const departure = () => refuseDeparture(shelf(before), shelf(now))
    for (const attempt of [collapse, departure]) {
      if (isStopped) expect(attempt).toThrow(ShrinkRefusal)
      else expect(attempt).not.toThrow()
    }
  })

  it('is told by what leaves, whatever arrives instead', () => {
    expect(() => refuseDeparture(shelf(10), [...shelf(7), ...shelf(20, 100)])).toThrow(
      '3 of your 10 albums would leave',
    )
  })

  it('may lose every starter album', () => {
    const starters = shelf(246).map((album) => ({ ...album, source: 'starter' }))
    expect(() => refuseDeparture(starters, shelf(1, 500))).not.toThrow()
    expect(() => refuseCollapse(shelf(1, 500), 0)).not.toThrow()
  })
})
