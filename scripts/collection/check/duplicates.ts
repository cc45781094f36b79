import type { Album } from '../album.ts'
import { VARIOUS_ARTISTS } from '../names/normalise.ts'
import { nameOf, type Finding } from './finding.ts'
import { joined, objection } from './join.ts'
import { haveDifferentIds, shareAnId, workOf, yearsAgree, type Work } from './work.ts'

/** So many different albums of one name are not duplicates that somebody overlooked; it also bounds the comparisons. */
const MOST_OF_ONE_NAME = 50

const ONE_OR_TWO =
  'One album: keep one entry, delete the other. Two: tell them apart by the year and musicbrainz_id of each, or by the title.'

/** The same album twice: beyond doubt, or perhaps. */
export function checkDuplicates(albums: readonly Album[]): Finding[] {
  const works = [...albums]
    .sort((a, b) => a.id - b.id)
    .map(workOf)
    .filter(({ title }) => title !== '')
  const titles = groupBy(works, ({ title }) => title)
  return titles.flatMap((titled) => {
    if (titled.length < 2) return []
    const credits = groupBy(titled, ({ artists }) => artists)
    return [...credits.flatMap(ofOneName), ...ofRelatedCredits(credits)]
  })
}

function groupBy(works: readonly Work[], key: (work: Work) => string): Work[][] {
  const groups = new Map<string, Work[]>()
  for (const work of works) {
    const group = groups.get(key(work))
    if (group === undefined) groups.set(key(work), [work])
    else group.push(work)
  }
  return [...groups.values()]
}

/** What there is to say of entries that have one title and the same artists. */
function ofOneName(entries: readonly Work[]): Finding[] {
  if (entries.length < 2 || entries.length > MOST_OF_ONE_NAME) return []
  const { clusters, loose } = cluster(entries)
  const certain: Finding[] = []
  const lossy: Finding[] = []
  for (const members of clusters) {
    const [first, ...others] = members
    let kept = first!.album
    const into: Work[] = []
    for (const other of others) {
      const lost = objection(kept, other.album)
      if (lost === null) {
        into.push(other)
        kept = joined(kept, other.album)
      } else
        lossy.push(
          doubt(
            [first!, other],
            `the same title and artists, but ${lost}`,
            'Keep what you want of both in one entry, and delete the other.',
          ),
        )
    }
    if (into.length > 0) certain.push(same(first!, into))
  }
  const left = [...clusters.map(([first]) => first!), ...loose].sort((a, b) => a.album.id - b.album.id)
  return [...certain, ...lossy, ...unsettled(left)]
}

function same(first: Work, others: readonly Work[]): Finding {
  return {
    kind: 'duplicate',
    about: [first, ...others].map(standing),
    why: 'the same title and artists, and nothing speaks against it',
    todo: `--fix joins ${others.length === 1 ? 'it' : 'them'} into id ${first.album.id}; nothing is lost.`,
    changes: others.map(({ album }) => ({ album: first.album.id, joins: album.id })),
  }
}

/** Entries of one name for which it is not known that they are different albums. */
function unsettled(works: readonly Work[]): Finding[] {
  const open = works.filter((work) =>
    works.some((other) => other !== work && !areOthers(work, other) && !isOfStarter(work) && !isOfStarter(other)),
  )
  if (open.length < 2) return []
  const years = [...new Set(open.map(({ year, pressingYear }) => year ?? pressingYear ?? 'unknown'))]
  const why = years.length > 1 ? `the years are ${years.join(', ')}` : 'the name alone does not tell'
  return [doubt(open, `the same title and artists, but ${why}`, ONE_OR_TWO)]
}

/** Whether two works of one name are known to be different albums. */
function areOthers(a: Work, b: Work): boolean {
  if (haveDifferentIds(a, b)) return a.year !== b.year
  const isAnybodys = a.artists === '' || a.artists === VARIOUS_ARTISTS
  return isAnybodys && !yearsAgree(a, b)
}

/** Albums of the starter collection leave by themselves. */
function isOfStarter({ album }: Work): boolean {
  return album.source === 'starter'
}

/** Entries that are one album beyond doubt, each cluster by id; and those that may belong to several, or to none. */
function cluster(entries: readonly Work[]): { clusters: Work[][]; loose: Work[] } {
  const clusters: Work[][] = []
  const loose: Work[] = []
  const undated = entries.filter(({ year }) => year === null)
  const dated = entries.filter(({ year }) => year !== null).sort((a, b) => a.year! - b.year!)
  for (const work of [...dated, ...undated]) {
    const agreeing = clusters.filter((works) => agrees(works, work))
    // A year that is not known agrees with any, so there must be one place only, or a catalogue's word.
    const isSure =
      work.year !== null || clusters.length === 1 || agreeing.flat().some((other) => shareAnId(other, work))
    if (agreeing.length === 1 && isSure) agreeing[0]!.push(work)
    else if (agreeing.length === 0 && (work.year !== null || clusters.length === 0)) clusters.push([work])
    else loose.push(work)
  }
  return { clusters: clusters.map((works) => works.sort((a, b) => a.album.id - b.album.id)), loose }
}

/** Whether an entry is the album that all of these are. */
function agrees(works: readonly Work[], work: Work): boolean {
  if (works.some((other) => haveDifferentIds(other, work))) return false
  if (works.some((other) => shareAnId(other, work))) return true
  // Where the name does not tell, the year must; without an artist even that says nothing.
  const yearTells = (other: Work) =>
    (other.year !== null && work.year !== null) || !(work.isVague || other.numbers !== work.numbers)
  return work.artists !== '' && works.every((other) => yearsAgree(other, work) && yearTells(other))
}

/** Entries of one title where one's artists are a part of the other's, or are not known. */
function ofRelatedCredits(credits: readonly (readonly Work[])[]): Finding[] {
  const firsts = credits.map(([first]) => first!)
  if (firsts.length < 2) return []
  const byPart = new Map<string, Work[]>()
  for (const work of firsts) {
    for (const part of work.parts) {
      const holders = byPart.get(part)
      if (holders === undefined) byPart.set(part, [work])
      else holders.push(work)
    }
  }
  const unknown = firsts.find(({ parts }) => parts.size === 0)
  const pairs = firsts.flatMap((work) => holdersOf(work, byPart).map((other) => [work, other] as const))
  // A title of several artists says nothing of the one whose artist is not known.
  if (unknown !== undefined && firsts.length === 2) pairs.push([unknown, firsts.find((work) => work !== unknown)!])
  return pairs.flatMap(([work, other]) => {
    if (!yearsAgree(work, other) || haveDifferentIds(work, other) || isOfStarter(work) || isOfStarter(other)) return []
    const both = [work, other].sort((a, b) => a.album.id - b.album.id)
    return [doubt(both, 'the same title; the artists of one are only a part of the other’s', ONE_OR_TWO)]
  })
}

/** The other works whose artists include all of this one's. */
function holdersOf(work: Work, byPart: ReadonlyMap<string, readonly Work[]>): Work[] {
  if (work.parts.size === 0 || work.parts.has(VARIOUS_ARTISTS)) return []
  const rarest = [...work.parts].map((part) => byPart.get(part)!).sort((a, b) => a.length - b.length)[0]!
  return rarest.slice(0, MOST_OF_ONE_NAME).filter((other) => {
    if (other === work || ![...work.parts].every((part) => other.parts.has(part))) return false
    // Of two that hold each other, one tells.
    return other.parts.size > work.parts.size || work.album.id < other.album.id
  })
}

function doubt(works: readonly Work[], why: string, todo: string): Finding {
  return { kind: 'duplicate', about: works.map(standing), why, todo, changes: [] }
}

function standing({ album }: Work): Finding['about'][number] {
  return { album: album.id, stands: nameOf(album) }
}
