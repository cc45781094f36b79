import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceError } from '../../../scripts/ground/errors.ts'
import type { ListenPage } from '../../../scripts/listens/source.ts'
import { listenbrainzFromEnvironment } from '../../../scripts/sources/services/listenbrainz.ts'
import {
  limits,
  refuses,
  sends,
  startListenBrainz,
  type BrainzListen,
  type ListenBrainzServer,
} from '../../support/listenbrainz-server.ts'

const START = Date.UTC(2024, 0, 1) / 1000
const NOW = Date.UTC(2026, 0, 1) / 1000
const FAST = { userAgent: 'aime-scheduler/test', intervalMs: 0, backoffMs: 5, timeoutMs: 2_000, perPage: 100 }

const listens = (count: number, apart = 300): BrainzListen[] =>
  Array.from({ length: count }, (_, i) => ({
    listened_at: START + i * apart,
    artist_name: 'Air',
    release_name: 'Moon Safari',
    track_name: `Track ${i}`,
  }))

let server: ListenBrainzServer
beforeEach(async () => void (server = await startListenBrainz()))
afterEach(() => server.close())

async function read(from: number | null = null, environment: Record<string, string> = {}): Promise<ListenPage[]> {
  const source = listenbrainzFromEnvironment(
    { LISTENBRAINZ_URL: server.url, LISTENBRAINZ_USER: server.user, ...environment },
    FAST,
  )!
  const pages: ListenPage[] = []
  for await (const page of source.pages(from, NOW)) pages.push(page)
  return pages
}

const namesOf = (pages: readonly ListenPage[]) => pages.flatMap(({ tracks }) => tracks.map(({ track }) => track))
const failure = (promise: Promise<unknown>): Promise<ServiceError> =>
  promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as ServiceError,
  )

describe('the environment', () => {
  it('configures nothing without a user, whatever the token', () => {
    expect(listenbrainzFromEnvironment({ LISTENBRAINZ_TOKEN: 'x', LISTENBRAINZ_USER: '' }, FAST)).toBeNull()
  })

  it('refuses a token that cannot be one, and does not show it', () => {
    const read = () => listenbrainzFromEnvironment({ LISTENBRAINZ_USER: 'x', LISTENBRAINZ_TOKEN: 'se cret' }, FAST)
    expect(read).toThrow('LISTENBRAINZ_TOKEN holds a blank')
    expect(read).not.toThrow('se cret')
  })
})

describe('reading', () => {
  it('brings all listens, oldest first, without a token', async () => {
    server.listens = listens(250)
    const names = namesOf(await read())
    expect([...new Set(names)]).toEqual(server.listens.map(({ track_name }) => track_name))
    expect(server.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true)
    expect(server.requests.map(({ path }) => path)).toContain('/1/user/rob%20zombie/listens')
  })

  it('sends the token where there is one', async () => {
    server.listens = listens(2)
    expect(namesOf(await read(null, { LISTENBRAINZ_TOKEN: `Token ${server.token}` }))).toHaveLength(2)
  })

  it('begins where it is told to', async () => {
    server.listens = listens(250)
    const names = namesOf(await read(server.listens[200]!.listened_at))
    expect([...new Set(names)]).toEqual(server.listens.slice(200).map(({ track_name }) => track_name))
  })

  it.each([1, 60, 99, 100, 101, 200])(
    'misses nothing where %i listens share the second at which a page ends',
    async (same) => {
      const crowd = listens(same, 0).map((listen, i) => ({
        ...listen,
        listened_at: START + 20 * 300 + 1,
        track_name: `Same ${i}`,
      }))
      server.listens = [...listens(60), ...crowd]
      const names = new Set(namesOf(await read()))
      // More listens within one second than a page holds cannot be asked for; nobody has them.
      expect(names.size).toBe(60 + Math.min(same, 100))
    },
  )

  it('asks for as little as it can where nothing is new', async () => {
    server.listens = listens(50)
    await read(server.listens.at(-1)!.listened_at)
    expect(server.requests).toHaveLength(1)
  })

  it('asks once more where the service does not say which listen is the latest', async () => {
    const [listen] = listens(1)
    const answer = { payload: { listens: [{ listened_at: START, track_metadata: { ...listen } }] } }
    server.script(sends(answer), sends(answer))
    expect(new Set(namesOf(await read(START)))).toEqual(new Set(['Track 0']))
    expect(server.requests.length).toBeLessThanOrEqual(2)
  })

  it('ends where nothing was ever heard', async () => {
    expect(await read()).toEqual([])
  })

  it('leaves listens of the future for later, and drops what has no time or name', async () => {
    server.script(
      sends({
        payload: {
          latest_listen_ts: NOW + 5,
          listens: [
            { listened_at: NOW + 5, track_metadata: { artist_name: 'A', track_name: 'future' } },
            { listened_at: START, track_metadata: { artist_name: 'A', track_name: 'past', release_name: null } },
            { listened_at: START, track_metadata: { artist_name: 'A', track_name: ' ' } },
            { track_metadata: { artist_name: 'A', track_name: 'playing' }, playing_now: true },
          ],
        },
      }),
    )
    const pages = await read()
    expect(namesOf(pages)).toEqual(['past'])
    expect(pages[0]!.unusable).toBe(2)
  })
})

describe('a bad day', () => {
  beforeEach(() => void (server.listens = listens(3)))

  it('is waited out for as long as the rate limit says', async () => {
    server.script(limits(1))
    const before = performance.now()
    expect(namesOf(await read())).toHaveLength(3)
    expect(performance.now() - before).toBeGreaterThan(990)
  })

  it('is not waited out where the rate limit asks for minutes', async () => {
    server.script(limits(600))
    expect(await failure(read())).toMatchObject({ transient: true })
    expect(server.requests).toHaveLength(1)
  })

  it('is got over when the next answer is right', async () => {
    server.script(refuses(500, 'Something went wrong'), refuses(503, 'Service unavailable'))
    expect(namesOf(await read())).toHaveLength(3)
  })

  it('ends after a bounded number of tries', async () => {
    server.script(...Array<ReturnType<typeof refuses>>(50).fill(refuses(502, 'Bad gateway')))
    expect(await failure(read())).toMatchObject({ transient: true, service: 'ListenBrainz' })
    expect(server.requests).toHaveLength(5)
  })

  it.each([
    [{ LISTENBRAINZ_USER: 'nobody' }, 'knows no user of that name (404)', 'LISTENBRAINZ_USER', 'unknown-user'],
    [{ LISTENBRAINZ_TOKEN: 'wrong' }, 'refused the token (401)', 'LISTENBRAINZ_TOKEN', 'refused-key'],
  ])('is explained for %j', async (environment, says, todo, reason) => {
    const error = await failure(read(null, environment))
    expect(error).toMatchObject({ message: `ListenBrainz ${says}`, reason })
    expect(error.todo).toContain(todo)
    expect(server.requests).toHaveLength(1)
  })

  it('is told where the answer is none', async () => {
    server.script(sends({ hello: 'world' }))
    expect((await failure(read())).message).toBe('ListenBrainz sent JSON that is not a list of listens')
  })
})
