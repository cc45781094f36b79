import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Listen } from '../../scripts/listens/listen.ts'
import { addListens, newestListen, readListens, type ListenWindow } from '../../scripts/listens/store.ts'
import { seededRandom } from '../../scripts/ground/random.ts'
import { dirtyListening, type MarkedListen } from '../support/dirty-listening.ts'

let root: string
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'aime-listens-'))))
afterEach(() => rm(root, { recursive: true }))

const at = (time: string) => Date.parse(`${time}Z`) / 1000
const listen = (time: string | number, track = 'La femme d’argent', more: Partial<Listen> = {}): Listen => ({
  timestamp: typeof time === 'number' ? time : at(time),
  artists: ['Air'],
  album: 'Moon Safari',
  track,
  source: 'lastfm',
  loved: false,
  ...more,
})

async function all(window?: ListenWindow): Promise<Listen[]> {
  const listens: Listen[] = []
  for await (const one of readListens(root, window)) listens.push(one)
  return listens
}
const tracks = async (window?: ListenWindow) => (await all(window)).map(({ track }) => track)
const files = () => readdir(join(root, 'data/listens'))

describe('adding', () => {
  it('puts each listen into the file of its UTC month, sorted', async () => {
    const written = await addListens(root, [
      listen('2026-02-01T00:00:00', 'b'),
      listen('2026-01-31T23:59:59', 'a'),
      listen('2026-02-03T00:00:00', 'd'),
      listen('2026-02-02T00:00:00', 'c'),
    ])
    expect(written).toEqual(['data/listens/2026-01.json', 'data/listens/2026-02.json'])
    expect(await tracks()).toEqual(['a', 'b', 'c', 'd'])
    expect(JSON.parse(await readFile(join(root, 'data/listens/2026-01.json'), 'utf8'))).toEqual({
      version: 1,
      listens: [listen('2026-01-31T23:59:59', 'a')],
    })
  })

  it('puts late listens in their place and keeps what else the file holds', async () => {
    await mkdir(join(root, 'data/listens'), { recursive: true })
    const before = { version: 1, note: 'mine', listens: [listen('2026-01-20T00:00:00', 'b', { mood: 'calm' })] }
    await writeFile(join(root, 'data/listens/2026-01.json'), JSON.stringify(before))
    await addListens(root, [listen('2026-01-10T00:00:00', 'a'), listen('2026-01-30T00:00:00', 'c')])
    const after = JSON.parse(await readFile(join(root, 'data/listens/2026-01.json'), 'utf8')) as typeof before
    expect(after.note).toBe('mine')
    expect(after.listens.map(({ track, mood }) => [track, mood])).toEqual([
      ['a', undefined],
      ['b', 'calm'],
      ['c', undefined],
    ])
  })

  it.each([
    [0, false],
    [599, false],
    [600, false],
    [601, true],
    [-600, false],
    [-601, true],
  ])('of the same track %i seconds apart keeps the second: %s', async (apart, kept) => {
    const time = at('2026-01-10T12:00:00')
    await addListens(root, [listen(time)])
    await addListens(root, [listen(time + apart)])
    expect(await all()).toHaveLength(kept ? 2 : 1)
  })

  it.each([
    ['2026-01-31T23:58:00', '2026-02-01T00:03:00'],
    ['2026-02-01T00:03:00', '2026-01-31T23:58:00'],
    ['2025-12-31T23:55:00', '2026-01-01T00:05:00'],
  ])('knows a duplicate across the border of two months (%s, then %s)', async (first, second) => {
    await addListens(root, [listen(first)])
    expect(await addListens(root, [listen(second)])).toEqual([])
    await addListens(root, [listen(first, 'Other'), listen(second, 'other')])
    expect(await all()).toHaveLength(2)
    expect(await files()).toHaveLength(
      await all().then((kept) => new Set(kept.map((l) => new Date(l.timestamp * 1000).getUTCMonth())).size),
    )
  })

  it.each([
    ['after', '2026-02-01T00:03:00', ['2026-01-10T12:00:00', '2026-01-31T23:58:00']],
    ['before', '2026-01-31T23:58:00', ['2026-02-01T00:03:00', '2026-02-20T12:00:00']],
  ])('knows a duplicate in the month %s although other listens come with it', async (_, stored, times) => {
    await addListens(root, [listen(stored)])
    await addListens(
      root,
      times.map((time) => listen(time)),
    )
    expect(await all()).toHaveLength(2)
  })

  it.each([
    [{ artists: ['AIR'], track: 'LA FEMME D’ARGENT' }],
    [{ artists: ['Air'], track: "La femme d'argent - Remastered 2012" }],
    [{ artists: [' Air '], track: 'La Femme d’Argent' }],
  ])('knows the same track in another spelling: %j', async (spelling) => {
    await addListens(root, [listen('2026-01-10T12:00:00')])
    expect(await addListens(root, [listen('2026-01-10T12:02:00', '', spelling)])).toEqual([])
  })

  it.each([
    [['A & B'], ['A', 'B']],
    [['A feat. B'], ['A', 'B']],
    [['Earth, Wind & Fire'], ['Earth', 'Wind', 'Fire']],
  ])('knows the same listen whether its credit %j was split or not', async (whole, parts) => {
    await addListens(root, [listen('2026-01-10T12:00:00', 'x', { artists: whole })])
    expect(await addListens(root, [listen('2026-01-10T12:00:00', 'x', { artists: parts })])).toEqual([])
  })

  it('keeps the same title by another artist', async () => {
    await addListens(root, [
      listen('2026-01-10T12:00:00', 'Intro'),
      listen('2026-01-10T12:01:00', 'Intro', { artists: ['M83'] }),
    ])
    expect(await all()).toHaveLength(2)
  })

  it('of dirty listens keeps each play once, in whatever order and pieces they come', async () => {
    const until = at('2026-11-01T03:00:00')
    const { listens, plays } = dirtyListening(3, until)
    const random = seededRandom(3)
    for (let rest = listens; rest.length > 0;) {
      const size = 1 + random.int(400)
      await addListens(root, rest.slice(0, size))
      rest = rest.slice(size)
    }
    const kept = (await all()) as MarkedListen[]
    expect(kept.map(({ play }) => play).sort((a, b) => a - b)).toEqual(plays.map((_, index) => index))
    expect(listens.length).toBeGreaterThan(kept.length + 50)
    expect(await addListens(root, random.shuffle(listens))).toEqual([])
  })

  it('adds nothing the second time, whatever it is given', async () => {
    const some = fc.array(
      fc.record({
        hour: fc.integer({ min: 0, max: 60 }),
        track: fc.constantFrom('a', 'b', 'A'),
        minute: fc.integer({ min: 0, max: 59 }),
      }),
      { maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(some, async (moments) => {
        await rm(join(root, 'data'), { recursive: true, force: true })
        const listens = moments.map(({ hour, minute, track }) =>
          listen(at('2026-01-30T12:00:00') + hour * 3600 + minute * 60, track),
        )
        await addListens(root, listens)
        const before = await all()
        expect(await addListens(root, listens)).toEqual([])
        expect(await all()).toEqual(before)
        for (const one of before)
          for (const other of before)
            if (one !== other && one.track.toLowerCase() === other.track.toLowerCase())
              expect(Math.abs(one.timestamp - other.timestamp)).toBeGreaterThan(600)
      }),
      { numRuns: 40 },
    )
  })
})

describe('reading', () => {
  beforeEach(async () => {
    await addListens(
      root,
      [
        '2025-11-30T23:00:00',
        '2026-01-01T00:00:00',
        '2026-01-15T12:00:00',
        '2026-02-01T00:00:00',
        '2026-04-01T00:00:00',
      ].map((time) =>
        listen(time, time.slice(0, 10), { source: time.startsWith('2026-04') ? 'listenbrainz' : 'lastfm' }),
      ),
    )
  })

  it('gives the window’s listens: its beginning belongs to it, its end does not', async () => {
    const [from, to] = [at('2026-01-01T00:00:00'), at('2026-02-01T00:00:00')]
    expect(await tracks({ from, to })).toEqual(['2026-01-01', '2026-01-15'])
    expect(await tracks({ from: from + 1, to: to + 1 })).toEqual(['2026-01-15', '2026-02-01'])
    expect(await tracks({ from: to })).toEqual(['2026-02-01', '2026-04-01'])
    expect(await tracks({ to: from })).toEqual(['2025-11-30'])
    expect(await tracks({ from: to, to: from })).toEqual([])
  })

  it('reads no other months: a broken one outside the window does no harm, inside it does', async () => {
    await writeFile(join(root, 'data/listens/2026-01.json'), '{')
    expect(await tracks({ from: at('2026-02-01T00:00:00') })).toEqual(['2026-02-01', '2026-04-01'])
    expect(await tracks({ to: at('2026-01-01T00:00:00') })).toEqual(['2025-11-30'])
    await expect(tracks({ to: at('2026-01-01T00:00:01') })).rejects.toThrow('data/listens/2026-01.json, line 1')
  })

  it('names a listen in the wrong month or order, with its line', async () => {
    const month = (listens: Listen[]) =>
      writeFile(join(root, 'data/listens/2026-01.json'), JSON.stringify({ version: 1, listens }, null, 2))
    await month([listen('2026-01-05T00:00:00'), listen('2026-01-04T00:00:00')])
    await expect(all()).rejects.toThrow(
      'data/listens/2026-01.json, line 15, listens[1].timestamp: 1767484800 (2026-01-04T00:00:00Z) is earlier than the listen before it',
    )
    await month([listen('2026-02-01T00:00:00')])
    await expect(all()).rejects.toThrow('is not a time of 2026-01 (UTC)')
  })

  it('finds the newest listen of a source, and none after the time given', async () => {
    const now = at('2026-12-01T00:00:00')
    expect(await newestListen(root, 'lastfm', now)).toBe(at('2026-02-01T00:00:00'))
    expect(await newestListen(root, 'listenbrainz', now)).toBe(at('2026-04-01T00:00:00'))
    expect(await newestListen(root, 'lastfm', at('2026-01-20T00:00:00'))).toBe(at('2026-01-15T12:00:00'))
    expect(await newestListen(root, 'file', now)).toBeNull()
  })

  it('finds nothing where there is no folder', async () => {
    await rm(join(root, 'data'), { recursive: true })
    expect(await all()).toEqual([])
    expect(await newestListen(root, 'lastfm', Infinity)).toBeNull()
  })
})
