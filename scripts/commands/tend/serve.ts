import type { WorkId } from '../../config/catalog.ts'
import { AimeError, describeError } from '../../ground/errors.ts'
import { monotonic } from '../../ground/clock.ts'
import type { Annotation } from '../../repository/github/annotations.ts'
import type { RunRequest } from '../../runner/load.ts'
import { achievedNothing, annotationsOf, terminalReport } from '../../runner/report.ts'
import type { RunResult } from '../../runner/result.ts'
import { runWork } from '../../runner/run-work.ts'

/** What came of one task of a round. */
export interface Served {
  id: WorkId
  verdict: 'done' | 'partial' | 'nothing' | 'failed'
  seconds: number
  /** Null where it ended before it could tell. */
  result: RunResult | null
  /** What ended it, in English and in the language of the repository where it has words in it; null where nothing did. */
  failure: { note: string; words: string } | null
  /** For the terminal. */
  report: string
  annotations: readonly Annotation[]
}

/** Runs one task of a round; whatever goes wrong with it does not keep the others from their turn. */
export async function serve(request: RunRequest): Promise<Served> {
  const { id } = request.work
  const began = monotonic()
  const seconds = () => (monotonic() - began) / 1000
  try {
    const result = await runWork(request)
    const failure = result.failure === null ? null : told(result.failure)
    return {
      id,
      verdict: verdictOf(result),
      seconds: seconds(),
      result,
      failure,
      report: [terminalReport(result), ...(failure === null ? [] : [`✗ ${id}: ${failure.note}`])].join('\n'),
      annotations: [...annotationsOf(result), ...(failure === null ? [] : [annotation(id, failure.note)])],
    }
  } catch (error) {
    const failure = told(error)
    return {
      id,
      verdict: 'failed',
      seconds: seconds(),
      result: null,
      failure,
      report: `✗ ${id}: ${failure.note}`,
      annotations: [annotation(id, failure.note)],
    }
  }
}

function verdictOf(result: RunResult): Served['verdict'] {
  if (achievedNothing(result)) return 'failed'
  if (result.pieces.length === 0) return 'nothing'
  return result.failure === null && result.items.every((item) => item.result === 'done') ? 'done' : 'partial'
}

function annotation(id: WorkId, message: string): Annotation {
  return { level: 'error', title: id, message }
}

function told(error: unknown): NonNullable<Served['failure']> {
  const note = describeError(error)
  return { note, words: (error instanceof AimeError ? error.told : undefined) ?? note }
}
