import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../scripts/config/config.ts'
import { findingOf, type Finding } from '../../../scripts/commands/doctor/check.ts'
import { githubChecks } from '../../../scripts/commands/doctor/github.ts'
import { judgeWorkflows } from '../../../scripts/commands/doctor/github-workflows.ts'
import type { RepositorySettings } from '../../../scripts/repository/github/settings.ts'
import type { TaskId } from '../../../scripts/config/catalog.ts'
import {
  hangsUp,
  REPOSITORY,
  SAYS,
  startGitHub,
  TOKEN,
  type FakeRepository,
  type FakeRun,
  type GitHubServer,
} from '../../support/github-server.ts'
import { withSettings, type FakeSettings } from '../../support/github-settings.ts'

const TASKS: TaskId[] = ['generate_haiku_scheduled', 'export_collection_json', 'sync_listens']
const FILES = [...TASKS.map((id) => `${id}.yml`), 'clock.yml']
const ACTIVE = Object.fromEntries(FILES.map((file) => [file, 'active']))
const PAGE = `https://github.com/${REPOSITORY}`
const ADMIN_HIDDEN = 'GitHub shows this only to a token with “Administration: read”.'

interface Situation {
  settings?: Partial<FakeSettings>
  repository?: Partial<FakeRepository>
  env?: NodeJS.ProcessEnv
  config?: string
  before?: (server: GitHubServer) => void
}

/** Every finding about GitHub, by the name of its check; what is a bug makes the test fail. */
async function examine({ settings, repository, env, config = '{}', before }: Situation = {}) {
  const server = await startGitHub({ workflows: { ...ACTIVE }, ...repository })
  withSettings(server, settings)
  before?.(server)
  const { checks } = githubChecks({
    root: tmpdir(),
    env: { PATH: process.env['PATH'], ...server.env, ...env },
    config: () => Promise.resolve(parseConfig(config)),
    tasks: TASKS,
  })
  const bug = (error: unknown) => {
    throw error
  }
  const found = await Promise.all(checks.map(async (check) => [check.name, await findingOf(check, bug)] as const))
  return { server, findings: Object.fromEntries(found) as Record<string, Finding> }
}

const ok = (says: string) => ({ verdict: 'ok', says })
const notAsked = (says: string) => ({ verdict: 'not-asked', says })
const problem = (says: string, todo: string) => ({ verdict: 'problem', says, todo })

function runOf(workflow: string, id: number, conclusion: string | null, created = '2026-01-31T06:00:00Z'): FakeRun {
  const status = conclusion === null ? 'in_progress' : 'completed'
  return { id, workflow, course: [[status, conclusion]], event: 'schedule', branch: 'main', created, actor: 'me' }
}

describe('a repository in which all is well', () => {
  it('is called so, and is not changed', async () => {
    const { findings, server } = await examine({
      repository: { runs: [runOf('generate_haiku_scheduled.yml', 1, 'success')] },
      settings: { secrets: ['EURIA_BEARER'], variables: ['EURIA_URL', 'MY_OWN'] },
    })
    expect(findings).toEqual({
      token: ok('valid: that of me'),
      repository: ok(`${REPOSITORY}, private`),
      'default branch': ok('“main”: the schedules run on it'),
      'branch rules': ok('nothing on “main” refuses what the workflows push'),
      Actions: ok('switched on'),
      'workflow rights': ok('a workflow that asks for nothing may only read; ours ask for what they need'),
      workflows: ok('GitHub knows all 4, and none is off that should be on'),
      buttons: ok('the token may press the buttons (npm run trigger)'),
      'last runs': ok('none failing; 1 of 4 workflows ran well the last time, the others have not run yet'),
      secrets: ok('for Euria'),
      logs: ok(`every run and what it said: ${PAGE}/actions`),
    })
    // Asked for on a branch that cannot exist.
    expect(server.written()).toEqual(['actions/create-workflow-dispatch'])
    expect(server.repository.runs).toHaveLength(1)
  })

  it('is told to be public where it is', async () => {
    const { findings } = await examine({ settings: { private: false, defaultPermissions: 'write' } })
    expect(findings['repository']).toEqual(
      ok(`${REPOSITORY}, public: everybody can read your collection and your listens`),
    )
    expect(findings['workflow rights']).toEqual(
      ok('a workflow that asks for nothing may read and write; ours ask for less'),
    )
  })
})

describe('the token', () => {
  it('is asked for, with the way to one, where there is none; only the address of the logs is told then', async () => {
    for (const GITHUB_TOKEN of [undefined, '', '  ']) {
      const { findings, server } = await examine({ env: { GITHUB_TOKEN } })
      expect(findings['token']).toEqual(
        notAsked(
          expect.stringMatching(/^There is no GITHUB_TOKEN, and .*Make a token at https:.*gh auth token/) as never,
        ),
      )
      const { token: _, logs, ...others } = findings
      for (const finding of Object.values(others)) expect(finding).toEqual(notAsked('It takes a GITHUB_TOKEN.'))
      expect(logs).toEqual(ok(`every run and what it said: ${PAGE}/actions`))
      expect(server.asked).toEqual([])
    }
  })

  it('that GitHub does not accept is the one problem, and its value is not shown', async () => {
    const { findings } = await examine({
      before: (it) => it.meet('users/get-authenticated', { always: SAYS.badToken }),
    })
    expect(findings['token']).toEqual(
      problem(
        'GitHub does not accept the token (401: Bad credentials).',
        expect.stringMatching(/^It is mistyped, expired or revoked. Make a new one at https:/) as never,
      ),
    )
    expect(findings['repository']).toEqual(notAsked('The token has to be put right first.'))
    expect(findings['workflows']).toEqual(notAsked('GitHub did not show the repository; see above.'))
    expect(Object.values(findings).filter(({ verdict }) => verdict === 'problem')).toHaveLength(1)
    expect(JSON.stringify(findings)).not.toContain(TOKEN)
  })

  it('of the classic kind is told to need the scope “repo”; its end is shown', async () => {
    const headers = { 'x-oauth-scopes': 'gist, read:org' }
    expect((await examine({ settings: { tokenHeaders: headers } })).findings['token']).toEqual(
      problem(
        'The token of me is valid, but has not the scope “repo”.',
        expect.stringContaining('https://github.com/settings/tokens') as never,
      ),
    )
    const good = {
      'x-oauth-scopes': 'gist, repo',
      'github-authentication-token-expiration': '2026-12-24 00:00:00 UTC',
    }
    expect((await examine({ settings: { tokenHeaders: good } })).findings['token']).toEqual(
      ok('valid: that of me, until 2026-12-24 00:00:00 UTC, with the scopes gist, repo'),
    )
  })

  it('of a workflow belongs to nobody, and what it may do is not guessed from its owner’s role', async () => {
    const { findings } = await examine({
      settings: { mayPush: null },
      before: (it) => it.meet('users/get-authenticated', { always: SAYS.noRightInWorkflow }),
    })
    expect(findings['token']).toEqual(ok('valid: that of an app or a workflow'))
    expect(findings['repository']).toMatchObject({ verdict: 'ok' })
  })

  it('that may not start workflows is told what it takes to press the buttons', async () => {
    for (const refusal of [SAYS.noRight, SAYS.notFound]) {
      const { findings } = await examine({
        before: (it) => it.meet('actions/create-workflow-dispatch', { always: refusal }),
      })
      expect(findings['buttons']).toEqual(notAsked(expect.stringContaining('“Actions: Read and write”') as never))
    }
  })

  it('is sent to no address that is not https', async () => {
    const { findings } = await examine({ env: { GITHUB_API_URL: 'http://github.example' } })
    expect(findings['token']).toMatchObject({ verdict: 'problem', says: 'GITHUB_API_URL is no https address.' })
  })
})

describe('the repository', () => {
  it.each<[string, Partial<FakeSettings>, string, string]>([
    ['archived', { archived: true }, `${REPOSITORY} is archived`, `${PAGE}/settings → Danger Zone: unarchive it.`],
    ['switched off', { disabled: true }, `${REPOSITORY} was switched off by GitHub.`, 'https://support.github.com'],
    [
      'a template',
      { isTemplate: true },
      'is a template, and in a template the tasks do nothing.',
      'Template repository',
    ],
    ['somebody else’s', { mayPush: false }, `You may look at ${REPOSITORY}, but not write to it.`, 'Use this template'],
  ])('that is %s is a problem', async (_, settings, says, todo) => {
    const { findings } = await examine({ settings })
    expect(findings['repository']).toEqual(
      problem(expect.stringContaining(says) as never, expect.stringContaining(todo) as never),
    )
  })

  it('that GitHub does not show is a problem, and nothing else is asked', async () => {
    const { findings } = await examine({ before: (it) => it.meet('repos/get', { always: SAYS.notFound }) })
    expect(findings['repository']).toEqual(
      problem(
        `GitHub knows no ${REPOSITORY}, or does not show it (404: Not Found).`,
        expect.stringContaining('Is the name right') as never,
      ),
    )
    expect(findings['secrets']).toEqual(notAsked('GitHub did not show the repository; see above.'))
  })

  it('that is nowhere named is a problem of the token’s line, with what to set', async () => {
    const { findings } = await examine({ env: { GITHUB_REPOSITORY: undefined } })
    expect(findings['token']).toEqual(
      problem(
        'It is not clear which repository on GitHub this is.',
        expect.stringContaining('GITHUB_REPOSITORY') as never,
      ),
    )
    expect(findings['logs']).toEqual(notAsked('It is not known which repository on GitHub this is.'))
  })

  it('without its default branch is empty', async () => {
    const { findings } = await examine({ settings: { isProtected: null } })
    expect(findings['default branch']).toEqual(
      problem(`${PAGE} has no branch “main” yet: it is empty.`, 'Push yours: git push -u origin main'),
    )
  })
})

describe('GitHub itself', () => {
  it('used up to its limit, or out of order, is a problem of each check that it keeps from an answer', async () => {
    const { findings } = await examine({
      before: (it) => {
        it.meet('actions/list-repo-workflows', { always: SAYS.limit })
        it.meet('repos/get-branch-rules', { always: SAYS.outOfOrder })
      },
    })
    expect(findings['workflows']).toMatchObject({
      verdict: 'problem',
      says: 'GitHub’s rate limit is used up (403: API rate limit exceeded for user ID 1).',
    })
    expect(findings['branch rules']).toMatchObject({
      verdict: 'problem',
      says: expect.stringContaining('502') as never,
    })
    expect(findings['Actions']).toEqual(ok('switched on'))
  })

  it('that cannot be reached is one problem', async () => {
    const { findings } = await examine({ before: (it) => it.meet('users/get-authenticated', { always: hangsUp }) })
    expect(findings['token']).toEqual(
      problem(
        expect.stringMatching(/^GitHub could not be reached at 127\.0\.0\.1:\d+ /) as never,
        expect.stringContaining('Is the network up') as never,
      ),
    )
    expect(Object.values(findings).filter(({ verdict }) => verdict === 'problem')).toHaveLength(1)
  })
})

describe('what refuses a push to the default branch', () => {
  it.each([
    ['pull_request', 'a pull request for every change'],
    ['required_status_checks', 'checks that pass before a push'],
    ['required_signatures', 'signed commits'],
    ['update', 'nobody may push'],
    ['merge_queue', 'the merge queue'],
  ])('is a ruleset’s %s', async (type, demand) => {
    const { findings } = await examine({ settings: { isProtected: true, rules: [{ type, source: 'Repository' }] } })
    expect(findings['branch rules']).toEqual(
      problem(
        `“main” would refuse what the workflows push. It demands: ${demand}.`,
        `${PAGE}/settings/rules: take “main” out of that ruleset, or take the rule out of it.`,
      ),
    )
  })

  it('of an organisation is for its owners to change', async () => {
    const { findings } = await examine({ settings: { rules: [{ type: 'pull_request', source: 'Organization' }] } })
    expect(findings['branch rules']).toMatchObject({
      verdict: 'problem',
      todo: expect.stringContaining('ask its owners') as never,
    })
  })

  it('is not what forbids only what the workflows never do', async () => {
    const rules = ['deletion', 'non_fast_forward', 'required_linear_history', 'creation', 'copilot_code_review']
    const { findings } = await examine({
      settings: { isProtected: true, rules: rules.map((type) => ({ type, source: 'Repository' as const })) },
    })
    expect(findings['branch rules']).toEqual(ok('nothing on “main” refuses what the workflows push'))
  })

  it('is what the older protection demands', async () => {
    const url = 'https://api.github.com/x'
    const protection = {
      required_status_checks: { contexts: ['test'], checks: [], strict: true },
      required_pull_request_reviews: { url, dismiss_stale_reviews: false, require_code_owner_reviews: false },
      restrictions: { url, users_url: url, teams_url: url, apps_url: url, users: [], teams: [], apps: [] },
      required_signatures: { url, enabled: true },
      lock_branch: { enabled: true },
    }
    const { findings } = await examine({ settings: { isProtected: true, protection } })
    expect(findings['branch rules']).toEqual(
      problem(
        '“main” would refuse what the workflows push. It demands: nobody may push, only certain people may push, ' +
          'a pull request for every change, checks that pass before a push, signed commits.',
        `${PAGE}/settings/branches: take that out of the rule for “main”.`,
      ),
    )
  })

  it('is not an older protection that demands nothing, or lets the workflows’ app pass', async () => {
    const url = 'https://api.github.com/x'
    const apps = [{ slug: 'github-actions' }]
    for (const protection of [
      { required_status_checks: { contexts: [], checks: [], strict: true }, lock_branch: { enabled: false } },
      { restrictions: { url, users_url: url, teams_url: url, apps_url: url, users: [], teams: [], apps } },
    ]) {
      const { findings } = await examine({ settings: { isProtected: true, protection } })
      expect(findings['branch rules']).toMatchObject({ verdict: 'ok' })
    }
  })

  it('is unknown where the protection is hidden from this token', async () => {
    for (const refusal of [SAYS.noRight, SAYS.notFound]) {
      const { findings } = await examine({
        settings: { isProtected: true },
        before: (it) => it.meet('repos/get-branch-protection', { always: refusal }),
      })
      expect(findings['branch rules']).toEqual(
        notAsked('“main” is protected; by what, GitHub shows only to a token with “Administration: read”.'),
      )
    }
  })

  it('is not looked for in the settings of a branch that is not protected', async () => {
    const { findings, server } = await examine({
      before: (it) => it.meet('repos/get-branch-protection', { always: SAYS.noRight }),
    })
    expect(findings['branch rules']).toMatchObject({ verdict: 'ok' })
    expect(server.asked.map(({ operation }) => operation)).not.toContain('repos/get-branch-protection')
  })

  it('is nothing in a private repository of a plan without rulesets', async () => {
    const message = 'Upgrade to GitHub Pro or make this repository public to enable this feature.'
    const { findings } = await examine({
      before: (it) => it.meet('repos/get-branch-rules', { always: { status: 403, message } }),
    })
    expect(findings['branch rules']).toEqual(ok('nothing on “main” refuses what the workflows push'))
  })
})

describe('GitHub Actions', () => {
  const ours =
    'Actions is on, but the workflows may not use GitHub’s own actions (actions/checkout, actions/setup-node).'
  const allow = `Allow actions created by GitHub at ${PAGE}/settings/actions`

  it('switched off is a problem', async () => {
    const { findings } = await examine({ settings: { actions: { enabled: false } } })
    expect(findings['Actions']).toEqual(
      problem('GitHub Actions is switched off, so nothing runs.', `Allow all actions at ${PAGE}/settings/actions`),
    )
  })

  it('with local actions only, or with selected ones that are not GitHub’s, is a problem', async () => {
    const local = await examine({ settings: { actions: { enabled: true, allowed_actions: 'local_only' } } })
    expect(local.findings['Actions']).toEqual(problem(ours, allow))
    const selected = { github_owned_allowed: false, verified_allowed: true, patterns_allowed: ['other/*'] }
    const chosen = await examine({ settings: { actions: { enabled: true, allowed_actions: 'selected' }, selected } })
    expect(chosen.findings['Actions']).toEqual(problem(ours, allow))
  })

  it('with selected ones that are GitHub’s is fine', async () => {
    for (const selected of [
      { github_owned_allowed: true },
      { github_owned_allowed: false, patterns_allowed: ['actions/*'] },
    ]) {
      const { findings } = await examine({
        settings: { actions: { enabled: true, allowed_actions: 'selected' }, selected },
      })
      expect(findings['Actions']).toEqual(ok('switched on'))
    }
  })

  it('and the rights of its workflows are shown to administrators only', async () => {
    const { findings } = await examine({
      before: (it) => {
        it.meet('actions/get-github-actions-permissions-repository', { always: SAYS.noRight })
        it.meet('actions/get-github-actions-default-workflow-permissions-repository', { always: SAYS.notFound })
      },
    })
    expect(findings['Actions']).toEqual(notAsked(ADMIN_HIDDEN))
    expect(findings['workflow rights']).toEqual(notAsked(ADMIN_HIDDEN))
  })
})

describe('a workflow', () => {
  const page = `${PAGE}/actions/workflows/clock.yml`
  const press = `press “Enable workflow” at ${page}`
  it.each([
    ['disabled_inactivity', 'switched off by GitHub after 60 days without activity', `clock.yml: ${press}`],
    ['disabled_manually', 'switched off by hand', `clock.yml: ${press}`],
    [
      'disabled_fork',
      'off because this is a fork',
      `clock.yml: allow the workflows of this fork at ${PAGE}/actions and then ${press}`,
    ],
  ])('that is %s is a problem', async (state, words, todo) => {
    const { findings } = await examine({ repository: { workflows: { ...ACTIVE, 'clock.yml': state } } })
    expect(findings['workflows']).toEqual(problem(`1 workflow will not start: clock.yml (${words}).`, todo))
  })

  it('in a state that GitHub has invented since is a problem, by the name of that state', () => {
    const repository = { url: PAGE, defaultBranch: 'main' } as RepositorySettings
    expect(judgeWorkflows([{ file: 'clock.yml', state: 'disabled_newly' }], null, repository)).toEqual(
      problem('1 workflow will not start: clock.yml (disabled_newly).', `clock.yml: ${press}`),
    )
  })

  it('that GitHub has not got is a problem', async () => {
    const { 'export_collection_json.yml': _, ...workflows } = ACTIVE
    const { findings } = await examine({ repository: { workflows } })
    expect(findings['workflows']).toEqual(
      problem(
        '1 workflow will not start: GitHub has no export_collection_json.yml.',
        'In .github/workflows, commit export_collection_json.yml to “main” and push.',
      ),
    )
  })

  it('may be off where config wants its task off', async () => {
    const workflows = { ...ACTIVE, 'sync_listens.yml': 'disabled_manually' }
    const off = await examine({ repository: { workflows } })
    expect(off.findings['workflows']).toMatchObject({ verdict: 'ok' })
    const config = '{ "scheduler": { "tasks": [{ "name": "sync_listens" }] } }'
    const on = await examine({ repository: { workflows }, config })
    expect(on.findings['workflows']).toMatchObject({
      verdict: 'problem',
      todo: expect.stringMatching(
        /^sync_listens\.yml: set "enabled" to false .*, or press “Enable workflow” at /,
      ) as never,
    })
  })
})

describe('the last runs', () => {
  it('that failed are named, counted, and found by their address', async () => {
    const { findings } = await examine({
      repository: {
        runs: [
          runOf('export_collection_json.yml', 1, 'success', '2026-01-28T10:00:00Z'),
          runOf('export_collection_json.yml', 2, 'failure', '2026-01-29T10:00:00Z'),
          runOf('export_collection_json.yml', 3, 'timed_out', '2026-01-30T10:00:00Z'),
          runOf('export_collection_json.yml', 4, 'cancelled', '2026-01-31T10:00:00Z'),
          runOf('clock.yml', 5, 'startup_failure'),
          runOf('generate_haiku_scheduled.yml', 6, 'success'),
        ],
      },
    })
    expect(findings['last runs']).toEqual(
      problem(
        'export_collection_json.yml failed the last 2 times.\nclock.yml failed the last time.',
        `What it says is on the page of the run:\n${PAGE}/actions/runs/3\n${PAGE}/actions/runs/5`,
      ),
    )
  })

  it('that failed before one that worked are forgotten', async () => {
    const { findings } = await examine({
      repository: {
        runs: [
          runOf('clock.yml', 1, 'failure', '2026-01-30T06:00:00Z'),
          runOf('clock.yml', 2, 'success', '2026-01-31T06:00:00Z'),
        ],
      },
    })
    expect(findings['last runs']).toMatchObject({ verdict: 'ok' })
  })

  it('are none in a new copy: the button to press is told', async () => {
    const { findings } = await examine()
    expect(findings['last runs']).toEqual(
      notAsked(`No task has run yet. Press “Run workflow” at ${PAGE}/actions/workflows/generate_haiku_scheduled.yml`),
    )
  })
})

describe('the secrets of the repository', () => {
  const here = `Put it right at ${PAGE}/settings/secrets/actions`
  it.each<[string, string[], string[], string]>([
    [
      'half of what a service needs',
      ['EURIA_BEARER', 'SPOTIFY_CLIENT_ID'],
      [],
      'Euria also needs EURIA_URL.\nSpotify also needs SPOTIFY_CLIENT_SECRET.',
    ],
    ['a model alone', [], ['EURIA_MODEL'], 'Euria also needs EURIA_URL and EURIA_BEARER.'],
    ['a name that nothing reads', ['EURIA_TOKEN'], [], 'EURIA_TOKEN is read by nothing. Did you mean EURIA_BEARER?'],
    [
      'a key that stands among the variables',
      ['LASTFM_USER'],
      ['LASTFM_API_KEY'],
      'LASTFM_API_KEY is a variable, which is shown to others and not read here: make it a secret.\nLast.fm also needs LASTFM_API_KEY.',
    ],
  ])('with %s are a problem', async (_, secrets, variables, says) => {
    const { findings } = await examine({ settings: { secrets, variables } })
    expect(findings['secrets']).toEqual(problem(expect.stringContaining(says) as never, here))
  })

  it('guess what a mistyped name was meant to be', async () => {
    const { findings } = await examine({ settings: { secrets: ['SPOTIFY_CLIENT_SECRT'] } })
    expect(findings['secrets']).toMatchObject({
      says: expect.stringContaining('Did you mean SPOTIFY_CLIENT_SECRET?') as never,
    })
  })

  it('are none in a new copy, and none are needed', async () => {
    const { findings } = await examine({ settings: { secrets: ['SOMETHING_ELSE'] } })
    expect(findings['secrets']).toEqual(
      notAsked(
        `None, and none is needed. Keys for an AI and for other services go to ${PAGE}/settings/secrets/actions`,
      ),
    )
  })

  it('hidden from the token are not asked for; hidden variables are given the benefit of the doubt', async () => {
    const hidden = await examine({ before: (it) => it.meet('actions/list-repo-secrets', { always: SAYS.noRight }) })
    expect(hidden.findings['secrets']).toEqual(
      notAsked('GitHub shows their names only to a token with “Secrets: read” and “Variables: read”.'),
    )
    const half = await examine({
      settings: { secrets: ['EURIA_BEARER'] },
      before: (it) => it.meet('actions/list-repo-variables', { always: SAYS.noRight }),
    })
    expect(half.findings['secrets']).toEqual(ok('for Euria'))
  })
})
