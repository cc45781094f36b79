import { describe, expect, it } from 'vitest'
import { joined, objection } from '../../../scripts/collection/check/join.ts'

describe('joining two entries', () => {
  it('fills what the first does not know, with its sources, and keeps the first’s own', () => {
    const kept = { id: 1, title: 'Animals', genre: 'Rock', year: null, shelf: 'A' }
    const other = { id: 2, title: 'ANIMALS', genre: '', year: 1977, sources: { year: 'musicbrainz' }, rating: 5 }
    expect(joined(kept, other)).toEqual({
      ...{ id: 1, title: 'Animals', genre: 'Rock', year: 1977, shelf: 'A' },
      ...{ sources: { year: 'musicbrainz' }, rating: 5 },
    })
  })

  it('lets what a person wrote go before what was looked up', () => {
    const kept = { id: 1, title: 'Animals', genre: 'Pop', sources: { genre: 'discogs' } }
    const other = { id: 2, title: 'Animals', genre: 'Prog' }
    expect(objection(kept, other)).toBeNull()
    expect(joined(kept, other)).toMatchObject({ genre: 'Prog', sources: {} })
  })

  it('lets the year of the first release go before a pressing’s, and an earlier pressing before a later', () => {
    const pressing = (year: number) => ({ id: 1, title: 'x', year, sources: { year: 'pressing' } })
    expect(joined(pressing(1987), { id: 2, title: 'x', year: 1977 })).toMatchObject({ year: 1977, sources: {} })
    expect(joined({ id: 2, title: 'x', year: 1977 }, pressing(1987))).toEqual({ id: 2, title: 'x', year: 1977 })
    expect(joined(pressing(1987), { ...pressing(1980), id: 2 })).toMatchObject({ year: 1980 })
  })

  it('takes what a person has marked as checked for the person’s own', () => {
    const checked = { id: 1, title: 'x', year: 1969, sources: { year: 'checked' } }
    expect(joined(checked, { id: 2, title: 'x', year: 1970 })).toEqual(checked)
    expect(joined({ id: 1, title: 'x', year: 1970, sources: { year: 'wikidata' } }, { ...checked, id: 2 })).toEqual(
      checked,
    )
    const title = { id: 1, title: 'Weezer - Blue Album', sources: { title: 'checked' } }
    expect(joined(title, { id: 2, title: 'Blue Album' })).toEqual(title)
  })

  it('puts copies together, each once, and what lists call them', () => {
    const kept = { id: 1, title: 'x', copies: [{ ref: 'discogs:1', format: 'LP' }], refs: ['spotify:a'] }
    const other = {
      ...{ id: 2, title: 'x', refs: ['spotify:a', 'csv:x'] },
      copies: [
        { ref: 'discogs:1', notes: 'signed' },
        { ref: 'discogs:2', format: 'CD' },
      ],
    }
    expect(joined(kept, other)).toEqual({
      ...{ id: 1, title: 'x', refs: ['spotify:a', 'csv:x'] },
      copies: [
        { ref: 'discogs:1', format: 'LP', notes: 'signed' },
        { ref: 'discogs:2', format: 'CD' },
      ],
    })
    const contrary = { ...other, copies: [{ ref: 'discogs:1', format: 'CD' }] }
    expect(objection(kept, contrary)).toBe('each says something else of the copy discogs:1')
  })

  it('makes a copy of each where they tell of two records', () => {
    const kept = { id: 1, title: 'Animals', support: 'Vinyle', discogs_id: 7 }
    const other = {
      ...{ id: 2, title: 'Animals (Deluxe Edition)', support: 'CD' },
      spotify_url: 'https://open.spotify.com/album/2',
    }
    expect(joined({ ...kept, spotify_url: 'https://open.spotify.com/album/1' }, other)).toMatchObject({
      ...{ id: 1, title: 'Animals', support: 'Vinyle', discogs_id: 7 },
      copies: [
        { ref: 'discogs:7', format: 'Vinyle', other: { title: 'Animals' } },
        { ref: 'album:2', format: 'CD', other: { title: 'Animals (Deluxe Edition)', spotify_url: other.spotify_url } },
      ],
    })
    expect(objection({ ...kept, spotify_url: 'https://open.spotify.com/album/1' }, other)).toBeNull()
    expect(joined({ ...kept, title: 'x' }, { id: 2, title: 'x', support: 'vinyle' })).not.toHaveProperty('copies')
  })

  it('is not done where the support would be lost', () => {
    const copies = (format: string | null) => [{ ref: 'csv:2', format }]
    const cd = { id: 1, title: 'x', support: 'CD' }
    expect(objection(cd, { id: 2, title: 'x', support: 'LP', copies: copies(null) })).toBe('each has its own support')
    expect(objection(cd, { id: 2, title: 'x', support: 'LP', copies: copies('LP, Album') })).toBeNull()
    expect(objection(cd, { id: 2, title: 'x', support: 'LP' })).toBeNull()
  })

  it('remembers the other’s release on Discogs, so that its list does not bring it again', () => {
    const page = (number: number) => `https://www.discogs.com/release/${number}`
    const refs = joined(
      { id: 1, title: 'x', discogs_url: page(1), copies: [{ ref: 'discogs:1' }] },
      {
        ...{ id: 2, title: 'x', discogs_url: page(2), copies: [{ ref: 'csv:2' }] },
      },
    )
    expect(refs).toMatchObject({ discogs_url: page(1), refs: ['discogs:2'] })
  })

  it('makes a starter album the person’s, whose words come first', () => {
    const starter = { id: 1, title: 'Animals', source: 'starter', description: 'Theirs.', genre: 'Rock' }
    const own = { id: 2, title: 'Animals', description: 'Mine.', source: 'csv' }
    expect(objection(starter, own)).toBeNull()
    expect(joined(starter, own)).toEqual({
      id: 1,
      title: 'Animals',
      description: 'Mine.',
      source: 'csv',
      genre: 'Rock',
    })
    expect(joined(own, starter)).toMatchObject({ id: 2, description: 'Mine.', source: 'csv' })
    expect(joined(starter, { id: 2, title: 'Animals' })).not.toHaveProperty('source')
  })
})
