import { discogsName } from '../collection/check/discogs-name.ts'
import { oneLine } from './values.ts'

/** How albums of many are credited in a collection. */
const VARIOUS = 'Various Artists'

/** The artists of a cell somebody filled in, where the sign between them is in no band's name: `;`, `|`, ` / `. */
export function artistsIn(cell: string): string[] {
  return unique(cell.split(/\s*[;|]\s*|\s+\/\s+/u))
}

const JOINT_AFTER_MARK =
  /(?<=\s\(\d{1,3}\)|[^\s*]\*)(?:\s*[,;]|\s+(?:[+&]|and|with|vs\.?|feat\.?|featuring)(?=\s))\s+/iu

/**
 * The artists of a credit of Discogs, without the number of a namesake, "(2)", and the star of a name variation. A name
 * ends where one of the two stands or at ` / `. Other joints (`,`, `&`) stay, because names of bands have them: "Earth,
 * Wind & Fire". https://support.discogs.com/hc/en-us/articles/360005006334
 */
export function discogsArtists(credit: string): string[] {
  const names = credit
    .split(/\s+\/\s+/u)
    .flatMap((part) => part.split(JOINT_AFTER_MARK))
    .map((name) => discogsName(name.trim()).bare.replace(/^(.+), The$/u, 'The $1'))
  return unique(names.map((name) => (/^various(?: artists)?$/iu.test(name) ? VARIOUS : name)))
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names.map(oneLine).filter((name) => name !== ''))]
}

/** Labels of a cell of Discogs, without the numbers of namesakes: `021 Records, Human Records (2)`. */
export function discogsLabels(cell: string): string {
  return cell.replace(/\s\(\d{1,3}\)(?=,\s|$)/gu, '')
}
