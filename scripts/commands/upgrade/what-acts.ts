import type { Files } from './plan.ts'

/** The scripts of a `package.json`, by their names. */
export type Scripts = Readonly<Record<string, string>>

/** A new version, as far as it acts by itself once it is here. */
export interface Brought {
  /** Files that the copy takes over. */
  take: readonly string[]
  /** The copy as it is, and the new version. */
  mine: Files
  theirs: Files
  /** What npm runs by a name, in the `package.json` of the copy and in the new one. */
  scripts: { before: Scripts; after: Scripts }
  /** Where a link leads. */
  targetOf: (path: string) => Promise<string>
}

const [LINK, MODULE, PROGRAM] = ['120000', '160000', '100755']

/**
 * What of a new version acts by itself, for a person to look at before any of it is here: workflows, which run with the
 * repository's rights; settings of npm and git; links, which lead elsewhere; programs, and scripts that npm runs. One line each.
 */
export async function whatActs({ take, mine, theirs, scripts, targetOf }: Brought): Promise<string[]> {
  const lines: string[] = []
  for (const path of take) {
    const { mode } = theirs.get(path)!
    const name = path.split('/').at(-1)!
    const kind = mine.has(path) ? 'changed' : 'new'
    if (mode === LINK) lines.push(`link (${kind}): ${path} → ${await targetOf(path)}`)
    else if (mode === MODULE) lines.push(`repository within it (${kind}): ${path}`)
    else if (path.startsWith('.github/workflows/')) lines.push(`workflow (${kind}): ${path}`)
    else if (/^\.(?:npmrc|gitmodules|gitattributes|gitconfig)$/u.test(name)) lines.push(`settings (${kind}): ${path}`)
    else if (mode === PROGRAM && mine.get(path)?.mode !== PROGRAM) lines.push(`program (${kind}): ${path}`)
  }
  for (const [name, command] of Object.entries(scripts.after))
    if (scripts.before[name] !== command)
      lines.push(`npm script (${name in scripts.before ? 'changed' : 'new'}): ${name}: ${command}`)
  return lines
}
