import { beforeAll, describe, expect, it } from 'vitest'
import { planOf, readSources, sourceOf, type Plan } from './plan.ts'

describe('the house', () => {
  let plan: Plan
  beforeAll(async () => {
    plan = planOf(await readSources('scripts'))
  })

  it('has no import that runs up the list of rooms', () => {
    expect(plan.up.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('has no files that import each other in a circle', () => {
    expect(plan.circles).toEqual([])
  })

  it('has no loose files but its entries', () => {
    expect(plan.loose.length).toBeLessThanOrEqual(3)
  })

  it('has no code file over 300 lines', () => {
    const long = plan.files.filter(({ path, lines }) => lines > 300 && !path.startsWith('haiku/composer/phrases/'))
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })

  it('has no function over 80 lines', () => {
    const long = plan.files.flatMap(({ path, functions }) =>
      functions.filter(({ lines }) => lines > 80).map(({ name, lines }) => `${path}, ${name}: ${lines}`),
    )
    expect(long).toEqual([])
  })
})

describe('the plan sees', () => {
  const seen = (...texts: [path: string, text: string][]) => planOf(texts.map(([path, text]) => sourceOf(path, text)))

  it.each([
    "import { x } from '../tasks/a.ts'",
    "export type { X } from '../tasks/a.ts'",
    "await import('../tasks/a.ts')",
  ])('an arrow up in %s', (text) => {
    expect(seen(['ground/b.ts', text]).up).toEqual([{ from: 'ground/b.ts', to: 'tasks/a.ts' }])
  })

  it('no arrow up in an import that goes down or stays', () => {
    expect(seen(['tasks/b.ts', "import '../ground/a.ts'\nimport './c.ts'\nimport 'zod'"]).up).toEqual([])
  })

  it('a circle of three inside a room, types included', () => {
    const { circles } = seen(
      ['ground/a.ts', "import './b.ts'"],
      ['ground/b.ts', "import type { C } from './c.ts'"],
      ['ground/c.ts', "import './a.ts'\nimport './d.ts'"],
      ['ground/d.ts', ''],
    )
    expect(circles).toEqual([['ground/a.ts', 'ground/b.ts', 'ground/c.ts']])
  })

  it('how long a file and its functions are', () => {
    const [file] = seen(['ground/a.ts', 'const f = () => {\n\n}\n']).files
    expect(file).toMatchObject({ lines: 3, functions: [{ name: 'f', lines: 3 }] })
  })
})
