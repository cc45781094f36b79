import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

/**
 * What scripts/github asks of GitHub. GitHub's own description has a thousand operations and 13 MB, so the part of it that
 * tests need is kept in the repository, and made by this script:
 *
 *     npm pack @octokit/openapi && tar -xzf octokit-openapi-*.tgz package/generated/api.github.com.json
 *     npm run sync-openapi -- package/generated/api.github.com.json
 */
const OPERATIONS = [
  'repos/get',
  'repos/get-branch',
  'repos/get-branch-protection',
  'repos/get-branch-rules',
  'users/get-authenticated',
  'actions/list-repo-workflows',
  'actions/get-workflow',
  'actions/enable-workflow',
  'actions/create-workflow-dispatch',
  'actions/list-workflow-runs',
  'actions/get-workflow-run',
  'actions/get-github-actions-permissions-repository',
  'actions/get-allowed-actions-repository',
  'actions/get-github-actions-default-workflow-permissions-repository',
  'actions/list-repo-secrets',
  'actions/list-repo-variables',
  'issues/list-for-repo',
  'issues/create',
  'issues/update',
  'issues/create-comment',
]

const FIXTURE = 'test/fixtures/github-openapi.json'
const METHODS = new Set(['get', 'put', 'post', 'patch', 'delete', 'head'])

/** Keys of the description that say nothing to a program. */
const READING_MATTER = new Set(['externalDocs', 'tags', 'summary', 'example', 'x-github', 'x-octokit'])

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Tree = { [key: string]: Json }

const { positionals } = parseArgs({ allowPositionals: true })
const file = positionals[0]
if (file === undefined || positionals.length > 1) {
  process.stderr.write('npm run sync-openapi -- <api.github.com.json of the package @octokit/openapi>\n')
  process.exit(2)
}
const described = JSON.parse(await readFile(file, 'utf8')) as Tree
await writeFile(FIXTURE, `${JSON.stringify(partOf(described), null, 1)}\n`)
process.stdout.write(`Wrote ${OPERATIONS.length} operations to ${FIXTURE}\n`)

function partOf(whole: Tree): Tree {
  const paths = chosen(whole['paths'] as Tree)
  const components: Tree = {}
  collect(whole, paths, components)
  const { openapi, info, servers } = whole as { openapi: Json; info: Tree; servers: Json }
  const { title, version, license } = info as Record<'title' | 'version' | 'license', Json>
  return { openapi, info: { title, version, license }, servers, paths, components: sorted(components) }
}

function chosen(paths: Tree): Tree {
  const found = new Set<string>()
  const result: Tree = {}
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item as Tree)) {
      const id = (operation as Tree)['operationId'] as string
      if (!METHODS.has(method) || !OPERATIONS.includes(id)) continue
      found.add(id)
      result[path] = { ...(result[path] as Tree | undefined), [method]: plain(operation) }
    }
  }
  const missing = OPERATIONS.filter((id) => !found.has(id))
  if (missing.length > 0) throw new Error(`GitHub's description has no ${missing.join(', ')}`)
  return result
}

/** Everything that `value` refers to, and what that refers to, into `components`. */
function collect(whole: Tree, value: Json, components: Tree): void {
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const item of value) collect(whole, item, components)
    return
  }
  const reference = value['$ref']
  if (typeof reference === 'string') {
    const [, , kind, name] = reference.split('/') as [string, string, string, string]
    const group = (components[kind] ??= {}) as Tree
    if (group[name] === undefined) {
      const part = plain(((whole['components'] as Tree)[kind] as Tree)[name]!)
      group[name] = part
      collect(whole, part, components)
    }
  }
  for (const inner of Object.values(value)) collect(whole, inner, components)
}

/** Without what only people read, except the description that a response must have. Of several examples one is enough. */
function plain(value: Json, at = ''): Json {
  if (Array.isArray(value)) return value.map((item) => plain(item))
  if (value === null || typeof value !== 'object' || at === 'value') return value
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [key, plain(inner, key)])
  // Here keys are names, whatever they are called.
  if (at === 'properties') return Object.fromEntries(entries)
  if (at === 'examples') return Object.fromEntries(entries.slice(0, 1))
  return Object.fromEntries(
    entries.filter(
      ([key]) => !READING_MATTER.has(key) && (key !== 'description' || !('schema' in value || 'type' in value)),
    ),
  )
}

function sorted(components: Tree): Tree {
  const byName = (tree: Tree) => Object.fromEntries(Object.entries(tree).sort(([a], [b]) => (a < b ? -1 : 1)))
  return Object.fromEntries(Object.entries(byName(components)).map(([kind, group]) => [kind, byName(group as Tree)]))
}
