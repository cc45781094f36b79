import { describe, expect, it } from 'vitest'
import { checkLinks } from '../../../scripts/collection/check/links.ts'

const ID = '0ETFjACtuP2ADo6LFhL6HN'
const SPOTIFY = `https://open.spotify.com/album/${ID}`
const DISCOGS = 'https://www.discogs.com'
const found = (links: object) => checkLinks([{ id: 1, title: 'Abbey Road', ...links }])

describe('a link', () => {
  it.each([
    { spotify_url: SPOTIFY },
    { discogs_url: `${DISCOGS}/release/249504` },
    { discogs_url: `${DISCOGS}/release/249504-Rick-Astley-Never-Gonna-Give-You-Up` },
    { discogs_url: `${DISCOGS}/fr/master/24047-The-Beatles-Abbey-Road` },
    { discogs_url: `${DISCOGS}/The-Beatles-Abbey-Road/master/24047` },
    { cover_url: 'https://example.org/cover.jpg?size=500' },
    { spotify_url: null, discogs_url: null, cover_url: null },
  ])('that is right is not found: %o', (links) => {
    expect(found(links)).toEqual([])
  })

  it.each([
    ['spotify_url', `${SPOTIFY}?si=abc`, SPOTIFY],
    ['spotify_url', `http://open.spotify.com/intl-fr/album/${ID}?si=abc&utm_source=copy-link#x`, SPOTIFY],
    ['spotify_url', `https://play.spotify.com/album/${ID}/`, SPOTIFY],
    ['discogs_url', 'http://discogs.com/release/1', `${DISCOGS}/release/1`],
    ['discogs_url', 'https://m.discogs.com/master/24047?utm_source=x', `${DISCOGS}/master/24047`],
    ['discogs_url', 'https://api.discogs.com/releases/249504', `${DISCOGS}/release/249504`],
    ['cover_url', 'http://coverartarchive.org/release/x/front', 'https://coverartarchive.org/release/x/front'],
  ])('%s %s is made %s', (field, before, after) => {
    expect(found({ [field]: before })).toMatchObject([{ kind: 'link', changes: [{ album: 1, field, before, after }] }])
    expect(found({ [field]: after })).toEqual([])
  })

  it.each([
    ['spotify_url', `https://open.spotify.com/track/${ID}`, 'track'],
    ['spotify_url', `https://open.spotify.com/intl-de/playlist/${ID}`, 'playlist'],
    ['spotify_url', `https://open.spotify.com/artist/${ID}`, 'artist'],
    ['spotify_url', 'https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6H', '22'],
    ['spotify_url', 'https://open.spotify.com/', 'no album'],
    ['spotify_url', `https://open.spotify.com.example.org/album/${ID}`, 'open.spotify.com'],
    ['spotify_url', `https://open.spotify.com@example.org/album/${ID}`, 'open.spotify.com'],
    ['spotify_url', 'https://spotify.link/abc', 'open.spotify.com'],
    ['discogs_url', 'https://www.discogs.com/artist/82730-The-Beatles', 'no release and no master'],
    ['discogs_url', 'https://www.discogs.com/sell/release/249504', 'no release and no master'],
    ['discogs_url', 'https://www.discogs.com/release/', 'no release and no master'],
    ['discogs_url', 'https://example.org/release/1', 'www.discogs.com'],
    ['discogs_url', 'https://notdiscogs.com/release/1', 'www.discogs.com'],
    ['cover_url', 'http://example.org/cover.jpg', 'not encrypted'],
  ])('%s %s is shown and never removed', (field, address, why) => {
    expect(found({ [field]: address })).toMatchObject([
      { about: [{ album: 1 }], why: expect.stringContaining(why) as string, changes: [] },
    ])
  })

  it('that contradicts the number beside it is shown', () => {
    expect(found({ discogs_id: 2, discogs_url: `${DISCOGS}/release/1` })).toMatchObject([{ changes: [] }])
    expect(found({ discogs_master: 2, discogs_url: `${DISCOGS}/master/1` })).toMatchObject([{ changes: [] }])
    expect(found({ discogs_id: 2, discogs_master: 1, discogs_url: `${DISCOGS}/master/1` })).toEqual([])
  })
})

describe('the same link on two albums', () => {
  const two = (links: object, title = 'Let It Be') =>
    checkLinks([
      { id: 1, title: 'Abbey Road', ...links },
      { id: 2, title, ...links },
    ])

  it.each([
    { spotify_url: SPOTIFY },
    { musicbrainz_id: 'x' },
    { discogs_master: 7 },
    { discogs_url: `${DISCOGS}/master/7` },
  ])('is shown where their titles differ: %o', (links) => {
    expect(two(links)).toMatchObject([{ kind: 'link', about: [{ album: 1 }, { album: 2 }], changes: [] }])
  })

  it('is left to the search for duplicates where they have one title', () => {
    expect(two({ spotify_url: SPOTIFY }, 'Abbey Road (Remastered)')).toEqual([])
  })

  it('may be right for a release, which can hold two albums', () => {
    expect(two({ discogs_id: 7 })).toMatchObject([{ kind: 'shared-record' }])
  })
})
