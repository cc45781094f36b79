import { REVIEW_FILE } from '../../collection/review.ts'
import { fileAddress } from '../../repository/github/summary.ts'
import type { Language } from '../../ground/languages.ts'
import { catalogOf } from '../../pages/words/catalog.ts'
import { escapeMarkdown, link } from '../../pages/markdown.ts'
import { stampedFiles } from '../../pages/stamped-file.ts'
import { jobSummary } from '../../runner/report.ts'
import type { RunResult } from '../../runner/result.ts'
import { linkTo, pageOf, SECRETS } from './page.ts'

/** One thing the form had done. */
export interface Step {
  id: RunResult['work']
  /** Null where nothing of it was kept. */
  result: RunResult | null
  /** What ended it, or kept it from achieving anything; null where nothing did. */
  failure: Failure | null
}

/** The same in English for the terminal and in the language of the summary. */
export interface Failure {
  note: string
  words: string
}

export interface Standing {
  /** A Last.fm name was given without the key that Last.fm wants. */
  lacksKey: boolean
  /** The collection is kept up with Discogs, by this form or an earlier one. */
  hasDiscogs: boolean
}

/** Where to look now, what is left to do, and then what each step says of itself. */
export function summaryOf(
  steps: readonly Step[],
  { lacksKey, hasDiscogs }: Standing,
  locale: Language,
  env: NodeJS.ProcessEnv,
): string {
  const { begin: words, index } = catalogOf(locale)
  const nameOf = (id: Step['id']) => (id === 'begin' || id === 'import' ? words.settings : (index.tasks[id] ?? id))
  const home = pageOf(env, '')
  const unsure = Math.max(0, ...steps.flatMap(({ result }) => result?.pieces.map((piece) => piece.unsure) ?? []))
  const failed = steps.flatMap(({ id, failure }) =>
    failure === null ? [] : [`❌ ${words.about(nameOf(id), escapeMarkdown(failure.words))}`],
  )
  const left = [
    ...failed,
    ...(lacksKey ? [words.missingKey(linkTo(env, SECRETS.path, SECRETS.label))] : []),
    ...(hasDiscogs ? [] : [words.noAccount(linkTo(env, 'tree/HEAD/data/inbox', 'data/inbox'))]),
    ...(unsure === 0 ? [] : [words.toDecide(unsure, linkTo(env, `edit/HEAD/${REVIEW_FILE}`, REVIEW_FILE))]),
  ]
  const look = [...(home === null ? [] : [`- ${link(words.firstPage, home)}`]), ...pagesOf(steps, locale, env)]
  const details = steps.flatMap(({ id, result }) => {
    // The settings are what the person has just typed.
    const text = result === null || id === 'begin' ? '' : jobSummary(result, env)
    const open = id === 'generate_haiku_scheduled' ? ' open' : ''
    return text.trim() === '' ? [] : [`<details${open}><summary>${nameOf(id)}</summary>\n\n${text}\n\n</details>`]
  })
  return [
    failed.length === 0 ? `## 🎉 ${words.title}` : `## ⚠️ ${words.partly}`,
    ...(look.length === 0 ? [] : [`**${words.look}**`, look.join('\n')]),
    ...(left.length === 0 ? [] : [`**${words.left}**`, left.map((line) => `- ${line}`).join('\n')]),
    ...details,
  ].join('\n\n')
}

/** A line for each page that was written, with a link to it where it was published. */
function pagesOf(steps: readonly Step[], locale: Language, env: NodeJS.ProcessEnv): string[] {
  const { begin: words, index } = catalogOf(locale)
  return steps.flatMap(({ result }) =>
    (result?.pieces ?? []).flatMap(({ applied, published }) =>
      (applied?.outputs ?? []).flatMap((path) =>
        stampedFiles([path.split('/').at(-1)!]).map(({ name, kind }) => {
          const address = published === null ? null : fileAddress(path, published.sha, env)
          const page = address === null ? escapeMarkdown(path) : link(name, address)
          return `- ${words.about(index.kinds[kind], page)}`
        }),
      ),
    ),
  )
}
