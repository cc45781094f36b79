import { AimeError, forPeople } from '../../ground/errors.ts'

/** What a check came to. `not-asked`: not configured, or nothing that can be asked from here; `says` gives the reason. */
export type Finding = { verdict: 'ok' | 'not-asked'; says: string } | { verdict: 'problem'; says: string; todo: string }

/** One question about the set-up; its answer is one line. */
export interface Check {
  name: string
  /** May throw: an AimeError becomes a problem in its own words. */
  ask: () => Finding | Promise<Finding>
}

export interface CheckGroup {
  title: string
  checks: readonly Check[]
}

export const ok = (says: string): Finding => ({ verdict: 'ok', says })
export const notAsked = (says: string): Finding => ({ verdict: 'not-asked', says })
export const problem = (says: string, todo: string): Finding => ({ verdict: 'problem', says, todo })

/** Where a service or a server had no advice of its own. */
const TRY_LATER = 'It may pass: try again in a few minutes. What depends on it goes on without it until then.'
const REPORT = 'Run it again with --verbose for the details, and please report them.'

/** The finding of a check; whatever it throws is a problem of that check and of no other. `bug` is told what it threw then. */
export async function findingOf({ ask }: Check, bug: (error: unknown) => void): Promise<Finding> {
  try {
    return await ask()
  } catch (thrown) {
    const error = forPeople(thrown)
    if (error instanceof AimeError) return problem(sentence(error.message), error.todo ?? TRY_LATER)
    bug(error)
    return problem(`Unexpected error (a bug): ${error instanceof Error ? error.message : String(error)}`, REPORT)
  }
}

function sentence(text: string): string {
  return /[.!?…:]$/u.test(text) ? text : `${text}.`
}

/** The same promise for everybody who asks; nobody asks, nothing happens. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** Asks with what another check has found out; where that failed, the other check says why and this one only `otherwise`. */
export async function after<T>(
  found: () => Promise<T>,
  otherwise: string,
  ask: (value: T) => Finding | Promise<Finding>,
): Promise<Finding> {
  let value: T
  try {
    value = await found()
  } catch {
    return notAsked(otherwise)
  }
  return ask(value)
}
