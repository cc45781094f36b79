import type { OutputKind } from './file-name.ts'
import type { StampedFile } from './stamped-file.ts'

/** Names that stay, for bookmarks and other programs. */
export const LATEST: Readonly<Partial<Record<OutputKind, string>>> = {
  'generate-haiku': 'latest-haiku.md',
  'export-markdown': 'latest-export.md',
  'export-json': 'latest-export.json',
}

/** The newest file of each kind that has such a name, and that name. `files` are newest first. */
export function latestCopies(files: readonly StampedFile[]): { from: string; to: string }[] {
  return (Object.entries(LATEST) as [OutputKind, string][]).flatMap(([kind, to]) => {
    const newest = files.find((file) => file.kind === kind)
    return newest === undefined ? [] : [{ from: newest.name, to }]
  })
}
