import { describe, expect, it } from 'vitest'
import type { Album } from '../../scripts/collection/album.ts'
import { shelfOf } from '../../scripts/listens/shelf.ts'

/** The id of the album that a listen by Moby of an album called Hits is of; null where the collection has it not. */
function idOf(...albums: Album[]): number | null {
  const listen = { timestamp: 0, artists: ['Moby'], album: 'Hits', track: 'Porcelain' }
  return shelfOf(albums).albumOf(listen)!.album?.id ?? null
}

describe('a listen of an album by artists whom the collection does not name', () => {
  const various: Album = { id: 1, title: 'Hits', artists: ['Various Artists'] }
  const unnamed: Album = { id: 2, title: 'Hits' }
  const own: Album = { id: 3, title: 'Hits', artists: ['Moby'] }
  const other: Album = { id: 4, title: 'Hits', artists: ['Queen'] }

  it('is told by the title alone', () => {
    expect([various, unnamed, own, other].map((album) => idOf(album))).toEqual([1, 2, 3, null])
  })

  it('is of none where several have the title, unless one names the artist', () => {
    expect(idOf(various, unnamed)).toBeNull()
    expect(idOf(various, other)).toBeNull()
    expect(idOf(various, own)).toBe(3)
  })
})
