import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addSummary, fileAddress } from '../../../scripts/repository/github/summary.ts'

/** GitHub's limit for the summary of a step. */
const MEBIBYTE = 2 ** 20

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aime-summary-'))
  file = join(folder, 'summary')
})
afterEach(() => rm(folder, { recursive: true }))

const written = () => readFile(file, 'utf8')

describe('addSummary', () => {
  it('adds to what is there', async () => {
    await writeFile(file, '# First\n')
    await addSummary('# Second', { GITHUB_STEP_SUMMARY: file })
    expect(await written()).toBe('# First\n# Second\n')
  })

  it('makes the file where there is none', async () => {
    await addSummary('# One', { GITHUB_STEP_SUMMARY: file })
    expect(await written()).toBe('# One\n')
  })

  it('does nothing outside Actions', async () => {
    await addSummary('# One', {})
    await addSummary('# One', { GITHUB_STEP_SUMMARY: '' })
    await expect(written()).rejects.toThrow(/ENOENT/)
  })

  it('cuts at a line what is too long, so that GitHub does not drop it all', async () => {
    const line = 'é 🎵 an album of many\n'
    await addSummary(line.repeat(100_000), { GITHUB_STEP_SUMMARY: file })
    const text = await written()
    const size = Buffer.byteLength(text)
    expect(size).toBeLessThan(MEBIBYTE)
    expect(size).toBeGreaterThan(0.9 * MEBIBYTE)
    expect(text.endsWith(`${line}\n…\n`)).toBe(true)
    expect(text.replaceAll(line, '')).toBe('\n…\n')
  })

  it('cuts one endless line without leaving half a character', async () => {
    await addSummary(`short\n${'🎵'.repeat(400_000)}`, { GITHUB_STEP_SUMMARY: file })
    expect(await written()).toBe('short\n\n…\n')
  })

  it('counts what the step has written before', async () => {
    const half = 'x'.repeat(99).concat('\n').repeat(7_000)
    await addSummary(half, { GITHUB_STEP_SUMMARY: file })
    await addSummary(half, { GITHUB_STEP_SUMMARY: file })
    await addSummary(half, { GITHUB_STEP_SUMMARY: file })
    expect(Buffer.byteLength(await written())).toBeLessThan(MEBIBYTE)
  })
})

describe('fileAddress', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'someone/records' }

  it('points to the file as it is in a commit', () => {
    expect(fileAddress('Scheduled Output/été #1?.md', 'abc123', env)).toBe(
      'https://github.com/someone/records/blob/abc123/Scheduled%20Output/%C3%A9t%C3%A9%20%231%3F.md',
    )
  })

  it('is null where there is no GitHub', () => {
    expect(fileAddress('a.md', 'abc123', {})).toBe(null)
    expect(fileAddress('a.md', 'abc123', { ...env, GITHUB_REPOSITORY: '' })).toBe(null)
  })
})
