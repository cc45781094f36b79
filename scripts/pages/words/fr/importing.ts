import type * as en from '../en/importing.ts'
import { n, s } from './numbers.ts'
import { reason } from './row-reasons.ts'
import { unreadable } from './unreadable.ts'

export const importing: typeof en.importing = {
  commit: (names) => `Importer ${names}`,
  synced: (source) => `Mettre la collection à jour d’après ${source}`,
  readAs: (file, format, wasGuessed) => `${file} : ${wasGuessed ? 'reconnu comme' : 'lu comme'} ${format}`,
  notRead: (files) => `Non lu, car rien n’en est utile : ${files}`,
  heads: {
    added: (count) => `${n(count)} album${s(count)} ajouté${s(count)}`,
    merged: (count) => `${n(count)} disque${s(count)} réuni${s(count)} à des albums déjà là`,
    kept: (count) => `${n(count)} disque${s(count)} déjà connu${s(count)}`,
    unsure: (count) => `${n(count)} disque${s(count)} à trancher`,
    skipped: (count) => `${n(count)} disque${s(count)} laissé${s(count)} de côté, comme décidé dans la revue`,
    gone: (count) =>
      `${n(count)} album${s(count)} absent${s(count)} de la liste ; marqué${s(count)}, et retiré${s(count)} si cela dure demain`,
    returned: (count) => `${n(count)} disque${s(count)} de retour dans la liste`,
    left: (count) => `${n(count)} album${s(count)} retiré${s(count)} ; l’historique de git les garde`,
  },
  starters: (count) =>
    count <= 1
      ? 'L’album de la collection de départ a laissé la place.'
      : `Les ${n(count)} albums de la collection de départ ont laissé la place.`,
  newCopy: 'un exemplaire de plus',
  filled: (fields) => `désormais connu : ${fields}`,
  perhaps: (albums) => `peut-être ${albums}`,
  doubts: {
    artists: 'les artistes ne concordent qu’en partie',
    spelling: 'les artistes diffèrent d’une lettre',
    years: 'les années ne concordent pas',
    'self-titled': 'l’artiste a peut-être plusieurs albums de ce nom',
    'no-artist': 'l’un des deux ne nomme pas d’artiste',
    link: 'un catalogue les relie à la même œuvre, mais ni le titre ni l’artiste ne concordent',
  },
  howToDecide: (file) =>
    `Ouvrez ${file} et mettez derrière chaque \`"decision":\` l’id de l’album dont c’est un exemplaire, \`"new"\` (un autre album) ou \`"skip"\` (à laisser de côté) ; validez, et c’est fait.`,
  personal: (count) =>
    `Notes, prix, vendeurs et dossiers de ${n(count)} disque${s(count)} laissés de côté, car tout le monde peut lire ce dépôt. "personal_notes": true dans config/app.json les garde.`,
  unprintable: (count) =>
    `des caractères non imprimables (caractères de contrôle, marques de direction) ont été ôtés de ${n(count)} ligne${s(count)}.`,
  more: (count) => `… et ${n(count)} de plus`,
  listens: (added, known, duplicates) =>
    `${n(added)} écoute${s(added)} nouvelle${s(added)}, ${n(known)} déjà connue${s(known)}, ${n(duplicates)} en double à moins de dix minutes`,
  listensOf: (first, last) => `du ${first} au ${last}`,
  leftOut: {
    'not-music': (count) =>
      `${n(count)} laissée${s(count)} de côté : pas de la musique (podcasts, livres audio, vidéos)`,
    'too-short': (count) => `${n(count)} laissée${s(count)} de côté : moins de trente secondes`,
    private: (count) => `${n(count)} laissée${s(count)} de côté : session privée`,
  },
  place: (place) => ('line' in place ? `ligne ${place.line}` : `entrée ${place.entry}`),
  reason,
  about: (what, said) => `${what} : ${said}`,
  formats: {
    discogs: 'collection Discogs (CSV)',
    'spotify-history': 'historique d’écoute Spotify (JSON)',
    'spotify-library': 'bibliothèque Spotify (JSON)',
    'lastfm-csv': 'écoutes Last.fm (CSV)',
    'lastfm-json': 'écoutes Last.fm (JSON)',
    listenbrainz: 'écoutes ListenBrainz (JSON)',
    beets: 'bibliothèque beets (JSON)',
    subsonic: 'albums Subsonic ou Navidrome (JSON)',
    'plex-csv': 'albums Plex (CSV)',
    plex: 'albums Plex (JSON)',
    aime: 'collection ou export AIME (JSON)',
    csv: 'tableau avec en-tête (CSV)',
  },
  fields: {
    artists: 'artistes',
    year: 'année',
    genre: 'genre',
    description: 'description',
    discogs_id: 'numéro Discogs',
    discogs_master: 'œuvre Discogs',
    discogs_url: 'lien Discogs',
    spotify_url: 'lien Spotify',
    musicbrainz_id: 'MusicBrainz',
    cover_url: 'pochette',
    tracks_count: 'nombre de morceaux',
    added_at: 'date d’ajout',
    support: 'support',
    copies: 'exemplaires',
  },
  unknownFormat:
    'aucun des formats connus. Enregistrez-le en CSV avec une ligne d’en-tête (Titre, Artiste, Année …), ou nommez vous-même le format : npm run import -- <format> <fichier>.',
  spreadsheet:
    'un classeur, qui n’est pas lu tel quel. Dans Excel, Numbers ou LibreOffice : Enregistrer sous → CSV UTF-8, puis déposez ce fichier.',
  empty: 'il n’y a rien à importer dedans.',
  isPrivate:
    'un historique d’écoute avec des adresses réseau ou des données de compte, que ce dépôt montrerait à tout le monde. Il n’a pas été lu. ' +
    'Importez-le plutôt sur votre ordinateur : npm run import -- spotify-history <fichier> ; adresses et noms sont ôtés avant que quoi que ce soit ne soit écrit. ' +
    'Le fichier lui-même reste dans l’historique de git même si vous l’effacez : rendez le dépôt privé (Settings → General → Danger Zone), ' +
    'ou ôtez-le de l’historique (https://docs.github.com/fr/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository), ' +
    'ou supprimez le dépôt et recommencez à partir du modèle.',
  unreadable,
  badRows: (count) => `${n(count)} ligne${s(count)} illisible${s(count)} ; les autres sont importées.`,
  nothingInInbox:
    'Aucun fichier n’attend dans data/inbox, et data/review.json ne contient aucune décision encore à appliquer.',
  sync: {
    empty: 'cette collection ne montre aucun disque.',
    notConfigured: 'Aucun compte Discogs n’est configuré (« accounts » dans config/app.json, ou DISCOGS_USER).',
    years: (count) => `Compléter l’année de parution de ${count} album${s(count)} d’après Discogs`,
    yearsFound: (count) => `Année de première parution trouvée pour ${n(count)} album${s(count)}.`,
    yearsLeft: (count) =>
      `${n(count)} album${s(count)} pour la prochaine exécution : Discogs ne répond que 25 fois par minute.`,
    stopped: (why) => `Ce qui précède est gardé ; la prochaine exécution continue. ${why}`,
  },
}
