import type { AlbumName } from '../names/album-name.ts'

/** So many are looked at one by one; beyond, an index is quicker than the looking. */
const FEW = 16

/** The albums of one title, by id, in the order in which they were noted. */
export class Namesakes {
  private readonly names = new Map<number, AlbumName>()
  private index: Index | null = null

  /** Adds an album, or says what it is called now. */
  note(id: number, name: AlbumName): void {
    this.names.set(id, name)
    if (this.index !== null) this.file(this.index, id, name)
    else if (this.names.size > FEW) {
      this.index = { places: new Map(), ids: new Map() }
      for (const [each, known] of this.names) this.file(this.index, each, known)
    }
  }

  /** All whose artists may agree with those of `name` in some way; others may be among them. */
  like(name: AlbumName): Iterable<readonly [id: number, name: AlbumName]> {
    if (this.index === null || name.artists.length === 0) return this.names
    const { ids, places } = this.index
    const found = new Set(asked(name).flatMap((mark) => ids.get(mark) ?? []))
    return [...found].sort((a, b) => places.get(a)! - places.get(b)!).map((id) => [id, this.names.get(id)!] as const)
  }

  private file({ ids, places }: Index, id: number, name: AlbumName): void {
    if (!places.has(id)) places.set(id, places.size)
    for (const mark of marksOf(name)) {
      const there = ids.get(mark)
      if (there === undefined) ids.set(mark, [id])
      else if (!there.includes(id)) there.push(id)
    }
  }
}

interface Index {
  /** By what they are found by. */
  ids: Map<string, number[]>
  /** The order in which the albums were noted. */
  places: Map<number, number>
}

const NAMELESS = ''

/** What an album is found by: each of its artists, and both halves of their names together. */
function marksOf({ artists, parts }: AlbumName): string[] {
  if (artists.length === 0) return [NAMELESS]
  const all = artists.join(' ')
  return [...artists, ...parts, ...halvesOf(all, all.length)]
}

/** The marks of those that agree: of two names that differ by one letter, one half is the same. */
function asked({ artists, parts }: AlbumName): string[] {
  const all = artists.join(' ')
  const lengths = [all.length - 1, all.length, all.length + 1]
  return [NAMELESS, ...artists, ...parts, ...lengths.flatMap((length) => halvesOf(all, length))]
}

/** The halves that a name of that length shares with one that is a letter shorter, longer or another. */
function halvesOf(name: string, length: number): [string, string] {
  const half = Math.floor((length - 1) / 2)
  return [`<${name.slice(0, half)}`, `>${name.slice(name.length - half)}`]
}
