import { readLookups } from '../collection/lookups-store.ts'
import { readReview } from '../collection/review-store.ts'
import { openCollection } from '../collection/store.ts'
import { loadConfig } from '../config/config.ts'
import { command } from './command.ts'
import { AimeError, describeError, EXIT } from '../ground/errors.ts'
import { readHaikuLog } from '../haiku/store.ts'
import { readListens } from '../listens/store.ts'
import { readLedger } from '../repository/ledger.ts'

/** Reads every file a person may have edited, and says of each whether it is understood. */
export default command({
  usage: 'npm run check-data',
  run: async ({ root, terminal: { print, tell, annotate } }) => {
    const checks: [string, () => Promise<string>][] = [
      [
        'configuration',
        async () =>
          Object.values((await loadConfig(root)).tasks).filter(({ enabled }) => enabled).length + ' tasks enabled',
      ],
      ['collection', async () => `${(await openCollection(root)).data.albums.length} albums`],
      ['review', async () => `to decide about: ${(await readReview(root)).unsure.length}`],
      ['haiku log', async () => `${(await readHaikuLog(root)).length} poems`],
      ['listens', async () => `${await count(readListens(root))} listens`],
      ['look-ups', async () => `${(await readLookups(root)).length} attempts remembered`],
      ['run ledger', async () => `${Object.keys((await readLedger(root)).tasks).length} tasks have run`],
    ]
    let broken = false
    for (const [name, check] of checks) {
      try {
        print(`✓ ${name}: ${await check()}`)
      } catch (error) {
        if (!(error instanceof AimeError)) throw error
        broken = true
        tell(`✗ ${name}: ${describeError(error)}`)
        annotate([{ level: 'error', title: name, message: describeError(error) }])
      }
    }
    return broken ? EXIT.misuse : EXIT.ok
  },
})

async function count(items: AsyncIterable<unknown>): Promise<number> {
  let total = 0
  for await (const _ of items) total++
  return total
}
