/** A file as git has it. */
export interface Entry {
  mode: string
  sha: string
}

/** Every file of a commit, by path. */
export type Files = ReadonlyMap<string, Entry>

export interface PlanQuestion {
  /** The template where this copy left it. */
  base: Files
  /** The template as it shall be. */
  theirs: Files
  /** The copy. */
  mine: Files
  /** Files of `mine` that differ from `base` only in what the programs write into them. */
  alike: ReadonlySet<string>
  /** Whether a path is the person's own and no business of the template. */
  isOwn: (path: string) => boolean
}

/** A file that the person changed, or (`mine` is `deleted`) took away. */
export interface Changed {
  path: string
  mine: 'changed' | 'deleted'
  /** What the template did to it since. */
  theirs: 'changed' | 'deleted' | 'as it was'
}

/** What an upgrade would do; every file is in one list at most. */
export interface Plan {
  /** To be as the template has them. */
  take: string[]
  /** To be deleted. */
  drop: string[]
  /** The person's changes to the template's files. */
  changed: Changed[]
  /** Files of the person's own that stand where the template now has one. */
  collisions: string[]
}

/** Compares the copy with the template, then and now. Pure: says what would be done and does nothing. */
export function planUpgrade({ base, theirs, mine, alike, isOwn }: PlanQuestion): Plan {
  const plan: Plan = { take: [], drop: [], changed: [], collisions: [] }
  const paths = [...new Set([...base.keys(), ...theirs.keys()])].filter((path) => !isOwn(path)).sort()
  for (const path of paths) {
    const [before, after, here] = [base.get(path), theirs.get(path), mine.get(path)]
    const isUntouched = same(here, before) || alike.has(path)
    if (isUntouched) {
      if (identical(after, before)) continue
      if (after === undefined) plan.drop.push(path)
      else plan.take.push(path)
    } else if (!same(here, after)) {
      if (before === undefined) plan.collisions.push(path)
      else plan.changed.push({ path, mine: here === undefined ? 'deleted' : 'changed', theirs: fate(before, after) })
    }
  }
  return plan
}

function fate(before: Entry, after: Entry | undefined): Changed['theirs'] {
  if (after === undefined) return 'deleted'
  return same(before, after) ? 'as it was' : 'changed'
}

/** Whether they hold the same. Modes get lost where files are uploaded, without anybody having meant it. */
function same(a: Entry | undefined, b: Entry | undefined): boolean {
  return a?.sha === b?.sha
}

function identical(a: Entry | undefined, b: Entry | undefined): boolean {
  return same(a, b) && a?.mode === b?.mode
}
