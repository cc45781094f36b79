import { describe, expect, it } from 'vitest'
import type { Album } from '../../../scripts/collection/album.ts'
import { checkTitleSlips } from '../../../scripts/collection/check/title-slips.ts'

type Entry = Partial<Album> & { title: string }

/** Albums of one artist. */
const by = (artist: string, ...entries: Entry[]) =>
  checkTitleSlips(entries.map((entry, at) => ({ id: at + 1, artists: [artist], ...entry })))
const titled = (...titles: string[]) => by('The Band', ...titles.map((title) => ({ title })))
const ASKS = [{ kind: 'title-slip', about: [{ album: 1 }, { album: 2 }], changes: [] }]

describe('titles of one artist', () => {
  it.each([
    ['Take Care', 'Taek Care'],
    ['OK Computer', 'OK Comupter'],
    ['Led Zeppelin', 'Led Zepplin'],
    ['Led Zeppelin II', 'Led Zepplin II'],
    ['Kind of Blue', 'Kind of Bleu (Remastered)'],
    ['Comme à la radio', 'Comme a la radjo'],
    ['Dark Side of the Moon', 'The Dark Side of the Mon'],
    ['Группа крови', 'Группа крова'],
  ])('that differ by a letter or by two that changed places are shown and never made one: %s, %s', (a, b) => {
    expect(titled(a, b)).toMatchObject(ASKS)
    expect(titled(b, a)).toMatchObject(ASKS)
  })

  it.each([
    ['Vol. 1', 'Vol. 2'],
    ['Hits 1989', 'Hits 1998'],
    ['Led Zeppelin', 'Led Zeppelin I'],
    ['Led Zeppelin II', 'Led Zeppelin III'],
    ['Chicago XIV', 'Chicago XVI'],
    ['Chicago XV', 'Chicago XVI'],
    ['Concert A', 'Concert B'],
    ['Love Supreme', 'A Love Supreme'],
    ['Side', 'Sade'],
    ['Tango', 'Mango'],
    ['Animals', 'Animals (Live)'],
    ['Animals', 'Animals (Remastered)'],
    ['Take Care', 'Teak Core'],
    ['ファイナルファンタジー', 'ファイナルファンタジア'],
  ])('%s and %s are two, or no matter of letters', (a, b) => {
    expect(titled(a, b)).toEqual([])
  })

  it('are two where their years or a catalogue say so, unless letters changed places', () => {
    expect(by('Blur', { title: 'Parklife', year: 1994 }, { title: 'Parklive', year: 2012 })).toEqual([])
    expect(by('Blur', { title: 'Parklife', year: 1994 }, { title: 'Parklive', year: 1995 })).toMatchObject(ASKS)
    expect(by('Blur', { title: 'Parklife', year: 1994 }, { title: 'Parklfie', year: 2012 })).toMatchObject(ASKS)
    const ids = (id: string) => ({ musicbrainz_id: id })
    expect(by('Blur', { title: 'Parklife', ...ids('a') }, { title: 'Parklfie', ...ids('b') })).toEqual([])
  })

  it('are shown once, however often each stands there', () => {
    expect(titled('Take Care', 'Taek Care', 'Take Care', 'Taek Care')).toMatchObject(ASKS)
  })

  it('are right where a person says so of one of them', () => {
    expect(by('Drake', { title: 'Take Care' }, { title: 'Taek Care', sources: { title: 'checked' } })).toEqual([])
  })

  it.each([
    [['Drake'], ['Adele']],
    [['Various'], ['Various']],
    [[], []],
  ])('of %j and %j say nothing of each other', (a, b) => {
    const albums = [a, b].map((artists, at) => ({ id: at + 1, title: ['Take Care', 'Taek Care'][at]!, artists }))
    expect(checkTitleSlips(albums)).toEqual([])
  })

  it('are compared under one spelling of the artist, and up to five hundred', () => {
    const two = [{ title: 'Take Care' }, { title: 'Taek Care', artists: ['DRAKE'] }]
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ title: `Concert no. ${at}` }))
    expect(by('Drake', ...two, ...many(498))).toMatchObject(ASKS)
    expect(by('Drake', ...two, ...many(499))).toEqual([])
  })
})

describe('a title that is the artist’s name but for a letter', () => {
  it('is shown', () => {
    expect(by('Led Zeppelin', { title: 'Led Zepplin' })).toMatchObject([
      { kind: 'title-slip', about: [{ album: 1 }], changes: [] },
    ])
    expect(by('Led Zeppelin', { title: 'Led Zepplin', sources: { title: 'checked' } })).toEqual([])
  })

  it('is shown once where an album of the very name is there', () => {
    expect(by('Led Zeppelin', { title: 'Led Zeppelin' }, { title: 'Led Zepplin' })).toMatchObject(ASKS)
  })

  it.each([
    ['Madvillain', 'Madvillainy'],
    ['Rotting Corpse', 'Rotting Corpses'],
    ['Tartharia', 'Тартариа'],
    ['Chicago', 'Chicago V'],
    ['Metallica', 'Metallica'],
    ['Jane Birkin & Serge Gainsbourg', 'Jane Birkin & Serge Gainsbourg'],
  ])('is meant, or is the name: %s, %s', (artist, title) => {
    expect(by(artist, { title })).toEqual([])
  })

  it('is no name made of several artists', () => {
    const artists = ['Jane Birkin', 'Serge Gainsbourg']
    expect(checkTitleSlips([{ id: 1, title: 'Jane Birkin & Serge Gainsbourg', artists }])).toEqual([])
  })
})
