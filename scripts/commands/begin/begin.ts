import type { Temporal } from 'temporal-polyfill'
import { loadConfig } from '../../config/config.ts'
import { AimeError, describeError } from '../../ground/errors.ts'
import type { Annotation } from '../../repository/github/annotations.ts'
import type { Language } from '../../ground/languages.ts'
import { catalogOf } from '../../pages/words/catalog.ts'
import { oneLine } from '../../ground/text.ts'
import { achievedNothing, annotationsOf, terminalReport } from '../../runner/report.ts'
import { runWork } from '../../runner/run-work.ts'
import type { RunResult } from '../../runner/result.ts'
import type { RunRequest } from '../../runner/load.ts'
import type { TaskId } from '../../config/catalog.ts'
import { exportCollectionJson, exportCollectionMarkdown } from '../../tasks/export-collection.ts'
import { generateHaiku } from '../../tasks/generate-haiku.ts'
import { createSyncCollection } from '../../tasks/sync-collection.ts'
import { syncListens } from '../../tasks/sync-listens.ts'
import type { ItemResult, Work } from '../../tasks/task.ts'
import { weeklyHaiku } from '../../tasks/weekly-haiku.ts'
import { checkAccounts, type AccountCheck, type Patience } from './accounts.ts'
import { readEntries, type Entries, type Wishes } from '../../config/form-entries.ts'
import { refusalOf } from './refusal.ts'
import { withWishes } from './settings.ts'
import { summaryOf, type Failure, type Step } from './summary.ts'

/** How long a person waits for first years; the daily sync finds the others. */
const YEARS_BUDGET_MS = 60_000

export type BeginRequest = Omit<RunRequest, 'work' | 'now' | 'scheduled' | 'dryRun'> & {
  entries: Entries
  /** Whether notes, prices and the like are to be kept although others can read them. */
  keepsPersonal?: boolean
  now: Temporal.Instant
  /** With the services, while their accounts are looked up. */
  patience?: Patience
}

/**
 * How it went. `wrong`: the form is to be mended. `silent`: nothing is wrong with it, but a service did not answer. Nothing
 * was changed in both. `partial`: something could not be done.
 */
export interface Begun {
  verdict: 'done' | 'partial' | 'wrong' | 'silent'
  /** For the job summary, in the language that was chosen. */
  summary: string
  /** For the terminal, in English. */
  report: string
  /** What is not as it should be. */
  annotations: readonly Annotation[]
}

/**
 * Sets a copy of the template up by a person's wishes and runs what makes sense at once: config, collection, listens, five
 * poems, both exports, the week. What is wrong in the form is told all at once, and nothing is changed then.
 * @throws AimeError where the copy itself is broken
 */
export async function begin(request: BeginRequest): Promise<Begun> {
  const { entries, root, env, now, patience } = request
  const { wishes: read, wrong } = readEntries(entries)
  const wishes: Wishes = request.keepsPersonal ? { ...read, keepsPersonal: true } : read
  const { locale: before, accounts } = await loadConfig(root)
  const locale = wishes.language ?? before
  const check = await checkAccounts(wishes, env, now, patience)
  const refused = { wrong: [...wrong, ...check.wrong], silent: check.silent }
  if (refused.wrong.length > 0 || refused.silent.length > 0) {
    const report = refusalOf(refused, 'en', env, 'plain')
    return {
      verdict: refused.wrong.length > 0 ? 'wrong' : 'silent',
      summary: refusalOf(refused, locale, env, 'markdown'),
      report,
      annotations: [{ level: 'error', title: '▶ Commencer ici', message: report }],
    }
  }
  const steps = await runSteps(request, wishes, check)
  const hasDiscogs = wishes.users.discogs !== null || accounts.discogs !== null
  return {
    verdict: steps.some(({ failure }) => failure !== null) ? 'partial' : 'done',
    summary: summaryOf(steps, { lacksKey: check.lacksKey, hasDiscogs }, locale, env),
    report: steps.map(reportOf).join('\n\n'),
    annotations: steps.flatMap(annotationsFor),
  }
}

function reportOf({ id, result, failure }: Step): string {
  const told = result === null ? [] : [terminalReport(result)]
  return [...told, ...(failure === null ? [] : [`✗ ${id}: ${failure.note}`])].join('\n')
}

function annotationsFor({ id, result, failure }: Step): Annotation[] {
  const told = result === null ? [] : annotationsOf(result)
  const isTold = failure === null || told.some(({ level }) => level === 'error')
  return isTold ? told : [...told, { level: 'error', title: id, message: failure.note }]
}

async function runSteps(request: BeginRequest, wishes: Wishes, { usable, lacksKey }: AccountCheck): Promise<Step[]> {
  const hasListens = usable.includes('lastfm') || usable.includes('listenbrainz')
  const on: TaskId[] = [
    ...(usable.includes('discogs') ? (['sync_collection'] as const) : []),
    ...(hasListens ? (['sync_listens'] as const) : []),
  ]
  // A name without its key would stop every sync from now on, that of ListenBrainz too.
  const users = lacksKey ? { ...wishes.users, lastfm: null } : wishes.users
  const works: Work[] = [
    settings({ ...wishes, users }, on),
    ...(usable.includes('discogs') ? [createSyncCollection({ budgetMs: YEARS_BUDGET_MS })] : []),
    ...(hasListens ? [syncListens] : []),
    generateHaiku,
    exportCollectionMarkdown,
    exportCollectionJson,
    ...(hasListens ? [weeklyHaiku] : []),
  ]
  const env = withUsers(request.env, users)
  const steps: Step[] = []
  for (const work of works) {
    request.progress(work.id)
    try {
      const result = await runWork({ ...request, env, work, scheduled: false, dryRun: false })
      steps.push({ id: work.id, result, failure: failureOf(result) })
    } catch (error) {
      if (!(error instanceof AimeError)) throw error
      steps.push({ id: work.id, result: null, failure: failureBy(error) })
      // Without the settings nothing else is what the person asked for.
      if (work.id === 'begin') break
    }
  }
  return steps
}

/** What was entered goes before what the environment says: it is what was checked. */
function withUsers(env: NodeJS.ProcessEnv, { discogs, lastfm, listenbrainz }: Wishes['users']): NodeJS.ProcessEnv {
  return {
    ...env,
    ...(discogs === null ? {} : { DISCOGS_USER: discogs }),
    ...(lastfm === null ? {} : { LASTFM_USER: lastfm }),
    ...(listenbrainz === null ? {} : { LISTENBRAINZ_USER: listenbrainz }),
  }
}

function failureOf(result: RunResult): Failure | null {
  if (result.failure !== null) return failureBy(result.failure)
  if (!achievedNothing(result)) return null
  const told = (say: (item: ItemResult) => string) => result.items.map((item) => oneLine(say(item))).join(' ')
  return {
    note: told(({ item, note }) => note ?? item),
    words: told(({ item, note, words }) => words ?? note ?? item),
  }
}

function failureBy(error: Error): Failure {
  const note = describeError(error)
  return { note, words: (error instanceof AimeError ? error.told : undefined) ?? note }
}

/** The errand that writes the wishes into the configuration. */
function settings(wishes: Wishes, on: readonly TaskId[]): Work {
  return {
    id: 'begin',
    // eslint-disable-next-line @typescript-eslint/require-await -- it has nobody to wait for
    async *run({ config }) {
      const locale: Language = wishes.language ?? config.locale
      yield {
        kind: 'changes',
        files: [],
        edits: [{ kind: 'change-config', change: (text) => withWishes(text, wishes, on) }],
        items: [],
        subject: catalogOf(locale).begin.commit,
        summary: '',
        report: '',
      }
    },
  }
}
