import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../../scripts/config/config.ts'
import { emptyLedger, ledgerFor, readLedger, withTemplate, writeLedger } from '../../../scripts/repository/ledger.ts'
import { refreshIndex } from '../../../scripts/runner/index-pages.ts'
import { VERSION } from '../../../scripts/ground/version.ts'
import { copy } from '../../support/command.ts'
import { readme } from '../../support/template-repo.ts'

const NOW = Temporal.Instant.from('2026-11-23T06:17:15Z')
const SEEN = '2026-11-23T06:00:00Z'

async function page(config: string, newest: string | null): Promise<string> {
  const root = await copy(config)
  await writeFile(join(root, 'README.md'), readme('A'))
  await writeLedger(root, withTemplate(await readLedger(root), { newest, seen: SEEN }))
  const { problems } = await refreshIndex(root, {
    config: await loadConfig(root),
    ledger: await readLedger(root),
    now: NOW,
  })
  expect(problems).toEqual([])
  return readFile(join(root, 'README.md'), 'utf8')
}

describe('the status block', () => {
  it('says in the language of the repository that a newer version exists, and where the README tells how to get it', async () => {
    expect(await page('{}', '999.0.0')).toContain(
      '\n\n🆕 Une version plus récente existe (999.0.0) : [`npm run upgrade`](#keeping-your-copy-current)\n\n',
    )
    expect(await page('{ "locale": "en" }', '999.0.0')).toContain(
      '\n\n🆕 A newer version exists (999.0.0): [`npm run upgrade`](#keeping-your-copy-current)\n\n',
    )
  })

  it.each([VERSION, '0.0.0', null, '[x](https://example.org)'])(
    'says nothing of it where %s is the newest',
    async (newest) => {
      const text = await page('{}', newest)
      expect(text).toContain('État au')
      expect(text).not.toContain('🆕')
    },
  )
})

describe('the ledger', () => {
  it('keeps what is known of the template, and forgets it in another repository', () => {
    const mine = { ...emptyLedger(), repository: 'me/records' }
    const known = withTemplate(mine, { newest: '1.2.3', seen: SEEN })
    expect(known.template).toEqual({ newest: '1.2.3', seen: SEEN })
    expect(withTemplate(known, null)).toBe(known)
    expect(ledgerFor('me/records', SEEN, known)).toMatchObject({ template: { newest: '1.2.3' } })
    expect(ledgerFor('you/music', SEEN, known).template).toBeUndefined()
  })
})
