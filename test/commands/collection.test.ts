import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, copy, tree } from '../support/command.ts'

const LINK = 'https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN'

/** A collection as it comes about by hand and from several lists. */
const MESSY = {
  note: 'mine',
  version: 1,
  albums: [
    { id: 1, title: 'Abbey Road', artists: ['The Beatles'], year: 1969, spotify_url: `${LINK}?si=x`, shelf: 3 },
    { id: 2, title: 'Homogenic', artists: ['Björk'], year: 1997 },
    { id: 3, title: 'Debut', artists: ['Bjork'], year: 2093 },
    { id: 4, title: 'Post', artists: ['Björk'], year: null },
    { id: 5, title: 'Weezer', artists: ['Weezer'], year: 1994 },
    { id: 6, title: 'Weezer', artists: ['Weezer'], year: 2001 },
    { id: 7, title: 'Caf&eacute; Bleu', artists: ['The Style Council'], year: 1984 },
    { id: 8, title: 'Our Favourite Shop', artists: ['The Style Councill'], year: 1985 },
    { id: 9, title: 'Abbey Road (Remastered)', artists: ['Beatles'], description: 'Mine.', support: 'CD' },
  ],
}

const check = (root: string, ...args: string[]) => command('collection', root, ['check', ...args])

describe('npm run collection -- check', () => {
  it('reports everything with its place, changes nothing and exits with 1', async () => {
    const root = await copy('{}', MESSY)
    const before = await tree(root)
    const { code, stdout, stderr } = await check(root)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(await tree(root)).toEqual(before)
    for (const text of [
      '✗ id 7 (line 1): title “Caf&eacute; Bleu”',
      '--fix writes “Café Bleu”.',
      '✗ id 3 (line 1): artist “Bjork”',
      '? id 8 (line 1): artist “The Style Councill”',
      `--fix writes ${LINK}`,
      'Suspicious years (1)',
      'The same album twice (2: 1 certain, 1 to decide)',
      '  id 9 (line 1): “Abbey Road (Remastered)” – Beatles',
      '–',
      '9 albums, 4 that --fix puts right, 4 for you to decide.',
    ])
      expect(stdout).toContain(text)
  })

  it('with --fix puts right what is beyond doubt, shows each change, and the second time changes nothing', async () => {
    const root = await copy('{}', MESSY)
    const first = await check(root, '--fix')
    expect(first.code).toBe(1)
    for (const line of [
      '✓ id 7: title “Caf&eacute; Bleu” → “Café Bleu”',
      `✓ id 1: spotify_url “${LINK}?si=x” → “${LINK}”`,
      '✓ id 3: artists “Bjork” → “Björk”',
      '✓ id 1: entry id 9 “Abbey Road (Remastered)” – Beatles → joined into id 1',
      '4 changes made',
    ])
      expect(first.stdout).toContain(line)
    const file = join(root, 'data/collection.json')
    const text = await readFile(file, 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      note: 'mine',
      albums: [
        {
          id: 1,
          title: 'Abbey Road',
          artists: ['The Beatles'],
          year: 1969,
          spotify_url: LINK,
          shelf: 3,
          description: 'Mine.',
        },
        MESSY.albums[1],
        { ...MESSY.albums[2], artists: ['Björk'] },
        MESSY.albums[3],
        MESSY.albums[4],
        MESSY.albums[5],
        { ...MESSY.albums[6], title: 'Café Bleu' },
        MESSY.albums[7],
      ],
      // The id of the entry that went is not given again.
      last_id: 9,
    })
    const again = await check(root, '--fix')
    expect(again.stdout).toContain('8 albums, nothing to fix')
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  it('with --fix destroys no title that begins with its artist, and asks', async () => {
    const albums = [
      { id: 1, title: 'John Prine – coffret', artists: ['John Prine'], year: 1971 },
      { id: 2, title: 'Vampire Weekend – coffret', artists: ['Vampire Weekend'], year: 2008 },
      { id: 3, title: 'Weezer - Blue Album', artists: ['Weezer'], year: 1994 },
    ]
    const root = await copy('{}', { version: 1, albums })
    const { code, stdout } = await check(root, '--fix')
    expect(code).toBe(1)
    expect(stdout).toContain('Titles that begin with the artist (1)\n? id 3 (line 1): “Weezer - Blue Album”')
    expect(stdout).toContain('3 albums, nothing to fix, 1 for you to decide.')
    expect(JSON.parse(await readFile(join(root, 'data/collection.json'), 'utf8'))).toEqual({ version: 1, albums })
  })

  it('exits with 0 where nothing asks for a person, as with missing years', async () => {
    const root = await copy('{}', { version: 1, albums: [MESSY.albums[3]] })
    const { code, stdout } = await check(root)
    expect(code).toBe(0)
    expect(stdout).toContain('No year (1)')
    expect(stdout).toContain('1 album, nothing asks for you.')
  })

  it('has no word against the albums of the fixture', async () => {
    expect((await check(await copy())).code).toBe(0)
  })

  it('gives programs the same as JSON', async () => {
    const root = await copy('{}', MESSY)
    const { changes, findings } = JSON.parse((await check(root, '--json')).stdout) as Record<string, object[]>
    expect(changes).toEqual([])
    expect(findings).toHaveLength(10)
    expect(findings).toContainEqual({
      ...{ kind: 'text', verdict: 'certain', why: expect.any(String) as string, todo: '--fix writes “Café Bleu”.' },
      albums: [{ id: 7, line: 1, stands: 'title “Caf&eacute; Bleu”' }],
    })
  })

  it.each([[[]], [['chek']], [['check', 'twice']], [['check', '--fixx']]])('%j is misuse', async (args) => {
    const { code, stderr } = await command('collection', await copy(), args)
    expect(code).toBe(2)
    expect(stderr).toContain('npm run collection -- check')
  })

  it('leaves a broken file as it is and exits with 2', async () => {
    const root = await copy()
    await writeFile(join(root, 'data/collection.json'), '{ "version": 1, "albums": [')
    const before = await tree(root)
    const { code, stderr } = await check(root, '--fix')
    expect(code).toBe(2)
    expect(stderr).toContain('data/collection.json, line 1')
    expect(await tree(root)).toEqual(before)
  })

  it('--help says how it is used', async () => {
    const { code, stdout } = await command('collection', await copy(), ['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('--fix')
  })
})
