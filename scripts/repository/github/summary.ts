import { appendFile, stat } from 'node:fs/promises'
import { ifThere } from '../../ground/files.ts'

/** GitHub drops a step's summary as a whole where it is above 1 MiB. */
const LONGEST = 1_000_000

/** Adds Markdown to the job summary of the running step, cut where there is no room left; does nothing outside Actions. */
export async function addSummary(markdown: string, env: NodeJS.ProcessEnv): Promise<void> {
  const file = env['GITHUB_STEP_SUMMARY']
  if (!file) return
  const room = LONGEST - ((await ifThere(stat(file)))?.size ?? 0)
  if (room > 0) await appendFile(file, `${cut(markdown, room)}\n`)
}

/** The text, or its whole lines that fit into so many bytes, with a sign that there was more. */
function cut(markdown: string, bytes: number): string {
  if (Buffer.byteLength(markdown) <= bytes) return markdown
  const kept = Buffer.from(markdown).subarray(0, bytes).toString('utf8')
  return `${kept.slice(0, kept.lastIndexOf('\n') + 1)}\n…`
}

/** Address of a file in the repository as GitHub shows it, at a commit; null outside Actions. */
export function fileAddress(path: string, commit: string, env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env
  if (!server || !repository) return null
  return `${server}/${repository}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`
}
