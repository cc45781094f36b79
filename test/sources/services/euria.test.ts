import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { ConfigError } from '../../../scripts/ground/errors.ts'
import { ChatError, type ChatAnswer, type ChatModel } from '../../../scripts/sources/chat.ts'
import { DEFAULT_MODEL, euriaFromEnvironment } from '../../../scripts/sources/services/euria.ts'
import {
  completion,
  refuses,
  says,
  sendsJson,
  startChatServer,
  type Behaviour,
  type ChatServer,
} from '../../support/chat-server.ts'

const KEY = 'sk-very-secret-0123456789'
const OPTIONS = { userAgent: 'aime-scheduler/test', timeoutMs: 200, backoffMs: 1 }
const servers: ChatServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(...behaviours: Behaviour[]): Promise<ChatServer> {
  const server = await startChatServer(...behaviours)
  servers.push(server)
  return server
}

function modelAt(url: string, more: Record<string, string> = {}): ChatModel {
  return euriaFromEnvironment({ EURIA_URL: url, EURIA_BEARER: KEY, ...more }, OPTIONS)!
}

async function ask(model: ChatModel): Promise<ChatAnswer> {
  return model.complete([{ role: 'user', content: 'bonjour' }], {
    signal: AbortSignal.timeout(5_000),
    patienceMs: 1_500,
  })
}

async function refused(model: ChatModel): Promise<ChatError> {
  const error: unknown = await ask(model).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ChatError)
  expect(inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error)).not.toContain(KEY)
  return error as ChatError
}

describe('the environment', () => {
  const URL = 'https://api.infomaniak.com/2/ai/1/openai/v1/chat/completions'

  test('without address and key there is no model', () => {
    expect(euriaFromEnvironment({}, OPTIONS)).toBeNull()
    expect(euriaFromEnvironment({ EURIA_URL: '', EURIA_BEARER: '  ', EURIA_MODEL: 'x' }, OPTIONS)).toBeNull()
  })

  test('the model is the one named, or the default', () => {
    expect(modelAt(URL).name).toBe(DEFAULT_MODEL)
    expect(modelAt(URL, { EURIA_MODEL: '' }).name).toBe(DEFAULT_MODEL)
    expect(modelAt(URL, { EURIA_MODEL: ' qwen3 ' }).name).toBe('qwen3')
  })

  test.each([
    ['an address without a key', { EURIA_URL: URL, EURIA_BEARER: '' }, /EURIA_BEARER is not/u],
    ['a key without an address', { EURIA_BEARER: KEY }, /EURIA_URL is not/u],
    ['no address at all', { EURIA_URL: `${KEY} chat`, EURIA_BEARER: KEY }, /EURIA_URL is not an address/u],
    ['a base address', { EURIA_URL: 'https://x.ch/v1', EURIA_BEARER: KEY }, /does not end in \/chat\/completions/u],
    ['http', { EURIA_URL: URL.replace('https', 'http'), EURIA_BEARER: KEY }, /does not begin with https/u],
    [
      'http on a host that only looks like loopback',
      { EURIA_URL: 'http://127.0.0.1.evil.com/chat/completions', EURIA_BEARER: KEY },
      /does not begin with https/u,
    ],
    ['a file', { EURIA_URL: 'file:///chat/completions', EURIA_BEARER: KEY }, /does not begin with https/u],
    ['a password', { EURIA_URL: URL.replace('api', `me:${KEY}@api`), EURIA_BEARER: KEY }, /a name or a password/u],
    ['a key on two lines', { EURIA_URL: URL, EURIA_BEARER: `${KEY}\n${KEY}` }, /EURIA_BEARER holds a blank/u],
    ['a key in curly quotes', { EURIA_URL: URL, EURIA_BEARER: `“${KEY}”` }, /EURIA_BEARER holds a blank/u],
    [
      'a model that is a sentence',
      { EURIA_URL: URL, EURIA_BEARER: KEY, EURIA_MODEL: 'the best `one`' },
      /EURIA_MODEL/u,
    ],
  ])('%s is a mistake that names the variable and not its value', (_, environment, message) => {
    let error: unknown
    try {
      euriaFromEnvironment(environment, OPTIONS)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(ConfigError)
    expect((error as ConfigError).message).toMatch(message)
    expect((error as ConfigError).todo).toBeTruthy()
    expect(inspect(error) + JSON.stringify(error)).not.toContain(KEY)
  })

  test.each(['http://localhost:1/v1/chat/completions', 'http://[::1]:1/v1/chat/completions'])(
    'http is fine on this machine: %s',
    (url) => {
      expect(modelAt(url).name).toBe(DEFAULT_MODEL)
    },
  )

  test('a key pasted with its line break or its scheme is understood', async () => {
    const server = await serve(says('oui'))
    await ask(euriaFromEnvironment({ EURIA_URL: server.url, EURIA_BEARER: ` Bearer ${KEY}\n` }, OPTIONS)!)
    expect(server.requests[0]!.headers.authorization).toBe(`Bearer ${KEY}`)
  })

  test('the model does not show its key', () => {
    const model = modelAt(URL)
    expect(inspect(model, { depth: null, showHidden: true }) + JSON.stringify(model)).not.toContain(KEY)
  })
})

describe('the request', () => {
  test('is a chat completion with room to think and without streaming', async () => {
    const server = await serve(says('oui'))
    await ask(modelAt(server.url, { EURIA_MODEL: 'qwen3' }))
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      body: { model: 'qwen3', stream: false, messages: [{ role: 'user', content: 'bonjour' }] },
    })
    expect(server.requests[0]!.body!.max_tokens).toBeGreaterThanOrEqual(2_000)
    expect(server.requests[0]!.headers.authorization).toBe(`Bearer ${KEY}`)
  })
})

describe('the answer', () => {
  test('carries the text, its end, its cost and its model', async () => {
    const server = await serve(says('un\ndeux\ntrois'))
    expect(await ask(modelAt(server.url))).toEqual({
      text: 'un\ndeux\ntrois',
      finishReason: 'stop',
      tokens: 100,
      model: 'test-model',
    })
  })

  test.each([
    ['parts', [{ type: 'text', text: 'un\n' }, { type: 'image_url' }, { type: 'text', text: 'deux' }], 'un\ndeux'],
    [
      'parts of thought and text',
      [
        { type: 'thinking', text: 'hm' },
        { type: 'text', text: 'oui' },
      ],
      'oui',
    ],
    ['null', null, ''],
    ['nothing', undefined, ''],
    ['thoughts before the text', '<think>cinq, sept…</think>\noui', 'oui'],
    ['thoughts whose opening mark is lost', 'cinq, sept…</think>oui', 'oui'],
    ['thoughts twice', '<think>a</think>non<think>b</think>oui', 'oui'],
    ['thoughts that never end', '<think>cinq, sept, cinq, sept', ''],
  ])('content may be %s', async (_, content, text) => {
    const server = await serve(says(content, 'length'))
    expect(await ask(modelAt(server.url))).toMatchObject({ text, finishReason: 'length' })
  })

  test('reasoning beside the content is not part of it', async () => {
    const answer = { message: { content: 'oui', reasoning_content: 'hm, non ?', reasoning: 'non' } }
    const server = await serve(sendsJson({ choices: [answer] }))
    expect(await ask(modelAt(server.url))).toEqual({ text: 'oui', finishReason: null, tokens: null, model: null })
  })

  test('a model name that could not be printed is not passed on, nor a count that is none', async () => {
    const server = await serve(
      sendsJson({ ...completion('oui', 'stop', '<img src=x>`'), usage: { total_tokens: '7' } }),
    )
    expect(await ask(modelAt(server.url))).toMatchObject({ model: null, tokens: null })
  })

  test.each([
    ['no choices', { choices: [] }],
    ['an error in a 200', { error: { message: `bad key ${KEY}` } }],
    ['a list', []],
    ['null', null],
    ['a number as content', completion(5)],
  ])('%s is not a completion', async (_, value) => {
    const server = await serve(sendsJson(value))
    expect(await refused(modelAt(server.url))).toMatchObject({
      message: 'Euria sent JSON that is not a chat completion',
      transient: false,
      pauseMs: 0,
    })
  })
})

describe('refusals', () => {
  const echo = `{"error":{"message":"Incorrect API key provided: ${KEY}"}}`

  test.each([401, 403])('a %i closes the run, points to the key and does not show it', async (status) => {
    const server = await serve(refuses(status, {}, echo))
    const error = await refused(modelAt(server.url))
    expect(error).toMatchObject({ message: `Euria refused the key (${status})`, transient: false, pauseMs: Infinity })
    expect(error.todo).toContain('EURIA_BEARER')
    expect(server.requests).toHaveLength(1)
  })

  test('an unknown model points to EURIA_MODEL', async () => {
    const server = await serve(refuses(404))
    const error = await refused(modelAt(server.url, { EURIA_MODEL: 'gone' }))
    expect(error).toMatchObject({ message: 'Euria answered 404 Not Found', pauseMs: Infinity })
    expect(error.todo).toMatch(/EURIA_MODEL.*gone/u)
  })

  test('a request that one album made unacceptable does not close the run', async () => {
    const server = await serve(refuses(400))
    expect(await refused(modelAt(server.url))).toMatchObject({ transient: false, pauseMs: 0 })
  })

  test('a long rate limit pauses for as long as it says', async () => {
    const server = await serve(refuses(429, { 'retry-after': '90' }))
    expect(await refused(modelAt(server.url))).toMatchObject({ transient: true, pauseMs: 90_000 })
    expect(server.requests).toHaveLength(1)
  })

  test('a server error pauses nothing', async () => {
    const server = await serve(refuses(500))
    expect(await refused(modelAt(server.url))).toMatchObject({ transient: true, pauseMs: 0 })
  })

  test('a redirection closes the run, and nobody else gets the key', async () => {
    const stranger = await serve(says('oui'))
    const server = await serve(refuses(307, { location: stranger.url }))
    expect(await refused(modelAt(server.url))).toMatchObject({ pauseMs: Infinity })
    expect(stranger.requests).toHaveLength(0)
  })
})
