import type { Config } from '../../config/config.ts'
import type { Repository, Run } from '../../repository/github/actions.ts'
import { catalogOf } from '../../pages/words/catalog.ts'
import { escapeMarkdown, link } from '../../pages/markdown.ts'
import { humanTime } from '../../pages/time.ts'
import type { TaskId } from '../../config/catalog.ts'
import type { Failures } from '../../repository/github/failures.ts'

/** Runs that the issue names; the page of the workflow has them all. */
const NAMED = 5

/** What the issue of a task is found again by: its title may be changed by anybody. */
export function issueMark(task: TaskId): string {
  return `<!-- aime-scheduler: failing task ${task} -->`
}

/** The issue about a task that keeps failing, in the language of the repository. */
export function failureIssueOf(
  task: TaskId,
  { streak, lastGood }: Failures,
  config: Config,
  repository: Repository,
): { title: string; body: string } {
  const words = catalogOf(config.locale).clock.issue
  const page = `${repository.url}/actions/workflows/${task}.yml`
  const runs = streak
    .slice(0, NAMED)
    .map((run) => `- ${runLink(run, config)} – ${escapeMarkdown(run.conclusion ?? '')}`)
  const body = [
    issueMark(task),
    words.failing(link(task, page), streak.length),
    runs.join('\n'),
    lastGood === null ? words.noGood : words.lastGood(runLink(lastGood, config)),
    words.todo,
    `<sub>${words.about}</sub>`,
  ]
  return { title: words.title(task), body: body.join('\n\n') }
}

/** The last words of such an issue. */
export function issueText(config: Config, repository: Repository) {
  const words = catalogOf(config.locale).clock.issue
  const name = (task: TaskId) => link(task, `${repository.url}/actions/workflows/${task}.yml`)
  return {
    recovered: (task: TaskId, run: Run) => words.recovered(name(task), runLink(run, config)),
    off: (task: TaskId) => words.off(name(task)),
    surplus: (number: number) => words.surplus(number),
  }
}

function runLink({ number, url, started }: Run, { timezone }: Config): string {
  return `${link(`${humanTime(started, timezone)} ${timezone}`, url)} (nº ${number})`
}
