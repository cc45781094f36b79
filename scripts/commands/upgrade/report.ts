import type { Changed } from './plan.ts'
import { fitsRange } from './node-range.ts'
import type { Step, Upgrade } from './run-upgrade.ts'

/** What an upgrade came to, for the person at the terminal. @param node The running Node version, such as `20.19.0`. */
export function upgradeText(upgrade: Upgrade, node: string): string {
  if (upgrade.kind === 'step') return stepText(upgrade, node)
  const { version, newest, template } = upgrade
  if (newest === null) return `✓ ${version}; ${template} has published no version.`
  return newest === version
    ? `✓ ${version} is what ${template} has newest; nothing to do.`
    : `✓ ${version} is newer than ${newest}, which ${template} has newest; nothing to do.`
}

function stepText(step: Step, node: string): string {
  const { isDone, from, to, isBack, template, stat, diff, kept } = step
  const title = `${from} → ${to}, from ${template}${isBack ? ' (a step back)' : ''}`
  const parts = [title, isDone ? stat : [diff, stat].join('\n\n'), ...keptPart(kept), ...notes(step, node)]
  parts.push(isDone ? next(step) : 'Nothing was written. Without --dry-run this would be.')
  return parts.filter((part) => part !== '').join('\n\n')
}

const FATES: Record<Changed['theirs'], string> = {
  changed: 'which the new version has changed: compare them',
  deleted: 'which the new version no longer has',
  'as it was': 'which the new version has not changed',
}

function keptPart(kept: readonly Changed[]): string[] {
  if (kept.length === 0) return []
  const lines = kept.map(({ path, mine, theirs }) => `    ${path} (${mine}), ${FATES[theirs]}`)
  return [`Left as you have made them:\n${lines.join('\n')}`]
}

function notes({ isBack, isMerged, isLockReplaced, cronProblem, node: range }: Step, node: string): string[] {
  const notes: string[] = []
  if (isBack) notes.push('! An older version may not understand what a newer one has written into data/ and config/.')
  if (isMerged)
    notes.push('! package.json has your changes and the template’s; npm install makes package-lock.json follow.')
  if (isLockReplaced) notes.push('! package-lock.json is the template’s; yours: git show HEAD:package-lock.json')
  if (cronProblem !== null) notes.push(`! The cron lines are not written from config/app.json yet: ${cronProblem}`)
  const fits = range === null ? true : fitsRange(node, range)
  if (fits === false) notes.push(`! It asks for Node.js ${range}, and this is ${node}: install another one first.`)
  if (fits === null) notes.push(`! It asks for Node.js ${range}; this is ${node}.`)
  return notes
}

/** The new version may have tasks that the running one does not know, so it has to write the cron lines itself. */
function next({ to, isMerged }: Step): string {
  return [
    'The new files stand in your working tree, staged and not committed. What to do next:',
    `    ${isMerged ? 'npm install' : 'npm ci'}`,
    '    npm run sync-workflows',
    '    npm run check-data',
    `    git add .github/workflows${isMerged ? ' package-lock.json' : ''}`,
    `    git commit -m "Upgrade to ${to}"`,
    '    git push',
  ].join('\n')
}
