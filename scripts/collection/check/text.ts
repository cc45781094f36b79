import type { Album } from '../album.ts'
import { artistKey } from '../names/normalise.ts'
import { cleaned, type Fault } from './clean-text.ts'
import { discogsName } from '../names/discogs-name.ts'
import type { Change, Finding } from './finding.ts'
import { mojibakeIn } from './mojibake.ts'

const FAULTS: Record<Fault, string> = {
  entity: 'signs of a web page (HTML) are left in it',
  mojibake: 'it is UTF-8 that was read as Latin-1',
  decomposed: 'accents stand apart from their letters (Unicode NFD)',
  invisible: 'invisible characters stand in it',
  blanks: 'blanks stand around it or doubled',
}

/** Titles and artists' names whose characters are not what was meant. */
export function checkText(albums: readonly Album[]): Finding[] {
  return [...albums.flatMap(titleFinding), ...artistFindings(albums)]
}

function titleFinding({ id, title }: Album): Finding[] {
  const wrong = faultsOf(title)
  if (wrong === null) return []
  return [finding([{ album: id, stands: `title “${title}”` }], wrong, { field: 'title', before: title })]
}

interface Wrong {
  why: string
  /** What is meant; null where a person has to say. */
  after: string | null
  todo?: string
}

function faultsOf(name: string): Wrong | null {
  const { text, faults } = cleaned(name)
  if (text === '') return { why: 'nothing visible stands in it', after: null }
  if (faults.length > 0) return { why: faults.map((fault) => FAULTS[fault]).join('; '), after: text }
  if (mojibakeIn(name).kind === 'suspected')
    return { why: 'characters were lost when it was read in a wrong encoding', after: null }
  return null
}

function finding(
  about: Finding['about'],
  { why, after, todo }: Wrong,
  at: { field: 'title' | 'artists'; before: string },
): Finding {
  return {
    kind: 'text',
    about,
    why,
    todo: todo ?? (after === null ? 'Write it anew.' : `--fix writes “${after}”.`),
    changes: after === null ? [] : about.map(({ album }): Change => ({ album, ...at, after })),
  }
}

function artistFindings(albums: readonly Album[]): Finding[] {
  const holders = new Map<string, Set<number>>()
  for (const { id, artists } of albums) {
    for (const name of artists ?? []) holders.set(name, (holders.get(name) ?? new Set()).add(id))
  }
  const namesakes = new Map<string, Set<number>>()
  for (const name of holders.keys()) {
    const { bare, number } = discogsName(cleaned(name).text)
    const key = artistKey(bare)
    namesakes.set(key, (namesakes.get(key) ?? new Set()).add(number))
  }
  return [...holders].flatMap(([name, ids]) => {
    const wrong = faultsOf(name) ?? discogsMark(name, namesakes)
    if (wrong === null) return []
    const about = [...ids].map((album) => ({ album, stands: `artist “${name}”` }))
    return [finding(about, wrong, { field: 'artists', before: name })]
  })
}

/** @param namesakes By the key of a name, which numbers stand beside it in the collection. */
function discogsMark(name: string, namesakes: ReadonlyMap<string, ReadonlySet<number>>): Wrong | null {
  const { bare, number } = discogsName(name)
  if (bare === name) return null
  const why =
    number === 1
      ? 'Discogs marks variations of a name with a star'
      : `Discogs numbers artists of one name, and “(${number})” is such a number`
  if (number === 1 || namesakes.get(artistKey(bare))!.size === 1) return { why, after: bare }
  return {
    why: `${why}; “${bare}” stands in the collection with another number or none`,
    after: null,
    todo: `If they are the same, write “${bare}” everywhere; otherwise tell them apart by words, like “${bare} (UK)”.`,
  }
}
