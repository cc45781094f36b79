import { discogsName } from '../../collection/names/discogs-name.ts'
import { oneLine } from './values.ts'

/** How albums of many are credited in a collection. */
const VARIOUS = 'Various Artists'

const ARTICLE = "the|les?|la|l['’]|los|las|el|die|der|das|an?"
const ARTICLE_LAST = new RegExp(`^(?<name>.+?)(?:\\s*,\\s*(?<after>${ARTICLE})|\\s+\\((?<within>${ARTICLE})\\))$`, 'iu')

/** `Weeknd, The` and `Byrds (The)`, as one sorts them, the way they are called: `The Weeknd`, `The Byrds`. */
function articleFirst(name: string): string {
  const found = ARTICLE_LAST.exec(name)?.groups
  if (found === undefined) return name
  const article = (found['after'] ?? found['within'])!
  const capital = article.charAt(0).toUpperCase() + article.slice(1)
  return /['’]$/u.test(article) ? `${capital}${found['name']!}` : `${capital} ${found['name']!}`
}

/** The artists of a cell somebody filled in, where the sign between them is in no band's name: `;`, `|`, ` / `. */
export function artistsIn(cell: string): string[] {
  return unique(
    oneLine(cell)
      .split(/\s*[;|]\s*|\s+\/\s+/u)
      .map(articleFirst),
  )
}

/** `Homogenic = ホモジェニック`: what Discogs writes before the translations of a name or title. */
export function untranslated(text: string): string {
  return oneLine(text)
    .split(' / ')
    .map((part) => part.replace(/(?<=\S) = .*$/u, ''))
    .join(' / ')
}

const JOINT_AFTER_MARK =
  /(?<=\s\(\d{1,3}\)|[^\s*]\*)(?:\s*[,;]|\s+(?:[+&]|and|with|vs\.?|feat\.?|featuring)(?=\s))\s+/iu

/**
 * The artists of a credit of Discogs, without the number of a namesake, "(2)", the star of a name variation, and the name
 * in other scripts behind " = ". A name ends where one of the first two stands or at ` / `. Other joints (`,`, `&`) stay,
 * because names of bands have them: "Earth, Wind & Fire". https://support.discogs.com/hc/en-us/articles/360005006334
 */
export function discogsArtists(credit: string): string[] {
  const names = oneLine(credit)
    .split(/\s+\/\s+/u)
    .flatMap((part) => part.split(JOINT_AFTER_MARK))
    .map(discogsArtist)
  return unique(names)
}

/** One artist's name without Discogs' marks: `Weeknd, The (2)` is The Weeknd, `Various` are Various Artists. */
export function discogsArtist(name: string): string {
  const bare = articleFirst(discogsName(untranslated(name)).bare)
  return /^various(?: artists)?$/iu.test(bare) ? VARIOUS : bare
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names.map(oneLine).filter((name) => name !== ''))]
}

/** Labels of a cell of Discogs, without the numbers of namesakes: `021 Records, Human Records (2)`. */
export function discogsLabels(cell: string): string {
  return cell.replace(/\s\(\d{1,3}\)(?=,\s|$)/gu, '')
}
