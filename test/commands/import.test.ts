import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import type { Album } from '../../scripts/collection/album.ts'
import type { Review } from '../../scripts/collection/review.ts'
import { seededRandom } from '../../scripts/ground/random.ts'
import { command, copy, poemsOf, run, tree, type Ended } from '../support/command.ts'
import { discogsShelf } from '../support/discogs-shelf.ts'

/*
 * `npm run import` as a person runs it, in a folder with the starter collection. The lists stand outside of it, as in
 * somebody's downloads.
 */

const EMPTY = { version: 1, albums: [] }
const FIXTURES = new URL('../fixtures/import/', import.meta.url)

const read = async (root: string, file: string) => JSON.parse(await readFile(join(root, file), 'utf8')) as unknown
const albumsIn = async (root: string) => ((await read(root, 'data/collection.json')) as { albums: Album[] }).albums
const reviewIn = async (root: string) => ((await read(root, 'data/review.json')) as Review).unsure

/** Writes a list into a folder of its own, and gives its path. */
async function list(name: string, content: string | Uint8Array): Promise<string> {
  const folder = await copy()
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

/** https://www.discogs.com/users/export */
const HEADER = 'Catalog#,Artist,Title,Label,Format,Rating,Released,release_id,CollectionFolder,Date Added'

interface Pressing {
  artist: string
  title: string
  release: number
  year?: number
  format?: string
}

function discogs(...pressings: Pressing[]): string {
  const rows = pressings.map(
    ({ artist, title, release, year = '', format = 'LP' }) =>
      `X ${release},"${artist}","${title}",Label,"${format}",,${year},${release},Salon,2021-03-0${(release % 9) + 1} 09:00:00`,
  )
  return [HEADER, ...rows, ''].join('\r\n')
}

const ABBEY_ROAD: Pressing = {
  artist: 'The Beatles',
  title: 'Abbey Road',
  release: 11,
  year: 2009,
  format: 'LP, Album, RE',
}
const RUMOURS: Pressing = { artist: 'Fleetwood Mac', title: 'Rumours (Deluxe Edition)', release: 12, year: 2013 }
const BAD: Pressing = { artist: 'Michael Jackson', title: 'Bad', release: 13, year: 1987 }
const SHELF = discogs(ABBEY_ROAD, RUMOURS, BAD, BAD)

/** The command fails in a way a person can read: one message, no stack trace. */
function expectMessage({ stdout, stderr }: Ended, ...parts: (string | RegExp)[]): void {
  for (const part of parts) expect(`${stdout}${stderr}`).toMatch(part)
  expect(`${stdout}${stderr}`).not.toMatch(/a bug|^\s+at /m)
}

describe('a Discogs export', () => {
  it('takes the place of the starter collection, whose albums stay where one owns them, as they are', async () => {
    const root = await copy()
    const starters = await albumsIn(root)
    const { code, stdout } = await command('import', root, [await list('my list.csv', SHELF)])
    expect(code, stdout).toBe(0)
    expect(stdout).toMatch(/my list\.csv: recognised as .*Discogs.*CSV/)
    expect(stdout).toContain(`The ${starters.length - 2} albums of the starter collection made room.`)

    const albums = await albumsIn(root)
    const owned = starters.filter(({ title }) => ['Abbey Road', 'Rumours'].includes(title))
    expect(albums).toMatchObject([
      ...owned.map((album) => ({ ...album, source: 'discogs' })),
      { id: Math.max(...starters.map(({ id }) => id)) + 1, title: 'Bad', source: 'discogs' },
    ])
    expect(albums.map(({ copies }) => copies?.map(({ ref }) => ref))).toEqual([
      ['discogs:11'],
      ['discogs:12'],
      ['discogs:13', 'discogs:13#2'],
    ])
  })

  it('changes nothing to the byte the second time, and says that everything is known', async () => {
    const root = await copy()
    const file = await list('list.csv', SHELF)
    await command('import', root, [file])
    const before = await tree(root)
    const { code, stdout } = await command('import', root, [file])
    expect(code).toBe(0)
    expect(stdout).toContain('4 records known already')
    expect(stdout).toContain('Nothing changed.')
    expect(await tree(root)).toEqual(before)
  })

  it('gives no id twice, although its first albums have left', async () => {
    const root = await copy()
    const last = Math.max(...(await albumsIn(root)).map(({ id }) => id))
    await command('import', root, [await list('list.csv', SHELF)])
    const file = join(root, 'data/collection.json')
    const kept = JSON.parse(await readFile(file, 'utf8')) as { albums: Album[] }
    kept.albums = kept.albums.filter(({ title }) => title !== 'Bad')
    await writeFile(file, JSON.stringify(kept))
    await command('import', root, [
      await list('more.csv', discogs({ artist: 'Air', title: 'Moon Safari', release: 14 })),
    ])
    expect((await albumsIn(root)).at(-1)).toMatchObject({ id: last + 2, title: 'Moon Safari' })
  })

  it('gives the same collection in whatever order its rows stand', async () => {
    const { csv } = discogsShelf(150, 4)
    const [header, ...rows] = csv.trimEnd().split('\r\n') as [string, ...string[]]
    const files = await Promise.all(
      [rows, rows.toReversed(), seededRandom(1).shuffle(rows)].map((some) =>
        list('list.csv', [header, ...some].join('\r\n')),
      ),
    )
    const trees = []
    for (const file of files) {
      const root = await copy('{}', EMPTY)
      expect(await command('import', root, [file])).toMatchObject({ code: 0 })
      trees.push(await tree(root))
      // And in another order on top of it.
      await command('import', root, [files[0]!])
      trees.push(await tree(root))
    }
    expect((await albumsIn(await copy('{}', JSON.parse(trees[0]!['data/collection.json']!)))).length).toBeGreaterThan(
      140,
    )
    for (const each of trees) expect(each).toEqual(trees[0])
  })

  it('is what the next poems are about', async () => {
    const root = await copy()
    const { csv } = discogsShelf(20, 2)
    await command('import', root, [await list('list.csv', csv)])
    const { code } = await run(root, ['generate_haiku_scheduled', '--now', '2026-02-01T06:00:00Z'])
    expect(code).toBe(0)
    const poems = poemsOf((await tree(root))['Scheduled Output/generate-haiku-20260201-060000.md']!)
    expect(poems).toHaveLength(5)
    const titles = (await albumsIn(root)).map(({ title }) => title)
    for (const { heading } of poems)
      expect(
        titles.some((title) => heading.includes(title)),
        heading,
      ).toBe(true)
  })
})

describe('--dry-run', () => {
  it('shows every decision and writes nothing', async () => {
    const root = await copy()
    const before = await tree(root)
    const { csv } = discogsShelf(120, 3)
    const file = await list('list.csv', csv)
    const dry = await command('import', root, [file, '--dry-run'])
    expect(dry.code).toBe(0)
    expect(await tree(root)).toEqual(before)
    expect(dry.stdout).toContain('Dry run: nothing was written.')
    const titles = csv
      .split('\r\n')
      .slice(1, -1)
      .map((row) => /^[^,]*,[^,]*,(?:"([^"]*)"|([^,]*)),/.exec(row)!)
    for (const [, quoted, plain] of titles) expect(dry.stdout).toContain(`${(quoted ?? plain)!} – `)
    expect(dry.stdout).not.toContain('more')

    const real = await command('import', root, [file])
    expect(real.stdout).toMatch(/… and \d+ more/)
    expect(real.stdout.split('\n')[2]).toBe(dry.stdout.split('\n')[2])
    expect(dry.stdout).toContain('It would have been: changes to the data')
    const again = await command('import', root, [file, '--dry-run'])
    expect(again.stdout).toContain('Dry run: nothing was written. Nothing would have changed.')
  })
})

describe('what cannot be carried out', () => {
  const file = 'data/collection.json'
  it.each<[string, string[], number, RegExp]>([
    ['a mistyped format', ['discog', file], 2, /no format and no file “discog”\. Did you mean “discogs”\?/],
    [
      'a format that nobody knows',
      ['deezer-export', file],
      2,
      /no format and no file “deezer-export”\.\n[^]*listenbrainz/,
    ],
    ['a file that is not there', ['nowhere.csv'], 2, /There is no file nowhere\.csv\.\n.*quotes/],
    ['a second file that is not there', [file, 'nowhere.csv'], 2, /There is no file nowhere\.csv\./],
    ['a folder', ['data'], 2, /data is a folder\.\n.*Name the file itself/],
    ['a format without a file', ['discogs'], 2, /the file is missing\.\n.*npm run import -- discogs <file>/],
    ['an account without a name', ['lastfm-user'], 2, /lastfm-user needs one user name/],
    ['two wishes that exclude each other', [file, '--dry-run', '--publish'], 2, /cannot go together/],
    ['an unknown switch', ['--dryrun', file], 2, /Unknown option '--dryrun'\n.*npm run import/],
    ['an empty file', ['empty.csv'], 1, /empty\.csv: there is nothing in it to import/],
    ['a header without rows', ['header.csv'], 1, /header\.csv: there is nothing in it to import/],
    ['a picture', ['cover.jpg'], 1, /cover\.jpg: none of the known formats\..*npm run import -- <format> <file>/],
    [
      'a file of another format than it is said',
      ['beets', 'header.csv'],
      1,
      /header\.csv is not a beets [^\n]*\. Leave the format away/,
    ],
  ])('%s is told in one message', async (_, args, code, message) => {
    const root = await copy()
    await writeFile(join(root, 'empty.csv'), '')
    await writeFile(join(root, 'header.csv'), `${HEADER}\r\n`)
    await writeFile(
      join(root, 'cover.jpg'),
      Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256),
    )
    const before = await tree(root)
    const ended = await command('import', root, args)
    expectMessage(ended, message)
    expect(ended.code).toBe(code)
    expect(await tree(root)).toEqual(before)
  })

  it('no file at all is nothing to do', async () => {
    const root = await copy()
    const { code, stdout } = await command('import', root, [])
    expect(code).toBe(0)
    expect(stdout).toMatch(/nothing to do.*data\/inbox/)
  })

  it('a file that cannot be read keeps no other out', async () => {
    const root = await copy('{}', EMPTY)
    const ended = await command('import', root, [
      await list('notes.txt', 'Buy milk.'),
      await list('list.csv', discogs(BAD)),
    ])
    expectMessage(ended, /notes\.txt: none of the known formats/)
    expect(ended.code).toBe(1)
    expect(await albumsIn(root)).toMatchObject([{ title: 'Bad' }])
  })
})

describe('a messy file', () => {
  it('is read as far as it can be, and each bad row is named by its line', async () => {
    const rows = [
      '\uFEFFTitre;Artiste;Année;Remarque',
      '"Le ""Grand"" Bleu";Éric Serra;1988;',
      '',
      ';Sans Titre;1990;',
      '🎸 12" Mix;東京事変;2005;"sur deux\r\nlignes"',
      'أنت عمري;أم كلثوم;1964;',
      ' ; ; ; ',
      'Rock &amp; Roll;AC/DC;05/1980;',
      'Too;many;1990;a;b',
      '„Berlin“;Lou Reed;1973;5 €',
      'Cut;Shor',
    ]
    const root = await copy('{}', EMPTY)
    const ended = await command('import', root, [await list('liste.csv', rows.join('\r\n'))])
    expect(ended.code).toBe(1)
    expect((await albumsIn(root)).map(({ title, artists, year }) => [title, artists, year]).sort()).toEqual(
      [
        ['Le "Grand" Bleu', ['Éric Serra'], 1988],
        ['🎸 12" Mix', ['東京事変'], 2005],
        ['أنت عمري', ['أم كلثوم'], 1964],
        ['Rock & Roll', ['AC/DC'], null],
        ['„Berlin“', ['Lou Reed'], 1973],
      ].sort(),
    )
    const told = [...ended.stdout.matchAll(/! liste\.csv: (line \d+: .*)/g)].map(([, text]) => text)
    expect(told).toEqual([
      'line 4: no title stands here.',
      'line 9: Année: “05/1980” is not a year.',
      'line 10: 5 fields stand here; the header has 4.',
      'line 12: the file ends in the middle of this.',
    ])
    expect(ended.stdout).toContain('3 rows could not be read; the others are in.')
  })

  it('may be in Latin-1, as old spreadsheets write it', async () => {
    const root = await copy('{}', EMPTY)
    const text = 'Titre;Artiste;Année\nÀ la claire fontaine;Zoé Müller;1971\n'
    const { code } = await command('import', root, [await list('liste.csv', Buffer.from(text, 'latin1'))])
    expect(code).toBe(0)
    expect(await albumsIn(root)).toMatchObject([{ title: 'À la claire fontaine', artists: ['Zoé Müller'], year: 1971 }])
  })
})

describe('a Spotify listening history', () => {
  const SECRETS = /203\.0\.113|2001:db8|Fairphone|Android|"ios"|conn_country|"CH"|ip_addr|jane-doe-9|Mozilla/

  it.each(['as files', 'as the archive it comes in', 'from the inbox of a folder'])(
    'leaves no address, user name or device behind (%s)',
    async (way) => {
      const files: Record<string, Buffer> = {
        'Streaming_History_Audio_2024.json': await readFile(new URL('spotify-extended.json', FIXTURES)),
        'endsong_0.json': await readFile(new URL('spotify-endsong.json', FIXTURES)),
      }
      // As Spotify wrote it until 2023.
      const [stream] = JSON.parse(files['endsong_0.json']!.toString()) as object[]
      const named = { ...stream, username: 'jane-doe-9', user_agent_decrypted: 'Mozilla/5.0' }
      files['endsong_0.json'] = Buffer.from(JSON.stringify([named]))
      for (const content of Object.values(files)) expect(content.toString()).toMatch(SECRETS)

      const root = await copy()
      let args: string[]
      if (way === 'as files') args = await Promise.all(Object.entries(files).map(([name, bytes]) => list(name, bytes)))
      else if (way.startsWith('as the archive')) {
        const folder = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`MyData/${name}`, bytes]))
        args = ['spotify-history', await list('my_spotify_data.zip', zipSync(folder))]
      } else {
        args = []
        await mkdir(join(root, 'data/inbox'))
        for (const [name, bytes] of Object.entries(files)) await writeFile(join(root, 'data/inbox', name), bytes)
      }
      const summary = join(await copy(), 'summary.md')
      const ended = await command('import', root, args, { GITHUB_STEP_SUMMARY: summary })
      expect(ended.code, ended.stdout + ended.stderr).toBe(0)

      const written = await tree(root)
      expect(written['data/listens/2024-03.json']).toContain('Hyperballad')
      expect(written['data/listens/2024-03.json']).not.toContain('Nobody Shall Know')
      const told = [ended.stdout, ended.stderr, await readFile(summary, 'utf8')]
      for (const text of [...Object.values(written), ...Object.keys(written), ...told])
        expect(text).not.toMatch(SECRETS)
    },
  )
})

describe('what a person wrote between two imports', () => {
  it('stays, what they emptied is filled again, and what they took out comes back', async () => {
    const root = await copy('{}', EMPTY)
    const file = await list('list.csv', discogs(ABBEY_ROAD, RUMOURS, BAD))
    await command('import', root, [file])
    const [abbey, rumours, bad] = await albumsIn(root)
    const mine = {
      ...abbey!,
      title: 'Abbey Rd.',
      year: 1969,
      genre: 'Beat',
      description: 'From my aunt.',
      // Unknown, as far as the file says.
      support: null,
      mood: { late: true },
      copies: [{ ...abbey!.copies![0]!, folder: 'Kitchen', notes: 'a scratch' }],
    }
    await writeFile(join(root, 'data/collection.json'), JSON.stringify({ version: 1, albums: [mine, rumours] }))
    const { code } = await command('import', root, [file])
    expect(code).toBe(0)
    const albums = await albumsIn(root)
    expect(albums[0]).toEqual({ ...mine, support: 'Vinyl', sources: { ...mine.sources, support: 'discogs' } })
    expect(albums.slice(1)).toEqual([rumours, bad])
  })

  it('never leaves by an import: it takes nothing away but the starters', async () => {
    const own = Array.from({ length: 40 }, (_, at) => ({
      id: at + 100,
      title: `Mine ${at}`,
      artists: ['Me'],
      note: at,
    }))
    const root = await copy()
    const starters = await albumsIn(root)
    const file = join(root, 'data/collection.json')
    await writeFile(file, JSON.stringify({ version: 1, albums: [...starters, ...own] }))
    const { code, stderr } = await command('import', root, [await list('list.csv', discogs(BAD))])
    expect(code, stderr).toBe(0)
    expect(await albumsIn(root)).toMatchObject([...own, { title: 'Bad' }])
  })
})

describe('a record that may be of an album that is there', () => {
  const MINE: Album = { id: 3, title: 'Pet Sounds', artists: ['The Beach Boys'], year: 1966 }
  const PERHAPS: Pressing = { artist: 'The Beach Boyz', title: 'Pet Sounds', release: 9, year: 1966 }

  async function asked(): Promise<{ root: string; file: string; decide: (decision: unknown) => Promise<Ended> }> {
    const root = await copy('{}', { version: 1, albums: [MINE] })
    const file = await list('list.csv', discogs(PERHAPS))
    const { code, stdout } = await command('import', root, [file])
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /1 record to decide about\n {2}Pet Sounds – The Beach Boyz.*perhaps .* \(id 3\)\nOpen data\/review\.json/,
    )
    expect(await albumsIn(root)).toEqual([MINE])
    expect(await reviewIn(root)).toMatchObject([{ why: 'spelling', decision: null, perhaps: [{ id: 3 }] }])
    return {
      root,
      file,
      async decide(decision) {
        const path = join(root, 'data/review.json')
        const text = await readFile(path, 'utf8')
        await writeFile(path, text.replace('"decision": null', `"decision": ${JSON.stringify(decision)}`))
        return command('import', root, [])
      },
    }
  }

  it.each<[string, unknown, Partial<Album>[]]>([
    ['becomes an album of its own', 'new', [MINE, { id: 4, title: 'Pet Sounds', artists: ['The Beach Boyz'] }]],
    [
      'becomes a copy of the album named',
      3,
      [{ ...MINE, copies: [expect.objectContaining({ ref: 'discogs:9' }) as never] }],
    ],
    ['stays out', 'skip', [MINE]],
  ])('%s where a person says so, and is not asked about again', async (_, decision, albums) => {
    const { root, file, decide } = await asked()
    expect(await decide(decision)).toMatchObject({ code: 0 })
    expect(await albumsIn(root)).toMatchObject(albums)
    expect(await reviewIn(root)).toMatchObject(decision === 'skip' ? [{ decision: 'skip' }] : [])
    const before = await tree(root)
    const again = await command('import', root, [file])
    expect(again.stdout).toMatch(decision === 'skip' ? /1 record left out, as decided/ : /1 record known already/)
    expect(await tree(root)).toEqual(before)
  })

  it('waits on where the id named is of no album, and the person is told', async () => {
    const { root, decide } = await asked()
    const { code, stdout } = await decide(99)
    expect(code).toBe(0)
    expect(stdout).toContain('1 record to decide about')
    expect(await reviewIn(root)).toMatchObject([{ decision: null }])
    expect(await albumsIn(root)).toEqual([MINE])
  })

  it('is not lost in a review file that somebody broke: the place is named, and nothing is written', async () => {
    const { root, file, decide } = await asked()
    for (const [decision, message] of [
      [
        'maybe',
        /data\/review\.json, line 18, unsure\[0\]\.decision: "maybe" stands here\. Possible: null, "new", "skip"/,
      ],
      [undefined, /data\/review\.json, line 18: .*"decision":/],
    ] as const) {
      const path = join(root, 'data/review.json')
      const text = await readFile(path, 'utf8')
      const ended = await decide(decision)
      expectMessage(ended, message)
      expect(ended.code).toBe(2)
      const before = await tree(root)
      expect(await command('import', root, [file])).toMatchObject({ code: 2 })
      expect(await tree(root)).toEqual(before)
      await writeFile(path, text)
    }
  })
})

describe('the job summary of an import', () => {
  async function summaryOf(config: string, csv: string): Promise<{ summary: string; html: string }> {
    const root = await copy(config)
    const file = join(await copy(), 'summary.md')
    await command('import', root, [await list('list.csv', csv)], { GITHUB_STEP_SUMMARY: file })
    const summary = await readFile(file, 'utf8')
    const options = { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }
    return { summary, html: micromark(summary, options) }
  }
  const broken = `${SHELF}X,Nobody,,L,LP,,1990,15,Salon,2021-01-01 09:00:00\r\n`

  it('is in French', async () => {
    const { summary } = await summaryOf('{}', broken)
    expect(summary).toContain('list.csv : reconnu comme collection Discogs (CSV)')
    expect(summary).toContain('1 ligne illisible ; les autres sont importées.')
    expect(summary).toMatch(/albums de la collection de départ ont laissé la place/)
    expect(summary).toMatch(/<summary>3 albums ajoutés<\/summary>[^]*\*\*Bad\*\* – Michael Jackson \(1987\), ligne 4/)
    expect(summary).toMatch(/<summary>1 disque réuni à des albums déjà là<\/summary>[^]*un exemplaire de plus/)
    expect(summary).toMatch(/### Fichiers\n\n- data\/collection\.json/)
    expect(summary).toMatch(/- \*\*list\.csv\*\* – ligne 6 : il n’y a pas de titre ici\./)
  })

  it('is in English where the configuration says so', async () => {
    const { summary } = await summaryOf('{ "locale": "en" }', broken)
    expect(summary).toMatch(/list\.csv: recognised as .*Discogs.*CSV/)
    expect(summary).toMatch(/<summary>3 albums added<\/summary>[^]*\*\*Bad\*\* – Michael Jackson \(1987\), line 4/)
    expect(summary).toMatch(/- \*\*list\.csv\*\* – line 6: no title stands here\./)
    expect(summary).not.toMatch(/[éèà]/)
  })

  it('shows titles as they were typed, whatever they look like', async () => {
    const titles = [
      '[unreleased]',
      '<b>Bold</b>',
      '</details>',
      '# 1',
      '*_*',
      '`code`',
      '<script>alert(1)</script>',
      '&lt;',
    ]
    const artists = [
      '<img src=x>',
      '[a](javascript:1)',
      '1. Outside',
      '~~gone~~',
      '| a |',
      '![x](y)',
      '- dash',
      '> quote',
    ]
    const pressings = titles.map((title, at) => ({ title, artist: artists[at]!, release: at + 1 }))
    const { html } = await summaryOf('{}', discogs(...pressings))
    const visible = html
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
    // An entity in a table is what it stands for.
    for (const { title, artist } of pressings) expect(visible).toContain(`${title.replace('&lt;', '<')} – ${artist}`)
    expect(html).not.toMatch(/<(?:b|script|img|del|em|code|a|h1|table)\b/)
    expect(html.match(/<details>/g)).toHaveLength(html.match(/<\/details>/g)!.length)
  })

  it('stays below what GitHub shows with thousands of decisions and bad rows', async () => {
    const long = (at: number) => `${'*Very* [long] title & 長い題名 '.repeat(30)}${at}`
    const pressings = Array.from({ length: 5000 }, (_, at) => ({
      title: long(at % 2500),
      artist: `${'Some <b>artist</b> '.repeat(20)}${at % 2500}`,
      release: at + 1,
    }))
    const bad = Array.from(
      { length: 1000 },
      (_, at) => `X,Nobody,,L,LP,,1990,${at + 9000},Salon,2021-01-01 09:00:00\r\n`,
    )
    const { summary, html } = await summaryOf('{}', discogs(...pressings) + bad.join(''))
    expect(Buffer.byteLength(summary)).toBeLessThan(2 ** 20)
    expect(summary).toMatch(/2[\s ]500 albums ajoutés/)
    expect(summary).toMatch(/2[\s ]500 disques réunis/)
    expect(summary).toMatch(/… et .* de plus/)
    expect(html.match(/<details>/g)).toHaveLength(html.match(/<\/details>/g)!.length)
    expect(summary).toContain('### Fichiers')
    expect(summary).toContain('ligne 5002 : il n’y a pas de titre ici.')
  })
})

describe('a file beyond what is read', () => {
  const many = (count: number, row: (at: number) => string) =>
    `Artist,Title,Notes\n${Array.from({ length: count }, (_, at) => row(at)).join('')}`

  it('is refused, with its name, the limit and what to do, and the other files come in', async () => {
    const root = await copy()
    await mkdir(join(root, 'data/inbox'), { recursive: true })
    await writeFile(join(root, 'data/inbox/deep.json'), `{"version": 1, "albums": ${'['.repeat(70)}${']'.repeat(70)}}`)
    await writeFile(
      join(root, 'data/inbox/same.csv'),
      many(1001, (at) => `Band ${at},Untitled,\n`),
    )
    await writeFile(
      join(root, 'data/inbox/good.csv'),
      many(1, () => 'Ida Quill,Undersong,\n'),
    )
    const ended = await command('import', root, [])
    expectMessage(
      ended,
      /deep\.json: has lists within lists more than 64 deep/,
      /same\.csv: names more than 1,000 albums/,
    )
    expect((await albumsIn(root)).map(({ title }) => title)).toContain('Undersong')
  })

  it('costs a row with a text that is too long, and no other', async () => {
    const root = await copy('{}', EMPTY)
    const rows = [
      `Band,${'t'.repeat(1001)},\n`,
      `${'a'.repeat(1001)},Title,\n`,
      `Band,Long,${'n'.repeat(10_001)}\n`,
      `Band,Whole,${'n'.repeat(10_000)}\n`,
    ]
    const ended = await command('import', root, [
      await list(
        'long.csv',
        many(4, (at) => rows[at]!),
      ),
    ])
    expectMessage(
      ended,
      /line 2: title has more than 1,000/,
      /line 3: artist has/,
      /line 4: Notes has more than 10,000/,
    )
    expect((await albumsIn(root)).map(({ title }) => title)).toEqual(['Whole'])
  })

  it('is told of where JSON has such texts', async () => {
    const root = await copy('{}', EMPTY)
    const albums = [
      { id: 1, title: 'Long', artists: ['Air'], description: 'x'.repeat(10_001) },
      { id: 2, title: 'Whole', artists: ['Air'] },
    ]
    const ended = await command('import', root, [await list('x.json', JSON.stringify({ version: 1, albums }))])
    expectMessage(ended, /entry 1: description has more than 10,000/)
    expect((await albumsIn(root)).map(({ title }) => title)).toEqual(['Whole'])
  })
})

describe('characters that do not print', () => {
  it('are left out of what is stored, and it says how many', async () => {
    const root = await copy('{}', EMPTY)
    const title = 'Red \u001b[31mAlarm\u0007\u202e'
    const albums = [{ id: 1, title, artists: ['A\u200fir\u009b'], description: 'one\ntwo' }]
    const ended = await command('import', root, [await list('x.json', JSON.stringify({ version: 1, albums }))])
    expectMessage(ended, /x\.json: characters that do not print .* left out of 1 row\./)
    expect(await albumsIn(root)).toMatchObject([{ title: 'Red [31mAlarm', artists: ['Air'], description: 'one\ntwo' }])
  })
})

describe('what only the owner of a record should know', () => {
  const CSV = [
    `${HEADER},Collection Notes,Collection Price,Collection Seller`,
    'X 1,Air,Moon Safari,Source,LP,,1998,11,Salon,2021-03-01 09:00:00,from my ex,12 EUR,Jo Smith',
    '',
  ].join('\r\n')
  const HERS = /from my ex|12 EUR|Jo Smith|Salon/u
  const stored = async (config: string, env: NodeJS.ProcessEnv) => {
    const root = await copy(config, EMPTY)
    const ended = await command('import', root, [await list('list.csv', CSV)], env)
    return { ...ended, text: await readFile(join(root, 'data/collection.json'), 'utf8') }
  }

  it('is left out of a repository that others can read, and said so', async () => {
    const { text, stdout } = await stored('{}', { GITHUB_ACTIONS: 'true', REPOSITORY_PRIVATE: 'false' })
    expect(text).toContain('Moon Safari')
    expect(text).not.toMatch(HERS)
    expect(stdout).toMatch(/Notes, prices, sellers and folders of 1 record were left out/u)
  })

  it('stays on one’s own machine, in a private repository, and where the configuration says so', async () => {
    for (const [config, env] of [
      ['{}', {}],
      ['{}', { GITHUB_ACTIONS: 'true', REPOSITORY_PRIVATE: 'true' }],
      ['{ "personal_notes": true }', { GITHUB_ACTIONS: 'true', REPOSITORY_PRIVATE: 'false' }],
    ] as const)
      for (const part of ['from my ex', '12 EUR', 'Jo Smith', 'Salon'])
        expect((await stored(config, env)).text).toContain(part)
    expect((await stored('{ "personal_notes": false }', {})).text).not.toMatch(HERS)
  })
})
