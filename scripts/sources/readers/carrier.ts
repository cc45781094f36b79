/**
 * What Discogs' names of formats, and the abbreviations in its exports, say a record is: `Vinyl`, `CD`, `Cassette` … as
 * `supportOf` names it for the API. https://www.discogs.com/help/formatslist
 */
const CARRIERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:vinyl|lp|ep|maxi|\d{1,2}½?["”″]|acetate|flexi(?:-?disc)?|lathe(?: cut)?)$/iu, 'Vinyl'],
  [/^(?:cd|cdr|cd-r|cd-rom|cdv|sacd|mini ?cd|hdcd)$/iu, 'CD'],
  [/^(?:cass|cassette)$/iu, 'Cassette'],
  [/^(?:file|flac|mp3|wav|aac|alac|aiff?)$/iu, 'File'],
  [/^(?:blu|blu-ray)$/iu, 'Blu-ray'],
  [/^(?:blu-ray-r)$/iu, 'Blu-ray-R'],
  [/^dvd$/iu, 'DVD'],
  [/^dvdr$/iu, 'DVDr'],
  [/^(?:md|mini-?disc)$/iu, 'Minidisc'],
  [/^(?:reel|reel-to-reel)$/iu, 'Reel-To-Reel'],
  [/^(?:8-trk|8-track(?: cartridge)?)$/iu, '8-Track Cartridge'],
  [/^shellac$/iu, 'Shellac'],
  [/^dat$/iu, 'DAT'],
  [/^dcc$/iu, 'DCC'],
  [/^vhs$/iu, 'VHS'],
]

/**
 * The carrier of a format such as `2xLP, Album, RE` or `7", Single`: the first that is one, `Box Set` where nothing is said
 * of what is in the box; null where none is named.
 */
export function carrierOf(format: string): string | null {
  const names = format.split(/[,+]/u).map((part) => part.trim().replace(/^\d+\s*[x×]\s*/iu, ''))
  for (const name of names) {
    const carrier = CARRIERS.find(([pattern]) => pattern.test(name))
    if (carrier !== undefined) return carrier[1]
  }
  return names.some((name) => /^box(?: set)?$/iu.test(name)) ? 'Box Set' : null
}
