import { ServiceError } from '../ground/errors.ts'

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

/** What a model said: text from outside, to be trusted in nothing. */
export interface ChatAnswer {
  /** The answer alone, without reasoning; empty where the model said nothing. */
  text: string
  /** `stop`, `length`, `content_filter` …, as the service names it. */
  finishReason: string | null
  /** Tokens used for the question and the answer together. */
  tokens: number | null
  /** The model that answered, where the service says so in a printable name. */
  model: string | null
}

export interface ChatOptions {
  /** Ends the call, its retries and its waits. */
  signal: AbortSignal
  /** Longest wait worth making when the service asks for one, in ms. */
  patienceMs: number
}

/** A language model that continues a conversation. */
export interface ChatModel {
  /** The name it is asked by. */
  readonly name: string
  /** @throws ChatError */
  complete(messages: readonly ChatMessage[], options: ChatOptions): Promise<ChatAnswer>
}

/** A call that brought no answer. */
export class ChatError extends ServiceError {
  /** How long asking again is pointless, in ms: 0 not at all, Infinity for the rest of the run (a refused key). */
  readonly pauseMs: number

  constructor(
    service: string,
    message: string,
    details: { transient: boolean; pauseMs: number; todo?: string | undefined },
  ) {
    super(service, message, details)
    this.pauseMs = details.pauseMs
  }
}
