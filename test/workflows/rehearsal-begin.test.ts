import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemNow } from '../../scripts/ground/clock.ts'
import type { Album } from '../../scripts/collection/album.ts'
import { parseConfig } from '../../scripts/config/config.ts'
import { BOT } from '../../scripts/repository/git.ts'
import type { Ledger } from '../../scripts/repository/ledger.ts'
import { TASK_IDS } from '../../scripts/config/catalog.ts'
import { decide } from '../../scripts/commands/wake/decide.ts'
import { poemsOf } from '../support/command.ts'
import { discogsItem, startDiscogs, type DiscogsPerson, type DiscogsServer } from '../support/discogs-server.ts'
import { startListenBrainz, type ListenBrainzServer } from '../support/listenbrainz-server.ts'
import { json } from '../support/loopback.ts'
import { rehearse, type RunResult } from '../support/rehearsal.ts'
import { FreshCopies, type Remote } from '../support/rehearsal-remote.ts'
import { REPOSITORY, RUN_ID } from '../support/workflow-plan.ts'

/* The form of a new copy, and the daily sync it leaves behind, with the services on loopback. */

vi.setConfig({ testTimeout: 300_000 })

const copies = new FreshCopies()
afterAll(() => copies.remove())

const PAGE = `https://github.com/${REPOSITORY}`
const BOT_NAME = `${BOT.name} <${BOT.email}>`

/** Title, artist, number of the master, year of the first release, year of the pressing. No starter album among them. */
const SHELF = [
  ['Harbour Lights at Four', 'Someone Else', 501, 1968, 1973],
  ['Les heures creuses', 'Béatrice Aubépine', 502, 1971, 2015],
  ['Ninth Floor Garden', 'Tin Weather', 503, 1974, 1974],
  ['Paper Satellites', 'Tin Weather', 504, 1977, 1999],
  ['Salt & Static', 'The Ferrymen', 505, 1979, 1980],
  ['Rue sans nom', 'Trio Mirabelle', 506, 1983, 2020],
  ['Undersong', 'Ida Quill', 507, 1986, 1986],
  ['Moth Machine', 'Velvet Adder', 508, 1991, 2011],
  ['Slow Thunder', 'Velvet Adder', 509, 1994, 1994],
  ['Kitchen Waltzes', 'Oskar Linde', 510, 2001, 2002],
  ['A Map of Small Rain', 'Marrow & Thread', 511, 2009, 2009],
] as const

const TITLES = SHELF.map(([title]) => title)
const item = (index: number, id = index + 1, year: number = SHELF[index]![4]) => {
  const [title, artist, master] = SHELF[index]!
  return discogsItem({ id, title, year, master_id: master, artists: [{ name: artist, anv: '', join: '' }] })
}

let me: DiscogsPerson
let discogs: DiscogsServer
let brainz: ListenBrainzServer
beforeEach(async () => {
  // Two pressings of one album among twelve records.
  me = { items: [...SHELF.map((_, index) => item(index)), item(0, 99, 2019)] }
  const masters = Object.fromEntries(SHELF.map(([, , master, first]) => [master, first]))
  discogs = await startDiscogs({ people: { rodneyfool: me }, masters })
  const now = Math.floor(systemNow().epochMilliseconds / 1000)
  brainz = await startListenBrainz(
    [1, 2, 3].map((day) => ({
      listened_at: now - day * 86_400,
      artist_name: 'Tin Weather',
      track_name: `Track ${day}`,
      release_name: 'Paper Satellites',
    })),
  )
})
afterEach(() => Promise.all([discogs.close(), brainz.close()]))

const services = () => ({ DISCOGS_URL: discogs.url, LISTENBRAINZ_URL: brainz.url })
const press = (remote: Remote, inputs: Record<string, unknown>): Promise<RunResult> =>
  rehearse('begin.yml', remote, { name: 'workflow_dispatch', inputs }, services())
const sync = (remote: Remote, inputs: Record<string, unknown> = {}): Promise<RunResult> =>
  rehearse('sync_collection.yml', remote, { name: 'workflow_dispatch', inputs }, services())

const albumsOf = (remote: Remote) => (JSON.parse(remote.read('data/collection.json')) as { albums: Album[] }).albums
const configOf = (remote: Remote) => parseConfig(remote.read('config/app.json'))
const rendered = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })

/** The files of a kind that were added since, oldest first. */
const added = (remote: Remote, since: string, kind: string) =>
  remote
    .log(since)
    .flatMap(({ changes }) => changes)
    .filter((change) => change.startsWith(`A Scheduled Output/${kind}-`))
    .map((change) => change.slice(2))
    .reverse()

function expectBotsLine(remote: Remote, since: string): string[] {
  const commits = remote.log(since).reverse()
  let before = since
  for (const { sha, parents, author, committer, subject, trailers } of commits) {
    expect({ parents, author, committer }).toEqual({ parents: [before], author: BOT_NAME, committer: BOT_NAME })
    expect(trailers['Run']).toBe(`${PAGE}/actions/runs/${RUN_ID}`)
    expect(subject).toMatch(/\S/u)
    before = sha
  }
  return commits.map(({ trailers }) => trailers['Task']!)
}

/** Every page that was written has a link at the top of the summary, to the commit that wrote it. */
function expectLinks(html: string, remote: Remote, since: string): void {
  const written = remote
    .log(since)
    .flatMap(({ sha, changes }) =>
      changes
        .filter((change) => /^A Scheduled Output\/[a-z-]+-\d{8}-\d{6}\.\w+$/u.test(change))
        .map((change) => `${PAGE}/blob/${sha}/${change.slice(2).replace(' ', '%20')}`),
    )
  expect(written.length).toBeGreaterThan(2)
  const [overview] = html.split('<details>')
  for (const address of written) expect(overview).toContain(`href="${address}"`)
  expect(overview).toContain(`href="${PAGE}"`)
}

function expectOwnPoems(remote: Remote, since: string): void {
  const [page] = added(remote, since, 'generate-haiku')
  const poems = poemsOf(remote.read(page!))
  expect(poems).toHaveLength(5)
  for (const { heading } of poems) expect(TITLES.some((title) => heading.includes(title))).toBe(true)
}

describe('the form, with Discogs and ListenBrainz', () => {
  it('makes the copy a person’s own, and pressed again changes no more than it should', async () => {
    const remote = copies.make()
    const founded = remote.head()
    const starterIds = albumsOf(remote).map(({ id }) => id)
    const entries = {
      discogs: 'https://www.discogs.com/fr/user/rodneyfool',
      listenbrainz: 'rob zombie',
      language: 'en',
      zone: 'europe/paris',
    }

    const first = await press(remote, entries)

    expect(first.jobs, first.output).toMatchObject([{ conclusion: 'success' }])
    expect(first.annotations).toEqual([])
    const { locale, timezone, accounts, tasks } = configOf(remote)
    expect({ locale, timezone }).toEqual({ locale: 'en', timezone: 'Europe/Paris' })
    expect(accounts).toEqual({ discogs: 'rodneyfool', lastfm: null, listenbrainz: 'rob zombie' })
    expect([tasks.sync_collection.enabled, tasks.sync_listens.enabled]).toEqual([true, true])

    const albums = albumsOf(remote)
    expect(albums.map(({ title }) => title).sort()).toEqual([...TITLES].sort())
    for (const { id, title, year } of albums) {
      expect(starterIds).not.toContain(id)
      expect(year).toBe(SHELF.find((entry) => entry[0] === title)![3])
    }
    expect(albums.find(({ title }) => title === TITLES[0])!.copies).toHaveLength(2)

    expectOwnPoems(remote, founded)
    const exported = JSON.parse(remote.read(added(remote, founded, 'export-json')[0]!)) as { albums: Album[] }
    expect(exported.albums.map(({ title }) => title).sort()).toEqual([...TITLES].sort())
    const page = rendered(remote.read(added(remote, founded, 'export-markdown')[0]!))
    for (const title of TITLES) expect(page).toContain(`<strong>${title.replace('&', '&amp;')}</strong>`)
    expect(remote.read(added(remote, founded, 'weekly-haiku')[0]!)).toContain('Tin Weather')

    const html = rendered(first.summary)
    expectLinks(html, remote, founded)
    expect(html).toContain('<h2>🎉 Here we go</h2>')
    expect(html).not.toMatch(/À voir|Réglages/u)
    expect(expectBotsLine(remote, founded)).toEqual([
      'begin',
      'sync_collection',
      'sync_collection',
      'sync_listens',
      'generate_haiku_scheduled',
      'export_collection_markdown',
      'export_collection_json',
      'weekly_haiku',
    ])

    const before = remote.head()
    const untouched = ['config/app.json', 'data/collection.json']
    const contents = () => untouched.map((path) => remote.read(path))
    const kept = contents()
    const asked = discogs.calls.filter(({ path }) => path.startsWith('/masters/')).length
    const second = await press(remote, entries)
    expect(second.jobs, second.output).toMatchObject([{ conclusion: 'success' }])
    expect(contents()).toEqual(kept)
    expect(discogs.calls.filter(({ path }) => path.startsWith('/masters/'))).toHaveLength(asked)
    expect(expectBotsLine(remote, before)).toEqual([
      'generate_haiku_scheduled',
      'export_collection_markdown',
      'export_collection_json',
      'weekly_haiku',
    ])
    expectOwnPoems(remote, before)
    expectLinks(rendered(second.summary), remote, before)
  })
})

describe('the form', () => {
  it('with Discogs alone gives poems on one’s own albums although Discogs breaks off at the years', async () => {
    const { good } = discogs
    let masters = 0
    discogs.play((response, call) => {
      const isTooMuch = call.path.startsWith('/masters/') && ++masters > 4
      if (isTooMuch) json({ message: 'An unexpected error occurred.' }, 500)(response, call)
      else good(response, call)
    })
    const remote = copies.make()
    const founded = remote.head()
    const result = await press(remote, { discogs: 'rodneyfool' })
    expect(result.jobs, result.output).toMatchObject([{ conclusion: 'success' }])
    expect(result.annotations).toMatchObject([{ level: 'warning', title: 'Discogs' }])
    expectOwnPoems(remote, founded)
    const years = albumsOf(remote).map(({ sources }) => sources!['year'])
    expect(years.filter((from) => from === 'discogs')).toHaveLength(4)
    expect(years.filter((from) => from === 'pressing')).toHaveLength(TITLES.length - 4)
    const { locale, timezone, tasks } = configOf(remote)
    // Fields left open change nothing.
    expect({ locale, timezone }).toEqual({ locale: 'fr', timezone: 'UTC' })
    expect([tasks.sync_collection.enabled, tasks.sync_listens.enabled]).toEqual([true, false])
    const html = rendered(result.summary)
    expect(html).toContain('C’est parti')
    expect(html).toContain('Discogs answered 500')
    expectLinks(html, remote, founded)
    expect(added(remote, founded, 'weekly-haiku')).toEqual([])
  })

  it('with ListenBrainz alone keeps the starter albums and has the week', async () => {
    const remote = copies.make()
    const founded = remote.head()
    const before = albumsOf(remote)
    const result = await press(remote, { listenbrainz: 'https://listenbrainz.org/user/rob%20zombie/', language: 'fr' })
    expect(result.jobs, result.output).toMatchObject([{ conclusion: 'success' }])
    expect(albumsOf(remote)).toEqual(before)
    expect(added(remote, founded, 'weekly-haiku')).toHaveLength(1)
    const { tasks, accounts } = configOf(remote)
    expect([tasks.sync_collection.enabled, tasks.sync_listens.enabled]).toEqual([false, true])
    expect(accounts.listenbrainz).toBe('rob zombie')
    expect(rendered(result.summary)).toContain(`href="${PAGE}/tree/HEAD/data/inbox"`)
  })

  it('without any account sets language and zone, and runs what needs none', async () => {
    const remote = copies.make()
    const founded = remote.head()
    const result = await press(remote, { language: 'en', zone: 'America/New_York' })
    expect(result.jobs, result.output).toMatchObject([{ conclusion: 'success' }])
    expect(expectBotsLine(remote, founded)).toEqual([
      'begin',
      'generate_haiku_scheduled',
      'export_collection_markdown',
      'export_collection_json',
    ])
    expect(configOf(remote)).toMatchObject({ locale: 'en', timezone: 'America/New_York' })
    expectLinks(rendered(result.summary), remote, founded)
    expect([...discogs.calls, ...brainz.requests]).toEqual([])
  })

  it('with mistakes fails, tells all of them, and pushes nothing', async () => {
    const remote = copies.make()
    const founded = remote.head()
    const result = await press(remote, { discogs: 'nobody', lastfm: '$(touch x) `id`', zone: 'Mars/Olympus' })
    expect(result.jobs).toMatchObject([{ conclusion: 'failure' }])
    expect(result.jobs[0]!.steps.at(-1)).toMatchObject({ exitCode: 2 })
    expect(result.annotations).toMatchObject([{ level: 'error' }])
    const html = rendered(result.summary)
    expect(html.match(/<li>/gu)).toHaveLength(3)
    for (const entry of ['nobody', '$(touch x) `id`', 'Mars/Olympus'])
      expect(html.replaceAll(/<\/?span>/gu, '')).toContain(entry)
    expect(html).toContain(`href="${PAGE}/actions/workflows/begin.yml"`)
    expect(remote.head()).toBe(founded)
  })

  it('leaves the template itself alone', async () => {
    const remote = copies.make()
    const { jobs } = await rehearse('begin.yml', remote, { name: 'workflow_dispatch', isTemplate: true })
    expect(jobs).toEqual([{ name: 'begin', conclusion: 'skipped', steps: [] }])
  })
})

describe('a copy that keeps up with Discogs', () => {
  /** A day passes: what was marked as gone today was so yesterday. */
  const sleep = (remote: Remote) => {
    const yesterday = systemNow().toZonedDateTimeISO('UTC').subtract({ hours: 48 }).toPlainDate().toString()
    remote.edit('data/collection.json', (text) =>
      text.replaceAll(/"gone_since": "[\d-]+"/gu, `"gone_since": "${yesterday}"`),
    )
  }
  const titles = (remote: Remote) => albumsOf(remote).map(({ title }) => title)
  const gone = (remote: Remote) =>
    albumsOf(remote)
      .filter(({ copies }) => copies!.every(({ gone_since }) => gone_since != null))
      .map(({ title }) => title)

  function setUp(): Remote {
    const remote = copies.make()
    remote.edit('config/app.json', () =>
      JSON.stringify({
        accounts: { discogs: 'rodneyfool' },
        scheduler: { timezone: 'Europe/Paris', tasks: [{ name: 'sync_collection' }] },
      }),
    )
    return remote
  }

  it('takes in what is new, marks what is sold and lets it leave the day after, and keeps a person’s edits', async () => {
    const remote = setUp()
    const first = await sync(remote)
    expect(first.jobs, first.output).toMatchObject([{ conclusion: 'success' }])
    expect(titles(remote)).toHaveLength(11)

    // The clock sees to it that the task has its turn every day from now on.
    const ledger = JSON.parse(remote.read('data/runs.json')) as Ledger
    const due = (hours: number) =>
      decide({
        now: systemNow().add({ hours }),
        config: configOf(remote),
        ledger,
        repository: { defaultBranch: 'main', url: PAGE, hasIssues: true, pushed: systemNow() },
        tasks: TASK_IDS.map((id) => ({ id, workflow: 'active', runs: [] })),
        clock: 'active',
        issues: [],
      }).actions.flatMap((action) => (action.kind === 'dispatch' ? [action.task] : []))
    expect(due(0)).not.toContain('sync_collection')
    expect(due(25)).toContain('sync_collection')

    remote.edit('data/collection.json', (text) =>
      text.replace('"title": "Undersong"', '"title": "Undersong (signed!)"').replace('"year": 1994', '"year": 1993'),
    )
    me.items = [
      ...me.items.slice(0, 9),
      ...me.items.slice(10),
      discogsItem({ id: 200, title: 'New Arrival', year: 2024, artists: [{ name: 'Tin Weather', anv: '', join: '' }] }),
    ]
    const founded = remote.head()
    const second = await sync(remote)
    expect(second.jobs, second.output).toMatchObject([{ conclusion: 'success' }])
    expect(expectBotsLine(remote, founded)).toEqual(['sync_collection'])
    expect(titles(remote)).toContain('New Arrival')
    expect(gone(remote)).toEqual(['Kitchen Waltzes'])
    expect(second.summary).toMatch(/1 album absent/u)

    sleep(remote)
    const third = await sync(remote)
    expect(third.jobs, third.output).toMatchObject([{ conclusion: 'success' }])
    expect(titles(remote)).not.toContain('Kitchen Waltzes')
    expect(titles(remote)).toHaveLength(11)
    const albums = albumsOf(remote)
    expect(albums.find(({ title }) => title === 'Undersong (signed!)')).toMatchObject({ year: 1986 })
    expect(albums.find(({ title }) => title === 'Slow Thunder')).toMatchObject({ year: 1993 })
    expect(titles(remote)).not.toContain('Undersong')
  })

  it('refuses to let a fifth of it go, until a person says so', async () => {
    const remote = setUp()
    await sync(remote)
    me.items = me.items.slice(3, -1)
    const marked = await sync(remote)
    expect(marked.jobs, marked.output).toMatchObject([{ conclusion: 'success' }])
    expect(gone(remote)).toHaveLength(3)
    expect(titles(remote)).toHaveLength(11)

    sleep(remote)
    const before = remote.head()
    const refused = await sync(remote)
    expect(refused.jobs).toMatchObject([{ conclusion: 'failure' }])
    expect(refused.jobs[0]!.steps.at(-1)).toMatchObject({ exitCode: 1 })
    expect(refused.summary).toContain('3 de vos 11 albums quitteraient')
    expect(remote.head()).toBe(before)

    const accepted = await sync(remote, { accept_shrink: true })
    expect(accepted.jobs, accepted.output).toMatchObject([{ conclusion: 'success' }])
    expect(titles(remote)).toHaveLength(8)
  })
})
