import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { dirname } from 'node:path'

/** A request to the git server, and the ways it can be answered. */
export interface GitRequest {
  /** `fetch` and `push` as git's smart protocol has them; `refs` is the listing that comes before either. */
  step: 'refs' | 'fetch' | 'push'
  url: string
  authorization: string | undefined
  /** Has git answer it. */
  serve: () => Promise<void>
  /** Has git do it, all of it, and passes on nothing of the answer. */
  serveInSilence: () => Promise<void>
  status: (code: number, text?: string) => void
  redirect: (address: string) => void
  /** Breaks the connection before the first byte of an answer: HTTP clients then ask again by themselves. */
  hangUp: () => void
  /** Breaks the connection within the answer: HTTP clients then give up. */
  breakOff: () => void
  /** Never answers. */
  hang: () => void
}

export interface GitServer {
  /** Address of the repository. */
  url: string
  /** Address of the server, as GITHUB_SERVER_URL gives it. */
  origin: string
  requests: Pick<GitRequest, 'step' | 'url' | 'authorization'>[]
  close: () => Promise<void>
}

/**
 * A git server on loopback over real `git http-backend`. With a token it asks for Basic x-access-token:<token>, as GitHub
 * does. `behave` is asked for every request that is let in.
 */
export async function startGitServer(
  remote: string,
  {
    token,
    behave = (request) => request.serve(),
  }: {
    token?: string
    behave?: (request: GitRequest) => void | Promise<void>
  } = {},
): Promise<GitServer> {
  const requests: GitServer['requests'] = []
  const expected = token === undefined ? null : `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  const server = createServer((message, response) => {
    void (async () => {
      const { authorization } = message.headers
      const url = message.url ?? ''
      const step = /service=|info\/refs/.test(url) ? 'refs' : url.endsWith('git-receive-pack') ? 'push' : 'fetch'
      requests.push({ step, url, authorization })
      const body = await buffer(message)
      if (expected !== null && authorization !== expected) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end('who are you?')
        return
      }
      const answer = () => backend(remote, message, body)
      await behave({
        step,
        url,
        authorization,
        serve: async () => pass(await answer(), response),
        serveInSilence: async () => void (await answer()),
        status: (code, text = '') => void response.writeHead(code, { 'content-type': 'text/plain' }).end(text),
        redirect: (address) => void response.writeHead(301, { location: address + url }).end(),
        hangUp: () => response.socket?.destroy(),
        breakOff() {
          response.writeHead(200, { 'content-type': 'application/x-git-receive-pack-result' })
          response.write('0', () => response.socket?.destroy())
        },
        hang: () => undefined,
      })
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    url: `${origin}/me/records.git`,
    requests,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

/** Runs git's own CGI program on a request and gives what it prints. */
async function backend(remote: string, message: IncomingMessage, body: Buffer): Promise<Buffer> {
  const { pathname, search } = new URL(message.url ?? '', 'http://localhost')
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: dirname(remote),
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      PATH_INFO: pathname.replace('/me/records.git', '/remote.git'),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: message.method,
      CONTENT_TYPE: message.headers['content-type'] ?? '',
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: message.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(message.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'somebody',
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  // A program that ends without reading everything is git's business.
  child.stdin.on('error', () => undefined)
  child.stdin.end(body)
  return buffer(child.stdout)
}

/** Turns a CGI answer into an HTTP one. */
function pass(answer: Buffer, response: ServerResponse): void {
  const end = answer.indexOf('\r\n\r\n')
  const headers = Object.fromEntries(
    answer
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(/:\s*/, 2) as [string, string]),
  )
  const { Status: status = '200', ...rest } = headers
  response.writeHead(parseInt(status, 10), rest).end(answer.subarray(end + 4))
}
