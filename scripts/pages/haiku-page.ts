import { artistsOf, type Album } from '../collection/album.ts'
import { releaseYear } from '../collection/provenance.ts'
import type { HaikuLines } from '../haiku/haiku.ts'
import type { Catalog } from './words/catalog.ts'
import { escapeMarkdown, fenced, link } from './markdown.ts'
import type { Page } from './page.ts'
import { humanTime } from './time.ts'

/** A poem with its album, as it stands on a page. */
export interface Poem {
  album: Album
  lines: HaikuLines
  /** The model that wrote it; null: the built-in composer. */
  model: string | null
  /** Whether an AI was asked for this poem and gave none that could be kept. */
  fellBack: boolean
  /** Day of the last listen, as people write it; null where none is known. */
  lastListen: string | null
}

/** The page of one run: a section for every poem, and a last line that says who wrote them. */
export function haikuPage(poems: readonly Poem[], { at, timezone, words }: Omit<Page, 'locale'>): string {
  const { title, generated } = words.haikuPage
  const header = `# 🎵 ${title}\n\n${generated}: ${humanTime(at, timezone)}\n`
  return [header, ...poemSections(poems, words), `*${closingLine(poems, words)}*\n`].join('\n')
}

/** One section a poem: heading, the poem in a fence, a line of what is known of the album. Each ends with a line break. */
export function poemSections(poems: readonly Poem[], words: Catalog): string[] {
  return poems.map((poem, index) => {
    const artists = artistsOf(poem.album).join(', ') || words.unknownArtist
    const heading = `## ${index + 1}. ${escapeMarkdown(poem.album.title)} - ${escapeMarkdown(artists)}`
    const known = knownOf(poem, words)
    return [heading, fenced(poem.lines), ...(known === '' ? [] : [known])].join('\n\n') + '\n'
  })
}

/** Who wrote how many, in one sentence or two; safe to stand in Markdown. */
export function closingLine(poems: readonly Pick<Poem, 'model' | 'fellBack'>[], words: Catalog): string {
  const models = [...new Set(poems.flatMap(({ model }) => (model === null ? [] : [model])))]
  const ai = poems.filter(({ model }) => model !== null).length
  const fellBack = poems.filter((poem) => poem.fellBack).length
  const closing = words.haikuPage.closing({
    ai,
    model: models.map(escapeMarkdown).join(', '),
    composer: poems.length - ai,
  })
  return fellBack === 0 ? closing : `${closing} ${words.haikuPage.closingFellBack(fellBack)}`
}

function knownOf({ album, lastListen }: Poem, { haikuPage: words }: Catalog): string {
  return [
    yearOf(album, words),
    textOf(album.genre),
    textOf(words.supports[album.support ?? ''] ?? album.support),
    album.spotify_url == null ? null : link(words.listenOnSpotify, album.spotify_url),
    album.discogs_url == null ? null : link(words.onDiscogs, album.discogs_url),
    lastListen === null ? null : words.lastListen(lastListen),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function yearOf(album: Album, { pressing }: Catalog['haikuPage']): string | null {
  const year = releaseYear(album)
  if (year !== null) return String(year)
  return album.year == null ? null : pressing(album.year)
}

function textOf(value: string | null | undefined): string | null {
  const text = escapeMarkdown(value ?? '')
  return text === '' ? null : text
}
