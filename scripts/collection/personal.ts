import type { CopyFacts } from './album.ts'
import type { IncomingAlbum } from './incoming.ts'

/** The columns of Discogs' own; every other is a field that the person made: a seller, a place, a remark. */
const NOBODYS = /^(?:catalog#?|artist|title|label|format|rating|released|release_id|date added)$/iu

/**
 * A record without what only its owner should know of the copy: notes, what was paid, the folder, and fields of the owner's
 * making. Gives the record itself where it has none of these.
 */
export function withoutPersonal(record: IncomingAlbum): IncomingAlbum {
  const { copy } = record
  if (copy === null || !isPersonal(copy)) return record
  const { notes: _, paid: __, folder: ___, other, ...rest } = copy
  const kept = Object.entries(other ?? {}).filter(([name]) => NOBODYS.test(name))
  return { ...record, copy: kept.length === 0 ? rest : { ...rest, other: Object.fromEntries(kept) } }
}

/** Whether a copy says anything of the kind; the folder that everybody has says nothing. */
export function isPersonal({ notes, paid, folder, other }: CopyFacts): boolean {
  return (
    Boolean(notes) ||
    Boolean(paid) ||
    (Boolean(folder) && folder !== 'Uncategorized') ||
    Object.keys(other ?? {}).some((name) => !NOBODYS.test(name))
  )
}
