import { randomBytes } from 'node:crypto'
import { chmod, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PublishError } from '../../scripts/ground/errors.ts'
import { seededRandom } from '../../scripts/ground/random.ts'
import { temporaryName } from '../../scripts/ground/temporary.ts'
import { openPublisher } from '../../scripts/repository/publish.ts'
import { addLine, publishFrom, type Changing } from '../support/publishing.ts'
import { createWorld, fingerprint, leftIn, pathsOf, SEED, subjects, writeFiles, type World } from '../support/repos.ts'
import { smallDisk, type SmallDisk } from '../support/small-disk.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(async () => {
  expect(await world.leftTemporary()).toEqual([])
  await world.remove()
})

const publish = (root: string, change: Changing, env = world.env) => publishFrom(root, change, { env })

async function failure(running: Promise<unknown>): Promise<PublishError> {
  const error: unknown = await running.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(PublishError)
  return error as PublishError
}

/** Calls `act` before the first attempt is committed, when the tree has long been laid out. */
function meanwhile(act: () => Promise<unknown>, change: Changing): Changing & { calls: () => number } {
  let calls = 0
  const changing = async (tree: string) => {
    if (++calls === 1) await act()
    return change(tree)
  }
  return Object.assign(changing, { calls: () => calls })
}

describe('a published commit', () => {
  it('is the bot’s, with one subject line and its trailers, whatever the person’s configuration says', async () => {
    for (const [key, value] of [
      ['author.name', 'Somebody'],
      ['committer.email', 'somebody@example.org'],
      ['commit.gpgSign', 'true'],
      ['commit.template', '/nowhere'],
      ['core.autocrlf', 'true'],
      ['core.safecrlf', 'true'],
      ['log.showSignature', 'true'],
      ['color.ui', 'always'],
      ['push.default', 'nothing'],
      ['fetch.prune', 'true'],
      ['status.branch', 'true'],
    ] as const)
      await world.configure(key, value)
    const root = await world.clone('clone')
    const published = await publish(root, async (tree) => {
      const change = await addLine('one', { 'a b/ü [x].txt': 'lines\nwith LF\n' })(tree)
      return { ...change!, subject: 'Two\nlines ', trailers: { Task: 'test', Run: 'a\nb' } }
    })
    expect(published).toMatchObject({ attempts: 1, fastForwarded: true })
    const bot = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>'
    expect(await world.git(world.remote, 'log', '-1', '--no-color', '--format=%an <%ae>|%cn <%ce>|%B', 'main')).toBe(
      `${bot}|${bot}|Two lines\n\nTask: test\nRun: a b`,
    )
    expect(await world.git(world.remote, 'rev-parse', 'main')).toBe(published!.sha)
    expect(await world.read('a b/ü [x].txt')).toBe('lines\nwith LF')
    expect(await leftIn(world, root)).toEqual([])
  })

  it('holds outputs that .gitignore would keep out', async () => {
    await world.push({ '.gitignore': 'Scheduled Output/\n' })
    const root = await world.clone('clone')
    await publish(root, addLine('one', { 'Scheduled Output/one.md': 'one\n' }))
    const change = meanwhile(() => world.push({ 'x.md': 'x' }), addLine('two', { 'Scheduled Output/two.md': 'two\n' }))
    await publish(root, change)
    expect(change.calls()).toBe(2)
    expect(await pathsOf(world, 'Scheduled Output/')).toEqual(['Scheduled Output/one.md', 'Scheduled Output/two.md'])
  })

  it('is made on a branch of any name', async () => {
    await world.remove()
    world = await createWorld({ branch: 'my-records/été' })
    const root = await world.clone('clone')
    await world.git(root, 'tag', world.branch)
    expect(await publish(root, addLine('one'))).toMatchObject({ attempts: 1 })
    expect(await subjects(world)).toEqual(['Add one', 'Begin'])
  })

  it('runs no hook of the clone', async () => {
    const root = await world.clone('clone')
    const marker = join(world.folder, 'hook ran')
    for (const name of ['pre-commit', 'commit-msg', 'post-commit', 'pre-push', 'post-checkout', 'post-merge'])
      await writeFile(join(root, '.git/hooks', name), `#!/bin/sh\necho ${name} >> "${marker}"\nexit 1\n`, {
        mode: 0o755,
      })
    expect(await publish(root, addLine('one'))).toMatchObject({ fastForwarded: true })
    await expect(readFile(marker)).rejects.toThrow('ENOENT')
  })

  it('brings no tag or commit of the person along', async () => {
    await world.configure('push.followTags', 'true')
    const root = await world.clone('clone')
    await world.git(root, 'tag', '--annotate', '--message', 'mine', 'mine')
    await writeFiles(root, { 'draft.md': 'not yet\n' })
    await world.git(root, 'add', '--all')
    await world.git(root, 'commit', '--quiet', '--message', 'A draft')
    await publish(root, addLine('one'))
    expect(await world.git(world.remote, 'tag')).toBe('')
    expect(await subjects(world)).toEqual(['Add one', 'Begin'])
  })
})

describe('nothing to publish', () => {
  it('makes no commit where a file is as it was, or only what goes alongside would change', async () => {
    const root = await world.clone('clone')
    const unchanged: Changing = async (tree) => {
      const text = await readFile(join(tree, 'README.md'), 'utf8')
      await writeFiles(tree, { 'README.md': text, 'data/runs.json': 'changed' })
      return { subject: 's', trailers: {}, paths: ['README.md'], alongside: ['data/runs.json'] }
    }
    expect(await publish(root, unchanged)).toBeNull()
    const writtenAndRemoved: Changing = async (tree) => {
      await writeFiles(tree, { 'data/runs.json': 'changed' })
      return { subject: 's', trailers: {}, paths: ['came and went.md'], alongside: ['data/runs.json'] }
    }
    expect(await publish(root, writtenAndRemoved)).toBeNull()
    expect(await subjects(world)).toEqual(['Begin'])
  })

  it('stops when there is nothing left to do after the branch moved', async () => {
    const root = await world.clone('clone')
    let calls = 0
    const once: Changing = async (tree) => {
      if (++calls > 1) return null
      await world.push({ 'x.md': 'x' }, 'First')
      return addLine('one')(tree)
    }
    expect(await publish(root, once)).toBeNull()
    expect(calls).toBe(2)
    expect(await subjects(world)).toEqual(['First', 'Begin'])
  })
})

describe('a branch that moves in between', () => {
  it('gets the change on top of its new head, and nothing of the attempt before', async () => {
    const root = await world.clone('clone')
    let calls = 0
    const change = meanwhile(
      () => world.push({ 'log.md': 'by hand\n', 'README.md': '# Changed\n' }),
      (tree) => addLine('one', { [`attempt ${++calls}.md`]: 'x' })(tree),
    )
    expect(await publish(root, change)).toMatchObject({ attempts: 2, fastForwarded: true })
    expect(await world.read('log.md')).toBe('by hand\none')
    expect(await world.read('README.md')).toBe('# Changed')
    expect(await pathsOf(world, 'attempt')).toEqual(['attempt 2.md'])
    expect(await subjects(world)).toEqual(['Add one', 'Change something by hand', 'Begin'])
  })

  it('does not bring back a commit that was taken out by force', async () => {
    const secret = await world.push({ 'secret.txt': 'hunter2\n' }, 'Oops')
    const root = await world.clone('clone')
    const takeOut = () => world.git(world.remote, 'update-ref', 'refs/heads/main', `${secret}~1`)
    expect(await publish(root, meanwhile(takeOut, addLine('one')))).toMatchObject({ attempts: 2 })
    expect(await subjects(world)).toEqual(['Add one', 'Begin'])
  })

  it('keeps two outcomes of one run apart, each on the newest head', async () => {
    const root = await world.clone('clone')
    const publisher = await openPublisher({
      root,
      env: world.env,
      credential: null,
      random: seededRandom(1),
      progress: () => undefined,
    })
    await publisher.publish(addLine('one'))
    await world.push({ 'x.md': 'x' }, 'Between')
    await publisher.publish(addLine('two'))
    await publisher.close()
    expect(await subjects(world)).toEqual(['Add two', 'Between', 'Add one', 'Begin'])
    expect(await world.read('log.md')).toBe('one\ntwo')
  })
})

describe('the person’s clone', () => {
  it('is brought to the published commit where its tree is clean', async () => {
    const root = await world.clone('clone')
    await writeFiles(root, { 'untracked.md': 'mine' })
    const published = await publish(root, addLine('one'))
    expect(published?.fastForwarded).toBe(true)
    expect(await world.git(root, 'rev-parse', 'HEAD', 'origin/main', '@{upstream}')).toBe(
      [published!.sha, published!.sha, published!.sha].join('\n'),
    )
    expect(await world.git(root, 'status', '--porcelain')).toBe('?? untracked.md')
  })

  it('is left as it is, byte for byte, where its tree is dirty', async () => {
    const root = await world.clone('clone')
    await writeFiles(root, { 'README.md': 'half a thought', 'staged.md': 'staged' })
    await world.git(root, 'add', 'staged.md')
    await rm(join(root, 'config/app.json'))
    const before = [
      await fingerprint(root),
      await world.git(root, 'status', '--porcelain', '--branch'),
      await readFile(join(root, '.git/index')),
    ]
    expect(await publish(root, addLine('one'))).toMatchObject({ fastForwarded: false })
    const status = (await world.git(root, 'status', '--porcelain', '--branch')).replace(' [behind 1]', '')
    expect([await fingerprint(root), status, await readFile(join(root, '.git/index'))]).toEqual(before)
    expect(await subjects(world)).toEqual(['Add one', 'Begin'])
  })

  it('keeps commits that were not pushed, and publishes none of them', async () => {
    const root = await world.clone('clone')
    await world.git(root, 'commit', '--quiet', '--allow-empty', '--message', 'Not yet')
    const head = await world.git(root, 'rev-parse', 'HEAD')
    expect(await publish(root, addLine('one'))).toMatchObject({ fastForwarded: false })
    expect(await world.git(root, 'rev-parse', 'HEAD')).toBe(head)
    expect(await subjects(world)).toEqual(['Add one', 'Begin'])
  })

  it('keeps a file in the way, even one that git ignores', async () => {
    const root = await world.clone('clone')
    await writeFiles(root, { 'out/one.md': 'the only copy' })
    await writeFile(join(root, '.git/info/exclude'), 'out/\n')
    expect(await publish(root, addLine('one', { 'out/one.md': 'published' }))).toMatchObject({ fastForwarded: false })
    expect(await readFile(join(root, 'out/one.md'), 'utf8')).toBe('the only copy')
    expect(await world.git(root, 'log', '-1', '--format=%s')).toBe('Begin')
  })

  it('keeps a tree of the person’s own whose disk is not plugged in', async () => {
    const root = await world.clone('clone')
    const other = join(world.folder, 'other tree')
    await world.git(root, 'worktree', 'add', '--quiet', '-b', 'side', other)
    await rm(other, { recursive: true })
    await publish(root, addLine('one'))
    expect(await leftIn(world, root)).toEqual([`worktree ${other}`])
  })

  it('may have no branch checked out where Actions says which one it runs for', async () => {
    const root = await world.clone('clone')
    await world.git(root, 'checkout', '--quiet', '--detach')
    const actions = { ...world.env, GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }
    expect(await failure(publish(root, addLine('one')))).toMatchObject({ todo: 'git switch main' })
    const tag = { ...actions, GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' }
    expect(await failure(publish(root, addLine('one'), tag))).toMatchObject({ todo: 'git switch main' })
    expect(await publish(root, addLine('one'), actions)).toMatchObject({ fastForwarded: false })
    expect(await world.git(root, 'status', '--porcelain', '--branch')).toBe('## HEAD (no branch)')
    expect(await subjects(world)).toEqual(['Add one', 'Begin'])
  })

  it('may be shallow and of one branch, as Actions checks out, even when the branch moves', async () => {
    await world.push({ 'x.md': 'x' }, 'Second')
    const root = await world.clone('clone', '--depth=1', '--single-branch', `file://${world.remote}`)
    expect(await world.git(root, 'rev-list', '--count', 'HEAD')).toBe('1')
    const push = async () => {
      await world.push({ 'y.md': 'y' }, 'Third')
      await world.push({ 'z.md': 'z' }, 'Fourth')
    }
    expect(await publish(root, meanwhile(push, addLine('one')))).toMatchObject({ attempts: 2, fastForwarded: true })
    expect(await subjects(world)).toEqual(['Add one', 'Fourth', 'Third', 'Second', 'Begin'])
    await publish(root, addLine('two'))
    expect((await subjects(world))[0]).toBe('Add two')
    expect(await leftIn(world, root)).toEqual([])
  })
})

describe('what cannot work', () => {
  it('is said plainly: no repository, no commit, no remote, no such branch, a remote that is gone', async () => {
    const bare = join(world.folder, 'plain folder')
    await writeFiles(bare, { 'a.md': 'a' })
    expect(await failure(publish(bare, addLine('one')))).toMatchObject({
      message: expect.stringContaining('not a git repository') as string,
    })
    await world.git(bare, 'init', '--quiet')
    expect((await failure(publish(bare, addLine('one')))).message).toContain('at least one commit')
    await world.git(bare, 'add', '--all')
    await world.git(bare, 'commit', '--quiet', '--message', 'a')
    expect(await failure(publish(bare, addLine('one')))).toMatchObject({
      message: expect.stringContaining("'origin' does not appear to be a git repository") as string,
      todo: expect.stringContaining('git remote -v') as string,
    })
    const root = await world.clone('clone')
    await world.git(root, 'switch', '--quiet', '--create', 'side')
    expect(await failure(publish(root, addLine('one')))).toMatchObject({
      message: 'The remote has no branch “side”.',
      todo: 'Push it once: git push -u origin side',
    })
    await world.git(root, 'remote', 'set-url', 'origin', join(world.folder, 'gone.git'))
    expect((await failure(publish(root, addLine('one')))).todo).toContain('git remote -v')
    expect(await leftIn(world, root)).toEqual([])
  })

  it('is a clone that may not be written to', async () => {
    if (process.getuid?.() === 0) return
    const root = await world.clone('clone')
    await chmod(join(root, '.git'), 0o500)
    expect((await failure(publish(root, addLine('one')))).message).toMatch(/Permission denied/)
    await chmod(join(root, '.git'), 0o700)
  })
})

describe('a remote that refuses', () => {
  const SAYS: [todo: string, script: string][] = [
    ['the reason above', 'echo "no pushes on Sundays" >&2'],
    [
      '100 MB',
      'echo "error: GH001: Large files detected." >&2; echo "error: File big.json is 120.00 MB; this exceeds GitHub\'s file size limit of 100.00 MB" >&2',
    ],
    ['Rulesets', 'echo "error: GH006: Protected branch update failed for refs/heads/main." >&2'],
    ['Rulesets', 'echo "error: GH013: Repository rule violations found for refs/heads/main." >&2'],
    [
      'Commit that change yourself',
      'echo "refusing to allow a GitHub App to create or update workflow ci.yml without workflows permission" >&2',
    ],
    ['unarchive', 'echo "This repository was archived so it is read-only." >&2'],
  ]
  it.each(SAYS)('is asked once, and its words are passed on (%s)', async (todo, script) => {
    const asked = join(world.folder, 'asked')
    await world.hook('pre-receive', `echo x >> "${asked}"; ${script}; exit 1`)
    const root = await world.clone('clone')
    const error = await failure(publish(root, addLine('one')))
    expect(error.todo).toContain(todo)
    expect(error.message).toContain(/"(?:error: )?(.{12})/.exec(script)![1])
    expect(await readFile(asked, 'utf8')).toBe('x\n')
    expect(await subjects(world)).toEqual(['Begin'])
    expect(await leftIn(world, root)).toEqual([])
    expect(await world.git(root, 'status', '--porcelain', '--branch')).toBe('## main...origin/main')
  })
})

describe('a green run means published', () => {
  // What NTFS and HFS+ take for .git; `git add` says nothing of it and goes on.
  it('a file that git leaves out without a word is told', async () => {
    const root = await world.clone('clone')
    const path = '.git /one.md'
    expect(await failure(publish(root, addLine('one', { [path]: 'lost' })))).toMatchObject({
      message: `${path} would not be in the commit as it was written: git says Invalid path '${path}'.`,
      todo: expect.stringContaining('scheduler.output_dir') as string,
    })
    const alone: Changing = async (tree) => {
      await writeFiles(tree, { 'git~1/one.md': 'lost' })
      return { subject: 's', trailers: {}, paths: ['git~1/one.md'], alongside: [] }
    }
    expect((await failure(publish(root, alone))).message).toContain('git~1/one.md')
    expect(await subjects(world)).toEqual(['Begin'])
  })

  it('a file written through a link is told, because the commit holds the link', async () => {
    const root = await world.clone('clone')
    const other = join(world.folder, 'seed')
    await symlink('README.md', join(other, 'link.md'))
    await world.push({ 'x.md': 'x' })
    const change: Changing = async (tree) => {
      await writeFile(join(tree, 'link.md'), 'through\n')
      return { subject: 's', trailers: {}, paths: ['link.md'], alongside: [] }
    }
    expect((await failure(publish(root, change))).message).toContain('link.md would not be in the commit')
  })

  it('a file whose line endings .gitattributes sees to counts as it is kept', async () => {
    await world.push({ '.gitattributes': '*.txt text eol=lf\n' })
    const root = await world.clone('clone')
    const write = addLine('one', { 'crlf.txt': 'a\r\nb\r\n', 'letters-e\u0301.md': 'x' })
    expect(await publish(root, write)).toMatchObject({ attempts: 1 })
    expect(await world.read('crlf.txt')).toBe('a\nb')
  })

  it('a file that was to be removed is not in the commit', async () => {
    await world.push({ 'out/old.md': 'old' })
    const root = await world.clone('clone')
    const change: Changing = async (tree) => {
      await rm(join(tree, 'out/old.md'))
      return { subject: 'Remove', trailers: {}, paths: ['out/old.md'], alongside: [] }
    }
    expect(await publish(root, change)).toMatchObject({ attempts: 1 })
    expect(await pathsOf(world, 'out/')).toEqual([])
  })

  it('what the product is made of stays in the commit without being laid out', async () => {
    const product = { 'scripts/a.ts': 'a', 'test/b.ts': 'b', '.github/workflows/c.yml': 'c', 'mine/scripts/d.md': 'd' }
    await world.push(product)
    const root = await world.clone('clone')
    const seen: string[] = []
    const look: Changing = async (tree) => {
      seen.push(...Object.keys(await fingerprint(tree)))
      return addLine('one')(tree)
    }
    await publish(root, look)
    expect(seen.sort()).toEqual([...Object.keys(SEED), 'mine/scripts/d.md'].sort())
    expect(await pathsOf(world)).toEqual(expect.arrayContaining(Object.keys(product)))
    expect(await world.git(root, 'status', '--porcelain')).toBe('')
  })
})

describe('a disk that is full', () => {
  /** A clone whose files are on a disk of so many kibibytes; `store`: whether git's own are, too. */
  async function cloneOn(disk: SmallDisk, store: 'there' | 'elsewhere'): Promise<string> {
    const root = join(disk.path, 'clone')
    const apart = store === 'there' ? [] : [`--separate-git-dir=${join(world.folder, 'store')}`]
    await world.git(world.folder, 'clone', '--quiet', ...apart, world.remote, root)
    return root
  }

  it('leaves the clone as it was where it fills while the clone is brought forward', async ({ skip }) => {
    const disk = await smallDisk(256)
    if (disk === null) return skip('no disk can be mounted here')
    try {
      await world.push({ 'old.md': 'x'.repeat(20_000), 'gone.md': 'gone' })
      const root = await cloneOn(disk, 'elsewhere')
      const before = await fingerprint(root)
      const change: Changing = async (tree) => {
        await rm(join(tree, 'gone.md'))
        const written = await addLine('one', {
          'README.md': '# Changed\n',
          'a/b/first.md': 'y'.repeat(50_000),
          'old.md': 'z'.repeat(400_000),
        })(tree)
        return { ...written!, paths: [...written!.paths, 'gone.md'] }
      }
      expect(await publish(root, change)).toMatchObject({
        fastForwarded: false,
        trouble: expect.stringMatching(
          /could not be written to.*was left as it was\. Make room on its disk, then: git pull$/u,
        ) as string,
      })
      expect((await subjects(world))[0]).toBe('Add one')
      expect(await fingerprint(root)).toEqual(before)
      expect(await readdir(root)).not.toContain('a')
      expect(await world.git(root, 'status', '--porcelain', '--branch')).toBe('## main...origin/main [behind 1]')
      await world.git(root, 'fsck', '--strict')
    } finally {
      await disk.remove()
    }
  })

  it('is said where nothing can be fetched or committed into the clone', async ({ skip }) => {
    const disk = await smallDisk(512)
    if (disk === null) return skip('no disk can be mounted here')
    try {
      const root = await cloneOn(disk, 'there')
      await fillUp(join(root, 'mine.bin'))
      const error = await failure(publish(root, addLine('one', { 'big.md': randomBytes(300_000).toString('hex') })))
      expect(error.todo).toBe('The disk is full. Make room on it and run it again.')
      expect(await subjects(world)).toEqual(['Begin'])
    } finally {
      await disk.remove()
    }
  })
})

/** Fills the disk that a file is on. */
async function fillUp(file: string): Promise<void> {
  await writeFile(file, Buffer.alloc(2 ** 20)).catch((error: NodeJS.ErrnoException) =>
    expect(error.code).toBe('ENOSPC'),
  )
}

describe('a run that was killed while it brought the clone forward', () => {
  const note = `${temporaryName('forward').replace(`-${process.pid}-`, '-4194305-')}1`

  /** The clone as a killed git leaves it: its lock, a new file of which a part is there, one changed and one gone. */
  async function killedHalfWay(): Promise<string> {
    await world.push({ 'old.md': 'old', 'gone.md': 'gone', 'same.md': 'same' })
    const root = await world.clone('clone')
    const from = await world.git(root, 'rev-parse', 'HEAD')
    const seed = join(world.folder, 'seed')
    await world.git(seed, 'rm', '--quiet', 'gone.md')
    await world.git(seed, 'commit', '--quiet', '--message', 'Remove')
    const to = await world.push({ 'old.md': 'the new text', 'a/new.md': 'été, whole', 'other.md': 'other' })
    await world.git(root, 'fetch', '--quiet')
    await writeFiles(root, { 'old.md': 'the new', 'a/new.md': 'été' })
    await rm(join(root, 'gone.md'))
    await writeFile(join(root, '.git/index.lock'), '')
    await writeFile(join(root, '.git', note), `${from} ${to}`)
    return root
  }

  it('leaves nothing for the person to mend after the next one', async () => {
    const root = await killedHalfWay()
    expect(await publish(root, addLine('one'))).toMatchObject({ fastForwarded: true })
    expect(await world.git(root, 'status', '--porcelain', '--branch')).toBe('## main...origin/main')
    expect(await readdir(join(root, '.git'))).not.toEqual(expect.arrayContaining([note]))
    expect(await readFile(join(root, 'a/new.md'), 'utf8')).toBe('été, whole')
  })

  it('leaves what the person has written since', async () => {
    const root = await killedHalfWay()
    await writeFiles(root, { 'same.md': 'my own words' })
    expect(await publish(root, addLine('one'))).toMatchObject({ fastForwarded: false })
    expect(await readFile(join(root, 'same.md'), 'utf8')).toBe('my own words')
    expect(await readFile(join(root, 'old.md'), 'utf8')).toBe('the new')
    expect((await subjects(world))[0]).toBe('Add one')
  })
})

describe('what this machine refuses', () => {
  it('is said of a clone that belongs to somebody else, with git’s own remedy', async () => {
    const root = await world.clone('clone')
    const env = await withGit('export GIT_TEST_ASSUME_DIFFERENT_OWNER=1')
    const error = await failure(publish(root, addLine('one'), env))
    expect(error.message).toContain('dubious ownership')
    expect(error.todo).toContain('git config --global --add safe.directory "$PWD"')
  })

  it('is said where there is no git', async () => {
    const root = await world.clone('clone')
    const error = await failure(publish(root, addLine('one'), { ...world.env, PATH: world.folder }))
    expect(error.todo).toContain('git is not installed')
  })

  it('is said of a path that is too long', async () => {
    const root = await world.clone('clone')
    const path = `${'d'.repeat(260)}/one.md`
    const change: Changing = () => Promise.resolve({ subject: 's', trailers: {}, paths: [path], alongside: [] })
    const error = await failure(publish(root, change))
    expect(error.todo).toContain('scheduler.output_dir')
  })

  async function withGit(before: string): Promise<NodeJS.ProcessEnv> {
    const bin = join(world.folder, 'bin')
    const real = (await world.git(world.folder, '--exec-path')) + '/git'
    await writeFiles(bin, { git: `#!/bin/sh\n${before}\nexec '${real}' "$@"\n` })
    await chmod(join(bin, 'git'), 0o755)
    return { ...world.env, PATH: `${bin}:${world.env['PATH'] ?? ''}` }
  }
})
