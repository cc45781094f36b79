import { EXIT } from '../ground/errors.ts'
import { escapeUnprintable } from '../ground/unprintable.ts'
import { COMMANDS } from './index.ts'

/** Runs the command of this name as the process it is called in; what came of it is the exit code. */
export async function main(name: string, args: readonly string[]): Promise<void> {
  // Who pipes into `head` has seen enough; that is no failure of the command.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined) {
    process.stderr.write(
      `✗ There is no command “${escapeUnprintable(name)}”.\n  → The commands are: ${Object.keys(COMMANDS).join(', ')}\n`,
    )
    process.exitCode = EXIT.misuse
    return
  }
  const { default: run } = await load()
  process.exitCode = await run(args, {
    root: process.cwd(),
    env: process.env,
    width: process.stdout.columns ?? Infinity,
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
  })
}
