import type { OutputKind } from './file-name.ts'

/** The ending of the page or document of each kind; what stands beside it (a chart) has another. */
const EXTENSIONS: Readonly<Record<OutputKind, string>> = {
  'generate-haiku': 'md',
  'export-markdown': 'md',
  'export-json': 'json',
  'weekly-haiku': 'md',
  'monthly-analysis': 'md',
}

export const OUTPUT_KINDS = Object.keys(EXTENSIONS) as OutputKind[]

/** A file of the output folder, with the time in its name taken apart. */
export interface StampedFile {
  name: string
  kind: OutputKind
  /** `2026`, `01`, `31` */
  year: string
  month: string
  day: string
  /** `06:00` */
  time: string
  /** `20260131-060015`; sorts by time. */
  stamp: string
}

const NAME = /^([a-z-]+)-((\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d))\.([a-z]+)$/

/** The files that tasks wrote, newest first by the time in their names; all other names are passed over. */
export function stampedFiles(names: readonly string[]): StampedFile[] {
  return names
    .flatMap((name): StampedFile[] => {
      const [, kind, stamp, year, month, day, hour, minute, extension] = NAME.exec(name) ?? []
      if (!isKind(kind) || EXTENSIONS[kind] !== extension) return []
      return [{ name, kind, stamp: stamp!, year: year!, month: month!, day: day!, time: `${hour!}:${minute!}` }]
    })
    .sort((a, b) => (a.stamp < b.stamp ? 1 : a.stamp > b.stamp ? -1 : a.name < b.name ? -1 : 1))
}

function isKind(text: string | undefined): text is OutputKind {
  return text !== undefined && Object.hasOwn(EXTENSIONS, text)
}

/** A path as the address of a relative link. */
export function relativeAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
