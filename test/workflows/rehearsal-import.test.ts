import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Album } from '../../scripts/collection/album.ts'
import type { Review } from '../../scripts/collection/review.ts'
import { BOT } from '../../scripts/repository/git.ts'
import { rehearse, type RunResult } from '../support/rehearsal.ts'
import { FreshCopies, type Remote } from '../support/rehearsal-remote.ts'
import { JOB_TOKEN, REPOSITORY, RUN_ID, type Event } from '../support/workflow-plan.ts'

/* What happens on GitHub when somebody uploads a file to data/inbox, or decides something in data/review.json. */

// Real programs, one after the other, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 300_000 })

const copies = new FreshCopies()
afterAll(() => copies.remove())

const HEADER = 'Catalog#,Artist,Title,Label,Format,Rating,Released,release_id,CollectionFolder,Date Added'
const BAD = `${HEADER}\r\nE1,Michael Jackson,Bad,Epic,LP,,1987,13,Salon,2021-03-01 09:00:00\r\n`
const SAFARI = `${HEADER}\r\nV1,Air,Moon Safari,Virgin,CD,,1998,14,Salon,2021-03-02 09:00:00\r\n`
const HISTORY = readFileSync(new URL('../fixtures/import/spotify-extended.json', import.meta.url), 'utf8')
const PRIVATE = /203\.0\.113|2001:db8|Fairphone|Android|ip_addr/

const uploaded = (more: Partial<Event> = {}): Event => ({ name: 'push', message: 'Add files via upload', ...more })
const albumsOf = (remote: Remote) => (JSON.parse(remote.read('data/collection.json')) as { albums: Album[] }).albums
const titlesOf = (remote: Remote) => albumsOf(remote).map(({ title }) => title)
/** What the run pushed, without the pages every run makes again. */
const changesOf = (remote: Remote, since: string) =>
  remote.log(since).flatMap(({ changes }) => changes.filter((change) => !/README\.md$|\/latest-/.test(change)))
const conclusions = ({ jobs }: RunResult) => jobs.map(({ conclusion }) => conclusion)

describe('a file uploaded to the inbox', () => {
  it('is imported by the bot in one commit that takes the file away, and listed in the summary', async () => {
    const remote = copies.make()
    remote.edit('data/inbox/Mes disques (2).csv', () => BAD)
    const before = remote.head()

    const result = await rehearse('import.yml', remote, uploaded())

    expect(conclusions(result), result.output).toEqual(['success'])
    expect(result.runName).toBe('📥 Import · Add files via upload')
    const bot = `${BOT.name} <${BOT.email}>`
    expect(remote.log(before)).toMatchObject([
      {
        parents: [before],
        author: bot,
        committer: bot,
        subject: 'Importer Mes disques (2).csv',
        trailers: { Task: 'import', Run: `https://github.com/${REPOSITORY}/actions/runs/${RUN_ID}` },
      },
    ])
    expect(changesOf(remote, before)).toEqual(
      expect.arrayContaining(['D data/inbox/Mes disques (2).csv', 'M data/collection.json']),
    )
    expect(remote.read('data/inbox/README.md')).toMatch(/\S/)
    // The starters have left.
    expect(albumsOf(remote)).toMatchObject([{ title: 'Bad', source: 'discogs', copies: [{ ref: 'discogs:13' }] }])
    expect(result.summary).toMatch(/Mes disques \(2\)\.csv : reconnu comme .*Discogs.*CSV/)
    expect(result.summary).toMatch(/albums de la collection de départ ont laissé la place/)
    expect(result.summary).toContain('**Bad** – Michael Jackson (1987), ligne 2')
    expect(result.summary).toMatch(/data\/collection\.json\]\(https:\/\/github\.com\/someone\/records\/blob\//)
    expect(result.annotations).toEqual([])
    expect(`${result.output}${result.summary}`).not.toContain(JOB_TOKEN)

    const published = remote.head()
    const pressed = await rehearse('import.yml', remote, { name: 'workflow_dispatch' })
    expect(conclusions(pressed)).toEqual(['success'])
    expect(pressed.summary).toMatch(/\*\*Rien à faire/)
    expect(remote.head()).toBe(published)
  })

  it('stays where it is of no known format, and the run is red; the others come in', async () => {
    const remote = copies.make()
    remote.edit('data/inbox/notes.txt', () => 'Buy milk, and a needle.\n')
    remote.edit('data/inbox/a.csv', () => BAD)
    remote.edit('data/inbox/more/b.csv', () => SAFARI)
    const before = remote.head()

    const result = await rehearse('import.yml', remote, uploaded())

    expect(conclusions(result)).toEqual(['failure'])
    expect(result.jobs[0]!.steps.at(-1)).toMatchObject({ exitCode: 1 })
    expect(titlesOf(remote).sort()).toEqual(['Bad', 'Moon Safari'])
    expect(changesOf(remote, before)).toEqual(
      expect.arrayContaining(['D data/inbox/a.csv', 'D data/inbox/more/b.csv', 'M data/collection.json']),
    )
    expect(remote.read('data/inbox/notes.txt')).toContain('milk')
    expect(result.annotations).toMatchObject([{ level: 'error', title: 'notes.txt' }])
    expect(result.summary).toMatch(/### ⚠️ [^]*\*\*notes\.txt\*\* – aucun des formats connus/)
  })

  it('is left alone on another branch, and in the template itself', async () => {
    const remote = copies.make()
    remote.edit('data/inbox/a.csv', () => BAD)
    for (const more of [{ branch: 'try-something' }, { isTemplate: true }]) {
      const { jobs } = await rehearse('import.yml', remote, uploaded(more))
      expect(jobs).toEqual([{ name: 'import', conclusion: 'skipped', steps: [] }])
    }
  })

  it('is only shown where the button’s box for that is ticked', async () => {
    const remote = copies.make()
    remote.edit('data/inbox/a.csv', () => BAD)
    const before = remote.head()
    const result = await rehearse('import.yml', remote, { name: 'workflow_dispatch', inputs: { dry_run: true } })
    expect(conclusions(result), result.output).toEqual(['success'])
    expect(result.runName).toBe('📥 Import · pressed by alice')
    expect(result.summary).toContain('**Bad** – Michael Jackson (1987), ligne 2')
    expect(result.summary).toMatch(/rien n’a été écrit/i)
    expect(remote.head()).toBe(before)
  })
})

describe('a Spotify listening history', () => {
  it.each(['Streaming_History_Audio_2024.json', 'music.json'])(
    'is not read in a public repository (%s): the summary says how to remove it, and a file beside it comes in',
    async (name) => {
      const remote = copies.make()
      remote.edit(`data/inbox/${name}`, () => HISTORY)
      remote.edit('data/inbox/a.csv', () => BAD)
      const before = remote.head()

      const result = await rehearse('import.yml', remote, uploaded())

      expect(conclusions(result)).toEqual(['failure'])
      expect(remote.read(`data/inbox/${name}`)).toBe(HISTORY)
      expect(titlesOf(remote)).toEqual(['Bad'])
      const changes = changesOf(remote, before)
      expect(changes).toContain('D data/inbox/a.csv')
      expect(changes.filter((change) => change.includes('listens'))).toEqual([])
      expect(result.summary).toContain(
        `**${name.replaceAll('_', '\\_')}** – un historique d’écoute avec des adresses réseau`,
      )
      expect(result.summary).toContain('npm run import -- spotify-history')
      expect(result.summary).toMatch(/rendez le dépôt privé/)
      expect(result.annotations).toMatchObject([{ level: 'error', title: name }])
      expect(`${result.output}${result.summary}`).not.toMatch(PRIVATE)
    },
  )

  it('is imported in a private one, without what is private in it, and taken away', async () => {
    const remote = copies.make()
    remote.edit('data/inbox/Streaming_History_Audio_2024.json', () => HISTORY)
    const before = remote.head()

    const result = await rehearse('import.yml', remote, uploaded({ isPrivate: true }))

    expect(conclusions(result), result.output).toEqual(['success'])
    const changes = changesOf(remote, before)
    expect(changes).toEqual(
      expect.arrayContaining(['D data/inbox/Streaming_History_Audio_2024.json', 'A data/listens/2024-03.json']),
    )
    expect(remote.read('data/listens/2024-03.json')).toContain('Hyperballad')
    const written = changes.filter((change) => !change.startsWith('D ')).map((change) => remote.read(change.slice(2)))
    for (const text of [...written, result.output, result.summary]) expect(text).not.toMatch(PRIVATE)
    expect(result.summary).toMatch(/2 écoutes nouvelles/)
  })
})

describe('a decision committed to data/review.json', () => {
  it('is carried out', async () => {
    const remote = copies.make()
    const albums = [{ id: 3, title: 'Pet Sounds', artists: ['The Beach Boys'] }]
    remote.edit('data/collection.json', () => JSON.stringify({ version: 1, albums }))
    const row = 'C1,The Beach Boyz,Pet Sounds,Capitol,LP,,1966,9,Salon,2021-03-02 09:00:00'
    remote.edit('data/inbox/a.csv', () => `${HEADER}\r\n${row}\r\n`)
    const asked = await rehearse('import.yml', remote, uploaded())
    expect(conclusions(asked), asked.output).toEqual(['success'])
    expect(asked.summary).toMatch(/### ❓ 1 disque à trancher\n\n.*peut-être .*id 3/)
    expect((JSON.parse(remote.read('data/review.json')) as Review).unsure).toHaveLength(1)

    remote.edit('data/review.json', (text) => text.replace('"decision": null', '"decision": 3'))
    const before = remote.head()
    const decided = await rehearse('import.yml', remote, uploaded({ message: 'Update review.json' }))

    expect(conclusions(decided), decided.output).toEqual(['success'])
    expect(remote.log(before)).toHaveLength(1)
    expect(albumsOf(remote)).toMatchObject([{ id: 3, title: 'Pet Sounds', copies: [{ ref: 'discogs:9' }] }])
    expect((JSON.parse(remote.read('data/review.json')) as Review).unsure).toEqual([])
    expect(decided.summary).toMatch(/1 disque réuni/)
  })
})
