import { link } from '../../pages/markdown.ts'

/** The address of a page of the repository; null outside Actions. */
export function pageOf(env: NodeJS.ProcessEnv, path: string): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env
  return server && repository ? `${server}/${repository}${path === '' ? '' : `/${path}`}` : null
}

/** A link to a page of the repository; the label alone outside Actions. */
export function linkTo(env: NodeJS.ProcessEnv, path: string, label: string): string {
  const page = pageOf(env, path)
  return page === null ? label : link(label, page)
}

/** Where the repository's secrets are, as GitHub's own menus call it. */
export const SECRETS = { path: 'settings/secrets/actions', label: 'Settings → Secrets and variables → Actions' }
