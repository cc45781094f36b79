import { z } from 'zod'
import type { JsonFileSpec } from '../ground/json-file.ts'
import { openJsonStore } from '../ground/json-store.ts'

export const LEDGER_FILE = 'data/runs.json'

const instant = z.iso.datetime({ offset: true, error: 'a time like "2026-01-31T06:00:15Z"' })

export const lastRunSchema = z.looseObject({
  /** The slot the run belongs to: the latest one when it started. */
  slot: instant,
  started: instant,
  /** `nothing`: it found nothing to do. `failed`: it achieved nothing of what it should have; its slot is not served. */
  result: z.enum(['done', 'partial', 'nothing', 'failed']),
  /** How many runs in a row have failed; with `failed` alone. */
  tries: z.int().min(1).optional(),
  /** How many albums of the person's own the collection held. */
  own_albums: z.int().min(0).nullish(),
})

const seenVersionSchema = z.looseObject({
  /** Such as `1.2.3`; null where none is known. */
  newest: z.string().nullable(),
  /** When the template was asked. */
  seen: instant,
})

const ledgerSchema = z.looseObject({
  version: z.literal(1),
  /** `owner/name` of the repository the entries belong to; null before the first run, or where there is no remote. */
  repository: z.string().nullable(),
  /** When the ledger began in that repository: slots before do not count. */
  since: instant.nullable(),
  tasks: z.record(z.string(), lastRunSchema),
  /** The newest release of the template that this repository was made from, as far as a run has asked. */
  template: seenVersionSchema.nullish(),
})

/** `data/runs.json`: per task its last run. */
export type Ledger = z.infer<typeof ledgerSchema>
export type LastRun = z.infer<typeof lastRunSchema>
/** A run as it is to be noted; how often it failed in a row is what the ledger knows. */
export type NewRun = Pick<LastRun, 'slot' | 'started' | 'result' | 'own_albums'>
export type SeenVersion = z.infer<typeof seenVersionSchema>

const spec: JsonFileSpec<Ledger> = { file: LEDGER_FILE, schema: ledgerSchema }

/** The ledger of a repository in which nothing has run. */
export function emptyLedger(): Ledger {
  return { version: 1, repository: null, since: null, tasks: {} }
}

/** Reads the ledger of the repository at `root`; where there is none, an empty one. @throws DataError where it is broken */
export async function readLedger(root: string): Promise<Ledger> {
  return (await open(root)).data
}

/** Replaces the ledger. Gives the file written, relative to `root`. */
export async function writeLedger(root: string, ledger: Ledger): Promise<string> {
  const store = await open(root)
  store.data = ledger
  await store.write()
  return LEDGER_FILE
}

function open(root: string) {
  return openJsonStore(root, spec, { empty: emptyLedger() })
}

/**
 * The ledger as it counts in `repository`: a copy of the template inherits its file, but not its runs, so a ledger of
 * another repository starts anew, at `since`. An unknown repository (a laptop without a remote) keeps what there is.
 */
export function ledgerFor(repository: string | null, since: string | null, ledger: Ledger): Ledger {
  const same =
    repository === null || ledger.repository === null || ledger.repository.toLowerCase() === repository.toLowerCase()
  if (!same) return { ...emptyLedger(), repository, since }
  return { ...ledger, repository: ledger.repository ?? repository, since: ledger.since ?? since }
}

/** When the repository was made, where Actions says so; a copy of the template begins then. ISO 8601, or null. */
export function repositoryBegan(env: NodeJS.ProcessEnv): string | null {
  const created = instant.safeParse(env['REPOSITORY_CREATED'])
  return created.success ? created.data : null
}

/**
 * The ledger with one more run in it. A run that was given a time of long ago does not take back what newer ones served, and
 * one that achieved nothing, or found nothing to do, says nothing of a slot that is served already.
 */
export function withRun(ledger: Ledger, task: string, run: NewRun): Ledger {
  const last = ledger.tasks[task]
  if (last === undefined) return noted(ledger, task, run.result === 'failed' ? { ...run, tries: 1 } : run)
  const [before, slot] = [Date.parse(last.slot), Date.parse(run.slot)]
  const achieves = run.result === 'done' || run.result === 'partial'
  if (slot < before || (slot === before && last.result !== 'failed' && !achieves)) return ledger
  // What the collection held is known from the last run that looked.
  const entry = { ...run, own_albums: run.own_albums ?? last.own_albums }
  if (run.result !== 'failed') return noted(ledger, task, entry)
  return noted(ledger, task, { ...entry, tries: last.result === 'failed' ? (last.tries ?? 1) + 1 : 1 })
}

function noted(ledger: Ledger, task: string, run: LastRun): Ledger {
  return { ...ledger, tasks: { ...ledger.tasks, [task]: run } }
}

/** The ledger with what is known of the template's newest release; as it was where nothing is. */
export function withTemplate(ledger: Ledger, template: SeenVersion | null): Ledger {
  return template === null ? ledger : { ...ledger, template }
}
