import { parseArgs } from 'node:util'
import { systemNow } from '../ground/clock.ts'
import { door, parsed } from './terminal.ts'
import { EXIT, UsageError } from '../ground/errors.ts'
import type { Format } from '../sources/readers/format.ts'
import { FORMATS } from '../sources/readers/formats/index.ts'
import { nearest } from '../ground/nearest.ts'
import { freshSeed } from '../ground/random.ts'
import { givenFile } from '../runner/inbox.ts'
import { annotationsOf, jobSummary, terminalReport } from '../runner/report.ts'
import { runTask } from '../runner/run-task.ts'
import { importFiles } from '../tasks/import-files.ts'
import { syncCollection } from '../tasks/sync-collection.ts'
import { syncListensOf } from '../tasks/sync-listens.ts'
import type { Task, Upload, Work } from '../tasks/task.ts'

/** Accounts that can be asked instead of a file, with the variable that names whose. */
const ACCOUNTS: Readonly<Record<string, { about: string; task: Task; variable: string }>> = {
  'discogs-user': {
    about: 'the collection of a Discogs user, public or with DISCOGS_TOKEN',
    task: syncCollection,
    variable: 'DISCOGS_USER',
  },
  'lastfm-user': {
    about: 'listens of a Last.fm user (needs LASTFM_API_KEY)',
    task: syncListensOf('lastfm'),
    variable: 'LASTFM_USER',
  },
  'listenbrainz-user': {
    about: 'listens of a ListenBrainz user',
    task: syncListensOf('listenbrainz'),
    variable: 'LISTENBRAINZ_USER',
  },
}

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

await door(async ({ print, tell, annotate, summarize }) => {
  const { values, positionals } = parsed(
    () =>
      parseArgs({
        allowPositionals: true,
        options: {
          'dry-run': { type: 'boolean', default: false },
          publish: { type: 'boolean', default: false },
          'accept-shrink': { type: 'boolean', default: false },
          verbose: { type: 'boolean', default: false },
          help: { type: 'boolean', short: 'h', default: false },
        },
      }),
    USAGE,
  )
  if (values.help) {
    print(USAGE)
    return EXIT.ok
  }
  const dryRun = values['dry-run']
  if (dryRun && values.publish)
    throw new UsageError('--dry-run and --publish cannot go together.', { todo: 'Leave one of them out.' })
  const { task, env } = await workOf(positionals, dryRun)
  const started = performance.now()
  const result = await runTask({
    task,
    root: process.cwd(),
    env: { ...process.env, ...env },
    now: systemNow(),
    seed: freshSeed(),
    dryRun,
    scheduled: false,
    publish: values.publish,
    acceptShrink: values['accept-shrink'],
    progress: (line) => tell(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s] ${line}`),
  })
  print(terminalReport(result))
  await summarize(jobSummary(result, process.env))
  annotate(annotationsOf(result))
  if (result.failure !== null) throw result.failure
  return result.items.some(({ result }) => result === 'failed') ? EXIT.failed : EXIT.ok
})

interface Asked {
  task: Work
  env: Record<string, string>
}

async function workOf([first, ...rest]: readonly string[], dryRun: boolean): Promise<Asked> {
  const shown = dryRun ? Infinity : SHOWN
  if (first === undefined) return { task: importFiles({ files: null, format: null, shown }), env: {} }
  const account = Object.hasOwn(ACCOUNTS, first) ? ACCOUNTS[first] : undefined
  if (account !== undefined) {
    const [user] = rest
    if (rest.length !== 1 || !user?.trim())
      throw new UsageError(`${first} needs one user name behind it.`, {
        todo: `npm run import -- ${first} <user name>`,
      })
    return { task: account.task, env: { [account.variable]: user.trim() } }
  }
  const format = FORMATS.find(({ id }) => id === first)
  const files = format === undefined ? [first, ...rest] : rest
  if (files.length === 0)
    throw new UsageError(`${first} is a format; the file is missing.`, { todo: `npm run import -- ${first} <file>` })
  const uploads: Upload[] = []
  for (const [index, file] of files.entries()) {
    const upload = givenFile(file).catch((error: unknown) => {
      throw format === undefined && index === 0 && rest.length > 0 ? (noFormat(file) ?? error) : error
    })
    uploads.push(await upload)
  }
  return { task: importFiles({ files: uploads, format: format ?? null, shown }), env: {} }
}

/** `npm run import -- discog file.csv`: the first word is no file, and does not look like one. */
function noFormat(word: string): UsageError | null {
  if (/[./\\]/u.test(word)) return null
  const ids = [...FORMATS.map(({ id }: Format) => id), ...Object.keys(ACCOUNTS)]
  const close = nearest(word, ids)
  const guess = close === null ? '' : ` Did you mean “${close}”?`
  return new UsageError(`There is no format and no file “${word}”.${guess}`, { todo: USAGE })
}
