import { afterEach, describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import type { Album } from '../../../scripts/collection/album.ts'
import { runWork } from '../../../scripts/runner/run-work.ts'
import type { RunResult } from '../../../scripts/runner/result.ts'
import { importFiles } from '../../../scripts/tasks/import-files.ts'
import type { Work } from '../../../scripts/tasks/task.ts'
import { createWorld, json, pathsOf, type World } from '../../support/repos.ts'

/* What a person pushes while the files of the inbox are read: the run decides on one state and publishes on another. */

let world: World
let clones = 0
afterEach(() => world.remove())

const list = (...titles: string[]) => `Titre,Artiste\n${titles.map((title) => `${title},Air\n`).join('')}`
const albumsOf = async () => (JSON.parse(await world.read('data/collection.json')) as { albums: Album[] }).albums

/** Publishes the import; `meanwhile` happens between its decision and its push. */
async function publishImport(meanwhile: () => Promise<unknown> = () => Promise.resolve()): Promise<RunResult> {
  const decides = importFiles({ files: null, format: null, shown: 50 })
  const interrupted: Work = {
    id: decides.id,
    async *run(context) {
      for await (const outcome of decides.run(context)) {
        await meanwhile()
        yield outcome
      }
    },
  }
  const root = await world.clone(`clone ${++clones}`)
  return runWork({
    work: interrupted,
    root,
    env: world.env,
    now: Temporal.Instant.from('2026-11-23T10:00:00Z'),
    seed: 1,
    dryRun: false,
    scheduled: false,
    publish: true,
    progress: () => undefined,
  })
}

const SEED = {
  'data/collection.json': json({ version: 1, albums: [{ id: 7, title: 'Blue', artists: ['Joni Mitchell'] }] }),
  'data/inbox/list.csv': list('Moon Safari', 'Talkie Walkie'),
}

describe('while an import is under way', () => {
  it('a file that was replaced stays for the next run, which brings in what is new in it', async () => {
    world = await createWorld({ files: SEED })
    const newer = list('Moon Safari', 'Talkie Walkie', 'Pocket Symphony')
    const first = await publishImport(() => world.push({ 'data/inbox/list.csv': newer }))
    expect(first.pieces).toMatchObject([{ applied: { taken: [] } }])
    expect(await world.read('data/inbox/list.csv')).toBe(newer.trim())
    expect((await albumsOf()).map(({ title }) => title).sort()).toEqual(['Blue', 'Moon Safari', 'Talkie Walkie'])

    const second = await publishImport()
    expect(second.pieces).toMatchObject([{ applied: { taken: ['data/inbox/list.csv'] } }])
    expect(await pathsOf(world, 'data/inbox/')).toEqual([])
    expect((await albumsOf()).map(({ title }) => title).at(-1)).toBe('Pocket Symphony')
  })

  it('an album that somebody adds or edits is kept as they wrote it', async () => {
    world = await createWorld({ files: SEED })
    const theirs = [
      { id: 7, title: 'Blue!', artists: ['Joni Mitchell'] },
      { id: 8, title: 'Moon Safari', artists: ['Air'], genre: 'Mine' },
    ]
    await publishImport(() => world.push({ 'data/collection.json': json({ version: 1, albums: theirs }) }))
    expect(await albumsOf()).toMatchObject([...theirs, { id: 9, title: 'Talkie Walkie' }])
    expect(await pathsOf(world, 'data/inbox/')).toEqual([])
  })
})
