import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RUNNABLE } from '../../../scripts/tasks/registry.ts'
import { completion, sendsJson, startChatServer } from '../../support/chat-server.ts'
import { command } from '../../support/command.ts'
import { REPOSITORY, startGitHub, TOKEN, type GitHubServer } from '../../support/github-server.ts'
import { withSettings } from '../../support/github-settings.ts'
import { createWorld, fingerprint, json, writeFiles, type World } from '../../support/repos.ts'

const LOCK = { packages: { '': {}, 'node_modules/one': { version: '1.0.0' } } }
const ORDER = [
  ...['Node.js', 'git', 'dependencies'],
  ...['configuration', 'tasks', 'collection', 'review', 'haiku log', 'listens', 'look-ups', 'run ledger'],
  ...['output folder', 'workflow files', 'cron lines'],
  ...['remote', 'branch', 'push', 'version'],
  ...['token', 'repository', 'default branch', 'branch rules', 'Actions', 'workflow rights'],
  ...['workflows', 'buttons', 'last runs', 'secrets', 'logs'],
  ...['Euria', 'Spotify', 'Last.fm', 'ListenBrainz', 'Discogs'],
]
const TITLES = ['This machine', 'The files of this repository', 'This clone', 'GitHub', 'Other services']

let world: World
let root: string

/** A copy of the template as a person has it who has set up everything. */
beforeAll(async () => {
  world = await createWorld({
    files: { 'package.json': '{}', 'package-lock.json': json(LOCK), '.gitignore': 'node_modules\n' },
  })
  root = await world.clone('clone')
  await cp('.github/workflows', join(root, '.github/workflows'), { recursive: true })
  await writeFiles(root, { 'node_modules/.package-lock.json': json(LOCK) })
  await command('sync-workflows', root, [], world.env)
  // Pushes go to the remote of the test.
  await world.git(root, 'remote', 'set-url', '--push', 'origin', world.remote)
  await world.git(root, 'remote', 'set-url', 'origin', `https://github.com/${REPOSITORY}.git`)
})
afterAll(() => world.remove())

async function ready(): Promise<GitHubServer> {
  const files = [...RUNNABLE.map((id) => `${id}.yml`), 'clock.yml']
  const server = await startGitHub({ workflows: Object.fromEntries(files.map((file) => [file, 'active'])) })
  withSettings(server)
  return server
}

const doctor = (args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
  command('doctor', root, args, { ...world.env, ...env })

/** The names of the checks whose line begins with one of these signs. */
function linesWith(signs: string, text: string): string[] {
  const lines = text.split('\n').filter((line) => line !== '' && signs.includes(line[0]!))
  return lines.map((line) => line.slice(2).split(/ {2,}/)[0]!)
}

describe('npm run doctor', () => {
  it('goes through everything in its order, finds all well, changes nothing and exits with 0', async () => {
    const github = await ready()
    const euria = await startChatServer(sendsJson(completion('OK')))
    const before = await fingerprint(root)
    const { code, stdout, stderr } = await doctor([], {
      ...github.env,
      EURIA_URL: euria.url,
      EURIA_BEARER: 'euria-secret-0123456789',
    })
    await euria.close()
    expect(stderr).toBe('')
    expect(linesWith('✗', stdout)).toEqual([])
    expect(linesWith('✓–', stdout)).toEqual(ORDER)
    expect(stdout.split('\n').filter((line) => TITLES.includes(line))).toEqual(TITLES)
    expect(stdout).toContain(`https://github.com/${REPOSITORY}/actions`)
    expect(stdout).toContain('generate_haiku_scheduled, export_collection_markdown, export_collection_json')
    expect(stdout).toMatch(/\n\nAll that was looked at is well\. .*\n$/)
    expect(code).toBe(0)
    expect(euria.requests).toHaveLength(1)
    expect(github.repository.runs).toEqual([])
    expect(await fingerprint(root)).toEqual(before)
  })

  it('says under each problem what to do, goes on to the end and exits with 1', async () => {
    const github = await ready()
    withSettings(github, { isTemplate: true })
    const { code, stdout } = await doctor([], { ...github.env, SPOTIFY_CLIENT_ID: 'only-an-id' })
    expect(linesWith('✗', stdout)).toEqual(['repository', 'Spotify'])
    expect(stdout).toMatch(/✗ repository .*\n {4}→ If it is your own copy: .*\n {6}If it is the template itself: /)
    expect(stdout).toMatch(/✗ Spotify .*\n {4}→ Set SPOTIFY_CLIENT_SECRET too/)
    expect(stdout).toContain('\n2 problems; the arrow under each ✗ says what to do.')
    expect(code).toBe(1)
  })

  it('gives programs a list of the same', async () => {
    const { code, stdout } = await doctor(['--json'], { LASTFM_USER: 'me' })
    const list = JSON.parse(stdout) as Record<string, unknown>[]
    expect(list.map(({ check }) => check)).toEqual(ORDER)
    for (const entry of list) expect(Object.keys(entry)).toEqual(['check', 'verdict', 'says', 'todo'])
    expect(list.find(({ check }) => check === 'Last.fm')).toEqual({
      check: 'Last.fm',
      verdict: 'problem',
      says: 'LASTFM_USER is set and LASTFM_API_KEY is not.',
      todo: expect.stringContaining('LASTFM_API_KEY') as never,
    })
    expect(code).toBe(1)
  })

  it('shows no secret, whatever answers', async () => {
    const github = await ready()
    github.meet('users/get-authenticated', { always: { status: 401, message: `Bad credentials: ${TOKEN}` } })
    const secret = 'euria-secret-0123456789'
    const euria = await startChatServer((response) => response.writeHead(401).end(secret))
    const env = { ...github.env, EURIA_URL: euria.url, EURIA_BEARER: secret }
    for (const args of [[], ['--json'], ['--verbose']]) {
      const { stdout, stderr } = await doctor(args, env)
      expect(stdout).toContain('Euria refused the key (401)')
      expect(stdout + stderr).not.toContain(secret)
      expect(stdout + stderr).not.toContain(TOKEN)
    }
    await euria.close()
  })

  it('explains itself, and refuses what it does not know', async () => {
    expect(await doctor(['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('npm run doctor') as never,
    })
    expect(await doctor(['--fix'])).toMatchObject({ code: 2, stdout: '' })
  })
})
