import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { begin, type Begun } from '../../../scripts/commands/begin/begin.ts'
import type { Entries } from '../../../scripts/config/form-entries.ts'
import { parseConfig } from '../../../scripts/config/config.ts'
import { command, copy, tree } from '../../support/command.ts'
import { discogsItems, startDiscogs, type DiscogsServer } from '../../support/discogs-server.ts'
import { refuses, startLastfm, type LastfmServer } from '../../support/lastfm-server.ts'
import { startListenBrainz, type ListenBrainzServer } from '../../support/listenbrainz-server.ts'
import { html, json, silent } from '../../support/loopback.ts'

const NOW = '2026-11-20T12:00:00Z'
const PAGE = 'https://github.com/someone/records'
const SECRETS = `${PAGE}/settings/secrets/actions`
const OPEN: Entries = { discogs: '', lastfm: '', listenbrainz: '', language: '', zone: '' }
const SAYS = { fr: /Rien n’a été changé/u, en: /Nothing was changed/u }

let discogs: DiscogsServer
let lastfm: LastfmServer
let brainz: ListenBrainzServer
beforeEach(async () => {
  discogs = await startDiscogs({
    people: {
      rodneyfool: { items: discogsItems(3) },
      hermit: { items: discogsItems(3), isPrivate: true, token: 'the-hermits-own-token' },
    },
  })
  lastfm = await startLastfm()
  brainz = await startListenBrainz()
})
afterEach(() => Promise.all([discogs.close(), lastfm.close(), brainz.close()]))

const env = (root: string) => ({
  PATH: process.env['PATH'],
  HOME: root,
  DISCOGS_URL: discogs.url,
  LASTFM_URL: lastfm.url,
  LISTENBRAINZ_URL: brainz.url,
  LASTFM_API_KEY: lastfm.key,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'someone/records',
})

interface Filled {
  root: string
  begun: Begun
  /** The summary as GitHub shows it. */
  page: string
}

async function fill(entries: Partial<Entries>, more: Record<string, string> = {}, at?: string): Promise<Filled> {
  const root = at ?? (await copy())
  const begun = await begin({
    entries: { ...OPEN, ...entries },
    root,
    env: { ...env(root), ...more },
    now: Temporal.Instant.from(NOW),
    seed: 1,
    publish: false,
    progress: () => undefined,
    patience: { timeoutMs: 300, backoffMs: 1 },
  })
  return { root, begun, page: rendered(begun.summary) }
}

function rendered(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
}

const configIn = async (root: string) => parseConfig(await readFile(join(root, 'config/app.json'), 'utf8'))
/** The points of a list, as text. */
const points = (page: string) =>
  [...page.matchAll(/<li>([^]*?)<\/li>/gu)].map(([, point]) => point!.replaceAll(/<[^>]+>/gu, '').trim())

describe.each(['fr', 'en'] as const)('a form with mistakes (%s)', (language) => {
  it('is told everything at once, in the language that was chosen, and changes nothing', async () => {
    lastfm.script(refuses(403, 17, 'Login: User required to be logged in'))
    const root = await copy(language === 'fr' ? '{ "locale": "en" }' : '{ "locale": "fr" }')
    const before = await tree(root)
    const entries = { discogs: 'nobody', lastfm: 'shy', listenbrainz: 'noone', zone: 'Europe/Pari', language }
    const { begun, page } = await fill(entries, {}, root)
    expect(begun.verdict).toBe('wrong')
    expect(points(page)).toHaveLength(4)
    for (const entry of ['nobody', 'shy', 'noone', 'Europe/Pari', 'Europe/Paris']) expect(page).toContain(entry)
    expect(page).toMatch(SAYS[language])
    expect(page).toContain(`href="${PAGE}/actions/workflows/begin.yml"`)
    expect(page).toContain('href="https://www.last.fm/settings/privacy"')
    expect(begun.report).toMatch(/^The form needs mending/u)
    expect(begun.report.match(/^- /gmu)).toHaveLength(4)
    expect(begun.annotations).toMatchObject([{ level: 'error', message: begun.report }])
    expect(await tree(root)).toEqual(before)
  })

  it('says how a collection that is private can be read', async () => {
    const { begun, page } = await fill({ discogs: 'hermit', language })
    expect(begun.verdict).toBe('wrong')
    expect(points(page)).toEqual([expect.stringMatching(/hermit.*DISCOGS_TOKEN/u)])
    for (const address of [
      'https://www.discogs.com/settings/privacy',
      'https://www.discogs.com/settings/developers',
      SECRETS,
    ])
      expect(page).toContain(`href="${address}"`)
  })

  it('names the secret that a service refuses, and never its value', async () => {
    const tokens = { DISCOGS_TOKEN: 'dt0ken', LASTFM_API_KEY: 'lk3y', LISTENBRAINZ_TOKEN: 'bt0ken' }
    const { begun, page } = await fill(
      { discogs: 'hermit', lastfm: 'rj', listenbrainz: 'rob zombie', language },
      tokens,
    )
    expect(begun.verdict).toBe('wrong')
    expect(points(page)).toEqual(Object.keys(tokens).map((name) => expect.stringContaining(name) as string))
    expect(page.split(`href="${SECRETS}"`)).toHaveLength(4)
    for (const token of Object.values(tokens)) expect(JSON.stringify(begun)).not.toContain(token)
  })

  it('shows what was typed as typed', async () => {
    const nasty = [
      '<img src=x onerror=alert(1)>',
      '[x](https://example.org)',
      '`*_~~<b>',
      '| a | b |',
      '@someone',
      '</details>',
    ]
    for (const entry of nasty) {
      const { begun, page } = await fill({ zone: entry, lastfm: `${entry} x`, language })
      expect(begun.verdict).toBe('wrong')
      expect(page).not.toMatch(/<(?:img|b|table|code|em)[ >]|href="https:\/\/example\.org/u)
      const shown = page
        .replaceAll(/<\/?span>/gu, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
      expect(shown).toContain(entry)
    }
  })

  it('is taken as it is where a service does not answer: that is nobody’s mistake', async () => {
    for (const answer of [json({ message: 'Oops' }, 500), json({ unexpected: true }), html, silent]) {
      discogs.play(answer)
      const root = await copy()
      const before = await tree(root)
      const { begun, page } = await fill({ discogs: 'rodneyfool', language }, {}, root)
      expect(begun.verdict).toBe('silent')
      expect(points(page)).toEqual([expect.stringMatching(/^Discogs .*\(Discogs .+\)$/u)])
      expect(page).toMatch(SAYS[language])
      expect(page).not.toMatch(/corrigez|mend this/iu)
      expect(await tree(root)).toEqual(before)
    }
  })

  it('is told of a silent service beside its mistakes', async () => {
    discogs.play(json({}, 500))
    const { begun, page } = await fill({ discogs: 'rodneyfool', listenbrainz: 'noone', language })
    expect(begun.verdict).toBe('wrong')
    expect(points(page)).toHaveLength(2)
  })
})

it('answers in the language of the repository where the one that was chosen is not on offer', async () => {
  const { begun, page } = await fill({ language: 'de' }, {}, await copy('{ "locale": "en" }'))
  expect(begun.verdict).toBe('wrong')
  expect(points(page)).toEqual(['Language: “de” is not on offer. Choose fr or en.'])
})

describe('a form that is right', () => {
  it('sets language and zone alone, and says how a collection comes in', async () => {
    const { begun, page, root } = await fill({ language: 'en', zone: 'Paris' })
    expect(begun.verdict).toBe('done')
    expect(await configIn(root)).toMatchObject({ locale: 'en', timezone: 'Europe/Paris' })
    expect(page).toContain(`href="${PAGE}/tree/HEAD/data/inbox"`)
    expect(begun.report).toContain('generate_haiku_scheduled: done')
    const poems = Object.keys(await tree(root)).find((path) => path.includes('/generate-haiku-20261120-130000'))
    expect(poems).toBeDefined()
  })

  it('goes on without Last.fm where its key is missing, and says where the key goes', async () => {
    const { begun, page, root } = await fill({ lastfm: 'rj', language: 'fr' }, { LASTFM_API_KEY: '' })
    expect(begun.verdict).toBe('done')
    const told = points(page).find((point) => point.includes('LASTFM_API_KEY'))
    expect(told).toContain('relancez ce formulaire')
    expect(page).toContain(`href="${SECRETS}"`)
    expect(page).toContain('href="https://www.last.fm/api/account/create"')
    const { tasks, accounts } = await configIn(root)
    expect(tasks.sync_listens.enabled).toBe(false)
    expect(accounts.lastfm).toBeNull()
    expect(lastfm.requests).toEqual([])
  })

  it('takes ListenBrainz although the key for Last.fm is missing', async () => {
    brainz.listens = [{ listened_at: Date.parse(NOW) / 1000 - 3600, artist_name: 'Air', track_name: 'x' }]
    const { begun, root } = await fill({ lastfm: 'rj', listenbrainz: 'rob zombie' }, { LASTFM_API_KEY: '' })
    expect(begun.verdict).toBe('done')
    const { tasks, accounts } = await configIn(root)
    expect(tasks.sync_listens.enabled).toBe(true)
    expect(accounts).toEqual({ discogs: null, lastfm: null, listenbrainz: 'rob zombie' })
    expect(await readFile(join(root, 'data/listens/2026-11.json'), 'utf8')).toContain('Air')
  })

  it('brings in the collection that was asked about, whatever the environment names', async () => {
    const { begun, root } = await fill(
      { discogs: 'https://www.discogs.com/fr/user/rodneyfool' },
      { DISCOGS_USER: 'hermit' },
    )
    expect(begun.verdict).toBe('done')
    expect((await configIn(root)).accounts.discogs).toBe('rodneyfool')
    expect(await readFile(join(root, 'data/collection.json'), 'utf8')).toContain('"Title 3"')
  })

  it('does not ask again for an account that is known', async () => {
    const root = await copy('{ "accounts": { "discogs": "rodneyfool" } }')
    expect((await fill({ language: 'fr' }, {}, root)).page).not.toContain('data/inbox')
  })

  it('tells what could not be done, and does the rest', async () => {
    const { good } = discogs
    discogs.play((response, call) =>
      call.path.endsWith('/releases') ? json({ nothing: 'useful' })(response, call) : good(response, call),
    )
    const { begun, page, root } = await fill({ discogs: 'rodneyfool', language: 'fr' })
    expect(begun.verdict).toBe('partial')
    expect(points(page).filter((point) => point.startsWith('❌'))).toEqual([
      expect.stringMatching(/Collection : Discogs/u),
    ])
    expect(begun.report).toMatch(/^✗ sync_collection: Discogs/mu)
    expect(begun.annotations).toMatchObject([{ level: 'error', title: 'Discogs' }])
    expect((await configIn(root)).tasks.sync_collection.enabled).toBe(true)
    expect(Object.keys(await tree(root)).filter((path) => path.startsWith('Scheduled Output/export-'))).toHaveLength(2)
  })
})

describe('the command', () => {
  const run = async (args: string[]) => {
    const root = await copy()
    const summary = join(root, 'summary.md')
    await writeFile(summary, '')
    const ended = await command('begin', root, args, { ...env(root), GITHUB_STEP_SUMMARY: summary })
    return { ...ended, summary: await readFile(summary, 'utf8') }
  }

  it('exits with 2 where the form needs mending', async () => {
    const { code, stderr, summary } = await run(['--discogs=nobody', '--zone=Mars/Olympus', '--language=fr'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^✗ The form needs mending/mu)
    expect(summary).toContain('### ✋ Le formulaire est à corriger')
    expect(summary).toContain('Mars/Olympus')
  })

  it('exits with 1 where a service alone is to blame', async () => {
    discogs.play(json({ message: 'no' }))
    const { code, stderr, summary } = await run(['--discogs=rodneyfool', '--language=fr'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^✗ A service does not answer/mu)
    expect(summary).toContain('### ✋ Un service ne répond pas')
  })

  it('exits with 0 where everything was done', async () => {
    const { code, stdout, summary } = await run(['--discogs=rodneyfool', '--language=en', '--zone=Europe/Paris'])
    expect(code).toBe(0)
    expect(stdout).toContain('sync_collection: done')
    expect(summary).toContain('## 🎉 Here we go')
  })
})
