import type { Language } from '../ground/languages.ts'
import type { Catalog } from './words/catalog.ts'
import type { OutputKind } from './file-name.ts'
import { latestCopies } from './latest-copies.ts'
import { link } from './markdown.ts'
import { OUTPUT_KINDS, relativeAddress, type StampedFile } from './stamped-file.ts'
import { table } from './table.ts'

/** The first line of the page. A page without it is a person's own and is left alone. */
export const FOLDER_MARK = '<!-- aime:index -->'

/** The kinds of which files are kept for good, listed month by month. */
const KEPT: readonly OutputKind[] = ['generate-haiku', 'weekly-haiku', 'monthly-analysis']

/** How many months are listed day by day; what is older is counted by year, so that the page stays readable. */
const MONTHS = 12

interface Page {
  timezone: string
  locale: Language
  words: Catalog['index']
}

/** The page of the output folder: the newest file of each kind, then what is kept, by month. `files` are newest first. */
export function folderPage(files: readonly StampedFile[], { timezone, locale, words }: Page): string {
  const { title, about, empty } = words.folder
  const parts = [FOLDER_MARK, `# ${title}`, about]
  if (files.length === 0) parts.push(empty)
  else parts.push(...newest(files, timezone, words), ...byMonth(files, locale, words))
  return `${parts.join('\n\n')}\n`
}

function newest(files: readonly StampedFile[], timezone: string, { folder, kinds }: Catalog['index']): string[] {
  const rows = OUTPUT_KINDS.flatMap((kind) => {
    const file = files.find((one) => one.kind === kind)
    return file === undefined ? [] : [[kinds[kind], linkTo(file.name), `${dayOf(file)} ${file.time}`]]
  })
  const head = [folder.what, folder.file, folder.time(timezone)]
  const stable = latestCopies(files).map(({ to }) => linkTo(to))
  return [
    `## ${folder.newest}`,
    table(head, rows),
    ...(stable.length === 0 ? [] : [`${folder.stable} ${stable.join(', ')}`]),
  ]
}

function byMonth(files: readonly StampedFile[], locale: Language, words: Catalog['index']): string[] {
  const kept = files.filter(({ kind }) => KEPT.includes(kind))
  if (kept.length === 0) return []
  const months = [...groupBy(kept, ({ year, month }) => `${year}-${month}`)]
  const sections = months
    .slice(0, MONTHS)
    .flatMap(([month, inMonth]) => [`### ${monthInWords(month, locale)}`, monthList(inMonth, words)])
  const older = months.slice(MONTHS).flatMap(([, inMonth]) => inMonth)
  return [`## ${words.folder.byMonth}`, ...sections, ...yearTable(older, words)]
}

/** One line for each kind, one link for each day: to its last file, with a count where there are several. */
function monthList(files: readonly StampedFile[], { kinds }: Catalog['index']): string {
  const lines = KEPT.flatMap((kind) => {
    const ofKind = files.filter((file) => file.kind === kind)
    const days = [...groupBy(ofKind, ({ day }) => day)].map(([day, [last, ...others]]) => {
      const label = others.length === 0 ? day : `${day} (×${others.length + 1})`
      return link(label, relativeAddress(last!.name))
    })
    return days.length === 0 ? [] : [`- ${kinds[kind]} (${ofKind.length}) – ${days.join(' · ')}`]
  })
  return lines.join('\n')
}

function yearTable(files: readonly StampedFile[], { folder, kinds }: Catalog['index']): string[] {
  if (files.length === 0) return []
  const shown = KEPT.filter((kind) => files.some((file) => file.kind === kind))
  const rows = [...groupBy(files, ({ year }) => year)].map(([year, ofYear]) => [
    year,
    ...shown.map((kind) => String(ofYear.filter((file) => file.kind === kind).length)),
  ])
  const head = [folder.year, ...shown.map((kind) => kinds[kind])]
  const right = shown.map((_, column) => column + 1)
  return [`### ${folder.older}`, table(head, rows, right)]
}

function linkTo(name: string): string {
  return link(name, relativeAddress(name))
}

function dayOf({ year, month, day }: StampedFile): string {
  return `${day}/${month}/${year}`
}

/** `2026-01` as « Janvier 2026 ». */
function monthInWords(month: string, locale: Language): string {
  const [year, number] = month.split('-').map(Number)
  const words = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year!, number! - 1),
  )
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
}

/** Groups in the order in which each appears first. */
function groupBy<T>(list: readonly T[], keyOf: (element: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const element of list) {
    const key = keyOf(element)
    const group = groups.get(key)
    if (group) group.push(element)
    else groups.set(key, [element])
  }
  return groups
}
