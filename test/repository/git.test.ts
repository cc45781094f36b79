import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gitIn, gitMessage } from '../../scripts/repository/git.ts'
import { addLine, publishFrom } from '../support/publishing.ts'
import { createWorld, subjects, type World } from '../support/repos.ts'

let world: World
let root: string
beforeEach(async () => {
  world = await createWorld()
  root = await world.clone('clone')
})
afterEach(() => world.remove())

async function said(running: Promise<string>): Promise<string | null> {
  const error: unknown = await running.then(
    () => expect.unreachable(),
    (thrown: unknown) => thrown,
  )
  return gitMessage(error)
}

describe('the environment of git', () => {
  it('holds nothing of the caller’s that points elsewhere or is secret', async () => {
    await world.configure('alias.show-env', '!env')
    const env = {
      ...world.env,
      GIT_DIR: '/nowhere',
      GIT_SSH_COMMAND: 'false',
      GIT_TRACE: '1',
      EDITOR: 'false',
      GITHUB_TOKEN: 'a-secret-token',
      EURIA_BEARER: 'a-secret-bearer',
      HTTPS_PROXY: 'http://proxy.example:3128',
    }
    const shown = await gitIn(root, env, { credential: { server: 'https://github.com', token: 'a-secret-token' } })(
      'show-env',
    )
    expect(shown).not.toMatch(/a-secret|GIT_DIR=\/nowhere|GIT_TRACE|EDITOR=/)
    expect(shown).toContain('HTTPS_PROXY=http://proxy.example:3128')
    expect(shown).toContain(`HOME=${world.env['HOME']!}`)
  })

  it('lets a run publish from the folder it was told, whatever GIT_DIR and its like say', async () => {
    const elsewhere = await world.clone('elsewhere')
    const before = await world.git(elsewhere, 'rev-parse', 'HEAD')
    const env = {
      ...world.env,
      GIT_DIR: join(elsewhere, '.git'),
      GIT_WORK_TREE: elsewhere,
      GIT_INDEX_FILE: join(elsewhere, '.git/index'),
      GIT_AUTHOR_NAME: 'Somebody',
    }
    expect(await publishFrom(root, addLine('one'), { env })).toMatchObject({ fastForwarded: true })
    expect(await subjects(world)).toEqual(['Add one', 'Begin'])
    expect(await world.git(root, 'log', '-1', '--format=%s by %an')).toBe('Add one by github-actions[bot]')
    expect(await world.git(elsewhere, 'rev-parse', 'HEAD')).toBe(before)
    expect(await world.git(elsewhere, 'status', '--porcelain')).toBe('')
  })
})

describe('a git command that fails', () => {
  it('says why in English', async () => {
    const env = { ...world.env, LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' }
    expect(await said(gitIn(root, env)('rev-parse', '--verify', 'nowhere'))).toBe('fatal: Needed a single revision')
  })

  it('is a failure even where it says nothing', async () => {
    expect(await said(gitIn(root, world.env)('rev-parse', '--verify', '--quiet', 'nowhere'))).toBe(
      'git ended without a word',
    )
  })

  it('is a failure where it was killed', async () => {
    await world.configure('alias.die', '!kill -9 $PPID')
    expect(await said(gitIn(root, world.env)('die'))).toBe('git ended without a word')
  })

  it('is ended when it says nothing for too long', async () => {
    await world.configure('alias.nap', '!exec sleep 5')
    const began = performance.now()
    expect(await said(gitIn(root, world.env, { silence: 200 })('nap'))).toBe('block timeout reached')
    expect(performance.now() - began).toBeLessThan(3_000)
  })

  it('shows no token', async () => {
    const git = gitIn(root, world.env, { credential: { server: 'https://github.com', token: 'a-secret-token' } })
    const error: unknown = await git('fetch', 'nowhere').catch((thrown: unknown) => thrown)
    const basic = Buffer.from('x-access-token:a-secret-token').toString('base64')
    const shown = inspect(error, { depth: null, showHidden: true })
    expect(shown).toContain('nowhere')
    expect(shown).not.toContain('a-secret-token')
    expect(shown).not.toContain(basic)
  })
})

describe('gitMessage', () => {
  it('is null for what git has not said', () => {
    expect(gitMessage(new Error('a bug'))).toBeNull()
    expect(gitMessage(undefined)).toBeNull()
  })
})
