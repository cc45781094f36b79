import { TaskError } from '../ground/errors.ts'
import type { Album } from './album.ts'
import { COLLECTION_FILE } from './store.ts'

/** A collection this much smaller than it was is taken for an accident. */
const MOST_LOST = 0.2

/** In albums of a person's own. */
export type Shrinking =
  { kind: 'collapse'; now: number; before: number } | { kind: 'departure'; leaving: number; had: number }

/** A collection that has become, or would become, much smaller. */
export class ShrinkRefusal extends TaskError {
  readonly shrinking: Shrinking

  constructor(shrinking: Shrinking) {
    const { says, todo } = describeShrinking(shrinking)
    super(says, { todo })
    this.shrinking = shrinking
  }
}

/** What changed, and how to go on, in English. */
export function describeShrinking(shrinking: Shrinking): { says: string; todo: string } {
  return shrinking.kind === 'collapse'
    ? {
        says: `${COLLECTION_FILE} holds ${shrinking.now} albums of your own; at this task's last run it held ${shrinking.before}. Nothing was written.`,
        todo: `If albums were lost, bring the file back from its “History” on GitHub. ${ACCEPT}`,
      }
    : {
        says: `${shrinking.leaving} of your ${shrinking.had} albums would leave ${COLLECTION_FILE}. Nothing was written.`,
        todo: `Look whether the list they come from is whole. ${ACCEPT}`,
      }
}

/** How many albums are a person's own: those of the starter collection may leave at any time. */
export function countOwn(albums: readonly Album[]): number {
  return albums.filter(({ source }) => source !== 'starter').length
}

/**
 * Stops a task that would carry on a collapse of the collection (an import that lost albums, a file cut by hand).
 * @param before Albums of the person's own at the task's last run; null where it has not run yet.
 * @throws ShrinkRefusal that says what changed and how to go on
 */
export function refuseCollapse(albums: readonly Album[], before: number | null): void {
  const now = countOwn(albums)
  if (before === null || !isCollapse(before, now)) return
  throw new ShrinkRefusal({ kind: 'collapse', now, before })
}

/** Stops a merge that would itself take that many albums away. @throws ShrinkRefusal that says how many and how to go on */
export function refuseDeparture(before: readonly Album[], after: readonly Album[]): void {
  // By id: what arrives does not make up for what leaves.
  const stays = new Set(after.map(({ id }) => id))
  const had = countOwn(before)
  const has = countOwn(before.filter(({ id }) => stays.has(id)))
  if (!isCollapse(had, has)) return
  throw new ShrinkRefusal({ kind: 'departure', leaving: had - has, had })
}

function isCollapse(before: number, now: number): boolean {
  // One record sold out of four is no accident; the last one may be.
  const isMore = before - now > 1 || (now === 0 && before > 0)
  return isMore && now <= before * (1 - MOST_LOST)
}

const ACCEPT =
  'If they left on purpose, run it once with --accept-shrink (on GitHub: the box “The collection may be smaller than at the last run” beside the button).'
