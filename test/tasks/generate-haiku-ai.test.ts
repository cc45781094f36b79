import { afterEach, describe, expect, it } from 'vitest'
import { scans } from '../../scripts/haiku/syllables/syllables.ts'
import {
  POEMS,
  poems,
  refuses,
  resets,
  says,
  sendsJson,
  sendsText,
  startChatServer,
  type Behaviour,
  type ChatServer,
} from '../support/chat-server.ts'
import { copy, poemsOf, run, tree, type Ended } from '../support/command.ts'

const KEY = 'sk-secret-4711-key'

let server: ChatServer | undefined
afterEach(() => server?.close())

/** The main job against an endpoint that behaves as told; checks what holds on every day, good or bad. */
async function mainJob(...behaviours: Behaviour[]): Promise<Ended & { page: string; closing: string }> {
  server = await startChatServer(...behaviours)
  const root = await copy()
  const env = { EURIA_URL: server.url, EURIA_BEARER: KEY, EURIA_MODEL: 'some-model', GITHUB_ACTIONS: 'true' }
  const ended = await run(root, ['generate_haiku_scheduled', '--now', '2026-02-01T06:00:00Z', '--verbose'], env)
  const files = await tree(root)
  const page = files['Scheduled Output/generate-haiku-20260201-060000.md'] ?? ''
  expect(ended.code, ended.stderr).toBe(0)
  expect(poemsOf(page)).toHaveLength(5)
  for (const { lines } of poemsOf(page)) {
    expect(
      lines.map((line, i) => scans(line, [5, 7, 5][i]!, 'fr')),
      lines.join(' / '),
    ).toEqual([true, true, true])
  }
  expect(JSON.stringify([ended, files])).not.toContain(KEY)
  return { ...ended, page, closing: page.trimEnd().split('\n').at(-1)! }
}

describe('the main job with an AI', () => {
  it('prints its poems, says so, and sends the album and the key', async () => {
    const { closing, stdout } = await mainJob(poems('fr'))
    expect(closing).toBe('*5 poèmes de l’IA (test-model).*')
    expect(stdout).not.toContain('::warning')
    expect(server!.requests).toHaveLength(5)
    expect(server!.requests[0]!.headers['authorization']).toBe(`Bearer ${KEY}`)
    expect(server!.requests[0]!.body?.['model']).toBe('some-model')
  })

  it('sends back a poem that does not scan, with its counts, and prints the next one', async () => {
    const bad = says('un chat\nun autre chat encore plus long que le premier\nfin')
    const good = poems('fr')
    const { closing } = await mainJob(bad, good)
    expect(closing).toBe('*5 poèmes de l’IA (test-model).*')
    expect(server!.requests).toHaveLength(6)
    const again = server!.requests.map(({ body }) => body?.messages ?? []).find((messages) => messages.length > 2)
    expect(again?.at(-1)?.content).toContain('2')
  })

  const fr = POEMS.fr
  let turn = 0
  const around =
    (wrap: (poem: string) => string): Behaviour =>
    (...args) =>
      says(wrap(fr[turn++ % fr.length]!))(...args)

  it.each<[string, Behaviour]>([
    ['fenced', around((poem) => `\`\`\`\n${poem}\n\`\`\``)],
    ['commented', around((poem) => `Bien sûr ! Voici votre haïku :\n\n${poem}\n\nJ'espère qu'il vous plaira.`)],
    ['quoted', around((poem) => `« ${poem} »`)],
    ['titled', around((poem) => `**Matin**\n\n${poem}`)],
    [
      'numbered',
      around((poem) =>
        poem
          .split('\n')
          .map((line, i) => `${i + 1}. ${line}`)
          .join('\n'),
      ),
    ],
    ['reasoned', around((poem) => `<think>5-7-5…\nun\ndeux\ntrois</think>\n${poem}`)],
  ])('reads a %s answer', async (_how, behaviour) => {
    expect((await mainJob(behaviour)).closing).toBe('*5 poèmes de l’IA (test-model).*')
  })

  const fellBack = '*5 poèmes du compositeur intégré. L’IA n’a pas donné de haïku valable pour 5 poèmes.*'

  it.each<[string, Behaviour, requests: number]>([
    ['401', refuses(401), 1],
    ['403', refuses(403), 1],
    ['a long 429', refuses(429, { 'retry-after': '3600' }), 3],
    ['an empty content cut by its length', says('', 'length'), 15],
    ['four lines', says('a\nb\nc\nd'), 15],
    ['another language', says(POEMS.en[0]), 15],
    ['the same poem every time', says(fr[0]), 15],
    ['a way out of the fence', says('```\n# pwned\n```\n<script>alert(1)</script>\n[x](javascript:x)'), 15],
    ['HTML', sendsText('<html>busy</html>', 'text/html'), 15],
    ['a wrong shape', sendsJson({ choices: [] }), 15],
  ])('lets the composer write on %s, and says so', async (what, behaviour, most) => {
    const { closing, stdout, page } = await mainJob(behaviour)
    if (what === 'the same poem every time') {
      expect(closing).toBe(
        '*1 poème de l’IA (test-model), 4 poèmes du compositeur intégré. L’IA n’a pas donné de haïku valable pour 4 poèmes.*',
      )
    } else {
      expect(closing).toBe(fellBack)
      expect(stdout.match(/^::warning /gm)).toHaveLength(5)
    }
    expect(page).not.toContain('pwned')
    expect(server!.requests.length).toBeGreaterThan(0)
    expect(server!.requests.length).toBeLessThanOrEqual(Math.max(most, 3))
  })

  it('waits out a short rate limit', async () => {
    const { closing } = await mainJob(refuses(429, { 'retry-after': '1' }), poems('fr'))
    expect(closing).toBe('*5 poèmes de l’IA (test-model).*')
  })

  it('tries again after a 500 and a broken connection', async () => {
    const { closing } = await mainJob(refuses(500), resets, poems('fr'))
    expect(closing).toBe('*5 poèmes de l’IA (test-model).*')
  })

  it('is not needed by the exports, whatever its settings are', async () => {
    const root = await copy()
    const env = { EURIA_URL: 'nonsense', EURIA_BEARER: KEY }
    expect((await run(root, ['export_collection_json'], env)).code).toBe(0)
    const { code, stderr } = await run(root, ['generate_haiku_scheduled'], env)
    expect(code).toBe(2)
    expect(stderr).toContain('✗ EURIA_URL is not an address')
  })
})
