import { artistsOf, descriptionOf, type Album } from '../collection/album.ts'
import { requireAlbums } from '../collection/empty.ts'
import { catalogOf, type Catalog } from '../pages/words/catalog.ts'
import { exportJson } from '../pages/export-json.ts'
import { exportMarkdown } from '../pages/export-markdown.ts'
import { humanTime } from '../pages/time.ts'
import type { OutputFile, Outcome, Task, Context } from './task.ts'

/** `export_collection_markdown`: the whole collection as a page. */
export const exportCollectionMarkdown: Task = {
  id: 'export_collection_markdown',
  guarded: true,
  run: (context) =>
    exportAs(context, context.words.commit.exportMarkdown, {
      kind: 'export-markdown',
      extension: 'md',
      at: context.now,
      render: ({ albums }) => exportMarkdown(albums, pageOf(context)),
    }),
}

/** `export_collection_json`: the whole collection for other programs. */
export const exportCollectionJson: Task = {
  id: 'export_collection_json',
  guarded: true,
  run: (context) =>
    exportAs(context, context.words.commit.exportJson, {
      kind: 'export-json',
      extension: 'json',
      at: context.now,
      render: ({ albums }) => exportJson(albums, pageOf(context)),
    }),
}

function pageOf({ now, config, words }: Context) {
  return { at: now, timezone: config.timezone, words }
}

async function* exportAs(context: Context, subject: (at: string) => string, file: OutputFile): AsyncIterable<Outcome> {
  const { words, now, config } = context
  requireAlbums(await context.albums())
  yield {
    kind: 'changes',
    files: [file],
    edits: [],
    items: [],
    subject: subject(humanTime(now, config.timezone)),
    summary: (data) =>
      figureLines(data.albums, words)
        .map((line) => `- ${line}`)
        .join('\n'),
    // The terminal speaks English, whatever the repository is written in.
    report: (data) => figureLines(data.albums, catalogOf('en')).join('\n'),
  }
}

function figureLines(albums: readonly Album[], { summary }: Catalog): string[] {
  const figures = figuresOf(albums)
  return [
    summary.exported(albums.length, figures.artists),
    summary.withYear(figures.years),
    summary.withDescription(figures.descriptions),
    summary.withLink(figures.links),
  ]
}

function figuresOf(albums: readonly Album[]) {
  return {
    artists: new Set(albums.flatMap(artistsOf)).size,
    years: albums.filter(({ year }) => year != null).length,
    descriptions: albums.filter((album) => descriptionOf(album) !== null).length,
    links: albums.filter((album) => album.spotify_url != null).length,
  }
}
