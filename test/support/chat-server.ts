import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as the server saw it. */
export interface SeenRequest {
  method: string
  headers: IncomingMessage['headers']
  /** The parsed body; undefined where it was not JSON. */
  body: { model?: string; messages?: { role: string; content: string }[]; [key: string]: unknown } | undefined
}

/** How the server deals with a request. */
export type Behaviour = (response: ServerResponse, request: SeenRequest) => void

export interface ChatServer {
  /** The full address, ending in /chat/completions. */
  url: string
  /** Every request so far, oldest first. */
  requests: SeenRequest[]
  /** The largest number of requests that were open at the same time. */
  mostAtOnce: () => number
  /** Behaviours for the next requests, one each; the last one stays. */
  script(...behaviours: Behaviour[]): void
  close(): Promise<void>
}

/** An endpoint for chat completions on loopback that behaves as told; a child process can use it by its `url`. */
export async function startChatServer(...behaviours: Behaviour[]): Promise<ChatServer> {
  let script = behaviours.length > 0 ? behaviours : [poems('fr')]
  const requests: SeenRequest[] = []
  let open = 0
  let most = 0
  const server = createServer((message, response) => {
    most = Math.max(most, ++open)
    response.on('close', () => open--)
    // Clients that hang up early are part of the play.
    response.on('error', () => undefined)
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      const request = {
        method: message.method ?? '',
        headers: message.headers,
        body: parse(Buffer.concat(chunks).toString()),
      }
      requests.push(request)
      const behave = script.length > 1 ? script.shift()! : script[0]!
      behave(response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1/chat/completions`,
    requests,
    mostAtOnce: () => most,
    script(...next) {
      script = next
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

/** An address on loopback where nothing listens. */
export async function refusedUrl(): Promise<string> {
  const server = await startChatServer()
  await server.close()
  return server.url
}

function parse(text: string): SeenRequest['body'] {
  try {
    return JSON.parse(text) as SeenRequest['body']
  } catch {
    return undefined
  }
}

/** A chat completion as services send it, around a message's `content`. */
export function completion(content: unknown, finishReason = 'stop', model = 'test-model'): Record<string, unknown> {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model,
    choices: [{ index: 0, finish_reason: finishReason, message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 80, completion_tokens: 20, total_tokens: 100 },
  }
}

/** Answers with a 200 and this JSON. */
export const sendsJson =
  (value: unknown): Behaviour =>
  (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))

/** Answers with a chat completion of this text. */
export const says = (content: unknown, finishReason?: string): Behaviour => sendsJson(completion(content, finishReason))

/** Answers with a status. */
export const refuses =
  (status: number, headers: Record<string, string> = {}, body = '{"error":{"message":"no"}}'): Behaviour =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)

/** Answers with a 200 and this text, whatever it is. */
export const sendsText =
  (body: string, type = 'application/json'): Behaviour =>
  (response) =>
    response.writeHead(200, { 'content-type': type }).end(body)

/** Never answers. */
export const hangs: Behaviour = () => undefined

/** Sends the headers at once, then a blank every few milliseconds, for ever. */
export const drips: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 5)
  response.on('close', () => clearInterval(timer))
}

/** Breaks the connection before any answer. */
export const resets: Behaviour = (response) => response.socket?.resetAndDestroy()

/** Announces a body, sends half of it and breaks the connection. */
export const breaksOff: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"choices":[', () => response.socket?.destroy())
}

/** Sends a body of this many megabytes, as fast as it is taken. */
export const floods =
  (megabytes: number): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const chunk = Buffer.alloc(2 ** 16, ' ')
    let left = megabytes * 16
    const pump = () => {
      while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', pump)
      response.end()
    }
    pump()
  }

/** Answers each request with the next of twelve different haikus, all of them 5-7-5 beyond doubt. */
export function poems(language: 'fr' | 'en'): Behaviour {
  let next = 0
  return (response, request) => says(POEMS[language][next++ % POEMS[language].length])(response, request)
}

export const POEMS = {
  fr: [
    'matin de grand vent\nle facteur tient son chapeau\nau coin du chemin',
    "vent sur le hangar\nun accordéon s'endort\nau fond du café",
    'soir sans horizon\nle bateau blanc du marin\nrevient en silence',
    'jardin sous la pluie\nun merle attend sur le mur\nle retour du pain',
    "midi au balcon\nun chat roux suit du museau\nle vol d'un pigeon",
    'parfum de lilas\nma voisine a mis du jazz\nau premier balcon',
    "brouillard du matin\ndeux corbeaux noirs sur le toit\nparlent de l'hiver",
    "foin coupé du soir\nle tambour d'un bal lointain\nfait trembler la nuit",
    'gare au petit jour\nun enfant compte les trains\navec ses dix doigts',
    'dernier bus du soir\nle chauffeur bat du talon\nun vieux rock anglais',
    'soleil au canal\nun gant rouge abandonné\nsalut du pont neuf',
    'lampe du salon\nun papillon gris se pose\nau bord du refrain',
  ],
  en: [
    'first snow on the roof\nthe kitten looks at the sky\nand forgets her milk',
    'low tide at sunrise\ntwo old men dig in the sand\nand talk about rain',
    'a bus in the dark\nthe driver taps on the wheel\nsome tune from the war',
    'window full of frost\nmy neighbor hums in the hall\nand carries her bread',
    'green hill after rain\na black dog runs with a stick\ntoo big for the gate',
    'long road to the coast\nthe band asleep in the van\nmoon on the drum kit',
    'dust on the bookshelf\na letter from my mother\nfalls out of the songs',
    'wet leaves on the step\nthe postman whistles one note\nand walks to the next',
    'night train in the hills\na stranger lends me his coat\nand looks at the stars',
    'cold hands on the string\nthe singer waits for the nod\nthen closes her eyes',
    'late sun on the pond\na heron stands on one leg\nin its own picture',
    'market in the square\nthe trumpet man drinks his tea\nand watches the doves',
  ],
} as const
