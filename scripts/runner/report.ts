import type { Annotation } from '../repository/github/annotations.ts'
import { fileAddress } from '../repository/github/summary.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import { escapeMarkdown, escapeWithLinks, link } from '../pages/markdown.ts'
import type { ItemResult } from '../tasks/task.ts'
import { failedAltogether, type Piece, type RunResult } from './result.ts'

/** What a run has to say to a terminal, as plain text in English around what the task reports. */
export function terminalReport(result: RunResult): string {
  const { work, pieces, nothing, seconds } = result
  if (nothing !== null && pieces.length === 0) return `${work}: nothing to do. ${nothing}`
  const lines = pieces.flatMap((piece) => [piece.report, '', ...whatBecameOf(piece)])
  const troubles = troublesOf(result.items)
  if (troubles.length > 0) lines.push('', `${troubles.length} warning${troubles.length === 1 ? '' : 's'}:`)
  lines.push(...troubles.map(({ item, note }) => `  ! ${item}: ${note ?? 'failed'}`))
  const verdict = achievedNothing(result) ? 'failed, nothing was achieved,' : 'done'
  lines.push('', `${work}: ${verdict} in ${seconds.toFixed(1)} s`)
  return lines.join('\n')
}

function whatBecameOf({ applied, published, subject, wouldBe }: Piece): string[] {
  if (wouldBe !== null)
    return [
      `Dry run: nothing was written. ${wouldBe.length === 0 ? 'Nothing would have changed.' : `It would have been: ${wouldBe.join(', ')}`}`,
    ]
  const lines = [...applied.outputs, ...applied.data].map((path) => `wrote    ${path}`)
  lines.push(...[...applied.removed, ...applied.taken].map((path) => `removed  ${path}`))
  if (lines.length === 0) lines.push('Nothing changed.')
  if (published) {
    const attempts = published.attempts === 1 ? '' : ` in ${published.attempts} attempts`
    lines.push(`pushed   ${published.sha.slice(0, 10)} “${subject}”${attempts}`)
    if (published.trouble !== null) lines.push(`!        ${published.trouble}`)
    else if (!published.fastForwarded)
      lines.push('         Your own branch was left as it is; “git pull” brings it up to date.')
  }
  return lines
}

/** What a person wants to see after pressing the button, as Markdown in the language of the repository. */
export function jobSummary(result: RunResult, env: NodeJS.ProcessEnv): string {
  const catalog = catalogOf(result.config.locale).summary
  const hasFailed = failedAltogether(result.items)
  const parts = result.pieces.flatMap((piece) => [piece.summary, ...filesOf(piece, catalog, env, hasFailed)])
  if (result.nothing !== null && result.pieces.length === 0)
    parts.push(`**${catalog.nothing}.** ${escapeMarkdown(result.nothing)}`)
  const troubles = troublesOf(result.items)
  if (troubles.length > 0) {
    const list = troubles.map(
      ({ item, note, words }) => `- **${escapeMarkdown(item)}** – ${escapeWithLinks(words ?? note ?? '')}`,
    )
    parts.push(`### ⚠️ ${catalog.warnings}`, list.join('\n'))
  }
  return parts.join('\n\n')
}

function filesOf(
  { applied, published, wouldBe }: Piece,
  words: ReturnType<typeof catalogOf>['summary'],
  env: NodeJS.ProcessEnv,
  hasFailed: boolean,
): string[] {
  if (wouldBe !== null) return [wouldBe.length === 0 ? `${words.dryRun} ${words.unchanged}` : words.dryRun]
  if ([...applied.outputs, ...applied.data, ...applied.taken].length === 0) return hasFailed ? [] : [words.unchanged]
  const items = [...applied.outputs, ...applied.data].map((path) => {
    const address = published === null ? null : fileAddress(path, published.sha, env)
    return `- ${address === null ? escapeMarkdown(path) : link(path, address)}`
  })
  const removed = applied.removed.length === 0 ? [] : [words.removed(applied.removed.length)]
  const taken = applied.taken.map((path) => words.taken(escapeMarkdown(path)))
  return [`### ${words.files}`, items.join('\n'), ...removed, ...taken]
}

/** One annotation for every item that is not as it should be. */
export function annotationsOf(result: RunResult): Annotation[] {
  return troublesOf(result.items).map(({ item, note, result: level }) => ({
    level: level === 'failed' ? 'error' : 'warning',
    title: item,
    message: note ?? 'failed',
  }))
}

/** Whether the run achieved nothing of what it should have. */
export function achievedNothing({ items }: RunResult): boolean {
  return failedAltogether(items)
}

function troublesOf(items: readonly ItemResult[]): ItemResult[] {
  return items.filter(({ result }) => result !== 'done')
}
