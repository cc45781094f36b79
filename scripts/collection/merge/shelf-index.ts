import { artistsOf, type Album } from '../album.ts'
import { baseOf } from './copies.ts'
import type { Named } from './groups.ts'
import { albumName, artistAgreement, type AlbumName } from '../names/album-name.ts'
import { Namesakes } from './namesakes.ts'
import { identityByName, isExportedFrom, type Credited, type Identity } from './same-album.ts'

/** Finds the albums of records in a collection that grows while they are found. */
export interface ShelfIndex {
  /** Tells the index of an album that is new, or is called by more lists than before. `name`: where it is known already. */
  note(album: Album, name?: AlbumName): void
  /** The id of the album that has taken in a record of that base reference; null where none has. */
  withRef(base: string): number | null
  identify(named: Named, isCandidate: (id: number) => boolean): Identity
}

/** @param get The album of an id as it is now. */
export function shelfIndex(albums: readonly Album[], get: (id: number) => Album): ShelfIndex {
  const byRef = new Map<string, number>()
  const byWork = new Map<string, number>()
  const byTitle = new Map<string, Namesakes>()
  const names = new Map<number, AlbumName>()

  function note(album: Album, name = nameOf(album)): void {
    for (const ref of refsOf(album)) remember(byRef, baseOf(ref), album.id)
    for (const work of worksOf(album)) remember(byWork, work, album.id)
    names.set(album.id, name)
    let titled = byTitle.get(name.title)
    if (titled === undefined) byTitle.set(name.title, (titled = new Namesakes()))
    titled.note(album.id, name)
  }
  for (const album of albums) note(album)

  return {
    note,
    withRef: (base) => byRef.get(base) ?? null,
    identify(named, isCandidate) {
      const { record, name } = named
      for (const work of worksOf(record.whole ?? record.facts)) {
        const id = byWork.get(work)
        if (id === undefined || !isCandidate(id)) continue
        const known = names.get(id)!
        const isNamedSo = known.title === name.title || artistAgreement(name, known) !== 'none'
        return isNamedSo ? { kind: 'same', album: get(id) } : { kind: 'unsure', why: 'link', perhaps: [get(id)] }
      }
      const itself = record.id
      if (itself !== undefined && isCandidate(itself) && isExportedFrom(get(itself), names.get(itself)!, named))
        return { kind: 'same', album: get(itself) }
      const credited: Credited[] = []
      for (const [id, known] of byTitle.get(name.title)?.like(name) ?? []) {
        const agreement = artistAgreement(name, known)
        if (agreement !== 'none' && isCandidate(id)) credited.push({ album: get(id), agreement })
      }
      return identityByName(named, credited)
    },
  }
}

function nameOf(album: Album): AlbumName {
  return albumName(
    album.title,
    artistsOf(album),
    album.copies?.flatMap(({ format }) => format ?? []),
  )
}

/** The first that goes by a name keeps it. */
function remember(names: Map<string, number>, name: string, id: number): void {
  if (!names.has(name)) names.set(name, id)
}

/** What lists call an album, its copies and itself. */
function refsOf({ refs, copies, discogs_id: release }: Album): string[] {
  const byHand = release ? [`discogs:${release}`] : []
  return [...(copies?.map(({ ref }) => ref) ?? []), ...(refs ?? []), ...byHand]
}

/** What catalogues call the work itself, whatever the edition. */
function worksOf({ musicbrainz_id, discogs_master, spotify_url }: Partial<Album>): string[] {
  const spotify = /\/album\/([0-9A-Za-z]{22})/u.exec(spotify_url ?? '')?.[1]
  return [
    ...(musicbrainz_id ? [`musicbrainz:${musicbrainz_id.toLowerCase()}`] : []),
    ...(discogs_master ? [`master:${discogs_master}`] : []),
    ...(spotify === undefined ? [] : [`spotify:${spotify}`]),
  ]
}
