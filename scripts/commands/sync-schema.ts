import { configJsonSchema } from '../config/json-schema.ts'
import { command } from './command.ts'
import { EXIT } from '../ground/errors.ts'
import { differingLines, drifted, regenerate, textOf } from './generated.ts'

const SCHEMA_FILE = 'config/app.schema.json'

export default command({
  usage: 'npm run sync-schema [-- --check]',
  options: { check: 'flag' },
  run: async ({ values, root, terminal: { print, tell } }) => {
    const schema = { file: SCHEMA_FILE, found: await textOf(root, SCHEMA_FILE), expected: configJsonSchema() }
    if (drifted([schema]).length === 0) {
      print(`✓ ${SCHEMA_FILE} is what scripts/config/schema.ts defines.`)
      return EXIT.ok
    }
    if (values.check) {
      tell(
        [
          `✗ ${SCHEMA_FILE} is not what scripts/config/schema.ts defines:`,
          ...differingLines(schema),
          '  → npm run sync-schema',
        ].join('\n'),
      )
      return EXIT.failed
    }
    await regenerate(root, [schema])
    print(`Wrote ${SCHEMA_FILE}.`)
    return EXIT.ok
  },
})
