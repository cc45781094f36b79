import { GitError, simpleGit, type SimpleGit } from 'simple-git'

/** Author and committer of everything the scheduler commits. */
export const BOT = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }

/** A git command that says nothing for this long is ended, in milliseconds. */
const SILENCE_LIMIT = 60_000

/**
 * Variables that git may see. The rest of the environment stays out: GIT_DIR and its like would point a command at
 * another repository, and a variable that holds a secret has no business in a child process.
 */
const PASSED_ON = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'XDG_CONFIG_HOME',
  // The agent and the keyring in which a person's own credentials live.
  'SSH_AUTH_SOCK',
  'XDG_RUNTIME_DIR',
  'DBUS_SESSION_BUS_ADDRESS',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
]
const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()])

export interface Git {
  /** Runs git with these arguments and gives what it prints. @throws GitError with what git said */
  (...args: string[]): Promise<string>
}

/** A token for one server: it is sent to addresses below `server` and to no other. */
export interface GitCredential {
  server: string
  token: string
}

export interface GitOptions {
  credential?: GitCredential | null
  /** Configuration for these commands alone, before the person's own. */
  settings?: readonly (readonly [key: string, value: string])[]
  /** Milliseconds without a word after which a command is ended. */
  silence?: number
  /** Where git keeps its own files, the tree it works on and its index, where these are not the folder's own. */
  at?: Partial<Record<'GIT_DIR' | 'GIT_WORK_TREE' | 'GIT_INDEX_FILE', string>>
}

/**
 * Git in a folder. Hooks of the person who owns the clone do not run, nothing asks for a password, messages are in
 * English. A credential travels in the environment of each command: not in the arguments, which other processes can
 * read, and not in .git/config.
 */
export function gitIn(folder: string, env: NodeJS.ProcessEnv, options: GitOptions = {}): Git {
  const { credential = null, settings = [], silence = SILENCE_LIMIT, at = {} } = options
  const config: (readonly [string, string])[] = [
    ['core.hooksPath', '/dev/null'],
    ['commit.gpgSign', 'false'],
    ['push.gpgSign', 'false'],
    // A person's own tags are not ours to publish.
    ['push.followTags', 'false'],
    ['log.showSignature', 'false'],
    ['core.quotePath', 'false'],
    ['maintenance.auto', 'false'],
    ['advice.detachedHead', 'false'],
    // git sends what it was given for one host on to wherever that redirects it.
    ['http.followRedirects', 'false'],
    ...settings,
  ]
  if (credential) {
    const server = `http.${credential.server.replace(/\/+$/, '')}/`
    const header = `${server}.extraHeader`
    const basic = Buffer.from(`x-access-token:${credential.token}`).toString('base64')
    // The empty value clears what an earlier step may have left, or the server would see two headers and refuse both.
    config.push([header, ''], [header, `Authorization: Basic ${basic}`])
    // Stronger than what a person has set for this server.
    config.push([`${server}.followRedirects`, 'false'])
  }
  const own: Record<string, string> = {
    ...at,
    ...Object.fromEntries(
      config.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
    GIT_CONFIG_COUNT: String(config.length),
    // Stronger than user.name and author.name of any configuration.
    GIT_AUTHOR_NAME: BOT.name,
    GIT_AUTHOR_EMAIL: BOT.email,
    GIT_COMMITTER_NAME: BOT.name,
    GIT_COMMITTER_EMAIL: BOT.email,
    GIT_TERMINAL_PROMPT: '0',
    // A look at the person's tree must not take the lock that their own commit needs.
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  }
  const inherited = Object.fromEntries(
    [...PASSED_ON, ...PROXIES].flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  ) as Record<string, string>

  const git: SimpleGit = simpleGit({
    baseDir: folder,
    timeout: { block: silence },
    allowEnvironment: Object.keys(own),
    unsafe: { allowUnsafeConfigEnvCount: true, allowUnsafeHooksPath: true },
    // By default a command that fails without a word, such as one that is killed, would pass for a success.
    errors: (error, { exitCode, stdOut, stdErr }) =>
      error ?? (exitCode === 0 ? undefined : Buffer.concat([...stdOut, ...stdErr])),
  }).env({ ...inherited, ...own })
  return (...args) => git.raw(args)
}

/** What git said when a command failed; null where something else than git failed. */
export function gitMessage(error: unknown): string | null {
  return error instanceof GitError ? error.message.trim() || 'git ended without a word' : null
}
