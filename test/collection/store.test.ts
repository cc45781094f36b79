import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openCollection } from '../../scripts/collection/store.ts'
import { DataError, EXIT } from '../../scripts/ground/errors.ts'

const roots: string[] = []

async function rootWith(text: string | Uint8Array | null): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'aime-collection-'))
  roots.push(root)
  await mkdir(join(root, 'data'))
  if (text !== null) await writeFile(join(root, 'data/collection.json'), text)
  return root
}

afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))))

const file = (...albums: string[]) => `{\n  "version": 1,\n  "albums": [\n    ${albums.join(',\n    ')}\n  ]\n}\n`
const album = (fields = '') => `{ "id": 1, "title": "Abbey Road"${fields === '' ? '' : `, ${fields}`} }`

describe('the collection', () => {
  it('is read as it was written, in order, with fields it does not know', async () => {
    const text = `${JSON.stringify(
      {
        note: 'mine',
        version: 1,
        albums: [{ shelf: { row: 3 }, title: 'Thriller', id: 7, rating: '★★★', artists: null }],
      },
      null,
      2,
    )}\n`
    const root = await rootWith(text)
    const store = await openCollection(root)
    await store.write()
    expect(await readFile(join(root, 'data/collection.json'), 'utf8')).toBe(text)
  })

  it('survives any round trip of unknown fields', async () => {
    const root = await rootWith(null)
    const path = join(root, 'data/collection.json')
    const unknown = fc.dictionary(
      fc.string().filter((key) => !KNOWN.has(key) && key !== '__proto__'),
      fc.jsonValue(),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(unknown, { maxLength: 5 }), async (extras) => {
        const albums = extras.map((extra, index) => ({ id: index + 1, title: `T${index}`, ...extra }))
        const text = `${JSON.stringify({ version: 1, albums }, null, 2)}\n`
        await writeFile(path, text)
        await (await openCollection(root)).write()
        expect(await readFile(path, 'utf8')).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  it('refuses to write what it would refuse to read, and leaves the file as it was', async () => {
    const root = await rootWith(file(album()))
    const store = await openCollection(root)
    store.data.albums.push({ id: 1, title: 'Thriller' })
    await expect(store.write()).rejects.toThrow(
      /albums\[1\]\.id: 1 is already the id of “Abbey Road”.*next free one is 2/,
    )
    expect(await readFile(join(root, 'data/collection.json'), 'utf8')).toBe(file(album()))
    expect(await readdir(join(root, 'data'))).toEqual(['collection.json'])
  })

  it.each<[what: string, text: string | Uint8Array | null, ...says: string[]]>([
    ['that is missing', null, 'is missing'],
    ['that is empty', '', 'is empty'],
    ['of blanks', ' \n\n ', 'is empty'],
    ['cut in half', file(album(), album('"year": 1969')).slice(0, 70), 'line 4', 'ends too early'],
    ['with a comma missing between albums', file(`${album()}\n    ${album()}`), 'line 5', 'a comma is missing'],
    ['with a comma too many after the last album', file(`${album()},`), 'line 5', 'a comma too many before this ]'],
    ['with a comma missing in an album', file('{ "id": 1 "title": "x" }'), 'line 4', 'a comma is missing'],
    ['with a quote missing', file('{ "id": 1, "title": "Abbey Road }'), 'line 4', 'not closed'],
    ['with typographic quotes', file('{ "id": 1, “title”: "x" }'), 'line 4', 'typographic quote (“)'],
    ['with an unescaped quote in a title', file('{ "id": 1, "title": "12" mixes" }'), 'line 4'],
    ['with marks of a merge', `<<<<<<< HEAD\n${file(album())}=======\n>>>>>>> x`, 'line 1', 'a merge left its mark'],
    ['that is a web page', '<!DOCTYPE html><html></html>', 'line 1'],
    ['that is a bare list', '[]', 'Put the list into an object'],
    ['that is a text', '"albums"', 'Put the list into an object'],
    ['of another version', '{ "version": 2, "albums": [] }', 'version 2 stands here', 'reads version 1'],
    ['without a version', '{ "albums": [] }', 'version: nothing stands here', 'Possible: 1'],
    ['without a list of albums', '{ "version": 1 }', 'albums: nothing stands here', 'a list in [ ]'],
    ['whose albums are an object', '{ "version": 1, "albums": {} }', 'a list in [ ]'],
    [
      'with the same id twice',
      file(album(), album('"year": 1969')),
      'line 5',
      'albums[1].id',
      'already the id of “Abbey Road”',
      'next free one is 2',
    ],
    ['with an album without id', file('{ "title": "x" }'), 'line 4', 'albums[0].id: nothing stands here', 'a number'],
    ['with an id of 0', file('{ "id": 0, "title": "x" }'), 'albums[0].id: 0 stands here', '1 or more'],
    ['with an album without title', file('{ "id": 1 }'), 'albums[0].title: nothing stands here'],
    ['with a blank title', file('{ "id": 1, "title": "  " }'), 'albums[0].title', 'at least one visible character'],
    [
      'with a year in quotes',
      file(album(), `{ "id": 2, "title": "x",\n "year": "1969" }`),
      'line 6, albums[1].year: "1969"',
      'Leave out the quotes: 1969',
    ],
    ['with a year that cannot be', file(album('"year": 196')), 'albums[0].year: 196 stands here', '1857 or more'],
    ['with artists that are one text', file(album('"artists": "The Beatles"')), 'albums[0].artists', 'a list in [ ]'],
    [
      'with a link that is none',
      file(album('"spotify_url": "spotify:album:1"')),
      'spotify_url: "spotify:album:1"',
      'https://',
    ],
    ['with a script for a link', file(album('"discogs_url": "javascript:alert(1)"')), 'discogs_url'],
    ['with an album that is null', file('null'), 'albums[0]: null stands here', 'an object in { }'],
    ['with a key twice in one album', file(album('"title": "Help!"')), 'line 4', '"title" stands twice'],
    ['in Latin-1', Buffer.from(file('{ "id": 1, "title": "Oxygène" }'), 'latin1'), 'not UTF-8'],
  ])('%s is refused with its place and left untouched', async (_what, text, ...says) => {
    const root = await rootWith(text)
    const error = await openCollection(root).then(
      () => null,
      (error: unknown) => error,
    )
    expect(error).toBeInstanceOf(DataError)
    const { message, todo, exitCode } = error as DataError
    expect(exitCode).toBe(EXIT.misuse)
    expect(message).toMatch(/^data\/collection\.json/)
    for (const part of says) expect(message).toContain(part)
    expect(todo).toBeTruthy()
    if (text === null) expect(await readdir(join(root, 'data'))).toEqual([])
    else expect(await readFile(join(root, 'data/collection.json'))).toEqual(Buffer.from(text))
  })

  it('that is a folder is refused', async () => {
    const root = await rootWith(null)
    await mkdir(join(root, 'data/collection.json'))
    await expect(openCollection(root)).rejects.toThrow('it is a folder')
  })
})

const KNOWN = new Set(
  'id title artists year genre description spotify_url tracks_count tracks support source discogs_id discogs_url musicbrainz_id cover_url ai_info added_at'.split(
    ' ',
  ),
)
