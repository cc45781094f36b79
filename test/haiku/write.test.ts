import { inspect } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, test } from 'vitest'
import { monotonic } from '../../scripts/ground/clock.ts'
import type { ChatModel } from '../../scripts/sources/chat.ts'
import type { HaikuLines, HaikuSubject } from '../../scripts/haiku/haiku.ts'
import type { Language } from '../../scripts/ground/languages.ts'
import { exampleOf } from '../../scripts/haiku/ai/prompt.ts'
import { createTurns } from '../../scripts/haiku/ai/turns.ts'
import { createHaikuWriter, type WrittenHaiku, type WriteLimits } from '../../scripts/haiku/write.ts'
import { euriaFromEnvironment } from '../../scripts/sources/services/euria.ts'
import {
  breaksOff,
  drips,
  floods,
  hangs,
  POEMS,
  poems,
  refusedUrl,
  refuses,
  resets,
  says,
  sendsJson,
  sendsText,
  startChatServer,
  type Behaviour,
  type ChatServer,
} from '../support/chat-server.ts'

const KEY = 'sk-very-secret-0123456789'
const COMPOSED: HaikuLines = ['composé sans aide', 'par la machine du coin', 'un soir de travail']
const GOOD = POEMS.fr[0]
const GOOD_LINES = GOOD.split('\n')
const servers: ChatServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(...behaviours: Behaviour[]): Promise<ChatServer> {
  const server = await startChatServer(...behaviours)
  servers.push(server)
  return server
}

interface Run {
  written: WrittenHaiku[]
  progress: string[]
}

/** Writes haikus for so many albums side by side, as a task does; whatever comes out is searched for the key. */
async function run(
  url: string,
  albums: number,
  limits: Partial<WriteLimits> & { timeoutMs?: number; language?: Language } = {},
): Promise<Run> {
  // Where a test is not about time, a busy machine has some.
  const { timeoutMs = 10_000, language = 'fr', ...rest } = limits
  const model = euriaFromEnvironment(
    { EURIA_URL: url, EURIA_BEARER: KEY, EURIA_MODEL: 'asked-model' },
    { userAgent: 'aime-scheduler/test', timeoutMs, backoffMs: 1, maxBytes: 200_000 },
  )
  return runModel(model, albums, rest, language)
}

async function runModel(
  model: ChatModel | null,
  albums: number,
  limits: Partial<WriteLimits> = {},
  language: Language = 'fr',
): Promise<Run> {
  const progress: string[] = []
  const writer = createHaikuWriter({
    model,
    language,
    date: Temporal.PlainDate.from('2026-01-31'),
    compose: () => COMPOSED,
    clock: monotonic,
    limits,
    progress: (line) => progress.push(line),
  })
  const subjects = Array.from({ length: albums }, (_, index): HaikuSubject => ({
    id: index + 1,
    title: `Album ${index + 1}`,
  }))
  const written = await Promise.all(subjects.map((subject) => writer.write(subject)))
  expect(inspect({ written, progress }, { depth: null })).not.toContain(KEY)
  for (const line of progress) expect(line).not.toMatch(/\n/u)
  return { written, progress }
}

function reasonOf({ author }: WrittenHaiku): string | null {
  return author.kind === 'composer' && author.because !== 'no-model' ? author.because.failed : null
}

describe('a good day', () => {
  test('five albums get five different poems by the model, in order', async () => {
    const server = await serve(poems('fr'))
    const { written, progress } = await run(server.url, 5)
    expect(written.map(({ author }) => author)).toEqual(Array(5).fill({ kind: 'ai', model: 'test-model' }))
    expect(new Set(written.map(({ lines }) => lines.join('\n'))).size).toBe(5)
    expect(written[0]).toMatchObject({ attempts: 1, tokens: 100 })
    expect(progress).toEqual([])
    const asked = server.requests.map(({ body }) => /"title":"([^"]*)"/u.exec(body!.messages![1]!.content)![1])
    expect(asked.sort()).toEqual(['Album 1', 'Album 2', 'Album 3', 'Album 4', 'Album 5'])
  })

  test('English is asked for in English', async () => {
    const server = await serve(poems('en'))
    const { written } = await run(server.url, 1, { language: 'en' })
    expect(written[0]!.lines).toEqual(POEMS.en[0].split('\n'))
    expect(server.requests[0]!.body!.messages![0]!.content).toMatch(/^You write haiku/u)
  })

  test('a service that does not name its model is credited with the name it was asked by', async () => {
    const server = await serve(sendsJson({ choices: [{ message: { content: GOOD } }] }))
    const { written } = await run(server.url, 1)
    expect(written[0]).toMatchObject({ author: { kind: 'ai', model: 'asked-model' }, tokens: 0 })
  })

  test('no more albums are asked about at once than allowed', async () => {
    const answer = poems('fr')
    const server = await serve((response, request) => setTimeout(() => answer(response, request), 20))
    await run(server.url, 6, { concurrency: 2 })
    expect(server.mostAtOnce()).toBe(2)
  })

  test('without a model the composer writes, and nothing failed', async () => {
    const { written, progress } = await runModel(null, 2)
    expect(written[0]).toMatchObject({
      lines: COMPOSED,
      author: { kind: 'composer', because: 'no-model' },
      attempts: 0,
      tokens: 0,
    })
    expect(progress).toEqual([])
  })
})

describe('an answer that is no haiku', () => {
  test('is asked for again with its counts, and the better one is taken', async () => {
    const server = await serve(says(GOOD.replace('son', 'son grand')), says(GOOD))
    const { written, progress } = await run(server.url, 1)
    expect(written[0]).toMatchObject({ lines: GOOD_LINES, author: { kind: 'ai' }, attempts: 2, tokens: 200 })
    expect(server.requests[1]!.body!.messages!.at(-1)!.content).toMatch(/total 8 ; il en faut 7/u)
    expect(progress).toEqual(['Haiku for "Album 1": 5-8-5 instead of 5-7-5; asking again (2/3)'])
  })

  test.each([
    ['too many syllables', says(GOOD.replace('son', 'son grand')), /after 3 attempts, .* 5-8-5 instead of 5-7-5$/u],
    ['nothing, out of tokens', says('', 'length'), /empty because the model ran out of tokens$/u],
    ['null', says(null, 'content_filter'), /empty$/u],
    ['endless thoughts', says('<think>cinq sept cinq', 'length'), /ran out of tokens$/u],
    ['two lines', says('matin de grand vent\nau coin du chemin'), /without three lines$/u],
    ['another language', says(POEMS.en[0]), /in another language$/u],
    ['Japanese', says('古池や\n蛙飛びこむ\n水の音'), /in another language$/u],
    ['a broken fence', says(GOOD.replace('au coin', '``` au coin')), /characters that do not belong in a poem$/u],
    ['the example of the prompt', says(exampleOf('fr').join('\n')), /a copy of another poem$/u],
  ])('is given up after three: %s', async (_, behaviour, reason) => {
    const server = await serve(behaviour)
    const { written } = await run(server.url, 1)
    expect(written[0]).toMatchObject({ lines: COMPOSED, attempts: 3, tokens: 300 })
    expect(reasonOf(written[0]!)).toMatch(reason)
    expect(server.requests).toHaveLength(3)
  })

  test('one poem is not given to two albums', async () => {
    const server = await serve(says(GOOD))
    const { written } = await run(server.url, 3)
    expect(written.filter(({ author }) => author.kind === 'ai')).toHaveLength(1)
  })

  test.each([
    [
      'thoughts, a title, a fence and an explanation',
      `<think>5… 7…</think>**Vent**\n\`\`\`\n${GOOD}\n\`\`\`\nCe haïku…`,
    ],
    ['parts', [{ type: 'text', text: GOOD }]],
  ])('is none of these: %s', async (_, content) => {
    const server = await serve(says(content))
    expect((await run(server.url, 1)).written[0]).toMatchObject({ lines: GOOD_LINES, attempts: 1 })
  })
})

describe('a service on a bad day', () => {
  test.each([401, 403])(
    'that refuses the key with %i is asked once, told of once, and the composer writes all',
    async (status) => {
      const server = await serve(refuses(status, {}, `{"error":"bad key ${KEY}"}`))
      const { written, progress } = await run(server.url, 5, { concurrency: 1 })
      expect(server.requests).toHaveLength(1)
      expect(written.map(({ lines }) => lines)).toEqual(Array(5).fill(COMPOSED))
      expect(new Set(written.map(reasonOf))).toEqual(
        new Set([`Euria refused the key (${status}). Check EURIA_BEARER in the secrets of the repository.`]),
      )
      expect(progress).toHaveLength(1)
    },
  )

  test('that refuses the key of albums asked side by side is told of once', async () => {
    const server = await serve(refuses(401))
    const { progress } = await run(server.url, 6, { concurrency: 3 })
    expect(server.requests).toHaveLength(3)
    expect(progress).toHaveLength(1)
  })

  test('that asks for a short wait gets it, and all poems are its own', async () => {
    const server = await serve(refuses(429, { 'retry-after': '1' }), poems('fr'))
    const { written } = await run(server.url, 2, { concurrency: 1 })
    expect(written.map(({ author }) => author.kind)).toEqual(['ai', 'ai'])
    expect(written[0]!.seconds).toBeGreaterThanOrEqual(0.99)
  })

  test('that asks for a long wait is left alone for the other albums', async () => {
    const server = await serve(refuses(429, { 'retry-after': '600' }), poems('fr'))
    const { written, progress } = await run(server.url, 5, { concurrency: 1 })
    expect(server.requests).toHaveLength(1)
    const reason = 'Euria answered 429 Too Many Requests, asking to wait 600 s'
    expect(written.map(reasonOf)).toEqual(Array(5).fill(reason))
    expect(progress).toEqual([`${reason}. The composer writes what is left.`])
  })

  test('that asks for a wait longer than the time left is not waited for', async () => {
    const server = await serve(refuses(503, { 'retry-after': '5' }))
    const start = monotonic()
    const { written } = await run(server.url, 3, { budgetMs: 2_000 })
    expect(monotonic() - start).toBeLessThan(1_500)
    expect(reasonOf(written[0]!)).toMatch(/^Euria answered 503/u)
  })

  test.each([500, 502, 503])('that fails one album with %i fails that one alone', async (status) => {
    const down = refuses(status)
    const server = await serve(down, down, down, poems('fr'))
    const { written } = await run(server.url, 5, { concurrency: 1 })
    expect(written.map(({ author }) => author.kind)).toEqual(['composer', 'ai', 'ai', 'ai', 'ai'])
    expect(reasonOf(written[0]!)).toMatch(new RegExp(`^Euria answered ${status} `, 'u'))
  })

  test('that stumbles now and then is asked again until it answers', async () => {
    const server = await serve(resets, refuses(500), poems('fr'))
    const { written } = await run(server.url, 1)
    expect(written[0]).toMatchObject({ author: { kind: 'ai' }, attempts: 1 })
  })

  test.each([
    ['never answers', hangs, /did not answer within 0.15 s/u],
    ['answers drop by drop', drips, /did not answer within 0.15 s/u],
    ['breaks every connection', resets, /could not be reached/u],
    ['breaks off in the middle', breaksOff, /could not be reached/u],
    ['sends broken JSON', sendsText('{"choices":[{"message":{"cont'), /sent JSON that is broken/u],
    ['sends HTML', sendsText('<!doctype html>', 'text/html'), /sent something that is not JSON/u],
    ['sends the wrong shape', sendsJson({ result: 'success', data: {} }), /not a chat completion/u],
    ['sends fifty megabytes', floods(50), /sent more than 200000 bytes/u],
    ['answers 404', refuses(404), /404 Not Found.*EURIA_MODEL/u],
    ['redirects elsewhere', refuses(302, { location: 'https://example.org/' }), /redirection \(302\)/u],
  ])('that %s leaves five poems by the composer, each with the reason', async (_, behaviour, reason) => {
    const server = await serve(behaviour)
    const patience = reason.source.includes('within') ? { timeoutMs: 150 } : {}
    const { written } = await run(server.url, 5, { concurrency: 5, ...patience })
    expect(written.map(({ lines }) => lines)).toEqual(Array(5).fill(COMPOSED))
    for (const haiku of written) expect(reasonOf(haiku)).toMatch(reason)
    expect(server.requests.length).toBeLessThanOrEqual(15)
  })

  test('that is not there leaves five poems by the composer', async () => {
    const { written } = await run(await refusedUrl(), 5)
    for (const haiku of written) expect(reasonOf(haiku)).toBe('Euria could not be reached (ECONNREFUSED)')
  })
})

describe('the budget', () => {
  test('ends a call in progress, and nothing is asked after it', async () => {
    const server = await serve(hangs)
    const start = monotonic()
    const { written } = await run(server.url, 5, { concurrency: 2, timeoutMs: 60_000, budgetMs: 200 })
    expect(monotonic() - start).toBeLessThan(2_000)
    expect(server.requests).toHaveLength(2)
    for (const haiku of written) expect(haiku.lines).toEqual(COMPOSED)
    expect(reasonOf(written[4]!)).toBe('the time for asking the AI (0.2 s) was used up')
    expect(written[4]!.attempts).toBe(0)
  })

  test('ends the attempts at one album', async () => {
    const server = await serve((response, request) => setTimeout(() => says('non')(response, request), 120))
    const { written } = await run(server.url, 1, { budgetMs: 200, attempts: 10 })
    expect(written[0]!.attempts).toBe(2)
  })
})

test('a model that breaks in an unforeseen way costs its own poem only', async () => {
  let call = 0
  const model: ChatModel = {
    name: 'broken',
    complete() {
      if (call++ === 0) throw new TypeError('x is undefined')
      return Promise.resolve({ text: GOOD, finishReason: 'stop', tokens: 1, model: null })
    },
  }
  const { written } = await runModel(model, 2, { concurrency: 1 })
  expect(reasonOf(written[0]!)).toBe('Unexpected error (a bug): x is undefined')
  expect(written[1]).toMatchObject({ lines: GOOD_LINES, author: { kind: 'ai', model: 'broken' } })
})

describe('turns', () => {
  test('a failure gives its place back', async () => {
    const takeTurn = createTurns(1)
    await expect(takeTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await takeTurn(() => Promise.resolve(1))).toBe(1)
  })

  test('are never more than there are places, whenever one arrives', async () => {
    const takeTurn = createTurns(2)
    let busy = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++busy)
      await new Promise((resolve) => setTimeout(resolve, 2))
      busy--
    }
    const wave = () => Promise.all([1, 2, 3].map(() => takeTurn(work)))
    await wave()
    await wave()
    expect(most).toBe(2)
  })

  test('come in the order of asking', async () => {
    const takeTurn = createTurns(2)
    const started: number[] = []
    const work = (index: number) => async () => {
      started.push(index)
      await new Promise((resolve) => setTimeout(resolve, 5 - index))
    }
    await Promise.all([0, 1, 2, 3, 4].map((index) => takeTurn(work(index))))
    expect(started).toEqual([0, 1, 2, 3, 4])
  })
})
