import type { Temporal } from 'temporal-polyfill'
import { describeError, ServiceError } from '../ground/errors.ts'
import { readHaiku, type CountedLine, type Problem } from './ai/answer.ts'
import { ChatError, type ChatAnswer, type ChatModel } from '../sources/chat.ts'
import { FORM, type HaikuLines, type HaikuSubject } from './haiku.ts'
import type { Language } from '../ground/languages.ts'
import { oneLine } from '../ground/one-line.ts'
import { askAgain, askForHaiku, exampleOf } from './ai/prompt.ts'
import { createTurns } from './ai/turns.ts'

/**
 * Why a model brought no poem: its answers were no haiku (`form`), it refuses to be asked at all (`refused`: a wrong key, an
 * unknown model), it wants to be left alone for long (`limited`), the time was used up (`time`), or no answer came
 * (`service`).
 */
export type FailureKind = 'form' | 'refused' | 'limited' | 'time' | 'service'

/** `failed` is one English clause with the details. */
export interface Failure {
  kind: FailureKind
  failed: string
}

/** Who wrote a poem; for the composer also why. */
export type HaikuAuthor = { kind: 'ai'; model: string } | { kind: 'composer'; because: 'no-model' | Failure }

export interface WrittenHaiku {
  lines: HaikuLines
  author: HaikuAuthor
  /** How often the model was asked. */
  attempts: number
  /** Tokens of all attempts, as far as the service told. */
  tokens: number
  /** Seconds from the moment it was this album's turn. */
  seconds: number
}

export interface WriteLimits {
  /** Answers that are read for one haiku. */
  attempts: number
  /** Time for all haikus of this writer together, in ms from the first; what is left then goes to the composer. */
  budgetMs: number
  /** Longest wait made because the service asks for one, in ms. */
  patienceMs: number
  /** Albums that are asked about at the same time. */
  concurrency: number
}

const WRITE_LIMITS: WriteLimits = { attempts: 3, budgetMs: 180_000, patienceMs: 20_000, concurrency: 3 }

export interface HaikuWriterOptions {
  model: ChatModel | null
  language: Language
  date: Temporal.PlainDate
  /** Writes a poem without help; must not fail. */
  compose: (subject: HaikuSubject) => HaikuLines
  /** Monotonic milliseconds. */
  clock: () => number
  limits?: Partial<WriteLimits>
  /** Gets a line for a person whenever something noteworthy happens. */
  progress?: (line: string) => void
}

export interface HaikuWriter {
  /** A verified haiku about one album; never fails because of the model. Call it for all albums at once. */
  write(subject: HaikuSubject): Promise<WrittenHaiku>
}

/** The model cannot be asked until then, and why. */
interface Closed {
  until: number
  reason: Failure
}

/**
 * Writes haikus with a model that may fail in every way: each answer is checked, a wrong one is asked for again with its
 * counts, and where the model does not bring a poem in time the composer writes it. What concerns all albums (a refused
 * key, a long rate limit, the end of the budget) is found out once and not asked again.
 */
export function createHaikuWriter(options: HaikuWriterOptions): HaikuWriter {
  const { model, language, date, compose, clock, progress = () => {} } = options
  const limits = { ...WRITE_LIMITS, ...options.limits }
  const takeTurn = createTurns(limits.concurrency)
  const known: HaikuLines[] = [exampleOf(language)]
  let deadline: number | null = null
  let closed: Closed | null = null

  function closedBecause(): Failure | null {
    const now = clock()
    if (deadline !== null && now >= deadline)
      return { kind: 'time', failed: `the time for asking the AI (${limits.budgetMs / 1000} s) was used up` }
    return closed !== null && now < closed.until ? closed.reason : null
  }

  function close(error: ChatError): void {
    const until = clock() + error.pauseMs
    // Albums that were already being asked about come back with the same news.
    if (closed !== null && closed.until >= until - limits.patienceMs) return
    closed = { until, reason: { kind: error.pauseMs === Infinity ? 'refused' : 'limited', failed: error.line } }
    progress(`${error.sentence} The composer writes what is left.`)
  }

  /** Asks until there is a poem, or a reason why there is none. */
  async function ask(chat: ChatModel, subject: HaikuSubject, spent: Spent): Promise<AiPoem | Failure> {
    const request = askForHaiku(subject, language, date)
    let messages = request
    let failure = ''
    for (let attempt = 1; attempt <= limits.attempts; attempt++) {
      const reason = closedBecause()
      if (reason !== null) return failure === '' ? reason : { ...reason, failed: `${failure}, then ${reason.failed}` }
      deadline ??= clock() + limits.budgetMs
      const left = Math.max(1, Math.ceil(deadline - clock()))
      let answer: ChatAnswer
      try {
        spent.attempts++
        answer = await chat.complete(messages, {
          signal: AbortSignal.timeout(left),
          patienceMs: Math.min(limits.patienceMs, left),
        })
      } catch (error) {
        if (error instanceof ChatError && error.pauseMs > 0) close(error)
        return closedBecause() ?? { kind: 'service', failed: onOneLine(error) }
      }
      spent.tokens += answer.tokens ?? 0
      const reading = readHaiku(answer.text, language, known)
      if (reading.ok) {
        known.push(reading.lines)
        return { lines: reading.lines, model: answer.model ?? chat.name }
      }
      failure = describeMiss(reading.problem, reading.lines, answer.finishReason)
      if (attempt < limits.attempts)
        progress(
          `Haiku for "${oneLine(subject.title, 60)}": ${failure}; asking again (${attempt + 1}/${limits.attempts})`,
        )
      messages = askAgain(request, answer.text, reading, language)
    }
    return { kind: 'form', failed: `no haiku after ${limits.attempts} attempts, the last one being ${failure}` }
  }

  async function write(subject: HaikuSubject): Promise<WrittenHaiku> {
    const start = clock()
    const spent: Spent = { attempts: 0, tokens: 0 }
    const finish = (lines: HaikuLines, author: HaikuAuthor): WrittenHaiku => ({
      lines,
      author,
      ...spent,
      seconds: (clock() - start) / 1000,
    })
    if (model === null) return finish(compose(subject), { kind: 'composer', because: 'no-model' })
    const result = await ask(model, subject, spent)
    if ('failed' in result) return finish(compose(subject), { kind: 'composer', because: result })
    return finish(result.lines, { kind: 'ai', model: result.model })
  }

  return { write: (subject) => takeTurn(() => write(subject)) }
}

function onOneLine(error: unknown): string {
  return error instanceof ServiceError ? error.line : describeError(error)
}

interface Spent {
  attempts: number
  tokens: number
}

interface AiPoem {
  lines: HaikuLines
  model: string
}

/** What an answer was instead of a haiku, as it follows "the last one being". */
function describeMiss(problem: Problem, lines: readonly CountedLine[], finishReason: string | null): string {
  switch (problem) {
    case 'empty':
      return finishReason === 'length' ? 'empty because the model ran out of tokens' : 'empty'
    case 'lines':
      return 'without three lines'
    case 'unsafe':
      return 'in characters that do not belong in a poem'
    case 'language':
      return 'in another language'
    case 'copy':
      return 'a copy of another poem'
    case 'syllables':
      return `${lines.map(({ readings }) => readings.join('/')).join('-')} instead of ${FORM.join('-')}`
  }
}
