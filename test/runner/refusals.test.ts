import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AimeError, ConfigError, DataError, describeError, forPeople } from '../../scripts/ground/errors.ts'
import { refusedPath } from '../../scripts/repository/kept-path.ts'
import { runWork } from '../../scripts/runner/run-work.ts'
import { survey } from '../../scripts/runner/survey.ts'
import { exportCollectionJson } from '../../scripts/tasks/export-collection.ts'
import type { Task } from '../../scripts/tasks/task.ts'
import { createWorld, fingerprint, json, subjects, type World } from '../support/repos.ts'

let world: World
let root: string
beforeEach(async () => {
  world = await createWorld()
  root = await world.clone('clone')
})
afterEach(async () => {
  expect(await world.leftTemporary()).toEqual([])
  await world.remove()
})

type Way = 'publish' | 'dry run' | 'working tree'
const WAYS: Way[] = ['publish', 'dry run', 'working tree']

async function refusal(way: Way, task: Task = exportCollectionJson, env = world.env): Promise<AimeError> {
  const running = runWork({
    work: task,
    root,
    env,
    now: Temporal.Instant.from('2026-01-31T12:00:00Z'),
    seed: 1,
    dryRun: way === 'dry run',
    scheduled: false,
    publish: way === 'publish',
    progress: () => undefined,
  })
  const error: unknown = await running.then(
    () => null,
    // As every command does it.
    (thrown: unknown) => forPeople(thrown),
  )
  expect(error).toBeInstanceOf(AimeError)
  return error as AimeError
}

/** Commits what a shell would do in a clone of the remote, and brings the clone of the test there. */
async function commit(act: (seed: string) => Promise<unknown>): Promise<void> {
  const seed = join(world.folder, 'seed')
  await world.git(seed, 'pull', '--quiet', '--rebase', 'origin', 'main')
  await act(seed)
  await world.git(seed, 'add', '--all', '--force')
  await world.git(seed, 'commit', '--quiet', '--message', 'By hand')
  await world.git(seed, 'push', '--quiet', 'origin', 'HEAD:refs/heads/main')
}

describe('a link among what runs write', () => {
  it.each(WAYS)('is refused before anything is written (%s)', async (way) => {
    const outside = join(world.folder, 'outside')
    await commit(async (seed) => {
      await rename(join(seed, 'data'), outside)
      await symlink(outside, join(seed, 'data'))
    })
    await world.git(root, 'pull', '--quiet')
    const before = [await fingerprint(root), await fingerprint(outside)]
    const error = await refusal(way)
    expect(error).toBeInstanceOf(DataError)
    expect(error.message).toContain('data is a link')
    expect([await fingerprint(root), await fingerprint(outside)]).toEqual(before)
    expect((await subjects(world))[0]).toBe('By hand')
  })

  it.each(
    [
      ['data', 'data/haikus', 'data/collection.json', 'data/listens/2026-01.json', 'config', 'config/app.json'],
      ['README.md', 'out', 'out/here', 'out/here/latest-haiku.md', 'out/here/deeper/x'],
    ].flat(),
  )('is found wherever it is (%s)', async (path) => {
    const tree = join(world.folder, 'tree')
    await mkdir(dirname(join(tree, path)), { recursive: true })
    await symlink('nowhere', join(tree, path))
    await expect(survey(tree, 'out/here', true)).rejects.toThrow(
      `${path} is a link, and nothing is written through one: it may lead out of the repository.`,
    )
  })

  it('is refused as well where it was pushed while the run was under way', async () => {
    const outside = join(world.folder, 'outside')
    const task: Task = {
      ...exportCollectionJson,
      async *run(context) {
        for await (const outcome of exportCollectionJson.run(context)) {
          await commit(async (seed) => {
            await rename(join(seed, 'README.md'), outside)
            await symlink(outside, join(seed, 'README.md'))
          })
          yield outcome
        }
      },
    }
    expect((await refusal('publish', task)).message).toContain('README.md is a link')
    expect(await readFile(outside, 'utf8')).toBe('# Records\n')
    expect((await subjects(world))[0]).toBe('By hand')
  })
})

describe('an output folder that git would not take', () => {
  it.each(WAYS)('is refused before anything is written (%s)', async (way) => {
    await world.push({ 'config/app.json': json({ scheduler: { output_dir: 'git~1' } }) })
    await world.git(root, 'pull', '--quiet')
    const before = await fingerprint(root)
    const error = await refusal(way)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error.message).toBe(
      'config/app.json, scheduler.output_dir: "git~1" stands here, and git would keep nothing in it ' +
        "(Invalid path 'git~1/file'): some systems take a part of it for .git.",
    )
    expect(await fingerprint(root)).toEqual(before)
  })

  it('is one that any system could take for .git', async () => {
    const refused = ['git~1', '.git ', 'a/.git./b', '.g\u200cit', 'GIT~1/x']
    const taken = ['Scheduled Output', 'git', 'a/git~2x', '.github-pages', 'été 🎵', "it's", 'a[b]', '-x']
    for (const name of [...refused, ...taken])
      expect([name, (await refusedPath(root, world.env, `${name}/file`)) !== null]).toEqual([
        name,
        refused.includes(name),
      ])
  })

  it('is not asked about where there is no git repository', async () => {
    await rm(join(root, '.git'), { recursive: true })
    await writeFile(join(root, 'config/app.json'), json({ scheduler: { output_dir: 'git~1' } }))
    expect((await refusal('working tree', { ...exportCollectionJson, run: broken })).message).toBe('reached')
  })

  function broken(): never {
    throw new DataError('reached')
  }
})

describe('what the machine refuses is no bug', () => {
  it.each<Way>(['publish', 'dry run'])('a folder for temporary files that cannot be written to (%s)', async (way) => {
    const temp = join(world.folder, 'gone')
    const error = await refusal(way, exportCollectionJson, { ...world.env, RUNNER_TEMP: temp })
    expect(error.message).toBe(`Nothing can be written to the folder for temporary files, ${temp}: it is not there.`)
    expect(error.todo).toContain('RUNNER_TEMP')
  })

  it.each<[string, Way]>([
    [`out/${'x'.repeat(300)}`, 'working tree'],
    [`out/${'x'.repeat(300)}`, 'publish'],
    [Array.from({ length: 17 }, () => 'x'.repeat(240)).join('/'), 'publish'],
  ])('an output folder whose path is too long, in a part or as a whole', async (folder, way) => {
    await world.push({ 'config/app.json': json({ scheduler: { output_dir: folder } }) })
    await world.git(root, 'pull', '--quiet')
    expect(describeError(await refusal(way))).toMatch(/too long for this system\.\n.*scheduler\.output_dir/u)
  })
})
