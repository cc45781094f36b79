import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../scripts/ground/languages.ts'
import { catalogOf } from '../../scripts/pages/words/catalog.ts'
import { freeName } from '../../scripts/pages/file-name.ts'
import { surplus } from '../../scripts/pages/keep-newest.ts'
import { folderPage } from '../../scripts/pages/folder-page.ts'
import { LATEST, latestCopies } from '../../scripts/pages/latest-copies.ts'
import { stampedFiles } from '../../scripts/pages/stamped-file.ts'

function page(names: readonly string[], locale: Language = 'fr'): string {
  return folderPage(stampedFiles(names), { timezone: 'Europe/Paris', locale, words: catalogOf(locale).index })
}

function html(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
}

const NAMES = [
  'README.md',
  'latest-haiku.md',
  'generate-haiku-20260131-060015.md',
  'generate-haiku-20260131-180000.md',
  'generate-haiku-20251230-060015.md',
  'weekly-haiku-20260125-200712.md',
  'monthly-analysis-20260101-031500.md',
  'monthly-analysis-20260101-031500.svg',
  'export-json-20260131-100015.json',
  'export-json-20260130-100015.json',
  'export-markdown-20260131-080015.md',
]

/** A daily page, a weekly one and a monthly one over five years. */
function fiveYears(): string[] {
  const first = Temporal.PlainDate.from('2021-12-31')
  return Array.from({ length: 5 * 365 }, (_, i) => first.add({ days: i })).flatMap((date) => {
    const stamp = date.toString().replaceAll('-', '')
    return [
      `generate-haiku-${stamp}-060015.md`,
      ...(date.dayOfWeek === 7 ? [`weekly-haiku-${stamp}-200712.md`] : []),
      ...(date.day === 1 ? [`monthly-analysis-${stamp}-031500.md`, `monthly-analysis-${stamp}-031500.svg`] : []),
    ]
  })
}

describe('the page of the output folder', () => {
  it('shows the newest file of each kind and every poem by month and day', () => {
    expect(page(NAMES)).toMatchInlineSnapshot(`
      "<!-- aime:index -->

      # Ce que les tâches ont écrit

      Ici arrivent les haïkus, les exports de la collection et les analyses. Cette page est refaite à chaque exécution.

      ## Le plus récent

      | Quoi | Fichier | Heure (Europe/Paris) |
      | --- | --- | --- |
      | 🎵 Haïkus | [generate-haiku-20260131-180000.md](generate-haiku-20260131-180000.md) | 31/01/2026 18:00 |
      | 📚 Collection (Markdown) | [export-markdown-20260131-080015.md](export-markdown-20260131-080015.md) | 31/01/2026 08:00 |
      | 🗂️ Collection (JSON) | [export-json-20260131-100015.json](export-json-20260131-100015.json) | 31/01/2026 10:00 |
      | 🗓️ Haïkus de la semaine | [weekly-haiku-20260125-200712.md](weekly-haiku-20260125-200712.md) | 25/01/2026 20:07 |
      | 📊 Analyses | [monthly-analysis-20260101-031500.md](monthly-analysis-20260101-031500.md) | 01/01/2026 03:15 |

      Adresses qui ne changent pas, copies du plus récent : [latest-haiku.md](latest-haiku.md), [latest-export.md](latest-export.md), [latest-export.json](latest-export.json)

      ## Mois par mois

      ### Janvier 2026

      - 🎵 Haïkus (2) – [31 (×2)](generate-haiku-20260131-180000.md)
      - 🗓️ Haïkus de la semaine (1) – [25](weekly-haiku-20260125-200712.md)
      - 📊 Analyses (1) – [01](monthly-analysis-20260101-031500.md)

      ### Décembre 2025

      - 🎵 Haïkus (1) – [30](generate-haiku-20251230-060015.md)
      "
    `)
  })

  it('renders as a table and lists whose links lead to the files', () => {
    const shown = html(page(NAMES, 'en'))
    expect(shown).toContain('<td><a href="export-json-20260131-100015.json">export-json-20260131-100015.json</a></td>')
    expect(shown).toContain('<li>🎵 Haikus (2) – <a href="generate-haiku-20260131-180000.md">31 (×2)</a></li>')
    expect(shown).toContain('<h3>January 2026</h3>')
  })

  it('says that nothing is there yet where no task has written anything', () => {
    expect(page(['README.md', 'notes.md'], 'en')).toMatch(/\nNothing yet\.\n$/)
  })

  it('stays short after five years: twelve months in full, older years as counts', () => {
    const long = page(fiveYears())
    expect(long.match(/^### \p{L}+ \d{4}$/gmu)).toHaveLength(12)
    expect(long).toMatch(/\n\| 2022 \| 365 \| 52 \| 12 \|\n(?:\| 2021 .*\|\n)?$/)
    expect(long.length).toBeLessThan(25_000)
    const counted = [...long.matchAll(/^- .*? \((\d+)\) – /gm)].map(([, count]) => Number(count))
    const older = [...long.matchAll(/^\| \d{4} \| (\d+) \| (\d+) \| (\d+) \|$/gm)].flatMap(([, ...counts]) =>
      counts.map(Number),
    )
    const pages = fiveYears().filter((name) => name.endsWith('.md')).length
    expect([...counted, ...older].reduce((sum, count) => sum + count, 0)).toBe(pages)
  })
})

describe('the files of the output folder', () => {
  it('are those whose names hold a kind and a possible time', () => {
    expect(
      stampedFiles([
        'generate-haiku-20261331-060015.md',
        'generate-haiku-20260131-246015.md',
        'generate-haiku-20260131-060015.txt',
        'generate-haiku-20260131.md',
        'my-haiku-20260131-060015.md',
        'constructor-20260131-060015.md',
        'generate-haiku-20260131-060015.md',
      ]).map(({ name }) => name),
    ).toEqual(['generate-haiku-20260131-060015.md'])
  })

  it('are copied to names that stay, from the newest by the time in its name', () => {
    expect(latestCopies(stampedFiles(NAMES))).toEqual([
      { from: 'generate-haiku-20260131-180000.md', to: 'latest-haiku.md' },
      { from: 'export-markdown-20260131-080015.md', to: 'latest-export.md' },
      { from: 'export-json-20260131-100015.json', to: 'latest-export.json' },
    ])
    expect(latestCopies(stampedFiles(['export-json-20260131-100015.json']))).toHaveLength(1)
  })

  it('do not make room for others by the removal of a copy or of the page', () => {
    const names = [...Object.values(LATEST), 'README.md', ...NAMES]
    const kinds = ['generate-haiku', 'export-markdown', 'export-json'] as const
    const gone = kinds.flatMap((kind) => surplus(kind, 1, names))
    expect(gone).toEqual([
      'generate-haiku-20260131-060015.md',
      'generate-haiku-20251230-060015.md',
      'export-json-20260130-100015.json',
    ])
    const at = Temporal.Instant.from('2026-01-31T10:00:15Z')
    const name = freeName({ kind: 'export-json', extension: 'json', at }, 'UTC', new Set(Object.values(LATEST)))
    expect(name).toBe('export-json-20260131-100015.json')
  })
})
