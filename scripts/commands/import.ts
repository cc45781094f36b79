import { systemNow } from '../ground/clock.ts'
import { EXIT, UsageError } from '../ground/errors.ts'
import type { Format } from '../sources/readers/format.ts'
import { FORMATS } from '../sources/readers/formats/index.ts'
import { nearest } from '../ground/nearest.ts'
import { freshSeed } from '../ground/random.ts'
import { givenFile } from '../runner/inbox.ts'
import { runWork } from '../runner/run-work.ts'
import { importFiles } from '../tasks/import-files.ts'
import type { Task, Upload, Work } from '../tasks/task.ts'
import { command } from './command.ts'
import { tellRun } from './tell-run.ts'

/** Accounts that can be asked instead of a file, with the variable that names whose. */
const ACCOUNTS: Readonly<Record<string, { about: string; task: () => Promise<Task>; variable: string }>> = {
  'discogs-user': {
    about: 'the collection of a Discogs user, public or with DISCOGS_TOKEN',
    task: async () => (await import('../tasks/sync-collection.ts')).syncCollection,
    variable: 'DISCOGS_USER',
  },
  'lastfm-user': {
    about: 'listens of a Last.fm user (needs LASTFM_API_KEY)',
    task: () => listensOf('lastfm'),
    variable: 'LASTFM_USER',
  },
  'listenbrainz-user': {
    about: 'listens of a ListenBrainz user',
    task: () => listensOf('listenbrainz'),
    variable: 'LISTENBRAINZ_USER',
  },
}

const listensOf = async (source: string) => (await import('../tasks/sync-listens.ts')).syncListensOf(source)

const lines = (entries: readonly (readonly [string, string])[]) =>
  entries.map(([id, about]) => `${id.padEnd(20)} ${about}`).join('\n        ')

const USAGE = `npm run import -- [format] <file …> [--dry-run] [--publish] [--accept-shrink] [--verbose]
npm run import -- <account> <user name> [--dry-run] [--publish]
npm run import                       the files in data/inbox, and what was decided in data/review.json
    format      told by the content where it is left out:
        ${lines(FORMATS.map(({ id, name }) => [id, name]))}
    account
        ${lines(Object.entries(ACCOUNTS).map(([id, { about }]) => [id, about]))}
    --dry-run   show every decision, write nothing
    --publish   commit to the branch and push
    --accept-shrink  go on where the collection would become much smaller`

/** How many decisions of a kind a run shows that is not a dry one. */
const SHOWN = 50

export default command({
  usage: USAGE,
  positionals: true,
  options: { 'dry-run': 'flag', publish: 'flag', 'accept-shrink': 'flag' },
  run: async ({ values, positionals, root, env, terminal }) => {
    const dryRun = values['dry-run']
    const { work, env: account } = await workOf(positionals, root, dryRun)
    const result = await runWork({
      work,
      root,
      env: { ...env, ...account },
      now: systemNow(),
      seed: freshSeed(),
      dryRun,
      scheduled: false,
      publish: values.publish,
      acceptShrink: values['accept-shrink'],
      progress: terminal.progress,
    })
    await tellRun(result, env, terminal)
    return result.items.some(({ result }) => result === 'failed') ? EXIT.failed : EXIT.ok
  },
})

interface Asked {
  work: Work
  env: Record<string, string>
}

async function workOf([first, ...rest]: readonly string[], root: string, dryRun: boolean): Promise<Asked> {
  const shown = dryRun ? Infinity : SHOWN
  if (first === undefined) return { work: importFiles({ files: null, format: null, shown }), env: {} }
  const account = Object.hasOwn(ACCOUNTS, first) ? ACCOUNTS[first] : undefined
  if (account !== undefined) {
    const [user] = rest
    if (rest.length !== 1 || !user?.trim())
      throw new UsageError(`${first} needs one user name behind it.`, {
        todo: `npm run import -- ${first} <user name>`,
      })
    return { work: await account.task(), env: { [account.variable]: user.trim() } }
  }
  const format = FORMATS.find(({ id }) => id === first)
  const files = format === undefined ? [first, ...rest] : rest
  if (files.length === 0)
    throw new UsageError(`${first} is a format; the file is missing.`, { todo: `npm run import -- ${first} <file>` })
  const uploads: Upload[] = []
  for (const [index, file] of files.entries()) {
    const upload = givenFile(root, file).catch((error: unknown) => {
      throw format === undefined && index === 0 && rest.length > 0 ? (noFormat(file) ?? error) : error
    })
    uploads.push(await upload)
  }
  return { work: importFiles({ files: uploads, format: format ?? null, shown }), env: {} }
}

/** `npm run import -- discog file.csv`: the first word is no file, and does not look like one. */
function noFormat(word: string): UsageError | null {
  if (/[./\\]/u.test(word)) return null
  const ids = [...FORMATS.map(({ id }: Format) => id), ...Object.keys(ACCOUNTS)]
  const close = nearest(word, ids)
  const guess = close === null ? '' : ` Did you mean “${close}”?`
  return new UsageError(`There is no format and no file “${word}”.${guess}`, { todo: USAGE })
}
