import { expect, it } from 'vitest'
import { catalogOf } from '../../scripts/pages/words/catalog.ts'

it('none of something is singular in French and plural in English', () => {
  const exported = (locale: 'fr' | 'en') => [0, 1, 2].map((count) => catalogOf(locale).summary.exported(count, count))
  expect(exported('fr')).toEqual(['0 album, 0 artiste.', '1 album, 1 artiste.', '2 albums, 2 artistes.'])
  expect(exported('en')).toEqual(['0 albums, 0 artists.', '1 album, 1 artist.', '2 albums, 2 artists.'])
})
