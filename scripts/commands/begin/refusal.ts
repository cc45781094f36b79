import type { Language } from '../../ground/languages.ts'
import { catalogOf } from '../../pages/words/catalog.ts'
import { escapeMarkdown } from '../../pages/markdown.ts'
import { oneLine } from '../../ground/text.ts'
import type { AccountCheck } from './accounts.ts'
import { linkTo, SECRETS } from './page.ts'
import type { Wrong } from '../../config/form-entries.ts'
import { SERVICE_NAMES } from '../../config/service-names.ts'

/** Everything that keeps the form from being used, all at once. */
export function refusalOf(
  { wrong, silent }: Pick<AccountCheck, 'wrong' | 'silent'>,
  locale: Language,
  env: NodeJS.ProcessEnv,
  form: 'markdown' | 'plain',
): string {
  const words = catalogOf(locale).begin
  const isMarkdown = form === 'markdown'
  const shown = (text: string) => (isMarkdown ? escapeMarkdown(text) : oneLine(text))
  const linked = (path: string, label: string) => (isMarkdown ? linkTo(env, path, label) : label)
  const safe = (each: Wrong): Wrong => ({ ...each, entry: shown(cut(each.entry)) })
  const lines = [
    ...wrong.map((each) => words.wrong(safe(each), linked(SECRETS.path, SECRETS.label))),
    ...silent.map(({ service, why }) => words.silent(SERVICE_NAMES[service], shown(why))),
  ].map((line) => `- ${line}`)
  const isWrong = wrong.length > 0
  const title = isWrong ? words.wrongTitle : words.silentTitle
  const button = linked('actions/workflows/begin.yml', '▶ Commencer ici')
  return [
    isMarkdown ? `### ✋ ${title}` : title,
    lines.join('\n'),
    isWrong ? words.tryAgain(button) : words.tryLater(button),
  ].join('\n\n')
}

/** Somebody may have pasted a page. */
const LONGEST_ENTRY = 200

function cut(entry: string): string {
  return entry.length <= LONGEST_ENTRY ? entry : `${entry.slice(0, LONGEST_ENTRY)}…`
}
