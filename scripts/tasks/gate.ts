import { ServiceError } from '../ground/errors.ts'
import { ChatError } from '../sources/chat.ts'

/** Failures in a row after which a service is left alone for the rest of the run. */
const PATIENCE = 3

export type Reply<T> = { ok: true; value: T } | { ok: false; why: string }

/** The way to one service: it closes for the rest of the run when the service does not answer, which is told once. */
export interface Gate {
  readonly name: string
  isOpen(): boolean
  /** Whether it answered at least once. */
  hasAnswered(): boolean
  /** Why it closed, with what to do about it; null while it is open. */
  trouble(): string | null
  /** Asks, unless the gate is closed. @throws what is not a ServiceError */
  ask<T>(question: () => Promise<T>): Promise<Reply<T>>
}

export function createGate(name: string, tell: (line: string) => void): Gate {
  let failures = 0
  let answers = 0
  let closed: ServiceError | null = null
  return {
    name,
    isOpen: () => closed === null,
    hasAnswered: () => answers > 0,
    trouble: () => closed?.line ?? null,
    async ask(question) {
      if (closed !== null) return { ok: false, why: `${name} was not asked` }
      try {
        const value = await question()
        failures = 0
        answers++
        return { ok: true, value }
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error
        failures++
        if (isLasting(error) || failures >= PATIENCE) {
          closed = error
          tell(`${error.sentence} ${name} is not asked any more in this run.`)
        }
        return { ok: false, why: error.message }
      }
    },
  }
}

/** A refused key, or a wait longer than a request is worth: no other album fares better. */
function isLasting(error: ServiceError): boolean {
  if (error instanceof ChatError) return error.pauseMs > 0
  const { status, retryAfterMs } = error as { status?: unknown; retryAfterMs?: unknown }
  return error.todo !== undefined || status === 401 || status === 403 || (status === 429 && retryAfterMs !== null)
}
