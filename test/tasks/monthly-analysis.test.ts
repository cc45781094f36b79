import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Listen } from '../../scripts/listens/listen.ts'
import { addListens, readListens } from '../../scripts/listens/store.ts'
import { copy, run, tree } from '../support/command.ts'
import { dirtyListening } from '../support/dirty-listening.ts'
import { keptPlays, recount, topTen, type KeptPlay, type Recount } from '../support/recount.ts'
import { parseXml } from '../support/xml.ts'

const NOW = '2026-11-01T03:00:00Z'
const SECONDS = Date.parse(NOW) / 1000
const FOLDER = 'Scheduled Output'
const DAY = 86_400

async function withListens(listens: readonly Listen[], config = '{}', collection?: unknown): Promise<string> {
  const root = await copy(config, collection)
  await addListens(root, listens)
  return root
}

/** The cells of the table under a heading (or a folded summary), without its head. */
function tableUnder(page: string, heading: string): string[][] {
  const lines = page.slice(page.indexOf(heading)).split('\n')
  const start = lines.findIndex((line) => /^\| --[-:] /.test(line))
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('| '))
  return lines.slice(start + 1, end).map((line) => line.slice(2, -2).split(/(?<!\\) \| /))
}

const numbers = (cells: readonly string[]) => cells.map((cell) => Number(cell.replace(/[*\s]/g, '').replace(',', '.')))

const heard = (time: string, track: string, artists = ['Air'], album: string | null = 'Moon Safari'): Listen => ({
  timestamp: Date.parse(`${time}Z`) / 1000,
  artists,
  album,
  track,
})

describe.each([
  ['UTC', '2026-10-01T00:00:00Z', '2026-09-01T00:00:00Z', '2026-11-01T00:00:00Z'],
  ['Europe/Paris', '2026-10-01T00:00:00+02:00', '2026-09-01T00:00:00+02:00', '2026-11-01T00:00:00+01:00'],
])('the page of a month of dirty listens agrees with a recount (%s)', (timezone, month, monthBefore, monthEnd) => {
  const dirty = dirtyListening(8, SECONDS)
  let page: string
  let svg: string
  let plays: KeptPlay[]
  let spans: [Recount, Recount, Recount, Recount]
  let borders: number[]
  beforeAll(async () => {
    const config = JSON.stringify({ scheduler: { timezone, output_dir: 'out' } })
    const root = await withListens(dirty.listens, config, { version: 1, albums: dirty.albums })
    await run(root, ['monthly_analysis', '--now', NOW])
    const files = await tree(root)
    page = Object.entries(files).find(([name]) => name.startsWith('out/monthly-analysis') && name.endsWith('.md'))![1]
    svg = Object.entries(files).find(([name]) => name.endsWith('.svg'))![1]
    const kept: Listen[] = []
    for await (const listen of readListens(root)) kept.push(listen)
    plays = keptPlays(kept, dirty)
    // The zone's clocks went back an hour in between: thirty days on the wall are an hour more.
    const shift = timezone === 'UTC' ? 0 : 3600
    const rolling = SECONDS - 30 * DAY - shift
    const at = (time: string) => Date.parse(time) / 1000
    borders = [rolling, at(month)]
    spans = [
      [rolling, SECONDS],
      [rolling - 30 * DAY, rolling],
      [at(month), at(monthEnd)],
      [at(monthBefore), at(month)],
    ].map(([from, to]) =>
      recount(
        plays.filter(({ timestamp }) => timestamp >= from! && timestamp < to!),
        dirty.albums,
        timezone,
      ),
    ) as typeof spans
  })

  it('in its overview', () => {
    const rows = tableUnder(page, '## Vue d’ensemble')
    const expectRow = (index: number, label: string, value: (span: Recount) => number) => {
      const [name, ...cells] = rows[index]!
      expect(name).toBe(label)
      expect(numbers([cells[0]!, cells[1]!, cells[3]!, cells[4]!]), label).toEqual(spans.map(value))
    }
    const size = (counts: Record<string, number>) => Object.keys(counts).length
    expectRow(0, 'Écoutes', ({ total }) => total)
    expectRow(1, 'Jours avec écoute', ({ days }) => days.length)
    expectRow(2, 'Écoutes par jour avec écoute', ({ perDay }) => Number(perDay))
    expectRow(3, 'Artistes', ({ artists }) => size(artists))
    expectRow(4, 'Albums', ({ albums }) => size(albums))
    expectRow(5, 'Titres', ({ tracks }) => size(tracks))
    expectRow(6, 'Plus longue série de jours', ({ streak }) => streak)
    const [now, before] = [spans[0].total, spans[1].total]
    const sign = now > before ? '\\+' : '-'
    expect(rows[0]![3]).toMatch(
      new RegExp(
        `^${sign}${Math.abs(now - before)} \\(${sign}?${Math.abs(Math.round(((now - before) / before) * 100))}\\s%\\)$`,
      ),
    )
  })

  it('in its lists of ten', () => {
    for (const [heading, of] of [
      ['## 🎤 Artistes', 'artists'],
      ['## 💿 Albums', 'albums'],
      ['## 🎵 Titres', 'tracks'],
    ] as const) {
      const rows = tableUnder(page, heading)
      expect(numbers(rows.map((cells) => cells[2]!))).toEqual(topTen(spans[0][of]))
      expect(numbers(rows.map((cells) => cells[4]!))).toEqual(topTen(spans[2][of]))
    }
  })

  it('in what was new', () => {
    const until = plays.filter(({ timestamp }) => timestamp < SECONDS)
    const ends = [SECONDS, Date.parse(monthEnd) / 1000]
    const fresh = (keys: (play: KeptPlay) => string[]) =>
      borders.map((border, index) => {
        const old = new Set(until.filter(({ timestamp }) => timestamp < border).flatMap(keys))
        const now = until.filter(({ timestamp }) => timestamp >= border && timestamp < ends[index]!).flatMap(keys)
        return new Set(now.filter((key) => !old.has(key))).size
      })
    const rows = tableUnder(page, '## ✨ Découvertes').map((cells) => numbers(cells.slice(1)))
    expect(rows[0]).toEqual(fresh(({ artists }) => artists))
    expect(rows[1]).toEqual(fresh(({ album }) => (album === null ? [] : [String(album)])))
    expect(rows[2]).toEqual(fresh(({ track }) => [track]))
  })

  it('by weekday, hour and day', () => {
    const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
    const byWeekday = tableUnder(page, '| Jour de la semaine').map((cells) => numbers(cells.slice(1)))
    expect(byWeekday).toEqual([spans[0], spans[2]].map((span) => weekdays.map((day) => span.weekdays[day] ?? 0)))
    const byHour = tableUnder(page, '<summary>Écoutes par heure').map((cells) => numbers(cells.slice(1)))
    expect(byHour).toEqual(
      Array.from({ length: 24 }, (_, hour) => [spans[0], spans[2]].map((span) => span.hours[hour] ?? 0)),
    )
    const byDay = tableUnder(page, '<summary>Écoutes par jour').map(([day, count]) => [
      day!.split('/').reverse().join('-'),
      Number(count),
    ])
    expect(Object.fromEntries(byDay.filter(([, count]) => count !== 0))).toEqual(spans[0].perDate)
  })

  it('by decade and genre', () => {
    const decades = tableUnder(page, '| Décennie').map(([label, ...cells]) => [
      label!.replace('Années ', ''),
      ...numbers(cells),
    ])
    expect(Object.fromEntries(decades.map(([decade, count]) => [decade, count]))).toEqual(spans[0].decades)
    const genres = tableUnder(page, '| Genre').map(([, ...cells]) => numbers(cells)[0]!)
    expect(genres.filter((count) => count > 0).sort((a, b) => b - a)).toEqual(
      Object.values(spans[0].genres).sort((a, b) => b - a),
    )
    expect(page).toContain(`${spans[0].owned} de ces ${spans[0].total} écoutes`)
  })

  it('in its charts, whose numbers stand in the tables', () => {
    const texts = parseXml(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []))
    const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => String(spans[0].weekdays[day] ?? 0))
    for (const number of [
      ...weekdays,
      ...topTen(spans[0].artists).map(String),
      ...Object.values(spans[0].genres).map(String),
    ])
      expect(texts).toContain(number)
    const bars = parseXml(svg).filter(({ attributes }) => attributes['class'] === 'bar')
    const days = tableUnder(page, '<summary>Écoutes par jour').length
    const genres = Math.min(10, Object.keys(spans[0].genres).length)
    expect(bars).toHaveLength(days + 7 + 24 + 10 + 10 + Object.keys(spans[0].decades).length + genres)
  })

  it('and renders on GitHub: every table is one, no name is taken for markup', () => {
    const html = micromark(page, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
    expect(html.match(/<table>/g)).toHaveLength(page.split('\n').filter((line) => /^\| --[-:] /.test(line)).length)
    expect(html).not.toMatch(/<script|<b>|\| --/)
    expect(html.match(/<details>/g)).toHaveLength(2)
    expect(html).toMatch(/<p>Généré: [^<]*<br \/>\nPériode: [^<]*<br \/>\nMois écoulé: octobre 2026<\/p>/)
    expect(html).toMatch(/<img src="monthly-analysis-\d{8}-\d{6}\.svg" alt="Graphiques/)
  })
})

describe('the files', () => {
  const listens = [heard('2026-10-20T10:00:00', 'a'), heard('2026-09-20T10:00:00', 'b')]
  const names = async (root: string) =>
    Object.keys(await tree(root)).filter((name) => name.includes('monthly-analysis'))

  it('are a page and its chart of the same name, also where one of the two is taken', async () => {
    const root = await withListens(listens)
    await mkdir(join(root, FOLDER))
    await writeFile(join(root, FOLDER, 'monthly-analysis-20261101-030000.svg'), 'mine')
    await run(root, ['monthly_analysis', '--now', NOW])
    await run(root, ['monthly_analysis', '--now', NOW])
    const files = await tree(root)
    expect((await names(root)).sort()).toEqual(
      ['00.svg', '01.md', '01.svg', '02.md', '02.svg'].map((end) => `${FOLDER}/monthly-analysis-20261101-0300${end}`),
    )
    expect(files[`${FOLDER}/monthly-analysis-20261101-030000.svg`]).toBe('mine')
    for (const second of ['01', '02'])
      expect(files[`${FOLDER}/monthly-analysis-20261101-0300${second}.md`]).toContain(
        `](monthly-analysis-20261101-0300${second}.svg)`,
      )
  })

  it('go together when only so many are kept', async () => {
    const root = await withListens(listens, '{ "scheduler": { "max_files_per_type": 1 } }')
    await run(root, ['monthly_analysis', '--now', '2026-11-01T03:00:00Z'])
    await run(root, ['monthly_analysis', '--now', '2026-11-02T03:00:00Z'])
    expect((await names(root)).sort()).toEqual(
      ['md', 'svg'].map((ending) => `${FOLDER}/monthly-analysis-20261102-030000.${ending}`),
    )
  })

  it('are repeated to the byte, and serve a slot once', async () => {
    const [one, other] = await Promise.all([withListens(listens), withListens(listens)])
    for (const root of [one, other])
      await run(root, ['monthly_analysis', '--scheduled', '--now', '2026-11-01T09:00:00Z'])
    expect(await tree(one)).toEqual(await tree(other))
    const before = await tree(one)
    const again = await run(one, ['monthly_analysis', '--scheduled', '--now', '2026-11-05T00:00:00Z'])
    expect(again.stdout).toContain('déjà servi')
    expect(await tree(one)).toEqual(before)
  })
})

describe('the analysis', () => {
  it('without a listen in its months leaves everything as it is and says so', async () => {
    for (const listens of [[], [heard('2020-01-01T00:00:00', 'a')]]) {
      const root = await withListens(listens)
      const before = await tree(root)
      const { code, stdout } = await run(root, ['monthly_analysis', '--now', NOW])
      expect(code).toBe(0)
      expect(stdout).toContain('nothing to do. Aucune écoute du')
      expect(await tree(root)).toEqual(before)
    }
  })

  it('calls nothing new where known listens begin within the months', async () => {
    const root = await withListens([heard('2026-10-20T10:00:00', 'a')])
    await run(root, ['monthly_analysis', '--now', NOW])
    const page = (await tree(root))[`${FOLDER}/monthly-analysis-20261101-030000.md`]!
    expect(page).toContain('Les écoutes connues commencent le 20/10/2026')
    expect(page).not.toContain('Nouveaux artistes')
  })

  it('of a month heard in, and thirty days not, has no chart of nothing', async () => {
    const root = await withListens([heard('2026-10-02T10:00:00', 'a')])
    await run(root, ['monthly_analysis', '--now', '2026-11-28T12:00:00Z'])
    const files = await tree(root)
    expect(Object.keys(files).filter((name) => name.endsWith('.svg'))).toEqual([])
    expect(files[`${FOLDER}/monthly-analysis-20261128-120000.md`]).not.toContain('![')
  })

  it('speaks English where the repository does', async () => {
    const root = await withListens(
      [heard('2026-10-20T10:00:00', 'a'), heard('2026-09-20T10:00:00', 'b')],
      '{ "locale": "en" }',
    )
    await run(root, ['monthly_analysis', '--now', NOW])
    const files = await tree(root)
    const page = files[`${FOLDER}/monthly-analysis-20261101-030000.md`]!
    expect(page).toContain('# 📊 Listening Analysis\n\nGenerated: 01/11/2026 03:00:00  \nPeriod: 02/10/2026 03:00')
    expect(page).toContain('October 2026')
    expect(page).not.toMatch(/[ÉÀé]cout/)
    expect(files[`${FOLDER}/monthly-analysis-20261101-030000.svg`]).toContain('Listens by hour')
  })
})
