import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { BOT } from '../../scripts/repository/git.ts'
import { systemNow } from '../../scripts/ground/clock.ts'
import { escapeMarkdown } from '../../scripts/pages/markdown.ts'
import { catalogEntry, type TaskId } from '../../scripts/config/catalog.ts'
import { RUNNABLE } from '../../scripts/tasks/registry.ts'
import { refuses, startChatServer, type ChatServer } from '../support/chat-server.ts'
import { startMusicBrainz } from '../support/musicbrainz-server.ts'
import { rehearse, type RunResult } from '../support/rehearsal.ts'
import { FreshCopies, type Remote } from '../support/rehearsal-remote.ts'
import { startWikipedia } from '../support/wikipedia-server.ts'
import { JOB_TOKEN, REPOSITORY, RUN_ID } from '../support/workflow-plan.ts'

/*
 * The workflows of the tasks as a copy of the template would run them: in a clone of a bare remote that holds this very
 * checkout, with a runner's environment. `npm ci` is played by links to the production packages of this checkout; with
 * REHEARSAL_NPM=1 it really runs.
 */

// Real programs, one after the other, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 300_000 })

const copies = new FreshCopies()
afterAll(() => copies.remove())

const ALBUMS = (remote: Remote) => (JSON.parse(remote.read('data/collection.json')) as { albums: unknown[] }).albums
const KEY = 'sk-a-key-that-nobody-may-see'
/** What every run makes again, in the commit of its outputs. */
const PAGE = /^[AM] (?:README\.md|Scheduled Output\/(?:README|latest-\w+)\.(?:md|json))$/

/** What each task leaves behind: its file, the data it changes, and what its summary shows of it. */
const LEFT: Partial<
  Record<
    TaskId,
    {
      file: RegExp
      data: RegExp[]
      shown: (file: string, remote: Remote) => string[]
      /** What has to be there first. */
      given?: (remote: Remote) => void
    }
  >
> = {
  generate_haiku_scheduled: {
    file: /^Scheduled Output\/generate-haiku-\d{8}-\d{6}\.md$/,
    data: [/^A data\/haikus\/\d{4}\.json$/],
    shown: (file) => {
      const poems = file.match(/```\n[^`]+\n[^`]+\n[^`]+\n```/g) ?? []
      const headings = file.match(/^## \d\. .+$/gm) ?? []
      expect(poems).toHaveLength(5)
      expect(headings).toHaveLength(5)
      return [...headings, ...poems]
    },
  },
  export_collection_markdown: {
    file: /^Scheduled Output\/export-markdown-\d{8}-\d{6}\.md$/,
    data: [],
    shown: (file, remote) => {
      expect(file).toContain(`Total albums: ${ALBUMS(remote).length}`)
      return [`${ALBUMS(remote).length} albums`]
    },
  },
  export_collection_json: {
    file: /^Scheduled Output\/export-json-\d{8}-\d{6}\.json$/,
    data: [],
    shown: (file, remote) => {
      expect(JSON.parse(file)).toMatchObject({ total_albums: ALBUMS(remote).length })
      return [`${ALBUMS(remote).length} albums`]
    },
  },
  weekly_haiku: {
    given: listenDaily,
    file: /^Scheduled Output\/weekly-haiku-\d{8}-\d{6}\.md$/,
    data: [/^A data\/haikus\/\d{4}\.json$/],
    shown: (file) => [
      ...file.match(/```\n[^`]+\n[^`]+\n[^`]+\n```/g)!,
      '| Écoutes | **7** | 7 | = |',
      '| 1 | Air | 7 | 7 |',
    ],
  },
  monthly_analysis: {
    given: listenDaily,
    file: /^Scheduled Output\/monthly-analysis-\d{8}-\d{6}\.md$/,
    data: [/^A Scheduled Output\/monthly-analysis-\d{8}-\d{6}\.svg$/],
    shown: () => ['| Écoutes | **30** | 30 | = |', 'Moon Safari – Air'],
  },
}

/** One listen a day at noon for the last hundred days. */
function listenDaily(remote: Remote): void {
  const today = Math.floor(systemNow().epochMilliseconds / 86_400_000)
  const days = Array.from({ length: 100 }, (_, index) => today - 99 + index)
  const month = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 7)
  for (const name of new Set(days.map(month))) {
    const listens = days
      .filter((day) => month(day) === name)
      .map((day) => ({ timestamp: day * 86_400 + 43_200, artists: ['Air'], album: 'Moon Safari', track: `Day ${day}` }))
    remote.edit(`data/listens/${name}.json`, () => JSON.stringify({ version: 1, listens }))
  }
}

function expectNoSecret({ output, summary, annotations }: RunResult, remote: Remote, since: string): void {
  const written = remote.log(since).flatMap(({ changes }) => changes.map((change) => change.slice(2)))
  const texts = [output, summary, JSON.stringify(annotations), ...written.map((path) => remote.read(path))]
  for (const secret of [JOB_TOKEN, KEY]) {
    for (const form of [secret, Buffer.from(`x-access-token:${secret}`).toString('base64')]) {
      expect(texts.filter((text) => text.includes(form))).toEqual([])
    }
  }
}

describe.each(RUNNABLE.filter((task) => catalogEntry(task).optIn))('%s, which config has to name', (task) => {
  it('leaves a fresh copy alone, and says when pressed what it needs', async () => {
    const remote = copies.make()
    const founded = remote.head()
    const scheduled = await rehearse(`${task}.yml`, remote, { name: 'schedule' })
    const pressed = await rehearse(`${task}.yml`, remote, { name: 'workflow_dispatch' })
    for (const result of [scheduled, pressed]) {
      expect(result.jobs, result.output).toMatchObject([{ conclusion: 'success' }])
      expect(result.summary).toMatch(/\*\*Rien à faire/)
    }
    expect(scheduled.summary).toContain('désactivée')
    expect(pressed.summary).not.toContain('désactivée')
    expect(remote.head()).toBe(founded)
  })
})

const LEAVES_A_FILE = Object.keys(LEFT) as TaskId[]

it('every task is rehearsed', () => {
  const elsewhere = ['daily_enrichment', 'optimize_ai_descriptions', 'sync_collection', 'sync_listens']
  expect([...LEAVES_A_FILE, ...elsewhere].sort()).toEqual([...RUNNABLE].sort())
})

describe.each(LEAVES_A_FILE)('a scheduled run of %s', (task) => {
  it('is committed by the bot and shown in the summary', async () => {
    const { file, data, shown, given } = LEFT[task]!
    const remote = copies.make()
    given?.(remote)
    const founded = remote.head()

    const first = await rehearse(`${task}.yml`, remote, { name: 'schedule' })

    expect(first.jobs, first.output).toMatchObject([{ conclusion: 'success' }])
    const bot = `${BOT.name} <${BOT.email}>`
    const run = `https://github.com/${REPOSITORY}/actions/runs/${RUN_ID}`
    const commits = remote.log(founded).map((commit) => ({
      ...commit,
      changes: commit.changes.filter((change) => !PAGE.test(change)),
    }))
    expect(commits).toEqual([
      {
        sha: remote.head(),
        parents: [founded],
        author: bot,
        committer: bot,
        subject: expect.stringMatching(/\S/) as string,
        trailers: { Task: task, Run: run },
        changes: [
          expect.stringMatching(/^A Scheduled Output\//) as string,
          ...data.map((path) => expect.stringMatching(path) as string),
          'M data/runs.json',
        ],
      },
    ])
    const written = commits[0]!.changes[0]!.slice(2)
    expect(written).toMatch(file)
    for (const part of shown(remote.read(written), remote)) expect(first.summary).toContain(part)
    const address = written.replace(' ', '%20')
    expect(first.summary).toContain(`[${written}](https://github.com/${REPOSITORY}/blob/${remote.head()}/${address})`)
    expect(first.annotations).toEqual([])
    expectNoSecret(first, remote, founded)
  })
})

describe('a slot that has been served', () => {
  // That every workflow asks the slot rule when the clock starts it is read off the files themselves.
  it('is not served again by the schedule, but by the button', async () => {
    const remote = copies.make()
    await rehearse('export_collection_json.yml', remote, { name: 'schedule' })
    const published = remote.head()

    const second = await rehearse('export_collection_json.yml', remote, { name: 'schedule' })

    expect(second.jobs).toMatchObject([{ conclusion: 'success' }])
    expect(remote.head()).toBe(published)
    expect(second.output).toMatch(/nothing to do/)
    expect(second.summary).toMatch(/\*\*Rien à faire/)
    expect(second.annotations).toEqual([])

    const pressed = await rehearse('export_collection_json.yml', remote, { name: 'workflow_dispatch' })

    expect(pressed.runName).toMatch(/ · pressed by alice$/)
    expect(pressed.jobs).toMatchObject([{ conclusion: 'success' }])
    expect(remote.log(published)).toMatchObject([{ trailers: { Task: 'export_collection_json' } }])
  })
})

describe('a scheduled run of daily_enrichment', () => {
  it('fills in what the catalogues know, commits it once, and names what it did not find', async () => {
    const musicBrainz = await startMusicBrainz([{ title: 'Moon Safari', artists: ['Air'], date: '1998-01-16' }])
    const wikimedia = await startWikipedia({ fr: [], en: [] }, {})
    const services = {
      MUSICBRAINZ_URL: musicBrainz.url,
      COVERART_URL: `${musicBrainz.url}/caa/`,
      WIKIPEDIA_URL: `${wikimedia.url}/{language}`,
      WIKIDATA_URL: `${wikimedia.url}/wikidata`,
    }
    try {
      const remote = copies.make()
      const albums = [
        { id: 1, title: 'Moon Safari', artists: ['Air'] },
        { id: 2, title: 'Nobody Knows This', artists: ['A Neighbour'] },
      ]
      remote.edit('data/collection.json', () => JSON.stringify({ version: 1, albums }))
      const founded = remote.head()

      const first = await rehearse('daily_enrichment.yml', remote, { name: 'schedule' }, services)

      expect(first.jobs, first.output).toMatchObject([{ conclusion: 'success' }])
      expect(remote.log(founded)).toMatchObject([
        { author: `${BOT.name} <${BOT.email}>`, trailers: { Task: 'daily_enrichment' } },
      ])
      expect(ALBUMS(remote)).toMatchObject([{ id: 1, year: 1998, sources: { year: 'musicbrainz' } }, albums[1]])
      for (const title of ['Moon Safari', 'Nobody Knows This']) expect(first.summary).toContain(title)
      expectNoSecret(first, remote, founded)

      const published = remote.head()
      const asked = musicBrainz.calls.length
      const second = await rehearse('daily_enrichment.yml', remote, { name: 'workflow_dispatch' }, services)
      expect(second.jobs).toMatchObject([{ conclusion: 'success' }])
      expect(second.summary).toMatch(/\*\*Rien à faire/)
      expect(remote.head()).toBe(published)
      expect(musicBrainz.calls.length).toBe(asked)
    } finally {
      await Promise.all([musicBrainz.close(), wikimedia.close()])
    }
  })
})

describe('a scheduled run of optimize_ai_descriptions', () => {
  it('has nothing to do in a copy without an AI, and says so', async () => {
    const remote = copies.make()
    const founded = remote.head()
    const { jobs, summary, annotations } = await rehearse('optimize_ai_descriptions.yml', remote, { name: 'schedule' })
    expect(jobs).toMatchObject([{ conclusion: 'success' }])
    expect(summary).toMatch(/\*\*Rien à faire/)
    expect(annotations).toEqual([])
    expect(remote.head()).toBe(founded)
  })
})

describe('in the template itself', () => {
  it.each(RUNNABLE)('%s does nothing', async (task) => {
    const remote = copies.make()
    const { jobs } = await rehearse(`${task}.yml`, remote, { name: 'schedule', isTemplate: true })
    expect(jobs).toEqual([{ name: `run / ${task}`, conclusion: 'skipped', steps: [] }])
  })
})

describe('with a collection that a person has broken', () => {
  it('a run fails with the place of the error in log, annotation and summary, and pushes nothing', async () => {
    const remote = copies.make()
    remote.edit('data/collection.json', (text) => text.replace('"year": 19', '"year": "nineteen", "was": 19'))
    const before = remote.head()

    const result = await rehearse('export_collection_markdown.yml', remote, { name: 'workflow_dispatch' })

    expect(result.jobs[0]).toMatchObject({ conclusion: 'failure' })
    expect(result.jobs[0]!.steps.at(-1)).toMatchObject({ exitCode: 2 })
    expect(result.annotations).toHaveLength(1)
    const { level, message } = result.annotations[0]!
    expect(level).toBe('error')
    expect(message).toContain('data/collection.json')
    expect(message).toMatch(/year/)
    expect(result.output).toContain(message.split('\n')[0]!)
    expect(result.summary).toContain(message.split('\n')[0]!)
    expect(remote.head()).toBe(before)
  })
})

describe('with titles that look like commands to the runner', () => {
  it('nothing of them is obeyed', async () => {
    const remote = copies.make()
    remote.edit('data/collection.json', (text) => text.replaceAll('"title": "', '"title": "::error title=Oh::'))
    const result = await rehearse('generate_haiku_scheduled.yml', remote, { name: 'workflow_dispatch' })
    expect(result.jobs, result.output).toMatchObject([{ conclusion: 'success' }])
    expect(result.output.replaceAll('\u200b', '')).toContain('::error title=Oh::')
    expect(result.annotations).toEqual([])
  })
})

describe('with an AI that refuses the key', () => {
  let server: ChatServer
  afterEach(() => server.close())

  it('the composer writes all five, and every album has a warning', async () => {
    server = await startChatServer(refuses(401))
    const remote = copies.make()
    const before = remote.head()
    const result = await rehearse('generate_haiku_scheduled.yml', remote, {
      name: 'workflow_dispatch',
      secrets: { EURIA_BEARER: KEY },
      variables: { EURIA_URL: server.url },
    })

    expect(result.jobs, result.output).toMatchObject([{ conclusion: 'success' }])
    expect(server.requests[0]!.headers.authorization).toBe(`Bearer ${KEY}`)
    expect(result.annotations.map(({ level }) => level)).toEqual(Array(5).fill('warning'))
    expect(result.annotations[0]!.message).toMatch(/401/)
    expect(result.summary).toMatch(/### ⚠️/)
    for (const { title } of result.annotations) expect(result.summary).toContain(escapeMarkdown(title))
    expect(remote.log(before)).toHaveLength(1)
    expectNoSecret(result, remote, before)
  })
})
