import { catalogOf } from '../pages/words/catalog.ts'
import { loadConfig } from '../config/config.ts'
import { LEDGER_FILE, writeLedger } from '../repository/ledger.ts'
import { notesOf } from '../repository/notes.ts'
import { refreshIndex } from './index-pages.ts'
import { asOf, ledgerReader, type RunRequest } from './load.ts'
import { remoteBranch, trailersOf } from './place.ts'
import { instantOf } from '../ground/given-time.ts'
import { seededRandom } from '../ground/random.ts'

/**
 * Commits the notes that no commit of a task took along, all in one. Gives whether there were any.
 * @throws PublishError
 */
export async function publishNotes(
  request: Pick<RunRequest, 'root' | 'env' | 'now' | 'seed' | 'progress'>,
): Promise<boolean> {
  const { root, env, seed, progress } = request
  const notes = await notesOf(root, env)
  if ((await notes.pending()).length === 0) return false
  const place = await remoteBranch(root, env, seededRandom(seed ^ process.pid), progress)
  try {
    const ledgerIn = await ledgerReader(root, env, place)
    await place.keep(async (tree) => {
      const config = await loadConfig(tree)
      const ledger = await ledgerIn(tree)
      await writeLedger(tree, ledger)
      const now = asOf(ledger, instantOf(request.now, config.timezone))
      const pages = await refreshIndex(tree, { config, ledger, now })
      const change = {
        subject: catalogOf(config.locale).commit.notes,
        trailers: trailersOf('tend', env, place),
        paths: [LEDGER_FILE],
        alongside: pages.paths,
      }
      return { value: undefined, change }
    })
    // Also where another run has served their slots meanwhile.
    await notes.clear()
    return true
  } finally {
    await place.close()
  }
}
