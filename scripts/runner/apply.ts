import type { Dirent } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileInOneStep } from '../ground/atomic-file.ts'
import { ifThere } from '../ground/files.ts'
import { rememberLookups } from '../collection/lookups-store.ts'
import type { MergeResult } from '../collection/merge/decision.ts'
import { mergeInto } from '../collection/merge-store.ts'
import { changeAlbum, changeAlbums, openCollection } from '../collection/store.ts'
import { changeConfig, type Config } from '../config/config.ts'
import { appendHaikus } from '../haiku/store.ts'
import { addListens } from '../listens/store.ts'
import { freeName } from '../pages/file-name.ts'
import { surplus } from '../pages/keep-newest.ts'
import { removeRead } from './inbox.ts'
import type { Edit, OutputFile, Outcome, TaskData } from '../tasks/task.ts'

export type Changes = Extract<Outcome, { kind: 'changes' }>

/** What an outcome did to a tree; every path is relative to the tree, with forward slashes. */
export interface Applied {
  /** Files for the output folder. */
  outputs: string[]
  /** Data files that were changed. */
  data: string[]
  /** Old output files that made room. */
  removed: string[]
  /** Files of the inbox that are in now. */
  taken: string[]
  /** What the merges came to, in the order of the edits. */
  merges: MergeResult[]
}

/** Every path an outcome wrote or removed. */
export function pathsOf({ outputs, data, removed, taken }: Applied): string[] {
  return [...outputs, ...data, ...removed, ...taken]
}

export interface ApplyOptions {
  /** How many files of each kind stay; null: all. */
  keep: number | null
  /** Go on where the collection would become much smaller. */
  acceptShrink: boolean
}

/** Writes an outcome into the tree at `root`, on whatever the data there is now. Old files beyond `keep` go at the end. */
export async function applyChanges(
  root: string,
  config: Config,
  changes: Changes,
  options: ApplyOptions,
): Promise<Applied> {
  const outputs = await writeOutputs(root, config, changes.files)
  const applied: Applied = { outputs, data: [], removed: [], taken: [], merges: [] }
  // One after the other: two edits may be to the same file.
  for (const edit of changes.edits) applied.data.push(...(await applyEdit(root, edit, options, applied)))
  applied.data = [...new Set(applied.data)]
  applied.removed = await removeSurplus(root, config, options.keep, changes.files, outputs)
  return applied
}

async function applyEdit(root: string, edit: Edit, options: ApplyOptions, applied: Applied): Promise<string[]> {
  switch (edit.kind) {
    case 'merge-albums': {
      const { files, result } = await mergeInto(root, edit.list, edit.today, options)
      applied.merges.push(result)
      return files
    }
    case 'change-config':
      return changeConfig(root, edit.change)
    case 'remove-file':
      if (await removeRead(root, edit)) applied.taken.push(edit.path)
      return []
    case 'add-haikus':
      return appendHaikus(root, edit.entries)
    case 'add-listens':
      return addListens(root, edit.listens)
    case 'remember-lookups':
      return rememberLookups(root, edit)
    case 'change-album':
      return changeAlbum(root, edit.id, edit.change)
    case 'change-albums':
      return changeAlbums(root, edit.change)
  }
}

async function writeOutputs(root: string, config: Config, files: readonly OutputFile[]): Promise<string[]> {
  if (files.length === 0) return []
  const data: TaskData = { albums: (await openCollection(root)).data.albums, merges: [] }
  const taken = new Set((await entriesOf(join(root, config.outputDir))).map(({ name }) => name))
  const written: string[] = []
  for (const file of files) {
    const name = freeName(file, config.timezone, taken)
    const stem = name.slice(0, -`.${file.extension}`.length)
    const companions = (file.companions ?? []).map(({ extension, render }) => ({
      name: `${stem}.${extension}`,
      text: render(data),
    }))
    for (const { name: each, text } of [{ name, text: file.render(data, stem) }, ...companions]) {
      const path = `${config.outputDir}/${each}`
      await writeFileInOneStep(root, path, text)
      taken.add(each)
      written.push(path)
    }
  }
  return written
}

async function removeSurplus(
  root: string,
  config: Config,
  keep: number | null,
  files: readonly OutputFile[],
  written: readonly string[],
): Promise<string[]> {
  if (keep === null || files.length === 0) return []
  const names = await filesIn(join(root, config.outputDir))
  const gone = [...new Set(files.map(({ kind }) => kind))]
    .flatMap((kind) => surplus(kind, keep, names))
    .map((name) => `${config.outputDir}/${name}`)
    // A run that was given a time of long ago keeps what it has just written.
    .filter((path) => !written.includes(path))
  await Promise.all(gone.map((path) => rm(join(root, path), { force: true })))
  return gone
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder)
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  // A folder that is not there yet is made with its first file; what is in its way is told then.
  return (await ifThere(readdir(folder, { withFileTypes: true }), ['ENOENT', 'ENOTDIR'])) ?? []
}
