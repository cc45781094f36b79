import { PublishError } from '../ground/errors.ts'

/**
 * Why a push or fetch failed. `moved`: somebody else's commits came first. `connection`: the line or the server broke
 * down, and a commit that was on its way may or may not have arrived. `refused`: asking again gives the same answer.
 */
export type Failure =
  | { kind: 'moved' | 'connection'; words: string }
  /** `isKnown`: `todo` is for this very reason. */
  | { kind: 'refused'; words: string; todo: string; isKnown: boolean }

const MOVED = [
  /\[rejected\][^\n]*\((?:fetch first|non-fast-forward|stale info)\)/,
  // Two pushes reached the server at once and the other one won.
  /\[remote rejected\][^\n]*\((?:[^)]*cannot lock ref|failed to update ref|incorrect old value provided|reference already exists)/,
]

/** What git says where the disk, or what this user may use of it, is full. */
export const DISK_FULL = /No space left on device|Disk quota exceeded|File too large/i

/** Known refusals and the setting or step that ends each. GH codes: GitHub's push error codes. */
const REFUSALS: { says: RegExp; todo: string }[] = [
  // What this machine refuses, before anything that a server could.
  {
    says: /dubious ownership/i,
    todo:
      'The folder belongs to somebody else, so git reads nothing of it. If you trust it, say so once in that folder: ' +
      'git config --global --add safe.directory "$PWD"',
  },
  { says: /spawn git ENOENT/i, todo: 'git is not installed, or not in PATH: https://git-scm.com/downloads' },
  { says: DISK_FULL, todo: 'The disk is full. Make room on it and run it again.' },
  {
    says: /File ?name too long/i,
    todo:
      'A path is too long for this system. Choose a shorter name: of the folder the repository is in, or of ' +
      'scheduler.output_dir in config/app.json.',
  },
  {
    says: /error: GH001|exceeds GitHub's file size limit/i,
    todo: 'A file is over GitHub’s limit of 100 MB. Make it smaller, or keep fewer albums in it.',
  },
  {
    // Before 403, with which GitHub sends it.
    says: /repository was archived|marked as read.only|read-only/i,
    todo: 'The repository is archived or read-only. Settings → General → Danger zone: unarchive it.',
  },
  {
    says: /refusing to allow .* to create or update workflow/i,
    todo: 'The token cannot change workflow files. Commit that change yourself.',
  },
  {
    says: /GH013|rule violations|GH006|protected branch/i,
    todo:
      'A ruleset or branch protection refuses the push. Settings → Rules → Rulesets (or Branches): take this branch ' +
      'out of it, or switch off the rule that refuses.',
  },
  {
    says: /GH007|private email/i,
    todo: 'Settings → Emails of your account: allow pushes that show this address.',
  },
  {
    says: /returned error: 403|HTTP 403|Permission to .* denied|Write access to repository not granted/i,
    todo:
      'The token may not write. Settings → Actions → General → Workflow permissions: choose “Read and write permissions”; ' +
      'the job needs permissions: contents: write.',
  },
  {
    says: /returned error: 401|Authentication failed|could not read (?:Username|Password)|Permission denied \(|Host key verification failed|invalid credentials/i,
    todo: 'git could not log in. On a laptop: check that “git push” works by itself. In Actions: the token has expired or is missing.',
  },
  {
    says: /repository .*not found|does not appear to be a git repository|repository .*does not exist/i,
    todo: 'Check the address that “git remote -v” shows.',
  },
  {
    says: /returned error: 30\d|base from redirection/i,
    todo: 'The repository has another address now. Give it to the clone: git remote set-url origin <address>',
  },
  { says: /hook declined/i, todo: 'The server’s own rules refuse the push; the reason above comes from there.' },
]

const CONNECTION = [
  /could not resolve host|failed to connect|network is unreachable|no route to host|empty reply|transfer closed/i,
  /connection (?:timed out|reset|refused|closed|was reset)|operation (?:timed out|too slow)|kex_exchange/i,
  /early EOF|hung up|unexpected disconnect|RPC failed|expected flush|bad line length|gnutls|SSL_|TLS /i,
  /returned error: (?:429|5\d\d)|HTTP 5\d\d|internal server error|temporarily unavailable/i,
  // GitHub's words for trouble of its own.
  /\[remote rejected\][^\n]*\(failure\)|fatal error in commit_refs/,
  // Another run in the same clone is just making or removing its tree, whose head a fetch looks at too.
  /bad object worktrees\//,
  // Our own limit, and a git that was killed.
  /block timeout reached|git ended without a word/,
]

/** Reads what git and the server said of a push or fetch that failed. */
export function readFailure(said: string): Failure {
  const lines = wordsOf(said)
  const words = shorten(lines)
  // Names that people give (a repository called “archived”) are no part of what the server says.
  const text = lines.map((line) => line.replace(/\w+:\/\/\S+|'[^']*'/g, '…')).join('\n')
  if (MOVED.some((pattern) => pattern.test(text))) return { kind: 'moved', words }
  const refusal = REFUSALS.find(({ says }) => says.test(text))
  if (refusal !== undefined) return { kind: 'refused', words, todo: refusal.todo, isKnown: true }
  if (CONNECTION.some((pattern) => pattern.test(text))) return { kind: 'connection', words }
  const todo = 'Try “git push” by hand in a clone; it gives the same answer with all its details.'
  return { kind: 'refused', words, todo, isKnown: false }
}

/** @param what The step that failed, as the beginning of a sentence. */
export function refusal(what: string, { words, todo }: Extract<Failure, { kind: 'refused' }>): PublishError {
  return new PublishError(`${what}: ${words}`, { todo })
}

const NOISE =
  /^(?:To |From |hint:|Pushing to|error: failed to push|Done$|Total \d|Delta |(?:Enumerating|Counting|Compressing|Receiving|Resolving|Writing|Unpacking) )/

/** The lines of git's answer that say why, the server's own first, without progress and repetition. */
function wordsOf(said: string): string[] {
  const lines = said.split(/[\r\n]+/)
  const server = lines.filter((line) => line.startsWith('remote:'))
  const git = lines.filter((line) => !line.startsWith('remote:'))
  // `!`, source and target, tab: what a porcelain push puts before its verdict.
  const words = [...server, ...git].map((line) => line.replace(/^remote:|^!\t\S+\t/, '').trim())
  return [...new Set(words.filter((line) => line !== '' && !NOISE.test(line)))]
}

function shorten(lines: readonly string[]): string {
  return lines.slice(0, 8).join('; ').slice(0, 600)
}
