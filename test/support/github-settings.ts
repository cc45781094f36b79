import { Buffer } from 'node:buffer'
import type { ServerResponse } from 'node:http'
import { contract, example, faultsOfAnswer } from './github-contract.ts'
import { REPOSITORY, type GitHubServer } from './github-server.ts'

/** Settings of the repository that the server pretends to be, as its owner sees them. */
export interface FakeSettings {
  private: boolean
  archived: boolean
  disabled: boolean
  isTemplate: boolean
  /** Null where GitHub does not say, as to a workflow's own token. */
  mayPush: boolean | null
  /** Null: the default branch does not exist. */
  isProtected: boolean | null
  rules: { type: string; source: 'Repository' | 'Organization' }[]
  /** Null: the branch has no protection of the older kind. */
  protection: Record<string, unknown> | null
  actions: Record<string, unknown>
  selected: Record<string, unknown>
  defaultPermissions: 'read' | 'write'
  secrets: string[]
  variables: string[]
  /** Headers of the answer to "who am I?". */
  tokenHeaders: Record<string, string>
}

const DEFAULTS: FakeSettings = {
  private: true,
  archived: false,
  disabled: false,
  isTemplate: false,
  mayPush: true,
  isProtected: false,
  rules: [],
  protection: null,
  actions: { enabled: true, allowed_actions: 'all' },
  selected: { github_owned_allowed: true, verified_allowed: false, patterns_allowed: [] },
  defaultPermissions: 'read',
  secrets: [],
  variables: [],
  tokenHeaders: {},
}

/** Lets the server answer every question about settings; each answer is one that GitHub could give. */
export function withSettings(server: GitHubServer, changes: Partial<FakeSettings> = {}): void {
  const settings = { ...DEFAULTS, ...changes }
  const answers = {
    'repos/get': () => repositoryBody(server, settings),
    'repos/get-branch': () =>
      settings.isProtected === null
        ? null
        : {
            ...example('repos/get-branch', 200),
            name: server.repository.defaultBranch,
            protected: settings.isProtected,
          },
    'repos/get-branch-rules': () =>
      settings.rules.map(({ type, source }) => ({
        type,
        ruleset_source_type: source,
        ruleset_source: 'x',
        ruleset_id: 1,
      })),
    'repos/get-branch-protection': () => settings.protection,
    'actions/get-github-actions-permissions-repository': () => settings.actions,
    'actions/get-allowed-actions-repository': () => settings.selected,
    'actions/get-github-actions-default-workflow-permissions-repository': () => ({
      default_workflow_permissions: settings.defaultPermissions,
      can_approve_pull_request_reviews: false,
    }),
    'actions/list-repo-secrets': () => ({ total_count: settings.secrets.length, secrets: settings.secrets.map(named) }),
    'actions/list-repo-variables': () => ({
      total_count: settings.variables.length,
      variables: settings.variables.map((name) => ({ ...named(name), value: 'a-value-nobody-should-see' })),
    }),
    'users/get-authenticated': () => ({ ...example('users/get-authenticated', 200), login: 'me' }),
  }
  for (const [operation, bodyOf] of Object.entries(answers)) {
    const always = (response: ServerResponse) => {
      const body: unknown = bodyOf()
      const headers = operation === 'users/get-authenticated' ? settings.tokenHeaders : {}
      if (body === null) {
        const message = operation === 'repos/get-branch-protection' ? 'Branch not protected' : 'Branch not found'
        return send(response, 404, { message, documentation_url: 'https://docs.github.com/rest', status: '404' })
      }
      const faults = faultsOfAnswer(contract.getOperation(operation)!, 200, body)
      if (faults.length > 0) throw new Error(`${operation}: the test server's answer: ${faults.join('; ')}`)
      send(response, 200, body, headers)
    }
    server.meet(operation, { always })
  }
}

function repositoryBody(server: GitHubServer, settings: FakeSettings): Record<string, unknown> {
  // GitHub's example is a fork, of repositories that lack what the description demands, and so does it itself.
  const { parent: _, source: __, permissions: ___, ...whole } = example('repos/get', 200)
  const { mayPush } = settings
  return {
    ...whole,
    full_name: REPOSITORY,
    html_url: `https://github.com/${REPOSITORY}`,
    default_branch: server.repository.defaultBranch,
    private: settings.private,
    visibility: settings.private ? 'private' : 'public',
    archived: settings.archived,
    disabled: settings.disabled,
    is_template: settings.isTemplate,
    fork: false,
    language: null,
    ...(mayPush === null ? {} : { permissions: { admin: mayPush, push: mayPush, pull: true } }),
  }
}

const TIME = '2026-01-01T00:00:00Z'
const named = (name: string) => ({ name, created_at: TIME, updated_at: TIME })

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(text)
}
