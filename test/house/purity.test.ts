import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

/** Without the types of the whole project, which take most of the time and which the rules of purity do not need. */
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked })
const IMPORTS = '@typescript-eslint/no-restricted-imports'

/** The rules that a file with this text would break if it stood at this place. */
async function broken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file })
  return result!.messages.flatMap(({ ruleId }) => ruleId ?? [])
}

describe('the pure rooms', () => {
  it.each([
    ['scripts/tasks/registry.ts', "import '../repository/publish.ts'"],
    ['scripts/tasks/registry.ts', "import '../repository/github/summary.ts'"],
    ['scripts/tasks/registry.ts', "import 'node:fs'"],
    ['scripts/pages/markdown.ts', "import 'node:fs/promises'"],
    ['scripts/pages/markdown.ts', "import '../repository/ledger.ts'"],
    ['scripts/schedule/slots.ts', "import 'node:child_process'"],
    ['scripts/haiku/write.ts', "import '../sources/services/euria.ts'"],
    ['scripts/haiku/write.ts', "import 'ky'"],
    ['scripts/collection/album.ts', "import 'node:fs'"],
    ['scripts/collection/merge/merge.ts', "import 'node:fs'"],
    ['scripts/sources/readers/table.ts', "import 'node:fs'"],
    ['scripts/sources/readers/formats/beets.ts', "import '../../services/discogs.ts'"],
    ['scripts/sources/services/http.ts', "import '../../repository/publish.ts'"],
  ])('%s may not say %s', async (file, text) => {
    expect(await broken(file, text)).toContain(IMPORTS)
  })

  it.each([
    ['scripts/tasks/registry.ts', "import '../haiku/composer/compose.ts'"],
    ['scripts/runner/apply.ts', "import '../repository/publish.ts'"],
    ['scripts/pages/readme-block.ts', "import type { Ledger } from '../repository/ledger.ts'"],
    ['scripts/collection/store.ts', "import 'node:fs'"],
    ['scripts/sources/services/http.ts', "import 'ky'"],
  ])('%s may say %s', async (file, text) => {
    expect(await broken(file, text)).not.toContain(IMPORTS)
  })

  it.each(['Math.random()', 'new Date()', 'Date.now()', 'Temporal.Now.instant()'])(
    'nothing but the clock and the random source says %s',
    async (text) => {
      expect(await broken('scripts/tasks/registry.ts', `export const x = ${text}`)).toContain('no-restricted-syntax')
      expect(await broken('scripts/haiku/write.ts', `export const x = ${text}`)).toContain('no-restricted-syntax')
    },
  )

  it.each(['scripts/tasks/registry.ts', 'scripts/runner/apply.ts', 'test/house/purity.test.ts'])(
    'no promise is left alone in %s',
    async (file) => {
      const { rules } = (await new ESLint().calculateConfigForFile(file)) as { rules: Record<string, unknown[]> }
      expect(rules['@typescript-eslint/no-floating-promises']![0]).toBe(2)
    },
  )
})
