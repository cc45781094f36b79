import { annotationsOf, jobSummary, terminalReport } from '../runner/report.ts'
import type { RunResult } from '../runner/result.ts'
import type { Terminal } from './terminal.ts'

/**
 * Says what came of a run, everywhere it is looked for.
 * @param seed Where the run can be repeated by it. @throws what ended the run after some of it was kept
 */
export async function tellRun(
  result: RunResult,
  env: NodeJS.ProcessEnv,
  { print, tell, summarize, annotate }: Terminal,
  seed?: number,
): Promise<void> {
  print(terminalReport(result))
  if (seed !== undefined) tell(`(seed ${seed})`)
  await summarize(jobSummary(result, env))
  annotate(annotationsOf(result))
  if (result.failure !== null) throw result.failure
}
