import { systemRefusal } from './system-refusal.ts'

/** Exit codes of every command. */
export const EXIT = {
  /** Done, or nothing to do. */
  ok: 0,
  /** The task achieved nothing of what it should have, or could not publish. */
  failed: 1,
  /** Wrong usage, config or data file. */
  misuse: 2,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

interface Details {
  /** What the person can do about it; one sentence or a short list of lines. */
  todo?: string
  cause?: unknown
}

/**
 * An error meant for a person: `message` says what is wrong and where, `todo` what to do about it.
 * Anything thrown that is not one of these is a bug and is reported as such.
 */
export abstract class AimeError extends Error {
  abstract readonly exitCode: ExitCode
  readonly todo: string | undefined
  /** The whole in the language of the repository, for summaries; where there is none, `message` and `todo` do. */
  told: string | undefined

  constructor(message: string, { todo, cause }: Details = {}) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.todo = todo
  }

  /** What is wrong and what to do about it on one line, which ends as `todo` ends. */
  get line(): string {
    return this.todo === undefined ? this.message : `${this.message.replace(/[.:]$/u, '')}. ${this.todo}`
  }

  /** The line, ended by a full stop. */
  get sentence(): string {
    return this.line.replace(/[.\s]*$/u, '.')
  }
}

/** A command line that cannot be understood. */
export class UsageError extends AimeError {
  override readonly exitCode = EXIT.misuse
}

/** `config/app.json` or an environment variable holds something that cannot be meant. */
export class ConfigError extends AimeError {
  override readonly exitCode = EXIT.misuse
}

/** A data file is missing, broken, or says something that cannot be. It is left as it is. */
export class DataError extends AimeError {
  override readonly exitCode = EXIT.misuse
}

/** A task that could achieve nothing of what it should have. */
export class TaskError extends AimeError {
  override readonly exitCode = EXIT.failed
}

/** The result could not be brought to the remote repository. */
export class PublishError extends AimeError {
  override readonly exitCode = EXIT.failed
}

/** Why a service does not help, where the person can be told so in words of their own language. */
export type ServiceReason =
  /** It has no account of that name. */
  | 'unknown-user'
  /** The account's list is not shown to everybody. */
  | 'private'
  /** The key or token is wrong, or does not count any more. */
  | 'refused-key'
  /** No answer, or none just now. */
  | 'unreachable'

/** An outside service did not give a usable answer. `transient` says whether the next run may get over it. */
export class ServiceError extends AimeError {
  override readonly exitCode = EXIT.failed
  readonly service: string
  readonly transient: boolean
  readonly reason: ServiceReason | undefined

  constructor(service: string, message: string, details: Details & { transient: boolean; reason?: ServiceReason }) {
    super(message, details)
    this.service = service
    this.transient = details.transient
    this.reason = details.reason
  }
}

/** An error as one for people, where it is one: what the operating system refuses (a full disk) is no bug. */
export function forPeople(error: unknown): unknown {
  const refusal = systemRefusal(error)
  if (refusal === null) return error
  const { path, syscall = 'The system' } = error as NodeJS.ErrnoException
  return new TaskError(`${path ?? syscall}: ${refusal.why}.`, { todo: refusal.todo, cause: error })
}

/** The text of anything thrown, for a person: message first, then what to do. */
export function describeError(thrown: unknown): string {
  const error = forPeople(thrown)
  if (error instanceof AimeError)
    return error.todo === undefined ? error.message : `${error.message}\n  → ${error.todo}`
  if (error instanceof Error) return `Unexpected error (a bug): ${error.message}`
  return `Unexpected error (a bug): ${String(error)}`
}
