import { parseArgs, type ParseArgsConfig } from 'node:util'
import { keepOutOfFiles } from '../ground/atomic-file.ts'
import { AimeError, describeError, EXIT, forPeople, UsageError, type ExitCode } from '../ground/errors.ts'
import { terminalIn, type Surroundings, type Terminal } from './terminal.ts'

type Options = Readonly<Record<string, 'flag' | 'text'>>

/** What was given: a flag that was not is false, a text that was not is undefined. */
type Values<O extends Options> = { [Name in keyof O]: O[Name] extends 'flag' ? boolean : string | undefined }

/** What every command understands; `--verbose` shows the stack trace of a failure, too. */
const EVERYWHERE = { verbose: 'flag', help: 'flag' } as const

/** What a command gets. It reads nothing of the process by itself. */
export interface Given<O extends Options> {
  values: Values<O & typeof EVERYWHERE>
  /** The words beside the options. */
  positionals: readonly string[]
  /** The folder it is run in. */
  root: string
  env: NodeJS.ProcessEnv
  terminal: Terminal
}

interface Syntax<O extends Options> {
  /** What `--help` prints, and what stands below a usage error. */
  usage: string
  options?: O
  /** Whether it takes words beside the options. */
  positionals?: true
}

interface Spec<O extends Options> extends Syntax<O> {
  run: (given: Given<O>) => Promise<ExitCode>
}

/** Runs a command with the arguments behind its name. Never throws: what went wrong is told, in one readable message. */
export type Command = (args: readonly string[], surroundings: Surroundings) => Promise<ExitCode>

export function command<const O extends Options = Record<never, never>>(spec: Spec<O>): Command {
  return async (args, surroundings) => {
    const { root, env } = surroundings
    const terminal = terminalIn(surroundings)
    keepOutOfFiles(env)
    try {
      const { values, positionals } = parsed(spec, args)
      if (values.help) {
        terminal.print(spec.usage)
        return EXIT.ok
      }
      if (values['dry-run'] && values['publish'])
        throw new UsageError('--dry-run and --publish cannot go together.', { todo: 'Leave one of them out.' })
      return await spec.run({ values: values as Values<O & typeof EVERYWHERE>, positionals, root, env, terminal })
    } catch (thrown) {
      const error = forPeople(thrown)
      await tellFailure(error, terminal, args.includes('--verbose'))
      return error instanceof AimeError ? error.exitCode : EXIT.failed
    }
  }
}

/** @throws UsageError */
function parsed({ options, positionals, usage }: Syntax<Options>, args: readonly string[]) {
  const known = Object.entries<Options[string]>({ ...options, ...EVERYWHERE })
  const config: ParseArgsConfig = {
    args: [...args],
    allowPositionals: positionals ?? false,
    options: Object.fromEntries(
      known.map(([name, takes]) => [name, takes === 'text' ? { type: 'string' } : { type: 'boolean', default: false }]),
    ),
  }
  config.options!['help']!.short = 'h'
  try {
    return parseArgs(config)
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message.split('. ')[0]! : String(cause), { todo: usage, cause })
  }
}

async function tellFailure(error: unknown, terminal: Terminal, isVerbose: boolean): Promise<void> {
  const message = describeError(error)
  terminal.tell(`✗ ${message}`)
  if (isVerbose && error instanceof Error) terminal.tell(error.stack ?? '')
  else if (!(error instanceof AimeError))
    terminal.tell('  → Run it again with --verbose for the details, and please report them.')
  terminal.annotate([{ level: 'error', title: 'AIME Scheduler', message }])
  const told = (error instanceof AimeError && error.told) || message
  await terminal.summarize(`### ❌ AIME Scheduler\n\n\`\`\`\`text\n${told.replaceAll('````', '')}\n\`\`\`\``)
}
