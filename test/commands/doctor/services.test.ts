import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findingOf, type Finding } from '../../../scripts/commands/doctor/check.ts'
import { serviceChecks } from '../../../scripts/commands/doctor/services.ts'
import { DEFAULT_MODEL } from '../../../scripts/sources/services/euria.ts'

const NOW = Temporal.Instant.from('2026-01-31T06:00:15Z')
/** For tests that wait for it to end; the others give a busy machine time. */
const SHORT = 400
const SECRET = 'very-secret-0123456789'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Answers by the beginning of the path; gives the address and how often each was asked. */
async function serve(answers: Record<string, Answer>): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://127.0.0.1').pathname
    asked.push(path)
    request.resume()
    const [, answer] = Object.entries(answers).find(([beginning]) => path.startsWith(beginning)) ?? []
    if (answer === undefined) response.writeHead(500).end()
    else answer(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const json =
  (body: unknown, status = 200): Answer =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
const hangs: Answer = () => undefined
const says = (content: string) => json({ model: 'some/model', choices: [{ message: { content } }] })

async function examine(env: NodeJS.ProcessEnv, patience = 10_000): Promise<Record<string, Finding>> {
  const bug = (error: unknown) => {
    throw error
  }
  const found = await Promise.all(
    serviceChecks(env, NOW, patience).map(async (check) => [check.name, await findingOf(check, bug)] as const),
  )
  expect(JSON.stringify(found)).not.toContain(SECRET)
  return Object.fromEntries(found)
}

describe('a service that is not configured', () => {
  it('is not asked, and its variables are named', async () => {
    const findings = await examine({})
    expect(Object.values(findings).map(({ verdict }) => verdict)).toEqual(Array(5).fill('not-asked'))
    expect(findings['Euria']!.says).toBe(
      'EURIA_URL and EURIA_BEARER are not set here (what the repository’s secrets hold cannot be seen from here). Without them the built-in composer writes the poems.',
    )
    expect(findings['Spotify']!.says).toBe('SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET are not set here.')
    expect(findings['Last.fm']!.says).toBe('LASTFM_API_KEY and LASTFM_USER are not set here.')
    expect(findings['ListenBrainz']!.says).toBe('LISTENBRAINZ_USER is not set here.')
    expect(findings['Discogs']!.says).toBe('DISCOGS_USER is not set here.')
  })

  it('by half is a problem', async () => {
    const findings = await examine({
      EURIA_BEARER: SECRET,
      SPOTIFY_CLIENT_ID: 'id',
      LASTFM_USER: 'me',
      LISTENBRAINZ_TOKEN: SECRET,
      DISCOGS_TOKEN: SECRET,
    })
    expect(findings['Euria']).toMatchObject({ verdict: 'problem', says: 'EURIA_BEARER is set and EURIA_URL is not.' })
    expect(findings['Spotify']).toMatchObject({
      verdict: 'problem',
      says: 'SPOTIFY_CLIENT_ID is set and SPOTIFY_CLIENT_SECRET is not.',
    })
    expect(findings['Last.fm']).toMatchObject({
      verdict: 'problem',
      says: 'LASTFM_USER is set and LASTFM_API_KEY is not.',
    })
    expect(findings['ListenBrainz']).toMatchObject({ verdict: 'not-asked' })
    expect(findings['Discogs']).toMatchObject({
      verdict: 'problem',
      says: 'DISCOGS_TOKEN is set and DISCOGS_USER is not.',
    })
  })
})

describe('Euria', () => {
  const ask = async (answer: Answer, more: NodeJS.ProcessEnv = {}, patience?: number) => {
    const { url, asked } = await serve({ '/v1': answer })
    const findings = await examine({ EURIA_URL: `${url}/v1/chat/completions`, EURIA_BEARER: SECRET, ...more }, patience)
    return { finding: findings['Euria']!, asked }
  }

  it('that answers is well, and is asked once', async () => {
    const { finding, asked } = await ask(says('OK'))
    expect(finding).toEqual({ verdict: 'ok', says: 'it accepts the key and answers, as some/model' })
    expect(asked).toHaveLength(1)
  })

  it.each([
    [401, 'Euria refused the key (401).', 'Check EURIA_BEARER in the secrets of the repository.'],
    [402, 'Euria wants to be paid first (402).', 'Check the credits of the account.'],
    [
      404,
      'Euria answered 404 Not Found.',
      `set EURIA_MODEL to a model this service offers (asked for: ${DEFAULT_MODEL})`,
    ],
    [422, 'Euria answered 422 Unprocessable Entity.', 'set EURIA_MODEL to a model'],
    [503, 'Euria answered 503 Service Unavailable.', 'try again in a few minutes'],
  ])('that answers %s is a problem', async (status, words, todo) => {
    const { finding, asked } = await ask(json({ error: { message: SECRET } }, status))
    expect(finding).toEqual({ verdict: 'problem', says: words, todo: expect.stringContaining(todo) as never })
    expect(asked).toHaveLength(1)
  })

  it('that never answers is a problem after the time limit', async () => {
    const { finding } = await ask(hangs, {}, SHORT)
    expect(finding).toMatchObject({ verdict: 'problem', says: 'Euria did not answer within 0.4 s.' })
  })

  it('whose answer is empty is a problem', async () => {
    const { finding } = await ask(says('<think>hm'), { EURIA_MODEL: 'a/thinker' })
    expect(finding).toMatchObject({
      verdict: 'problem',
      says: 'a/thinker answers, but says nothing.',
      todo: expect.stringContaining('EURIA_MODEL') as never,
    })
  })

  it('at an address that is none is a problem', async () => {
    const findings = await examine({ EURIA_URL: 'https://euria.example/', EURIA_BEARER: SECRET })
    expect(findings['Euria']).toMatchObject({
      verdict: 'problem',
      says: 'EURIA_URL does not end in /chat/completions.',
    })
  })
})

describe('Spotify', () => {
  const token = json({ access_token: SECRET, token_type: 'Bearer', expires_in: 3600 })
  const ask = async (answers: Record<string, Answer>) => {
    const { url } = await serve(answers)
    const keys = { SPOTIFY_CLIENT_ID: 'an-id', SPOTIFY_CLIENT_SECRET: SECRET }
    return (await examine({ ...keys, SPOTIFY_API_URL: url, SPOTIFY_ACCOUNTS_URL: url }))['Spotify']
  }

  it('that gives a token and answers is well', async () => {
    expect(await ask({ '/api/token': token, '/v1/search': json({ albums: { items: [] } }) })).toEqual({
      verdict: 'ok',
      says: 'it accepts the key and answers',
    })
  })

  it('that refuses the keys, or to answer, is a problem', async () => {
    expect(await ask({ '/api/token': json({ error: 'invalid_client' }, 400) })).toMatchObject({
      verdict: 'problem',
      says: 'Spotify refused the client id and secret (400).',
      todo: expect.stringContaining('SPOTIFY_CLIENT_SECRET') as never,
    })
    expect(await ask({ '/api/token': token, '/v1/search': json({}, 403) })).toMatchObject({
      verdict: 'problem',
      says: 'Spotify refused to answer (403).',
    })
  })
})

describe('Last.fm', () => {
  const ask = async (answer: Answer) => {
    const { url, asked } = await serve({ '/': answer })
    return {
      finding: (await examine({ LASTFM_URL: url, LASTFM_API_KEY: SECRET, LASTFM_USER: 'me' }))['Last.fm'],
      asked,
    }
  }
  const pages = (track: unknown[]) =>
    json({
      recenttracks: { track, '@attr': { total: String(track.length), totalPages: track.length === 0 ? '0' : '1' } },
    })

  it('that answers is well, and is asked once', async () => {
    const track = { artist: { name: 'Air' }, album: { '#text': '' }, name: 'Kelly', date: { uts: '1769800000' } }
    const { finding, asked } = await ask(pages([track]))
    expect(finding).toEqual({ verdict: 'ok', says: 'it answers: listens in the last 24 hours' })
    expect(asked).toHaveLength(1)
    expect((await ask(pages([]))).finding).toEqual({
      verdict: 'ok',
      says: 'it answers: nothing heard in the last 24 hours',
    })
  })

  it.each([
    [{ error: 10, message: 'Invalid API key' }, 'Last.fm does not accept the key (error 10).', 'LASTFM_API_KEY'],
    [{ error: 6, message: 'User not found' }, 'Last.fm knows no user of that name (error 6).', 'LASTFM_USER'],
    [
      { error: 17, message: 'Login: User required to be logged in' },
      'Last.fm does not show this user’s listens (error 17).',
      'settings/privacy',
    ],
    [{ error: 16, message: 'temporarily unavailable' }, 'Last.fm has a problem of its own (error 16).', 'try again'],
  ])('that says %j is a problem', async (answer, words, todo) => {
    const { finding } = await ask(json(answer, 403))
    expect(finding).toEqual({ verdict: 'problem', says: words, todo: expect.stringContaining(todo) as never })
  })
})

describe('ListenBrainz', () => {
  const ask = async (answer: Answer) => {
    const { url } = await serve({ '/1/user/me/listens': answer })
    return (await examine({ LISTENBRAINZ_URL: url, LISTENBRAINZ_USER: 'me', LISTENBRAINZ_TOKEN: SECRET }))[
      'ListenBrainz'
    ]
  }

  it('that answers is well', async () => {
    expect(await ask(json({ payload: { listens: [], latest_listen_ts: 1 } }))).toEqual({
      verdict: 'ok',
      says: 'it answers: nothing heard in the last 24 hours',
    })
  })

  it('that knows no such user, or refuses the token, is a problem', async () => {
    expect(await ask(json({}, 404))).toMatchObject({ verdict: 'problem', todo: 'Check LISTENBRAINZ_USER.' })
    expect(await ask(json({}, 401))).toMatchObject({
      verdict: 'problem',
      says: 'ListenBrainz refused the token (401).',
      todo: expect.stringContaining('LISTENBRAINZ_TOKEN') as never,
    })
  })
})

describe('Discogs', () => {
  const ask = async (answer: Answer, token?: string) => {
    const { url } = await serve({ '/users/m%20e/collection/folders': answer })
    return (await examine({ DISCOGS_URL: url, DISCOGS_USER: 'm e', DISCOGS_TOKEN: token }))['Discogs']
  }

  it('that answers is well, and tells how many records there are', async () => {
    const seen: (string | undefined)[] = []
    const answer: Answer = (request, response) => {
      seen.push(request.headers.authorization)
      json({
        folders: [
          { id: 1, count: 3, name: 'x' },
          { id: 0, count: 12, name: 'All' },
        ],
      })(request, response)
    }
    expect(await ask(answer)).toEqual({ verdict: 'ok', says: 'it answers: 12 records in the collection' })
    await ask(answer, SECRET)
    expect(seen).toEqual([undefined, `Discogs token=${SECRET}`])
  })

  it.each([
    [401, SECRET, 'Discogs refused the token (401).', 'DISCOGS_TOKEN'],
    [403, undefined, 'Discogs does not show this collection (403).', 'settings/privacy'],
    [404, undefined, 'Discogs knows no user of that name (404).', 'DISCOGS_USER'],
    [500, undefined, 'Discogs answered 500 Internal Server Error.', 'try again'],
  ])('that answers %s is a problem', async (status, token, words, todo) => {
    expect(await ask(json({ message: 'no' }, status), token)).toEqual({
      verdict: 'problem',
      says: words,
      todo: expect.stringContaining(todo) as never,
    })
  })

  it('that sends something else is a problem', async () => {
    expect(await ask(json({ page: 'log in' }))).toMatchObject({
      says: 'Discogs sent JSON that is not a list of folders.',
    })
  })

  it('whose token cannot be one is a problem', async () => {
    expect(await ask(json({}), 'two words')).toMatchObject({
      verdict: 'problem',
      says: expect.stringContaining('DISCOGS_TOKEN holds a blank') as never,
    })
  })
})

describe('a client that goes on asking by itself', () => {
  it('is waited for no longer than the others', async () => {
    // Each answer is quick, and says to ask again.
    const { url } = await serve({
      '/': (request, response) => void setTimeout(() => json({ error: 29, message: '' })(request, response), 300),
    })
    const findings = await examine({ LASTFM_URL: url, LASTFM_API_KEY: SECRET, LASTFM_USER: 'me' }, SHORT)
    expect(findings['Last.fm']).toMatchObject({ verdict: 'problem', says: 'Last.fm did not answer within 0.4 s.' })
  })
})
