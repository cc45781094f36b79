import { describe, expect, it } from 'vitest'
import type { Album } from '../../../scripts/collection/album.ts'
import { checkArtistInTitle } from '../../../scripts/collection/check/artist-in-title.ts'

/** Albums of one artist. */
const by = (artist: string, ...albums: (Partial<Album> & { title: string })[]) =>
  checkArtistInTitle(albums.map((album, at) => ({ id: at + 1, artists: [artist], ...album })))
const ASKS = [{ kind: 'artist-in-title', about: [{ album: 1 }], changes: [] }]
const writes = (before: string, after: string) => [{ changes: [{ album: 1, field: 'title', before, after }] }]

describe('a title with its artist in front', () => {
  it.each([
    ['Pink Floyd', 'Pink Floyd - Animals'],
    ['The Beatles', 'the beatles – Abbey Road (Deluxe Edition)'],
    ['Weezer', 'Weezer - Blue Album'],
    ['Adele', 'Adele - 21'],
    ['Queen', 'Queen - Greatest Hits'],
  ])('may be called after its artist, so a person decides: %s, %s', (artist, title) => {
    expect(by(artist, { title })).toMatchObject(ASKS)
  })

  it.each([
    ['Pink Floyd', 'Pink Floyd - Animals', 'Animals', 'ANIMALS'],
    ['The Beatles', 'the beatles – Abbey Road (Deluxe Edition)', 'Abbey Road (Deluxe Edition)', 'Abbey Road'],
  ])('loses the artist where another album proves it: %s, %s', (artist, title, after, other) => {
    expect(by(artist, { title }, { title: other })).toMatchObject(writes(title, after))
    expect(by(artist, { title }, { title: other, artists: ['Somebody Else'] })).toMatchObject(ASKS)
  })

  it('loses the artist where a list that has a copy of it proves it', () => {
    const title = 'Pink Floyd - Animals'
    const called = (name: string) => by('Pink Floyd', { title, copies: [{ ref: 'csv:1', title: name }] })
    expect(called('Animals (Remastered)')).toMatchObject(writes(title, 'Animals'))
    expect(called('The Wall')).toMatchObject(ASKS)
    expect(called(title)).toMatchObject(ASKS)
  })

  it('is not proven by another of its kind', () => {
    const title = 'Pink Floyd - Animals'
    expect(by('Pink Floyd', { title }, { title })).toMatchObject([{ changes: [] }, { changes: [] }])
  })

  it.each([
    ['Weezer', 'Weezer - Blue Album', 'Blue Album'],
    ['Led Zeppelin', 'Led Zeppelin - IV', 'IV'],
    ['Adele', 'Adele - 21', '21'],
    ['Queen', 'Queen - Greatest Hits', 'Greatest Hits'],
    ['Nirvana', 'Nirvana - Nirvana - Live', 'Nirvana - Live'],
  ])('keeps it, whatever else stands there, where the rest is but a by-name: %s, %s', (artist, title, rest) => {
    expect(by(artist, { title, copies: [{ ref: 'csv:1', title: rest }] }, { title: rest })).toMatchObject(ASKS)
  })

  it.each([
    ['John Prine', 'John Prine – coffret', 'coffret'],
    ['Vampire Weekend', 'Vampire Weekend – coffret', 'coffret'],
    ['Vampire Weekend', 'Vampire Weekend — Coffret 5 x CD', 'Coffret 5 x CD'],
    ['Weezer', 'Weezer - Deluxe Edition', 'Deluxe Edition'],
    ['Weezer', 'Weezer - 2LP', '2LP'],
    ['Weezer', 'Weezer - box set', 'box set'],
    ['Nirvana', 'Nirvana - Live', 'Live'],
  ])('and only an edition or a format behind it is called after the artist: %s, %s', (artist, title, rest) => {
    expect(by(artist, { title }, { title: rest })).toEqual([])
  })

  it.each([
    ['Jane Birkin - Serge Gainsbourg', ['Jane Birkin', 'Serge Gainsbourg']],
    ['Pink Floyd - Animals', ['Various Artists']],
    ['Crosby-Nash', ['Crosby']],
    ['Animals', ['Pink Floyd']],
  ])('is none: %s by %j', (title, artists) => {
    expect(checkArtistInTitle([{ id: 1, title, artists }])).toEqual([])
  })

  it('is right where a person says so', () => {
    expect(by('Weezer', { title: 'Weezer - Blue Album', sources: { title: 'checked' } })).toEqual([])
  })
})
