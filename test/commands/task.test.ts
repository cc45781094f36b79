import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { HaikuLines } from '../../scripts/haiku/haiku.ts'
import { LANGUAGES } from '../../scripts/ground/languages.ts'
import { scans } from '../../scripts/haiku/syllables/syllables.ts'
import { copy, poemsOf, run, tree } from '../support/command.ts'

describe('the main job', () => {
  it.each(LANGUAGES)('writes five valid poems on five different albums without a key (%s)', async (locale) => {
    const root = await copy(JSON.stringify({ locale }))
    const { code, stdout } = await run(root, ['generate_haiku_scheduled', '--now', '2026-01-31T06:00:15Z'])
    expect(code).toBe(0)
    const page = (await tree(root))['Scheduled Output/generate-haiku-20260131-060015.md']!
    const poems = poemsOf(page)
    expect(new Set(poems.map(({ heading }) => heading)).size).toBe(5)
    for (const { lines } of poems) {
      expect(lines.map((line, i) => scans(line, [5, 7, 5][i]!, locale))).toEqual([true, true, true])
      for (const line of lines) expect(stdout).toContain(line)
    }
    expect(page).toMatch(
      locale === 'fr'
        ? /^# 🎵 Haikus Générés - Sélection Aléatoire\n\nGénéré: 31\/01\/2026 06:00:15\n\n## 1\. /
        : /^# 🎵 Generated Haikus - Random Selection\n\nGenerated: 31\/01\/2026 06:00:15\n\n## 1\. /,
    )
    expect(page).toMatch(
      locale === 'fr' ? /\n\*5 poèmes du compositeur intégré\.\*\n$/ : /\n\*5 poems by the built-in composer\.\*\n$/,
    )
  })

  it('logs every poem with its album, language, author and time, and the run in the ledger', async () => {
    const root = await copy()
    await run(root, ['generate_haiku_scheduled', '--now', '2026-01-31T06:17:15.5Z'])
    const files = await tree(root)
    const { haikus } = JSON.parse(files['data/haikus/2026.json']!) as { haikus: { lines: HaikuLines }[] }
    expect(haikus).toHaveLength(5)
    expect(haikus[0]).toMatchObject({
      at: '2026-01-31T06:17:15.500Z',
      task: 'generate_haiku_scheduled',
      language: 'fr',
      author: { kind: 'composer' },
      album: { id: expect.any(Number) as number, title: expect.any(String) as string },
    })
    const page = files['Scheduled Output/generate-haiku-20260131-061715.md']!
    for (const { lines } of haikus) expect(page).toContain(lines.join('\n'))
    expect(JSON.parse(files['data/runs.json']!)).toMatchObject({
      tasks: {
        generate_haiku_scheduled: { slot: '2026-01-31T06:00:00Z', started: '2026-01-31T06:17:15.500Z', result: 'done' },
      },
    })
  })

  it('is repeated to the byte by the same seed and time, and changed by another seed', async () => {
    const trees = await Promise.all(
      ['7', '7', '8'].map(async (seed) => {
        const root = await copy()
        await run(root, ['generate_haiku_scheduled', '--now', '2026-07-14T06:00:00Z', '--seed', seed])
        return tree(root)
      }),
    )
    expect(trees[0]).toEqual(trees[1])
    expect(trees[0]).not.toEqual(trees[2])
  })

  it('brings no album again before every other album had its turn', async () => {
    const albums = Array.from({ length: 12 }, (_, i) => ({ id: i + 1, title: `Album ${i + 1}`, artists: ['X'] }))
    const root = await copy('{}', { version: 1, albums })
    for (const day of ['01', '02', '03'])
      await run(root, ['generate_haiku_scheduled', '--now', `2026-03-${day}T06:00:00Z`])
    const log = JSON.parse((await tree(root))['data/haikus/2026.json']!) as { haikus: { album: { id: number } }[] }
    const ids = log.haikus.map(({ album }) => album.id)
    expect(ids).toHaveLength(15)
    expect(new Set(ids.slice(0, 12)).size).toBe(12)
  })

  it('writes as many poems as there are albums where there are fewer than five', async () => {
    const root = await copy('{}', { version: 1, albums: [{ id: 4, title: '† <b>`' }] })
    const { code } = await run(root, ['generate_haiku_scheduled', '--now', '2026-03-01T06:00:00Z'])
    expect(code).toBe(0)
    const page = (await tree(root))['Scheduled Output/generate-haiku-20260301-060000.md']!
    expect(poemsOf(page)).toHaveLength(1)
    expect(page).toContain('## 1. † \\<b\\>\\` - Artiste inconnu')
  })

  it('says how to add albums where there are none', async () => {
    const root = await copy('{}', { version: 1, albums: [] })
    const before = await tree(root)
    for (const task of ['generate_haiku_scheduled', 'export_collection_json', 'export_collection_markdown']) {
      const { code, stderr } = await run(root, [task])
      expect(code).toBe(2)
      expect(stderr).toContain('✗ data/collection.json holds no album yet.')
      expect(stderr).toContain('"title": "Abbey Road"')
    }
    expect(await tree(root)).toEqual(before)
  })
})

describe('the exports', () => {
  it('take the next free second instead of overwriting a file', async () => {
    const root = await copy()
    const now = ['--now', '2026-01-31T10:00:15.123456Z']
    await run(root, ['export_collection_json', ...now])
    const first = (await tree(root))['Scheduled Output/export-json-20260131-100015.json']!
    await run(root, ['export_collection_json', ...now])
    const files = await tree(root)
    expect(files['Scheduled Output/export-json-20260131-100015.json']).toBe(first)
    expect(files['Scheduled Output/export-json-20260131-100016.json']).toBe(first)
    expect(first).toMatch(/^\{\n {2}"export_date": "2026-01-31T10:00:15\.123456",\n {2}"total_albums": \d+,/)
  })

  it('keep as many files as config says, by the time in their names', async () => {
    const root = await copy(
      '{ "scheduler": { "output_dir": "out/here", "tasks": [{ "name": "export_collection_markdown", "keep": 3 }] } }',
    )
    for (const day of [4, 1, 2, 3])
      await run(root, ['export_collection_markdown', '--now', `2026-01-0${day}T08:00:00Z`])
    const exports = (await readdir(join(root, 'out/here'))).filter((name) => name.startsWith('export-'))
    expect(exports.sort()).toEqual([2, 3, 4].map((day) => `export-markdown-2026010${day}-080000.md`))
  })

  it('name their files and times in the configured zone', async () => {
    const root = await copy('{ "scheduler": { "timezone": "Pacific/Auckland" } }')
    await run(root, ['export_collection_json', '--now', '2026-01-31T12:30:00Z'])
    const files = await tree(root)
    expect(files['Scheduled Output/export-json-20260201-013000.json']).toContain(
      '"export_date": "2026-02-01T01:30:00.000000"',
    )
  })
})

describe('the command', () => {
  it('writes nothing in a dry run', async () => {
    const root = await copy()
    const before = await tree(root)
    const { code, stdout } = await run(root, ['generate_haiku_scheduled', '--dry-run'])
    expect(code).toBe(0)
    expect(stdout).toContain('Dry run: nothing was written')
    expect(await tree(root)).toEqual(before)
  })

  it('writes nothing to where a link of the data leads, in a dry run neither', async () => {
    const [root, elsewhere] = [await copy(), await copy()]
    await mkdir(join(elsewhere, 'haikus'))
    await symlink(join(elsewhere, 'haikus'), join(root, 'data/haikus'))
    await rm(join(root, 'data/collection.json'))
    await symlink(join(elsewhere, 'data/collection.json'), join(root, 'data/collection.json'))
    const before = await Promise.all([tree(root), tree(elsewhere)])
    for (const args of [['--dry-run'], []]) {
      const { code, stderr } = await run(root, ['generate_haiku_scheduled', ...args])
      expect(code).toBe(2)
      expect(stderr).toContain('data/collection.json')
    }
    expect(await Promise.all([tree(root), tree(elsewhere)])).toEqual(before)
  })

  it('runs a scheduled task once a slot and says why not the second time', async () => {
    const root = await copy()
    const at = (time: string) => run(root, ['export_collection_json', '--scheduled', '--now', time])
    expect((await at('2026-01-31T10:17:00Z')).stdout).toContain('wrote')
    const second = await at('2026-01-31T13:24:00Z')
    expect(second).toMatchObject({ code: 0 })
    expect(second.stdout).toContain('nothing to do. Le créneau du 31/01/2026 10:00:00 est déjà servi.')
    expect((await at('2026-02-01T10:05:00Z')).stdout).toContain('wrote')
  })

  it('runs a task that is switched off when asked to, and not when scheduled', async () => {
    const root = await copy('{ "scheduler": { "tasks": [{ "name": "export_collection_json", "enabled": false }] } }')
    expect((await run(root, ['export_collection_json', '--scheduled'])).stdout).toContain('désactivée')
    expect((await run(root, ['export_collection_json'])).stdout).toContain('wrote')
  })

  it.each([
    [['nope'], 'Tâche inconnue : nope', 'generate_haiku_scheduled, export_collection_markdown'],
    [['generate_haiku'], 'Tâche inconnue : generate_haiku', 'Did you mean generate_haiku_scheduled?'],
    [['generate_hiaku'], 'Tâche inconnue : generate_hiaku', 'Did you mean generate_haiku_scheduled?'],
    [['export_collection_jsn'], 'Tâche inconnue : export_collection_jsn', 'Did you mean export_collection_json?'],
    [[], 'Which task?', 'npm run task'],
    [['export_collection_json', 'and', 'more'], 'One task at a time', 'npm run task'],
    [['export_collection_json', '--noww', 'x'], "Unknown option '--noww'", 'npm run task'],
    [['export_collection_json', '--now', 'yesterday'], '--now: “yesterday” stands there', '2026-01-31T06:00:15Z'],
    [['export_collection_json', '--seed', '-1'], "Option '--seed' argument is ambiguous", 'npm run task'],
    [['export_collection_json', '--seed', 'x'], '--seed: “x” stands there', 'a whole number'],
    [
      ['export_collection_json', '--publish', '--dry-run'],
      '--dry-run and --publish cannot go together',
      'Leave one of them out',
    ],
  ])('answers %j with exit code 2 and what to do', async (args, says, todo) => {
    const { code, stderr, stdout } = await run(await copy(), args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`✗ ${says}`)
    expect(stderr).toContain(todo)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('shows the stack trace of a failure only when asked to', async () => {
    const root = await copy('{')
    expect((await run(root, ['export_collection_json'])).stderr).not.toMatch(/^\s+at /m)
    expect((await run(root, ['export_collection_json', '--verbose'])).stderr).toMatch(/^\s+at /m)
  })

  it('names a broken data file, exits with 2 and changes nothing', async () => {
    const root = await copy()
    await mkdir(join(root, 'data/haikus'))
    await writeFile(join(root, 'data/haikus/2025.json'), '{ "version": 1, "haikus": [ {} ] }')
    const before = await tree(root)
    const { code, stderr } = await run(root, ['generate_haiku_scheduled'])
    expect(code).toBe(2)
    expect(stderr).toContain('data/haikus/2025.json, ')
    expect(await tree(root)).toEqual(before)
  })

  it('says what is in the way of the output folder', async () => {
    const root = await copy()
    await writeFile(join(root, 'Scheduled Output'), '')
    const { code, stderr } = await run(root, ['export_collection_json'])
    expect(code).toBe(1)
    expect(stderr).toContain('Scheduled Output/export-json-')
  })

  it('cannot publish from a folder without git, and says so', async () => {
    const { code, stderr } = await run(await copy(), ['export_collection_json', '--publish'])
    expect(code).toBe(1)
    expect(stderr).toContain('✗ This is not a git repository')
  })
})

describe('a collection that collapsed', () => {
  const own = (count: number) => ({
    version: 1,
    albums: Array.from({ length: count }, (_, i) => ({ id: i + 1, title: `Album ${i + 1}`, artists: ['X'] })),
  })
  const put = (root: string, collection: unknown) =>
    writeFile(join(root, 'data/collection.json'), JSON.stringify(collection))

  it('is not exported without a word, until a person says so', async () => {
    const root = await copy('{}', own(100))
    await run(root, ['export_collection_json'])
    await put(root, own(80))
    const before = await tree(root)
    const { code, stderr } = await run(root, ['export_collection_json'])
    expect(code).toBe(1)
    expect(stderr).toContain("holds 80 albums of your own; at this task's last run it held 100. Nothing was written.")
    expect(stderr).toContain('--accept-shrink')
    expect(await tree(root)).toEqual(before)
    expect((await run(root, ['export_collection_json', '--accept-shrink'])).code).toBe(0)
    expect((await run(root, ['export_collection_json'])).code).toBe(0)
  })

  it('is exported where it only became a little smaller', async () => {
    const root = await copy('{}', own(100))
    await run(root, ['export_collection_markdown'])
    await put(root, own(81))
    expect((await run(root, ['export_collection_markdown'])).code).toBe(0)
  })

  it('is none where the starter albums leave', async () => {
    const root = await copy()
    await run(root, ['export_collection_json'])
    await put(root, own(3))
    expect((await run(root, ['export_collection_json'])).code).toBe(0)
  })
})

it('a run with a time of long ago takes no slot back that was served', async () => {
  const root = await copy()
  const at = (time: string, ...more: string[]) => run(root, ['export_collection_json', '--now', time, ...more])
  await at('2026-01-31T10:17:00Z')
  await at('2026-01-20T10:17:00Z')
  expect((await at('2026-01-31T12:00:00Z', '--scheduled')).stdout).toContain('nothing to do')
  expect((await tree(root))['data/runs.json']).toContain('"slot": "2026-01-31T10:00:00Z"')
})

describe('a file that would hold a secret', () => {
  it('is not written, and its name and that of the secret are told', async () => {
    const key = 'sk-3kd84jf93kd9'
    const root = await copy('{}', { version: 1, albums: [{ id: 1, title: `Song of ${key}`, artists: ['Air'] }] })
    const before = await tree(root)
    const { code, stdout, stderr } = await run(root, ['export_collection_markdown'], { LASTFM_API_KEY: key })
    expect(code).toBe(1)
    expect(stderr).toMatch(/Scheduled Output\/.* would hold the secret of LASTFM_API_KEY; it was not written\./u)
    expect(stdout + stderr).not.toContain(key)
    expect(await tree(root)).toEqual(before)
  })
})
