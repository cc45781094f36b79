import { registerLogger, validate, type ActionsMetadataProvider } from '@actions/languageservice'
import { WORKFLOWS } from './workflow-files.ts'

/**
 * The inputs of the actions that workflows use here, so that a misspelt one is found: GitHub only warns of it in the log
 * of a run, and does without.
 */
const ACTION_INPUTS: Record<string, string[]> = {
  'actions/checkout': ['persist-credentials', 'fetch-depth', 'ref'],
  'actions/setup-node': ['node-version', 'node-version-file', 'cache'],
}

const actionsMetadataProvider: ActionsMetadataProvider = {
  fetchActionMetadata({ owner, name }) {
    const inputs = ACTION_INPUTS[`${owner}/${name}`]
    if (inputs === undefined) return Promise.resolve(undefined)
    const described = Object.fromEntries(inputs.map((input) => [input, { description: input }]))
    return Promise.resolve({ name, description: name, inputs: described })
  },
}

let linted = 0

/**
 * What GitHub's own language service has against a workflow, one line each: errors and warnings. The workflows that it
 * calls are read from `files`, so that inputs and secrets which they do not declare are found too.
 */
export async function lint(name: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const problems: string[] = []
  // The service swallows its own crashes and reports no problem then; here they are problems.
  const crash = (message: string) => void problems.push(`crashed: ${message}`)
  registerLogger({ error: crash, warn: crash, info: () => undefined, log: () => undefined })

  // It also caches by address.
  const address = `file:///${++linted}/${WORKFLOWS}/${name}`
  const document = { uri: address, getText: () => files.get(name)! } as Parameters<typeof validate>[0]
  const found = await validate(document, {
    actionsMetadataProvider,
    fileProvider: {
      getFileContent(reference) {
        const content = files.get(reference.path.replace(`${WORKFLOWS}/`, ''))
        if (content === undefined) return Promise.reject(new Error(`There is no ${reference.path}`))
        return Promise.resolve({ name: reference.path, content })
      },
    },
  })
  return [
    ...problems,
    ...found.map(
      ({ range, message }) => `${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
    ),
  ]
}
