import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readJsonFile, writeJsonFile, type JsonFileSpec } from '../ground/json-file.ts'
import { storeOf } from './clone.ts'
import { lastRunSchema, withRun, type Ledger, type NewRun } from './ledger.ts'

/** A run that left nothing to commit: it found nothing to do, or failed. */
export type Note = NewRun & { task: string }

const FILE = 'aime-notes.json'

interface NotesFile {
  version: 1
  notes: Note[]
}

const spec: JsonFileSpec<NotesFile> = {
  file: FILE,
  schema: z.object({ version: z.literal(1), notes: z.array(lastRunSchema.extend({ task: z.string() })) }),
  todo: `Delete ${FILE} in the folder .git: it only spares a repetition.`,
}

/** Notes that wait in a clone, beside its history, until a commit takes them along. */
export interface Notes {
  pending: () => Promise<readonly Note[]>
  add: (note: Note) => Promise<void>
  clear: () => Promise<void>
}

/** @throws PublishError where `root` is no clone */
export async function notesOf(root: string, env: NodeJS.ProcessEnv): Promise<Notes> {
  const folder = await storeOf(root, env)
  const pending = async () => (await readJsonFile(folder, spec))?.notes ?? []
  return {
    pending,
    add: async (note) => writeJsonFile<NotesFile>(folder, { version: 1, notes: [...(await pending()), note] }, spec),
    clear: () => rm(join(folder, FILE), { force: true }),
  }
}

/** The ledger with the runs that the notes tell of. */
export function withNotes(ledger: Ledger, notes: readonly Note[]): Ledger {
  return notes.reduce((known, { task, ...run }) => withRun(known, task, run), ledger)
}
