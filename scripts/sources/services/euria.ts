import { z } from 'zod'
import { ConfigError } from '../../ground/errors.ts'
import { ChatError, type ChatAnswer, type ChatModel } from '../chat.ts'
import { createHttp, HttpError, type HttpOptions } from './http.ts'

const SERVICE = 'Euria'

/**
 * The model asked for where `EURIA_MODEL` does not name one: of those Infomaniak serves (autumn 2026) one that writes
 * French well and answers without reasoning first. Infomaniak retires models with 30 days' notice, so that every refusal
 * of a model points to `EURIA_MODEL`.
 */
export const DEFAULT_MODEL = 'mistralai/Mistral-Small-4-119B-2603'

/**
 * Room for the thoughts of a model that reasons before it answers; the poem itself takes about forty. Infomaniak's API
 * takes at most 5 000.
 */
const MAX_TOKENS = 4096

/** High enough that two albums of one genre do not get one poem, low enough for a form to be kept. */
const TEMPERATURE = 0.8

export type EuriaOptions = Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'retries' | 'backoffMs' | 'maxBytes'>

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The model that `EURIA_URL`, `EURIA_BEARER` and `EURIA_MODEL` describe: any endpoint that speaks OpenAI's chat
 * completions. Null where neither address nor key is set; an empty value counts as absent.
 * @throws ConfigError naming the variable, never its value
 */
export function euriaFromEnvironment(environment: Environment, options: EuriaOptions): ChatModel | null {
  const url = environment.EURIA_URL?.trim()
  const bearer = environment.EURIA_BEARER?.trim().replace(/^bearer\s+/iu, '')
  if (!url && !bearer) return null
  if (!url)
    throw new ConfigError('EURIA_BEARER is set and EURIA_URL is not', {
      todo: 'Set EURIA_URL to the full address, which ends in /chat/completions, or remove EURIA_BEARER.',
    })
  if (!bearer)
    throw new ConfigError('EURIA_URL is set and EURIA_BEARER is not', {
      todo: 'Set EURIA_BEARER to your API key, or remove EURIA_URL.',
    })
  if (!/^[!-~]+$/u.test(bearer))
    throw new ConfigError('EURIA_BEARER holds a blank, a line break or a character that no API key has', {
      todo: 'Copy the key again, on one line and without quotes around it.',
    })
  const model = modelName.safeParse(environment.EURIA_MODEL?.trim() || DEFAULT_MODEL)
  if (!model.success)
    throw new ConfigError('EURIA_MODEL is not the name of a model', {
      todo: `Set it to a name such as ${DEFAULT_MODEL}, or remove it.`,
    })
  return createEuria(endpoint(url), bearer, model.data, options)
}

function endpoint(text: string): URL {
  const wrong = (what: string) =>
    new ConfigError(`EURIA_URL ${what}`, {
      todo: 'Set it to the full address, such as https://api.infomaniak.com/2/ai/<product id>/openai/v1/chat/completions',
    })
  if (!URL.canParse(text)) throw wrong('is not an address')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    throw wrong('holds a name or a password; the key goes to EURIA_BEARER')
  const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))
    throw wrong('does not begin with https://, and would show the key to everyone on the way')
  if (!/\/chat\/completions\/?$/u.test(url.pathname)) throw wrong('does not end in /chat/completions')
  return url
}

function createEuria(url: URL, bearer: string, name: string, options: EuriaOptions): ChatModel {
  const http = createHttp({
    timeoutMs: 30_000,
    ...options,
    service: SERVICE,
    headers: { authorization: `Bearer ${bearer}` },
  })
  return {
    name,
    async complete(messages, { signal, patienceMs }) {
      const body = { model: name, messages, temperature: TEMPERATURE, max_tokens: MAX_TOKENS, stream: false }
      let answer: unknown
      try {
        answer = await http.json(url, { method: 'post', json: body, signal, patienceMs })
      } catch (error) {
        throw error instanceof HttpError ? refusal(error, name, patienceMs) : error
      }
      return readCompletion(answer)
    },
  }
}

const part = z.looseObject({ type: z.string(), text: z.string().optional() })
const completion = z.looseObject({
  model: z.unknown().optional(),
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        message: z.looseObject({ content: z.union([z.string(), z.array(part)]).nullish() }),
      }),
    )
    .min(1),
  usage: z.unknown().optional(),
})
const usage = z.looseObject({ total_tokens: z.int().min(0) })
/** The name ends up in Markdown files; what does not look like one is not shown. */
const modelName = z.string().regex(/^[\w./:@-]{1,80}$/u)

/**
 * Reads OpenAI's `chat.completion` object. Models and proxies differ in what they leave out: only the first choice's
 * message has to be there. `reasoning_content` and parts of another type than `text` are thoughts, not answer.
 */
function readCompletion(answer: unknown): ChatAnswer {
  const read = completion.safeParse(answer)
  if (!read.success)
    throw new ChatError(SERVICE, `${SERVICE} sent JSON that is not a chat completion`, { transient: false, pauseMs: 0 })
  const { choices, ...rest } = read.data
  const { message, finish_reason } = choices[0]!
  const { content } = message
  const text = Array.isArray(content)
    ? content.map((piece) => (piece.type === 'text' ? (piece.text ?? '') : '')).join('')
    : (content ?? '')
  return {
    text: withoutReasoning(text),
    finishReason: finish_reason ?? null,
    tokens: usage.safeParse(rest.usage).data?.total_tokens ?? null,
    model: modelName.safeParse(rest.model).data ?? null,
  }
}

/**
 * The text after the thoughts that some models leave in their answer as `<think>…</think>`. Some templates swallow the
 * opening mark; where the closing one is missing, the model was cut off before it had answered.
 */
function withoutReasoning(text: string): string {
  const closing = '</think>'
  const end = text.lastIndexOf(closing)
  const rest = end === -1 ? text : text.slice(end + closing.length)
  const start = rest.indexOf('<think>')
  return (start === -1 ? rest : rest.slice(0, start)).trim()
}

function refusal(error: HttpError, model: string, patienceMs: number): ChatError {
  const fail = (message: string, pauseMs: number, todo?: string) =>
    new ChatError(SERVICE, message, { transient: error.transient, pauseMs, todo })
  const { status, retryAfterMs } = error
  if (status === 401 || status === 403)
    return fail(
      `${SERVICE} refused the key (${status})`,
      Infinity,
      'Check EURIA_BEARER in the secrets of the repository.',
    )
  if (status === 402)
    return fail(`${SERVICE} wants to be paid first (402)`, Infinity, 'Check the credits of the account.')
  if (status === 400 || status === 404 || status === 422)
    return fail(
      error.message,
      status === 404 ? Infinity : 0,
      `Check EURIA_URL, and set EURIA_MODEL to a model this service offers (asked for: ${model}).`,
    )
  if (status !== null && status < 400)
    return fail(error.message, Infinity, 'Set EURIA_URL to the address it redirects to, if you trust that one.')
  return fail(error.message, retryAfterMs !== null && retryAfterMs > patienceMs ? retryAfterMs : 0)
}
