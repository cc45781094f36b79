import { artistsOf, type Album } from '../album.ts'
import { fold } from '../names/fold.ts'
import { parseTitle, VARIOUS_ARTISTS } from '../names/normalise.ts'
import { isTitleChecked, nameOf, type Finding } from './finding.ts'
import { areSwapped, differByOneSlip } from './one-slip.ts'
import { haveDifferentIds, workOf, yearsAgree, type Work } from './work.ts'

/** Of shorter titles one letter makes another: "Tusk", "Dusk". */
const SHORTEST = 6
/** Beyond, one letter tells titles apart, and comparing each with each would take long. */
const MOST_OF_ONE_ARTIST = 500

const CHECKED_TITLE = '"sources": { "title": "checked" }'

/**
 * Titles of one artist that differ by a letter, or by two that changed places, and titles that differ so from the
 * artist's own name. Where year or catalogue tell two albums apart, only letters that changed places count.
 */
export function checkTitleSlips(albums: readonly Album[]): Finding[] {
  const artists = new Map<string, Work[]>()
  for (const work of albums.map(workOf)) {
    if (work.artists === '' || work.artists === VARIOUS_ARTISTS || !isComparable(work.title)) continue
    const works = artists.get(work.artists)
    if (works === undefined) artists.set(work.artists, [work])
    else works.push(work)
  }
  return [...artists].flatMap(([artist, works]) => (works.length > MOST_OF_ONE_ARTIST ? [] : ofArtist(artist, works)))
}

/** In Chinese, Japanese and Korean a sign is a syllable or a word, not a letter. */
function isComparable(title: string): boolean {
  const name = title.split('|')[0]!
  return (
    name.length >= SHORTEST && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name)
  )
}

function ofArtist(artist: string, all: readonly Work[]): Finding[] {
  const titles = new Map<string, Work[]>()
  for (const work of all) {
    const works = titles.get(work.title)
    if (works === undefined) titles.set(work.title, [work])
    else works.push(work)
  }
  const names = [...titles.keys()]
  const slips = names.flatMap((a, at) =>
    names
      .slice(at + 1)
      .filter((b) => differByOneSlip(a, b))
      .flatMap((b) => maybeOne(titles.get(a)!, titles.get(b)!, areSwapped(a, b)))
      .map(ofTwo),
  )
  // Where the name itself stands among the titles, it has been compared with them.
  return titles.has(artist) ? slips : [...slips, ...all.filter((work) => missesOwnName(work, artist)).map(ofOwnName)]
}

type Two = readonly [Work, Work]

/** The first two albums of two titles of which it is not known that they are others; empty where there are none. */
function maybeOne(works: readonly Work[], others: readonly Work[], areSwapped: boolean): Two[] {
  const pairs = works.flatMap((work) => others.map((other): Two => [work, other]))
  const found = pairs.find(([a, b]) => {
    if (isTitleChecked(a.album) || isTitleChecked(b.album) || haveDifferentIds(a, b)) return false
    return (areSwapped || yearsAgree(a, b)) && !differByNumeral(wordsOf(a.album), wordsOf(b.album))
  })
  return found === undefined ? [] : [found]
}

/** Whether a title is the artist's name but for a slip; a last letter is changed on purpose: "Madvillainy". */
function missesOwnName({ title, album }: Work, artist: string): boolean {
  if (!differByOneSlip(title, artist) || isTitleChecked(album)) return false
  const [words, name] = [wordsOf(album), fold(artistsOf(album).join(' ')).split(' ')]
  // As they are written: the keys know no alphabets.
  const [a, b] = [words.join(''), name.join('')]
  return a.at(-1) === b.at(-1) && differByOneSlip(a, b) && !differByNumeral(words, name)
}

function wordsOf({ title, artists }: Album): string[] {
  return fold(parseTitle(title, artists ?? []).name).split(' ')
}

/** Whether a numeral, or a letter that stands for one, is among the words in which two names differ: "Led Zeppelin I". */
function differByNumeral(a: readonly string[], b: readonly string[]): boolean {
  let [start, end] = [0, 0]
  const shorter = Math.min(a.length, b.length)
  while (start < shorter && a[start] === b[start]) start++
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return [...a.slice(start, a.length - end), ...b.slice(start, b.length - end)].some((word) => NUMERAL.test(word))
}

/** A number, one letter, or a Roman numeral up to 39. */
const NUMERAL = /\p{N}|^\p{L}$|^(?=.)x{0,3}(?:ix|iv|v?i{0,3})$/u

function ofTwo([a, b]: Two): Finding {
  const both = [a.album, b.album].sort((one, other) => one.id - other.id)
  return {
    kind: 'title-slip',
    about: both.map((album) => ({ album: album.id, stands: nameOf(album) })),
    why: 'the titles differ by a letter, or by two that changed places',
    todo: `If one is misspelled, correct it. If both are right, say so in one of the two: ${CHECKED_TITLE}.`,
    changes: [],
  }
}

function ofOwnName({ album }: Work): Finding {
  return {
    kind: 'title-slip',
    about: [{ album: album.id, stands: nameOf(album) }],
    why: 'the title differs by a letter, or by two that changed places, from the artist’s name',
    todo: `If it is called after the artist, correct it. If it is right, say so: ${CHECKED_TITLE}.`,
    changes: [],
  }
}
