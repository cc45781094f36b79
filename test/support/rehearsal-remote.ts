import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { emptyLedger } from '../../scripts/repository/ledger.ts'
import { ROOT, WORKFLOWS } from './workflow-files.ts'

/** When the copy of the template was made; long before any run, so that there are slots to serve. */
const FOUNDED = '2025-01-01T00:00:00Z'

const PERSON = { name: 'Alice', email: 'alice@example.org' }

export interface Commit {
  sha: string
  parents: string[]
  author: string
  committer: string
  subject: string
  trailers: Record<string, string>
  /** What it did to which file, as `A path`. */
  changes: string[]
}

/** A bare repository that stands for the one on GitHub. */
export class Remote {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  get address(): string {
    return `file://${this.path}`
  }

  head(): string {
    return this.git('rev-parse', 'main').trim()
  }

  /** Text of a file at the head of main. */
  read(path: string): string {
    return this.git('show', `main:${path}`)
  }

  /** The workflow files at the head of main, by file name. */
  workflows(): Map<string, string> {
    const names = this.git('ls-tree', '--name-only', `main:${WORKFLOWS}`).trim().split('\n')
    return new Map(names.map((name) => [name, this.read(`${WORKFLOWS}/${name}`)]))
  }

  /** Commits since `since`, the newest first. */
  log(since: string): Commit[] {
    const shas = this.git('rev-list', `${since}..main`).trim().split('\n').filter(Boolean)
    return shas.map((sha) => {
      const format = ['%P', '%an <%ae>', '%cn <%ce>', '%s', '%(trailers:only,unfold)'].join('%x00')
      const [parents, author, committer, subject, trailers] = this.git('log', '-1', `--format=${format}`, sha).split(
        '\0',
      ) as [string, string, string, string, string]
      const changes = this.git('diff-tree', '--no-commit-id', '--name-status', '-r', '-z', sha).split('\0')
      return {
        sha,
        parents: parents.split(' '),
        author,
        committer,
        subject,
        trailers: Object.fromEntries(
          trailers
            .trim()
            .split('\n')
            .map((line) => line.split(/: (.*)/s).slice(0, 2)),
        ) as Record<string, string>,
        changes: changes.flatMap((status, index) =>
          index % 2 === 0 && status ? [`${status} ${changes[index + 1]}`] : [],
        ),
      }
    })
  }

  /** What a person does on github.com: edit one file, or make a new one, and commit it to main. */
  edit(path: string, change: (text: string) => string): void {
    const clone = mkdtempSync(join(dirname(this.path), 'edit-'))
    git(clone, 'clone', '--quiet', '--branch', 'main', this.address, '.')
    const file = join(clone, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, change(existsSync(file) ? readFileSync(file, 'utf8') : ''))
    commitAll(clone, `Update ${path}`)
    git(clone, 'push', '--quiet', 'origin', 'main')
    rmSync(clone, { recursive: true })
  }

  private git(...args: string[]): string {
    return git(this.path, ...args)
  }
}

/** Somebody's fresh copy of this checkout, as "Use this template" makes it: all that workflows use, one commit, no run yet. */
export class FreshCopies {
  private readonly folder = mkdtempSync(join(tmpdir(), 'aime-rehearsal-'))
  private readonly original = join(this.folder, 'original.git')
  private made = 0

  constructor() {
    const tree = join(this.folder, 'tree')
    for (const path of filesOf(ROOT)) cpSync(join(ROOT, path), join(tree, path))
    // As the template ships, whatever was run in this checkout.
    writeFileSync(join(tree, 'data/runs.json'), `${JSON.stringify(emptyLedger(), null, 2)}\n`)
    git(tree, 'init', '--quiet', '--initial-branch', 'main')
    commitAll(tree, 'Initial commit')
    git(this.folder, 'clone', '--quiet', '--bare', tree, this.original)
  }

  make(): Remote {
    const path = join(this.folder, `remote-${++this.made}`, 'records.git')
    mkdirSync(dirname(path), { recursive: true })
    git(this.folder, 'clone', '--quiet', '--bare', this.original, path)
    return new Remote(path)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** What git holds or would take in, without what the tasks have written here, and what no workflow of a copy uses. */
function filesOf(root: string): string[] {
  const listed = git(root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z').split('\0').filter(Boolean)
  const leftOut = /^(?:test\/|Scheduled Output\/(?!README\.md$)|data\/(?:haikus|listens)\/.*\.json$|node_modules$)/
  return [...new Set(listed)].filter((path) => !leftOut.test(path) && existsSync(join(root, path)))
}

function commitAll(folder: string, subject: string): void {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--no-verify', '-m', subject)
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    env: {
      PATH: process.env['PATH'],
      // Nothing of the person's own settings: no signing, no hooks, no default branch.
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: PERSON.name,
      GIT_AUTHOR_EMAIL: PERSON.email,
      GIT_AUTHOR_DATE: FOUNDED,
      GIT_COMMITTER_NAME: PERSON.name,
      GIT_COMMITTER_EMAIL: PERSON.email,
      GIT_COMMITTER_DATE: FOUNDED,
    },
  })
}
