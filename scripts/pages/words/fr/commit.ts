import type * as en from '../en/commit.ts'
import { s } from './numbers.ts'

export const commit: typeof en.commit = {
  haikus: (count, at) => `Écrire ${count} haïku${s(count)} (${at})`,
  exportMarkdown: (at) => `Exporter la collection en Markdown (${at})`,
  exportJson: (at) => `Exporter la collection en JSON (${at})`,
  notes: 'Noter les tâches sans rien à faire ou en échec',
  checkpoint: (piece) => ` – partie ${piece}`,
}
