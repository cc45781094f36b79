import { DataError } from '../../ground/errors.ts'
import { findBlock, withBlock } from '../../pages/marked-block.ts'
import { readWakeUps, setWakeUps } from '../../schedule/workflow-cron.ts'

export const README = 'README.md'

/** No workflow says this, so setting it makes the same text of all that differ in their wake-ups alone. */
const NO_TIME = { cron: ['59 23 31 12 *'], timezone: 'Etc/UTC' }

export function isWorkflow(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)
}

/** Whether two texts of a file differ in nothing but what programs write into it: a block of the README, wake-ups. */
export function isAlike(path: string, mine: string, template: string): boolean {
  if (path === README) return withoutBlock(mine) === withoutBlock(template)
  if (!isWorkflow(path)) return false
  const [here, there] = [withoutWakeUps(mine), withoutWakeUps(template)]
  return here !== null && here === there
}

/** The template's new text of such a file, with what was written into `mine`. */
export function carriedOver(path: string, mine: string, theirs: string): string {
  return path === README ? withBlockOf(mine, theirs) : withWakeUpsOf(mine, theirs)
}

function withoutBlock(text: string): string {
  const block = findBlock(text)
  return block === null || block === 'broken' ? text : withBlock(text, block, '')
}

function withBlockOf(mine: string, theirs: string): string {
  const [from, to] = [findBlock(mine), findBlock(theirs)]
  if (from === null || from === 'broken' || to === null || to === 'broken') return theirs
  return theirs.slice(0, to.from) + mine.slice(from.from, from.to) + theirs.slice(to.to)
}

/** Null where its wake-ups cannot be told from the rest. */
function withoutWakeUps(text: string): string | null {
  return orNull(() => {
    const zones = new Set(readWakeUps(text).map(({ timezone }) => timezone))
    return zones.size === 1 ? setWakeUps(text, NO_TIME) : null
  })
}

function withWakeUpsOf(mine: string, theirs: string): string {
  const edited = orNull(() => {
    const wakeUps = readWakeUps(mine)
    return setWakeUps(theirs, { cron: wakeUps.map(({ cron }) => cron), timezone: wakeUps[0]?.timezone ?? 'UTC' })
  })
  // The new one wakes by itself no longer, or in a way of its own.
  return edited ?? theirs
}

function orNull<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof DataError) return null
    throw error
  }
}
