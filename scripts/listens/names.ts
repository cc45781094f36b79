import { fold } from '../collection/names/fold.ts'

/** Words that mark another pressing of the same recording. */
const EDITION =
  /\b(?:re-?master(?:ed|is[ée]e?|ing)?|deluxe|expanded|anniversary|anniversaire|edition|bonus tracks?|mono|stereo|explicit|\d{4} mix)\b|[ée]dition/iu
/** Words that mark another recording, whatever else stands beside them. */
const OTHER_RECORDING = /\b(?:live|unplugged|demos?|remix(?:es|ed)?|acoustic|instrumental|karaoke|session)\b/iu
const APPENDIX = /\s*(?:\(([^()]+)\)|\[([^[\]]+)\]|\s[-–]\s([^-–]+))$/u

/** A title without what a service adds for a pressing: "(Deluxe Edition)", "[2011]", "- Remastered 2009". */
export function withoutEdition(title: string): string {
  const match = APPENDIX.exec(title)
  if (match === null || match.index === 0) return title
  const appendix = match[1] ?? match[2] ?? match[3]!
  if (!EDITION.test(appendix) || OTHER_RECORDING.test(appendix)) return title
  return withoutEdition(title.slice(0, match.index))
}

/** What two spellings of an album's or a track's title have in common. */
export function titleKey(title: string): string {
  return fold(withoutEdition(title))
}

/** What two spellings of an artist's name have in common; Discogs' number for namesakes, "Air (2)", is left out. */
export function artistKey(name: string): string {
  return fold(name.replace(/\s*\(\d+\)$/u, ''))
}
