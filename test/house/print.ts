import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planOf, readSources, type Plan, type Source } from './plan.ts'
import { roomOf, ROOMS } from './rooms.ts'

// npm run house [-- <revision>]: how the house stands, and how it stood at that revision.

const isPhrases = ({ path }: Source) => /^haiku\/composer\/(?:phrases\/)?(?:fr|en)\//u.test(path)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const linesOf = (files: readonly Source[]) => sum(files.map(({ lines }) => lines))

/** The plan of `scripts/` as it was at a revision. */
async function planAt(revision: string): Promise<Plan> {
  const folder = mkdtempSync(join(tmpdir(), 'house-'))
  try {
    const archive = execFileSync('git', ['archive', revision, 'scripts'], { maxBuffer: 2 ** 28 })
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
    return planOf(await readSources(join(folder, 'scripts')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function figuresOf({ files, up, circles, loose }: Plan): [what: string, figure: number | string][] {
  const isOfOtherRooms = loose.length > files.length / 3
  const code = files.filter((file) => !isPhrases(file))
  return [
    ['files', files.length],
    ['lines', linesOf(files)],
    ['lines without the phrases', linesOf(code)],
    ['folders', new Set(files.map(({ path }) => path.split('/').slice(0, -1).join('/'))).size],
    ['loose files', loose.length],
    // Of a revision from before these rooms nothing can be said that compares.
    ['imports that run up', isOfOtherRooms ? '–' : up.length],
    ['circles', circles.length],
    ['longest code file, lines', Math.max(...code.map(({ lines }) => lines))],
    ['longest function, lines', Math.max(...code.flatMap(({ functions }) => functions.map(({ lines }) => lines)))],
  ]
}

function print(columns: readonly (string | number)[][]): void {
  const widths = columns[0]!.map((_, at) => Math.max(...columns.map((row) => String(row[at] ?? '').length)))
  for (const row of columns) {
    const cells = row.map((cell, at) =>
      typeof cell === 'number' ? String(cell).padStart(widths[at]!) : cell.padEnd(widths[at]!),
    )
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
  }
}

const now = planOf(await readSources('scripts'))
const revision = process.argv[2]
const before = revision === undefined ? null : await planAt(revision)
const figuresBefore = before === null ? [] : figuresOf(before).map(([, figure]) => figure)

print([
  ['', 'now', ...(before === null ? [] : [revision!])],
  ...figuresOf(now).map(([what, figure], at) => [what, figure, ...(before === null ? [] : [figuresBefore[at]!])]),
])
process.stdout.write('\n')
print([
  ['room', 'files', 'lines', 'holds'],
  ...ROOMS.map(({ name, holds }, room) => {
    const files = now.files.filter(({ path }) => roomOf(path) === room)
    return [name, files.length, linesOf(files), holds]
  }),
])
if (before !== null) {
  const folderOf = ({ path }: Source) => (path.includes('/') ? path.split('/')[0]! : '(loose)')
  process.stdout.write(`\n`)
  print([
    [`at ${revision!}`, 'files', 'lines'],
    ...[...new Set(before.files.map(folderOf))].map((folder) => {
      const files = before.files.filter((file) => folderOf(file) === folder)
      return [folder, files.length, linesOf(files)]
    }),
  ])
}
for (const { from, to } of now.up) process.stdout.write(`\nruns up: ${from} → ${to}`)
for (const circle of now.circles) process.stdout.write(`\ncircle: ${circle.join(', ')}`)
if (now.up.length + now.circles.length > 0) process.stdout.write('\n')
