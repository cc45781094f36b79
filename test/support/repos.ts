import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A folder for temporary files with a bare remote, the home folder of a person, and the clones made in it. */
export interface World {
  /** Its name has a space in it, so every path below has. */
  folder: string
  /** Path of the bare repository; `branch` holds a small collection in one commit. */
  remote: string
  branch: string
  /** A person's environment: a home with a git identity, and a folder for temporary files of its own. */
  env: NodeJS.ProcessEnv
  /** Runs git as that person. @throws with what git said */
  git: (folder: string, ...args: string[]) => Promise<string>
  /** Clones the remote; gives the clone's path. Arguments go to `git clone`. */
  clone: (name: string, ...args: string[]) => Promise<string>
  /** Adds to the person's git configuration. */
  configure: (key: string, value: string) => Promise<void>
  /** Makes the remote run this shell script as a hook. */
  hook: (name: 'pre-receive' | 'update' | 'post-receive', script: string) => Promise<void>
  /** A person's commit, pushed to the branch from a clone of its own. */
  push: (files: Record<string, string>, subject?: string) => Promise<string>
  /** The text of a file on the remote's branch. */
  read: (path: string) => Promise<string>
  /** Names of temporary folders that a run has left. */
  leftTemporary: () => Promise<string[]>
  remove: () => Promise<void>
}

/** Twelve albums, enough for two haiku runs without a repetition. */
export const ALBUMS = [
  ['Abbey Road', 'The Beatles', 1969],
  ['Kind of Blue', 'Miles Davis', 1959],
  ['Blue', 'Joni Mitchell', 1971],
  ['Histoire de Melody Nelson', 'Serge Gainsbourg', 1971],
  ['What’s Going On', 'Marvin Gaye', 1971],
  ['Remain in Light', 'Talking Heads', 1980],
  ['Hounds of Love', 'Kate Bush', 1985],
  ['Thriller', 'Michael Jackson', 1982],
  ['The Wall', 'Pink Floyd', 1979],
  ['OK Computer', 'Radiohead', 1997],
  ['Pastel Blues', 'Nina Simone', 1965],
  ['Homogenic', 'Björk', 1997],
].map(([title, artist, year], index) => ({ id: index + 1, title, artists: [artist], year, genre: null }))

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

export const SEED: Record<string, string> = {
  'README.md': '# Records\n',
  'config/app.json': json({ scheduler: { output_dir: 'Scheduled Output', tasks: [] } }),
  'data/collection.json': json({ version: 1, albums: ALBUMS }),
  'data/runs.json': json({ version: 1, repository: null, since: null, tasks: {} }),
}

/** The commit of the seed is older than any run, so that slots count. */
const SEED_DATE = '2026-01-01T00:00:00Z'

interface Seed {
  branch?: string
  /** Files beside, or instead of, those of {@link SEED}. */
  files?: Record<string, string>
}

export async function createWorld({ branch = 'main', files = {} }: Seed = {}): Promise<World> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'aime test ')))
  const home = join(folder, 'home')
  const temp = join(folder, 'temp')
  const remote = join(folder, 'remote.git')
  await Promise.all([home, temp].map((path) => mkdir(path)))
  await writeFile(
    join(home, '.gitconfig'),
    [
      '[user]\n\tname = A Person\n\temail = person@example.org',
      '[init]\n\tdefaultBranch = main',
      '[advice]\n\tdetachedHead = false',
      // Nothing here outlives its test: no waiting for the disk, no second process that looks whether to tidy up.
      '[core]\n\tfsync = none',
      '[maintenance]\n\tauto = false',
      '[receive]\n\tautogc = false\n',
    ].join('\n'),
  )
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], HOME: home, RUNNER_TEMP: temp }
  const git = async (cwd: string, ...args: string[]): Promise<string> => {
    const dates = args[0] === 'commit' && cwd.endsWith('/seed') ? { GIT_COMMITTER_DATE: SEED_DATE } : {}
    const { stdout } = await run('git', args, {
      cwd,
      env: { ...env, ...dates, LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' },
      maxBuffer: 2 ** 26,
    })
    return stdout.trim()
  }
  const clone = async (name: string, ...args: string[]): Promise<string> => {
    const path = join(folder, name)
    await git(folder, 'clone', '--quiet', ...args, ...(args.some((arg) => arg.includes('://')) ? [] : [remote]), path)
    return path
  }

  await git(folder, 'init', '--quiet', '--bare', `--initial-branch=${branch}`, remote)
  await git(remote, 'config', 'http.receivepack', 'true')
  const seed = join(folder, 'seed')
  await git(folder, 'init', '--quiet', `--initial-branch=${branch}`, seed)
  await writeFiles(seed, { ...SEED, ...files })
  await git(seed, 'add', '--all', '--force')
  await git(seed, 'commit', '--quiet', '--message', 'Begin')
  await git(seed, 'push', '--quiet', remote, `HEAD:refs/heads/${branch}`)
  await git(seed, 'remote', 'add', 'origin', remote)

  return {
    folder,
    remote,
    branch,
    env,
    git,
    clone,
    configure: async (key, value) => void (await git(folder, 'config', '--global', key, value)),
    async hook(name, script) {
      await writeFile(join(remote, 'hooks', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    },
    async push(changes, subject = 'Change something by hand') {
      await git(seed, 'pull', '--quiet', '--rebase', 'origin', branch)
      await writeFiles(seed, changes)
      await git(seed, 'add', '--all', '--force')
      await git(seed, 'commit', '--quiet', '--message', subject)
      await git(seed, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
      return git(seed, 'rev-parse', 'HEAD')
    },
    read: (path) => git(remote, 'show', `${branch}:${path}`),
    leftTemporary: () => readdir(temp),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
}

export async function writeFiles(root: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

/** Every file of a working tree but `.git`, with a hash of its bytes: equal if and only if the trees are. */
export async function fingerprint(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(root, '.git') + '/'))
    .sort()
  const hashes = await Promise.all(
    paths.map(async (path) =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ),
  )
  return Object.fromEntries(paths.map((path, index) => [path.slice(root.length + 1), hashes[index]!]))
}

/** What a run could have left in a clone: trees besides the clone's own, and refs that are no branch or tag. */
export async function leftIn(world: World, clone: string): Promise<string[]> {
  const trees = (await world.git(clone, 'worktree', 'list', '--porcelain')).split('\n')
  const refs = (await world.git(clone, 'for-each-ref', '--format=%(refname)')).split('\n')
  return [
    ...trees.filter((line) => line.startsWith('worktree ') && line !== `worktree ${clone}`),
    ...refs.filter((ref) => !/^refs\/(?:heads|tags|remotes)\//.test(ref)),
  ]
}

/** Subjects of the remote branch, newest first. */
export async function subjects({ git, remote, branch }: World): Promise<string[]> {
  return (await git(remote, 'log', '--format=%s', branch)).split('\n')
}

/** Files of the remote branch that a run wrote once and for all: those with a time in their name. */
export async function outputsOf(world: World): Promise<string[]> {
  return (await pathsOf(world, 'Scheduled Output/')).filter((path) => /-\d{8}-\d{6}\.\w+$/.test(path))
}

/** Paths of the remote branch, below a folder where one is given. */
export async function pathsOf({ git, remote, branch }: World, below = ''): Promise<string[]> {
  const listed = await git(remote, 'ls-tree', '-r', '-z', '--name-only', branch)
  return listed.split('\0').filter((path) => path !== '' && path.startsWith(below))
}
