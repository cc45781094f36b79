import type { Language } from '../../ground/languages.ts'
import { escapeMarkdown, fenced } from '../../pages/markdown.ts'
import { table } from '../../pages/table.ts'
import { catalogOf } from '../../pages/words/catalog.ts'
import { jobSummary } from '../../runner/report.ts'
import type { Served } from './serve.ts'

/** The last lines of a round on the terminal, in English. */
export function roundText(round: readonly Served[]): string {
  const { tend } = catalogOf('en')
  if (round.length === 0) return tend.nothingDue
  const width = Math.max(...round.map(({ id }) => id.length))
  return round
    .map(({ id, verdict, seconds }) => `${id.padEnd(width)}  ${tend.verdicts[verdict]} (${seconds.toFixed(1)} s)`)
    .join('\n')
}

/** The round as Markdown in the language of the repository: one table, then what each task had to tell. */
export function roundSummary(round: readonly Served[], locale: Language, env: NodeJS.ProcessEnv): string {
  const { tend, index } = catalogOf(locale)
  if (round.length === 0) return `**${tend.nothingDue}**`
  const nameOf = (id: string) => escapeMarkdown(index.tasks[id] ?? id)
  const rows = round.map(({ id, verdict, seconds }) => [
    nameOf(id),
    `${SIGNS[verdict]} ${tend.verdicts[verdict]}`,
    seconds.toFixed(1),
  ])
  const details = round.flatMap(({ id, result, failure }) => {
    const text = [
      ...(failure === null ? [] : [fenced(failure.words.split('\n'))]),
      ...(result === null ? [] : [jobSummary(result, env)]),
    ].join('\n\n')
    return text.trim() === '' ? [] : [`## ${nameOf(id)}`, text]
  })
  return [table([tend.task, tend.outcome, tend.seconds], rows), ...details].join('\n\n')
}

const SIGNS = { done: '✓', partial: '⚠️', nothing: '✓', failed: '❌' } as const
