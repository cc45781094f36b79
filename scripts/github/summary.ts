import { appendFile } from 'node:fs/promises'

/** GitHub refuses a step's summary above 1 MiB as a whole. */
const LONGEST = 1_000_000

/** Adds Markdown to the job summary of the running step; does nothing outside Actions. */
export async function addSummary(markdown: string, env: NodeJS.ProcessEnv): Promise<void> {
  const file = env['GITHUB_STEP_SUMMARY']
  if (!file) return
  await appendFile(file, `${short(markdown)}\n`)
}

function short(markdown: string): string {
  if (Buffer.byteLength(markdown) <= LONGEST) return markdown
  const kept = Buffer.from(markdown).subarray(0, LONGEST).toString('utf8')
  return `${kept.slice(0, kept.lastIndexOf('\n'))}\n\n…`
}

/** Address of a file in the repository as GitHub shows it, at a commit; null outside Actions. */
export function fileAddress(path: string, commit: string, env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env
  if (!server || !repository) return null
  return `${server}/${repository}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`
}
