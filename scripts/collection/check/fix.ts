import type { Album } from '../album.ts'
import { PRESSING } from '../provenance.ts'
import { inOrder, RULES } from './check.ts'
import { nameOf, type Change, type Finding } from './finding.ts'
import { joined } from './join.ts'

/** A change that was made. */
export interface Done {
  /** The id of the album. */
  album: number
  /** The field, or `entry` for one that went into another. */
  what: string
  before: string
  after: string
}

export interface Fixed {
  /** The collection afterwards; albums that did not change are the very same objects. */
  albums: Album[]
  done: Done[]
  /** What is left for a person. */
  left: Finding[]
}

/** Mending goes in three or four rounds; this many would mean that two rules undo each other. */
const MOST_ROUNDS = 50

/**
 * Puts right what is beyond doubt, until nothing of that kind is left: mending a name may show two entries to be one album.
 * It ends because every change makes a text cleaner, a year earlier, the spellings fewer or the list shorter.
 */
export function fixCollection(albums: readonly Album[], thisYear: number): Fixed {
  const shelf = new Map(albums.map((album) => [album.id, album]))
  const done: Done[] = []
  for (let round = 1; ; round++) {
    const before = done.length
    const left: Finding[] = []
    for (const rule of RULES) {
      const findings = rule([...shelf.values()], thisYear)
      left.push(...findings)
      for (const change of findings.flatMap(({ changes }) => changes)) done.push(apply(shelf, change))
    }
    if (done.length === before || round === MOST_ROUNDS)
      return { albums: [...shelf.values()], done, left: inOrder(left) }
  }
}

/** Makes one change. Those of one rule touch different things, so none stands in another's way. */
function apply(shelf: Map<number, Album>, change: Change): Done {
  const album = shelf.get(change.album)!
  if ('joins' in change) return joinInto(shelf, album, change.joins)
  shelf.set(album.id, edited(album, change))
  const { field, before, after } = change
  return { album: album.id, what: field, before: String(before), after: String(after) }
}

function joinInto(shelf: Map<number, Album>, album: Album, joins: number): Done {
  const other = shelf.get(joins)!
  const whole = joined(album, other)
  shelf.set(album.id, whole)
  shelf.delete(joins)
  const fields = Object.keys(whole).filter((field) => JSON.stringify(whole[field]) !== JSON.stringify(album[field]))
  const after = `joined into id ${album.id}${fields.length === 0 ? '' : `, which takes ${fields.join(', ')} from it`}`
  return { album: album.id, what: 'entry', before: `id ${joins} ${nameOf(other)}`, after }
}

function edited(album: Album, { field, before, after }: Exclude<Change, { joins: number }>): Album {
  if (field === 'year') return { ...album, year: after, sources: { ...album.sources, year: PRESSING } }
  if (field !== 'artists') return { ...album, [field]: after }
  // The same artist under two spellings is one.
  return { ...album, artists: [...new Set(album.artists!.map((name) => (name === before ? after : name)))] }
}
