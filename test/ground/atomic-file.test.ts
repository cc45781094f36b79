import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFileInOneStep } from '../../scripts/ground/atomic-file.ts'
import { describeError } from '../../scripts/ground/errors.ts'
import {
  makeTemporary,
  removeAbandoned,
  removeIfAbandoned,
  temporaryName,
  type TemporaryKind,
} from '../../scripts/ground/temporary.ts'
import { smallDisk } from '../support/small-disk.ts'

let root: string
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'aime-atomic-'))))
afterEach(() => rm(root, { recursive: true }))

const said = (running: Promise<unknown>) => running.then(() => 'nothing', describeError)

describe('a file written in one step', () => {
  it('is all there, in folders made for it, and keeps the mode of the one before', async () => {
    await writeFileInOneStep(root, 'a/b/one.md', 'é')
    await chmod(join(root, 'a/b/one.md'), 0o755)
    await writeFileInOneStep(root, 'a/b/one.md', Buffer.from('two'))
    expect(await readFile(join(root, 'a/b/one.md'), 'utf8')).toBe('two')
    expect((await stat(join(root, 'a/b/one.md'))).mode & 0o777).toBe(0o755)
    expect(await readdir(join(root, 'a/b'))).toEqual(['one.md'])
  })

  it('may have the longest name there is; a longer one is said to be too long', async () => {
    await writeFileInOneStep(root, 'x'.repeat(255), 'x')
    expect(await said(writeFileInOneStep(root, 'x'.repeat(256), 'x'))).toMatch(
      /^x+ cannot be written: the path is too long for this system\.\n.*scheduler\.output_dir/u,
    )
    expect(await said(writeFileInOneStep(root, `${'x'.repeat(256)}/a`, 'x'))).toContain('the path is too long')
  })

  it('is as it was where a folder stands there or a file stands in the way', async () => {
    await mkdir(join(root, 'folder'))
    await writeFile(join(root, 'file'), 'mine')
    expect(await said(writeFileInOneStep(root, 'folder', 'x'))).toContain('a folder stands where a file should be')
    expect(await said(writeFileInOneStep(root, 'file/x', 'x'))).toContain('a file stands where its folder should be')
    expect((await readdir(root)).sort()).toEqual(['file', 'folder'])
  })

  it('is as it was, whole, where the disk fills while the new one is written', async ({ skip }) => {
    const disk = await smallDisk(64)
    if (disk === null) return skip('no disk can be mounted here')
    try {
      await writeFile(join(disk.path, 'collection.json'), 'before')
      expect(await said(writeFileInOneStep(disk.path, 'collection.json', 'x'.repeat(200_000)))).toBe(
        'collection.json cannot be written: the disk is full.\n' +
          '  → Make room on it and run it again. “npm run doctor” looks at the folders.',
      )
      expect(await readFile(join(disk.path, 'collection.json'), 'utf8')).toBe('before')
      expect(await readdir(disk.path)).toEqual(['collection.json'])
    } finally {
      await disk.remove()
    }
  })
})

describe('the folder for temporary files', () => {
  it.each(['nowhere', 'file'])('that cannot be written to is named, with what to do (%s)', async (name) => {
    await writeFile(join(root, 'file'), '')
    const folder = join(root, name)
    const message = await said(makeTemporary('dry-run', { RUNNER_TEMP: folder }))
    expect(message).toContain(`Nothing can be written to the folder for temporary files, ${folder}: `)
    expect(message).toContain('in the environment variable RUNNER_TEMP')
  })

  it.each<TemporaryKind>(['publish', 'dry-run', 'write'])('loses what a killed run left in it (%s)', async (kind) => {
    const env = { RUNNER_TEMP: root }
    const mine = `${temporaryName(kind)}1`
    const killed = mine.replace(`-${process.pid}-`, '-4194305-')
    const elsewhere = mine.replace(/-[0-9A-Za-z]*-(\d+)-1$/u, '-another0host-4194305-1')
    const [old, theirs] = [`${elsewhere}2`, `aime-${kind}-of-my-own`]
    for (const name of [mine, killed, elsewhere, old, theirs, `.${killed}`]) {
      await mkdir(join(root, name))
      await writeFile(join(root, name, 'file'), '')
    }
    await utimes(join(root, old), 0, 0)
    await removeAbandoned(env)
    expect((await readdir(root)).sort()).toEqual([mine, elsewhere, theirs].sort())
  })

  it('that is not there is no trouble while nothing is to be put there', async () => {
    await removeAbandoned({ RUNNER_TEMP: join(root, 'nowhere') })
    expect(await removeIfAbandoned(root, 'nothing')).toBe(false)
  })
})

it('what the operating system refuses is no bug', async () => {
  expect(await said(readFile(join(root, 'x'.repeat(300))))).toMatch(/x: the path is too long for this system\.\n {2}→/u)
  expect(describeError(new TypeError('x is undefined'))).toBe('Unexpected error (a bug): x is undefined')
})
