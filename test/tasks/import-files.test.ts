import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../scripts/tasks/import-files.ts'
import type { Upload } from '../../scripts/tasks/task.ts'
import { copy } from '../support/command.ts'
import { albumsIn, runHere } from '../support/run-here.ts'

const upload = (name: string, bytes: () => Uint8Array): Upload => ({
  name,
  path: null,
  isPublic: false,
  bytes: () => Promise.resolve().then(bytes),
})

describe('a file that is not whole', () => {
  it('is told of in the language of the repository, and in English at the terminal', async () => {
    const files = [upload('records.zip', () => zipSync({ 'a.csv': strToU8('Artist,Title\n') }).slice(0, 60))]
    const { items } = await runHere(await copy(), importFiles({ files, format: null, shown: 9 }), {})
    expect(items).toHaveLength(1)
    expect(items[0]!.note).toMatch(/^damaged or not whole/u)
    expect(items[0]!.words).toMatch(/^abîmé ou incomplet/u)
  })
})

describe('files of which one cannot be read for a reason nobody thought of', () => {
  it('are imported but for that one, which is named', async () => {
    const root = await copy()
    const files = [
      upload('odd.csv', () => {
        throw new TypeError('no such thing')
      }),
      upload('good.csv', () => Buffer.from('Artist,Title\nIda Quill,Undersong\n')),
    ]
    const { items } = await runHere(root, importFiles({ files, format: null, shown: 9 }), {})
    expect(items).toMatchObject([
      { item: 'odd.csv', result: 'failed', note: 'Unexpected error (a bug): no such thing' },
      { item: 'good.csv', result: 'done' },
    ])
    expect(await albumsIn(root)).toHaveProperty('Undersong')
  })
})
