import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint()

/** The rules that a file with this text would break if it stood at this place. */
async function broken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file })
  return result!.messages.flatMap(({ ruleId }) => ruleId ?? [])
}

describe('the arrows of the architecture', () => {
  it.each([
    ['scripts/tasks/registry.ts', "import '../repository/publish.ts'"],
    ['scripts/tasks/registry.ts', "import '../github/summary.ts'"],
    ['scripts/tasks/registry.ts', "import '../runner/apply.ts'"],
    ['scripts/tasks/registry.ts', "import '../run.ts'"],
    ['scripts/tasks/registry.ts', "import 'node:fs'"],
    ['scripts/output/markdown.ts', "import 'node:fs/promises'"],
    ['scripts/output/markdown.ts', "import '../tasks/task.ts'"],
    ['scripts/schedule/slots.ts', "import '../repository/ledger.ts'"],
    ['scripts/haiku/write.ts', "import '../services/euria.ts'"],
    ['scripts/haiku/write.ts', "import 'ky'"],
    ['scripts/collection/album.ts', "import 'node:fs'"],
    ['scripts/collection/merge/merge.ts', "import 'node:fs'"],
    ['scripts/collection/check/check.ts', "import '../../tasks/task.ts'"],
    ['scripts/import/table.ts', "import 'node:fs'"],
    ['scripts/import/formats/beets.ts', "import '../../services/discogs.ts'"],
    ['scripts/services/http.ts', "import '../tasks/task.ts'"],
    ['scripts/repository/publish.ts', "import '../runner/run-task.ts'"],
    ['scripts/repository/publish.ts', "import '../services/http.ts'"],
  ])('%s may not say %s', async (file, text) => {
    expect(await broken(file, text)).toContain('no-restricted-imports')
  })

  it.each([
    ['scripts/tasks/registry.ts', "import '../haiku/compose.ts'"],
    ['scripts/runner/run-task.ts', "import '../repository/publish.ts'"],
    ['scripts/collection/store.ts', "import 'node:fs'"],
    ['scripts/services/http.ts', "import 'ky'"],
  ])('%s may say %s', async (file, text) => {
    expect(await broken(file, text)).not.toContain('no-restricted-imports')
  })

  it.each(['Math.random()', 'new Date()', 'Date.now()'])(
    'nothing but the clock and the random source says %s',
    async (text) => {
      expect(await broken('scripts/tasks/registry.ts', `export const x = ${text}`)).toContain('no-restricted-syntax')
      expect(await broken('scripts/haiku/write.ts', `export const x = ${text}`)).toContain('no-restricted-syntax')
    },
  )

  it('no promise is left alone', async () => {
    const text = 'export function f() {\n  Promise.resolve(1)\n}'
    expect(await broken('scripts/tasks/registry.ts', text)).toContain('@typescript-eslint/no-floating-promises')
  })
})
