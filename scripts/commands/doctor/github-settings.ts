import type {
  ActionsPermissions,
  RepositorySettings,
  SelectedActions,
  Token,
} from '../../repository/github/settings.ts'
import { NEW_TOKEN } from '../../repository/github/errors.ts'
import { notAsked, ok, problem, type Finding } from './check.ts'

/** What the token's scopes allow is known for classic ones alone; of the others GitHub tells nobody. */
export function judgeToken({ login, scopes, expires }: Token): Finding {
  if (scopes !== null && !scopes.includes('repo') && !scopes.includes('public_repo'))
    return problem(
      `The token of ${login ?? 'an app'} is valid, but has not the scope “repo”.`,
      `Add the scope at https://github.com/settings/tokens, or make a new token at ${NEW_TOKEN}`,
    )
  const until = expires === null ? '' : `, until ${expires}`
  if (login === null) return ok(`valid: that of an app or a workflow${until}`)
  return ok(`valid: that of ${login}${until}${scopes === null ? '' : `, with the scopes ${scopes.join(', ')}`}`)
}

/** @param may Whether the token may start workflows. */
export function judgeStarting(may: boolean): Finding {
  if (may) return ok('the token may press the buttons (npm run trigger)')
  return notAsked(
    'The token may look, but not press the buttons. For npm run trigger it needs “Actions: Read and write” (a classic one: the scope “repo”).',
  )
}

export function judgeRepository(repository: RepositorySettings): Finding {
  const { name, url, visibility, archived, disabled, isTemplate, mayPush } = repository
  const settings = `${url}/settings`
  if (disabled) return problem(`${name} was switched off by GitHub.`, 'Ask https://support.github.com why.')
  if (archived)
    return problem(
      `${name} is archived, so nothing can run or be written in it.`,
      `${settings} → Danger Zone: unarchive it.`,
    )
  if (isTemplate)
    return problem(
      `${name} is a template, and in a template the tasks do nothing.`,
      `If it is your own copy: ${settings} → General: take the mark from “Template repository”.\n` +
        `If it is the template itself: press “Use this template” at ${url} and work in the copy.`,
    )
  if (mayPush === false)
    return problem(
      `You may look at ${name}, but not write to it.`,
      `If it is somebody else’s: press “Use this template” at ${url} and work in your copy.\n` +
        'If it is yours: make the token under your own account, for this repository.',
    )
  return ok(
    `${name}, ${visibility}${visibility === 'public' ? ': everybody can read your collection and your listens' : ''}`,
  )
}

/** @param isThere Whether the branch exists. */
export function judgeDefaultBranch({ defaultBranch, url }: RepositorySettings, isThere: boolean): Finding {
  if (isThere) return ok(`“${defaultBranch}”: the schedules run on it`)
  return problem(
    `${url} has no branch “${defaultBranch}” yet: it is empty.`,
    `Push yours: git push -u origin ${defaultBranch}`,
  )
}

/** @param selected Null unless only selected actions are allowed. */
export function judgeActions(
  { enabled, allowed }: ActionsPermissions,
  selected: SelectedActions | null,
  { url }: RepositorySettings,
): Finding {
  const page = `${url}/settings/actions`
  if (!enabled) return problem('GitHub Actions is switched off, so nothing runs.', `Allow all actions at ${page}`)
  if (allowed === 'local_only' || (allowed === 'selected' && selected !== null && !allowsGitHubs(selected)))
    return problem(
      'Actions is on, but the workflows may not use GitHub’s own actions (actions/checkout, actions/setup-node).',
      `Allow actions created by GitHub at ${page}`,
    )
  return ok('switched on')
}

function allowsGitHubs({ githubs, patterns }: SelectedActions): boolean {
  return githubs || patterns.some((pattern) => pattern.startsWith('actions/'))
}

export function judgeWorkflowPermissions(permissions: 'read' | 'write'): Finding {
  // A job gets what it asks for whatever the default is, save in runs for pull requests from forks:
  // https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#permissions
  return ok(
    permissions === 'write'
      ? 'a workflow that asks for nothing may read and write; ours ask for less'
      : 'a workflow that asks for nothing may only read; ours ask for what they need',
  )
}
