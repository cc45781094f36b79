import type { Album } from '../collection/album.ts'
import { descriptionOf } from '../collection/album.ts'
import { subjectOf, type Lookup } from '../collection/lookups.ts'
import { flawsOf, type Flaw } from './descriptions/check.ts'
import { areEnough, sourcesOfFacts, type Facts } from './descriptions/facts.ts'
import { askForBetter, askForDescription } from './descriptions/prompt.ts'
import type { ChatModel } from '../sources/chat.ts'
import { shelfOf } from '../listens/shelf.ts'
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
import { createGate, type Gate } from './gate.ts'
import { gatherFacts } from './gather-facts.ts'
import { sourcesOf, type Sources } from './look-up.ts'
import type { Edit, ItemResult, Outcome, Task, Context } from './task.ts'

/** `optimize_ai_descriptions`: texts from facts for the most played albums that have none. */
export const optimizeDescriptions: Task = { id: 'optimize_ai_descriptions', guarded: true, run }

/** Albums between two checkpoints. */
const PIECE = 5
/** Answers that are read for one album: the first, and one with the reason it was not kept. */
const ATTEMPTS = 2
/** Time for all albums, in ms; the job as a whole has fifteen minutes. */
const BUDGET = 8 * 60_000
/** Longest wait made because the model asks for one, in ms. */
const PATIENCE = 20_000

async function* run(given: Context): AsyncIterable<Outcome> {
  const context = { ...given, tried: await given.lookups() }
  const { config, words, clock, progress } = context
  const model = await context.chat()
  if (model === null) {
    yield { kind: 'nothing', because: words.enrichment.noModel }
    return
  }
  const deadline = clock() + BUDGET
  const wanting = await byPlays((await context.albums()).filter(wantsText), context)
  const turn = turnOf(wanting, optimizeDescriptions.id, context, ['musicbrainz', 'wikipedia'])
  const chosen = turn.albums.slice(0, config.tasks.optimize_ai_descriptions.limit)
  if (chosen.length === 0) {
    yield { kind: 'nothing', because: nothingBecause(turn, words.enrichment.allDescribed, context) }
    return
  }
  const sources = sourcesOf(await context.catalogues(), progress)
  const ai = createGate(model.name, progress)
  const told = new Set<string>()
  for (let start = 0; start < chosen.length; start += PIECE) {
    const done: Described[] = []
    for (const album of chosen.slice(start, start + PIECE)) {
      if (clock() >= deadline || !ai.isOpen()) break
      progress(`${start + done.length + 1}/${chosen.length} ${subjectOf(album)}`)
      done.push(await describe(album, { model, ai, sources, deadline }, context))
    }
    const left = chosen.length - start - done.length
    const isOver = done.length < PIECE && left > 0
    const answered = done.some(({ result }) => result !== 'failed') || ai.hasAnswered()
    const troubles = [...troublesOf([ai, ...Object.values(sources.gates)], told, answered, context)]
    if (isOver) troubles.push(leftOver(left, ai, answered, context))
    if (done.length > 0 || troubles.length > 0) yield outcomeOf(done, troubles, answered, start / PIECE + 1, context)
    if (isOver) return
  }
}

/** An album with a person's own description needs no other: exports and pages show the person's. */
function wantsText(album: Album): boolean {
  return descriptionOf(album) === null
}

/** The most played first; those without a listen keep the collection's order. */
async function byPlays(albums: readonly Album[], { listens }: Context): Promise<Album[]> {
  const shelf = shelfOf(albums)
  const plays = new Map<number, number>()
  for await (const listen of listens()) {
    const album = shelf.albumOf(listen)?.album
    if (album != null) plays.set(album.id, (plays.get(album.id) ?? 0) + 1)
  }
  return [...albums].sort((a, b) => (plays.get(b.id) ?? 0) - (plays.get(a.id) ?? 0))
}

interface Means {
  model: ChatModel
  ai: Gate
  sources: Sources
  /** On the context's clock. */
  deadline: number
}

interface Described {
  album: Album
  result: 'described' | Lookup['result']
  info: NonNullable<Album['ai_info']> | null
  lookup: Lookup | null
  notes: string[]
}

async function describe(album: Album, means: Means, context: LearningContext): Promise<Described> {
  const { locale } = context.config
  const { facts, asked, failures } = await gatherFacts(album, locale, means.sources)
  const end = (result: Lookup['result'], notes: string[]): Described => ({
    album,
    result,
    info: null,
    lookup: attempt(album, optimizeDescriptions.id, context, { result, asked, isNew: false }),
    notes,
  })
  if (!areEnough(facts)) {
    return failures.length > 0 ? end('failed', failures) : end('no-facts', [])
  }
  const text = await write(facts, means, context)
  if ('failed' in text) return end('failed', [text.failed])
  if ('flaws' in text) return end('rejected', [text.flaws.map(say).join(', ')])
  const info = {
    text: text.text,
    model: text.model,
    sources: sourcesOfFacts(facts),
    date: context.now.toString({ fractionalSecondDigits: 0 }),
  }
  return { album, result: 'described', info, lookup: null, notes: info.sources.map(({ name }) => name) }
}

type Written = { text: string; model: string } | { flaws: Flaw[] } | { failed: string }

/** Asks the model, and once more with what was wrong. */
async function write(facts: Facts, { model, ai, deadline }: Means, context: Context): Promise<Written> {
  const { locale } = context.config
  const request = askForDescription(facts, locale)
  let messages = request
  let flaws: Flaw[] = []
  for (let turn = 1; turn <= ATTEMPTS; turn++) {
    const left = Math.max(1, Math.ceil(deadline - context.clock()))
    const question = () =>
      model.complete(messages, { signal: AbortSignal.timeout(left), patienceMs: Math.min(PATIENCE, left) })
    const reply = await ai.ask(question)
    if (!reply.ok) return { failed: reply.why }
    const { text: raw, finishReason, model: name } = reply.value
    const text = raw.replace(/\s+/gu, ' ').trim()
    flaws = flawsOf(raw.trim(), facts, locale, finishReason)
    if (flaws.length === 0) return { text, model: name ?? model.name }
    context.progress(`${facts.title}: ${flaws.map(say).join(', ')}`)
    messages = askForBetter(request, raw, flaws, locale)
  }
  return { flaws }
}

/** A flaw in English, for people. */
function say(flaw: Flaw): string {
  switch (flaw.kind) {
    case 'length':
      return `${flaw.is} characters instead of at most ${flaw.most}`
    case 'years':
    case 'numbers':
    case 'names':
      return `${flaw.kind} that are not in the facts: ${flaw.words.slice(0, 5).join(', ')}`
    case 'author':
      return `another author: ${flaw.words.join(', ')}`
    case 'sentences':
      return 'no whole sentences'
    case 'meta':
      return 'words about the answer itself'
    case 'language':
      return 'another language'
    case 'markup':
    case 'empty':
    case 'cut':
      return flaw.kind
  }
}

function outcomeOf(
  done: readonly Described[],
  troubles: readonly ItemResult[],
  answered: boolean,
  piece: number,
  context: Context,
): Outcome {
  const { enrichment, commit } = context.words
  const described = done.filter(({ info }) => info !== null)
  const lines = done.map((one): Line => ({
    album: one.album,
    result: enrichment.results[one.result],
    details: one.notes.join('; '),
  }))
  const texts = described.map(({ album, info }) => `${subjectOf(album)}\n    ${info!.text!}`)
  const subject = described.length > 0 ? enrichment.described(described.length) : enrichment.remembered(done.length)
  return {
    kind: 'changes',
    files: [],
    edits: [
      ...described.map(({ album, info }): Edit => {
        const subject = subjectOf(album)
        const change = (current: Album) => {
          if (!wantsText(current) || subjectOf(current) !== subject) return false
          current.ai_info = info
          return true
        }
        return { kind: 'change-album', id: album.id, change }
      }),
      {
        kind: 'remember-lookups',
        task: optimizeDescriptions.id,
        tried: done.flatMap(({ lookup }) => lookup ?? []),
        settled: done.flatMap(({ album, lookup }) => (lookup === null ? album.id : [])),
      },
    ],
    items: [...done.map((one) => itemOf(one, answered, context)), ...troubles],
    subject: `${subject}${piece > 1 ? commit.checkpoint(piece) : ''}`,
    summary: tableOf(lines, context),
    report: [plainReport(lines), ...texts].join('\n\n'),
  }
}

function itemOf({ album, result, notes }: Described, answered: boolean, { words }: Context): ItemResult {
  const item = subjectOf(album)
  const note = notes.join('; ')
  if (result === 'failed') return failure(item, note, words.enrichment.serviceFailed, answered)
  if (result === 'rejected')
    return {
      item,
      result: 'warning',
      note: `no answer of the AI could be kept: ${note}`,
      words: words.enrichment.results.rejected,
    }
  return { item, result: 'done', ...(note === '' ? {} : { note }) }
}

/** Services that closed since this was last asked, each told once. */
function troublesOf(gates: readonly Gate[], told: Set<string>, answered: boolean, { words }: Context): ItemResult[] {
  return gates.flatMap((gate) => {
    const trouble = gate.trouble()
    if (trouble === null || told.has(gate.name)) return []
    told.add(gate.name)
    return [failure(gate.name, trouble, words.enrichment.serviceFailed, answered)]
  })
}

function leftOver(left: number, ai: Gate, answered: boolean, { words }: Context): ItemResult {
  const albums = `${left} album${left === 1 ? '' : 's'}`
  return ai.isOpen()
    ? failure(
        albums,
        `the time for it (${BUDGET / 60_000} min) was used up; left for the next run`,
        words.enrichment.timeUp(left),
        answered,
      )
    : failure(albums, 'the AI does not answer; left for the next run', words.enrichment.aiFailed, answered)
}
