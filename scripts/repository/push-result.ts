import { PublishError } from '../errors.ts'

/** Somebody else's commits came first: apply again on top of them. */
const MOVED = [
  /\[rejected\][^\n]*\((?:fetch first|non-fast-forward|stale info)\)/,
  // Two pushes reached the server at once and the other one won.
  /\[remote rejected\][^\n]*\((?:[^)]*cannot lock ref[^)]*|failed to update ref|incorrect old value provided|reference already exists)/,
  /cannot lock ref/,
]

/** Known refusals and the setting or step that ends each. GH codes: GitHub's push error codes. */
const REFUSALS: { says: RegExp; todo: string }[] = [
  {
    says: /GH001|exceeds GitHub's file size limit|this exceeds/i,
    todo: 'A file is over GitHub’s limit of 100 MB. Make it smaller, or keep fewer albums in it.',
  },
  {
    says: /GH013|rule violations|GH006|protected branch/i,
    todo:
      'A ruleset or branch protection refuses the push. Settings → Rules → Rulesets (or Branches): let “GitHub Actions” ' +
      'bypass it, or take this branch out of it.',
  },
  {
    says: /GH007|private email/i,
    todo: 'Settings → Emails of your account: allow pushes that show this address.',
  },
  {
    says: /refusing to allow a GitHub App to create or update workflow/i,
    todo: 'The Actions token cannot change workflow files. Commit that change yourself.',
  },
  {
    says: /\b403\b|Permission to .* denied|Write access to repository not granted|denied to/i,
    todo:
      'The token may not write. Settings → Actions → General → Workflow permissions: choose “Read and write permissions”; ' +
      'the job needs permissions: contents: write.',
  },
  {
    says: /archived|read-only/i,
    todo: 'The repository is archived or read-only. Settings → General → Danger zone: unarchive it.',
  },
  {
    says: /\b401\b|Authentication failed|could not read Username|Permission denied \(publickey|Host key verification failed|invalid credentials/i,
    todo: 'git could not log in. On a laptop: check that “git push” works by itself. In Actions: the token has expired or is missing.',
  },
  {
    says: /repository .*not found|does not appear to be a git repository|does not exist/i,
    todo: 'Check the address that “git remote -v” shows.',
  },
  { says: /hook declined/i, todo: 'The server’s own rules refuse the push; the reason above comes from there.' },
]

/** The connection failed; the commit may or may not have arrived. */
const CONNECTION =
  /could not resolve host|connection (?:timed out|reset|refused)|operation timed out|block timeout reached|\b(?:429|500|502|503|504)\b|early EOF|hung up|RPC failed|unexpected disconnect|gnutls|SSL_|TLS|failed to connect|network is unreachable/i

/**
 * Reads what git and the server said of a push or fetch that failed: an error that says why and what to do where trying
 * again is pointless, null where it is not (the branch moved, the connection failed).
 */
export function refusalOf(said: string, what: string): PublishError | null {
  if (MOVED.some((pattern) => pattern.test(said))) return null
  const refusal = REFUSALS.find(({ says }) => says.test(said))
  if (refusal === undefined && CONNECTION.test(said)) return null
  const todo = refusal?.todo ?? 'Try “git push” by hand in a clone; it gives the same answer with all its details.'
  return new PublishError(`${what}: ${reason(said)}`, { todo })
}

/** The lines of git's answer that say why, without progress and repetition. */
function reason(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/^remote:\s*/, '').trim())
    .filter(
      (line) =>
        line !== '' &&
        !/^(?:To |hint:|Pushing to|Enumerating|Counting|Compressing|Writing|Total|Delta|Done)/.test(line),
    )
  return [...new Set(lines)].slice(0, 8).join('; ').slice(0, 600)
}
