import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { UsageError } from '../../../scripts/ground/errors.ts'
import type { SeenVersion } from '../../../scripts/repository/ledger.ts'
import { lookForNewest, newestVersion } from '../../../scripts/repository/template/newest-version.ts'
import { runUpgrade } from '../../../scripts/commands/upgrade/run-upgrade.ts'
import { startGitServer, type GitServer } from '../../support/git-server.ts'
import { SAYS, startGitHub, type GitHubServer } from '../../support/github-server.ts'
import { madeFrom } from '../../support/made-from.ts'
import { createWorld, type World } from '../../support/repos.ts'
import { commitHere, createTemplate, setManifest, useTemplate, type TemplateRepo } from '../../support/template-repo.ts'

const NAME = 'aime/template'
const NOW = Temporal.Instant.from('2026-11-23T06:17:15Z')
const YESTERDAY: SeenVersion = { newest: '0.1.0', seen: '2026-11-22T06:17:15Z' }
const TODAY: SeenVersion = { newest: '0.1.5', seen: '2026-11-23T06:00:00Z' }

let world: World
let template: TemplateRepo
let root: string
let server: GitServer
let isSilent = false
beforeAll(async () => {
  world = await createWorld()
  template = await createTemplate(world)
  // The test server serves the world's remote, so the template is put there.
  await world.git(template.path, 'push', '--quiet', '--force', '--tags', world.remote, 'main')
  server = await startGitServer(world.remote, {
    behave: (request) => (isSilent ? request.hang() : request.serve()),
  })
  root = await useTemplate(world, template, 'v0.1.0', 'copy')
})
afterAll(async () => {
  await server.close()
  await world.remove()
})

async function github(made: { name: string; address: string } | null = { name: NAME, address: server.url }) {
  const github = await startGitHub()
  madeFrom(github, made)
  return github
}

const envOf = (github: GitHubServer, more: NodeJS.ProcessEnv = {}) => ({ ...world.env, ...github.env, ...more })

const request = (env: NodeJS.ProcessEnv, from?: string) => ({
  root,
  env,
  from,
  dryRun: true,
  keepMine: false,
  progress: () => undefined,
})

describe('the template', () => {
  it('is the one GitHub knows, asked with or without a token, and git gets no token', async () => {
    for (const token of [{}, { GITHUB_TOKEN: '' }]) {
      const env = envOf(await github(), token)
      expect(await runUpgrade(request(env))).toMatchObject({
        kind: 'step',
        to: '0.2.0',
        template: server.url.replace('.git', ''),
      })
    }
    expect(server.requests.map(({ authorization }) => authorization).filter(Boolean)).toEqual([])
  })

  it('is what package.json says rather than what GitHub knows, and what the person says before both', async () => {
    const own = await useTemplate(world, template, 'v0.1.0', 'own')
    await setManifest(own, { aime: { template: '../template' } })
    await commitHere(world, own)
    const asked = await github()
    const env = envOf(asked)
    const says = { ...request(env), root: own, keepMine: true }
    expect(await runUpgrade(says)).toMatchObject({ template: '../template' })
    expect(await runUpgrade({ ...says, from: template.path })).toMatchObject({ template: template.path })
    expect(asked.asked).toEqual([])
  })

  it('is asked for where nobody knows it', async () => {
    const unknown = async (env: NodeJS.ProcessEnv) => {
      const error: unknown = await runUpgrade(request(env)).catch((thrown: unknown) => thrown)
      if (!(error instanceof UsageError)) throw error
      expect(error.todo).toContain('npm run upgrade -- --from <address>')
      return error.message
    }
    expect(await unknown(envOf(await github(null)))).toBe(
      'GitHub knows no template that this repository was made from.',
    )
    expect(await unknown(world.env)).toBe(
      'It is not known which template this repository was made from: It is not clear which repository on GitHub this is.',
    )
    const hidden = await github()
    hidden.meet('repos/get', { always: SAYS.notFound })
    expect(await unknown(envOf(hidden))).toContain('GitHub knows no someone/records, or does not show it')
  })

  it('stays unknown for the moment where GitHub is out of order', async () => {
    const broken = await github()
    broken.meet('repos/get', { always: SAYS.outOfOrder })
    await expect(newestVersion(root, envOf(broken), { retries: 0 })).rejects.toThrow('GitHub is out of order')
  })
})

describe('the newest version for the ledger', () => {
  const inActions = { GITHUB_ACTIONS: 'true' }

  it('is asked of the template once a day', async () => {
    const env = envOf(await github(), inActions)
    const found = { newest: '0.2.0', seen: '2026-11-23T06:17:15Z' }
    expect(await lookForNewest(null, { root, env, now: NOW })).toEqual(found)
    expect(await lookForNewest(YESTERDAY, { root, env, now: NOW })).toEqual(found)
    const before = server.requests.length
    expect(await lookForNewest(TODAY, { root, env, now: NOW })).toBe(TODAY)
    expect(server.requests).toHaveLength(before)
    // By a clock that was wrong.
    expect(await lookForNewest({ ...TODAY, seen: '2033-01-01T00:00:00Z' }, { root, env, now: NOW })).toEqual(found)
  })

  it('is asked in Actions alone', async () => {
    const asked = await github()
    expect(await lookForNewest(YESTERDAY, { root, env: envOf(asked), now: NOW })).toBe(YESTERDAY)
    expect(asked.asked).toEqual([])
  })

  it('is none where there is no template, which is not asked again that day', async () => {
    const env = envOf(await github(null), inActions)
    expect(await lookForNewest(null, { root, env, now: NOW })).toEqual({ newest: null, seen: '2026-11-23T06:17:15Z' })
  })

  it('stays what it was where the template cannot be asked, or not in time', async () => {
    const gone = await github({ name: NAME, address: 'http://127.0.0.1:9/template.git' })
    expect(await lookForNewest(YESTERDAY, { root, env: envOf(gone, inActions), now: NOW })).toBe(YESTERDAY)
    const broken = await github()
    broken.meet('repos/get', { always: SAYS.outOfOrder })
    expect(await lookForNewest(YESTERDAY, { root, env: envOf(broken, inActions), now: NOW })).toBe(YESTERDAY)
    isSilent = true
    const env = envOf(await github(), inActions)
    const began = performance.now()
    expect(await lookForNewest(YESTERDAY, { root, env, now: NOW, limit: 400 })).toBe(YESTERDAY)
    expect(performance.now() - began).toBeLessThan(10_000)
    isSilent = false
  })

  it('stays what it was where package.json is broken: a notice is not worth a task', async () => {
    const env = envOf(await github(), inActions)
    expect(await lookForNewest(YESTERDAY, { root: world.folder, env, now: NOW })).toBe(YESTERDAY)
  })
})
