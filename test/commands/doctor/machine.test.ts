import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { judgeDependencies, type Lock } from '../../../scripts/commands/doctor/dependencies.ts'
import {
  FIRST_NODE_TOO_NEW,
  judgeGit,
  judgeNode,
  machineChecks,
  OLDEST_NODE,
} from '../../../scripts/commands/doctor/machine.ts'

describe('Node.js', () => {
  it.each(['20.19.0', '22.0.0', '24.11.1', '26.9.9'])('%s will do', (version) => {
    expect(judgeNode(version)).toEqual({ verdict: 'ok', says: `${version} (20.19 to 26 will do)` })
  })

  it.each([
    ['18.20.8', 'too old'],
    ['20.18.3', 'too old'],
    ['27.0.0', 'newer than'],
  ])('%s will not', (version, why) => {
    expect(judgeNode(version)).toMatchObject({
      verdict: 'problem',
      says: expect.stringContaining(why) as never,
      todo: 'Install Node 24 from https://nodejs.org',
    })
  })

  it('has the limits that package.json has', async () => {
    const { engines } = JSON.parse(await readFile('package.json', 'utf8')) as { engines: { node: string } }
    expect(engines.node).toBe(`>=${OLDEST_NODE.join('.')} <${FIRST_NODE_TOO_NEW}`)
  })
})

describe('git', () => {
  it.each([
    'git version 2.31.0',
    'git version 2.39.5 (Apple Git-154)',
    'git version 2.50.0.windows.1',
    'git version 3.0.1',
  ])('“%s” will do', (version) => {
    expect(judgeGit(version)).toMatchObject({ verdict: 'ok' })
  })

  it.each(['git version 2.30.9', 'git version 1.8.3.1', 'what?'])('“%s” will not', (version) => {
    expect(judgeGit(version)).toMatchObject({ verdict: 'problem', says: expect.stringContaining('too old') as never })
  })

  it('that is not there is a problem, with the way to it', async () => {
    const git = machineChecks(process.cwd(), { PATH: '/nowhere' }).find(({ name }) => name === 'git')!
    expect(await git.ask()).toEqual({
      verdict: 'problem',
      says: 'It is not installed.',
      todo: 'Install it from https://git-scm.com/downloads',
    })
  })
})

describe('the dependencies', () => {
  const manifest = { dependencies: { one: '1.0.0' }, devDependencies: { two: '2.0.0' } }
  const lock: Lock = {
    packages: {
      '': manifest,
      'node_modules/one': { version: '1.0.0' },
      'node_modules/one/node_modules/@deep/three': { version: '3.0.0' },
      'node_modules/two': { version: '2.0.0', dev: true },
      'node_modules/four': { version: '4.0.0', optional: true },
    },
  }
  const without = (...paths: string[]): Lock => ({
    packages: Object.fromEntries(Object.entries(lock.packages).filter(([path]) => !paths.includes(path))),
  })

  it('that are installed as locked are well, also without those of developers', () => {
    const well = { verdict: 'ok', says: '2 packages, as package-lock.json has them' }
    expect(judgeDependencies(manifest, lock, lock)).toEqual(well)
    expect(judgeDependencies(manifest, lock, without('', 'node_modules/two', 'node_modules/four'))).toEqual(well)
  })

  it('that are not installed, in part or at all, are a problem', () => {
    expect(judgeDependencies(manifest, lock, null)).toMatchObject({ verdict: 'problem', todo: 'npm ci' })
    const installed = without('node_modules/one/node_modules/@deep/three')
    installed.packages['node_modules/one'] = { version: '0.9.0' }
    expect(judgeDependencies(manifest, lock, installed)).toEqual({
      verdict: 'problem',
      says: 'Not installed in the version package-lock.json has: one, @deep/three.',
      todo: 'npm ci',
    })
  })

  it('that are more than a line holds are counted', () => {
    const many = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [`node_modules/p${index}`, { version: '1.0.0' }]),
    )
    expect(judgeDependencies({}, { packages: { '': {}, ...many } }, { packages: {} }).says).toContain(
      'p0, p1, p2 and 2 more',
    )
  })

  it('of another package.json are a problem of every run on GitHub', () => {
    const changed = { ...manifest, dependencies: { one: '1.1.0' } }
    expect(judgeDependencies(changed, lock, lock)).toMatchObject({
      verdict: 'problem',
      todo: 'npm install, then commit package-lock.json',
    })
  })
})
