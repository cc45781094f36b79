import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { wikidataFromEnvironment } from '../../../scripts/sources/services/wikidata.ts'
import { wikipediaFromEnvironment } from '../../../scripts/sources/services/wikipedia.ts'
import { html, json, truncated, type Loopback } from '../../support/loopback.ts'
import { startWikipedia } from '../../support/wikipedia-server.ts'

const EXTRACT = 'Low est le onzième album studio de David Bowie, paru le 14 janvier 1977.'
const OPTIONS = { userAgent: 'test', backoffMs: 1 }

let server: Loopback
beforeAll(async () => {
  server = await startWikipedia(
    {
      fr: [
        { title: 'Low (album)', extract: EXTRACT, item: 'Q275422' },
        { title: 'Low', extract: 'Low peut désigner :', type: 'disambiguation' },
        { title: 'AC/DC & co?', extract: EXTRACT },
      ],
      en: [],
    },
    { Q275422: { spotify: '2de6LD7eOW8zrlorbS28na', dates: ['1977-01-14', '1976-12-01'] } },
  )
})
afterAll(() => server.close())
afterEach(() => server.play(null))
const wikipedia = () => wikipediaFromEnvironment({ WIKIPEDIA_URL: `${server.url}/{language}` }, OPTIONS)
const wikidata = () => wikidataFromEnvironment({ WIKIDATA_URL: `${server.url}/wikidata` }, OPTIONS)

describe('Wikipedia', () => {
  it('gives the beginning of an article with its address', async () => {
    expect(await wikipedia().summary('fr', 'Low (album)')).toEqual({
      title: 'Low (album)',
      language: 'fr',
      extract: EXTRACT,
      description: null,
      url: 'https://fr.wikipedia.org/wiki/Low_(album)',
    })
    expect(await wikipedia().summary('fr', 'AC/DC & co?')).not.toBeNull()
  })

  it('gives nothing for a list of namesakes or a missing page', async () => {
    expect(await wikipedia().summary('fr', 'Low')).toBeNull()
    expect(await wikipedia().summary('en', 'Low')).toBeNull()
  })

  it('finds articles by words', async () => {
    expect(await wikipedia().search('fr', 'Low David Bowie album')).toEqual(['Low (album)', 'Low'])
  })

  it.each([
    ['down', json({}, 503, { 'retry-after': '0' })],
    ['a page for people', html],
    ['half an answer', truncated],
    ['something else', json({ title: 7 })],
  ])('fails in words where it is %s', async (_, answer) => {
    server.play(answer)
    await expect(wikipedia().summary('fr', 'Low (album)')).rejects.toMatchObject({ service: 'Wikipedia' })
  })

  it('names the variable where it holds no address', () => {
    expect(() => wikipediaFromEnvironment({ WIKIPEDIA_URL: 'wiki' }, OPTIONS)).toThrow(
      'WIKIPEDIA_URL is not an address',
    )
  })
})

describe('Wikidata', () => {
  it('gives the earliest year, the link and the pages', async () => {
    expect(await wikidata().album('Q275422')).toEqual({
      year: 1976,
      spotifyUrl: 'https://open.spotify.com/album/2de6LD7eOW8zrlorbS28na',
      pages: { fr: 'Low (album)' },
    })
  })

  it('gives nothing for an item that does not exist', async () => expect(await wikidata().album('Q1')).toBeNull())
})
