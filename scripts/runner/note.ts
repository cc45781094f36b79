import { isTaskId } from '../config/catalog.ts'
import { withRun, writeLedger } from '../repository/ledger.ts'
import { latestSlot } from '../schedule/slots.ts'
import { refreshIndex } from './index-pages.ts'
import { asOf, type Run } from './load.ts'

/**
 * Notes a scheduled run that left nothing else behind, so that no later arrival repeats it: it found nothing to do, or it
 * failed. Where the result goes to the remote branch, the note waits for a commit to ride with.
 */
export async function noteRun(run: Run, result: 'nothing' | 'failed'): Promise<void> {
  const { request, place, config, now } = run
  const { id } = request.work
  if (!request.scheduled || !isTaskId(id)) return
  const entry = {
    slot: latestSlot(config.tasks[id].schedule, now).toString(),
    started: now.toString({ fractionalSecondDigits: 3 }),
    result,
  }
  if (place.defer !== null) return place.defer({ task: id, ...entry })
  await place.keep(async (tree) => {
    const before = await run.ledgerIn(tree)
    const ledger = withRun(before, id, entry)
    if (ledger !== before) {
      await writeLedger(tree, ledger)
      await refreshIndex(tree, { config, ledger, now: asOf(ledger, now) })
    }
    return { value: undefined, change: null }
  })
}
