import { isDeepStrictEqual } from 'node:util'
import { isMap, isNode, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { DataError } from '../ground/errors.ts'
import type { WakeUps } from './cron.ts'
import { applyEdits, insertion, lineEnd, lineStart, newlineOf, type Edit } from '../ground/text-edit.ts'

/** One entry of `on.schedule`; a zone that is not given is UTC, GitHub's default. */
export interface WakeUp {
  cron: string
  timezone: string
}

/**
 * What a workflow's `on.schedule` says now.
 * @param file How errors call the workflow, as `.github/workflows/daily.yml`.
 * @throws DataError when the text is not YAML or has no list of cron entries at `on.schedule`.
 */
export function readWakeUps(workflow: string, file = 'The workflow'): WakeUp[] {
  return locate(workflow, file).entries.map(said)
}

/**
 * The workflow with other wake-ups. Only the cron lines and zones that differ are replaced, in the text itself: all
 * comments, quotes and line ends, and every other line, stay as they are. Text that already says it is returned unchanged.
 * @param file How errors call the workflow.
 * @throws DataError as `readWakeUps` does, and for a list written in a way that cannot be edited in place.
 */
export function setWakeUps(workflow: string, wake: WakeUps, file = 'The workflow'): string {
  if (wake.cron.length === 0) throw new RangeError('setWakeUps() needs at least one cron line')
  const wanted = wake.cron.map((cron) => ({ cron, timezone: wake.timezone }))
  const before = locate(workflow, file)
  const edited = applyEdits(workflow, edits(workflow, before, wanted))
  const after = locateAgain(edited, file)
  // Used anchors, folded text and the like are rare enough to be refused rather than handled.
  if (after === null || !sameWakeUps(after.entries.map(said), wanted) || !isDeepStrictEqual(after.rest, before.rest))
    throw notEditable(file, wanted)
  return edited
}

interface Entry {
  map: YAMLMap
  cron: Scalar<string>
  timezone: Scalar<string> | null
}

interface Located {
  list: YAMLSeq
  entries: Entry[]
  /** The whole workflow but its wake-ups, as plain data. */
  rest: unknown
}

function locate(workflow: string, file: string): Located {
  const document = parseDocument(workflow)
  if (document.errors[0] !== undefined) throw notYaml(file, document.errors[0])
  const list = document.getIn(['on', 'schedule'], true)
  if (!isSeq(list))
    throw new DataError(`${file} has no list of wake-ups at on.schedule`, {
      todo: `Give it one:\non:\n  schedule:\n    - cron: '17 6 * * *'\n      timezone: UTC`,
    })
  const entries = list.items.map((item, index) => entryOf(item, `${file}, on.schedule[${index}]`))
  try {
    const content = document.toJS() as { on: object }
    return { list, entries, rest: { ...content, on: { ...content.on, schedule: null } } }
  } catch (error) {
    // An alias without its anchor comes to light only here.
    if (error instanceof ReferenceError) throw notYaml(file, error)
    throw error
  }
}

/** Null where an edit left what cannot be read. */
function locateAgain(edited: string, file: string): Located | null {
  try {
    return locate(edited, file)
  } catch (error) {
    if (error instanceof DataError) return null
    throw error
  }
}

function notYaml(file: string, problem: Error): DataError {
  // Further lines of the message show the place in the text, which the person has before them.
  const reason = problem.message.split('\n', 1)[0]!.replace(/:$/u, '')
  return new DataError(`${file} is not valid YAML: ${reason}`, {
    todo: 'Correct that place, or take the file from the template again.',
    cause: problem,
  })
}

function entryOf(item: unknown, place: string): Entry {
  const cron = isMap(item) ? item.get('cron', true) : undefined
  if (!isMap(item) || !isText(cron))
    throw new DataError(`${place} has no cron line as text`, { todo: `Write it as - cron: '17 6 * * *'` })
  const timezone = item.get('timezone', true)
  if (timezone !== undefined && !isText(timezone))
    throw new DataError(`${place} has a timezone that is not text`, { todo: 'Write an IANA name, as Europe/Paris.' })
  return { map: item, cron, timezone: timezone ?? null }
}

function isText(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string'
}

function said({ cron, timezone }: Entry): WakeUp {
  return { cron: cron.value, timezone: timezone?.value ?? 'UTC' }
}

function sameWakeUps(some: WakeUp[], others: WakeUp[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ cron, timezone }, i) => cron === others[i]!.cron && timezone === others[i]!.timezone)
  )
}

function edits(text: string, { list, entries }: Located, wanted: WakeUp[]): Edit[] {
  if (list.flow === true && entries.length !== wanted.length) {
    const [from, to] = list.range!
    return [{ from, to, text: `[${wanted.map((wake) => `{ ${lines(wake).join(', ')} }`).join(', ')}]` }]
  }
  const kept = entries.slice(0, wanted.length)
  return [
    ...kept.flatMap((entry, i) => changes(text, entry, wanted[i]!)),
    ...entries.slice(wanted.length).map((entry) => removal(text, entry)),
    ...wanted.slice(entries.length).map((wake) => addition(text, entries.at(-1)!, wake)),
  ]
}

function changes(text: string, entry: Entry, wake: WakeUp): Edit[] {
  if (sameWakeUps([said(entry)], [wake])) return []
  const edits = [replacement(entry.cron, wake.cron, inQuotes(wake.cron))]
  if (entry.timezone !== null) edits.push(replacement(entry.timezone, wake.timezone, wake.timezone))
  else edits.push(zoneAddition(text, entry, wake.timezone))
  return edits
}

/** The value in the quotes that stand there; `bare` where there are none. */
function replacement(node: Scalar<string>, value: string, bare: string): Edit {
  const [from, to] = node.range!
  if (node.type === 'QUOTE_DOUBLE') return { from, to, text: JSON.stringify(value) }
  if (node.type === 'QUOTE_SINGLE') return { from, to, text: inQuotes(value) }
  return { from, to, text: bare }
}

function zoneAddition(text: string, { map, cron }: Entry, timezone: string): Edit {
  if (map.flow === true) return insertion(cron.range![1], `, timezone: ${timezone}`)
  return insertion(
    lineEnd(text, cron.range![1]),
    `${newlineOf(text)}${' '.repeat(column(text, map))}timezone: ${timezone}`,
  )
}

/** The new entry below the last one, its dash below the other's. */
function addition(text: string, last: Entry, wake: WakeUp): Edit {
  const indent = ' '.repeat(dashOf(text, last) - lineStart(text, dashOf(text, last)))
  const [first, ...others] = lines(wake)
  const block = [`${indent}- ${first}`, ...others.map((line) => `${indent}  ${line}`)]
  return insertion(lineEnd(text, contentEnd(last)), block.map((line) => newlineOf(text) + line).join(''))
}

/** The entry's own lines; comments on lines of their own stay. */
function removal(text: string, entry: Entry): Edit {
  const from = lineStart(text, dashOf(text, entry))
  const end = text.indexOf('\n', contentEnd(entry))
  return { from, to: end === -1 ? text.length : end + 1, text: '' }
}

function lines({ cron, timezone }: WakeUp): string[] {
  return [`cron: ${inQuotes(cron)}`, `timezone: ${timezone}`]
}

function inQuotes(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

function contentEnd({ map }: Entry): number {
  return Math.max(...map.items.map(({ value }) => (isNode(value) ? value.range![1] : 0)))
}

function dashOf(text: string, { map }: Entry): number {
  return text.lastIndexOf('-', map.range![0] - 1)
}

function column(text: string, map: YAMLMap): number {
  return map.range![0] - lineStart(text, map.range![0])
}

function notEditable(file: string, wanted: WakeUp[]): DataError {
  const block = wanted.map((wake) => `    - ${lines(wake).join('\n      ')}`).join('\n')
  return new DataError(`${file} writes on.schedule in a way that cannot be edited here`, {
    todo: `Write it by hand:\non:\n  schedule:\n${block}`,
  })
}
