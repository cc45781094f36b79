import type { WrittenHaiku } from '../haiku/write.ts'
import type { Catalog } from './words/catalog.ts'
import type { Poem } from './haiku-page.ts'
import { escapeMarkdown } from './markdown.ts'
import { table } from './table.ts'

/** Who wrote each poem, in how many attempts, with how many tokens and seconds; empty where no AI was asked. */
export function haikuTable(
  poems: readonly Poem[],
  written: readonly WrittenHaiku[],
  { summary: words }: Catalog,
): string {
  if (written.every(({ author }) => author.kind === 'composer' && author.because === 'no-model')) return ''
  const rows = poems.map((poem, index) => {
    const { attempts, tokens, seconds } = written[index]!
    const author = poem.model === null ? words.composer : escapeMarkdown(poem.model)
    return [escapeMarkdown(poem.album.title), author, String(attempts), String(tokens), seconds.toFixed(1)]
  })
  const head = [words.album, words.author, words.attempts, words.tokens, words.seconds]
  return `${table(head, rows, [2, 3, 4])}\n`
}
