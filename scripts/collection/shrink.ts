import { TaskError } from '../ground/errors.ts'
import type { Album } from './album.ts'
import { describeShrinking, type Shrinking } from './shrinking.ts'

/** A collection this much smaller than it was is taken for an accident. */
const MOST_LOST = 0.2

/** A collection that has become, or would become, much smaller. */
export class ShrinkRefusal extends TaskError {
  readonly shrinking: Shrinking

  constructor(shrinking: Shrinking) {
    const { says, todo } = describeShrinking(shrinking)
    super(says, { todo })
    this.shrinking = shrinking
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
