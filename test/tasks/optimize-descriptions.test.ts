import { mkdir, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { achievedNothing, terminalReport } from '../../scripts/runner/report.ts'
import { optimizeDescriptions } from '../../scripts/tasks/optimize-descriptions.ts'
import { refuses, says, startChatServer, type ChatServer } from '../support/chat-server.ts'
import { copy, run, tree } from '../support/command.ts'
import { html, json, type Loopback } from '../support/loopback.ts'
import { startMusicBrainz } from '../support/musicbrainz-server.ts'
import { albumsIn, lookupsIn, runHere } from '../support/run-here.ts'
import { startWikipedia } from '../support/wikipedia-server.ts'

const KEY = 'key-of-the-test'
const LOW_FR =
  'Low est le onzième album studio de David Bowie, paru le 14 janvier 1977 chez RCA Records. Il est produit par David Bowie et ' +
  'Tony Visconti, avec Brian Eno.'
const ZEN_EN =
  'Zen is the second studio album by the French singer Zazie, released in January 1995. It sold well in France and was ' +
  'followed by a tour.'
const GOOD = 'Cet album de David Bowie, paru le 14 janvier 1977, est produit par Tony Visconti, avec Brian Eno.'
const GOOD_ZEN = 'Zen est un album studio de la chanteuse française Zazie, paru en janvier 1995 et suivi d’une tournée.'
const BAD = 'Cet album de David Bowie est paru en 1983 chez EMI. (99 caractères)'

const COLLECTION = {
  version: 1,
  albums: [
    { id: 1, title: 'Obscure', artists: ['A Neighbour'] },
    { id: 2, title: 'Zen', artists: ['Zazie'], year: 1995 },
    { id: 3, title: 'Low', artists: ['David Bowie'], description: '' },
    { id: 4, title: 'Boire', artists: ['Miossec'], description: 'Mon préféré.' },
    { id: 5, title: 'Grace', artists: ['Jeff Buckley'], ai_info: { text: 'Déjà décrit.' } },
  ],
}

let musicBrainz: Loopback
let wikipedia: Loopback
let chat: ChatServer
const env = () => ({
  MUSICBRAINZ_URL: musicBrainz.url,
  WIKIPEDIA_URL: `${wikipedia.url}/{language}`,
  WIKIDATA_URL: `${wikipedia.url}/wikidata`,
  EURIA_URL: chat.url,
  EURIA_BEARER: KEY,
})

beforeAll(async () => {
  chat = await startChatServer(says(GOOD))
  musicBrainz = await startMusicBrainz([
    { title: 'Low', artists: ['David Bowie'], date: '1977-01-14', wikidata: 'Q275422', genres: ['art rock'] },
    { title: 'Zen', artists: ['Zazie'], date: '1995-01-17' },
  ])
  wikipedia = await startWikipedia({
    fr: [{ title: 'Low (album)', extract: LOW_FR, item: 'Q275422' }],
    en: [
      { title: 'Zen', extract: 'Zen is a school of Buddhism that came from China to Japan and elsewhere long before any album by Zazie.', type: 'disambiguation' },
      { title: 'Zen (album)', extract: ZEN_EN, description: '1995 studio album by Zazie' },
    ],
  }) // prettier-ignore
})
afterAll(() => Promise.all([musicBrainz.close(), wikipedia.close(), chat.close()]))
beforeEach(() => {
  for (const server of [musicBrainz, wikipedia]) {
    server.play(null)
    server.calls.length = 0
  }
  chat.requests.length = 0
  chat.script((response, request) => {
    const isZen = JSON.stringify(request.body?.messages).includes('Zazie')
    says(isZen ? GOOD_ZEN : GOOD)(response, request)
  })
})

describe('with a model', () => {
  it('describes from the facts, says from which, and leaves what a person wrote', async () => {
    const root = await copy('{}', COLLECTION)
    const result = await runHere(root, optimizeDescriptions, env())
    const albums = await albumsIn(root)
    expect(albums['Low']!.ai_info).toEqual({
      text: GOOD,
      model: 'test-model',
      sources: [
        {
          name: 'Wikipedia: Low (album)',
          url: expect.stringContaining('https://fr.wikipedia.org/wiki/Low') as string,
          licence: 'CC BY-SA 4.0',
        },
        {
          name: 'MusicBrainz',
          url: expect.stringContaining('https://musicbrainz.org/release-group/') as string,
          licence: 'CC0 1.0',
        },
      ],
      date: '2026-02-01T02:00:15Z',
    })
    expect(albums['Zen']!.ai_info).toMatchObject({ text: GOOD_ZEN, sources: [{ name: 'Wikipedia: Zen (album)' }, {}] })
    expect(albums['Boire']).toEqual(COLLECTION.albums[3])
    expect(albums['Grace']).toEqual(COLLECTION.albums[4])
    expect(terminalReport(result)).toContain('A Neighbour – Obscure: pas assez de faits')
  })

  it('keeps nothing where there are no facts, without asking the model', async () => {
    const root = await copy('{}', { version: 1, albums: COLLECTION.albums.slice(0, 1) })
    await runHere(root, optimizeDescriptions, env())
    expect(chat.requests).toEqual([])
    expect((await albumsIn(root))['Obscure']!.ai_info).toBeUndefined()
  })

  it('finds nothing to do in a second run right after, and changes no file', async () => {
    const root = await copy('{}', COLLECTION)
    await runHere(root, optimizeDescriptions, env())
    const before = await tree(root)
    chat.requests.length = 0
    const second = await runHere(root, optimizeDescriptions, env(), '2026-02-01T08:00:00Z')
    expect(second.nothing).toContain('1 album a déjà été cherché')
    expect([await tree(root), chat.requests]).toEqual([before, []])
  })

  it('begins with what is played most', async () => {
    const root = await copy('{"scheduler":{"tasks":[{"name":"optimize_ai_descriptions","limit":1}]}}', COLLECTION)
    await mkdir(`${root}/data/listens`)
    const listens = [3, 3, 2].map((id, index) => {
      const { title, artists } = COLLECTION.albums[id - 1]!
      return { timestamp: 1769000000 + index * 1000, artists, album: title, track: `Track ${index}`, source: 'lastfm' }
    })
    await writeFile(`${root}/data/listens/2026-01.json`, JSON.stringify({ version: 1, listens }))
    const result = await runHere(root, optimizeDescriptions, env())
    expect(result.items.map(({ item }) => item)).toEqual(['David Bowie – Low'])
  })

  it('asks once more with what was wrong, and keeps the better answer', async () => {
    const root = await copy('{}', { version: 1, albums: COLLECTION.albums.slice(2, 3) })
    chat.script(says(BAD), says(GOOD))
    await runHere(root, optimizeDescriptions, env())
    const correction = chat.requests[1]!.body!.messages!.at(-1)!.content
    expect(correction).toContain('1983')
    expect(correction).toContain('EMI')
    expect((await albumsIn(root))['Low']!.ai_info!.text).toBe(GOOD)
  })

  it('keeps nothing after two answers that cannot be kept, and says why', async () => {
    const root = await copy('{}', COLLECTION)
    chat.script(says(BAD))
    const result = await runHere(root, optimizeDescriptions, env())
    expect((await albumsIn(root))['Low']!.ai_info).toBeUndefined()
    expect(result.items.find(({ item }) => item.includes('Low'))).toMatchObject({
      result: 'warning',
      note: expect.stringContaining('years that are not in the facts: 1983') as string,
    })
    expect(chat.requests).toHaveLength(4)
    expect((await lookupsIn(root)).map(({ album, result }) => [album, result])).toEqual([
      [1, 'no-facts'],
      [2, 'rejected'],
      [3, 'rejected'],
    ])
  })

  it('keeps nothing where Wikipedia is down and MusicBrainz knows too little, and names each album', async () => {
    const root = await copy('{}', COLLECTION)
    wikipedia.play(json({ title: 'Service Unavailable' }, 503, { 'retry-after': '0' }))
    chat.script(says('Cet album de rock de David Bowie est paru en janvier 1977, le 14 du mois.'))
    const result = await runHere(root, optimizeDescriptions, env())
    // A date, a type and one genre are too little for a description.
    expect(result.items.filter((item) => item.result !== 'done').map(({ item }) => item)).toEqual(
      expect.arrayContaining(['David Bowie – Low', 'Zazie – Zen', 'Wikipedia']),
    )
    expect(Object.values(await albumsIn(root)).filter(({ ai_info }) => ai_info != null)).toHaveLength(1)
  })

  it('describes from Wikipedia alone where MusicBrainz shows a page for people', async () => {
    const root = await copy('{}', COLLECTION)
    musicBrainz.play(html)
    const result = await runHere(root, optimizeDescriptions, env())
    expect((await albumsIn(root))['Zen']!.ai_info).toMatchObject({ text: GOOD_ZEN, sources: [{ name: 'Wikipedia: Zen (album)' }] })
    expect(achievedNothing(result)).toBe(false)
  }) // prettier-ignore

  it('stops asking a model that refuses the key, says so once and shows no key', async () => {
    const root = await copy('{}', COLLECTION)
    chat.script(refuses(401))
    const { code, stdout, stderr } = await run(root, ['optimize_ai_descriptions', '--now', '2026-02-01T00:10:00Z'], env())
    expect(chat.requests).toHaveLength(1)
    expect(stdout.match(/Check EURIA_BEARER/g)).toHaveLength(1)
    expect(stdout + stderr + JSON.stringify(await tree(root))).not.toContain(KEY)
    expect(code).toBe(0)
  }) // prettier-ignore
})

describe('without a model', () => {
  it('has nothing to do, says so once, asks nobody and is done in seconds', async () => {
    const root = await copy('{}', COLLECTION)
    const before = await tree(root)
    const { EURIA_URL: _url, EURIA_BEARER: _bearer, ...keyless } = env()
    const started = performance.now()
    const { code, stdout } = await run(root, ['optimize_ai_descriptions'], { ...keyless, EURIA_BEARER: '' })
    expect(performance.now() - started).toBeLessThan(15_000)
    expect([code, stdout.match(/Aucune IA/g)?.length]).toEqual([0, 1])
    expect([await tree(root), musicBrainz.calls, wikipedia.calls]).toEqual([before, [], []])
  })
})
