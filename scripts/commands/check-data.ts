import { AimeError, describeError, EXIT } from '../ground/errors.ts'
import { command } from './command.ts'
import { DATA_NAMES, readPart, type ForEach } from './data-files.ts'

const SAYS: ForEach<string> = {
  configuration: ({ tasks }) => `${Object.values(tasks).filter(({ enabled }) => enabled).length} tasks enabled`,
  collection: (albums) => `${albums.length} albums`,
  review: ({ unsure }) => `to decide about: ${unsure.length}`,
  'haiku log': (poems) => `${poems.length} poems`,
  listens: (number) => `${number} listens`,
  'look-ups': (attempts) => `${attempts.length} attempts remembered`,
  'run ledger': ({ tasks }) => `${Object.keys(tasks).length} tasks have run`,
}

/** Reads every file a person may have edited, and says of each whether it is understood. */
export default command({
  usage: 'npm run check-data',
  run: async ({ root, env, terminal: { print, tell, annotate } }) => {
    let broken = false
    for (const name of DATA_NAMES) {
      try {
        print(`✓ ${name}: ${await readPart(root, env, name, SAYS)}`)
      } catch (error) {
        if (!(error instanceof AimeError)) throw error
        broken = true
        tell(`✗ ${name}: ${describeError(error)}`)
        annotate([{ level: 'error', title: name, message: describeError(error) }])
      }
    }
    return broken ? EXIT.misuse : EXIT.ok
  },
})
