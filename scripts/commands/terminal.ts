import { AimeError, describeError, EXIT, type ExitCode, UsageError } from '../ground/errors.ts'
import { annotationLines, withoutCommands, type Annotation } from '../repository/github/annotations.ts'
import { addSummary } from '../repository/github/summary.ts'
import { redactor } from '../ground/redact.ts'

/** The ways out of a door. Secrets of the environment are taken out of everything that leaves by them. */
export interface Terminal {
  /** What was asked for. */
  print: (text: string) => void
  /** What is going on, and what went wrong. */
  tell: (text: string) => void
  /** What Actions shows on the page of the run; nothing elsewhere. */
  annotate: (annotations: readonly Annotation[]) => void
  /** Markdown for the job summary; nothing outside Actions. */
  summarize: (markdown: string) => Promise<void>
}

/**
 * Runs a command's main function and turns its end into an exit code. Every failure is one readable message; the stack
 * trace comes with `--verbose` only.
 */
export async function door(main: (terminal: Terminal) => Promise<ExitCode>): Promise<void> {
  // Who pipes into `head` has seen enough; that is no failure of the command.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  const terminal = terminalOf(process.env)
  try {
    process.exitCode = await main(terminal)
  } catch (error) {
    const message = describeError(error)
    terminal.tell(`✗ ${message}`)
    const verbose = process.argv.includes('--verbose')
    if (verbose && error instanceof Error) terminal.tell(error.stack ?? '')
    else if (!(error instanceof AimeError))
      terminal.tell('  → Run it again with --verbose for the details, and please report them.')
    terminal.annotate([{ level: 'error', title: 'AIME Scheduler', message }])
    const told = (error instanceof AimeError && error.told) || message
    await terminal.summarize(`### ❌ AIME Scheduler\n\n\`\`\`\`text\n${told.replaceAll('````', '')}\n\`\`\`\``)
    process.exitCode = error instanceof AimeError ? error.exitCode : EXIT.failed
  }
}

function terminalOf(env: NodeJS.ProcessEnv): Terminal {
  const inActions = env['GITHUB_ACTIONS'] === 'true'
  const clean = redactor(env)
  const shown = (text: string) => (inActions ? withoutCommands(clean(text)) : clean(text))
  return {
    print: (text) => void process.stdout.write(`${shown(text)}\n`),
    tell: (text) => void process.stderr.write(`${shown(text)}\n`),
    annotate: (annotations) => {
      if (!inActions) return
      const cleaned = annotations.map((it) => ({ ...it, title: clean(it.title), message: clean(it.message) }))
      for (const line of annotationLines(cleaned)) process.stdout.write(`${line}\n`)
    },
    summarize: (markdown) => addSummary(clean(markdown), env),
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
