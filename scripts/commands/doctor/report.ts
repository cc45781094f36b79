import { wrap } from '../status/columns.ts'
import type { Finding } from './check.ts'

const SIGNS = { ok: '✓', problem: '✗', 'not-asked': '–' } as const
const TODO = '    → '
const INDENT = ' '.repeat(TODO.length)

/** A check's line for a person, the name in a column of its own; under a problem, what to do. `width` is in characters. */
export function findingText(name: string, finding: Finding, nameWidth: number, width: number): string {
  const [first = '', ...more] = finding.says.split('\n')
  const lines = wrap(
    `${SIGNS[finding.verdict]} ${name.padEnd(nameWidth).replaceAll(' ', HARD_SPACE)}  ${first}`,
    width,
    INDENT,
  )
  lines.push(...more.flatMap((line) => wrap(INDENT + line.trim(), width, INDENT)))
  if (finding.verdict === 'problem') lines.push(...todoLines(finding.todo, width))
  return lines.join('\n').replaceAll(HARD_SPACE, ' ')
}

/** Keeps `wrap` from breaking a name and its column apart. */
const HARD_SPACE = '\u00a0'

function todoLines(todo: string, width: number): string[] {
  return todo.split('\n').flatMap((line, index) => wrap((index === 0 ? TODO : INDENT) + line.trim(), width, INDENT))
}

/** The last line: how many problems there are, and how much could not be asked. */
export function closingText(findings: readonly Finding[]): string {
  const count = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
  const problems = count('problem')
  const unasked = count('not-asked')
  const rest =
    unasked === 0 ? '' : ` – stands where nothing is configured or nothing can be seen from here (${unasked}).`
  if (problems === 0) return `All that was looked at is well.${rest}`
  return `${problems === 1 ? 'One problem' : `${problems} problems`}; the arrow under each ✗ says what to do.${rest}`
}

/** One entry of `--json`; `todo` is null where nothing is to be done. */
export interface JsonFinding {
  check: string
  verdict: Finding['verdict']
  says: string
  todo: string | null
}

export function jsonFinding(check: string, finding: Finding): JsonFinding {
  const { verdict, says } = finding
  return { check, verdict, says, todo: finding.verdict === 'problem' ? finding.todo : null }
}
