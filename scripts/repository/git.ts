import { GitError, simpleGit, type SimpleGit } from 'simple-git'

/** Author and committer of everything the scheduler commits. */
export const BOT = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }

/** A git command that takes longer than this without a word is ended, in milliseconds. */
const SILENCE_LIMIT = 120_000

/**
 * Variables that git may see. The rest of the environment stays out: GIT_DIR and its like would point a command at
 * another repository, and a variable that holds a secret has no business in a child process.
 */
const PASSED_ON = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'APPDATA',
  'XDG_CONFIG_HOME',
  'SSH_AUTH_SOCK',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
]
const PROXIES = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']

export interface Git {
  /** Runs git with these arguments and gives what it prints. @throws GitError with what git said on stderr */
  (...args: string[]): Promise<string>
}

/** A token for one server: it is sent to addresses below `server` and to no other. */
export interface GitCredential {
  server: string
  token: string
}

/**
 * Git in a folder. Hooks of the person who owns the clone do not run, nothing asks for a password, messages are in
 * English. A credential travels in the environment of each command: not in the arguments, which other processes can
 * read, and not in .git/config.
 */
export function gitIn(folder: string, env: NodeJS.ProcessEnv, credential: GitCredential | null): Git {
  const config: [string, string][] = [
    ['core.hooksPath', '/dev/null'],
    ['user.name', BOT.name],
    ['user.email', BOT.email],
    ['commit.gpgSign', 'false'],
    ['core.quotePath', 'false'],
    ['gc.auto', '0'],
    ['advice.detachedHead', 'false'],
  ]
  if (credential) {
    const header = `http.${credential.server.replace(/\/+$/, '')}/.extraHeader`
    const basic = Buffer.from(`x-access-token:${credential.token}`).toString('base64')
    // The empty value clears what an earlier step may have left, or the server would see two headers and refuse both.
    config.push([header, ''], [header, `Authorization: Basic ${basic}`])
  }
  const settings = config.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  const own = Object.fromEntries([
    ...settings,
    ['GIT_CONFIG_COUNT', String(config.length)],
    ['GIT_TERMINAL_PROMPT', '0'],
    ['LC_ALL', 'C'],
  ]) as Record<string, string>
  const inherited = Object.fromEntries(
    [...PASSED_ON, ...PROXIES].flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  ) as Record<string, string>

  const git: SimpleGit = simpleGit({
    baseDir: folder,
    timeout: { block: SILENCE_LIMIT },
    allowEnvironment: Object.keys(own),
    unsafe: { allowUnsafeConfigEnvCount: true, allowUnsafeHooksPath: true },
  }).env({ ...inherited, ...own })
  return (...args) => git.raw(args)
}

/** What git said when a command failed; null where something else than git failed. */
export function gitMessage(error: unknown): string | null {
  return error instanceof GitError ? error.message.trim() : null
}
