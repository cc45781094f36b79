import { splitCredit, type KnowsArtist } from '../listens/credit.ts'
import { DUPLICATE_SECONDS, duplicateJudge, type Verdict } from '../listens/duplicates.ts'
import type { Listen } from '../listens/listen.ts'
import type { ScrobbledTrack } from '../listens/source.ts'
import type { Context } from './task.ts'

/** What of some listens is new, oldest first. */
export interface Sifted {
  fresh: readonly Listen[]
  counts: Readonly<Record<Verdict, number>>
}

/**
 * What of the listens a source tells is new. The store asks the same again when it adds them, on whatever it holds by then.
 * @param source Written into each of them.
 */
export async function siftListens(
  tracks: readonly ScrobbledTrack[],
  source: string,
  knows: KnowsArtist,
  context: Pick<Context, 'listens'>,
): Promise<Sifted> {
  const counts = { new: 0, known: 0, duplicate: 0 }
  if (tracks.length === 0) return { fresh: [], counts }
  const listens = tracks.map((track) => listenOf(track, source, knows)).sort((a, b) => a.timestamp - b.timestamp)
  const stored: Listen[] = []
  const window = {
    from: listens[0]!.timestamp - DUPLICATE_SECONDS,
    to: listens.at(-1)!.timestamp + DUPLICATE_SECONDS + 1,
  }
  for await (const listen of context.listens(window)) stored.push(listen)
  const judge = duplicateJudge(stored)
  const fresh = listens.filter((listen) => {
    const verdict = judge(listen)
    counts[verdict]++
    return verdict === 'new'
  })
  return { fresh, counts }
}

function listenOf(
  { timestamp, credit, album, track, loved }: ScrobbledTrack,
  source: string,
  knows: KnowsArtist,
): Listen {
  return { timestamp, artists: splitCredit(credit, knows), album, track, source, loved }
}
