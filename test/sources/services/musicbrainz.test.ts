import { afterEach, describe, expect, it } from 'vitest'
import { musicBrainzFromEnvironment } from '../../../scripts/sources/services/musicbrainz.ts'
import { json, silent, type Loopback } from '../../support/loopback.ts'
import { idOf, limited, startMusicBrainz, type KnownWork } from '../../support/musicbrainz-server.ts'

const OPTIONS = { userAgent: 'aime-scheduler/1.2.3 (+https://github.com/someone/records)' }
const LOW: KnownWork = {
  title: 'Low',
  artists: ['David Bowie'],
  date: '1977-01-14',
  type: 'Album',
  genres: ['art rock', 'electronic'],
  wikidata: 'Q275422',
  spotify: ['https://open.spotify.com/intl-fr/album/1DFixLWuPkv3KT3TnV35m3?si=1', 'https://open.spotify.com/track/1DFixLWuPkv3KT3TnV35m3'],
} // prettier-ignore

let server: Loopback
const start = async (options = {}, works = [LOW]) => {
  server = await startMusicBrainz(works)
  return musicBrainzFromEnvironment({ MUSICBRAINZ_URL: server.url }, { ...OPTIONS, ...options })
}
afterEach(() => server.close())

describe('MusicBrainz', () => {
  it('is asked once a second at most, repetitions included', async () => {
    const client = await start({ intervalMs: 300 })
    server.next(limited(0))
    await Promise.all([client.searchWorks('Low', 'David Bowie'), client.releaseGroup(idOf(LOW)), client.spotifyLinks('x')])
    const times = server.calls.map(({ at }) => at)
    expect(times).toHaveLength(4)
    const gaps = times.slice(1).map((time, index) => time - times[index]!)
    // Half the time is left to a busy machine.
    expect(Math.min(...gaps)).toBeGreaterThan(150)
  }) // prettier-ignore

  it('is asked in JSON, by name, with signs that mean something in a search made harmless', async () => {
    const client = await start()
    await client.searchWorks('What "is" AND this? (x:y)', 'A/B')
    await client.searchWorks('What "is" AND this? (x:y)', 'A/B', true)
    const [strict, loose] = server.calls.map(({ query }) => query)
    expect(strict!.get('fmt')).toBe('json')
    expect(strict!.get('query')).toContain('releasegroup:"What \\"is\\" AND this? (x:y)"')
    expect(loose!.get('query')).toBe('releasegroup:(what AND is AND and AND this AND x AND y) AND artist:(a AND b)')
    expect(server.calls[0]!.headers['user-agent']).toBe(OPTIONS.userAgent)
  })

  it('reads a work with its genres and where it leads to', async () => {
    const client = await start()
    expect(await client.releaseGroup(idOf(LOW))).toMatchObject({
      title: 'Low',
      artists: ['David Bowie'],
      firstRelease: '1977-01-14',
      types: ['Album'],
      genres: ['art rock', 'electronic'],
      wikidata: 'Q275422',
    })
    expect(await client.releaseGroup('00000000-0000-4000-8000-000000000000')).toBeNull()
  })

  it('gives the albums among the links of its releases, as plain addresses', async () => {
    const client = await start()
    expect(await client.spotifyLinks(idOf(LOW))).toEqual(['https://open.spotify.com/album/1DFixLWuPkv3KT3TnV35m3'])
  })

  it('is given up after a few tries, and sooner where it does not answer at all', async () => {
    const client = await start({ timeoutMs: 80, backoffMs: 1 })
    server.play(json({ error: 'busy' }, 503))
    await expect(client.searchWorks('Low', 'David Bowie')).rejects.toThrow('MusicBrainz answered 503')
    expect(server.calls).toHaveLength(3)
    server.play(silent)
    await expect(client.searchWorks('Low', 'David Bowie')).rejects.toThrow('did not answer within 0.08 s')
    expect(server.calls).toHaveLength(5)
  })

  it('leaves out entries it cannot read', async () => {
    const client = await start()
    server.play(json({ 'release-groups': [null, { id: 1 }, { id: 'a', title: 'Low' }] }))
    expect(await client.searchWorks('Low', 'David Bowie')).toEqual([
      expect.objectContaining({ id: 'a', artists: [], kind: 'unknown', year: null }),
    ])
  })
})
