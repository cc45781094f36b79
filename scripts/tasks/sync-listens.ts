import { Temporal } from 'temporal-polyfill'
import { ServiceError } from '../ground/errors.ts'
import { knownArtists, type KnowsArtist } from '../listens/credit.ts'
import type { Listen } from '../listens/listen.ts'
import type { ListenPage, ListenSource, ScrobbledTrack } from '../listens/source.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import { humanDay } from '../pages/time.ts'
import { siftListens, type Sifted } from './sift-listens.ts'
import type { ItemResult, Outcome, Task, Context } from './task.ts'

/** `sync_listens`: brings what was listened to since the last time from Last.fm, ListenBrainz, or both. */
export const syncListens: Task = { id: 'sync_listens', run }

/** The same from one of them, whatever else is configured. */
export function syncListensOf(source: string): Task {
  return { ...syncListens, run: (context) => run({ ...context, listenSources: () => context.listenSources(source) }) }
}

/** Players that were offline report late; Last.fm takes nothing older than two weeks. */
const OVERLAP_SECONDS = 14 * 86_400
/** How many pages an interruption may cost. */
const PAGES_A_CHECKPOINT = 10
/** A first sync may take several runs; the job itself ends after fifteen minutes. */
const BUDGET_MS = 9 * 60_000

/** Pages that were fetched and not yet looked at. */
interface Chunk {
  pages: number
  tracks: ScrobbledTrack[]
  unusable: number
}

async function* run(context: Context): AsyncIterable<Outcome> {
  const { words, clock } = context
  const sources = await context.listenSources()
  if (sources.length === 0) {
    yield { kind: 'nothing', because: words.listening.sync.notConfigured }
    return
  }
  const knows = knownArtists(await context.albums())
  const started = clock()
  const nothings: string[] = []
  for (const source of sources) {
    for await (const outcome of syncFrom(source, context, { knows, started })) {
      if (outcome.kind === 'nothing') nothings.push(outcome.because)
      else yield outcome
    }
  }
  if (nothings.length > 0) yield { kind: 'nothing', because: nothings.join(' ') }
}

interface Sync {
  knows: KnowsArtist
  /** When the whole run began, by its own clock. */
  started: number
}

async function* syncFrom(source: ListenSource, context: Context, { knows, started }: Sync): AsyncIterable<Outcome> {
  const { words, config, now, clock } = context
  const newest = await context.newestListen(source.id)
  let added = 0
  let chunk = emptyChunk()
  let failure: ServiceError | null = null
  let timeIsUp = false
  try {
    const since = newest === null ? null : newest - OVERLAP_SECONDS
    for await (const page of source.pages(since, Math.floor(now.epochMilliseconds / 1000))) {
      take(chunk, page)
      if (chunk.pages < PAGES_A_CHECKPOINT) continue
      timeIsUp = clock() - started > BUDGET_MS
      const listens = await siftListens(chunk.tracks, source.id, knows, context)
      const last = chunk
      chunk = emptyChunk()
      added += listens.fresh.length
      if (listens.fresh.length > 0) yield outcomeOf(listens, last, source, context, { timeIsUp })
      // The pages that overlap bring nothing new; a run that ended among them would leave the next one no further.
      if (timeIsUp && added > 0) return
    }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    failure = error
  }
  const listens = await siftListens(chunk.tracks, source.id, knows, context)
  added += listens.fresh.length
  if (listens.fresh.length > 0 || failure !== null) {
    yield outcomeOf(listens, chunk, source, context, { trouble: failure && troubleOf(failure, source, added, context) })
  } else if (added === 0) {
    const since = newest === null ? null : humanDay(instantOf(newest), config.timezone)
    yield { kind: 'nothing', because: words.listening.sync.nothingNew(source.name, since) }
  }
}

function emptyChunk(): Chunk {
  return { pages: 0, tracks: [], unusable: 0 }
}

function take(chunk: Chunk, { tracks, unusable }: ListenPage): void {
  chunk.pages++
  chunk.tracks.push(...tracks)
  chunk.unusable += unusable
}

interface Ending {
  timeIsUp?: boolean
  trouble?: ItemResult | null
}

function outcomeOf(
  { fresh, counts }: Sifted,
  chunk: Chunk,
  source: ListenSource,
  { words, config }: Context,
  { timeIsUp = false, trouble = null }: Ending,
): Outcome {
  const lines = (locale: typeof config.locale): string[] => {
    const { sync } = catalogOf(locale).listening
    const day = (listen: Listen) => humanDay(instantOf(listen.timestamp), config.timezone)
    return [
      ...(fresh.length === 0 ? [] : [sync.added(source.name, fresh.length, day(fresh[0]!), day(fresh.at(-1)!))]),
      ...(counts.known === 0 ? [] : [sync.known(counts.known)]),
      ...(counts.duplicate === 0 ? [] : [sync.duplicates(counts.duplicate)]),
      ...(chunk.unusable === 0 ? [] : [sync.unusable(chunk.unusable)]),
      ...(timeIsUp ? [sync.more] : []),
    ]
  }
  return {
    kind: 'changes',
    files: [],
    edits: fresh.length === 0 ? [] : [{ kind: 'add-listens', listens: fresh }],
    items: [trouble ?? { item: source.name, result: 'done' }],
    subject: words.listening.sync.commit(source.name, fresh.length),
    summary: lines(config.locale)
      .map((line) => `- ${line}`)
      .join('\n'),
    report: lines('en').join('\n'),
  }
}

/** A run that brought something is not lost when the service gives up; the next one goes on from there. */
function troubleOf(error: ServiceError, source: ListenSource, added: number, { words }: Context): ItemResult {
  const why = error.sentence
  const note = added === 0 ? why : catalogOf('en').listening.sync.stopped(why)
  return {
    item: source.name,
    result: added === 0 ? 'failed' : 'warning',
    note,
    ...(added === 0 ? {} : { words: words.listening.sync.stopped(why) }),
  }
}

function instantOf(seconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
}
