import type * as en from '../en/enrichment.ts'
import { s } from './numbers.ts'

export const enrichment: typeof en.enrichment = {
  filled: (count) => `Compléter ${count} album${s(count)}`,
  remembered: (count) => `Retenir ${count} recherche${s(count)} sans résultat nouveau`,
  described: (count) => `Décrire ${count} album${s(count)}`,
  complete: 'Chaque album a son lien Spotify et son année.',
  waiting: (count, until) =>
    `${count} album${s(count)} ${count > 1 ? 'ont déjà été cherchés' : 'a déjà été cherché'} ; prochain essai à partir du ${until}.`,
  noModel: 'Aucune IA n’est configurée (EURIA_URL, EURIA_BEARER) ; les descriptions restent comme elles sont.',
  allDescribed: 'Chaque album a sa description.',
  result: 'Résultat',
  details: 'Détails',
  results: {
    filled: 'complété',
    partial: 'complété en partie',
    'not-found': 'introuvable',
    ambiguous: 'ambigu',
    failed: 'échec',
    described: 'décrit',
    'no-facts': 'pas assez de faits',
    rejected: 'réponse refusée',
  },
  fields: {
    year: 'année',
    spotify_url: 'lien Spotify',
    musicbrainz_id: 'MusicBrainz',
    cover_url: 'pochette',
    discogs_url: 'Discogs',
  },
  serviceFailed: 'un service n’a pas répondu ; nouvel essai à la prochaine exécution.',
  timeUp: (left) => `le temps prévu était écoulé ; ${left} album${s(left)} pour la prochaine fois.`,
  aiFailed: 'l’IA n’a pas répondu ; nouvel essai à la prochaine exécution.',
}
