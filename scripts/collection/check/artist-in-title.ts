import type { Album } from '../album.ts'
import { albumName } from '../names/album-name.ts'
import { fold } from '../names/fold.ts'
import { artistKey, parseTitle } from '../names/normalise.ts'
import { isTitleChecked, nameOf, type Finding } from './finding.ts'

/** A title as the artist in front of it and what is left. */
interface Fronted {
  album: Album
  /** The artist's key. */
  artist: string
  rest: string
}

/**
 * Titles that begin with their artist: "Pink Floyd - Animals". The artist may belong there ("Weezer - Blue Album" is called
 * Weezer), so it is certain only where another album of the artist, or a list that has a copy of this one, gives what is left
 * as a title.
 */
export function checkArtistInTitle(albums: readonly Album[]): Finding[] {
  const fronted = albums.flatMap(artistInFront)
  const titles = titlesOf(albums, new Set(fronted.map(({ artist }) => artist)))
  return fronted.map(({ album, artist, rest }): Finding => {
    const about = [{ album: album.id, stands: nameOf(album) }]
    const { key } = parseTitle(rest)
    const isProven = titles.get(artist)!.has(key) || (album.copies ?? []).some((copy) => keyOf(copy.title) === key)
    if (!isProven || maySelfTitle(rest, album))
      return {
        kind: 'artist-in-title',
        about,
        why: 'the title begins with the artist, who stands under artists',
        todo:
          'If the title is only what stands behind the dash, write only that. If the album is called after the artist, ' +
          'say so: "sources": { "title": "checked" }.',
        changes: [],
      }
    return {
      kind: 'artist-in-title',
      about,
      why: 'it begins with the artist, and elsewhere the same title stands without',
      todo: `--fix writes “${rest}”.`,
      changes: [{ album: album.id, field: 'title', before: album.title, after: rest }],
    }
  })
}

/** Not a title made of its artists, "Jane Birkin - Serge Gainsbourg", nor one that names an edition, "Weezer - coffret". */
function artistInFront(album: Album): Fronted[] {
  const parts = /^(.*?\S) [-–—] (.*\S)/u.exec(album.title)
  if (parts === null || isTitleChecked(album)) return []
  const [front, rest] = [parts[1]!, parts[2]!]
  const keys = new Set((album.artists ?? []).map(artistKey))
  const artist = artistKey(front)
  if (artist === '' || !keys.has(artist) || keys.has(artistKey(rest)) || isFormat(rest)) return []
  // "Nirvana - Live" is called after the band.
  return parseTitle(`${front} - ${rest}`).name === front ? [] : [{ album, artist, rest }]
}

/** What shops and lists write behind a name to say what one buys … */
const FORMAT_WORDS = new Set(
  (
    'album albums box boxed boxset set coffret coffrets integrale cd cds dvd dvds bluray blu ray lp lps ep eps single maxi ' +
    'vinyl vinyle vinyles disque disques disc discs cassette k7 digipak digital mp3 edition version reissue reedition ' +
    'remaster remastered deluxe collector limited limitee double triple'
  ).split(' '),
)
/** … and what may stand between: "5 x CD", "coffret de 5 CD". */
const BETWEEN = /^(?:\d+|x|de|en|of|the)$/u

function isFormat(text: string): boolean {
  // "5CD" is "5 CD".
  const words = fold(text)
    .split(' ')
    .map((word) => word.replace(/^\d+x?(?=\p{L})/u, ''))
  const isOne = (word: string) => FORMAT_WORDS.has(word)
  return words.some(isOne) && words.every((word) => isOne(word) || BETWEEN.test(word))
}

/** Whether what is left may be no more than a by-name of an album called after the artist, or says too little alone. */
function maySelfTitle(rest: string, { artists }: Album): boolean {
  return BY_NAME.test(fold(rest)) || albumName(rest, artists ?? []).isCommon
}

/** "Blue Album", "II", "1994". */
const BY_NAME = /\b(?:album|disque|record)$|^(?:\p{N}+|\p{L}|[ivx]+)$/u

function keyOf(title: string | null | undefined): string | null {
  return title == null ? null : parseTitle(title).key
}

/** The keys of the titles under each of these artists, with nothing taken off their front. */
function titlesOf(albums: readonly Album[], wanted: ReadonlySet<string>): Map<string, Set<string>> {
  const titles = new Map([...wanted].map((artist) => [artist, new Set<string>()]))
  if (wanted.size === 0) return titles
  for (const { title, artists } of albums) {
    for (const artist of artists ?? []) titles.get(artistKey(artist))?.add(parseTitle(title).key)
  }
  return titles
}
