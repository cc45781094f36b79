import { TaskError } from '../../ground/errors.ts'
import type { Changed } from './plan.ts'

/** What stands against an upgrade; every list may be empty. */
export interface Against {
  /** Files of the template with changes that are in no commit. */
  uncommitted: readonly string[]
  changed: readonly Changed[]
  /** Files of the person's own where the template now has one. */
  collisions: readonly string[]
  /** What this copy is. */
  version: string
  /** The template's commit to compare with. */
  base: string
}

/** @throws TaskError where anything stands against it, naming every file and what to do */
export function refuse({ uncommitted, changed, collisions, version, base }: Against): void {
  const parts: string[] = []
  const todo: string[] = []
  if (uncommitted.length > 0) {
    parts.push(`Changed and not committed:${files(uncommitted)}`)
    todo.push('Commit your changes, or take them back: git restore --staged --worktree <file>')
  }
  if (changed.length > 0) {
    parts.push(
      `Not as the template’s ${version} has them:${files(changed.map(({ path, mine }) => `${path} (${mine})`))}`,
    )
    todo.push(
      `See what is different: git diff ${base.slice(0, 12)} HEAD -- <file>`,
      'Leave these files as they are and upgrade the others: npm run upgrade -- --keep-mine',
    )
  }
  if (collisions.length > 0) {
    parts.push(`Your own, where the new version has a file of the same name:${files(collisions)}`)
    todo.push('Give these files of yours another name, and commit that.')
  }
  if (parts.length > 0) throw new TaskError(`Nothing was changed. ${parts.join('\n')}`, { todo: todo.join('\n    ') })
}

function files(paths: readonly string[]): string {
  return paths.map((path) => `\n    ${path}`).join('')
}
