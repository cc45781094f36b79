import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findingOf, type Finding } from '../../../scripts/commands/doctor/check.ts'
import { cloneChecks } from '../../../scripts/commands/doctor/clone.ts'
import { startGitServer } from '../../support/git-server.ts'
import { createWorld, pathsOf, writeFiles, type World } from '../../support/repos.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

async function examine(
  root: string,
  defaultBranch: string | null = null,
  env: NodeJS.ProcessEnv = {},
): Promise<Record<string, Finding>> {
  const bug = (error: unknown) => {
    throw error
  }
  const checks = cloneChecks(root, { ...world.env, ...env }, () => Promise.resolve(defaultBranch))
  const found = await Promise.all(checks.map(async (check) => [check.name, await findingOf(check, bug)] as const))
  return Object.fromEntries(found)
}

describe('the branch', () => {
  it('that follows its remote is well; commits that are only here are counted', async () => {
    const root = await world.clone('clone')
    expect((await examine(root, 'main'))['branch']).toEqual({ verdict: 'ok', says: '“main” follows origin/main' })
    await writeFiles(root, { 'note.md': 'x' })
    await world.git(root, 'add', '--all')
    await world.git(root, 'commit', '--quiet', '--message', 'Note')
    expect((await examine(root))['branch']).toEqual({
      verdict: 'ok',
      says: '“main” follows origin/main; 1 commit of yours not pushed yet (git push)',
    })
  })

  it('that follows nothing is a problem', async () => {
    const root = await world.clone('clone')
    await world.git(root, 'switch', '--quiet', '--create', 'try')
    expect((await examine(root))['branch']).toEqual({
      verdict: 'problem',
      says: '“try” follows no branch of “origin”.',
      todo: 'git push -u origin try',
    })
  })

  it('that its remote has no longer is a problem', async () => {
    const root = await world.clone('clone')
    await world.git(root, 'update-ref', '-d', 'refs/remotes/origin/main')
    expect((await examine(root))['branch']).toMatchObject({ verdict: 'problem', todo: 'git push -u origin main' })
  })

  it('that is not the default one is not what the schedules run', async () => {
    const root = await world.clone('clone')
    expect((await examine(root, 'trunk'))['branch']).toEqual({
      verdict: 'not-asked',
      says: '“main” is checked out; the schedules run on “trunk” and know nothing of what is only here.',
    })
  })

  it('that is missing because a commit is checked out is a problem', async () => {
    const root = await world.clone('clone')
    await world.git(root, 'switch', '--quiet', '--detach')
    expect((await examine(root, 'trunk'))['branch']).toMatchObject({ verdict: 'problem', todo: 'git switch trunk' })
  })

  it('is none outside a clone and before the first commit', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aime-doctor-'))
    const findings = await examine(folder)
    expect(findings).toMatchObject({
      remote: { verdict: 'problem' },
      branch: {
        verdict: 'problem',
        says: 'This is no git repository with a commit in it (not a git repository (or any of the parent directories): .git).',
        todo: expect.stringContaining('git clone') as never,
      },
      push: { verdict: 'not-asked', says: 'There is no remote to push to.' },
    })
    await world.git(folder, 'init', '--quiet')
    await world.git(folder, 'remote', 'add', 'origin', world.remote)
    expect((await examine(folder))['push']).toEqual({ verdict: 'not-asked', says: 'There is no commit to push.' })
    await rm(folder, { recursive: true })
  })

  it('without a remote has none to follow', async () => {
    const root = await world.clone('clone')
    await world.git(root, 'remote', 'remove', 'origin')
    expect((await examine(root))['branch']).toMatchObject({ verdict: 'not-asked' })
  })
})

describe('a push', () => {
  it('is tried without leaving anything at the remote', async () => {
    const root = await world.clone('clone')
    const before = await world.git(world.remote, 'for-each-ref')
    expect((await examine(root))['push']).toEqual({
      verdict: 'ok',
      says: 'the remote would take one (tried without sending anything)',
    })
    expect(await world.git(world.remote, 'for-each-ref')).toBe(before)
    expect(await pathsOf(world)).toContain('data/runs.json')
    expect(await world.git(root, 'status', '--porcelain')).toBe('')
  })

  it('to a remote that is gone is a problem, with what to look at', async () => {
    const root = await world.clone('clone')
    await world.git(root, 'remote', 'set-url', 'origin', join(world.folder, 'gone.git'))
    expect((await examine(root))['push']).toMatchObject({
      verdict: 'problem',
      says: expect.stringContaining('The remote would take none: ') as never,
      todo: 'Check the address that “git remote -v” shows.',
    })
  })

  it('to a server that nobody reaches is a problem of the connection', async () => {
    const root = await world.clone('clone')
    await world.git(root, 'remote', 'set-url', 'origin', 'http://127.0.0.1:9/someone/records.git')
    expect((await examine(root))['push']).toMatchObject({
      verdict: 'problem',
      says: expect.stringContaining('The remote could not be reached: ') as never,
    })
  })

  it('with a token is tried with that token; where it may not write, the setting to change is told', async () => {
    const token = 'github_pat_0of0a0doctor'
    let mayWrite = true
    const server = await startGitServer(world.remote, {
      token,
      behave: (request) =>
        mayWrite ? request.serve() : request.status(403, 'Write access to repository not granted.'),
    })
    try {
      const root = await world.clone('clone')
      await world.git(root, 'remote', 'set-url', 'origin', server.url)
      const env = { GITHUB_TOKEN: token, GITHUB_SERVER_URL: server.origin }
      expect((await examine(root, null, env))['push']).toMatchObject({ verdict: 'ok' })
      expect(server.requests.map(({ step }) => step)).not.toContain('push')
      mayWrite = false
      const { push } = await examine(root, null, env)
      expect(push).toMatchObject({
        verdict: 'problem',
        todo: expect.stringContaining('The token may not write.') as never,
      })
      expect(JSON.stringify(push)).not.toContain(token)
    } finally {
      await server.close()
    }
  })
})
