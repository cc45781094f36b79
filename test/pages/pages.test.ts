import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Album } from '../../scripts/collection/album.ts'
import { catalogOf } from '../../scripts/pages/words/catalog.ts'
import { exportJson } from '../../scripts/pages/export-json.ts'
import { exportMarkdown } from '../../scripts/pages/export-markdown.ts'
import { freeName } from '../../scripts/pages/file-name.ts'
import { surplus } from '../../scripts/pages/keep-newest.ts'
import { haikuPage, type Poem } from '../../scripts/pages/haiku-page.ts'

const at = Temporal.Instant.from('2026-01-31T08:00:15.123456Z')
const page = { at, timezone: 'UTC', words: catalogOf('fr') }

const ABBEY_ROAD: Album = {
  id: 1,
  title: 'Abbey Road',
  artists: ['The Beatles'],
  year: 1969,
  genre: 'Rock',
  description: 'Abbey Road is the seventeenth and final studio album',
  spotify_url: 'https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN',
  tracks_count: 17,
}

describe('the Markdown export', () => {
  it('is the page the contract fixes', () => {
    expect(exportMarkdown([ABBEY_ROAD], page)).toBe(`# 📚 Collection Complète

Exporté: 31/01/2026 08:00:15  
Total albums: 1

## 🎤 The Beatles

- **Abbey Road** (1969)
  - Abbey Road is the seventeenth and final studio album
`)
  })

  it('shows its two header lines as two lines', () => {
    const html = micromark(exportMarkdown([ABBEY_ROAD], page), { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
    expect(html).toContain('<p>Exporté: 31/01/2026 08:00:15<br />\nTotal albums: 1</p>')
  })

  it('sorts artists as French does, without regard to case and accents', () => {
    const names = ['Zazie', 'émilie simon', 'Eagles', 'Étienne Daho', 'abba', 'Évora', 'ABC']
    const markdown = exportMarkdown(
      names.map((artist, i) => ({ id: i + 1, title: 'x', artists: [artist] })),
      page,
    )
    expect([...markdown.matchAll(/🎤 (.*)/g)].map(([, name]) => name)).toEqual([
      'abba',
      'ABC',
      'Eagles',
      'émilie simon',
      'Étienne Daho',
      'Évora',
      'Zazie',
    ])
  })

  it('puts an album under each of its artists, by year then title, unknown years last', () => {
    const markdown = exportMarkdown(
      [
        { id: 1, title: 'B', artists: ['Nico', 'Air'], year: 1970 },
        { id: 2, title: 'Z', artists: ['Air'], year: null },
        { id: 3, title: 'A', artists: ['Air', 'Air'], year: 1970 },
        { id: 4, title: 'C', artists: ['Air'], year: 1960 },
      ],
      page,
    )
    expect(markdown.split('\n').slice(5).join('\n')).toBe(`## 🎤 Air

- **C** (1960)
- **A** (1970)
- **B** (1970)
- **Z**

## 🎤 Nico

- **B** (1970)
`)
    expect(markdown).toContain('Total albums: 4\n')
  })

  it('gathers albums without an artist under one heading', () => {
    const albums: Album[] = [
      { id: 1, title: 'x' },
      { id: 2, title: 'y', artists: [] },
      { id: 3, title: 'z', artists: null },
    ]
    expect(exportMarkdown(albums, page)).toContain('## 🎤 Artiste inconnu\n\n- **x**\n- **y**\n- **z**\n')
    expect(exportMarkdown(albums, { ...page, words: catalogOf('en') })).toContain('## 🎤 Unknown artist')
  })

  it('shows a description on one line, cut at 100 characters, and the one from facts where there is no other', () => {
    const long = `First line\nsecond line ${'é'.repeat(200)}`
    const markdown = exportMarkdown(
      [
        { id: 1, title: 'a', description: long },
        { id: 2, title: 'b', description: ' ', ai_info: { text: 'From facts.' } },
        { id: 3, title: 'c', description: null },
      ],
      page,
    )
    expect(markdown).toContain(`- **a**\n  - First line second line ${'é'.repeat(77)}...\n`)
    expect(markdown).toContain('- **b**\n  - From facts.\n- **c**\n')
  })
})

describe('the JSON export', () => {
  it('has the keys of the contract in their order, and null for what is not known', () => {
    const document = exportJson([ABBEY_ROAD, { id: 2, title: '† 🎷' }], { at, timezone: 'Europe/Paris' })
    expect(document).toBe(`{
  "export_date": "2026-01-31T09:00:15.123456",
  "total_albums": 2,
  "albums": [
    {
      "id": 1,
      "title": "Abbey Road",
      "year": 1969,
      "genre": "Rock",
      "description": "Abbey Road is the seventeenth and final studio album",
      "spotify_url": "https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN",
      "artists": [
        "The Beatles"
      ],
      "tracks_count": 17
    },
    {
      "id": 2,
      "title": "† 🎷",
      "year": null,
      "genre": null,
      "description": null,
      "spotify_url": null,
      "artists": [],
      "tracks_count": 0
    }
  ]
}
`)
  })

  it('counts the tracks that are listed where no count is given', () => {
    const tracks = [{ title: 'a' }, { title: 'b' }]
    expect(exportJson([{ id: 1, title: 'x', tracks }], page)).toContain('"tracks_count": 2')
  })
})

describe('the haiku page', () => {
  const poem = (fields: Partial<Poem> = {}): Poem => ({
    album: { ...ABBEY_ROAD, support: 'Vinyle', discogs_url: 'https://www.discogs.com/master/24047' },
    lines: ['un deux trois quatre cinq', 'un deux trois quatre cinq six sept', 'un deux trois quatre cinq'],
    model: null,
    fellBack: false,
    lastListen: '02/01/2026',
    ...fields,
  })

  it('has a section a poem, a line of what is known, and says who wrote', () => {
    const second = poem({
      album: { id: 2, title: '1. Outside', artists: ['David Bowie', 'Brian Eno'] },
      lastListen: null,
      model: 'm_1',
    })
    expect(haikuPage([poem(), second], page)).toBe(`# 🎵 Haikus Générés - Sélection Aléatoire

Généré: 31/01/2026 08:00:15

## 1. Abbey Road - The Beatles

\`\`\`
un deux trois quatre cinq
un deux trois quatre cinq six sept
un deux trois quatre cinq
\`\`\`

1969 · Rock · Vinyle · [Écouter sur Spotify](https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN) · [Discogs](https://www.discogs.com/master/24047) · écouté pour la dernière fois le 02/01/2026

## 2. 1\\. Outside - David Bowie, Brian Eno

\`\`\`
un deux trois quatre cinq
un deux trois quatre cinq six sept
un deux trois quatre cinq
\`\`\`

*1 poème de l’IA (m\\_1), 1 poème du compositeur intégré.*
`)
  })

  it('says so where the AI was asked and the composer had to write', () => {
    expect(haikuPage([poem({ fellBack: true })], page)).toMatch(
      /\*1 poème du compositeur intégré\. L’IA n’a pas donné de haïku valable pour 1 poème\.\*\n$/,
    )
    expect(haikuPage([poem()], page)).toMatch(/\n\*1 poème du compositeur intégré\.\*\n$/)
  })
})

describe('file names', () => {
  const file = { kind: 'export-json', extension: 'json', at } as const

  it('carry the time in the configured zone', () => {
    expect(freeName(file, 'UTC', new Set())).toBe('export-json-20260131-080015.json')
    expect(freeName(file, 'Asia/Tokyo', new Set())).toBe('export-json-20260131-170015.json')
  })

  it('take the next free second where a name is taken', () => {
    const taken = new Set(['export-json-20260131-080015.json', 'export-json-20260131-080016.json'])
    expect(freeName(file, 'UTC', taken)).toBe('export-json-20260131-080017.json')
  })

  it('tell the oldest of a kind beyond those to keep, and no other file', () => {
    const names = [
      'export-json-20260103-000000.json',
      'export-json-20260101-000000.json',
      'export-json-20260102-000000.json',
      'export-json-notes.json',
      'export-markdown-20250101-000000.md',
      'README.md',
      'my export-json-20200101-000000.json',
    ]
    expect(surplus('export-json', 2, names)).toEqual(['export-json-20260101-000000.json'])
    expect(surplus('export-json', 3, names)).toEqual([])
  })

  it('let a page and its chart go together', () => {
    const names = [
      'monthly-analysis-20260101-000000.md',
      'monthly-analysis-20260101-000000.svg',
      'monthly-analysis-20260201-000000.md',
    ]
    expect(surplus('monthly-analysis', 1, names)).toEqual(names.slice(0, 2))
    const charted = [...names, 'monthly-analysis-20260201-000000.svg']
    expect(surplus('monthly-analysis', 1, charted)).toEqual(names.slice(0, 2))
    expect(surplus('monthly-analysis', 2, charted)).toEqual([])
  })
})
