import { describe, expect, it } from 'vitest'
import { whatActs } from '../../../scripts/commands/upgrade/what-acts.ts'

const files = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([path, mode]) => [path, { mode, sha: path }]))

describe('what of a new version acts by itself', () => {
  it('is every workflow, setting, link, program and script it brings, and nothing else', async () => {
    const mine = files({ '.github/workflows/ci.yml': '100644', '.ci/run': '100755', 'scripts/a.ts': '100644' })
    const theirs = files({
      '.github/workflows/ci.yml': '100644',
      '.github/workflows/new.yml': '100644',
      '.npmrc': '100644',
      'docs/.gitattributes': '100644',
      'data-link': '120000',
      vendor: '160000',
      '.ci/run': '100755',
      '.ci/other': '100755',
      'scripts/a.ts': '100644',
    })
    const acts = await whatActs({
      take: [...theirs.keys()],
      mine,
      theirs,
      scripts: {
        before: { test: 'vitest', start: 'node a' },
        after: { test: 'vitest', start: 'node b', prepare: 'sh x' },
      },
      targetOf: () => Promise.resolve('../../outside'),
    })
    expect(acts).toEqual([
      'workflow (changed): .github/workflows/ci.yml',
      'workflow (new): .github/workflows/new.yml',
      'settings (new): .npmrc',
      'settings (new): docs/.gitattributes',
      'link (new): data-link → ../../outside',
      'repository within it (new): vendor',
      'program (new): .ci/other',
      'npm script (changed): start: node b',
      'npm script (new): prepare: sh x',
    ])
  })
})
