import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingOf, type Finding } from '../../../scripts/commands/doctor/check.ts'
import { judgeVersion, versionCheck } from '../../../scripts/commands/doctor/version.ts'
import { SAYS, startGitHub } from '../../support/github-server.ts'
import { madeFrom } from '../../support/made-from.ts'
import { createWorld, writeFiles, type World } from '../../support/repos.ts'
import { setManifest } from '../../support/template-repo.ts'

const UNKNOWN = 'It cannot be told whether a newer one exists (npm run upgrade would ask): '

let world: World
let root: string
beforeAll(async () => {
  world = await createWorld()
  root = await world.clone('clone')
  await writeFiles(root, { 'package.json': '{ "version": "0.1.0" }' })
  await world.git(world.remote, 'tag', 'v0.2.0', world.branch)
})
afterAll(() => world.remove())

function examine(env: NodeJS.ProcessEnv = {}): Promise<Finding> {
  return findingOf(versionCheck(root, { ...world.env, ...env }), (error) => {
    throw error
  })
}

describe('the version', () => {
  it('is well, old or new; where a newer one exists, it is said how to get it', async () => {
    await setManifest(root, { version: '0.1.0', aime: { template: world.remote } })
    const template = world.remote.replace('.git', '')
    expect(await examine()).toEqual({
      verdict: 'ok',
      says: '0.1.0; a newer one exists, 0.2.0 (npm run upgrade brings it)',
    })
    for (const version of ['0.2.0', '0.3.0-rc.1']) {
      await setManifest(root, { version, aime: { template: world.remote } })
      expect(await examine()).toEqual({ verdict: 'ok', says: `${version}; ${template} has no newer one` })
    }
    expect(judgeVersion({ kind: 'known', current: '0.1.0', newest: null, template: 'aime/template' })).toEqual({
      verdict: 'ok',
      says: '0.1.0; aime/template has published no version',
    })
  })

  it('is not known, which is no problem, where nobody says which template it is of, or none can be reached', async () => {
    await setManifest(root, { version: '0.1.0' })
    const github = await startGitHub()
    madeFrom(github, null)
    expect(await examine(github.env)).toEqual({
      verdict: 'not-asked',
      says: `${UNKNOWN}GitHub knows no template that this repository was made from.`,
    })
    github.meet('repos/get', { always: SAYS.outOfOrder })
    expect(await examine(github.env)).toEqual({
      verdict: 'not-asked',
      says: `${UNKNOWN}GitHub is out of order (502: Server Error).`,
    })
    await setManifest(root, { version: '0.1.0', aime: { template: '../nowhere' } })
    expect(await examine()).toMatchObject({
      verdict: 'not-asked',
      says: expect.stringContaining(`${UNKNOWN}The template ../nowhere cannot be reached: `) as never,
    })
    await writeFiles(root, { 'package.json': '{}' })
    expect(await examine()).toEqual({ verdict: 'not-asked', says: `${UNKNOWN}package.json names no version.` })
  })

  it('is a problem where package.json says what cannot be meant', async () => {
    await writeFiles(root, { 'package.json': '{ "version": 1 }' })
    expect(await examine()).toMatchObject({ verdict: 'problem' })
    await writeFiles(root, { 'package.json': '{ "version": "0.1.0", "aime": { "template": "--help" } }' })
    expect(await examine()).toMatchObject({
      verdict: 'problem',
      says: 'package.json: “--help” stands there. Possible: an address or a folder that git clones from.',
    })
  })
})
