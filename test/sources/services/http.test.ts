import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { createHttp, HttpError, type HttpOptions, type HttpRequest } from '../../../scripts/sources/services/http.ts'
import {
  breaksOff,
  drips,
  floods,
  hangs,
  refusedUrl,
  refuses,
  resets,
  sendsJson,
  sendsText,
  startChatServer,
  type Behaviour,
  type ChatServer,
} from '../../support/chat-server.ts'

const KEY = 'sk-very-secret-0123456789'
const servers: ChatServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(...behaviours: Behaviour[]): Promise<ChatServer> {
  const server = await startChatServer(...behaviours)
  servers.push(server)
  return server
}

function client(options: Partial<HttpOptions> = {}) {
  return createHttp({
    service: 'Radio',
    userAgent: 'aime-scheduler/1.2.3 (+https://github.com/someone/records)',
    headers: { authorization: `Bearer ${KEY}` },
    // Where a test is not about time, a busy machine has some.
    timeoutMs: 10_000,
    backoffMs: 1,
    ...options,
  })
}

async function failure(url: string, request: HttpRequest = {}, options: Partial<HttpOptions> = {}): Promise<HttpError> {
  const error: unknown = await client(options)
    .json(url, request)
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(HttpError)
  // Whatever happened: no key, no path, no query in anything a log could print.
  const everything = inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error) + String(error)
  expect(everything).not.toContain(KEY)
  expect(everything).not.toContain('api_key')
  expect(everything).not.toContain('/chat/')
  return error as HttpError
}

describe('what is sent', () => {
  test('names the program, the key and the format it wants', async () => {
    const server = await serve(sendsJson({ fine: true }))
    expect(await client().json(server.url, { method: 'post', json: { a: 1 } })).toEqual({ fine: true })
    const [request] = server.requests
    expect(request!.headers['user-agent']).toBe('aime-scheduler/1.2.3 (+https://github.com/someone/records)')
    expect(request!.headers.authorization).toBe(`Bearer ${KEY}`)
    expect(request!.headers.accept).toBe('application/json')
    expect(request!.body).toEqual({ a: 1 })
  })
})

describe('repetition', () => {
  test.each([429, 500, 502, 503, 504])('a %i is asked again, with the same body', async (status) => {
    const server = await serve(refuses(status), refuses(status), sendsJson(['ok']))
    expect(await client().json(server.url, { method: 'post', json: { same: true } })).toEqual(['ok'])
    expect(server.requests.map(({ body }) => body)).toEqual([{ same: true }, { same: true }, { same: true }])
  })

  test('a service that stays down is asked three times in all, and the failure may pass', async () => {
    const server = await serve(refuses(503))
    const error = await failure(server.url, { method: 'post', json: {} })
    expect(server.requests).toHaveLength(3)
    expect(error).toMatchObject({ message: 'Radio answered 503 Service Unavailable', status: 503, transient: true })
  })

  test.each([400, 401, 403, 404, 413, 422])('a %i is not asked again and will not pass', async (status) => {
    const server = await serve(refuses(status, { 'retry-after': '0' }))
    expect(await failure(server.url)).toMatchObject({ status, transient: false })
    expect(server.requests).toHaveLength(1)
  })

  test('a broken connection is made again', async () => {
    const server = await serve(resets, breaksOff, sendsJson(1))
    expect(await client().json(server.url, { method: 'post', json: {} })).toBe(1)
    expect(server.requests).toHaveLength(3)
  })

  test('a connection that keeps breaking is given up', async () => {
    const server = await serve(breaksOff)
    const error = await failure(server.url, { method: 'post', json: {} })
    expect(error).toMatchObject({ status: null, transient: true })
    expect(error.message).toMatch(/^Radio could not be reached \(.+\)$/u)
    expect(server.requests).toHaveLength(3)
  })

  test('a port where nobody listens is named as such', async () => {
    const error = await failure(await refusedUrl())
    expect(error).toMatchObject({ message: 'Radio could not be reached (ECONNREFUSED)', transient: true })
  })
})

describe('Retry-After', () => {
  test('a short wait in seconds is made', async () => {
    const server = await serve(refuses(429, { 'retry-after': '1' }), sendsJson('ok'))
    const start = performance.now()
    expect(await client().json(server.url)).toBe('ok')
    expect(performance.now() - start).toBeGreaterThanOrEqual(990)
  })

  test('a date is measured by the clock of the service', async () => {
    const headers = { date: 'Sat, 31 Jan 2026 06:00:00 GMT', 'retry-after': 'Sat, 31 Jan 2026 06:00:01 GMT' }
    const server = await serve(refuses(503, headers), sendsJson('ok'))
    const start = performance.now()
    expect(await client().json(server.url)).toBe('ok')
    expect(performance.now() - start).toBeGreaterThanOrEqual(990)
  })

  test('a long wait fails at once and says how long it would have been', async () => {
    const server = await serve(refuses(429, { 'retry-after': '3600' }))
    const error = await failure(server.url)
    expect(error).toMatchObject({
      message: 'Radio answered 429 Too Many Requests, asking to wait 3600 s',
      status: 429,
      retryAfterMs: 3_600_000,
      transient: true,
    })
    expect(server.requests).toHaveLength(1)
  })

  test('one request may be less patient than the client', async () => {
    const server = await serve(refuses(429, { 'retry-after': '2' }))
    expect(await failure(server.url, { patienceMs: 1_000 })).toMatchObject({ retryAfterMs: 2_000 })
  })

  test('a wait that cannot be read counts as none', async () => {
    const server = await serve(refuses(429, { 'retry-after': 'soon', 'x-ratelimit-reset': '99999' }), sendsJson('ok'))
    const start = performance.now()
    expect(await client().json(server.url)).toBe('ok')
    expect(performance.now() - start).toBeLessThan(900)
  })
})

describe('time', () => {
  test.each([
    ['never answers', hangs],
    ['answers drop by drop', drips],
  ])('a service that %s is given up after one try', async (_, behaviour) => {
    const server = await serve(behaviour)
    const start = performance.now()
    const error = await failure(server.url, { method: 'post', json: {} }, { timeoutMs: 150 })
    expect(performance.now() - start).toBeLessThan(1_500)
    expect(error).toMatchObject({ message: 'Radio did not answer within 0.15 s', transient: true })
    expect(server.requests).toHaveLength(1)
  })

  test('the caller can end a wait', async () => {
    const server = await serve(refuses(429, { 'retry-after': '10' }))
    const start = performance.now()
    const error = await failure(server.url, { signal: AbortSignal.timeout(100) })
    expect(performance.now() - start).toBeLessThan(1_500)
    expect(error).toMatchObject({ message: 'Radio was not waited for any longer', transient: true })
  })
})

describe('bodies', () => {
  test('fifty megabytes are not read', async () => {
    let sent = 0
    const server = await serve((response, request) => {
      const { socket } = response
      response.on('close', () => (sent = socket!.bytesWritten))
      floods(50)(response, request)
    })
    const error = await failure(server.url, {}, { maxBytes: 100_000 })
    expect(error).toMatchObject({ message: 'Radio sent more than 100000 bytes', transient: false })
    // What the buffers of both sides hold may be on its way; the rest is never asked for.
    await expect.poll(() => sent).toBeGreaterThan(0)
    expect(sent).toBeLessThan(20 * 2 ** 20)
    expect(server.requests).toHaveLength(1)
  })

  test('a body at the limit is read', async () => {
    const server = await serve(sendsText(JSON.stringify('x'.repeat(98))))
    expect(await client({ maxBytes: 100 }).json(server.url)).toHaveLength(98)
  })

  test('HTML instead of JSON will not pass', async () => {
    const server = await serve(sendsText('<html>Maintenance</html>', 'text/html'))
    expect(await failure(server.url)).toMatchObject({
      message: 'Radio sent something that is not JSON',
      transient: false,
    })
  })

  test('JSON that was cut short may pass', async () => {
    const server = await serve(sendsText('{"choices":[{"mess'))
    expect(await failure(server.url)).toMatchObject({ message: 'Radio sent JSON that is broken', transient: true })
  })
})

describe('redirections', () => {
  test.each([301, 302, 303, 307, 308])('a %i to another host gets neither key nor question', async (status) => {
    const stranger = await serve(sendsJson('stolen'))
    const server = await serve(refuses(status, { location: stranger.url }))
    const error = await failure(server.url, { method: 'post', json: { q: 1 } })
    expect(error).toMatchObject({ status, transient: false })
    expect(stranger.requests).toHaveLength(0)
  })

  test('are followed on the same host for a service that needs it, and to no other', async () => {
    const stranger = await serve(sendsJson('stolen'))
    const moved = createServer((request, response) => {
      const location = request.url === '/away' ? stranger.url : request.url === '/old' ? '/new' : null
      if (location === null) response.end(JSON.stringify(request.headers.authorization ?? null))
      else response.writeHead(302, { location }).end()
    }).listen(0, '127.0.0.1')
    await once(moved, 'listening')
    const { port } = moved.address() as AddressInfo
    const follow = client({ redirects: 'follow' })
    expect(await follow.json(`http://127.0.0.1:${port}/old`)).toContain(KEY)
    await expect(follow.json(`http://127.0.0.1:${port}/away`)).rejects.toMatchObject({ status: 302 })
    expect(stranger.requests).toHaveLength(0)
    moved.close()
  })

  test('are followed to a host that the service names, without the key', async () => {
    const archive = await serve(sendsJson('moved'))
    const server = await serve(refuses(302, { location: archive.url.replace('127.0.0.1', 'localhost') }))
    expect(await client({ redirects: { to: ['localhost'] } }).json(server.url)).toBe('moved')
    expect(archive.requests[0]!.headers.authorization).toBeUndefined()
  })
})

describe('what errors show', () => {
  test('the query of an address is never shown', async () => {
    const server = await serve(refuses(500))
    await failure(`${server.url}?api_key=${KEY}`)
    await failure(server.url, { searchParams: { api_key: KEY } })
  })

  test('a key that cannot be sent is not shown either', async () => {
    const server = await serve(sendsJson(1))
    const error = await failure(server.url, {}, { headers: { authorization: `Bearer ${KEY}\nhost: evil` } })
    expect(error).toMatchObject({ message: 'Radio could not be asked: the request cannot be made', transient: false })
    expect(server.requests).toHaveLength(0)
  })

  test('an address with a password in it is refused without showing it', async () => {
    const server = await serve(sendsJson(1))
    const error = await failure(server.url.replace('127.0.0.1', `me:${KEY}@127.0.0.1`))
    expect(error.transient).toBe(false)
  })
})
