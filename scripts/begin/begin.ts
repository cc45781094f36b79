import type { Temporal } from 'temporal-polyfill'
import { REVIEW_FILE } from '../collection/review.ts'
import { loadConfig } from '../config.ts'
import { AimeError, describeError } from '../errors.ts'
import { fileAddress } from '../github/summary.ts'
import type { Language } from '../haiku/haiku.ts'
import { catalogOf } from '../locale.ts'
import { escapeMarkdown, link } from '../output/markdown.ts'
import { stampedFiles } from '../output/stamped-file.ts'
import { jobSummary, terminalReport } from '../runner/report.ts'
import { runTask, type RunRequest, type RunResult } from '../runner/run-task.ts'
import type { TaskId } from '../tasks/catalog.ts'
import { exportCollectionJson, exportCollectionMarkdown } from '../tasks/export-collection.ts'
import { generateHaiku } from '../tasks/generate-haiku.ts'
import { createSyncCollection } from '../tasks/sync-collection.ts'
import { syncListens } from '../tasks/sync-listens.ts'
import type { Errand, Task } from '../tasks/task.ts'
import { weeklyHaiku } from '../tasks/weekly-haiku.ts'
import { checkAccounts, type AccountCheck } from './accounts.ts'
import { readEntries, type Entries, type Wishes } from './entries.ts'
import { SERVICE_NAMES } from './service-names.ts'
import { withWishes } from './settings.ts'

/** How long a person waits for first years; the daily sync finds the others. */
const YEARS_BUDGET_MS = 60_000

export type BeginRequest = Omit<RunRequest, 'task' | 'now' | 'scheduled' | 'dryRun'> & {
  entries: Entries
  now: Temporal.Instant
}

/** How it went. `wrong`: the form is to be mended, nothing was changed. `partial`: something could not be done. */
export interface Begun {
  verdict: 'done' | 'partial' | 'wrong'
  /** For the job summary, in the language that was chosen. */
  summary: string
  /** For the terminal, in English. */
  report: string
}

/**
 * Sets a copy of the template up by a person's wishes and runs what makes sense at once: config, collection, listens, five
 * poems, both exports, the week. What is wrong in the form is told all at once, and nothing is changed then.
 */
export async function begin(request: BeginRequest): Promise<Begun> {
  const { entries, root, env, now } = request
  const { wishes, wrong } = readEntries(entries)
  const config = await loadConfig(root)
  const locale = wishes.language ?? config.locale
  const check = await checkAccounts(wishes, env, now)
  const allWrong = [...wrong, ...check.wrong]
  if (allWrong.length > 0 || check.silent.length > 0)
    return {
      verdict: 'wrong',
      summary: refusalOf({ ...check, wrong: allWrong }, locale, env, 'markdown'),
      report: refusalOf({ ...check, wrong: allWrong }, 'en', env, 'plain'),
    }
  const steps = await runSteps(request, wishes, check)
  const hasFailed = steps.some(({ failure, result }) => failure !== null || result?.failure != null)
  return {
    verdict: hasFailed ? 'partial' : 'done',
    summary: summaryOf(steps, check, wishes, locale, env),
    report: steps
      .map(({ id, result, failure }) => (result === null ? `${id}: ${failure!}` : terminalReport(result)))
      .join('\n\n'),
  }
}

function refusalOf(
  { wrong, silent }: Pick<AccountCheck, 'wrong' | 'silent'>,
  locale: Language,
  env: NodeJS.ProcessEnv,
  form: 'markdown' | 'plain',
): string {
  const words = catalogOf(locale).begin
  const shown = (text: string) => (form === 'markdown' ? escapeMarkdown(text) : text)
  const lines = [
    ...wrong.map((each) => shown(words.wrong(each))),
    ...silent.map(({ service, why }) => shown(words.silent(SERVICE_NAMES[service], why))),
  ].map((line) => `- ${line}`)
  const page = pageOf(env, 'actions/workflows/begin.yml')
  const button = page === null || form === 'plain' ? '▶ Commencer ici' : link('▶ Commencer ici', page)
  const title = form === 'markdown' ? `### ✋ ${words.wrongTitle}` : words.wrongTitle
  return [title, lines.join('\n'), words.tryAgain(button)].join('\n\n')
}

interface Step {
  id: string
  result: RunResult | null
  /** What ended it before anything was kept; null where nothing did. */
  failure: string | null
}

async function runSteps(request: BeginRequest, wishes: Wishes, check: AccountCheck): Promise<Step[]> {
  const { usable } = check
  const hasListens = usable.includes('lastfm') || usable.includes('listenbrainz')
  const on: TaskId[] = [
    ...(usable.includes('discogs') ? (['sync_collection'] as const) : []),
    ...(hasListens ? (['sync_listens'] as const) : []),
  ]
  const works: (Task | Errand)[] = [
    settings(wishes, on),
    ...(usable.includes('discogs') ? [createSyncCollection({ budgetMs: YEARS_BUDGET_MS })] : []),
    ...(hasListens ? [syncListens] : []),
    generateHaiku,
    exportCollectionMarkdown,
    exportCollectionJson,
    ...(hasListens ? [weeklyHaiku] : []),
  ]
  const steps: Step[] = []
  for (const task of works) {
    request.progress(task.id)
    try {
      const result = await runTask({ ...request, task, scheduled: false, dryRun: false })
      steps.push({ id: task.id, result, failure: null })
    } catch (error) {
      if (!(error instanceof AimeError)) throw error
      steps.push({ id: task.id, result: null, failure: describeError(error) })
      // Without the settings nothing else is what the person asked for.
      if (task.id === 'begin') break
    }
  }
  return steps
}

/** The errand that writes the wishes into the configuration. */
function settings(wishes: Wishes, on: readonly TaskId[]): Errand {
  return {
    id: 'begin',
    async *run({ config, words }) {
      const { locale } = { locale: wishes.language ?? config.locale }
      await Promise.resolve()
      yield {
        kind: 'changes',
        files: [],
        edits: [{ kind: 'change-config', change: (text) => withWishes(text, wishes, on) }],
        items: [],
        subject: (wishes.language === null ? words : catalogOf(locale)).begin.commit,
        summary: '',
        report: '',
      }
    },
  }
}

/** Where to look now, what is left to do, and then what each step says of itself. */
function summaryOf(
  steps: readonly Step[],
  { lacksKey }: AccountCheck,
  wishes: Wishes,
  locale: Language,
  env: NodeJS.ProcessEnv,
): string {
  const { begin: words, index } = catalogOf(locale)
  const done = steps.flatMap(({ result }) => result ?? [])
  const pages = done.flatMap(({ pieces }) =>
    pieces.flatMap(({ applied, published }) =>
      stampedFiles((applied?.outputs ?? []).map((path) => path.split('/').at(-1)!)).map(({ name, kind }) => {
        const path = applied!.outputs.find((output) => output.endsWith(`/${name}`))!
        const address = published === null ? null : fileAddress(path, published.sha, env)
        return `- ${index.kinds[kind]}: ${address === null ? escapeMarkdown(path) : link(name, address)}`
      }),
    ),
  )
  const home = pageOf(env, '')
  const secrets = linkTo(env, 'settings/secrets/actions', 'Settings → Secrets and variables → Actions')
  const unsure = Math.max(0, ...done.flatMap(({ pieces }) => pieces.map(({ unsure }) => unsure)))
  const failures = steps.filter(({ failure }) => failure !== null)
  const todo = [
    ...failures.map(({ id, failure }) => `❌ ${escapeMarkdown(words.failed(id, failure!))}`),
    ...(lacksKey ? [words.missingKey(secrets)] : []),
    ...(wishes.users.discogs === null
      ? [`${words.noAccount} ${linkTo(env, 'tree/HEAD/data/inbox', 'data/inbox')}`]
      : []),
    ...(unsure === 0 ? [] : [words.toDecide(unsure, linkTo(env, `edit/HEAD/${REVIEW_FILE}`, REVIEW_FILE))]),
  ]
  const details = done.flatMap((result) => {
    const text = jobSummary(result, env)
    return text.trim() === '' ? [] : [`<details><summary>${result.task}</summary>\n\n${text}\n\n</details>`]
  })
  return [
    `## 🎉 ${words.title}`,
    `**${words.look}**`,
    [...(home === null ? [] : [`- ${link(words.firstPage, home)}`]), ...pages].join('\n'),
    ...(todo.length === 0 ? [] : [todo.map((line) => `- ${line}`).join('\n')]),
    ...details,
  ].join('\n\n')
}

function linkTo(env: NodeJS.ProcessEnv, path: string, label: string): string {
  const page = pageOf(env, path)
  return page === null ? label : link(label, page)
}

/** The address of a page of the repository; null outside Actions. */
function pageOf(env: NodeJS.ProcessEnv, path: string): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env
  return server && repository ? `${server}/${repository}${path === '' ? '' : `/${path}`}` : null
}
