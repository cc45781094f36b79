import type * as en from '../en/tend.ts'

export const tend: typeof en.tend = {
  task: 'Tâche',
  outcome: 'Issue',
  seconds: 'Secondes',
  verdicts: { done: 'réussi', partial: 'réussi, avec avertissements', nothing: 'rien à faire', failed: 'échec' },
  nothingDue: 'Rien n’est à faire pour l’instant.',
}
