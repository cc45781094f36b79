import { describe, expect, it } from 'vitest'
import { readFailure, refusal } from '../../scripts/repository/push-result.ts'
import { PublishError } from '../../scripts/ground/errors.ts'

const TO = 'To https://github.com/me/records\n'
const ERROR = "error: failed to push some refs to 'https://github.com/me/records'\n"
const HINTS = 'hint: Updates were rejected because the remote contains work that you do not have locally.\n'
const rejected = (why: string) => `${TO}!\t3d3c42e:refs/heads/main\t${why}\n${ERROR}`

describe('a branch that moved', () => {
  it.each([
    ['fetched too early', rejected('[rejected] (fetch first)') + HINTS],
    ['a branch that is ahead', rejected('[rejected] (non-fast-forward)')],
    ['a lease that ran out', rejected('[rejected] (stale info)')],
    [
      'a lock that the other push holds',
      `remote: error: cannot lock ref 'refs/heads/main': is at 1a2b but expected 3c4d\n${rejected('[remote rejected] (failed to update ref)')}`,
    ],
    [
      'GitHub’s words for the same',
      rejected("[remote rejected] (cannot lock ref 'refs/heads/main': is at 1a2b but expected 3c4d)"),
    ],
    ['an old value that changed', rejected('[remote rejected] (incorrect old value provided)')],
  ])('is recognised: %s', (_, said) => {
    expect(readFailure(said).kind).toBe('moved')
  })

  it('does not hide behind GitHub’s warning about a large file', () => {
    const warning = 'remote: warning: GH001: Large files detected. You may want to try Git Large File Storage.\n'
    expect(readFailure(warning + rejected('[rejected] (fetch first)')).kind).toBe('moved')
  })
})

describe('a connection that failed', () => {
  it.each([
    "fatal: unable to access 'https://github.com/me/records/': Could not resolve host: github.com",
    "fatal: unable to access 'https://github.com/me/records/': Failed to connect to github.com port 443 after 2 ms: Couldn't connect to server",
    "fatal: unable to access 'https://github.com/me/records/': Recv failure: Connection reset by peer",
    "fatal: unable to access 'https://github.com/me/records/': Empty reply from server",
    "fatal: unable to access 'https://github.com/me/records/': The requested URL returned error: 503",
    "fatal: unable to access 'https://github.com/me/records/': The requested URL returned error: 429",
    'error: RPC failed; HTTP 500 curl 22 The requested URL returned error: 500\nsend-pack: unexpected disconnect while reading sideband packet\nfatal: the remote end hung up unexpectedly',
    'ssh: connect to host github.com port 22: Connection timed out\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.',
    'remote: Internal Server Error\nTo github.com:me/records.git\n!\t3d3c:refs/heads/main\t[remote rejected] (Internal Server Error)',
    'remote: fatal error in commit_refs\n!\t3d3c:refs/heads/main\t[remote rejected] (failure)',
    'block timeout reached',
    'git ended without a word',
  ])('may be tried again: %s', (said) => {
    expect(readFailure(said).kind).toBe('connection')
  })

  it('is not taken for a refusal because of how somebody called a repository', () => {
    for (const name of ['archived', 'read-only', '403', 'GH013', 'private email']) {
      const said = `fatal: unable to access 'https://github.com/me/${name}/': Could not resolve host: github.com`
      expect(readFailure(said), name).toMatchObject({ kind: 'connection' })
    }
  })
})

describe('a refusal', () => {
  it.each([
    [
      '100 MB',
      "remote: error: GH001: Large files detected. You may want to try Git Large File Storage.\nremote: error: File data/big.json is 120.00 MB; this exceeds GitHub's file size limit of 100.00 MB\n" +
        rejected('[remote rejected] (pre-receive hook declined)'),
    ],
    [
      'Rulesets',
      'remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: Review all repository rules at https://github.com/me/records/rules?ref=refs%2Fheads%2Fmain\nremote: - Changes must be made through a pull request.\n' +
        rejected('[remote rejected] (push declined due to repository rule violations)'),
    ],
    [
      'Rulesets',
      'remote: error: GH006: Protected branch update failed for refs/heads/main.\n' +
        rejected('[remote rejected] (protected branch hook declined)'),
    ],
    [
      'show this address',
      'remote: error: GH007: Your push would publish a private email address.\n' +
        rejected('[remote rejected] (push declined due to email privacy restrictions)'),
    ],
    [
      'Read and write permissions',
      "remote: Permission to me/records.git denied to github-actions[bot].\nfatal: unable to access 'https://github.com/me/records/': The requested URL returned error: 403",
    ],
    [
      'Read and write permissions',
      "remote: Write access to repository not granted.\nfatal: unable to access 'https://github.com/me/records/': The requested URL returned error: 403",
    ],
    [
      'unarchive',
      "remote: This repository was archived so it is read-only.\nfatal: unable to access 'https://github.com/me/records/': The requested URL returned error: 403",
    ],
    [
      'Commit that change yourself',
      rejected(
        '[remote rejected] (refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission)',
      ),
    ],
    [
      'Commit that change yourself',
      rejected(
        '[remote rejected] (refusing to allow a Personal Access Token to create or update workflow `.github/workflows/ci.yml` without `workflow` scope)',
      ),
    ],
    ['could not log in', "fatal: could not read Username for 'https://github.com': terminal prompts disabled"],
    [
      'could not log in',
      "remote: Invalid username or token.\nfatal: Authentication failed for 'https://github.com/me/records/'",
    ],
    [
      'could not log in',
      'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.',
    ],
    ['could not log in', 'Host key verification failed.\nfatal: Could not read from remote repository.'],
    ['git remote -v', "remote: Repository not found.\nfatal: repository 'https://github.com/me/records/' not found"],
    [
      'git remote -v',
      "fatal: 'origin' does not appear to be a git repository\nfatal: Could not read from remote repository.",
    ],
    ['the reason above', 'remote: no pushes on Sundays\n' + rejected('[remote rejected] (pre-receive hook declined)')],
    ['git push', rejected('[remote rejected] (branch is currently checked out)')],
  ])('says what to do (%s): %s', (todo, said) => {
    const failure = readFailure(said)
    expect(failure).toMatchObject({ kind: 'refused', todo: expect.stringContaining(todo) as string })
  })

  it('repeats the server’s words once, without addresses, progress and hints', () => {
    const said =
      'Enumerating objects: 5, done.\nCounting objects:  50% (1/2)\rCounting objects: 100% (2/2)\rCounting objects: 100% (2/2), done.\n' +
      'Writing objects: 100% (500/500), 1 KiB | 1 KiB/s, done.\nTotal 500 (delta 0), reused 0 (delta 0)\n' +
      'remote: no pushes on Sundays        \nremote: no pushes on Sundays        \n' +
      `${TO}!\t3d3c42e:refs/heads/main\t[remote rejected] (pre-receive hook declined)\nDone\n${HINTS}`
    expect(readFailure(said).words).toBe('no pushes on Sundays; [remote rejected] (pre-receive hook declined)')
  })

  it('puts the server’s words before git’s, in whichever order they came', () => {
    expect(readFailure(`${rejected('[remote rejected] (pre-receive hook declined)')}remote: because\n`).words).toBe(
      'because; [remote rejected] (pre-receive hook declined)',
    )
  })

  it('becomes an error with what to do', () => {
    const failure = { kind: 'refused', words: 'no', todo: 'Ask again on Monday.', isKnown: true } as const
    const error = refusal('It could not be pushed', failure)
    expect(error).toBeInstanceOf(PublishError)
    expect(error).toMatchObject({ message: 'It could not be pushed: no', todo: 'Ask again on Monday.', exitCode: 1 })
  })
})

it('a fetch that met the half-made tree of another run is tried again', () => {
  const said =
    'fatal: bad object worktrees/aime-publish-1757-ZqPA4e/HEAD\nerror: /srv/remote.git did not send all necessary objects'
  expect(readFailure(said).kind).toBe('connection')
})
