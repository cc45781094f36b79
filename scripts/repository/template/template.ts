import { AimeError, ServiceError, UsageError } from '../../ground/errors.ts'
import { githubFromEnvironment } from '../github/client.ts'
import type { FetchLimits } from '../github/fetch.ts'
import { readTemplate } from '../github/template.ts'
import { gitIn, gitMessage, type GitOptions } from '../git.ts'
import { readFailure } from '../push-result.ts'
import { MANIFEST_FILE, type Manifest } from './manifest.ts'
import { parseVersion, type Version } from './version.ts'

/** The template this repository was made from. */
export interface Template {
  /** Where git fetches it from. */
  address: string
  /** The same for people, without a password. */
  name: string
}

/** Why it is not known, as a sentence. */
export type FoundTemplate = ({ kind: 'known' } & Template) | { kind: 'unknown'; why: string }

/** What to do where it is not known. */
export const NAME_IT =
  `Say where it is: npm run upgrade -- --from <address>, or for good in ${MANIFEST_FILE}: ` +
  '"aime": { "template": "<address>" }'

/** What {@link findTemplate} may be told. */
export interface TemplateQuestion {
  root: string
  env: NodeJS.ProcessEnv
  manifest: Manifest
  /** What the person says. */
  given?: string | undefined
  /** For asking GitHub. */
  limits?: Partial<FetchLimits>
}

/**
 * What the person says, else what package.json says, else what GitHub knows.
 * @throws UsageError for what is no address; GitHubError where GitHub is out of reach for the moment
 */
export async function findTemplate({ root, env, manifest, given, limits }: TemplateQuestion): Promise<FoundTemplate> {
  const said = given ?? manifest.aime?.template
  if (said != null) return { kind: 'known', ...templateAt(said, given === undefined ? MANIFEST_FILE : '--from') }
  try {
    const found = await readTemplate(await githubFromEnvironment(env, root, limits))
    if (found === null) return { kind: 'unknown', why: 'GitHub knows no template that this repository was made from.' }
    return { kind: 'known', ...templateAt(found.address, 'GitHub') }
  } catch (error) {
    if (!(error instanceof AimeError) || (error instanceof ServiceError && error.transient)) throw error
    return { kind: 'unknown', why: `It is not known which template this repository was made from: ${error.message}` }
  }
}

/** What is fetched is run on this machine: it comes from a folder of it, or over a connection that nobody can change. */
function isSafe(address: string): boolean {
  if (/^[a-z]:[\\/]/iu.test(address)) return true
  if (!URL.canParse(address)) return !/^[^/\\]*:/u.test(address)
  const { protocol, hostname } = new URL(address)
  const isHere = /^(?:127\.0\.0\.1|\[::1\]|localhost)$/u.test(hostname)
  return protocol === 'https:' || protocol === 'file:' || (protocol === 'http:' && isHere)
}

function templateAt(address: string, source: string): Template {
  // git would take the first for an option, and the second for a program to start.
  if (address.trim() === '' || address.startsWith('-') || /^\w+::/.test(address))
    throw new UsageError(`${source}: “${address}” stands there. Possible: an address or a folder that git clones from.`)
  if (!isSafe(address))
    throw new UsageError(
      `${source}: “${nameOf(address)}” stands there. Possible: an https address, or a folder on this machine.`,
      {
        todo: 'What it fetches is code that runs here. For an address such as git@github.com:owner/name, write https://github.com/owner/name.',
      },
    )
  return { address, name: nameOf(address) }
}

/** The address for people, without a password. */
function nameOf(address: string): string {
  return address.replace(/(\/\/)[^/@\s]+@/g, '$1').replace(/\.git$/, '')
}

/** The versions that the template has tags for (`v1.2.3`), in no order. @throws ServiceError where it cannot be reached */
export async function listVersions(
  { address, name }: Template,
  root: string,
  env: NodeJS.ProcessEnv,
  options: GitOptions = {},
): Promise<Version[]> {
  const listed = await reaching(name, gitIn(root, env, options)('ls-remote', '--tags', '--refs', '--', address, 'v*'))
  return listed.split('\n').flatMap((line) => parseVersion(/\trefs\/tags\/v(\S+)$/.exec(line)?.[1] ?? '') ?? [])
}

/** Turns git’s failure to reach the template into one for people. */
export async function reaching(name: string, command: Promise<string>): Promise<string> {
  try {
    return await command
  } catch (error) {
    const said = gitMessage(error)
    if (said === null) throw error
    const failure = readFailure(said)
    throw new ServiceError('template', `The template ${name} cannot be reached: ${failure.words}`, {
      transient: failure.kind !== 'refused',
      todo: 'Is the address right, is the network up, and may you read it? “git ls-remote <address>” tells.',
      cause: error,
    })
  }
}
