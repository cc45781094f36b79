import { monotonic } from '../ground/clock.ts'
import { redactor } from '../ground/redact.ts'
import { escapeUnprintable } from '../ground/unprintable.ts'
import { annotationLines, withoutCommands, type Annotation } from '../repository/github/annotations.ts'
import { addSummary } from '../repository/github/summary.ts'

/** What a command is run with: in a process what the process has, in a test what the test gives. */
export interface Surroundings {
  /** The folder it is run in. */
  root: string
  env: NodeJS.ProcessEnv
  /** Characters in a line of the screen; Infinity where it is none. */
  width: number
  /** Standard output. */
  write: (text: string) => unknown
  /** Standard error. */
  writeError: (text: string) => unknown
}

/**
 * The ways out of a command. Secrets of the environment are taken out of everything that leaves by them, and what would
 * move a cursor, start an escape sequence or turn the direction of a text is shown as its number: titles, names of files,
 * answers of services and words of a remote stand in it. The program itself prints nothing of the kind.
 */
export interface Terminal {
  /** Characters in a line of the screen; Infinity where it is none. */
  width: number
  /** What was asked for. */
  print: (text: string) => void
  /** What is going on, and what went wrong. */
  tell: (text: string) => void
  /** One line of what is going on, after the seconds that the command has taken so far. */
  progress: (line: string) => void
  /** What Actions shows on the page of the run; nothing elsewhere. */
  annotate: (annotations: readonly Annotation[]) => void
  /** Markdown for the job summary; nothing outside Actions. */
  summarize: (markdown: string) => Promise<void>
}

export function terminalIn({ env, width, write, writeError }: Surroundings): Terminal {
  const began = monotonic()
  const inActions = env['GITHUB_ACTIONS'] === 'true'
  const redact = redactor(env)
  const clean = (text: string) => escapeUnprintable(redact(text))
  const shown = (text: string) => (inActions ? withoutCommands(clean(text)) : clean(text))
  const tell = (text: string) => writeError(`${shown(text)}\n`)
  return {
    width,
    print: (text) => write(`${shown(text)}\n`),
    tell,
    progress: (line) => tell(`[${((monotonic() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`),
    annotate(annotations) {
      if (!inActions) return
      const cleaned = annotations.map((it) => ({ ...it, title: clean(it.title), message: clean(it.message) }))
      for (const line of annotationLines(cleaned)) write(`${line}\n`)
    },
    summarize: (markdown) => addSummary(clean(markdown), env),
  }
}
