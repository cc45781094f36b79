import type * as en from '../en/listening.ts'
import { n, s } from './numbers.ts'

const HOW =
  'Les écoutes viennent de Last.fm ou de ListenBrainz par la tâche sync_listens : le README dit comment la mettre en marche.'

export const listening: typeof en.listening = {
  weekdays: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  listens: 'Écoutes',
  activeDays: 'Jours avec écoute',
  perActiveDay: 'Écoutes par jour avec écoute',
  artists: 'Artistes',
  albums: 'Albums',
  tracks: 'Titres',
  artist: 'Artiste',
  album: 'Album',
  track: 'Titre',
  change: 'Évolution',
  period: 'Période',
  week: {
    title: 'Haïku de la Semaine',
    thisWeek: 'Cette semaine',
    weekBefore: 'Semaine d’avant',
    topArtists: 'Artistes les plus écoutés',
    topAlbums: 'Albums les plus écoutés',
    noAlbums: 'Aucune de ces écoutes ne nomme d’album.',
    none: (from, to) => `Aucune écoute du ${from} au ${to} dans data/listens. ${HOW}`,
    commit: (at) => `Écrire le haïku de la semaine (${at})`,
  },
  analysis: {
    title: 'Analyse des Écoutes',
    rolling: '30 jours',
    rollingBefore: '30 jours d’avant',
    month: 'Mois écoulé',
    overview: 'Vue d’ensemble',
    longestStreak: 'Plus longue série de jours',
    days: (count) => `${count} jour${s(count)}`,
    currentStreak: (days) =>
      days === 0
        ? 'Aucune série de jours avec écoute en cours.'
        : `Série en cours : ${days} jour${s(days)} de suite avec écoute.`,
    discoveries: 'Découvertes',
    firstHeard: 'Entendus pour la première fois dans la période, d’après toutes les écoutes connues.',
    newArtists: 'Nouveaux artistes',
    newAlbums: 'Nouveaux albums',
    newTracks: 'Nouveaux titres',
    noHistory: (since) =>
      `Les écoutes connues commencent le ${since} : il n’y a rien à quoi comparer, et tout serait nouveau.`,
    forgotten: 'Favoris oubliés',
    forgottenMeans: (listens, days) =>
      `Albums entendus au moins ${listens} fois, et plus du tout depuis ${days} jours ou davantage.`,
    noForgotten: 'Aucun : ce qui a été beaucoup écouté l’est encore.',
    lastHeard: 'Dernière écoute',
    rhythm: 'Rythme',
    weekday: 'Jour de la semaine',
    hour: 'Heure',
    day: 'Jour',
    listensByDay: 'Écoutes par jour',
    listensByWeekday: 'Écoutes par jour de la semaine',
    listensByHour: 'Écoutes par heure',
    listensByDecade: 'Écoutes par décennie',
    listensByGenre: 'Écoutes par genre',
    fromCollection: 'Décennies et genres',
    ofCollection: (known, total) => `${n(known)} de ces ${n(total)} écoutes viennent d’albums de la collection.`,
    decade: 'Décennie',
    decadeOf: (year) => `Années ${year}`,
    genre: 'Genre',
    noAlbums: 'Aucune écoute n’est d’un album de la collection dont l’année ou le genre est connu.',
    chart: (from, to) =>
      `Graphiques des écoutes du ${from} au ${to} ; tous leurs chiffres sont dans les tableaux de cette page.`,
    none: (from, to) => `Aucune écoute du ${from} au ${to} dans data/listens. ${HOW}`,
    commit: (at) => `Écrire l’analyse des écoutes (${at})`,
  },
  sync: {
    notConfigured:
      'Aucun service n’est configuré : il faut LASTFM_API_KEY et LASTFM_USER, ou LISTENBRAINZ_USER, dans les secrets du dépôt.',
    nothingNew: (service, since) =>
      since === null
        ? `${service} ne connaît aucune écoute.`
        : `${service} n’a aucune écoute plus récente que ${since}.`,
    added: (service, count, from, to) =>
      `${service} : ${n(count)} nouvelle${s(count)} écoute${s(count)}, du ${from} au ${to}`,
    known: (count) => `déjà connues : ${n(count)}`,
    duplicates: (count) => `doublons écartés : ${n(count)}`,
    unusable: (count) => `sans date ou sans titre : ${n(count)}`,
    more: 'Le temps imparti est écoulé ; la prochaine exécution continue à partir d’ici.',
    stopped: (why) => `Arrêt avant la fin : ${why} La prochaine exécution continue à partir d’ici.`,
    commit: (service, count) => `Ajouter ${count} écoute${s(count)} de ${service}`,
  },
}
