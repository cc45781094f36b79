import { appendFile, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AimeError } from '../../../scripts/ground/errors.ts'
import { upgradeText } from '../../../scripts/commands/upgrade/report.ts'
import { runUpgrade, type Step, type UpgradeRequest } from '../../../scripts/commands/upgrade/run-upgrade.ts'
import { command } from '../../support/command.ts'
import { temporaryName } from '../../../scripts/ground/temporary.ts'
import { createWorld, fingerprint, json, leftIn, writeFiles, type World } from '../../support/repos.ts'
import {
  ADDED,
  BETWEEN,
  commit,
  commitHere,
  createTemplate,
  DROPPED,
  edit,
  PICTURE,
  readme,
  setManifest,
  TOOL,
  useTemplate,
  type TemplateRepo,
} from '../../support/template-repo.ts'

let world: World
let template: TemplateRepo
let made = 0
let prepared: string
beforeAll(async () => {
  world = await createWorld()
  template = await createTemplate(world)
  prepared = await used('v0.1.0')
})
afterAll(() => world.remove())

/** A person's folders. The name of the last is one that git would show in octal. */
const OWN = ['data/', 'config/app.json', 'Écrits/', 'Scheduled Output/']
const CLOCK = '.github/workflows/clock.yml'
const WEEKLY = '.github/workflows/weekly_haiku.yml'

const isOwn = (path: string) => OWN.some((own) => path.startsWith(own))

/** A copy in use: its own albums, configuration and outputs, cron lines in its zone, a slower clock, a filled README. */
async function used(state: string): Promise<string> {
  const root = await useTemplate(world, template, state, `copy ${++made}`)
  await writeFiles(root, {
    'config/app.json': json({ scheduler: { timezone: 'Europe/Paris', output_dir: 'Écrits' } }),
    'data/collection.json': json({ version: 1, albums: [{ id: 7, title: 'Blue', artists: ['Joni Mitchell'] }] }),
    'data/listens/2026-01.json': json({ version: 1, listens: [] }),
    'Écrits/generate-haiku-20260131-061715.md': '# Poèmes\n',
    'README.md': readme('It makes poems.', '### ✅ Tout va bien'),
    'notes/mine.md': 'Mine.\n',
  })
  await edit(root, CLOCK, (text) => text.replace(/cron: .*/, "cron: '13 */6 * * *'"))
  expect((await command('sync-workflows', root, [], world.env)).code).toBe(0)
  await commitHere(world, root, 'My records')
  return root
}

async function copy(): Promise<string> {
  const root = join(world.folder, `copy ${++made}`)
  await cp(prepared, root, { recursive: true, preserveTimestamps: true })
  return root
}

function upgrade(root: string, more: Partial<UpgradeRequest> = {}) {
  const quiet = { dryRun: false, keepMine: false, progress: () => undefined }
  return runUpgrade({ root, env: world.env, from: template.path, ...quiet, ...more })
}

async function done(root: string, more: Partial<UpgradeRequest> = {}): Promise<Step> {
  const result = await upgrade(root, more)
  if (result.kind !== 'step') throw new Error(`no step: ${JSON.stringify(result)}`)
  return result
}

async function refusal(root: string, more: Partial<UpgradeRequest> = {}): Promise<AimeError> {
  const before = await stateOf(root)
  const error: unknown = await upgrade(root, more).then(
    (result) => new Error(`it was done: ${result.kind}`),
    (error: unknown) => error,
  )
  if (!(error instanceof AimeError)) throw error
  expect(await stateOf(root)).toEqual(before)
  return error
}

/** All that an upgrade could leave: files, index, head, refs, working trees, temporary folders. */
async function stateOf(root: string) {
  return {
    files: await fingerprint(root),
    status: await world.git(root, 'status', '--porcelain', '--ignored'),
    head: await world.git(root, 'rev-parse', 'HEAD'),
    left: await leftIn(world, root),
    temporary: await world.leftTemporary(),
    shallow: await world.git(root, 'rev-parse', '--is-shallow-repository'),
  }
}

const text = (root: string, file: string) => readFile(join(root, file), 'utf8')

/** What is staged, as `A path`. */
async function staged(root: string): Promise<string[]> {
  const lines = await world.git(root, '-c', 'core.quotePath=false', 'diff', '--cached', '--no-renames', '--name-status')
  return lines.split('\n').map((line) => line.replace('\t', ' '))
}

describe('an upgrade', () => {
  it('shows what acts by itself before anything of it is here', async () => {
    const root = await copy()
    const before = await fingerprint(root)
    const lines: string[] = []
    await upgrade(root, { dryRun: true, progress: (line) => lines.push(line) })
    expect(await fingerprint(root)).toEqual(before)
    expect(lines.find((line) => line.startsWith('what of it acts by itself:'))).toMatch(
      /workflow \((?:new|changed)\): \.github\/workflows\//u,
    )
  })

  it('brings code, workflows and lock file, stages them, and leaves what is the person’s own to the byte', async () => {
    const root = await copy()
    const before = await stateOf(root)
    const { code, stdout, stderr } = await command('upgrade', root, ['--from', template.path], world.env)
    expect(stderr).toMatch(/^… asking .*\n… fetching 0\.2\.0\n… what of it acts by itself:\n( {4}.*\n)+$/)
    expect(stdout).toContain(`0.1.0 → 0.2.0, from ${template.path}`)
    expect(stdout).toMatch(/ \d+ files changed, /)
    expect(code).toBe(0)
    expect(await staged(root)).toEqual([
      `M ${TOOL}`,
      `M ${CLOCK}`,
      `M ${WEEKLY}`,
      'M README.md',
      'M package-lock.json',
      'M package.json',
      `M ${PICTURE}`,
      `A ${BETWEEN}`,
      'M scripts/ground/version.ts',
      `A ${ADDED}`,
      `D ${DROPPED}`,
      'M scripts/run.ts',
    ])
    const after = await stateOf(root)
    const own = (files: Record<string, string>) => Object.entries(files).filter(([path]) => isOwn(path))
    expect(own(after.files)).toEqual(own(before.files))
    expect(own(after.files).map(([path]) => path)).toContain('Écrits/generate-haiku-20260131-061715.md')
    expect({ ...after, files: null, status: null }).toEqual({ ...before, files: null, status: null })
    expect(await world.git(root, 'diff')).toBe('')

    expect(await readFile(join(root, PICTURE))).toEqual(Buffer.from([0, 255, 13, 10, 2]))
    expect((await stat(join(root, TOOL))).mode & 0o111).toBe(0o111)
    expect(JSON.parse(await text(root, 'package.json'))).toMatchObject({ version: '0.2.0' })
    expect(await text(root, 'README.md')).toBe(readme('It makes better poems.', '### ✅ Tout va bien'))
  })

  it('keeps the wake-ups: those of config and that of the clock', async () => {
    const root = await copy()
    await done(root)
    expect(await text(root, WEEKLY)).toMatch(/^# 0\.2\.0\n[^]*timezone: Europe\/Paris/)
    expect(await text(root, CLOCK)).toMatch(/^# 0\.2\.0\n[^]*cron: '13 \*\/6 \* \* \*'/)
    expect((await command('sync-workflows', root, ['--check'], world.env)).code).toBe(0)
  })

  it('writes the wake-ups from config where nobody ever has', async () => {
    const root = await useTemplate(world, template, 'v0.1.0', 'edited on the web')
    await writeFiles(root, { 'config/app.json': json({ scheduler: { timezone: 'Europe/Paris' } }) })
    await commitHere(world, root)
    expect(await done(root)).toMatchObject({ kept: [], cronProblem: null })
    expect(await text(root, WEEKLY)).toMatch(/^# 0\.2\.0\n[^]*timezone: Europe\/Paris/)
    // That of the clock comes from nowhere but the template.
    expect(await text(root, CLOCK)).toMatch(/timezone: UTC/)
  })

  it('has nothing to do a second time, and works on from where it ended', async () => {
    const root = await copy()
    await done(root)
    await commitHere(world, root, 'Upgrade to 0.2.0')
    expect(await upgrade(root)).toEqual({ kind: 'current', version: '0.2.0', newest: '0.2.0', template: template.path })
    const back = await done(root, { to: 'v0.1.0' })
    expect(back).toMatchObject({ isBack: true, from: '0.2.0', to: '0.1.0', kept: [] })
    expect(upgradeText(back, '24.0.0')).toContain('(a step back)')
    await commitHere(world, root, 'Back')
    expect(await world.git(root, 'diff', '--stat', 'HEAD~2')).toBe('')
  })

  it('shows all of it in a dry run, and writes nothing', async () => {
    const root = await copy()
    const before = await stateOf(root)
    const { code, stdout } = await command('upgrade', root, ['--from', template.path, '--dry-run'], world.env)
    expect(stdout).toContain('-It makes poems.\n+It makes better poems.')
    expect(stdout).toContain(`deleted file mode 100644`)
    expect(stdout).not.toContain('Not yours')
    expect(stdout).toMatch(/Nothing was written\. Without --dry-run this would be\.\n$/)
    expect(code).toBe(0)
    expect(await stateOf(root)).toEqual(before)
  })

  it('takes a copy that was made between two versions for what it was then', async () => {
    const root = await used(template.commits.between)
    expect(await done(root)).toMatchObject({ kept: [] })
    expect(await staged(root)).toContain(`M ${BETWEEN}`)
  })

  it('works in a shallow clone, from another template folder, and where history is shared', async () => {
    const root = await copy()
    const shallow = join(world.folder, 'shallow')
    await world.git(world.folder, 'clone', '--quiet', '--depth=1', `file://${root}`, shallow)
    expect(await done(shallow, { from: '../template' })).toMatchObject({ to: '0.2.0', kept: [] })

    const fork = join(world.folder, 'fork')
    await world.git(world.folder, 'clone', '--quiet', template.path, fork)
    await world.git(fork, 'reset', '--quiet', '--hard', template.commits.between)
    expect(await done(fork)).toMatchObject({ to: '0.2.0', kept: [] })
  })

  it('leaves uncommitted files of the person’s own as they are', async () => {
    const root = await copy()
    await appendFile(join(root, 'data/collection.json'), '\n')
    await writeFiles(root, { 'data/lookups.json': '{}', 'notes/mine.md': 'More.\n' })
    await world.git(root, 'add', 'notes')
    await done(root)
    expect(await text(root, 'data/lookups.json')).toBe('{}')
    expect((await world.git(root, 'diff', '--name-only')).split('\n')).toEqual(['data/collection.json'])
    expect(await staged(root)).toContain('M notes/mine.md')
  })

  it('says where the new version asks for another Node.js', async () => {
    const step = await done(await copy(), { dryRun: true })
    expect(upgradeText({ ...step, node: '>=20 <99' }, '20.19.0')).not.toContain('Node.js')
    expect(upgradeText({ ...step, node: '>=30' }, '20.19.0')).toContain('It asks for Node.js >=30, and this is 20.19.0')
    expect(upgradeText({ ...step, node: '^30' }, '20.19.0')).toContain('It asks for Node.js ^30; this is 20.19.0.')
  })
})

describe('the choice of a version', () => {
  it('takes a pre-release only where it is named', async () => {
    const root = await copy()
    expect(await done(root, { to: '0.2.0-rc.1' })).toMatchObject({ to: '0.2.0-rc.1' })
    await commitHere(world, root)
    expect(await done(root)).toMatchObject({ from: '0.2.0-rc.1', to: '0.2.0' })
  })

  it('refuses one that is not there, and lists those that are', async () => {
    expect(await refusal(await copy(), { to: 'v9.9.9' })).toMatchObject({
      exitCode: 2,
      message: `--to: “v9.9.9” stands there, and ${template.path} has no such version. It has 0.2.0, 0.2.0-rc.1, 0.1.0.`,
    })
  })

  it('never goes back by itself', async () => {
    const root = await copy()
    await setManifest(root, { version: '3.0.0' })
    await commitHere(world, root)
    expect(await upgrade(root)).toMatchObject({ kind: 'current', version: '3.0.0', newest: '0.2.0' })
  })

  it('says so where the copy’s own version has no tag, and where it names none', async () => {
    const root = await copy()
    await setManifest(root, { version: '0.0.9' })
    await commitHere(world, root)
    expect((await refusal(root)).message).toBe(
      'This copy says it is 0.0.9, but the template has no tag v0.0.9, so it cannot be told what you have changed. ' +
        'It has 0.2.0, 0.2.0-rc.1, 0.1.0.',
    )
    await setManifest(root, { version: 'new' })
    expect(await refusal(root)).toMatchObject({ exitCode: 2, message: 'package.json, version: “new” stands there.' })
  })

  it('refuses a tag on a commit of another version', async () => {
    const root = await copy()
    await world.git(template.path, 'tag', 'v5.0.0-wrong', template.commits.between)
    expect((await refusal(root, { to: '5.0.0-wrong' })).message).toBe(
      'The template’s tag v5.0.0-wrong has another version in its package.json: 0.1.0.',
    )
    await world.git(template.path, 'tag', '--delete', 'v5.0.0-wrong')
  })
})

describe('what the person changed', () => {
  it('stops it, file by file, with what to do; nothing is written', async () => {
    const root = await copy()
    await appendFile(join(root, 'scripts/run.ts'), '// mine\n')
    await appendFile(join(root, 'scripts/pages/time.ts'), '// mine\n')
    await rm(join(root, DROPPED))
    await rm(join(root, 'scripts/ground/version.ts'))
    await commitHere(world, root)
    const { message, todo, exitCode } = await refusal(root)
    // The new version has dropped the one that was deleted.
    expect(message).toBe(
      'Nothing was changed. Not as the template’s 0.1.0 has them:\n' +
        '    scripts/ground/version.ts (deleted)\n    scripts/pages/time.ts (changed)\n    scripts/run.ts (changed)',
    )
    expect(todo).toContain(`git diff ${template.commits['0.1.0'].slice(0, 12)} HEAD -- <file>`)
    expect(todo).toContain('--keep-mine')
    expect(exitCode).toBe(1)
  })

  it('stays with --keep-mine, and is named with what the template did to it', async () => {
    const root = await copy()
    await appendFile(join(root, 'scripts/run.ts'), '// mine\n')
    await appendFile(join(root, DROPPED), '// mine\n')
    await edit(root, WEEKLY, (text) => text.replace('name: ', 'name: My '))
    await rm(join(root, 'config/app.schema.json'))
    await commitHere(world, root)
    const before = await fingerprint(root)
    const step = await done(root, { keepMine: true })
    expect(step.kept).toEqual([
      { path: WEEKLY, mine: 'changed', theirs: 'changed' },
      { path: 'config/app.schema.json', mine: 'deleted', theirs: 'as it was' },
      { path: DROPPED, mine: 'changed', theirs: 'deleted' },
      { path: 'scripts/run.ts', mine: 'changed', theirs: 'changed' },
    ])
    expect(upgradeText(step, '24.0.0')).toContain(
      'scripts/run.ts (changed), which the new version has changed: compare them',
    )
    const after = await fingerprint(root)
    for (const path of [WEEKLY, DROPPED, 'scripts/run.ts', 'config/app.schema.json'])
      expect(after[path]).toBe(before[path])
    expect(await staged(root)).toContain('M scripts/ground/version.ts')
  })

  it('in the README is always kept, and so is a workflow that is gone', async () => {
    const root = await copy()
    await writeFiles(root, { 'README.md': readme('My page.') })
    await rm(join(root, WEEKLY))
    await commitHere(world, root)
    const step = await done(root)
    expect(step.kept).toEqual([
      { path: WEEKLY, mine: 'deleted', theirs: 'changed' },
      { path: 'README.md', mine: 'changed', theirs: 'changed' },
    ])
    expect(await text(root, 'README.md')).toBe(readme('My page.'))
    expect(await staged(root)).not.toContain(`A ${WEEKLY}`)
  })

  it('in package.json is merged with --keep-mine, so that the next upgrade knows where this one ended', async () => {
    const root = await copy()
    await edit(root, 'package.json', (text) => {
      const manifest = JSON.parse(text) as { dependencies: object }
      return json({ ...manifest, name: 'my-records', dependencies: { ...manifest.dependencies, 'left-pad': '1.3.0' } })
    })
    await appendFile(join(root, 'package-lock.json'), '\n')
    await commitHere(world, root)
    expect((await refusal(root)).message).toContain('package-lock.json (changed)\n    package.json (changed)')
    const step = await done(root, { keepMine: true })
    expect(step).toMatchObject({ kept: [], isMerged: true, isLockReplaced: true })
    expect(JSON.parse(await text(root, 'package.json'))).toMatchObject({
      name: 'my-records',
      version: '0.2.0',
      engines: { node: '>=20 <99' },
      dependencies: { 'left-pad': '1.3.0', zod: expect.any(String) as string },
    })
    expect(await text(root, 'package-lock.json')).toContain('"version": "0.2.0"')
    expect(upgradeText(step, '24.0.0')).toContain('    npm install\n')
  })

  it('and has not committed stops it, --keep-mine or not; the block of the README alone does not where that stays', async () => {
    const root = await copy()
    await appendFile(join(root, 'scripts/pages/time.ts'), '// mine\n')
    await appendFile(join(root, 'scripts/schedule/due.ts'), '// mine\n')
    await world.git(root, 'add', 'scripts/schedule')
    const { message, exitCode } = await refusal(root, { keepMine: true })
    expect(message).toBe(
      'Nothing was changed. Changed and not committed:\n    scripts/pages/time.ts\n    scripts/schedule/due.ts',
    )
    expect(exitCode).toBe(1)
    await world.git(root, 'reset', '--quiet', '--hard')

    await writeFiles(root, { 'README.md': readme('It makes poems.', '### Later') })
    expect((await refusal(root)).message).toBe('Nothing was changed. Changed and not committed:\n    README.md')
    expect(await done(root, { to: '0.2.0-rc.1' })).toMatchObject({ isDone: true })
    expect(await text(root, 'README.md')).toBe(readme('It makes poems.', '### Later'))
  })
})

describe('a file of the person’s own', () => {
  it.each([
    ['committed', ADDED],
    ['unknown to git', ADDED],
    ['unknown to git', 'scripts/haiku'],
  ])('(%s) stops it where the new version has %s or needs a folder there', async (kind, path) => {
    const root = await copy()
    await writeFiles(root, { [path]: 'mine\n' })
    if (kind === 'committed') await commitHere(world, root)
    const { message, todo } = await refusal(root, { keepMine: true })
    expect(message).toBe(
      `Nothing was changed. Your own, where the new version has a file of the same name:\n    ${ADDED}`,
    )
    expect(todo).toBe('Give these files of yours another name, and commit that.')
  })

  it('stops it also where git is told to ignore it', async () => {
    const root = await copy()
    await writeFile(join(root, '.git/info/exclude'), `${BETWEEN}\n`)
    await writeFiles(root, { [BETWEEN]: 'mine\n' })
    expect((await refusal(root)).message).toContain(`\n    ${BETWEEN}`)
  })

  it('that happens to be the same is no hindrance', async () => {
    const root = await copy()
    await writeFiles(root, { [ADDED]: '// New.\n' })
    await commitHere(world, root)
    expect(await done(root)).toMatchObject({ isDone: true })
  })
})

describe('a failure', () => {
  it('half-way takes back what was written', async () => {
    const root = await copy()
    await writeFile(
      join(world.folder, 'smudge.sh'),
      'content=$(cat; echo x)\n' +
        'case "$PWD" in *aime-publish*) ;; *) case "$content" in *0.2.0*) exit 1;; esac;; esac\n' +
        'printf %s "${content%x}"\n',
    )
    await world.git(root, 'config', 'filter.full.smudge', `sh '${join(world.folder, 'smudge.sh')}'`)
    await world.git(root, 'config', 'filter.full.clean', 'cat')
    await world.git(root, 'config', 'filter.full.required', 'true')
    await writeFile(join(root, '.git/info/attributes'), 'scripts/ground/version.ts filter=full\n')
    const { message, todo, exitCode } = await refusal(root)
    expect(message).toMatch(/^The new files could not be written: .*scripts\/ground\/version\.ts/)
    expect(todo).toContain('Everything is as it was.')
    expect(exitCode).toBe(1)
    await rm(join(root, '.git/info/attributes'))
    expect(await done(root)).toMatchObject({ isDone: true })
  })

  it('of the template’s server says what to look at', async () => {
    const root = await copy()
    const gone = await refusal(root, { from: join(world.folder, 'nowhere') })
    expect(gone.message).toContain(`The template ${join(world.folder, 'nowhere')} cannot be reached: `)
    expect(gone.exitCode).toBe(1)
    const secret = await refusal(root, { from: 'http://me:a-password@127.0.0.1:9/template.git' })
    expect(secret.message).toContain('The template http://127.0.0.1:9/template cannot be reached: ')
    expect(secret.message).not.toContain('a-password')
  })

  it.each([
    'git@example.org:owner/name.git',
    'ssh://git@example.org/owner/name',
    'git://example.org/owner/name',
    'http://example.org/owner/name',
    'host:owner/name',
  ])('comes of “%s”, which is neither https nor a folder', async (from) => {
    const { message, exitCode } = await refusal(await copy(), { from })
    expect(message).toMatch(/Possible: an https address, or a folder on this machine\.$/u)
    expect(exitCode).toBe(2)
  })

  it.each(['--upload-pack=touch x', 'ext::sh -c touch% x', ''])('comes of “%s” as an address', async (from) => {
    expect(await refusal(await copy(), { from })).toMatchObject({ exitCode: 2 })
  })

  it('comes outside a repository of one’s own', async () => {
    const root = await copy()
    await rm(join(root, '.git'), { recursive: true })
    await expect(upgrade(root)).rejects.toThrow('This is not a git repository with at least one commit.')
    await world.git(root, 'init', '--quiet')
    await commitHere(world, root)
    const inner = join(root, 'inner')
    await mkdir(inner)
    await writeFiles(inner, { 'package.json': '{ "version": "0.1.0" }' })
    await expect(upgrade(inner)).rejects.toThrow('This is a folder inside of another git repository')
  })
})

describe('the command', () => {
  it('refuses with exit 1, misunderstands with exit 2, and explains itself', async () => {
    const root = await copy()
    await appendFile(join(root, 'scripts/run.ts'), '// mine\n')
    const refused = await command('upgrade', root, ['--from', template.path], world.env)
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain(
      '✗ Nothing was changed. Changed and not committed:\n    scripts/run.ts\n  → Commit',
    )
    expect(await command('upgrade', root, ['--now'], world.env)).toMatchObject({ code: 2 })
    expect(await command('upgrade', root, ['--help'], world.env)).toMatchObject({ code: 0, stderr: '' })
  })

  it('removes what a killed one has left', async () => {
    const root = await copy()
    const left = `${temporaryName('publish').replace(`-${process.pid}-`, '-4194305-')}abcdef`
    await world.git(root, 'update-ref', `refs/aime/upgrade/0.2.0/${left}`, 'HEAD')
    await done(root)
    expect(await leftIn(world, root)).toEqual([])
  })

  it('works for a template without releases', async () => {
    const bare = join(world.folder, 'untagged')
    await world.git(world.folder, 'clone', '--quiet', '--no-tags', template.path, bare)
    await commit(world, await touched(bare), 'more')
    const result = await upgrade(await copy(), { from: bare })
    expect(upgradeText(result, '24.0.0')).toBe(`✓ 0.1.0; ${bare} has published no version.`)
  })
})

async function touched(root: string): Promise<string> {
  await appendFile(join(root, 'README.md'), '\n')
  return root
}
