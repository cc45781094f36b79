import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Album } from '../../scripts/collection/album.ts'
import { poemsOf } from '../support/command.ts'
import { rehearse } from '../support/rehearsal.ts'
import { FreshCopies, type Remote } from '../support/rehearsal-remote.ts'
import { parseWorkflow, ROOT } from '../support/workflow-files.ts'

/* The way of somebody who owns nothing but the CSV file that Discogs exports, step by step as the README has it. */

vi.setConfig({ testTimeout: 300_000 })

const copies = new FreshCopies()
afterAll(() => copies.remove())

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const FILE = read('test/fixtures/import/discogs-collection.csv')
const RELEASES = parse<{ release_id: string }>(FILE, { columns: true, relax_column_count: true }).map(
  ({ release_id }) => `discogs:${release_id}`,
)

const section = /^### Discogs \(CSV\)\n([^]*?)(?=^#{1,3} )/mu.exec(read('README.md'))?.[1] ?? ''
/** Each step with the lines below it. */
const steps = [...section.matchAll(/^\d+\. [^]*?(?=^\d+\. |^\n|\n\n(?! ))/gmu)].map(([step]) => step)
const links = [...section.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, address]) => address!)
const first = (pattern: RegExp) =>
  links.map((address) => pattern.exec(address)?.[1]).find((found) => found !== undefined)

const FOLDER = first(/^\.\.\/\.\.\/upload\/main\/(.+)$/u)
const workflowIn = (step: string) => /\]\(\.\.\/\.\.\/actions\/workflows\/([\w.-]+)\)/u.exec(step)?.[1]

const albumsOf = (remote: Remote) => (JSON.parse(remote.read('data/collection.json')) as { albums: Album[] }).albums

describe('the README’s way from a Discogs CSV to the first poem', () => {
  it('has at most five steps, and leads nowhere that is not there', () => {
    expect(steps.length).toBeGreaterThan(2)
    expect(steps.length).toBeLessThanOrEqual(5)
    expect(steps.map((step) => Number.parseInt(step, 10))).toEqual(steps.map((_, index) => index + 1))
    const remote = copies.make()
    const workflows = [...remote.workflows().keys()]
    for (const address of links) {
      const [, kind, rest = ''] = /^\.\.\/\.\.\/(\w+)(?:\/(.+))?$/u.exec(address) ?? []
      if (kind === 'actions') expect(workflows).toContain(rest.replace(/^workflows\//u, ''))
      else if (kind === 'upload') expect(remote.read(`${rest.replace(/^main\//u, '')}/README.md`)).toMatch(/\S/u)
      else if (kind !== 'generate') expect(address).toMatch(/^https:\/\/www\.discogs\.com\//u)
    }
  })

  it('gives poems on the albums of that file, and on no others', async () => {
    // "Use this template".
    const remote = copies.make()
    const founded = remote.head()

    // The upload.
    remote.edit(`${FOLDER!}/collection.csv`, () => FILE)
    const { on } = parseWorkflow(remote.workflows().get('import.yml')!)
    expect(on['push']).toMatchObject({ paths: expect.arrayContaining([`${FOLDER!}/**`]) as string[] })
    const uploaded = await rehearse('import.yml', remote, { name: 'push', message: 'Add files via upload' })
    expect(uploaded.jobs, uploaded.output).toMatchObject([{ conclusion: 'success' }])
    const albums = albumsOf(remote)
    expect(albums.length).toBeGreaterThan(8)
    expect(albums.flatMap(({ copies }) => copies!.map(({ ref }) => ref.replace(/#\d+$/u, ''))).sort()).toEqual(
      RELEASES.toSorted(),
    )
    expect(remote.log(founded)[0]!.changes).toContain(`D ${FOLDER!}/collection.csv`)

    // The button.
    const before = remote.head()
    const button = workflowIn(steps.at(-1)!)
    expect(button).toBe('generate_haiku_scheduled.yml')
    const pressed = await rehearse(button!, remote, { name: 'workflow_dispatch' })
    expect(pressed.jobs, pressed.output).toMatchObject([{ conclusion: 'success' }])
    const written = remote.log(before).flatMap(({ changes }) => changes.map((change) => change.slice(2)))
    const page = remote.read(written.find((path) => /^Scheduled Output\/generate-haiku-[\d-]+\.md$/u.test(path))!)
    expect(poemsOf(page)).toHaveLength(5)
    const log = written.find((path) => path.startsWith('data/haikus/'))!
    const { haikus } = JSON.parse(remote.read(log)) as { haikus: { album: { id: number; title: string } }[] }
    expect(haikus).toHaveLength(5)
    const titles = new Map(albums.map(({ id, title }) => [id, title]))
    for (const { album } of haikus) expect(titles.get(album.id)).toBe(album.title)
  })
})
