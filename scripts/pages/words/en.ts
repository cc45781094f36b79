import { begin } from './en/begin.ts'
import { clock } from './en/clock.ts'
import { commit } from './en/commit.ts'
import { enrichment } from './en/enrichment.ts'
import { importing } from './en/importing.ts'
import { index } from './en/index-pages.ts'
import { listening } from './en/listening.ts'
import { exportPage, haikuPage } from './en/pages.ts'
import { summary } from './en/summary.ts'
import { tend } from './en/tend.ts'

/**
 * Arguments: names, addresses and whatever else came from outside are already escaped for where they land, days and times
 * already written for people, links whole; a number is a number, and the words write it. Where a topic says that it is
 * plain text, nothing in it is escaped: who shows it does that.
 */
export const en = {
  /** Where an album, a record or a listen names nobody. */
  unknownArtist: 'Unknown artist',
  haikuPage,
  exportPage,
  commit,
  summary,
  index,
  listening,
  clock,
  enrichment,
  importing,
  begin,
  tend,
}
