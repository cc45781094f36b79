import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ifThere } from '../ground/files.ts'
import { writeFileInOneStep } from '../ground/atomic-file.ts'

/** A file, or a part of one, that is generated: what stands there and what should. */
export interface Generated {
  /** Relative to the repository. */
  file: string
  found: string
  expected: string
}

/** The files that are not as they should be. */
export function drifted(files: readonly Generated[]): Generated[] {
  return files.filter(({ found, expected }) => found !== expected)
}

/** Writes what should stand there, and nothing where it already does. */
export async function regenerate(root: string, files: readonly Generated[]): Promise<void> {
  for (const { file, expected } of drifted(files)) await writeFileInOneStep(root, file, expected)
}

/** The text of a file, empty where there is none. */
export async function textOf(root: string, file: string): Promise<string> {
  return (await ifThere(readFile(join(root, file), 'utf8'))) ?? ''
}

/**
 * The lines that differ, `-` for what stands there and `+` for what should: everything between the common beginning and
 * the common end. Generated parts are short and in one place, which is all this has to show.
 */
export function differingLines({ found, expected }: Generated): string[] {
  const old = found.split('\n')
  const wanted = expected.split('\n')
  let start = 0
  while (start < Math.min(old.length, wanted.length) && old[start] === wanted[start]) start++
  let end = 0
  while (end < Math.min(old.length, wanted.length) - start && old.at(-1 - end) === wanted.at(-1 - end)) end++
  return [
    ...old.slice(start, old.length - end).map((line) => `- ${line}`),
    ...wanted.slice(start, wanted.length - end).map((line) => `+ ${line}`),
  ]
}
