import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { albumSchema, artistsOf } from '../../scripts/collection/album.ts'

const source = readFileSync(new URL('../../data/collection.json', import.meta.url), 'utf8')
const collection: unknown = JSON.parse(source)
const { albums } = z.strictObject({ version: z.literal(1), albums: z.array(albumSchema) }).parse(collection)

/** The last year an album of the starter collection can be from: the year the collection was written. */
const WRITTEN_IN = 2026

/** Singers of French and artists from France; a name enters this list by hand, so that nobody is counted by accident. */
const FRENCH = [
  'Air',
  'Alain Bashung',
  'Alain Souchon',
  'Angèle',
  'Aya Nakamura',
  'Barbara',
  'Benjamin Biolay',
  'Brigitte Fontaine',
  'Camille',
  'Christine and the Queens',
  'Christophe',
  'Clara Luciani',
  'Claude Nougaro',
  'Cœur de pirate',
  'Daft Punk',
  'Daniel Balavoine',
  "Diam's",
  'Dominique A',
  'Feu! Chatterton',
  'France Gall',
  'Francis Cabrel',
  'Françoise Hardy',
  'Georges Brassens',
  'Georges Moustaki',
  'Gojira',
  'Henri Salvador',
  'IAM',
  'Indochine',
  'Jacques Brel',
  'Jacques Dutronc',
  'Jane Birkin',
  'Jean-Jacques Goldman',
  'Jean-Michel Jarre',
  'Joe Dassin',
  'Johnny Hallyday',
  'Juliette Armanet',
  'Juliette Gréco',
  'Justice',
  'Les Négresses Vertes',
  'Les Rita Mitsouko',
  'Louise Attaque',
  'Lunatic',
  'Léo Ferré',
  'M83',
  'MC Solaar',
  'Magma',
  'Mano Negra',
  'Manu Chao',
  'Michel Berger',
  'Michel Legrand',
  'Miossec',
  'Mylène Farmer',
  'Noir Désir',
  'Oxmo Puccino',
  'PNL',
  'Phoenix',
  'Rachid Taha',
  'Renaud',
  'Serge Gainsbourg',
  'St Germain',
  'Stromae',
  'Suprême NTM',
  'Sébastien Tellier',
  'Téléphone',
  'Vanessa Paradis',
  'Véronique Sanson',
  'Yann Tiersen',
  'Zaho de Sagazan',
  'Zaz',
  'Zazie',
  'Étienne Daho',
]

/** Titles that Markdown would take for its own signs, or that look like a number or a date. */
const AWKWARD = [
  '†',
  '( )',
  '3',
  '1989',
  '1. Outside',
  'Endtroducing.....',
  "(What's the Story) Morning Glory?",
  'Stand!',
]

/** One line per album that fails a check, so that a red test names the albums. */
const named = (wrong: typeof albums): string[] => wrong.map(({ id, title }) => `${id} ${title}`)

const titles = albums.map(({ title }) => title)
const described = albums.filter(({ description }) => typeof description === 'string')
const byTitle = (title: string) => albums.find((album) => album.title === title)

/** Once a person's own albums have taken its place there is no starter collection left to hold to anything. */
const replaced = albums.every((album) => album.source !== 'starter')

describe.skipIf(replaced)('the starter collection', () => {
  it('numbers its albums from 1 without a gap', () => {
    expect(albums.map(({ id }) => id)).toEqual(albums.map((_, index) => index + 1))
  })

  it('is written the way the store writes it, so that the first edit by a task shows only that edit', () => {
    expect(source).toBe(`${JSON.stringify(collection, null, 2)}\n`)
  })

  it('gives every album the same keys in the same order', () => {
    const keys = [
      ...['id', 'title', 'artists', 'year', 'genre', 'description'],
      ...['spotify_url', 'tracks_count', 'source', 'discogs_url'],
    ]
    expect(named(albums.filter((album) => Object.keys(album).join() !== keys.join()))).toEqual([])
  })

  it('holds at least 120 albums', () => {
    expect(albums.length).toBeGreaterThanOrEqual(120)
  })

  it.each([
    'Abbey Road',
    'Rubber Soul',
    "Sgt. Pepper's Lonely Hearts Club Band",
    'The Wall',
    'Thriller',
    'Hotel California',
  ])('holds %s', (title) => {
    expect(titles).toContain(title)
  })

  it('begins with Abbey Road, of 1969, with its 17 tracks', () => {
    expect(albums[0]).toMatchObject({
      id: 1,
      title: 'Abbey Road',
      artists: ['The Beatles'],
      year: 1969,
      tracks_count: 17,
    })
  })

  it('marks every album as its own, so that it can leave when a person brings theirs', () => {
    expect(named(albums.filter((album) => album.source !== 'starter'))).toEqual([])
  })

  it('names an artist and a genre for every album', () => {
    expect(named(albums.filter((album) => artistsOf(album).length === 0 || !album.genre))).toEqual([])
  })

  it('holds no album twice', () => {
    const keys = albums.map((album) => `${album.title} – ${artistsOf(album).join(', ')}`.toLowerCase())
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('spans at least seven decades', () => {
    const decades = new Set(albums.flatMap(({ year }) => (year ? [Math.floor(year / 10)] : [])))
    expect(decades.size).toBeGreaterThanOrEqual(7)
  })

  it('has no album older than the LP or newer than itself', () => {
    expect(named(albums.filter(({ year }) => year && (year < 1948 || year > WRITTEN_IN)))).toEqual([])
  })

  it('holds at least 30 albums that are French or sung in French', () => {
    const french = albums.filter((album) => artistsOf(album).some((artist) => FRENCH.includes(artist)))
    expect(french.length).toBeGreaterThanOrEqual(30)
  })

  it('lists no French artist who is not in the collection', () => {
    const artists = new Set(albums.flatMap(artistsOf))
    expect(FRENCH.filter((name) => !artists.has(name))).toEqual([])
  })

  it('describes at least 60 albums', () => {
    expect(described.length).toBeGreaterThanOrEqual(60)
  })

  it('describes in whole sentences of 20 to 400 characters, on one line', () => {
    const sentence = /^\S(?:.{18,398})[.!?…]$/u
    expect(named(described.filter(({ description }) => !sentence.test(description ?? '')))).toEqual([])
  })

  it('has descriptions on both sides of the 100 characters at which the Markdown export cuts', () => {
    const long = described.filter(({ description }) => (description ?? '').length > 100)
    expect(long.length).toBeGreaterThanOrEqual(10)
    expect(described.length - long.length).toBeGreaterThanOrEqual(10)
  })

  it('leaves some descriptions, tracks and links unknown, as real collections do', () => {
    expect(albums.filter(({ description }) => description === null)).not.toEqual([])
    expect(albums.filter(({ tracks_count }) => tracks_count === null)).not.toEqual([])
    expect(albums.filter(({ spotify_url }) => spotify_url === null)).not.toEqual([])
  })

  it('never says zero tracks where it means unknown', () => {
    expect(named(albums.filter(({ tracks_count }) => tracks_count === 0))).toEqual([])
  })

  it('links to albums on Spotify and to masters on Discogs, nowhere else', () => {
    const spotify = /^https:\/\/open\.spotify\.com\/album\/[A-Za-z0-9]{22}$/u
    const discogs = /^https:\/\/www\.discogs\.com\/master\/[1-9]\d*$/u
    expect(named(albums.filter(({ spotify_url: url }) => url && !spotify.test(url)))).toEqual([])
    expect(named(albums.filter(({ discogs_url: url }) => url && !discogs.test(url)))).toEqual([])
  })

  it('gives no two albums the same link', () => {
    const links = albums.flatMap(({ spotify_url, discogs_url }) => [spotify_url, discogs_url]).filter(Boolean)
    expect(new Set(links).size).toBe(links.length)
  })

  it.each(AWKWARD)('holds the title %s, awkward for Markdown and real', (title) => {
    expect(titles).toContain(title)
  })

  it('credits every artist of an album by several', () => {
    expect(byTitle('Getz/Gilberto')?.artists).toEqual(['Stan Getz', 'João Gilberto'])
    expect(byTitle('The Velvet Underground & Nico')?.artists).toEqual(['The Velvet Underground', 'Nico'])
  })
})
