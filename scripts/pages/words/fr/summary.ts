import type * as en from '../en/summary.ts'
import { s } from './numbers.ts'

export const summary: typeof en.summary = {
  files: 'Fichiers',
  warnings: 'Avertissements',
  nothing: 'Rien à faire',
  exported: (count, artists) => `${count} album${s(count)}, ${artists} artiste${s(artists)}.`,
  withYear: (count) => `avec année : ${count}`,
  withDescription: (count) => `avec description : ${count}`,
  withLink: (count) => `avec lien Spotify : ${count}`,
  attempts: 'Essais',
  tokens: 'Jetons',
  seconds: 'Secondes',
  album: 'Album',
  author: 'Écrit par',
  composer: 'compositeur intégré',
  aiFailed: {
    form: 'aucune réponse de l’IA n’était un haïku 5-7-5 valable ; le compositeur a écrit le poème.',
    refused:
      'l’IA refuse la demande ; vérifiez EURIA_BEARER, EURIA_URL et EURIA_MODEL. Le compositeur a écrit le poème.',
    limited: 'l’IA demande une longue pause (limite de débit) ; le compositeur a écrit le poème.',
    time: 'le temps prévu pour l’IA était écoulé ; le compositeur a écrit le poème.',
    service: 'l’IA n’a pas donné de réponse lisible ; le compositeur a écrit le poème.',
  },
  removed: (count) =>
    `${count} ancien${s(count)} fichier${s(count)} retiré${s(count)} du dossier ; l’historique de git les garde.`,
  notDue: {
    served: (slot, next) => `Le créneau du ${slot} est déjà servi. Prochain créneau : ${next}.`,
    'before-ledger': (slot, next) => `Le créneau du ${slot} précède ce dépôt. Prochain créneau : ${next}.`,
    'failed-too-often': (_slot, next) => `La tâche échoue sans cesse. Prochain essai à partir du ${next}.`,
    disabled: 'La tâche est désactivée dans config/app.json (enabled: false).',
  },
  shrunk: (shrinking) =>
    `${
      shrinking.kind === 'collapse'
        ? `data/collection.json contient ${shrinking.now} albums à vous ; à la dernière exécution de cette tâche, ${shrinking.before}. Rien n’a été écrit. Si des albums se sont perdus, retrouvez le fichier sous « History » sur GitHub.`
        : `${shrinking.leaving} de vos ${shrinking.had} albums quitteraient data/collection.json. Rien n’a été écrit. Regardez si la liste d’où ils viennent est complète.`
    } S’ils sont partis exprès, relancez en cochant « La collection peut avoir rétréci ».`,
  dryRun: 'Essai à blanc : rien n’a été écrit.',
  unchanged: 'Rien n’a changé : tout était déjà connu.',
  taken: (path) => `${path} est importé et a quitté la boîte de dépôt ; l’historique de git le garde.`,
}
