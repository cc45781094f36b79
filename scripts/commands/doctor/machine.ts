import { gitIn, gitMessage } from '../../repository/git.ts'
import { readDependencies } from './dependencies.ts'
import { ok, problem, type Check, type Finding } from './check.ts'

/** The machine it is run on. */
export function machineChecks(root: string, env: NodeJS.ProcessEnv): Check[] {
  return [
    { name: 'Node.js', ask: () => judgeNode(process.versions.node) },
    { name: 'git', ask: async () => judgeGit(await gitVersion(root, env)) },
    { name: 'dependencies', ask: () => readDependencies(root) },
  ]
}

/** As `engines` in package.json has it. */
export const OLDEST_NODE = [20, 19] as const
export const FIRST_NODE_TOO_NEW = 27

/** @param version Such as `20.19.0`. */
export function judgeNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldest, minorOfOldest] = OLDEST_NODE
  const known = `${oldest}.${minorOfOldest} to ${FIRST_NODE_TOO_NEW - 1}`
  if (major < oldest || (major === oldest && minor < minorOfOldest))
    return problem(`${version} is too old: it takes ${known}.`, 'Install Node 24 from https://nodejs.org')
  if (major >= FIRST_NODE_TOO_NEW)
    return problem(
      `${version} is newer than what this was tried with: ${known}.`,
      'Install Node 24 from https://nodejs.org',
    )
  return ok(`${version} (${known} will do)`)
}

/** The first with `GIT_CONFIG_COUNT`, by which a token is given to one command and to nothing else. */
const OLDEST_GIT = [2, 31] as const

/** @param version What `git --version` prints; null where there is no git. */
export function judgeGit(version: string | null): Finding {
  if (version === null) return problem('It is not installed.', 'Install it from https://git-scm.com/downloads')
  const found = /\d+\.\d+(?:\.\d+)*/.exec(version)?.[0]
  const [major = 0, minor = 0] = found?.split('.').map(Number) ?? []
  const [oldest, minorOfOldest] = OLDEST_GIT
  const least = `${oldest}.${minorOfOldest}`
  if (found === undefined || major < oldest || (major === oldest && minor < minorOfOldest))
    return problem(
      `${found ?? 'Its version'} is too old: it takes ${least}.`,
      'Install it from https://git-scm.com/downloads',
    )
  return ok(`${found} (${least} or newer will do)`)
}

async function gitVersion(root: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    return await gitIn(root, env)('version')
  } catch (error) {
    if (gitMessage(error) === null) throw error
    return null
  }
}
