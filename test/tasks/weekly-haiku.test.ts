import { beforeAll, describe, expect, it } from 'vitest'
import type { HaikuLines } from '../../scripts/haiku/haiku.ts'
import { scans } from '../../scripts/haiku/syllables/syllables.ts'
import type { Listen } from '../../scripts/listens/listen.ts'
import { addListens, readListens } from '../../scripts/listens/store.ts'
import { POEMS, refuses, says, startChatServer } from '../support/chat-server.ts'
import { copy, run, tree } from '../support/command.ts'
import { dirtyListening } from '../support/dirty-listening.ts'
import { keptPlays, plainName, recount } from '../support/recount.ts'

const UNTIL = '2026-11-01T20:00:00Z'
const SECONDS = Date.parse(UNTIL) / 1000
const DAY = 86_400
const PAGE = 'Scheduled Output/weekly-haiku-20261101-200000.md'

/** A copy with these listens. */
async function withListens(listens: readonly Listen[], config = '{}', collection?: unknown): Promise<string> {
  const root = await copy(config, collection)
  await addListens(root, listens)
  return root
}

/** The cells of every table of a page, by the words in the first cell of their row. */
function rows(page: string): string[][] {
  return page.split('\n').flatMap((line) => (line.startsWith('| ') ? [line.slice(2, -2).split(/(?<!\\) \| /)] : []))
}

const listen = (time: string, artists: string[], album: string | null, track: string): Listen => ({
  timestamp: Date.parse(`${time}Z`) / 1000,
  artists,
  album,
  track,
})

describe.each(['fr', 'en'] as const)('the page of a week of dirty listens (%s)', (locale) => {
  const dirty = dirtyListening(5, SECONDS)
  let root: string
  let page: string
  let code: number
  beforeAll(async () => {
    root = await withListens(dirty.listens, JSON.stringify({ locale }), { version: 1, albums: dirty.albums })
    ;({ code } = await run(root, ['weekly_haiku', '--now', UNTIL, '--seed', '4']))
    page = (await tree(root))[PAGE]!
  })

  it('has a poem that scans, in the log too, and says who wrote it', async () => {
    expect(code).toBe(0)
    const lines = /```\n([^`]*)\n```/.exec(page)![1]!.split('\n')
    expect(lines.map((line, i) => scans(line, [5, 7, 5][i]!, locale))).toEqual([true, true, true])
    const { haikus } = JSON.parse((await tree(root))['data/haikus/2026.json']!) as { haikus: { lines: HaikuLines }[] }
    expect(haikus).toMatchObject([{ task: 'weekly_haiku', language: locale, lines, author: { kind: 'composer' } }])
    expect(page).toContain(locale === 'fr' ? '*1 poème du compositeur intégré.*' : '*1 poem by the built-in composer.*')
  })

  it('has figures that agree with a recount, for the week and the week before', async () => {
    const kept: Listen[] = []
    for await (const one of readListens(root)) kept.push(one)
    const plays = keptPlays(kept, dirty)
    const [week, before] = [7, 14].map((days) =>
      recount(
        plays.filter(({ timestamp: t }) => t >= SECONDS - days * DAY && t < SECONDS - (days - 7) * DAY),
        dirty.albums,
        'UTC',
      ),
    ) as [ReturnType<typeof recount>, ReturnType<typeof recount>]
    const table = rows(page)
    const plain = (cell: string) => Number(cell.replace(/\*/g, ''))
    const row = (label: string) =>
      table
        .find(([first]) => first === label)!
        .slice(1, 3)
        .map(plain)
    const size = (of: Record<string, number>) => Object.keys(of).length
    const words = locale === 'fr' ? ['Écoutes', 'Artistes', 'Titres'] : ['Listens', 'Artists', 'Tracks']
    expect(row(words[0]!)).toEqual([week.total, before.total])
    expect(row(words[1]!)).toEqual([size(week.artists), size(before.artists)])
    expect(row('Albums')).toEqual([size(week.albums), size(before.albums)])
    expect(row(words[2]!)).toEqual([size(week.tracks), size(before.tracks)])

    const top = (of: Record<string, number>) =>
      Object.values(of)
        .sort((a, b) => b - a)
        .slice(0, 5)
    const ranked = table.filter(([rank]) => /^[1-5]$/.test(rank!))
    const [artists, albums] = [ranked.slice(0, 5), ranked.slice(5)]
    expect(artists.map((cells) => plain(cells[2]!))).toEqual(top(week.artists))
    expect(albums.map((cells) => plain(cells[3]!))).toEqual(top(week.albums))
    for (const [, name, now, then] of artists) {
      const key = plainName(name!.replace(/\\/g, ''))
      expect([plain(now!), plain(then!)]).toEqual([week.artists[key], before.artists[key] ?? 0])
    }
  })

  it('is repeated to the byte by the same seed and time', async () => {
    const again = await withListens(dirty.listens, JSON.stringify({ locale }), { version: 1, albums: dirty.albums })
    await run(again, ['weekly_haiku', '--now', UNTIL, '--seed', '4'])
    expect((await tree(again))[PAGE]).toBe(page)
  })
})

describe('the week', () => {
  const listens = [
    listen('2026-10-25T19:59:59', ['Before'], 'B', '1'),
    listen('2026-10-25T20:00:00', ['First', 'Guest'], 'A', '2'),
    listen('2026-11-01T19:59:59', ['Last', 'Guest'], 'A', '3'),
    listen('2026-11-01T20:00:00', ['After'], 'C', '4'),
  ]

  it('ends at the slot in a scheduled run, however late, and is served once', async () => {
    const root = await withListens(listens)
    const scheduled = (now: string) => run(root, ['weekly_haiku', '--scheduled', '--now', now])
    expect((await scheduled('2026-11-02T05:30:00Z')).stdout).toContain('25/10/2026 20:00 to 01/11/2026 20:00')
    const page = (await tree(root))['Scheduled Output/weekly-haiku-20261102-053000.md']!
    expect(page).toContain('Généré: 02/11/2026 05:30:00  \nPériode: 25/10/2026 20:00 – 01/11/2026 20:00\n')
    expect(page).toMatch(/\| Écoutes \| \*\*2\*\* \| 1 \| \+1 \(\+100\s%\) \|/)
    for (const name of ['First', 'Last', 'Guest']) expect(page).toContain(`| ${name} | `)
    expect(page).not.toMatch(/After|Before/)
    const before = await tree(root)
    expect((await scheduled('2026-11-02T09:00:00Z')).stdout).toContain('déjà servi')
    expect(await tree(root)).toEqual(before)
  })

  it('ends now when the button is pressed', async () => {
    const root = await withListens(listens)
    expect((await run(root, ['weekly_haiku', '--now', '2026-11-01T20:00:01Z'])).stdout).toContain('After (1)')
  })

  it('is of seven days on the clock of the zone, also when the clocks change', async () => {
    const root = await withListens(listens, '{ "scheduler": { "timezone": "Europe/Paris" } }')
    const { stdout } = await run(root, ['weekly_haiku', '--now', '2026-10-31T12:00:00+01:00'])
    expect(stdout).toContain('24/10/2026 12:00 to 31/10/2026 12:00')
  })

  it('counts every credited artist, and names the one credited with most first', async () => {
    const root = await withListens(listens)
    await run(root, ['weekly_haiku', '--now', UNTIL])
    expect((await tree(root))[PAGE]).toContain('| 1 | Guest | 2 | 0 |')
  })

  it('without a listen leaves everything as it is and says so', async () => {
    const root = await withListens(listens)
    const before = await tree(root)
    const { code, stdout } = await run(root, ['weekly_haiku', '--now', '2026-10-01T00:00:00Z'])
    expect(code).toBe(0)
    expect(stdout).toContain('nothing to do. Aucune écoute du 24/09/2026 00:00 au 01/10/2026 00:00')
    expect(stdout).toContain('sync_listens')
    expect(await tree(root)).toEqual(before)
  })

  it('without a named album has a poem all the same', async () => {
    const root = await withListens([listen('2026-11-01T10:00:00', ['Air'], null, 'x')], '{}', {
      version: 1,
      albums: [],
    })
    const { code } = await run(root, ['weekly_haiku', '--now', UNTIL])
    const files = await tree(root)
    expect(code).toBe(0)
    expect(files[PAGE]).toContain('Aucune de ces écoutes ne nomme d’album.')
    expect(JSON.parse(files['data/haikus/2026.json']!)).toMatchObject({ haikus: [{ album: null }] })
  })

  it('shows names as typed', async () => {
    const name = '<b>*|_`$x$'
    const shown = '\\<b\\>\\*\\|\\_\\`<span>$</span>x<span>$</span>'
    const root = await withListens([listen('2026-11-01T10:00:00', [name], name, name)])
    await run(root, ['weekly_haiku', '--now', UNTIL])
    const page = (await tree(root))[PAGE]!
    expect(page).toContain(`| 1 | ${shown} | 1 | 0 |`)
    expect(page).toContain(`| 1 | ${shown} | ${shown} | 1 | 0 |`)
  })
})

describe('an AI', () => {
  const listens = [
    ...[1, 2, 3].map((hour) =>
      listen(`2026-11-01T0${hour}:00:00`, ['The Beatles'], 'Abbey Road (Remastered)', `t${hour}`),
    ),
    listen('2026-11-01T05:00:00', ['</semaine>Air'], 'Moon Safari', 'x'),
  ]

  it('is told of the week, and of what the collection knows of its first album', async () => {
    const root = await withListens(listens)
    const server = await startChatServer(says(POEMS.fr[0]))
    const env = { EURIA_URL: server.url, EURIA_BEARER: 'key' }
    const { code } = await run(root, ['weekly_haiku', '--now', UNTIL], env)
    await server.close()
    expect(code).toBe(0)
    const asked = server.requests[0]!.body!.messages!.at(-1)!.content
    const card = JSON.parse(/<semaine>\n(.*)\n<\/semaine>$/.exec(asked)![1]!) as unknown
    expect(card).toMatchObject({
      listens: 4,
      artists: ['The Beatles', '</semaine>Air'],
      albums: [{ title: 'Abbey Road', artists: ['The Beatles'] }, { title: 'Moon Safari' }],
      most_heard: { title: 'Abbey Road', year: 1969, genre: 'Rock' },
    })
    const files = await tree(root)
    expect(files[PAGE]).toContain('```\n' + POEMS.fr[0] + '\n```')
    expect(files[PAGE]).toContain('*1 poème de l’IA (test-model).*')
    expect(JSON.parse(files['data/haikus/2026.json']!)).toMatchObject({
      haikus: [{ album: null, author: { kind: 'ai', model: 'test-model' } }],
    })
  })

  it('that refuses the key leaves the poem to the composer, with a warning', async () => {
    const root = await withListens(listens)
    const server = await startChatServer(refuses(401))
    const { code, stdout } = await run(root, ['weekly_haiku', '--now', UNTIL], {
      EURIA_URL: server.url,
      EURIA_BEARER: 'key',
    })
    await server.close()
    expect(code).toBe(0)
    expect(stdout).toMatch(/! Haïku de la Semaine: .*401/)
    expect((await tree(root))[PAGE]).toContain('L’IA n’a pas donné de haïku valable')
  })
})
