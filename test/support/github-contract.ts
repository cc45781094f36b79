import { readFileSync } from 'node:fs'
import { OpenAPIBackend, type Document, type Operation } from 'openapi-backend'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Tree = { [key: string]: Json }

/** Where a server has its API; one below a path, as GitHub Enterprise Server has it, shows whether the path is kept. */
export const API_ROOT = '/api/v3'

/** GitHub's own description of what is asked here (see sync-openapi.ts), able to judge questions and answers. */
export const contract = new OpenAPIBackend({
  definition: asJsonSchema(description()) as unknown as Document,
  apiRoot: API_ROOT,
  // Compiles a schema when it is first needed; all of them take seconds.
  quick: true,
  coerceTypes: true,
  ajvOpts: {
    allErrors: true,
    formats: { 'date-time': isTime, uri: (text: string) => URL.canParse(text), email: true },
  },
})
await contract.init()

/** GitHub's example of an operation's answer, to be changed at will. */
export function example<T extends object = Record<string, unknown>>(operationId: string, status: number): T {
  const { mock } = contract.mockResponseForOperation(operationId, { code: status }) as { mock: T }
  return structuredClone(mock)
}

/** What the description has against an answer; empty where it has nothing. */
export function faultsOfAnswer(operation: Operation, status: number, body: unknown): string[] {
  const { errors } = contract.validateResponse(body, operation, status)
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

function description(): Tree {
  const whole = JSON.parse(readFileSync('test/fixtures/github-openapi.json', 'utf8')) as Tree
  for (const item of Object.values(whole['paths'] as Record<string, Record<string, Tree>>)) {
    for (const operation of Object.values(item)) {
      // The description leaves out refusals that any operation can meet; all have the same form.
      const refusal = { description: '', content: { 'application/json': { schema: ref('basic-error') } } }
      operation['responses'] = { ...(operation['responses'] as Tree), default: refusal }
      // GitHub refuses what it does not know, though its description does not say so.
      const content = (operation['requestBody'] as Tree | undefined)?.['content'] as Record<string, Tree> | undefined
      const schema = content?.['application/json']?.['schema'] as Tree | undefined
      if (schema !== undefined) schema['additionalProperties'] = false
    }
  }
  return whole
}

/** JSON Schema has no `nullable` without a `type`, which OpenAPI 3.0 has. */
function asJsonSchema(value: Json, at = ''): Json {
  if (Array.isArray(value)) return value.map((item) => asJsonSchema(item))
  if (value === null || typeof value !== 'object' || at === 'examples') return value
  const tree = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJsonSchema(inner, key)]))
  if (tree['nullable'] !== true || tree['type'] !== undefined) return tree
  const { nullable: _, ...rest } = tree
  return { anyOf: [rest, { enum: [null] }] }
}

function ref(schema: string): Tree {
  return { $ref: `#/components/schemas/${schema}` }
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text))
}
