import { describe, expect, it } from 'vitest'
import type { Album } from '../../../scripts/collection/album.ts'
import { judgeCollection } from '../../../scripts/commands/doctor/data.ts'

describe('the check of the collection', () => {
  it('says before a repository turns public what everybody would read then', () => {
    const album = (copy: object): Album => ({ id: 1, title: 'Blue', copies: [{ ref: 'discogs:1', ...copy }] })
    const told = (copy: object) => JSON.stringify(judgeCollection([album(copy)]))
    for (const copy of [{ notes: 'a gift' }, { paid: '12 EUR' }, { folder: 'Salon' }, { other: { Seller: 'Jo' } }])
      expect(told(copy)).toMatch(/1 album with notes, prices, sellers or folders: everybody reads them/u)
    for (const copy of [{}, { folder: 'Uncategorized', other: { Artist: 'X' } }])
      expect(told(copy)).not.toMatch(/notes/u)
  })
})
