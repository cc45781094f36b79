import type { ImportWords } from './import-words.ts'

const one = (count: string) => count === '0' || count === '1'
const s = (count: string) => (one(count) ? '' : 's')

export const importWordsFr: ImportWords = {
  commit: (names) => `Importer ${names}`,
  synced: (source) => `Mettre la collection à jour d’après ${source}`,
  readAs: (file, format, wasGuessed) => `${file} : ${wasGuessed ? 'reconnu comme' : 'lu comme'} ${format}`,
  notRead: (files) => `Non lu, car rien n’en est utile : ${files}`,
  heads: {
    added: (count) => `${count} album${s(count)} ajouté${s(count)}`,
    merged: (count) => `${count} disque${s(count)} réuni${s(count)} à des albums déjà là`,
    kept: (count) => `${count} disque${s(count)} déjà connu${s(count)}`,
    unsure: (count) => `${count} disque${s(count)} à trancher`,
    skipped: (count) => `${count} disque${s(count)} laissé${s(count)} de côté, comme décidé dans la revue`,
    gone: (count) =>
      `${count} album${s(count)} absent${s(count)} de la liste ; marqué${s(count)}, et retiré${s(count)} si cela dure demain`,
    returned: (count) => `${count} disque${s(count)} de retour dans la liste`,
    left: (count) => `${count} album${s(count)} retiré${s(count)} ; l’historique de git les garde`,
  },
  starters: (count) =>
    one(count)
      ? 'L’album de la collection de départ a laissé la place.'
      : `Les ${count} albums de la collection de départ ont laissé la place.`,
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
  more: (count) => `… et ${count} de plus`,
  listens: (added, known, duplicates) =>
    `${added} écoute${s(added)} nouvelle${s(added)}, ${known} déjà connue${s(known)}, ${duplicates} en double à moins de dix minutes`,
  listensOf: (first, last) => `du ${first} au ${last}`,
  leftOut: {
    'not-music': (count) => `${count} laissée${s(count)} de côté : pas de la musique (podcasts, livres audio, vidéos)`,
    'too-short': (count) => `${count} laissée${s(count)} de côté : moins de trente secondes`,
    private: (count) => `${count} laissée${s(count)} de côté : session privée`,
  },
  place: (place) => ('line' in place ? `ligne ${place.line}` : `entrée ${place.entry}`),
  reason(reason) {
    switch (reason.code) {
      case 'no-title':
        return 'il n’y a pas de titre ici.'
      case 'no-track':
        return 'aucun morceau n’est nommé ici.'
      case 'not-a-date':
        return `${reason.field} : « ${reason.value} » n’est pas une date reconnaissable.`
      case 'not-a-year':
        return `${reason.field} : « ${reason.value} » n’est pas une année.`
      case 'not-a-time':
        return `${reason.field} : « ${reason.value} » n’est pas un moment possible.`
      case 'not-a-number':
        return `${reason.field} : « ${reason.value} » n’est pas un nombre.`
      case 'not-an-address':
        return `${reason.field} : « ${reason.value} » n’est pas une adresse.`
      case 'read-as':
        return `${reason.field} : « ${reason.value} » a été lu comme ${reason.as}.`
      case 'mangled-title':
        return `${reason.field} : « ${reason.value} » est peut-être un titre qu’un tableur a changé.`
      case 'no-album':
        return `« ${reason.value} » n’est pas un album ; la ligne a été laissée de côté.`
      case 'unread-columns':
        return `on ne sait pas ce que sont ces colonnes ; elles sont gardées telles quelles : ${reason.columns.join(', ')}.`
      case 'no-artist-column':
        return (
          'aucune colonne ne nomme les artistes, les albums sont donc importés sans eux. Appelez-la « Artiste » et importez de nouveau le fichier.' +
          (reason.columns.length === 0 ? '' : ` Colonnes non comprises : ${reason.columns.join(', ')}.`)
        )
      case 'columns':
        return `il y a ${reason.found} champs ici ; l’en-tête en a ${reason.expected}.`
      case 'quote':
        return 'un guillemet est ouvert ici et n’est pas refermé.'
      case 'shape':
        return `ce n’est pas ce qui est attendu (${reason.expected}).`
      case 'cut-short':
        return 'le fichier s’arrête au milieu de ceci.'
    }
  },
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
  unreadable: (why) => {
    switch (why.code) {
      case 'too-large':
        return `plus grand que ${why.limit} Mo. Partagez-le en plusieurs fichiers qui commencent chacun par la même première ligne.`
      case 'unpacks-too-large':
        return `contient plus de ${why.limit} Mo une fois décompressé. Décompressez-le et importez ses fichiers un par un.`
      case 'too-many-files':
        return `contient ${why.found} fichiers ; ${why.limit} au plus s’importent d’un coup. Décompressez-le et importez ses fichiers par petits groupes.`
      case 'no-files':
        return 'ne contient aucun fichier importable. Dans une archive, les fichiers .json, .jsonl, .csv et .txt sont lus.'
      case 'password':
        return 'protégé par un mot de passe. Décompressez-le et importez les fichiers qu’il contient.'
      case 'packed-otherwise':
        return 'compressé d’une façon qui ne peut pas être lue. Décompressez-le et importez les fichiers qu’il contient.'
      case 'damaged':
        return 'abîmé ou incomplet : il ne peut pas être décompressé. Téléchargez-le à nouveau, ou décompressez-le et importez les fichiers qu’il contient.'
      case 'beets-tracks':
        return 'contient les morceaux d’une bibliothèque beets, pas ses albums. Exportez les albums : beet export -a -f json -o albums.json'
      case 'subsonic-without-albums':
        return 'la réponse d’un serveur Subsonic qui ne nomme aucun album. Enregistrez la réponse à rest/getAlbumList2?type=alphabeticalByArtist&size=500&f=json, avec votre nom d’utilisateur et votre mot de passe.'
      case 'subsonic-refusal':
        return `pas une liste : le serveur Subsonic a répondu « ${why.said} ». Redemandez-lui avec votre nom d’utilisateur et votre mot de passe ; dans la réponse, « status » doit être « ok ».`
    }
  },
  badRows: (count) => `${count} ligne${s(count)} illisible${s(count)} ; les autres sont importées.`,
  nothingInInbox:
    'Aucun fichier n’attend dans data/inbox, et data/review.json ne contient aucune décision encore à appliquer.',
  sync: {
    empty: 'cette collection ne montre aucun disque.',
    notConfigured: 'Aucun compte Discogs n’est configuré (« accounts » dans config/app.json, ou DISCOGS_USER).',
    years: (count) => `Compléter l’année de parution de ${count} album${s(String(count))} d’après Discogs`,
    yearsFound: (count) => `Année de première parution trouvée pour ${count} album${s(count)}.`,
    yearsLeft: (count) =>
      `${count} album${s(count)} pour la prochaine exécution : Discogs ne répond que 25 fois par minute.`,
    stopped: (why) => `Ce qui précède est gardé ; la prochaine exécution continue. ${why}`,
  },
}
