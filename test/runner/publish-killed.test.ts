import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { start, type Running } from '../support/processes.ts'
import { temporaryName, type TemporaryKind } from '../../scripts/ground/temporary.ts'
import { createWorld, fingerprint, leftIn, outputsOf, subjects, writeFiles, type World } from '../support/repos.ts'

const NOON = '2026-01-31T12:00:00Z'

let world: World
let root: string
const running: Running[] = []
beforeEach(async () => {
  world = await createWorld()
  root = await world.clone('clone')
})
afterEach(async () => {
  for (const { child } of running.splice(0)) killGroup(child.pid!)
  await world.remove()
})

function publish(...args: string[]): Running {
  const run = start('scripts/run.ts', ['export_collection_json', '--publish', '--now', NOON, ...args], root, world.env)
  running.push(run)
  return run
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ESRCH')
  }
}

const appears = async (path: string) => {
  for (;;) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return
    await sleep(20)
  }
}

/** Starts a run and gives it back when its push has reached the server and waits there. */
async function publishUntilPushHangs(...args: string[]): Promise<Running> {
  const [reached, go] = [join(world.folder, 'reached'), join(world.folder, 'go')]
  await world.hook('pre-receive', `touch "${reached}"; while [ ! -e "${go}" ]; do sleep 0.05; done`)
  const run = publish(...args)
  await Promise.race([
    appears(reached),
    run.ended.then(({ err }) => {
      throw new Error(`it ended before its push: ${err}`)
    }),
  ])
  return run
}

/** Everything of a killed run is gone, and of the run after it; the clone is the person's own again. */
async function expectRepaired(): Promise<void> {
  expect(await leftIn(world, root)).toEqual([])
  expect(await world.leftTemporary()).toEqual([])
  expect(await world.git(root, 'status', '--porcelain')).toBe('')
  expect(await outputsOf(world)).toEqual(['Scheduled Output/export-json-20260131-120000.json'])
  expect(await subjects(world)).toHaveLength(2)
  await world.git(root, 'fsck', '--strict')
}

it('a run that was killed with its push leaves the clone unharmed, and the next run publishes once', async () => {
  const before = await fingerprint(root)
  const run = await publishUntilPushHangs('--scheduled')
  killGroup(run.child.pid!)
  await run.ended
  expect(await fingerprint(root)).toEqual(before)
  expect(await world.git(root, 'status', '--porcelain', '--branch')).toBe('## main...origin/main')
  expect(await leftIn(world, root)).toEqual([])
  expect(await world.leftTemporary()).toHaveLength(1)
  expect(await subjects(world)).toEqual(['Begin'])

  await world.hook('pre-receive', 'exit 0')
  const { code, out } = await publish('--scheduled').ended
  expect([code, out]).toEqual([0, expect.stringContaining('pushed ')])
  await expectRepaired()
})

it('a run that was killed while its push went on is not published twice for its slot', async () => {
  const run = await publishUntilPushHangs('--scheduled')
  run.child.kill('SIGKILL')
  await run.ended
  const second = publish('--scheduled')
  await sleep(1500)
  await writeFile(join(world.folder, 'go'), '')
  expect((await second.ended).code).toBe(0)
  // The fast-forward of the killed run never came.
  await world.git(root, 'pull', '--quiet', '--ff-only')
  await expectRepaired()
})

it('what runs that were killed earlier on have left is cleared away as well', async () => {
  const dead = (kind: TemporaryKind) => temporaryName(kind).replace(`-${process.pid}-`, '-4194305-')
  const folder = (name: string) => join(world.env['RUNNER_TEMP']!, name)
  await mkdir(join(folder(`${dead('publish')}Ab3dE9`), 'git/info'), { recursive: true })
  await mkdir(join(folder(`${dead('dry-run')}Ab3dE9`), 'data'), { recursive: true })
  const { code } = await publish().ended
  expect(code).toBe(0)
  await expectRepaired()
})

it('files that a killed run had not renamed yet are ignored by git, and go with the next run in that tree', async () => {
  const half = `.${temporaryName('write').replace(`-${process.pid}-`, '-4194305-')}1`
  const left = ['', 'config', 'data', 'data/haikus', 'data/listens', 'Scheduled Output'].map((at) => join(at, half))
  await world.push({ '.gitignore': await readFile('.gitignore', 'utf8') })
  await world.git(root, 'pull', '--quiet')
  await writeFiles(root, Object.fromEntries(left.map((path) => [path, '{ "half": '])))
  expect(await world.git(root, 'status', '--porcelain', '--untracked-files=all')).toBe('')
  const run = (...args: string[]) => start('scripts/run.ts', ['export_collection_json', ...args], root, world.env).ended
  expect(await run('--dry-run')).toMatchObject({ code: 0 })
  expect(Object.keys(await fingerprint(root))).toEqual(expect.arrayContaining(left))
  expect(await run()).toMatchObject({ code: 0 })
  expect(Object.keys(await fingerprint(root)).filter((path) => path.includes('aime-write'))).toEqual([])
})
