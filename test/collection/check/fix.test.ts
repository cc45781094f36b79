import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { albumSchema, type Album } from '../../../scripts/collection/album.ts'
import { checkCollection } from '../../../scripts/collection/check/check.ts'
import { fixCollection } from '../../../scripts/collection/check/fix.ts'
import { draws } from '../../support/draws.ts'

const NOW = 2026
const SPOTIFY = 'open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN'

const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 2 })
/** Few names in many spellings, so that everything the rules look for happens. */
const messy: fc.Arbitrary<Album[]> = fc
  .array(
    fc.record({
      title: fc.constantFrom(
        ...[
          'Animals',
          'ANIMALS',
          'Animals (Remastered)',
          ' Animals ',
          'Pink Floyd - Animals',
          'Cafe\u0301',
          'CafÃ©',
          'Café',
        ],
        ...[
          'Rock &amp; Roll',
          'Rock & Roll',
          'Pink Floyd',
          '\u200b',
          'Live - Animals',
          'Pink Floyd - Pink Floyd - Live',
          'Pink Floyd – coffret',
          'Aniamls',
        ],
      ),
      artists: fc.option(
        fc.array(
          fc.constantFrom(
            ...[
              'Pink Floyd',
              'pink floyd',
              'Pink Floyd (2)',
              'Pink Floyd*',
              'Pink Floid',
              'The Pink Floyd',
              'Björk',
              'Bjork',
            ],
            ...['BjÃ¶rk', 'Bjo\u0308rk', 'Various', 'Simon &amp; Garfunkel', 'Simon & Garfunkel', 'Simon'],
          ),
          { maxLength: 2 },
        ),
      ),
      year: maybe(1900, 1977, 1978, 1987, 2030),
      description: maybe('mine', 'also mine', ''),
      genre: maybe('Rock', 'Pop'),
      support: maybe('LP', 'CD'),
      spotify_url: maybe(`http://${SPOTIFY}?si=1`, `https://${SPOTIFY}`, 'https://example.org/'),
      discogs_id: maybe(1, 2),
      musicbrainz_id: fc.option(fc.constantFrom('a', 'b'), { freq: 1 }),
      sources: maybe<Record<string, string>>(
        { year: 'pressing' },
        { year: 'musicbrainz', genre: 'discogs' },
        { title: 'checked' },
      ),
      source: maybe('starter', 'csv'),
      copies: fc.option(
        fc.array(
          fc.record({ ref: fc.constantFrom('discogs:1', 'csv:2'), year: maybe(1977, 1983), notes: maybe('a', 'b') }),
          {
            maxLength: 2,
          },
        ),
      ),
      mine: maybe<unknown>('kept', { deep: [1] }),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((entry, at) => ({ id: at + 1, ...entry })))

const runs = draws(1000)

describe('fixing a collection', () => {
  it('leaves nothing that it could fix, so that fixing again changes nothing', () => {
    fc.assert(
      fc.property(messy, (albums) => {
        const once = fixCollection(albums, NOW)
        expect(once.left.flatMap(({ changes }) => changes)).toEqual([])
        expect(once.left).toEqual(checkCollection(once.albums, NOW))
        const again = fixCollection(once.albums, NOW)
        expect(again).toEqual({ albums: once.albums, done: [], left: once.left })
      }),
      runs,
    )
  })

  it('loses no album that did not go into another, and changes none it has nothing to say of', () => {
    fc.assert(
      fc.property(messy, (albums) => {
        const { albums: after, done } = fixCollection(albums, NOW)
        const gone = done
          .filter(({ what }) => what === 'entry')
          .map(({ before }) => Number(/^id (\d+)/u.exec(before)![1]))
        expect([...gone, ...after.map(({ id }) => id)].sort((a, b) => a - b)).toEqual(albums.map(({ id }) => id))
        const touched = new Set(done.map(({ album }) => album))
        for (const album of after) {
          albumSchema.parse(album)
          if (!touched.has(album.id)) expect(album).toBe(albums.find(({ id }) => id === album.id))
        }
      }),
      runs,
    )
  })

  it('changes only the fields it names', () => {
    fc.assert(
      fc.property(messy, (albums) => {
        const { albums: after, done } = fixCollection(albums, NOW)
        for (const album of after) {
          const its = done.filter((change) => change.album === album.id)
          if (its.some(({ what }) => what === 'entry')) continue
          const before = albums.find(({ id }) => id === album.id)!
          const named = new Set(its.flatMap(({ what }) => (what === 'year' ? ['year', 'sources'] : [what])))
          for (const field of Object.keys(before)) if (!named.has(field)) expect(album[field]).toEqual(before[field])
        }
      }),
      runs,
    )
  })

  it('keeps every text of the person’s, whatever it joins', () => {
    fc.assert(
      fc.property(messy, (albums) => {
        const own = albums.filter(({ source }) => source !== 'starter')
        const after = JSON.stringify(fixCollection(albums, NOW).albums)
        for (const { description, support, copies } of own) {
          for (const text of [description, support, ...(copies ?? []).map(({ notes }) => notes)])
            if (text) expect(after).toContain(`"${text}"`)
        }
      }),
      runs,
    )
  })

  it('hands back what it was given untouched', () => {
    fc.assert(
      fc.property(messy, (albums) => {
        const before = structuredClone(albums)
        fixCollection(albums, NOW)
        expect(albums).toEqual(before)
      }),
      runs,
    )
  })

  it('goes on where one repair shows another to be due', () => {
    const albums = [
      { id: 1, title: 'Homogenic', artists: ['BjÃ¶rk'], year: 1997 },
      { id: 2, title: 'Bjork - Homogenic', artists: ['Bjork'], copies: [{ ref: 'a', year: 1996 }] },
    ]
    expect(fixCollection(albums, NOW)).toMatchObject({
      albums: [{ id: 1, title: 'Homogenic', artists: ['Björk'], year: 1996, sources: { year: 'pressing' } }],
      left: [{ kind: 'pressing-year' }],
    })
  })
})
