import { AimeError, describeError, EXIT, type ExitCode, UsageError } from './errors.ts'
import { annotationLines } from './github/annotations.ts'
import { addSummary } from './github/summary.ts'
import { redactor } from './redact.ts'

/** The way out of a door: where it prints, and what must never be printed. */
export interface Terminal {
  /** What was asked for. */
  print: (text: string) => void
  /** What is going on, and what went wrong. */
  tell: (text: string) => void
}

/**
 * Runs a command's main function and turns its end into an exit code. Every failure is one readable message; the stack
 * trace comes with `--verbose` only. Secrets of the environment are taken out of everything printed.
 */
export async function door(main: (terminal: Terminal) => Promise<ExitCode>): Promise<void> {
  const clean = redactor(process.env)
  const terminal: Terminal = {
    print: (text) => void process.stdout.write(`${clean(text)}\n`),
    tell: (text) => void process.stderr.write(`${clean(text)}\n`),
  }
  try {
    process.exitCode = await main(terminal)
  } catch (error) {
    const message = describeError(error)
    terminal.tell(`✗ ${message}`)
    const verbose = process.argv.includes('--verbose')
    if (verbose && error instanceof Error) terminal.tell(error.stack ?? '')
    else if (!(error instanceof AimeError))
      terminal.tell('  → Run it again with --verbose for the details, and please report them.')
    if (process.env['GITHUB_ACTIONS'] === 'true') {
      annotationLines([{ level: 'error', title: 'AIME Scheduler', message }]).forEach(terminal.print)
      await addSummary(`### ❌ \n\n\`\`\`\`text\n${clean(message).replaceAll('````', '')}\n\`\`\`\``, process.env)
    }
    process.exitCode = error instanceof AimeError ? error.exitCode : EXIT.failed
  }
}

/** Runs a strict `parseArgs`; what it dislikes becomes a usage error with the usage text. */
export function parsed<T>(parse: () => T, usage: string): T {
  try {
    return parse()
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message.split('. ')[0]! : String(cause), { todo: usage, cause })
  }
}
