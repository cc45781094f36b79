import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { matchAlbum, type Candidate, type Catalogue, type MatchQuery } from '../../scripts/collection/names/match.ts'
import { readWorks } from '../../scripts/sources/services/musicbrainz.ts'
import { readAlbums } from '../../scripts/sources/services/spotify.ts'
import { releaseGroupSearch, spotifySearch } from './catalogue-answers.ts'

/*
 * The notation of test/fixtures/matching/*.txt, one query and its hits a paragraph:
 *
 *   @ what the next ones are about
 *   ?mb title | artist ; artist | y1969 | t17      what is looked for in MusicBrainz; y: year, p: a pressing's, t: tracks
 *   + title | artist=alias ; artist^namesake | Album+Live | 1969-09-26 | title of a release ; another
 *   ?sp title | artist                              the same in Spotify
 *   - title | artist | album, single or compilation | 1969-09-26 | tracks
 *
 * `+` is the album looked for (several where editions of it are listed), `-` another one. Without a `+` nothing may be taken.
 */

export interface MatchingCase {
  about: string
  line: number
  catalogue: Catalogue
  query: MatchQuery
  candidates: Candidate[]
  /** Ids of the candidates that are right. */
  right: Set<string>
}

export interface Score {
  queries: number
  /** Queries with a right answer among the candidates. */
  answerable: number
  taken: number
  takenRightly: number
  missed: MatchingCase[]
  wrong: { one: MatchingCase; taken: Candidate }[]
}

export function readCases(name: 'dev' | 'heldout'): MatchingCase[] {
  const text = readFileSync(resolve('test/fixtures/matching', `${name}.txt`), 'utf8')
  let about = ''
  const cases: { about: string; line: number; head: string; hits: string[] }[] = []
  text.split('\n').forEach((line, index) => {
    if (line.startsWith('@ ')) about = line.slice(2)
    else if (line.startsWith('?')) cases.push({ about, line: index + 1, head: line, hits: [] })
    else if (/^[+-] /.test(line)) cases.at(-1)!.hits.push(line)
    else if (line !== '' && !line.startsWith('#')) throw new Error(`${name}.txt, line ${index + 1}: ${line}`)
  })
  return cases.map(({ about, line, head, hits }) => {
    const catalogue = head.startsWith('?mb') ? 'works' : 'editions'
    const candidates = catalogue === 'works' ? works(hits) : editions(hits)
    const right = new Set(candidates.flatMap(({ id }, index) => (hits[index]!.startsWith('+') ? [id] : [])))
    return { about, line, catalogue, query: queryOf(head.slice(3)), candidates, right }
  })
}

const list = (text = '') => text.split(' ; ').map((part) => part.trim()).filter((part) => part !== '') // prettier-ignore
const fields = (line: string) => line.split(/ \|(?: |$)/).map((field) => field.trim())

function queryOf(text: string): MatchQuery {
  const [title = '', artists, ...hints] = fields(text)
  const hint = (letter: string) => {
    const found = hints.find((each) => each.startsWith(letter))
    return found === undefined ? null : Number(found.slice(1))
  }
  return {
    title,
    artists: list(artists).map((artist) => artist.replace(/\^.*$/, '')),
    year: hint('y'),
    pressingYear: hint('p'),
    tracks: hint('t'),
  }
}

function works(hits: readonly string[]): Candidate[] {
  const words = hits.map((hit, index) => {
    const [title = '', artists, type = 'Album', date, releases] = fields(hit.slice(2))
    return {
      title,
      artists: list(artists),
      type,
      ...(date ? { date } : {}),
      releases: [title, ...list(releases)],
      id: String(index),
    }
  })
  return readWorks(JSON.parse(JSON.stringify(releaseGroupSearch(words))))
}

function editions(hits: readonly string[]): Candidate[] {
  const words = hits.map((hit) => {
    const [title = '', artists, type = 'album', date = '0000', tracks = '10'] = fields(hit.slice(2))
    return { title, artists: list(artists), type, date, tracks: Number(tracks) }
  })
  return readAlbums(JSON.parse(JSON.stringify(spotifySearch(words))))
}

/** Precision: of what was taken, how much is right. Recall: of what could be found, how much was, and rightly. */
export function scoreOf(cases: readonly MatchingCase[]): Score {
  const score: Score = { queries: cases.length, answerable: 0, taken: 0, takenRightly: 0, missed: [], wrong: [] }
  for (const one of cases) {
    const match = matchAlbum(one.query, one.candidates, one.catalogue)
    const taken = match.kind === 'found' ? match.candidate : null
    const isRight = taken !== null && one.right.has(taken.id)
    if (one.right.size > 0) score.answerable++
    if (taken !== null) score.taken++
    if (isRight) score.takenRightly++
    else if (taken !== null) score.wrong.push({ one, taken })
    if (one.right.size > 0 && !isRight) score.missed.push(one)
  }
  return score
}

export const precision = ({ taken, takenRightly }: Score): number => takenRightly / taken
export const recall = ({ answerable, takenRightly }: Score): number => takenRightly / answerable
