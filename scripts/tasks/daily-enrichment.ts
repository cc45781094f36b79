import type { Album } from '../collection/album.ts'
import { subjectOf, type Lookup } from '../collection/lookups.ts'
import { fill, lacksSomething, type Findings } from '../collection/provenance.ts'
import {
  attempt,
  failure,
  nothingBecause,
  plainReport,
  tableOf,
  turnOf,
  type Line,
  type LearningContext,
} from './attempts.ts'
import { identifyingSources, lookUp, sourcesOf, type LookedUp, type Sources } from './look-up.ts'
import type { Edit, ItemResult, Outcome, Task, Context } from './task.ts'

/** `daily_enrichment`: the missing links and years, from catalogues that are sure of them. */
export const dailyEnrichment: Task = { id: 'daily_enrichment', guarded: true, run }

/** Albums between two checkpoints: what an interruption costs at most. */
const PIECE = 10
/** Time for all albums, in ms; the job as a whole has fifteen minutes. */
const BUDGET = 10 * 60_000

async function* run(given: Context): AsyncIterable<Outcome> {
  const context = { ...given, tried: await given.lookups() }
  const { config, words, clock, progress } = context
  const deadline = clock() + BUDGET
  const sources = sourcesOf(await context.catalogues(), progress)
  const turn = turnOf(
    (await context.albums()).filter(lacksSomething),
    dailyEnrichment.id,
    context,
    identifyingSources(sources),
  )
  const chosen = turn.albums.slice(0, config.tasks.daily_enrichment.limit)
  if (chosen.length === 0) {
    yield { kind: 'nothing', because: nothingBecause(turn, words.enrichment.complete, context) }
    return
  }
  const told = new Set<string>()
  for (let start = 0; start < chosen.length; start += PIECE) {
    const done: Attempted[] = []
    for (const album of chosen.slice(start, start + PIECE)) {
      if (clock() >= deadline || isDark(sources)) break
      progress(`${start + done.length + 1}/${chosen.length} ${subjectOf(album)}`)
      done.push(conclude(album, await lookUp(album, sources), context))
    }
    const left = chosen.length - start - done.length
    const isOver = done.length < PIECE && left > 0
    const troubles = [...troublesOf(sources, told, context), ...(isOver ? [leftOver(left, sources, context)] : [])]
    if (done.length > 0 || troubles.length > 0) yield outcomeOf(done, troubles, sources, start / PIECE + 1, context)
    if (isOver) return
  }
}

type Result = 'filled' | Lookup['result']

interface Attempted {
  album: Album
  result: Result
  /** Fields that were written. */
  fields: (keyof Findings)[]
  findings: Findings
  lookup: Lookup | null
  notes: string[]
}

/** Whether nobody is left who could say what a record is. */
function isDark({ spotify, gates }: Sources): boolean {
  return !gates.musicBrainz.isOpen() && (spotify === null || !gates.spotify.isOpen())
}

function hasAnswers({ gates }: Sources): boolean {
  return Object.values(gates).some((gate) => gate.hasAnswered())
}

function conclude(album: Album, { findings, asked, doubts, failures }: LookedUp, context: LearningContext): Attempted {
  const after = structuredClone(album)
  const fields = fill(after, findings)
  const isNew = fields.includes('year') || fields.includes('spotify_url')
  const result: Result = !lacksSomething(after)
    ? 'filled'
    : failures.length > 0 && !isNew
      ? 'failed'
      : isNew
        ? 'partial'
        : doubts.length > 0
          ? 'ambiguous'
          : fields.length > 0
            ? 'partial'
            : 'not-found'
  const lookup = result === 'filled' ? null : attempt(album, dailyEnrichment.id, context, { result, asked, isNew })
  return { album, result, fields, findings, lookup, notes: [...doubts, ...failures] }
}

function outcomeOf(
  done: readonly Attempted[],
  troubles: readonly ItemResult[],
  sources: Sources,
  piece: number,
  context: Context,
): Outcome {
  const { enrichment, commit } = context.words
  const filled = done.filter(({ fields }) => fields.length > 0)
  const subject = filled.length > 0 ? enrichment.filled(filled.length) : enrichment.remembered(done.length)
  const lines = done.map((one): Line => ({
    album: one.album,
    result: enrichment.results[one.result],
    details: detailsOf(one, context),
  }))
  return {
    kind: 'changes',
    files: [],
    edits: [
      ...filled.map(({ album, findings }): Edit => {
        const subject = subjectOf(album)
        // Another album by now: what was found is not about it.
        const change = (current: Album) => subjectOf(current) === subject && fill(current, findings).length > 0
        return { kind: 'change-album', id: album.id, change }
      }),
      {
        kind: 'remember-lookups',
        task: dailyEnrichment.id,
        tried: done.flatMap(({ lookup }) => lookup ?? []),
        settled: done.flatMap(({ album, lookup }) => (lookup === null ? album.id : [])),
      },
    ],
    items: [...done.map((one) => itemOf(one, sources, context)), ...troubles],
    subject: `${subject}${piece > 1 ? commit.checkpoint(piece) : ''}`,
    summary: tableOf(lines, context),
    report: plainReport(lines),
  }
}

function detailsOf({ fields, findings, notes }: Attempted, { words }: Context): string {
  const found = fields.map((field) => {
    const { value, from } = findings[field]!
    return `${words.enrichment.fields[field]}${field === 'year' ? ` ${value}` : ''} (${from})`
  })
  return [...found, ...notes].join('; ')
}

function itemOf({ album, result, notes }: Attempted, sources: Sources, { words }: Context): ItemResult {
  const item = subjectOf(album)
  if (result === 'failed') return failure(item, notes.join('; '), words.enrichment.serviceFailed, hasAnswers(sources))
  return { item, result: 'done', ...(notes.length > 0 ? { note: notes.join('; ') } : {}) }
}

/** Services that closed since this was last asked, each told once. */
function troublesOf({ gates, ...sources }: Sources, told: Set<string>, { words }: Context): ItemResult[] {
  return Object.values(gates).flatMap((gate) => {
    const trouble = gate.trouble()
    if (trouble === null || told.has(gate.name)) return []
    told.add(gate.name)
    return [failure(gate.name, trouble, words.enrichment.serviceFailed, hasAnswers({ ...sources, gates }))]
  })
}

function leftOver(left: number, sources: Sources, { words }: Context): ItemResult {
  const albums = `${left} album${left === 1 ? '' : 's'}`
  const why = isDark(sources) ? 'no service answers' : `the time for it (${BUDGET / 60_000} min) was used up`
  const said = isDark(sources) ? words.enrichment.serviceFailed : words.enrichment.timeUp(left)
  return failure(albums, `${why}; left for the next run`, said, hasAnswers(sources))
}
