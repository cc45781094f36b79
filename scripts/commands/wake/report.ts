import type { Annotation } from '../../repository/github/annotations.ts'
import { catalogOf, type Catalog } from '../../pages/words/catalog.ts'
import { escapeMarkdown } from '../../pages/markdown.ts'
import { table } from '../../pages/table.ts'
import { humanTime } from '../../pages/time.ts'
import type { Deed } from './carry-out.ts'
import type { Action, Decision, Sight } from './decide.ts'
import type { Trouble } from './look.ts'

export interface Round {
  sight: Sight
  decision: Decision
  /** What could not be read. */
  troubles: Trouble[]
  /** What was done of what was decided; null in a dry run. */
  deeds: Deed[] | null
}

/** What a round of the clock found and did, as plain text in English. */
export function terminalReport(round: Round): string {
  const { clock: words } = catalogOf('en')
  const states = statesOf(round, words)
  const width = Math.max(...states.map(({ task }) => task.length))
  const lines = states.map(({ task, state }) => `${task.padEnd(width)}  ${state}`)
  const doings = doingsOf(round, words)
  lines.push('', ...(doings.length === 0 ? [words.nothingDone] : doings.map((doing) => `→ ${doing}`)))
  if (round.deeds === null) lines.push(words.dryRun)
  for (const { what, message } of failuresIn(round, words)) lines.push(`✗ ${what}: ${message}`)
  return lines.join('\n')
}

/** The same as Markdown, in the language of the repository. */
export function jobSummary(round: Round): string {
  const { clock: words } = catalogOf(round.sight.config.locale)
  const rows = statesOf(round, words).map(({ task, state }) => [task, state].map(escapeMarkdown))
  const doings = doingsOf(round, words).map((doing) => `- ${escapeMarkdown(doing)}`)
  const parts = [
    `### 🕰️ ${words.title}`,
    table([words.task, words.state], rows),
    doings.length === 0 ? words.nothingDone : doings.join('\n'),
  ]
  if (round.deeds === null) parts.push(words.dryRun)
  const failures = failuresIn(round, words)
  if (failures.length > 0) {
    const list = failures.map(({ what, message }) => `- **${escapeMarkdown(what)}** – ${escapeMarkdown(message)}`)
    parts.push(`#### ⚠️ ${words.failed}`, list.join('\n'))
  }
  return parts.join('\n\n')
}

/** A warning for everything that could not be read or done. */
export function annotationsOf(round: Round): Annotation[] {
  const { clock: words } = catalogOf('en')
  return failuresIn(round, words).map(({ what, message }) => ({ level: 'warning', title: what, message }))
}

/**
 * Whether the clock was of no use: it could see no task that it was to look after, or could start none of those that were
 * due.
 */
export function achievedNothing({ sight, troubles, deeds }: Round): boolean {
  const unseen = sight.tasks.filter(({ id }) => troubles.some(({ what }) => what === id))
  const seen = sight.tasks.filter(({ runs }) => runs !== null)
  const starts = (deeds ?? []).filter(({ action }) => action.kind === 'dispatch')
  return (unseen.length > 0 && seen.length === 0) || (starts.length > 0 && starts.every(({ error }) => error !== null))
}

function statesOf({ sight, decision }: Round, words: Catalog['clock']): { task: string; state: string }[] {
  const { timezone } = sight.config
  return decision.findings.map(({ task, finding }) => {
    const at = finding.at === null ? '' : `${humanTime(finding.at, timezone)} ${timezone}`
    return { task, state: words.finding[finding.kind](at) }
  })
}

function doingsOf({ decision, deeds }: Round, words: Catalog['clock']): string[] {
  const done =
    deeds === null ? decision.actions : deeds.filter(({ error }) => error === null).map(({ action }) => action)
  return done.map((action) => doingOf(action, words))
}

function failuresIn({ troubles, deeds }: Round, words: Catalog['clock']): { what: string; message: string }[] {
  const unread = troubles.map(({ what, error }) => ({ what: words.unread(what), error }))
  const undone = (deeds ?? []).flatMap(({ action, error }) =>
    error === null ? [] : [{ what: words.undone(doingOf(action, words)), error }],
  )
  return [...unread, ...undone].map(({ what, error: { message, todo } }) => ({
    what,
    message: todo === undefined ? message : `${message} → ${todo}`,
  }))
}

function doingOf(action: Action, { done }: Catalog['clock']): string {
  return done[action.kind]('file' in action ? action.file : action.task)
}
