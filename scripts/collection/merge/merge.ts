import type { Album } from '../album.ts'
import type { IncomingAlbum, IncomingList } from '../incoming.ts'
import type { Review, Unsure } from '../review.ts'
import { attach, takeIn } from './attach.ts'
import { baseOf } from './copies.ts'
import type { Decision, MergeBase, MergeResult } from './decision.ts'
import { departures } from './departures.ts'
import { albumOf, fillFacts } from './facts.ts'
import { inGroups, named, numbered, type Group } from './groups.ts'
import type { AlbumName } from '../names/album-name.ts'
import { shelfIndex, type ShelfIndex } from './shelf-index.ts'
import { STARTER, type Identity } from './same-album.ts'

/**
 * Brings the records of a list into a collection. The same album is one album, whatever its edition and spelling; ids stay;
 * what a person wrote stays; what cannot be told waits in the review. The same list again changes nothing, and the order
 * of its records does not matter. Nothing that is handed in is changed.
 * @param list Null: only what a person has decided in the review since.
 * @param today `2026-11-23`, for copies that are gone.
 */
export function mergeList(base: MergeBase, list: IncomingList | null, today: string): MergeResult {
  const merge = new Merge(base)
  merge.applyDecisions()
  if (list !== null) merge.takeList(list, today)
  return merge.result()
}

class Merge {
  private readonly base: MergeBase
  private readonly albums: Map<number, Album>
  private readonly index: ShelfIndex
  private readonly waiting: Map<string, Unsure>
  /** Base references that a person does not want. */
  private readonly unwanted: ReadonlySet<string>
  private readonly decisions: Decision[] = []
  /** Albums of this merge's own making. */
  private readonly made = new Set<number>()
  private nextId: number
  private hasRecords = false

  constructor(base: MergeBase) {
    this.base = base
    this.albums = new Map(base.albums.map((album) => [album.id, album]))
    this.index = shelfIndex(base.albums, (id) => this.albums.get(id)!)
    this.waiting = new Map((base.review.unsure as Unsure[]).map((entry) => [entry.ref, entry]))
    this.unwanted = new Set(base.review.skip?.map(baseOf))
    this.nextId = base.albums.reduce((most, { id }) => Math.max(most, id), base.lastId) + 1
  }

  /** What a person has decided in the review. */
  applyDecisions(): void {
    for (const entry of [...this.waiting.values()]) {
      const { decision, ref, source, record } = entry
      if (decision === null || decision === 'skip') continue
      const id = Number(decision)
      const group: Group = [named(record, source)]
      // An album that has left meanwhile cannot take it in: asked again.
      if (decision !== 'new' && !this.albums.has(id)) {
        const perhaps = entry.perhaps.flatMap(({ id }) => this.albums.get(id) ?? [])
        this.waiting.set(ref, { ...entry, decision: null })
        this.decisions.push({ kind: 'unsure', record, why: entry.why, perhaps })
      } else {
        this.waiting.delete(ref)
        // Another copy of the same pressing may have been decided, or come in, before this one.
        const known = this.index.withRef(group[0].base)
        if (decision !== 'new') this.join(id, group, source)
        else if (known !== null && this.albums.has(known)) this.join(known, group, source)
        else this.add(group, source)
      }
    }
  }

  takeList(list: IncomingList, today: string): void {
    const present = new Set<string>()
    // A group that leaves a doubt is looked at again once the others are in: one of them may have settled it.
    const groups = inGroups(list)
    let left = groups
    for (let before = Infinity; left.length < before;) {
      before = left.length
      left = left.filter((group) => {
        const refs = this.take(group, list.source)
        refs?.forEach((ref) => present.add(ref))
        return refs === null
      })
    }
    for (const group of left) this.ask(group, list.source)
    if (!list.isWhole) return
    this.forgetQuestions(groups, list.source)
    for (const { decision, album } of departures([...this.albums.values()], list.source, present, today)) {
      if (decision.kind === 'left') this.albums.delete(album.id)
      else this.albums.set(album.id, album)
      this.decisions.push(decision)
    }
  }

  /** Nobody needs to decide about a record that its list has no more. */
  private forgetQuestions(groups: readonly Group[], source: string): void {
    const listed = new Set(groups.flatMap((group) => group.map(({ base }, at) => numbered(base, at))))
    for (const { ref, source: from, decision } of [...this.waiting.values()])
      if (from === source && decision === null && !listed.has(ref)) this.waiting.delete(ref)
  }

  /** Takes in records that share a base reference. Gives the references of their copies; null where there is a doubt. */
  private take(group: Group, source: string): string[] | null {
    const [{ base }] = group
    const known = this.index.withRef(base)
    const refs = group.map((_, at) => numbered(base, at))
    if (known !== null && this.albums.has(known)) {
      // What is known needs no decision any more.
      for (const ref of refs) this.waiting.delete(ref)
      return this.join(known, group, source)
    }
    if (this.unwanted.has(base) || refs.some((ref) => this.waiting.get(ref)?.decision === 'skip')) {
      for (const { record } of group) this.decisions.push({ kind: 'skipped', record })
      return []
    }
    const identity = this.identify(group)
    if (identity.kind === 'unsure') return null
    for (const ref of refs) this.waiting.delete(ref)
    return identity.kind === 'same' ? this.join(identity.album.id, group, source) : this.add(group, source)
  }

  private identify([first]: Group): Identity {
    // Two entries of one collection that have ids of their own are two albums, whatever they are called.
    const hasId = first.record.id !== undefined
    return this.index.identify(first, (id) => this.albums.has(id) && !(hasId && this.made.has(id)))
  }

  private ask(group: Group, source: string): void {
    const identity = this.identify(group)
    if (identity.kind !== 'unsure') return
    const { why, perhaps } = identity
    group.forEach(({ base, record }, at) => {
      const ref = numbered(base, at)
      this.waiting.set(ref, { ref, source, why, perhaps: perhaps.map(inShort), decision: null, record })
      this.decisions.push({ kind: 'unsure', record, why, perhaps })
    })
  }

  private add(group: Group, source: string): string[] {
    const [{ record, name, isPressing }] = group
    const album = albumOf(this.idFor(record), record, { source, isPressing })
    this.made.add(album.id)
    const attached = attach(album, group)
    for (const other of group.slice(1)) fillFacts(album, other.record, { from: null, isPressing: other.isPressing })
    // The others of the group may have filled in the artists.
    this.keep(album, group.length === 1 ? name : undefined)
    this.decisions.push({ kind: 'added', record, album })
    for (const other of group.slice(1))
      this.decisions.push({
        kind: 'merged',
        record: other.record,
        album,
        fields: [],
        isNewCopy: other.copy !== null,
      })
    return attached.map(({ ref }) => ref)
  }

  private join(id: number, group: Group, source: string): string[] {
    const known = this.albums.get(id)!
    const album = writable(known)
    const isAdopted = album.source === STARTER
    if (isAdopted) album.source = source
    const attached = attach(album, group)
    const from = this.made.has(id) ? null : source
    const fields = group.map(({ record, isPressing }) => [
      ...fillFacts(album, record, { from, isPressing }),
      ...(record.whole === undefined ? [] : takeIn(album, record.whole, source)),
    ])
    const isChanged =
      isAdopted || fields.some((each) => each.length > 0) || attached.some(({ did }) => did !== 'nothing')
    if (isChanged) this.keep(album)
    const now = isChanged ? album : known
    group.forEach(({ record }, at) => {
      const { did } = attached[at]!
      if (did === 'returned') this.decisions.push({ kind: 'returned', album: now })
      // To the person it is new: the starter collection is not theirs.
      if (isAdopted && at === 0) return void this.decisions.push({ kind: 'added', record, album: now })
      const isKept = fields[at]!.length === 0 && did === 'nothing' && !isAdopted
      if (isKept) this.decisions.push({ kind: 'kept', record, album: now })
      else this.decisions.push({ kind: 'merged', record, album: now, fields: fields[at]!, isNewCopy: did === 'added' })
    })
    return attached.map(({ ref }) => ref)
  }

  private keep(album: Album, name?: AlbumName): void {
    this.albums.set(album.id, album)
    this.index.note(album, name)
    this.hasRecords = true
  }

  private idFor({ id }: IncomingAlbum): number {
    // An id that was given once is not given to another album, even where its album has left.
    if (id === undefined || id <= this.base.lastId || this.albums.has(id)) return this.nextId++
    this.nextId = Math.max(this.nextId, id + 1)
    return id
  }

  result(): MergeResult {
    const all = [...this.albums.values()]
    const hasOwn = this.hasRecords || this.decisions.some(({ kind }) => kind === 'kept')
    const albums = hasOwn ? all.filter(({ source }) => source !== STARTER) : all
    const review = this.review()
    const before = new Set(this.base.albums)
    const hasLeft = albums.length < before.size + this.made.size
    return {
      albums,
      // Where albums left, their ids are not given again.
      lastId: hasLeft ? this.nextId - 1 : this.base.lastId,
      review,
      decisions: this.decisions,
      startersLeft: all.length - albums.length,
      isChanged: hasLeft || review !== this.base.review || albums.some((album) => !before.has(album)),
    }
  }

  private review(): Review {
    const unsure = [...this.waiting.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1))
    const isSame = JSON.stringify(unsure) === JSON.stringify(this.base.review.unsure)
    return isSame ? this.base.review : { ...this.base.review, unsure: unsure as Review['unsure'] }
  }
}

/** A copy that may be written to, as deep as a merge writes. */
function writable(album: Album): Album {
  const { copies, refs, sources } = album
  return {
    ...album,
    ...(copies == null ? {} : { copies: copies.map((copy) => ({ ...copy })) }),
    ...(refs == null ? {} : { refs: [...refs] }),
    ...(sources == null ? {} : { sources: { ...sources } }),
  }
}

function inShort({ id, title, artists, year }: Album): Unsure['perhaps'][number] {
  return { id, title, artists: [...(artists ?? [])], year: year ?? null }
}
