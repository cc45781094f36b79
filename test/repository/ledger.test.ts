import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataError } from '../../scripts/ground/errors.ts'
import {
  emptyLedger,
  ledgerFor,
  readLedger,
  withRun,
  writeLedger,
  type Ledger,
} from '../../scripts/repository/ledger.ts'

const RUN = { slot: '2026-01-31T06:00:00Z', started: '2026-01-31T06:17:04.120Z', result: 'done' } as const
const MINE: Ledger = {
  version: 1,
  repository: 'me/records',
  since: '2026-01-02T03:04:05Z',
  tasks: { generate_haiku_scheduled: RUN },
}
const NOW = '2026-02-02T00:00:00Z'

describe('ledgerFor', () => {
  it('keeps the ledger of the same repository, however it is written', () => {
    expect(ledgerFor('me/records', NOW, MINE)).toEqual(MINE)
    expect(ledgerFor('Me/Records', NOW, MINE)).toEqual(MINE)
  })

  it('starts anew in a copy of the template: no run of the template counts, and no slot before', () => {
    expect(ledgerFor('you/music', NOW, MINE)).toEqual({ version: 1, repository: 'you/music', since: NOW, tasks: {} })
  })

  it('puts its name on a ledger that has none, and remembers since when', () => {
    expect(ledgerFor('me/records', NOW, emptyLedger())).toEqual({
      ...emptyLedger(),
      repository: 'me/records',
      since: NOW,
    })
  })

  it('keeps what there is where the repository is unknown', () => {
    expect(ledgerFor(null, NOW, MINE)).toEqual(MINE)
    expect(ledgerFor(null, null, emptyLedger())).toEqual(emptyLedger())
  })
})

describe('withRun', () => {
  it('replaces the run of one task and leaves the others and the old ledger alone', () => {
    const later = { ...RUN, slot: '2026-02-01T06:00:00Z', result: 'partial' } as const
    const ledger = withRun(withRun(MINE, 'weekly_haiku', RUN), 'generate_haiku_scheduled', later)
    expect(ledger.tasks).toEqual({ generate_haiku_scheduled: later, weekly_haiku: RUN })
    expect(MINE.tasks).toEqual({ generate_haiku_scheduled: RUN })
  })

  const after = (...results: ('done' | 'nothing' | 'failed')[]) => {
    const runs = results.map((result) => ({ ...RUN, result, ...(result === 'done' ? { own_albums: 9 } : {}) }))
    return runs.reduce((ledger, run) => withRun(ledger, 'weekly_haiku', run), MINE).tasks['weekly_haiku']
  }

  it('counts the failures in a row, and forgets them with the first run that worked', () => {
    expect(after('failed')).toMatchObject({ result: 'failed', tries: 1 })
    expect(after('failed', 'failed', 'failed')).toMatchObject({ result: 'failed', tries: 3 })
    expect(after('failed', 'failed', 'done')).not.toHaveProperty('tries')
    expect(after('failed', 'nothing')).not.toHaveProperty('tries')
  })

  it('takes no slot back: what fails or finds nothing after it was served says nothing', () => {
    expect(after('done', 'failed')).toMatchObject({ result: 'done' })
    expect(after('done', 'nothing')).toMatchObject({ result: 'done' })
    expect(after('nothing', 'done')).toMatchObject({ result: 'done' })
    const older = withRun(MINE, 'generate_haiku_scheduled', { ...RUN, slot: '2026-01-30T06:00:00Z', result: 'failed' })
    expect(older).toBe(MINE)
  })

  it('remembers how large the collection was through runs that did not look', () => {
    const later = withRun(withRun(MINE, 'x', { ...RUN, own_albums: 9 }), 'x', {
      ...RUN,
      slot: '2026-02-01T06:00:00Z',
      result: 'failed',
    })
    expect(later.tasks['x']).toMatchObject({ result: 'failed', own_albums: 9 })
  })
})

describe('the file', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'aime ledger '))
    await mkdir(join(root, 'data'))
  })
  afterEach(() => rm(root, { recursive: true }))

  it('is an empty ledger where it does not exist', async () => {
    expect(await readLedger(root)).toEqual(emptyLedger())
  })

  it('comes back as it was written, with fields this version does not know', async () => {
    const more = { ...MINE, note: 'by a later version', tasks: { t: { ...RUN, commit: 'abc' } } }
    expect(await writeLedger(root, more)).toBe('data/runs.json')
    expect(await readLedger(root)).toEqual(more)
  })

  it.each([
    ['{ "version": 1, ', /data\/runs\.json, line 1/],
    ['', /data\/runs\.json is empty/],
    ['[]', /data\/runs\.json/],
    [JSON.stringify({ ...MINE, version: 2 }), /version/],
    [JSON.stringify({ ...MINE, since: 'yesterday' }), /since/],
    [JSON.stringify({ ...MINE, tasks: { t: { ...RUN, result: 'great' } } }), /tasks\.t\.result/],
  ])('is refused and left as it is where it is broken: %s', async (text, message) => {
    await writeFile(join(root, 'data/runs.json'), text)
    const refused: unknown = await readLedger(root).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(DataError)
    expect((refused as Error).message).toMatch(message)
    expect(await readFile(join(root, 'data/runs.json'), 'utf8')).toBe(text)
  })
})
