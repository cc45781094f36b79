import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Album } from '../../scripts/collection/album.ts'
import { parseConfig } from '../../scripts/config/config.ts'
import type { HaikuEntry } from '../../scripts/haiku/log.ts'
import { catalogOf } from '../../scripts/pages/words/catalog.ts'
import { findBlock, BLOCK_END, BLOCK_START } from '../../scripts/pages/marked-block.ts'
import { readmeBlock, type BlockContent } from '../../scripts/pages/readme-block.ts'
import { stampedFiles } from '../../scripts/pages/stamped-file.ts'
import type { Ledger } from '../../scripts/repository/ledger.ts'
import { jobsOf } from '../../scripts/repository/job.ts'
import { draws } from '../support/draws.ts'

const NOW = Temporal.Instant.from('2026-01-31T06:20:00Z')
const CONTRACT = [
  'generate_haiku_scheduled',
  'export_collection_markdown',
  'export_collection_json',
  'daily_enrichment',
  'weekly_haiku',
  'monthly_analysis',
  'optimize_ai_descriptions',
]
const ABBEY_ROAD: Album = {
  id: 1,
  title: 'Abbey Road',
  artists: ['The Beatles'],
  year: 1969,
  spotify_url: 'https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN',
}
const HAIKU: HaikuEntry = {
  at: '2026-01-31T06:17:15.000Z',
  task: 'generate_haiku_scheduled',
  album: { id: 2, title: 'Kind of Blue', artists: ['Miles Davis'] },
  lines: ['Voix près du comptoir', 'le vent secoue un volet', 'chez les gens d’en face'],
  language: 'fr',
  author: { kind: 'composer' },
}
const SERVED: Ledger = {
  version: 1,
  repository: 'a/b',
  since: '2026-01-30T07:00:00Z',
  tasks: {
    generate_haiku_scheduled: { slot: '2026-01-31T06:00:00Z', started: '2026-01-31T06:17:15Z', result: 'done' },
    export_collection_markdown: { slot: '2026-01-30T08:00:00Z', started: '2026-01-30T08:12:00Z', result: 'done' },
    export_collection_json: { slot: '2026-01-30T10:00:00Z', started: '2026-01-30T10:12:00Z', result: 'done' },
  },
}

function block(
  content: Partial<BlockContent> = {},
  { config = '{}', ledger = SERVED, now = NOW }: { config?: string; ledger?: Ledger; now?: Temporal.Instant } = {},
): string {
  const parsed = parseConfig(config)
  return readmeBlock(
    {
      haiku: HAIKU,
      record: { kind: 'long-unheard', album: ABBEY_ROAD, last: 1620000000, among: 7 },
      jobs: jobsOf(parsed, ledger, now).filter(({ id }) => CONTRACT.includes(id)),
      files: stampedFiles(['generate-haiku-20260131-061715.md']),
      ...content,
    },
    { config: parsed, now, words: catalogOf(parsed.locale) },
  )
}

function html(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
}

/** What a reader sees, one line for each paragraph, heading or cell. */
function visible(markdown: string): string {
  return html(markdown)
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

describe('the block of the root README', () => {
  it('shows a poem with its album, a record to play and why, and how the tasks stand', () => {
    expect(block()).toMatchInlineSnapshot(`
      "### 🎵 Haïku du 31/01/2026

      > Voix près du comptoir\\
      > le vent secoue un volet\\
      > chez les gens d’en face

      **Kind of Blue** – Miles Davis · [les poèmes de ce jour](Scheduled%20Output/generate-haiku-20260131-061715.md) · [tous les poèmes](Scheduled%20Output/README.md)

      ### 💿 À écouter le 31/01/2026

      **Abbey Road** – The Beatles (1969) · [Écouter sur Spotify](https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN)

      Dernière écoute connue le 03/05/2021 : l’un des 7 disques que vous n’avez pas écoutés depuis le plus longtemps.

      ### ✅ Tout va bien

      | Tâche | Dernier résultat | Issue | Prochaine exécution |
      | --- | --- | --- | --- |
      | [Haïkus du jour](../../actions/workflows/generate_haiku_scheduled.yml) | 31/01/2026 06:17 | ✓ réussi | 01/02/2026 06:00 |
      | [Export Markdown](../../actions/workflows/export_collection_markdown.yml) | 30/01/2026 08:12 | ✓ réussi | 31/01/2026 08:00 |
      | [Export JSON](../../actions/workflows/export_collection_json.yml) | 30/01/2026 10:12 | ✓ réussi | 31/01/2026 10:00 |
      | [Enrichissement](../../actions/workflows/daily_enrichment.yml) | pas encore | – | 01/02/2026 02:00 |
      | [Haïku de la semaine](../../actions/workflows/weekly_haiku.yml) | pas encore | – | 01/02/2026 20:00 |
      | [Analyse du mois](../../actions/workflows/monthly_analysis.yml) | pas encore | – | 01/02/2026 03:00 |
      | [Descriptions](../../actions/workflows/optimize_ai_descriptions.yml) | pas encore | – | 31/01/2026 12:00 |

      État au 31/01/2026 06:20 (UTC)."
    `)
  })

  it('is in the language of the repository', () => {
    expect(block({}, { config: '{ "locale": "en" }' })).toMatchInlineSnapshot(`
      "### 🎵 Haiku of 31/01/2026

      > Voix près du comptoir\\
      > le vent secoue un volet\\
      > chez les gens d’en face

      **Kind of Blue** – Miles Davis · [that day’s poems](Scheduled%20Output/generate-haiku-20260131-061715.md) · [all poems](Scheduled%20Output/README.md)

      ### 💿 To play on 31/01/2026

      **Abbey Road** – The Beatles (1969) · [Listen on Spotify](https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN)

      Last known listen on 03/05/2021: one of the 7 records you have not heard for the longest time.

      ### ✅ All is well

      | Task | Last result | Outcome | Next run |
      | --- | --- | --- | --- |
      | [Haikus of the day](../../actions/workflows/generate_haiku_scheduled.yml) | 31/01/2026 06:17 | ✓ done | 01/02/2026 06:00 |
      | [Markdown export](../../actions/workflows/export_collection_markdown.yml) | 30/01/2026 08:12 | ✓ done | 31/01/2026 08:00 |
      | [JSON export](../../actions/workflows/export_collection_json.yml) | 30/01/2026 10:12 | ✓ done | 31/01/2026 10:00 |
      | [Enrichment](../../actions/workflows/daily_enrichment.yml) | not yet | – | 01/02/2026 02:00 |
      | [Haiku of the week](../../actions/workflows/weekly_haiku.yml) | not yet | – | 01/02/2026 20:00 |
      | [Analysis of the month](../../actions/workflows/monthly_analysis.yml) | not yet | – | 01/02/2026 03:00 |
      | [Descriptions](../../actions/workflows/optimize_ai_descriptions.yml) | not yet | – | 31/01/2026 12:00 |

      As of 31/01/2026 06:20 (UTC)."
    `)
  })

  it('renders as headings, a poem of three lines, links and a table', () => {
    const shown = html(block())
    expect(shown).toContain('<h3>🎵 Haïku du 31/01/2026</h3>')
    expect(shown).toContain(
      '<blockquote>\n<p>Voix près du comptoir<br />\nle vent secoue un volet<br />\nchez les gens d’en face</p>\n</blockquote>',
    )
    expect(shown).toContain('<a href="Scheduled%20Output/generate-haiku-20260131-061715.md">les poèmes de ce jour</a>')
    expect(shown).toContain('<a href="../../actions/workflows/weekly_haiku.yml">Haïku de la semaine</a>')
    expect(shown.match(/<tr>/g)).toHaveLength(1 + 7)
  })

  it('encodes the output folder in links', () => {
    const config = '{ "scheduler": { "output_dir": "Écrits (2026)/à lire #1" } }'
    expect(html(block({}, { config }))).toContain(
      'href="%C3%89crits%20%282026%29/%C3%A0%20lire%20%231/generate-haiku-20260131-061715.md"',
    )
  })

  it('leaves out what is not there', () => {
    const bare = block({ haiku: null, record: null, files: [] })
    expect(bare.split('\n')[0]).toBe('### ✅ Tout va bien')
    expect(block({ files: [] })).not.toContain('les poèmes de ce jour')
  })

  it('says which records it chose from, and that it knows of no listens', () => {
    const why = (record: BlockContent['record']) => block({ record }).split('\n\n')[5]
    expect(why({ kind: 'long-unheard', album: ABBEY_ROAD, last: 1620000000, among: 1 })).toBe(
      'Dernière écoute connue le 03/05/2021 : c’est celui que vous n’avez pas écouté depuis le plus longtemps.',
    )
    expect(why({ kind: 'never-heard', album: ABBEY_ROAD, among: 2 })).toBe(
      'Aucune écoute connue, comme pour 1 autre disque.',
    )
    expect(why({ kind: 'drawn', album: ABBEY_ROAD })).toMatch(/^Tiré au sort pour ce jour, faute d’écoutes connues/)
  })

  it('says which tasks are overdue and which ended with warnings', () => {
    const later = Temporal.Instant.from('2026-01-31T14:00:01Z')
    const ledger: Ledger = {
      ...SERVED,
      tasks: {
        ...SERVED.tasks,
        generate_haiku_scheduled: { ...SERVED.tasks['generate_haiku_scheduled']!, result: 'partial' },
      },
    }
    const late = block({}, { now: later, ledger })
    expect(late).toContain('### ⚠️ 2 tâches en retard, 1 tâche avec avertissements')
    expect(late).toContain('| 30/01/2026 08:12 | ⏰ attendu depuis le 31/01/2026 08:00 | 01/02/2026 08:00 |')
    expect(late).toContain('| 31/01/2026 06:17 | ⚠️ avec avertissements | 01/02/2026 06:00 |')
  })

  it('says that nothing runs by itself where that is so', () => {
    expect(block({}, { config: '{ "scheduler": { "enabled": false } }' })).toMatch(
      /### ⏸️ À l’arrêt\n\nRien ne s’exécute tout seul : `scheduler\.enabled` vaut `false` dans `config\/app\.json`\. État au 31\/01\/2026 06:20 \(UTC\)\.$/,
    )
  })

  it('lets no title and no line of a poem break the page or end the block', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(
        BLOCK_END,
        BLOCK_START,
        '<b>',
        '](x)',
        '| a | b |',
        '> quote',
        '```',
        '# head',
        '1. one',
        '---',
        'a\nb',
      ),
    )
    const TAGS = html(block()).match(/<(?:h\d|blockquote|table|tr|li|pre|code)>/g)
    const named = nasty.filter((text) => /[\p{L}\p{N}]/u.test(text))
    fc.assert(
      fc.property(named, named, fc.tuple(nasty, nasty, nasty), (title, artist, lines) => {
        const text = block({
          haiku: { ...HAIKU, album: { id: 1, title, artists: [artist] }, lines },
          record: { kind: 'drawn', album: { id: 1, title, artists: [artist] } },
        })
        expect(findBlock(`${BLOCK_START}\n${text}\n${BLOCK_END}\n`)).not.toBe('broken')
        const tags = html(text).match(/<(?:h\d|blockquote|table|tr|li|pre|code)>/g)
        expect(tags).toEqual(TAGS)
      }),
      draws(300),
    )
    const shown = visible(block({ record: { kind: 'drawn', album: { id: 1, title: '<b>*x*</b>', artists: ['A|B'] } } }))
    expect(shown).toContain('<b>*x*</b> – A|B')
  })
})
