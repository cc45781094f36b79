import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Album } from '../../scripts/collection/album.ts'
import { achievedNothing, jobSummary, terminalReport } from '../../scripts/runner/report.ts'
import { createSyncCollection, syncCollection } from '../../scripts/tasks/sync-collection.ts'
import { copy, run, tree } from '../support/command.ts'
import { discogsItem, startDiscogs, type DiscogsPerson, type DiscogsServer } from '../support/discogs-server.ts'
import { json } from '../support/loopback.ts'
import { albumsIn, lookupsIn, runHere } from '../support/run-here.ts'

const TOKEN = 'a-token-that-nobody-may-see'
const MINE = { source: 'discogs' }
const CONFIG = '{ "locale": "en", "accounts": { "discogs": "rodneyfool" } }'

let server: DiscogsServer
let me: DiscogsPerson
beforeEach(async () => {
  me = { items: [] }
  server = await startDiscogs({ people: { rodneyfool: me } })
})
afterEach(() => server.close())

const release = (id: number, title: string, more: Record<string, unknown> = {}) => discogsItem({ id, title, ...more })
const NOBODY_S = { version: 1, albums: [] }
const albumsOf = async (root: string) => Object.values(await albumsIn(root))
const sync = (root: string, now?: string, env: Record<string, string> = {}, task = syncCollection) =>
  runHere(root, task, { HOME: root, DISCOGS_URL: server.url, ...env }, now)
const mastersAsked = () => server.calls.filter(({ path }) => path.startsWith('/masters/')).map(({ path }) => path)

describe('the collection on Discogs', () => {
  it('is not asked for where no account is named', async () => {
    const root = await copy('{ "locale": "en" }', NOBODY_S)
    const { nothing, items } = await sync(root)
    expect(nothing).toContain('DISCOGS_USER')
    expect(items).toEqual([])
    expect(server.calls).toEqual([])
  })

  it('comes in whole: the starter albums leave, their ids are not given again', async () => {
    me.items = [
      release(11, 'Moon Safari', {
        year: 2018,
        artists: [{ name: 'Air', anv: '', join: '' }],
        genres: ['Electronic', 'Pop'],
        cover_image: 'https://i.discogs.com/moon-safari.jpeg',
      }),
      release(12, 'Low', { year: 1977, artists: [{ name: 'David Bowie', anv: '', join: '' }] }),
    ]
    const starters = [
      { id: 1, title: 'Low', artists: ['David Bowie'], year: 1977, source: 'starter' },
      { id: 2, title: 'Kind of Blue', artists: ['Miles Davis'], year: 1959, source: 'starter' },
      { id: 3, title: 'Blue', artists: ['Joni Mitchell'], year: 1971, source: 'starter' },
    ]
    const root = await copy(CONFIG, { version: 1, albums: starters })
    const result = await sync(root)
    expect(result.items).toEqual([{ item: 'Discogs', result: 'done' }])
    expect(await albumsIn(root)).toMatchObject({
      Low: { id: 1, ...MINE, year: 1977, discogs_id: 12 },
      'Moon Safari': {
        id: 4,
        ...MINE,
        artists: ['Air'],
        genre: 'Electronic',
        support: 'Vinyl',
        cover_url: 'https://i.discogs.com/moon-safari.jpeg',
        discogs_url: 'https://www.discogs.com/release/11',
        copies: [{ ref: 'discogs:11', year: 2018 }],
      },
    })
    expect(await albumsOf(root)).toHaveLength(2)
    expect(jobSummary(result, {})).toMatch(/The \d albums of the starter collection made room[^]*albums? added/u)
    me.items.push(release(13, 'Blue'))
    await sync(root)
    expect((await albumsIn(root))['Blue']).toMatchObject({ id: 5 })
  })

  it('that has nothing new changes no file', async () => {
    me.items = [release(11, 'Moon Safari'), release(12, 'Low')]
    const root = await copy(CONFIG, NOBODY_S)
    await sync(root)
    const before = await tree(root)
    const result = await sync(root, '2026-02-02T02:00:15Z')
    expect(result.items).toEqual([{ item: 'Discogs', result: 'done' }])
    expect(terminalReport(result)).toContain('Nothing changed.')
    expect(await tree(root)).toEqual(before)
  })

  it('brings another pressing to the album that is there', async () => {
    me.items = [release(11, 'Low', { master_id: 7 })]
    server.masters = { 7: 1977 }
    const root = await copy(CONFIG, NOBODY_S)
    await sync(root)
    me.items.push(release(99, 'Low (2017 Remaster)', { master_id: 7, year: 2018 }))
    const result = await sync(root)
    expect(await albumsOf(root)).toMatchObject([
      { id: 1, title: 'Low', year: 1977, copies: [{ ref: 'discogs:11' }, { ref: 'discogs:99', year: 2018 }] },
    ])
    expect(jobSummary(result, {})).toContain(': another copy')
  })

  it('marks what is gone, and takes it out the day after', async () => {
    me.items = Array.from({ length: 12 }, (_, index) => release(index + 1, `Title ${index + 1}`))
    const root = await copy(CONFIG, NOBODY_S)
    await sync(root, '2026-02-01T02:00:15Z')
    me.items = me.items.slice(1)
    await sync(root, '2026-02-02T02:00:15Z')
    expect((await albumsIn(root))['Title 1']).toMatchObject({ copies: [{ gone_since: '2026-02-02' }] })
    await sync(root, '2026-02-02T23:00:00Z')
    expect(await albumsOf(root)).toHaveLength(12)
    const result = await sync(root, '2026-02-03T02:00:15Z')
    expect(Object.keys(await albumsIn(root))).not.toContain('Title 1')
    expect(await albumsOf(root)).toHaveLength(11)
    expect(jobSummary(result, {})).toContain('1 album')
  })

  it('with items that cannot be read names them, and takes nothing for gone', async () => {
    me.items = [release(1, 'One'), release(2, 'Two'), release(3, 'Three')]
    const root = await copy(CONFIG, NOBODY_S)
    await sync(root)
    me.items = [release(1, 'One'), release(2, ''), release(4, 'Four')]
    const result = await sync(root, '2026-02-03T02:00:15Z')
    expect(result.items).toEqual([
      { item: 'Discogs', result: 'done' },
      {
        item: 'Discogs discogs:2',
        result: 'warning',
        note: 'entry 2: no title stands here.',
        words: expect.any(String) as string,
      },
    ])
    const albums = await albumsOf(root)
    expect(albums.map(({ title }) => title).sort()).toEqual(['Four', 'One', 'Three', 'Two'])
    expect(JSON.stringify(albums)).not.toContain('gone_since')
  })

  it('leaves what a person wrote', async () => {
    me.items = [release(1, 'One', { year: 2001 })]
    const root = await copy(CONFIG, NOBODY_S)
    await sync(root)
    const file = join(root, 'data/collection.json')
    const edited = (await readFile(file, 'utf8')).replace('"One"', '"One (mine)"').replace('"Electronic"', '"Dub"')
    await writeFile(file, edited)
    await sync(root)
    expect(await readFile(file, 'utf8')).toBe(edited)
  })
})

describe('an account', () => {
  beforeEach(() => {
    server.people = {
      rodneyfool: { items: [release(1, 'Of the file')] },
      other: { items: [release(2, 'Of the environment')], isPrivate: true, token: TOKEN },
    }
  })

  it('of the environment goes before the one of the configuration', async () => {
    const root = await copy(CONFIG, NOBODY_S)
    await sync(root, undefined, { DISCOGS_USER: 'other', DISCOGS_TOKEN: TOKEN })
    expect(Object.keys(await albumsIn(root))).toEqual(['Of the environment'])
    const second = await copy(CONFIG, NOBODY_S)
    await sync(second, undefined, { DISCOGS_USER: '' })
    expect(Object.keys(await albumsIn(second))).toEqual(['Of the file'])
  })

  it.each([200, 401, 403])(
    'never gives its token away (Discogs answers %i)',
    async (status) => {
      if (status !== 200) server.play(json({ message: `no ${TOKEN}` }, status))
      const root = await copy(CONFIG, NOBODY_S)
      const result = await sync(root, undefined, { DISCOGS_USER: 'other', DISCOGS_TOKEN: TOKEN })
      expect(server.calls[0]!.headers.authorization).toBe(`Discogs token=${TOKEN}`)
      const said = [
        terminalReport(result),
        jobSummary(result, {}),
        JSON.stringify(result),
        JSON.stringify(await tree(root)),
      ]
      expect(said.filter((text) => text.includes(TOKEN))).toEqual([])
    },
    60_000,
  )

  it('that Discogs does not show fails with what to do, and nothing changes', async () => {
    const root = await copy(CONFIG, NOBODY_S)
    const before = await tree(root)
    const env = { DISCOGS_URL: server.url, DISCOGS_USER: 'other' }
    const { code, stdout } = await run(root, ['sync_collection', '--now', '2026-02-01T02:00:15Z'], env)
    expect(code).toBe(1)
    expect(stdout).toContain('! Discogs: Discogs does not show this collection (403). Set DISCOGS_TOKEN')
    expect(await tree(root)).toEqual(before)
  })
})

describe('the year of the first release', () => {
  const first = (album: Album) => [album.year, album.sources?.['year']]

  it('is that of the master, once for all pressings of it', async () => {
    me.items = [
      release(1, 'Low', { year: 1999, master_id: 7 }),
      release(2, 'Low', { year: 2018, master_id: 7 }),
      release(3, 'Without a master', { year: 2011 }),
      release(4, 'Of an unknown year', { year: 0, master_id: 8 }),
    ]
    server.masters = { 7: 1977, 8: 1966 }
    const root = await copy(CONFIG, NOBODY_S)
    const result = await sync(root)
    const albums = await albumsIn(root)
    expect(first(albums['Low']!)).toEqual([1977, 'discogs'])
    expect(albums['Low']!.copies).toMatchObject([{ year: 1999 }, { year: 2018 }])
    expect(first(albums['Without a master']!)).toEqual([2011, 'pressing'])
    expect(first(albums['Of an unknown year']!)).toEqual([1966, 'discogs'])
    expect(mastersAsked().sort()).toEqual(['/masters/7', '/masters/8'])
    expect(jobSummary(result, {})).toMatch(/first release.* 2 albums/u)
  })

  it('is not asked for again where it is known', async () => {
    me.items = [release(1, 'Low', { year: 1999, master_id: 7 })]
    server.masters = { 7: 1977 }
    const root = await copy(CONFIG, NOBODY_S)
    await sync(root)
    await sync(root, '2026-03-01T02:00:15Z')
    expect(mastersAsked()).toEqual(['/masters/7'])
  })

  it('leaves a year that a person has corrected', async () => {
    me.items = [release(1, 'Low', { year: 1999, master_id: 7 })]
    server.masters = { 7: 1977 }
    const mine = { id: 5, title: 'Low', artists: ['Someone'], year: 1998, discogs_master: 7 }
    const corrected = { ...mine, id: 6, title: 'High', discogs_master: 8, year: 1985, sources: { year: 'pressing' } }
    me.items.push(release(2, 'High', { year: 2001, master_id: 8 }))
    server.masters[8] = 1969
    const root = await copy(CONFIG, {
      version: 1,
      albums: [mine, { ...corrected, copies: [{ ref: 'discogs:2', year: 2001 }] }],
    })
    await sync(root)
    const albums = await albumsIn(root)
    expect([albums['Low']!.year, albums['High']!.year]).toEqual([1998, 1985])
    expect(mastersAsked()).toEqual([])
  })

  it('that would be after a pressing is not taken', async () => {
    me.items = [release(1, 'Low', { year: 1977, master_id: 7 })]
    server.masters = { 7: 1980 }
    const root = await copy(CONFIG, NOBODY_S)
    await sync(root)
    expect(first((await albumsIn(root))['Low']!)).toEqual([1977, 'pressing'])
    await sync(root, '2026-02-02T02:00:15Z')
    expect(mastersAsked()).toEqual(['/masters/7'])
  })

  it('that Discogs does not know is asked for again after a week', async () => {
    me.items = [release(1, 'Low', { year: 1999, master_id: 7 }), release(2, 'High', { year: 1999, master_id: 8 })]
    server.masters = { 8: 0 }
    const root = await copy(CONFIG, NOBODY_S)
    await sync(root, '2026-02-01T00:30:00Z')
    expect(await lookupsIn(root)).toMatchObject(
      [1, 2].map((album) => ({ album, task: 'sync_collection', result: 'not-found', misses: 1, asked: ['discogs'] })),
    )
    const asked = mastersAsked().length
    for (const day of ['02', '04', '06']) await sync(root, `2026-02-${day}T00:30:00Z`)
    expect(mastersAsked().length).toBe(asked)
    server.masters[7] = 1977
    await sync(root, '2026-02-08T00:30:00Z')
    expect(mastersAsked().length).toBe(asked + 2)
    expect(first((await albumsIn(root))['Low']!)).toEqual([1977, 'discogs'])
    expect(await lookupsIn(root)).toMatchObject([{ album: 2, misses: 2 }])
  })

  it('waits for the next run where the time is up, and that is said', async () => {
    me.items = [1, 2, 3].map((id) => release(id, `Title ${id}`, { year: 1999, master_id: id }))
    server.masters = { 1: 1971, 2: 1972, 3: 1973 }
    const root = await copy(CONFIG, NOBODY_S)
    const first = await sync(root, undefined, {}, createSyncCollection({ budgetMs: 0 }))
    expect(mastersAsked()).toEqual([])
    expect(achievedNothing(first)).toBe(false)
    expect(terminalReport(first)).toContain('3 albums left for the next run')
    expect(await albumsOf(root)).toHaveLength(3)
    await sync(root)
    expect((await albumsOf(root)).map(({ year }) => year)).toEqual([1971, 1972, 1973])
  })

  it('is kept as far as it came where Discogs breaks off', async () => {
    me.items = [1, 2, 3].map((id) => release(id, `Title ${id}`, { year: 1999, master_id: id }))
    server.masters = { 1: 1971, 2: 1972, 3: 1973 }
    const root = await copy(CONFIG, NOBODY_S)
    const { good } = server
    server.play((response, call) =>
      call.path === '/masters/2' ? json({ message: 'gone' }, 403)(response, call) : good(response, call),
    )
    const result = await sync(root)
    expect(result.failure).toBeNull()
    expect(achievedNothing(result)).toBe(false)
    expect(result.items.map(({ result: each }) => each)).toEqual(['done', 'done', 'warning'])
    expect(result.items.at(-1)!.note).toMatch(/^What came before this is kept/u)
    // Newest first.
    expect((await albumsOf(root)).map(({ year }) => year)).toEqual([1999, 1999, 1973])
    expect(terminalReport(result)).toContain('2 albums left for the next run')
  })
})

it('reports a bug as a bug', async () => {
  const root = await copy(CONFIG, NOBODY_S)
  const broken = createSyncCollection({ budgetMs: 1 })
  const run = runHere(
    root,
    {
      id: broken.id,
      run: (context) => broken.run({ ...context, collectionSource: () => ({}) as never }),
    },
    { HOME: root },
  )
  await expect(run).rejects.toThrow(TypeError)
})

it('runs by itself only where the configuration names it', async () => {
  me.items = [release(1, 'One')]
  const scheduled = async (tasks: object[]) => {
    const root = await copy(
      JSON.stringify({ locale: 'en', accounts: { discogs: 'rodneyfool' }, scheduler: { tasks } }),
      NOBODY_S,
    )
    const env = { DISCOGS_URL: server.url }
    await run(root, ['sync_collection', '--scheduled', '--now', '2026-02-01T02:00:15Z'], env)
    return (await albumsOf(root)).length
  }
  expect(await scheduled([])).toBe(0)
  expect(await scheduled([{ name: 'sync_collection' }])).toBe(1)
})
