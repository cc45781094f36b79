import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ServiceError } from '../../scripts/ground/errors.ts'
import type { Listen } from '../../scripts/listens/listen.ts'
import type { ListenPage, ListenSource, ScrobbledTrack } from '../../scripts/listens/source.ts'
import { readListens } from '../../scripts/listens/store.ts'
import { achievedNothing } from '../../scripts/runner/report.ts'
import { runWork } from '../../scripts/runner/run-work.ts'
import type { RunResult } from '../../scripts/runner/result.ts'
import { syncListens } from '../../scripts/tasks/sync-listens.ts'
import { command, copy, run, tree } from '../support/command.ts'
import { refuses, startLastfm, type LastfmServer } from '../support/lastfm-server.ts'
import { startListenBrainz } from '../support/listenbrainz-server.ts'

const NOW = '2026-02-01T01:10:00Z'
const START = Date.parse('2026-01-01T00:00:00Z') / 1000
const COLLECTION = { version: 1, albums: [{ id: 1, title: 'Watch the Throne', artists: ['Jay-Z', 'Kanye West'] }] }

async function kept(root: string): Promise<Listen[]> {
  const listens: Listen[] = []
  for await (const listen of readListens(root)) listens.push(listen)
  return listens
}

describe('the command', () => {
  let server: LastfmServer
  let env: Record<string, string>
  beforeEach(async () => {
    server = await startLastfm()
    env = { LASTFM_URL: server.url, LASTFM_API_KEY: server.key, LASTFM_USER: server.user }
  })
  afterEach(() => server.close())
  const sync = (root: string, now = NOW, more: string[] = []) => run(root, ['sync_listens', '--now', now, ...more], env)

  it('has nothing to do where no service is configured, and says what it takes', async () => {
    const root = await copy()
    const before = await tree(root)
    const { code, stdout } = await run(root, ['sync_listens'], { LASTFM_API_KEY: '', LISTENBRAINZ_TOKEN: 'x' })
    expect(code).toBe(0)
    expect(stdout).toContain('sync_listens: nothing to do. Aucun service n’est configuré')
    expect(stdout).toContain('LISTENBRAINZ_USER')
    expect(await tree(root)).toEqual(before)
  })

  it('does not run by itself until config names it', async () => {
    const scheduled = async (config: string) =>
      (await run(await copy(config), ['sync_listens', '--scheduled'], env)).stdout
    expect(await scheduled('{}')).toContain('désactivée')
    expect(await scheduled('{ "scheduler": { "tasks": [{ "name": "sync_listens" }] } }')).not.toContain('désactivée')
  })

  it('brings every scrobble into its month, its credit split where the collection knows the parts', async () => {
    server.playing = { artist: 'Air', name: 'Now' }
    server.scrobbles = [
      { uts: 0, artist: 'Air', name: 'Clockless' },
      { uts: START - 60, artist: 'Jay-Z & Kanye West', album: 'Watch the Throne', name: 'Otis', loved: true },
      { uts: START - 30, artist: 'Jay-Z & Kanye West', name: 'Otis' },
      { uts: START + 60, artist: 'Nick Cave & The Bad Seeds', name: 'Red Right Hand' },
    ]
    const root = await copy('{ "locale": "en" }', COLLECTION)
    const { code, stdout } = await sync(root)
    expect(code).toBe(0)
    const files = await tree(root)
    expect(JSON.parse(files['data/listens/2025-12.json']!)).toEqual({
      version: 1,
      listens: [
        {
          timestamp: START - 60,
          artists: ['Jay-Z', 'Kanye West'],
          album: 'Watch the Throne',
          track: 'Otis',
          source: 'lastfm',
          loved: true,
        },
      ],
    })
    expect(JSON.parse(files['data/listens/2026-01.json']!)).toMatchObject({
      listens: [{ artists: ['Nick Cave & The Bad Seeds'], album: null }],
    })
    expect(stdout).toContain('Last.fm: 2 new listens, from 31/12/2025 to 01/01/2026')
    expect(stdout).toContain('duplicates left out: 1')
    expect(stdout).toContain('without a date or a title: 1')
    expect(stdout).not.toContain(server.key)
  })

  it('finds nothing the second time and leaves every file as it is', async () => {
    server.scrobbles = Array.from({ length: 450 }, (_, i) => ({
      uts: START + i * 3600,
      artist: 'Air',
      name: `Track ${i}`,
    }))
    const root = await copy()
    await sync(root)
    const before = await tree(root)
    const requests = server.requests.length
    const { code, stdout } = await sync(root, '2026-02-01T02:00:00Z')
    expect(code).toBe(0)
    expect(stdout).toContain('nothing to do. Last.fm n’a aucune écoute plus récente que 19/01/2026.')
    expect(await tree(root)).toEqual(before)
    expect(server.requests.length - requests).toBeLessThan(5)
  })

  it('later asks for what is new, and for what players may still report late', async () => {
    server.scrobbles = Array.from({ length: 30 }, (_, i) => ({
      uts: START + i * 86_400,
      artist: 'Air',
      name: `Day ${i}`,
    }))
    const root = await copy()
    await sync(root)
    server.scrobbles.push({ uts: START + 20 * 86_400 + 4000, artist: 'Air', name: 'Late' })
    server.scrobbles.push({ uts: START + 30 * 86_400, artist: 'Air', name: 'New' })
    await sync(root)
    const tracks = (await kept(root)).map(({ track }) => track)
    expect(tracks).toHaveLength(32)
    expect(tracks.slice(20, 22)).toEqual(['Day 20', 'Late'])
    expect(Number(server.requests.at(-1)!.get('from'))).toBe(START + 29 * 86_400 - 14 * 86_400 - 1)
  })

  it('exits with 1 where nothing could be had, names why, and changes nothing', async () => {
    server.script(refuses(403, 17))
    const root = await copy()
    const before = await tree(root)
    const { code, stdout } = await sync(root)
    expect(code).toBe(1)
    expect(stdout).toContain('! Last.fm: Last.fm does not show this user’s listens (error 17). On https://www.last.fm')
    expect(await tree(root)).toEqual(before)
  })

  it('exits with 2 where only half is configured, or a month is broken', async () => {
    const half = await run(await copy(), ['sync_listens'], { LASTFM_USER: 'rj' })
    expect(half).toMatchObject({ code: 2 })
    expect(half.stderr).toContain('✗ LASTFM_USER is set and LASTFM_API_KEY is not')
    const root = await copy()
    await mkdir(join(root, 'data/listens'), { recursive: true })
    await writeFile(join(root, 'data/listens/2026-01.json'), '{ "version": 1, "listens": [ {} ] }')
    const before = await tree(root)
    const broken = await sync(root)
    expect(broken.code).toBe(2)
    expect(broken.stderr).toContain('data/listens/2026-01.json, 3 problems:')
    expect(await tree(root)).toEqual(before)
  })

  it('writes nothing in a dry run', async () => {
    server.scrobbles = [{ uts: START, artist: 'Air', name: 'x' }]
    const root = await copy()
    const before = await tree(root)
    expect((await sync(root, NOW, ['--dry-run'])).stdout).toContain('1 new listen,')
    expect(await tree(root)).toEqual(before)
  })

  it('takes both where both are configured, a listen that both have once', async () => {
    const brainz = await startListenBrainz([
      { listened_at: START + 62, artist_name: 'Air', track_name: 'Kelly Watch the Stars', release_name: 'Moon Safari' },
      { listened_at: START + 9000, artist_name: 'Portishead', track_name: 'Roads', release_name: 'Dummy' },
    ])
    try {
      server.scrobbles = [{ uts: START + 60, artist: 'Air', name: 'Kelly Watch the Stars' }]
      const both = { ...env, LISTENBRAINZ_URL: brainz.url, LISTENBRAINZ_USER: brainz.user }
      const root = await copy()
      const first = await run(root, ['sync_listens', '--now', NOW], both)
      expect(first.code, first.stderr).toBe(0)
      expect((await kept(root)).map(({ track, source }) => [track, source])).toEqual([
        ['Kelly Watch the Stars', 'lastfm'],
        ['Roads', 'listenbrainz'],
      ])
      const second = await run(root, ['sync_listens', '--now', NOW], both)
      expect(second.stdout).toMatch(/nothing to do\. .*Last\.fm.*ListenBrainz/u)

      server.scrobbles.push({ uts: START + 99_000, artist: 'Air', name: 'Talisman' })
      const alone = await command('import', root, ['listenbrainz-user', brainz.user], { ...both, LASTFM_API_KEY: '' })
      expect(alone.code, alone.stderr).toBe(0)
      expect(await kept(root)).toHaveLength(2)
    } finally {
      await brainz.close()
    }
  })

  it('takes ListenBrainz where Last.fm is not configured', async () => {
    const brainz = await startListenBrainz([
      { listened_at: START + 60, artist_name: 'Jay-Z feat. Kanye West', track_name: 'Otis', release_name: 'Throne' },
    ])
    const root = await copy('{}', COLLECTION)
    await run(root, ['sync_listens', '--now', NOW], { LISTENBRAINZ_URL: brainz.url, LISTENBRAINZ_USER: brainz.user })
    await brainz.close()
    expect(await kept(root)).toEqual([
      {
        timestamp: START + 60,
        artists: ['Jay-Z', 'Kanye West'],
        album: 'Throne',
        track: 'Otis',
        source: 'listenbrainz',
        loved: null,
      },
    ])
  })
})

describe('a long first sync', () => {
  const PAGES = 35
  const page = (number: number): ListenPage => ({
    tracks: Array.from({ length: 20 }, (_, i): ScrobbledTrack => ({
      timestamp: START + (number * 20 + i) * 700,
      credit: 'Air',
      album: null,
      track: `Track ${number * 20 + i}`,
      loved: null,
    })),
    unusable: 0,
  })
  /** Oldest first from `from` on; `after` may throw, or make time pass. */
  const source = (after: (number: number) => void): ListenSource => ({
    id: 'lastfm',
    name: 'Last.fm',
    // eslint-disable-next-line @typescript-eslint/require-await
    async *pages(from) {
      for (let number = 0; number < PAGES; number++) {
        const current = page(number)
        if (from !== null && current.tracks.at(-1)!.timestamp < from) continue
        after(number)
        yield current
      }
    },
  })
  const sync = (root: string, listenSource: ListenSource, clock = () => 0): Promise<RunResult> =>
    runWork({
      work: {
        id: syncListens.id,
        run: (context) => syncListens.run({ ...context, clock, listenSources: () => Promise.resolve([listenSource]) }),
      },
      root,
      env: { PATH: process.env['PATH'], HOME: root },
      now: Temporal.Instant.from('2026-08-01T00:00:00Z'),
      seed: 1,
      dryRun: false,
      scheduled: false,
      publish: false,
      progress: () => undefined,
    })
  const failing = (at: number) =>
    source((number) => {
      if (number === at) throw new ServiceError('Last.fm', 'Last.fm answered 503', { transient: true })
    })

  it('is kept in pieces of ten pages', async () => {
    const root = await copy()
    const { pieces, items } = await sync(
      root,
      source(() => undefined),
    )
    expect(pieces.map(({ subject }) => subject)).toEqual([
      'Ajouter 200 écoutes de Last.fm',
      'Ajouter 200 écoutes de Last.fm',
      'Ajouter 200 écoutes de Last.fm',
      'Ajouter 100 écoutes de Last.fm',
    ])
    expect(items.every(({ result }) => result === 'done')).toBe(true)
    expect(await kept(root)).toHaveLength(PAGES * 20)
  })

  it('that the service breaks off keeps what came, warns, and goes on from there without a hole', async () => {
    const root = await copy()
    const first = await sync(root, failing(13))
    expect((await kept(root)).map(({ track }) => track)).toEqual(Array.from({ length: 260 }, (_, i) => `Track ${i}`))
    expect(first.items.at(-1)).toMatchObject({ item: 'Last.fm', result: 'warning' })
    expect(first.items.at(-1)!.note).toContain('Stopped before the end: Last.fm answered 503.')
    expect(achievedNothing(first)).toBe(false)
    await sync(root, failing(30))
    const last = await sync(
      root,
      source(() => undefined),
    )
    expect((await kept(root)).map(({ track }) => track)).toEqual(
      Array.from({ length: PAGES * 20 }, (_, i) => `Track ${i}`),
    )
    expect(last.items).toEqual([{ item: 'Last.fm', result: 'done' }])
  })

  it('that the service breaks off before the first page achieved nothing', async () => {
    const root = await copy()
    const result = await sync(root, failing(0))
    expect(achievedNothing(result)).toBe(true)
    expect(await kept(root)).toEqual([])
  })

  it('stops between two pieces when its time is up, says so, and the next run goes on', async () => {
    const root = await copy()
    let minutes = 0
    const slow = source(() => void (minutes += 1))
    const first = await sync(root, slow, () => minutes * 60_000)
    expect(await kept(root)).toHaveLength(200)
    expect(first.pieces.at(-1)!.report).toContain('The time for one run is up')
    expect(achievedNothing(first)).toBe(false)
    for (let next = 0; next < 3; next++) await sync(root, slow, () => minutes * 60_000)
    expect(await kept(root)).toHaveLength(PAGES * 20)
  })

  it('reports a bug as a bug', async () => {
    const broken = source(() => {
      throw new TypeError('oops')
    })
    await expect(sync(await copy(), broken)).rejects.toThrow(TypeError)
  })
})

describe('publishing', () => {
  it('pushes one commit with the listens, and a second run pushes none', async () => {
    const server = await startLastfm([{ uts: START, artist: 'Air', name: 'x' }])
    const root = await copy()
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: root } })
    git('init', '-q', '-b', 'main')
    git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'add', '.')
    git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', 'start')
    git('clone', '-q', '--bare', '.', 'remote.git')
    git('remote', 'add', 'origin', join(root, 'remote.git'))
    git('fetch', '-q')
    git('branch', '-q', '--set-upstream-to', 'origin/main')
    const env = { LASTFM_URL: server.url, LASTFM_API_KEY: server.key, LASTFM_USER: server.user }
    const publish = () => run(root, ['sync_listens', '--now', NOW, '--publish'], env)
    const first = await publish()
    const second = await publish()
    await server.close()
    expect(first.stderr + first.stdout).toContain('pushed')
    expect(second).toMatchObject({ code: 0 })
    expect(second.stdout).toContain('nothing to do')
    expect(git('--git-dir', 'remote.git', 'log', '--format=%s', 'main').trim().split('\n')).toEqual([
      'Ajouter 1 écoute de Last.fm',
      'start',
    ])
    expect(git('--git-dir', 'remote.git', 'show', '--stat', '--format=', 'main')).toContain('data/listens/2026-01.json')
  })
})
