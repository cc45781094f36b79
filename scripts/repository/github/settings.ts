import { z } from 'zod'
import { GitHubError } from './errors.ts'
import { readAnswer, type GitHub } from './client.ts'

/** A repository's settings as far as they decide whether anything runs in it. */
export interface RepositorySettings {
  name: string
  url: string
  defaultBranch: string
  visibility: string
  archived: boolean
  /** Switched off by GitHub itself. */
  disabled: boolean
  isTemplate: boolean
  /** Whether the token's owner may push; null where GitHub does not say. */
  mayPush: boolean | null
}

const settingsSchema = z
  .object({
    full_name: z.string(),
    html_url: z.url(),
    default_branch: z.string().min(1),
    private: z.boolean(),
    visibility: z.string().optional(),
    archived: z.boolean(),
    disabled: z.boolean(),
    is_template: z.boolean().optional(),
    permissions: z.object({ push: z.boolean() }).optional(),
  })
  .transform((repository): RepositorySettings => ({
    name: repository.full_name,
    url: repository.html_url,
    defaultBranch: repository.default_branch,
    visibility: repository.visibility ?? (repository.private ? 'private' : 'public'),
    archived: repository.archived,
    disabled: repository.disabled,
    isTemplate: repository.is_template ?? false,
    mayPush: repository.permissions?.push ?? null,
  }))

/** @throws GitHubError */
export async function readSettings({ octokit, at }: GitHub): Promise<RepositorySettings> {
  return readAnswer(settingsSchema, await octokit.rest.repos.get(at), 'a repository')
}

export interface Token {
  /** Whom it belongs to; null where it is an app's or a workflow's. */
  login: string | null
  /** What a classic token may do; null for every other kind, of which GitHub does not tell. */
  scopes: readonly string[] | null
  /** As GitHub writes it; null where it does not end, or GitHub does not tell. */
  expires: string | null
}

/** https://docs.github.com/rest/authentication/token-expiration-and-revocation @throws GitHubError, `bad-token` for one that is not valid */
export async function readToken({ octokit }: GitHub): Promise<Token> {
  try {
    const answer = await octokit.rest.users.getAuthenticated()
    const { login } = readAnswer(z.object({ login: z.string() }), answer, 'a user')
    const scopes = answer.headers['x-oauth-scopes']
    const expires = answer.headers['github-authentication-token-expiration']
    return {
      login,
      scopes: scopes === undefined ? null : scopes.split(',').map((scope) => scope.trim()),
      expires: typeof expires === 'string' ? expires : null,
    }
  } catch (error) {
    if (!(error instanceof GitHubError) || error.problem !== 'forbidden') throw error
    return { login: null, scopes: null, expires: null }
  }
}

export interface ActionsPermissions {
  enabled: boolean
  /** Which actions may be used; null where GitHub does not say. */
  allowed: 'all' | 'local_only' | 'selected' | null
}

const actionsSchema = z
  .object({ enabled: z.boolean(), allowed_actions: z.enum(['all', 'local_only', 'selected']).optional() })
  .transform(({ enabled, allowed_actions }): ActionsPermissions => ({ enabled, allowed: allowed_actions ?? null }))

/** Needs the right “Administration: read”. @throws GitHubError */
export async function readActionsPermissions({ octokit, at }: GitHub): Promise<ActionsPermissions> {
  const answer = await octokit.rest.actions.getGithubActionsPermissionsRepository(at)
  return readAnswer(actionsSchema, answer, 'the permissions of Actions')
}

/** Which actions may be used where only selected ones may. */
export interface SelectedActions {
  /** Whether those of GitHub itself are among them. */
  githubs: boolean
  patterns: readonly string[]
}

const selectedSchema = z
  .object({ github_owned_allowed: z.boolean().optional(), patterns_allowed: z.array(z.string()).optional() })
  .transform((it): SelectedActions => ({
    githubs: it.github_owned_allowed ?? false,
    patterns: it.patterns_allowed ?? [],
  }))

/** Needs the right “Administration: read”. @throws GitHubError */
export async function readSelectedActions({ octokit, at }: GitHub): Promise<SelectedActions> {
  return readAnswer(selectedSchema, await octokit.rest.actions.getAllowedActionsRepository(at), 'the allowed actions')
}

/** What a workflow may do that asks for nothing. Needs the right “Administration: read”. @throws GitHubError */
export async function readDefaultPermissions({ octokit, at }: GitHub): Promise<'read' | 'write'> {
  const answer = await octokit.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(at)
  const schema = z.object({ default_workflow_permissions: z.enum(['read', 'write']) })
  return readAnswer(schema, answer, 'the permissions of workflows').default_workflow_permissions
}

const PAGE = 100

const secretsSchema = z.object({ secrets: z.array(z.object({ name: z.string() })) })
const variablesSchema = z.object({ variables: z.array(z.object({ name: z.string() })) })

/** Names of the repository's secrets; what they hold GitHub shows to nobody. Needs “Secrets: read”. @throws GitHubError */
export async function listSecretNames({ octokit, at }: GitHub): Promise<string[]> {
  const answer = await octokit.rest.actions.listRepoSecrets({ ...at, per_page: PAGE })
  return readAnswer(secretsSchema, answer, 'a list of secrets').secrets.map(({ name }) => name)
}

/** Names of the repository's variables for Actions. Needs “Variables: read”. @throws GitHubError */
export async function listVariableNames({ octokit, at }: GitHub): Promise<string[]> {
  // More than thirty are refused.
  const answer = await octokit.rest.actions.listRepoVariables({ ...at, per_page: 30 })
  return readAnswer(variablesSchema, answer, 'a list of variables').variables.map(({ name }) => name)
}
