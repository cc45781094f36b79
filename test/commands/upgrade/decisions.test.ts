import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitsRange } from '../../../scripts/commands/upgrade/node-range.ts'
import { mergedManifest } from '../../../scripts/repository/template/manifest.ts'
import { ownFiles } from '../../../scripts/commands/upgrade/own-files.ts'
import { planUpgrade, type Entry } from '../../../scripts/commands/upgrade/plan.ts'
import {
  compareVersions,
  newerThan,
  newestRelease,
  parseVersion,
  type Version,
} from '../../../scripts/repository/template/version.ts'
import { carriedOver, isAlike } from '../../../scripts/commands/upgrade/written-parts.ts'
import { readme } from '../../support/template-repo.ts'

const v = (text: string): Version => parseVersion(text)!

describe('versions', () => {
  // The example of https://semver.org/#spec-item-11
  const ORDER = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.0.1',
    '1.2.0',
    '1.10.0',
    '2.0.0',
  ]

  it('come in the order of semver', () => {
    fc.assert(
      fc.property(fc.nat(ORDER.length - 1), fc.nat(ORDER.length - 1), (a, b) => {
        expect(Math.sign(compareVersions(v(ORDER[a]!), v(ORDER[b]!)))).toBe(Math.sign(a - b))
      }),
    )
  })

  it.each([
    'v1.0.0',
    '1.0',
    '1.0.0.0',
    '01.0.0',
    '1.0.0-',
    '1.0.0-a..b',
    '1.0.0+build',
    '1.0.0\n',
    '9999999999.0.0',
    '',
  ])('are not “%s”', (text) => expect(parseVersion(text)).toBeNull())

  it('that are newest are no pre-releases', () => {
    expect(newestRelease(['1.2.0', '2.0.0-rc.1', '1.10.0', '1.9.9'].map(v))?.text).toBe('1.10.0')
    expect(newestRelease([v('1.0.0-rc.1')])).toBeNull()
  })

  it('are newer only where both are versions', () => {
    expect(newerThan('0.1.0', '0.2.0')).toBe('0.2.0')
    for (const newest of ['0.1.0', '0.0.9', 'new', '', null, undefined]) expect(newerThan('0.1.0', newest)).toBeNull()
    expect(newerThan('mine', '0.2.0')).toBeNull()
  })
})

describe('what an upgrade does to a file', () => {
  const entry = fc.option(
    fc.record({ mode: fc.constantFrom('100644', '100755'), sha: fc.constantFrom('a', 'b', 'c') }),
    { nil: undefined },
  )
  const files = (list: Record<string, Entry | undefined>) =>
    new Map(Object.entries(list).flatMap(([path, entry]) => (entry === undefined ? [] : [[path, entry] as const])))
  const plan = (base: Entry | undefined, mine: Entry | undefined, theirs: Entry | undefined, path = 'scripts/x.ts') =>
    planUpgrade({
      base: files({ [path]: base }),
      mine: files({ [path]: mine }),
      theirs: files({ [path]: theirs }),
      alike: new Set(),
      isOwn: ownFiles('out'),
    })

  it('is to take or drop it only where it is what the template had, and then it ends as the template has it', () => {
    fc.assert(
      fc.property(entry, entry, entry, (base, mine, theirs) => {
        const { take, drop, changed, collisions } = plan(base, mine, theirs)
        if (base === undefined && theirs === undefined) {
          expect([take, drop, changed, collisions]).toEqual([[], [], [], []])
          return
        }
        const isUntouched = mine?.sha === base?.sha
        const differs = mine?.sha !== theirs?.sha
        if (take.length + drop.length > 0) expect(isUntouched).toBe(true)
        if (isUntouched && differs) expect(take.length + drop.length).toBe(1)
        expect(drop.length === 1 && theirs !== undefined).toBe(false)
        expect(changed.length + collisions.length).toBe(!isUntouched && differs ? 1 : 0)
        expect(take.length + drop.length + changed.length + collisions.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is nothing where it is the person’s own', () => {
    const path = fc.constantFrom(
      'data/collection.json',
      'data',
      'config/app.json',
      'config',
      'out/a.md',
      'OUT',
      'Data/x',
    )
    fc.assert(
      fc.property(entry, entry, entry, path, (base, mine, theirs, path) => {
        expect(plan(base, mine, theirs, path)).toEqual({ take: [], drop: [], changed: [], collisions: [] })
      }),
    )
  })

  it('can be to give it its right to be run', () => {
    const [plain, tool] = [
      { mode: '100644', sha: 'a' },
      { mode: '100755', sha: 'a' },
    ]
    expect(plan(plain, plain, tool).take).toEqual(['scripts/x.ts'])
    // Modes get lost on the way through some tools, without anybody having meant it.
    expect(plan(tool, plain, tool)).toEqual({ take: [], drop: [], changed: [], collisions: [] })
  })

  it('leaves alone what only looks like the person’s own', () => {
    const isOwn = ownFiles('docs/poems')
    expect(['docs/poems/a.md', 'docs', 'Scheduled Output/README.md'].map(isOwn)).toEqual([true, true, true])
    expect(['docs/index.md', 'config/app.schema.json', 'scripts/data/x.ts', 'database.ts'].map(isOwn)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('what programs write into a file', () => {
  it('is the block of the README, and no other byte of it', () => {
    expect(isAlike('README.md', readme('A', '# Today'), readme('A'))).toBe(true)
    expect(isAlike('README.md', readme('B'), readme('A'))).toBe(false)
    expect(isAlike('docs/README.md', readme('A', '# Today'), readme('A'))).toBe(false)
    expect(carriedOver('README.md', readme('A', '# Today'), readme('B'))).toBe(readme('B', '# Today'))
    expect(carriedOver('README.md', readme('A', '# Today'), '# No block\n')).toBe('# No block\n')
    expect(carriedOver('README.md', '# No block\n', readme('B'))).toBe(readme('B'))
  })

  const workflow = (wakeUps: string, job = 'run') => `on:\n  schedule:\n${wakeUps}\njobs:\n  ${job}: {}\n`
  const UTC = "    - cron: '1 2 * * *'\n      timezone: UTC"
  const PARIS =
    "    - cron: '7 6 * * *'\n      timezone: Europe/Paris\n    - cron: '7 18 * * *'\n      timezone: Europe/Paris"
  const FILE = '.github/workflows/x.yml'

  it('is the wake-ups of a workflow, and nothing else of it', () => {
    expect(isAlike(FILE, workflow(PARIS), workflow(UTC))).toBe(true)
    expect(isAlike(FILE, workflow(PARIS), workflow(UTC, 'look'))).toBe(false)
    expect(isAlike('scripts/x.yml', workflow(PARIS), workflow(UTC))).toBe(false)
    expect(carriedOver(FILE, workflow(PARIS), workflow(UTC, 'look'))).toBe(workflow(PARIS, 'look'))
  })

  it.each([
    ['of several zones', workflow(`${UTC}\n    - cron: '7 6 * * *'\n      timezone: Europe/Paris`)],
    ['that are none', 'on:\n  schedule: []\njobs:\n  run: {}\n'],
    ['that nobody can read', 'on: [\n'],
  ])('is not told from what a person wrote where a workflow has wake-ups %s', (_, mine) => {
    expect(isAlike(FILE, mine, workflow(UTC))).toBe(false)
  })

  it('gives way where the new workflow has no wake-ups', () => {
    expect(carriedOver(FILE, workflow(PARIS), 'on: push\n')).toBe('on: push\n')
  })
})

describe('package.json', () => {
  const merged = (base: object, mine: object, theirs: object) =>
    JSON.parse(mergedManifest(JSON.stringify(base), JSON.stringify(mine), JSON.stringify(theirs))) as object

  it('has the changes of both; the person’s where both changed the same, but for the version', () => {
    expect(
      merged(
        { version: '1.0.0', name: 'aime', a: 1, dependencies: { zod: '1', ky: '1', old: '1' } },
        { version: '1.0.0', name: 'mine', a: 1, dependencies: { zod: '1', ky: '9', old: '1', own: '1' } },
        { version: '2.0.0', name: 'aime', a: 2, dependencies: { zod: '2', ky: '2', more: '1' } },
      ),
    ).toEqual({ version: '2.0.0', name: 'mine', a: 2, dependencies: { zod: '2', ky: '9', more: '1', own: '1' } })
  })

  it('is the template’s where the person changed nothing, and the person’s where the template did not', () => {
    const manifest = fc.dictionary(
      fc.constantFrom('name', 'scripts', 'dependencies', '__proto__'),
      fc.oneof(fc.string(), fc.dictionary(fc.string(), fc.string()), fc.array(fc.string())),
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(manifest, manifest, (one, other) => {
        const [a, b] = [JSON.parse(JSON.stringify(one)) as object, JSON.parse(JSON.stringify(other)) as object]
        expect(merged(a, a, { ...b, version: '2.0.0' })).toEqual({ ...b, version: '2.0.0' })
        expect(merged(a, b, { ...a, version: '2.0.0' })).toEqual({ ...b, version: '2.0.0' })
      }),
    )
  })
})

describe('the Node.js that a version asks for', () => {
  it.each([
    ['20.19.0', '>=20.19 <27', true],
    ['20.18.9', '>=20.19 <27', false],
    ['27.0.0', '>=20.19 <27', false],
    ['26.9.9', '>=20.19 <27', true],
    ['24.1.0', '24', false],
    ['24.0.0', '=24', true],
    ['24.0.1', '>24 <=24.0.1', true],
    ['24.0.0', '^24', null],
    ['24.0.0', '>=20 || >=24', null],
    ['24.0.0', '', null],
  ])('%s fits “%s”: %s', (version, range, fits) => {
    expect(fitsRange(version, range)).toBe(fits)
  })
})
