import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeError, PublishError } from '../../scripts/ground/errors.ts'
import { startGitServer, type GitRequest, type GitServer } from '../support/git-server.ts'
import { addLine, publishFrom, type Changing } from '../support/publishing.ts'
import { createWorld, leftIn, subjects, type World } from '../support/repos.ts'

const TOKEN = 'ghs_aVerySecretToken0123456789'
const BASIC = Buffer.from(`x-access-token:${TOKEN}`).toString('base64')

let world: World
const servers: GitServer[] = []
beforeEach(async () => {
  world = await createWorld()
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
  expect(await world.leftTemporary()).toEqual([])
  await world.remove()
})

async function serve(options: Parameters<typeof startGitServer>[1]): Promise<GitServer> {
  const server = await startGitServer(world.remote, options)
  servers.push(server)
  return server
}

/** A clone without credentials whose remote is that address. */
async function cloneOf(url: string): Promise<string> {
  const root = await world.clone('clone')
  await world.git(root, 'remote', 'set-url', 'origin', url)
  return root
}

function publish(root: string, server: string, line: string | Changing = 'one', silence = 20_000) {
  return publishFrom(root, typeof line === 'string' ? addLine(line) : line, {
    env: world.env,
    credential: { server, token: TOKEN },
    patience: { silence, waits: [20, 100] },
  })
}

/** The error of a run; its every part is searched for the token. */
async function failure(running: Promise<unknown>): Promise<PublishError> {
  const error: unknown = await running.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(PublishError)
  const everything = `${describeError(error)} ${inspect(error, { depth: null, showHidden: true })}`
  expect(everything).not.toContain(TOKEN)
  expect(everything).not.toContain(BASIC)
  return error as PublishError
}

type Behaviour = (request: GitRequest) => void | Promise<void>

/** Behaves as told for the first pushes, one each, and well for everything else. */
function pushes(...behaviours: Behaviour[]): Behaviour {
  return (request) => {
    const behave = request.step === 'push' ? behaviours.shift() : undefined
    return behave === undefined ? request.serve() : behave(request)
  }
}

describe('the token', () => {
  it('is enough for a clone without credentials, and stands in no argument and no file', async () => {
    const seen: string[] = []
    const server = await serve({
      token: TOKEN,
      async behave(request) {
        seen.push(await commandLines())
        await request.serve()
      },
    })
    const root = await cloneOf(server.url)
    expect(await publish(root, server.origin)).toMatchObject({ attempts: 1, fastForwarded: true })
    expect(await subjects(world)).toEqual(['Add one', 'Begin'])

    expect(seen.some((lines) => lines.includes(server.url))).toBe(true)
    expect(seen.join('\n')).not.toContain(TOKEN)
    expect(seen.join('\n')).not.toContain(BASIC)
    for (const path of await readdir(join(root, '.git'), { recursive: true, withFileTypes: true })) {
      if (!path.isFile()) continue
      const text = (await readFile(join(path.parentPath, path.name))).toString('latin1')
      expect(text.includes(TOKEN) || text.includes(BASIC), path.name).toBe(false)
    }
  })

  it('takes the place of a header that an earlier step left in the clone', async () => {
    const server = await serve({ token: TOKEN })
    const root = await cloneOf(server.url)
    await world.git(root, 'config', `http.${server.origin}/.extraheader`, 'AUTHORIZATION: basic b2xkOm9sZA==')
    expect(await publish(root, `${server.origin}/`)).toMatchObject({ attempts: 1 })
  })

  it('is not sent to another server than its own', async () => {
    const server = await serve({})
    const root = await cloneOf(server.url)
    await publish(root, 'https://github.com')
    await publish(root, server.origin.replace('127.0.0.1', 'localhost'), 'two')
    await publish(root, server.origin.slice(0, -1), 'three')
    expect(server.requests.length).toBeGreaterThan(6)
    expect(server.requests.filter(({ authorization }) => authorization !== undefined)).toEqual([])
  })

  it('is not carried along when the server sends git to another one', async () => {
    const other = await serve({})
    const server = await serve({ behave: (request) => request.redirect(other.origin) })
    const error = await failure(publish(await cloneOf(server.url), server.origin))
    expect(error.todo).toContain('git remote set-url origin')
    expect(server.requests).toMatchObject([{ authorization: `Basic ${BASIC}` }])
    expect(other.requests).toEqual([])
  })
})

describe('a server that refuses', () => {
  it.each([
    [401, '', 'could not log in'],
    [403, '', 'Read and write permissions'],
    [403, 'remote: This repository was archived so it is read-only.', 'unarchive'],
    [404, '', 'git remote -v'],
  ])('fetching with %i %s is asked once', async (status, text, todo) => {
    const server = await serve({ behave: (request) => request.status(status, text) })
    const error = await failure(publish(await cloneOf(server.url), server.origin))
    expect(error.todo).toContain(todo)
    expect(server.requests).toHaveLength(1)
  })

  it('pushing with 403 is asked once and says which setting to change', async () => {
    const server = await serve({
      behave: (request) =>
        request.url.includes('receive-pack')
          ? request.status(403, 'Write access to repository not granted.')
          : request.serve(),
    })
    const root = await cloneOf(server.url)
    const error = await failure(publish(root, server.origin))
    expect(error).toMatchObject({
      message: expect.stringMatching(/^The result could not be pushed: .*403/) as string,
      todo: expect.stringContaining('Read and write permissions') as string,
    })
    expect(server.requests.filter(({ url }) => url.includes('receive-pack'))).toHaveLength(1)
    expect(await leftIn(world, root)).toEqual([])
  })

  it('a token that is wrong is told without showing it', async () => {
    const server = await serve({ token: 'another' })
    const error = await failure(publish(await cloneOf(server.url), server.origin))
    expect(error.todo).toContain('could not log in')
  })

  it('a password in the remote’s address is not shown', async () => {
    const server = await serve({ token: 'another' })
    const root = await cloneOf(server.url.replace('//', `//x-access-token:${TOKEN}@`))
    const error = await failure(publish(root, 'https://github.com'))
    expect(error.todo).toContain('could not log in')
  })
})

describe('a server that breaks down', () => {
  it('with 500 is asked again a few times and then given up', async () => {
    const server = await serve({ behave: (request) => request.status(500) })
    const error = await failure(publish(await cloneOf(server.url), server.origin))
    expect(error.message).toMatch(/^The remote cannot be reached: .*500/)
    expect(server.requests).toHaveLength(5)
  })

  it('with 500 for pushes only is given up as well', async () => {
    const server = await serve({
      behave: (request) => (request.step === 'push' ? request.status(500) : request.serve()),
    })
    const root = await cloneOf(server.url)
    const error = await failure(publish(root, server.origin))
    expect(error.message).toMatch(/could not be pushed in 5 attempts: .*500/)
    expect(await subjects(world)).toEqual(['Begin'])
    expect(await leftIn(world, root)).toEqual([])
  })

  it('with 503 once is got over', async () => {
    const left = [1]
    const server = await serve({ behave: (request) => (left.pop() ? request.status(503) : request.serve()) })
    expect(await publish(await cloneOf(server.url), server.origin)).toMatchObject({ attempts: 1 })
  })

  it('by never answering is given up after its time, once', async () => {
    const server = await serve({ behave: (request) => request.hang() })
    const began = performance.now()
    const error = await failure(publish(await cloneOf(server.url), server.origin, 'one', 700))
    expect(error.message).toMatch(/^The remote cannot be reached/)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(server.requests).toHaveLength(1)
  })
})

describe('an answer that is lost', () => {
  it.each(['breakOff', 'hangUp'] as const)(
    'does not make the commit twice where the push had arrived (%s)',
    async (end) => {
      const server = await serve({
        behave: pushes(async (request) => {
          await request.serveInSilence()
          request[end]()
        }),
      })
      const root = await cloneOf(server.url)
      expect(await publish(root, server.origin)).toMatchObject({ attempts: 1, fastForwarded: true })
      expect(await subjects(world)).toEqual(['Add one', 'Begin'])
      expect(await world.read('log.md')).toBe('one')
    },
  )

  it.each(['breakOff', 'hangUp'] as const)(
    'does not make the commit twice where somebody pushed on top of it meanwhile (%s)',
    async (end) => {
      const server = await serve({
        behave: pushes(async (request) => {
          await request.serveInSilence()
          await world.push({ 'x.md': 'x' }, 'On top')
          request[end]()
        }),
      })
      expect(await publish(await cloneOf(server.url), server.origin)).toMatchObject({ attempts: 1 })
      expect(await subjects(world)).toEqual(['On top', 'Add one', 'Begin'])
    },
  )

  it('makes it again where the push had not arrived', async () => {
    const server = await serve({ behave: pushes((request) => request.breakOff()) })
    expect(await publish(await cloneOf(server.url), server.origin)).toMatchObject({ attempts: 2 })
    expect(await subjects(world)).toEqual(['Add one', 'Begin'])
  })

  it('does not make the commit twice where the lost push arrives later than the next one', async () => {
    let arriveLate: () => Promise<void>
    const server = await serve({
      behave: pushes(
        (request) => {
          arriveLate = request.serveInSilence
          request.breakOff()
        },
        async (request) => {
          await arriveLate()
          await request.serve()
        },
      ),
    })
    const root = await cloneOf(server.url)
    let calls = 0
    // What is the same in the same second is one and the same commit to git, and arrives only once anyway.
    const another: Changing = (tree) => addLine('one', { 'attempt.md': String(++calls) })(tree)
    expect(await publish(root, server.origin, another)).toMatchObject({ attempts: 2 })
    expect(await subjects(world)).toEqual(['Add one', 'Begin'])
    expect(await world.read('log.md')).toBe('one')
    expect(await world.read('attempt.md')).toBe('1')
    expect(await leftIn(world, root)).toEqual([])
  })
})

/** Every command line of the machine, one a line; empty where the system has no /proc. */
async function commandLines(): Promise<string> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return lines.map((line) => line.replaceAll('\0', ' ')).join('\n')
}
