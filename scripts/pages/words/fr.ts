import type { en } from './en.ts'
import { begin } from './fr/begin.ts'
import { clock } from './fr/clock.ts'
import { commit } from './fr/commit.ts'
import { enrichment } from './fr/enrichment.ts'
import { importing } from './fr/importing.ts'
import { index } from './fr/index-pages.ts'
import { listening } from './fr/listening.ts'
import { exportPage, haikuPage } from './fr/pages.ts'
import { summary } from './fr/summary.ts'
import { tend } from './fr/tend.ts'

export const fr: typeof en = {
  unknownArtist: 'Artiste inconnu',
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
