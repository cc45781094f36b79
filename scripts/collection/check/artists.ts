import type { Album } from '../album.ts'
import { fold } from '../names/fold.ts'
import { artistKey, VARIOUS_ARTISTS } from '../names/normalise.ts'
import { discogsName } from '../names/discogs-name.ts'
import type { Change, Finding } from './finding.ts'
import { oneSlipApart } from './one-slip.ts'

/** In shorter names signs and accents tell artists apart: "M.I.A." and "Mia". */
const SHORTEST_SAME = 4
/** In shorter names a letter more or less makes another name. */
const SHORTEST_SLIP = 5
/** Nobody mistypes a name so often. */
const TWO_ARTISTS = 3

/** Artists whose names are the same but for their spelling, or but for one slip of the pen. */
export function checkArtists(albums: readonly Album[]): Finding[] {
  const artists = new Map<string, Artist>()
  for (const { id, artists: names } of albums) {
    for (const name of names ?? []) {
      const key = artistKey(name)
      if (key === '' || key === VARIOUS_ARTISTS) continue
      // Discogs' numbers are for the check of texts.
      const named = `${key} ${discogsName(name).number}`
      const artist = artists.get(named) ?? new Artist(key)
      artists.set(named, artist.holds(name, id))
    }
  }
  return [...[...artists.values()].flatMap(spellings), ...slips([...artists.values()])]
}

/** One artist as the collection spells the name. */
class Artist {
  readonly key: string
  /** The ids of the albums that have each spelling. */
  readonly spellings = new Map<string, Set<number>>()

  constructor(key: string) {
    this.key = key
  }

  holds(name: string, album: number): this {
    this.spellings.set(name, (this.spellings.get(name) ?? new Set()).add(album))
    return this
  }

  get albums(): Set<number> {
    return new Set([...this.spellings.values()].flatMap((ids) => [...ids]))
  }

  /** The spelling to keep. */
  get name(): string {
    return best([...this.spellings])[0]
  }
}

type Spelling = readonly [name: string, albums: ReadonlySet<number>]

/**
 * The spelling used most often; of those used as often the one with most accents, then the one in small and capital
 * letters, then the one with most signs.
 */
function best(spellings: readonly Spelling[]): Spelling {
  const rank = ([name, albums]: Spelling) => [
    albums.size,
    name.normalize('NFKD').replace(/\P{M}/gu, '').length,
    /\p{Lu}/u.test(name) && /\p{Ll}/u.test(name) ? 1 : 0,
    name.length,
  ]
  return [...spellings].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    const at = left.findIndex((value, index) => value !== right[index])
    return at < 0 ? (a[0] < b[0] ? -1 : 1) : right[at]! - left[at]!
  })[0]!
}

/** A name as what is left without case, accents, signs and blanks. */
function letters(name: string): string {
  return fold(name.replace(/&/gu, ' and ')).replaceAll(' ', '')
}

function spellings({ spellings: all }: Artist): Finding[] {
  if (all.size < 2) return []
  const alike = new Map<string, Spelling[]>()
  for (const spelling of all) alike.set(letters(spelling[0]), [...(alike.get(letters(spelling[0])) ?? []), spelling])
  const [kept, ...others] = [...alike.values()].map(best)
  return [
    ...[...alike].flatMap(([same, group]) => unified(group, same.length >= SHORTEST_SAME)),
    ...others.map((other) => asked(kept!, other, 'the names differ by a small word or another alphabet')),
  ]
}

/** The other spellings of one name become the best one, where that is beyond doubt. */
function unified(group: readonly Spelling[], isCertain: boolean): Finding[] {
  const kept = best(group)
  return group
    .filter((spelling) => spelling !== kept)
    .map((spelling) => {
      const why = 'only case, accents or signs differ'
      if (!isCertain) return asked(kept, spelling, `${why}, but in so short a name they may tell two artists apart`)
      const [before, albums] = spelling
      return {
        kind: 'artist',
        about: aboutSpelling(spelling),
        why: `“${kept[0]}” is on ${plural(kept[1].size)}; ${why}`,
        todo: `--fix writes “${kept[0]}”.`,
        changes: [...albums].map((album): Change => ({ album, field: 'artists', before, after: kept[0] })),
      }
    })
}

/** Pairs of artists whose names one letter tells apart, or two that changed places. */
function slips(artists: readonly Artist[]): Finding[] {
  const long = artists.filter(({ key }) => key.length >= SHORTEST_SLIP)
  const unique = [...new Map(long.map((artist) => [artist.key, artist])).values()]
  return oneSlipApart(unique.map(({ key }) => key)).flatMap(([one, other]) => {
    const [a, b] = [unique[one]!, unique[other]!]
    const areTwo = a.albums.size >= TWO_ARTISTS && b.albums.size >= TWO_ARTISTS
    // Two who stand on one album are two, and so are Dominique A and Dominique B.
    if (areTwo || [...a.albums].some((id) => b.albums.has(id)) || differByInitial(a.name, b.name)) return []
    const [often, seldom] = a.albums.size >= b.albums.size ? [a, b] : [b, a]
    return [
      asked([often.name, often.albums], [seldom.name, seldom.albums], 'one letter differs, or two changed places'),
    ]
  })
}

function differByInitial(a: string, b: string): boolean {
  const [left, right] = [fold(a).split(' '), fold(b).split(' ')]
  if (left.length !== right.length) return false
  return left.every((word, at) => word === right[at] || (word.length === 1 && right[at]!.length === 1))
}

function asked([often, albums]: Spelling, seldom: Spelling, why: string): Finding {
  return {
    kind: 'artist',
    about: aboutSpelling(seldom),
    why: `“${often}” is on ${plural(albums.size)}; ${why}`,
    todo: 'If they are the same artist, write the name in one way everywhere.',
    changes: [],
  }
}

function aboutSpelling([name, albums]: Spelling): Finding['about'] {
  return [...albums].map((album) => ({ album, stands: `artist “${name}”` }))
}

function plural(albums: number): string {
  return albums === 1 ? 'another album' : `${albums} albums`
}
