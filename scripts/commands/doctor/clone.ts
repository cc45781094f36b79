import { REMOTE, remoteAddress } from '../../repository/clone.ts'
import { gitIn, gitMessage, type GitCredential } from '../../repository/git.ts'
import { repositoryOf } from '../../repository/identity.ts'
import { readFailure, type Failure } from '../../repository/push-result.ts'
import { notAsked, ok, problem, type Check, type Finding } from './check.ts'

/** Milliseconds after which a server that says nothing is given up. */
const SILENCE = 15_000
const WORKFLOWS_ELSEWHERE = 'The schedules, the buttons and the list of runs live on GitHub.'
const HOW_TO_CONNECT =
  'Press “Use this template” on GitHub, then connect this folder: git remote add origin https://github.com/<you>/<name>.git'

/** The clone it is run in, and the remote it belongs to. */
export function cloneChecks(
  root: string,
  env: NodeJS.ProcessEnv,
  defaultBranch: () => Promise<string | null>,
): Check[] {
  const address = () => remoteAddress(root, env)
  return [
    { name: 'remote', ask: async () => judgeRemote(await address(), env) },
    {
      name: 'branch',
      ask: async () =>
        judgeBranch(await readBranch(root, env), {
          hasRemote: (await address()) !== null,
          defaultBranch: await defaultBranch().catch(() => null),
        }),
    },
    {
      name: 'push',
      async ask() {
        if ((await address()) === null) return notAsked('There is no remote to push to.')
        if ((await readBranch(root, env)).kind === 'none') return notAsked('There is no commit to push.')
        return judgePush(await tryPush(root, env))
      },
    },
  ]
}

/** @param address That of the remote; null where there is none. */
export function judgeRemote(address: string | null, env: NodeJS.ProcessEnv): Finding {
  if (address === null) return problem(`There is no remote “${REMOTE}”. ${WORKFLOWS_ELSEWHERE}`, HOW_TO_CONNECT)
  const repository = repositoryOf(address)
  const host = hostOf(address)
  const expected = env['GITHUB_REPOSITORY']
  if (repository === null || host === null || !isGitHub(host, env))
    return problem(
      `“${REMOTE}” is ${host === null ? 'no server' : `on ${host}`}, not on GitHub. ${WORKFLOWS_ELSEWHERE}`,
      HOW_TO_CONNECT,
    )
  if (/\/\/[^/@]*:[^/@]+@/.test(address))
    return problem(
      `The address of “${REMOTE}” has a password in it, for everybody who sees this folder.`,
      `git remote set-url ${REMOTE} https://${host}/${repository}.git\nHave GitHub replace that password or token by a new one.`,
    )
  if (expected && expected.toLowerCase() !== repository.toLowerCase())
    return problem(
      `“${REMOTE}” is ${repository}, but GITHUB_REPOSITORY says ${expected}, and GitHub is asked about that one.`,
      'Unset GITHUB_REPOSITORY, or run this in a clone of that repository.',
    )
  return ok(`${repository} on ${host}`)
}

function hostOf(address: string): string | null {
  if (URL.canParse(address) && address.includes('://')) return new URL(address).hostname || null
  // git@github.com:owner/name.git
  return /^[\w.-]+@([^:/]+):/.exec(address)?.[1] ?? null
}

/** A GitHub Enterprise Server has an address of its own, which somebody must have set. */
function isGitHub(host: string, { GITHUB_SERVER_URL: server, GITHUB_API_URL: api }: NodeJS.ProcessEnv): boolean {
  const hosts = [server, api].flatMap((url) =>
    url && URL.canParse(url) ? new URL(url).hostname.replace(/^api\./, '') : [],
  )
  // ssh over port 443: https://docs.github.com/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
  return ['github.com', 'ssh.github.com', ...hosts].includes(host.toLowerCase())
}

export type Branch =
  | { kind: 'none'; said: string }
  | { kind: 'detached' }
  /** `ahead` counts the commits that its upstream does not have. */
  | { kind: 'branch'; name: string; upstream: string | null; ahead: number }

interface BranchSetting {
  hasRemote: boolean
  /** That of the repository on GitHub; null where it is not known. */
  defaultBranch: string | null
}

function judgeBranch(branch: Branch, { hasRemote, defaultBranch }: BranchSetting): Finding {
  if (branch.kind === 'none')
    return problem(
      `This is no git repository with a commit in it (${branch.said}).`,
      // The folder belongs to somebody else, and git then reads nothing of it.
      /dubious ownership/.test(branch.said)
        ? 'If you trust this folder: git config --global --add safe.directory "$PWD"'
        : 'Run this in a clone: git clone <the address of your repository>',
    )
  if (branch.kind === 'detached')
    return problem(
      'No branch is checked out, so a run here would not know where to publish.',
      `git switch ${defaultBranch ?? 'main'}`,
    )
  const { name, upstream, ahead } = branch
  if (!hasRemote) return notAsked(`“${name}” is checked out; there is no remote whose branch it could follow.`)
  if (upstream === null) return problem(`“${name}” follows no branch of “${REMOTE}”.`, `git push -u ${REMOTE} ${name}`)
  if (defaultBranch !== null && name !== defaultBranch)
    return notAsked(
      `“${name}” is checked out; the schedules run on “${defaultBranch}” and know nothing of what is only here.`,
    )
  const unpushed = ahead === 0 ? '' : `; ${ahead} commit${ahead === 1 ? '' : 's'} of yours not pushed yet (git push)`
  return ok(`“${name}” follows ${upstream}${unpushed}`)
}

async function readBranch(root: string, env: NodeJS.ProcessEnv): Promise<Branch> {
  const git = gitIn(root, env)
  try {
    await git('rev-parse', '--verify', 'HEAD')
  } catch (error) {
    const said = gitMessage(error)
    if (said === null) throw error
    return { kind: 'none', said: said.split('\n')[0]!.replace(/^fatal: /, '') }
  }
  const name = (await git('branch', '--show-current')).trim()
  if (name === '') return { kind: 'detached' }
  const [upstream = ''] = (await git('for-each-ref', '--format=%(upstream:short)', `refs/heads/${name}`))
    .trim()
    .split('\n')
  if (upstream === '') return { kind: 'branch', name, upstream: null, ahead: 0 }
  try {
    const ahead = Number(await git('rev-list', '--count', `${upstream}..HEAD`))
    return { kind: 'branch', name, upstream, ahead }
  } catch (error) {
    // It is configured, and gone from the remote.
    if (gitMessage(error) === null) throw error
    return { kind: 'branch', name, upstream: null, ahead: 0 }
  }
}

function judgePush(failure: Failure | null): Finding {
  if (failure?.kind === 'refused') return problem(`The remote would take none: ${failure.words}.`, failure.todo)
  if (failure?.kind === 'connection')
    return problem(
      `The remote could not be reached: ${failure.words}.`,
      'Is the network up? Try again in a few minutes.',
    )
  return ok('the remote would take one (tried without sending anything)')
}

/** Asks the server for the right to push, which is the first thing a push does and the only thing a dry run does. */
async function tryPush(root: string, env: NodeJS.ProcessEnv): Promise<Failure | null> {
  const token = env['GITHUB_TOKEN']?.trim()
  const credential: GitCredential | null = token
    ? { server: env['GITHUB_SERVER_URL'] || 'https://github.com', token }
    : null
  // No window may open to ask for a password.
  const git = gitIn(root, env, { credential, silence: SILENCE, settings: [['credential.interactive', 'false']] })
  try {
    // A branch that nobody has: of an existing one git would first ask whether it moved.
    await git('push', '--dry-run', '--porcelain', REMOTE, 'HEAD:refs/heads/aime-doctor')
    return null
  } catch (error) {
    const said = gitMessage(error)
    if (said === null) throw error
    return readFailure(said)
  }
}
