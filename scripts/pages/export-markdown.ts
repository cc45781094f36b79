import { descriptionOf, type Album } from '../collection/album.ts'
import { groupByArtist } from '../collection/grouping.ts'
import { escapeMarkdown } from './markdown.ts'
import type { Page } from './page.ts'
import { cut, oneLine } from '../ground/text.ts'
import { humanTime } from './time.ts'

const LONGEST_DESCRIPTION = 100

/** The collection as a page for people: artists in alphabetical order, their albums by year. */
export function exportMarkdown(albums: readonly Album[], { at, timezone, words }: Omit<Page, 'locale'>): string {
  const { title, exported, total } = words.exportPage
  const sections = groupByArtist(albums, words.unknownArtist).map(
    ({ artist, albums }) => `## 🎤 ${escapeMarkdown(artist)}\n\n${albums.map(albumItem).join('\n')}\n`,
  )
  // Two spaces before the line break keep the two header lines apart when they are rendered.
  const header = `# 📚 ${title}\n\n${exported}: ${humanTime(at, timezone)}  \n${total}: ${albums.length}\n`
  return [header, ...sections].join('\n')
}

function albumItem(album: Album): string {
  const year = album.year == null ? '' : ` (${album.year})`
  const item = `- **${escapeMarkdown(album.title)}**${year}`
  const description = descriptionOf(album)
  return description === null ? item : `${item}\n  - ${escapeMarkdown(cut(oneLine(description), LONGEST_DESCRIPTION))}`
}
