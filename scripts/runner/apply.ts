import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { openCollection } from '../collection/store.ts'
import type { Config, TaskConfig } from '../config.ts'
import { TaskError } from '../errors.ts'
import { appendHaikus } from '../haiku/store.ts'
import { freeName, surplus } from '../output/file-name.ts'
import type { Edit, OutputFile, Outcome } from '../tasks/task.ts'

export type Changes = Extract<Outcome, { kind: 'changes' }>

/** What an outcome did to a tree; every path is relative to the tree, with forward slashes. */
export interface Applied {
  /** Files for the output folder. */
  outputs: string[]
  /** Data files that were changed. */
  data: string[]
  /** Old output files that made room. */
  removed: string[]
}

/** Writes an outcome into the tree at `root`, on whatever the data there is now. Old files beyond `keep` go at the end. */
export async function applyChanges(
  root: string,
  config: Config,
  settings: TaskConfig,
  changes: Changes,
): Promise<Applied> {
  const outputs = await writeOutputs(root, config, changes.files)
  const data: string[] = []
  // One after the other: two edits may be to the same file.
  for (const edit of changes.edits) data.push(...(await applyEdit(root, edit)))
  const removed = await removeSurplus(root, config, settings, changes.files)
  return { outputs, data, removed }
}

function applyEdit(root: string, edit: Edit): Promise<string[]> {
  switch (edit.kind) {
    case 'add-haikus':
      return appendHaikus(root, edit.entries)
  }
}

async function writeOutputs(root: string, config: Config, files: readonly OutputFile[]): Promise<string[]> {
  if (files.length === 0) return []
  const folder = join(root, config.outputDir)
  const { albums } = (await openCollection(root)).data
  await mkdir(folder, { recursive: true }).catch(cannotWrite(config.outputDir))
  const taken = new Set(await readdir(folder))
  const written: string[] = []
  for (const file of files) {
    const name = freeName(file, config.timezone, taken)
    const path = `${config.outputDir}/${name}`
    await writeFileAtomic(join(folder, name), file.render({ albums })).catch(cannotWrite(path))
    taken.add(name)
    written.push(path)
  }
  return written
}

async function removeSurplus(
  root: string,
  config: Config,
  { keep }: TaskConfig,
  files: readonly OutputFile[],
): Promise<string[]> {
  if (keep === null || files.length === 0) return []
  const folder = join(root, config.outputDir)
  const names = await readdir(folder)
  const gone = [...new Set(files.map(({ kind }) => kind))].flatMap((kind) => surplus(kind, keep, names))
  await Promise.all(gone.map((name) => rm(join(folder, name))))
  return gone.map((name) => `${config.outputDir}/${name}`)
}

function cannotWrite(path: string): (cause: NodeJS.ErrnoException) => never {
  return (cause) => {
    const why: Record<string, string> = {
      EACCES: 'its folder may not be written to',
      EPERM: 'its folder may not be written to',
      EROFS: 'the disk is read-only',
      ENOSPC: 'the disk is full',
      EEXIST: 'a file stands where the folder should be',
      ENOTDIR: 'a file stands where the folder should be',
    }
    throw new TaskError(`${path} cannot be written: ${why[cause.code ?? ''] ?? cause.code ?? cause.message}.`, {
      cause,
    })
  }
}
