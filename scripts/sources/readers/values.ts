/** An object without the fields that are null or an empty text. */
export function present<T extends object>(fields: T): T {
  const given: Partial<T> = {}
  for (const field in fields) if (fields[field] !== null && fields[field] !== '') given[field] = fields[field]
  return given as T
}

/** A name or a title as it is printed in one line. */
export function oneLine(cell: string): string {
  return cell.replace(/\s+/gu, ' ').trim()
}

/** A number as 4, 4.5, 4,5 or -1; null where the cell holds something else. */
export function readNumber(cell: string): number | null {
  return /^-?\d+(?:[.,]\d+)?$/u.test(cell) ? Number(cell.replace(',', '.')) : null
}

/** A whole number from 0, also as spreadsheets write it: 12.0. */
export function readCount(cell: string): number | null {
  const number = /^(\d+)(?:[.,]0+)?$/u.exec(cell)
  return number !== null && Number.isSafeInteger(Number(number[1])) ? Number(number[1]) : null
}

const LONGEST_RATING = 40

/** How much somebody likes a record: 4, 4,5, 4/5, 8/10, ★★★★☆, on the scale it is written in. */
export function readRating(cell: string): number | null {
  if (cell.length > LONGEST_RATING) return null
  if (/^[★⭐*]+[½]?[☆✩]*$/u.test(cell)) return (cell.match(/[★⭐*]/gu)?.length ?? 0) + (cell.includes('½') ? 0.5 : 0)
  const rating = readNumber(cell.replace(/\s*\/\s*\d+$/u, ''))
  return rating !== null && rating >= 0 && rating <= 100 ? rating : null
}

/** An address of the web; null where it is none. */
export function readAddress(cell: string): string | null {
  const address = /^(?:www|open|i)\.[^\s/]+\.[a-z]{2,}\//iu.test(cell) ? `https://${cell}` : cell
  return /^https?:\/\/[^\s<>"]+$/u.test(address) && URL.canParse(address) ? address : null
}

/** The address of an album on Spotify, from its address, its URI or its id; null where the cell holds something else. */
export function readSpotify(cell: string): string | null {
  const id =
    /^(?:https?:\/\/)?(?:open\.spotify\.com\/(?:intl-[a-z]+\/)?album\/|spotify:album:)?([A-Za-z0-9]{22})(?:[?#]\S*)?$/u.exec(
      cell,
    )
  return id === null ? null : `https://open.spotify.com/album/${id[1]!}`
}

export interface DiscogsPage {
  kind: 'release' | 'master'
  id: number
}

/** A release or a master of Discogs, from its address or number (`r249504` and `249504` are releases, `m24047` a master). */
export function readDiscogs(cell: string): DiscogsPage | null {
  const found =
    /^(?:https?:\/\/)?(?:www\.)?discogs\.com\/(?:[a-z]{2}(?:_BR)?\/)?(?:\S*\/)?(release|master)s?\/(\d+)(?!\d)\S*$/u.exec(
      cell,
    ) ?? /^\[?([rm]?)(\d+)\]?$/u.exec(cell)
  const id = Number(found?.[2])
  if (found === null || !Number.isSafeInteger(id) || id === 0) return null
  return { kind: found[1]!.startsWith('m') ? 'master' : 'release', id }
}

/** A MusicBrainz identifier, from itself or an address that ends in it. */
export function readMbid(cell: string): string | null {
  const found = /(?:^|\/)([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/iu.exec(cell)
  return found === null ? null : found[1]!.toLowerCase()
}

/** A value as messages show it; never more than the beginning of a text. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = String(value)
  return text.length > 40 ? `${Array.from(text.slice(0, 80)).slice(0, 40).join('')}…` : text
}
