import { afterAll, describe, expect, it, vi } from 'vitest'
import { says, startChatServer } from '../support/chat-server.ts'
import { startListenBrainz } from '../support/listenbrainz-server.ts'
import { startMusicBrainz } from '../support/musicbrainz-server.ts'
import { rehearse } from '../support/rehearsal.ts'
import { FreshCopies } from '../support/rehearsal-remote.ts'
import { startWikipedia } from '../support/wikipedia-server.ts'
import { systemNow } from '../../scripts/ground/clock.ts'

/* The workflows of tasks that need an outside service, with that service on loopback. */

vi.setConfig({ testTimeout: 300_000 })

const copies = new FreshCopies()
afterAll(() => copies.remove())

describe('a scheduled run of sync_listens', () => {
  it('commits what the account listened to, and nothing the second time', async () => {
    const yesterday = Math.floor(systemNow().epochMilliseconds / 1000) - 86_400
    const brainz = await startListenBrainz([
      { listened_at: yesterday, artist_name: 'Air', track_name: 'La femme d’argent', release_name: 'Moon Safari' },
    ])
    try {
      const remote = copies.make()
      remote.edit('config/app.json', () => '{ "scheduler": { "tasks": [{ "name": "sync_listens" }] } }')
      const founded = remote.head()
      const given = { secrets: { LISTENBRAINZ_USER: brainz.user } }
      const services = { LISTENBRAINZ_URL: brainz.url }

      const first = await rehearse('sync_listens.yml', remote, { name: 'workflow_dispatch', ...given }, services)

      expect(first.jobs, first.output).toMatchObject([{ conclusion: 'success' }])
      expect(remote.log(founded)).toMatchObject([{ trailers: { Task: 'sync_listens' } }])
      const month = new Date(yesterday * 1000).toISOString().slice(0, 7)
      expect(remote.read(`data/listens/${month}.json`)).toContain('Moon Safari')
      expect(first.summary).toMatch(/\S/)

      const published = remote.head()
      const second = await rehearse('sync_listens.yml', remote, { name: 'workflow_dispatch', ...given }, services)
      expect(second.jobs).toMatchObject([{ conclusion: 'success' }])
      expect(remote.head()).toBe(published)
    } finally {
      await brainz.close()
    }
  })
})

describe('a scheduled run of optimize_ai_descriptions with an AI', () => {
  it('keeps a description that the facts carry, and says where it comes from', async () => {
    const text = 'Cet album de David Bowie, paru le 14 janvier 1977, est produit par Tony Visconti, avec Brian Eno.'
    const extract =
      'Low est le onzième album studio de David Bowie, paru le 14 janvier 1977 chez RCA Records. Il est produit par David ' +
      'Bowie et Tony Visconti, avec Brian Eno.'
    const chat = await startChatServer(says(text))
    const musicBrainz = await startMusicBrainz([
      { title: 'Low', artists: ['David Bowie'], date: '1977-01-14', wikidata: 'Q275422' },
    ])
    const wikipedia = await startWikipedia({ fr: [{ title: 'Low (album)', extract, item: 'Q275422' }], en: [] })
    try {
      const remote = copies.make()
      const albums = [{ id: 1, title: 'Low', artists: ['David Bowie'], year: 1977 }]
      remote.edit('data/collection.json', () => JSON.stringify({ version: 1, albums }))
      const founded = remote.head()

      const result = await rehearse(
        'optimize_ai_descriptions.yml',
        remote,
        { name: 'workflow_dispatch', secrets: { EURIA_URL: chat.url, EURIA_BEARER: 'a-key-of-the-test' } },
        {
          MUSICBRAINZ_URL: musicBrainz.url,
          WIKIPEDIA_URL: `${wikipedia.url}/{language}`,
          WIKIDATA_URL: `${wikipedia.url}/wikidata`,
        },
      )

      expect(result.jobs, result.output).toMatchObject([{ conclusion: 'success' }])
      expect(remote.log(founded)).toMatchObject([{ trailers: { Task: 'optimize_ai_descriptions' } }])
      const written = JSON.parse(remote.read('data/collection.json')) as { albums: { ai_info?: unknown }[] }
      expect(written.albums[0]!.ai_info).toMatchObject({ text, sources: [{ licence: 'CC BY-SA 4.0' }, {}] })
      expect(`${result.output}${result.summary}`).not.toContain('a-key-of-the-test')
    } finally {
      await Promise.all([chat.close(), musicBrainz.close(), wikipedia.close()])
    }
  })
})
