import { execFile } from 'node:child_process'
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { DataSet } from './data-sets.ts'
import { moveIn, type Revision } from './revision.ts'
import { startServices, type Services } from './services.ts'

const run = promisify(execFile)

/** A command as a person types it behind `npm run`. */
export interface Command {
  script: string
  args: readonly string[]
}

/** A command, or what a person does to the files between two of them. */
export type Step = Command | ((root: string) => Promise<void>)

/** Something that is done in a clone with somebody's data. */
export interface Case {
  name: string
  data: DataSet
  steps: readonly Step[]
  /** Beside the addresses of the services. */
  env?: Readonly<Record<string, string>>
  /** Whether the keys of the services are set. */
  hasKeys?: boolean
}

/** Where a case may leave what is no part of its traces. */
export interface Surroundings {
  /** The older revision, whose data both get. */
  before: Revision
  /** A module that stops the clock. */
  frozen: string
  /** For temporary files that may be shared: the compiled code. */
  temp: string
}

const PATIENCE_MS = 120_000
/** Git's commits depend on nothing but what is in them. */
const DATE = '2026-01-01T00:00:00Z'

/**
 * Does a case with a revision in `folder`, which is not there yet, and leaves its traces in `folder/trace`: every file of the
 * clone, every file and commit of its remote, what was said, and what the services were asked.
 */
export async function runCase(it: Case, revision: Revision, folder: string, around: Surroundings): Promise<void> {
  const trace = join(folder, 'trace')
  const root = join(folder, 'clone')
  const remote = join(folder, 'remote.git')
  const home = join(folder, 'home')
  const summary = join(home, 'summary.md')
  await Promise.all([trace, root, home].map((path) => mkdir(path, { recursive: true })))
  await writeFile(join(home, '.gitconfig'), '[user]\n\tname = A Person\n\temail = person@example.org\n')
  await it.data.put(root, around.before.folder)
  const git = gitAs(home)
  await git(root, 'init', '--quiet', '--initial-branch=main')
  const links = await moveIn(revision, root)
  await writeFile(join(root, '.git/info/exclude'), links.map((name) => `/${name}\n`).join(''))
  await git(root, 'add', '--all')
  await git(root, 'commit', '--quiet', '--message', 'Begin')
  await git(folder, 'clone', '--quiet', '--bare', root, remote)
  await git(root, 'remote', 'add', 'origin', remote)

  const services = await startServices(it.data.language)
  const env = environment(it, services, { root, home, summary, ...around })
  let said = ''
  try {
    for (const step of it.steps) said += await stepOf(step, revision, root, env)
  } finally {
    await services.close()
  }
  const told = await readFile(summary, 'utf8').catch(() => '')
  const commits = (await Promise.all([root, remote].map((path) => git(path, 'rev-list', '--all')))).join('\n')
  const plain = plainer({ root, folder, revision, commits: commits.split('\n') })
  await writeFile(join(trace, 'said'), plain(said))
  await writeFile(join(trace, 'summary.md'), plain(told))
  await writeFile(join(trace, 'asked'), services.asked())
  await writeFile(
    join(trace, 'log'),
    plain(await git(remote, 'log', '--format=%an <%ae>%n%B', '--name-status', 'main')),
  )
  await keepRemote(git, remote, trace)
  await Promise.all([...links, '.git'].map((name) => rm(join(root, name), { recursive: true })))
  await rename(root, join(trace, 'files'))
}

type Git = (cwd: string, ...args: string[]) => Promise<string>

function gitAs(home: string): Git {
  const env = { PATH: process.env['PATH'], HOME: home, GIT_AUTHOR_DATE: DATE, GIT_COMMITTER_DATE: DATE }
  return async (cwd, ...args) => (await run('git', args, { cwd, env, maxBuffer: 2 ** 28 })).stdout
}

async function keepRemote(git: Git, remote: string, trace: string): Promise<void> {
  const published = join(trace, 'published')
  await mkdir(published)
  await git(remote, 'archive', '--format=tar', `--output=${join(remote, 'archive.tar')}`, 'main')
  await run('tar', ['-xf', join(remote, 'archive.tar'), '-C', published])
}

function environment(
  { env = {}, hasKeys = false }: Case,
  { addresses, keys }: Services,
  paths: { root: string; home: string; summary: string; frozen: string; temp: string },
): NodeJS.ProcessEnv {
  return {
    PATH: [join(paths.root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    HOME: paths.home,
    TMPDIR: paths.temp,
    RUNNER_TEMP: paths.home,
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
    NODE_OPTIONS: `--import=${paths.frozen}`,
    GITHUB_STEP_SUMMARY: paths.summary,
    ...addresses,
    ...(hasKeys ? keys : {}),
    ...env,
  }
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`

/** Does a step, and gives what was said in it. */
async function stepOf(step: Step, { scripts }: Revision, root: string, env: NodeJS.ProcessEnv): Promise<string> {
  if (typeof step === 'function') {
    await step(root)
    return ''
  }
  const { script, args } = step
  const title = `$ npm run ${script} -- ${args.join(' ')}\n`
  const line = scripts[script]
  if (line === undefined) return `${title}There is no such command.\n`
  // As npm runs it, without the half second that npm itself takes.
  const { code, stdout, stderr } = await shell([line, ...args.map(quoted)].join(' '), root, env)
  return `${title}${stdout}--- stderr\n${stderr}--- exit ${code}\n\n`
}

function shell(
  line: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: string; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const options = { cwd, env, timeout: PATIENCE_MS, maxBuffer: 2 ** 28 }
    execFile('sh', ['-c', line], options, (error, stdout, stderr) =>
      done({ code: String(error?.code ?? error?.signal ?? 0), stdout, stderr }),
    )
  })
}

interface Places {
  root: string
  folder: string
  revision: Revision
  commits: readonly string[]
}

/** Takes out of a text what differs from run to run: durations, paths, ports, the names of commits. */
function plainer({ root, folder, revision, commits }: Places): (text: string) => string {
  const isCommit = (text: string) => commits.some((commit) => commit.startsWith(text))
  return (text) =>
    text
      .replaceAll(root, '<clone>')
      .replaceAll(folder, '<folder>')
      .replaceAll(revision.folder, '<revision>')
      .replace(/aime-publish-(?:\w*-)?\d+-\w+/gu, 'aime-publish-…')
      .replace(/\[ *\d+\.\d s\]/gu, '[… s]')
      .replace(/127\.0\.0\.1:\d+/gu, '127.0.0.1:…')
      .replace(/\b\d+[.,]\d+ s\b/gu, '… s')
      // The last column of the table of poems.
      .replace(/\| \d+[.,]\d \|$/gmu, '| … |')
      .replace(/\b[0-9a-f]{7,40}\b/gu, (word) => (isCommit(word) ? '<commit>' : word))
}

/** Adds to a file of the clone. */
export const adding =
  (path: string, text: string): Step =>
  (root) =>
    appendFile(join(root, path), text)
