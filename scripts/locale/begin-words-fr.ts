import { SERVICE_NAMES } from '../begin/service-names.ts'
import type { BeginWords } from './begin-words.ts'

export const beginWordsFr: BeginWords = {
  commit: 'Régler la collection d’après le formulaire',
  wrongTitle: 'Il y a quelque chose à corriger dans le formulaire',
  wrong(wrong) {
    switch (wrong.kind) {
      case 'language':
        return `Langue : « ${wrong.entry} » n’est pas proposé. Possible : fr ou en.`
      case 'zone':
        return `Fuseau horaire : « ${wrong.entry} » n’existe pas. ${wrong.perhaps === null ? 'Possible : un nom tel que Europe/Paris ou America/Montreal.' : `Vouliez-vous dire ${wrong.perhaps} ?`}`
      case 'user-name':
        return `${SERVICE_NAMES[wrong.service]} : « ${wrong.entry} » n’est pas un nom d’utilisateur. C’est le nom qui figure dans l’adresse de votre profil.`
      case 'unknown-user':
        return `${SERVICE_NAMES[wrong.service]} ne connaît pas d’utilisateur « ${wrong.entry} ». C’est le nom qui figure dans l’adresse de votre profil.`
      case 'private':
        return wrong.service === 'discogs'
          ? `La collection de « ${wrong.entry} » sur Discogs est privée. Rendez-la publique (discogs.com → Settings → Privacy → « Allow others to browse my collection »), ou ajoutez le secret DISCOGS_TOKEN.`
          : `Les écoutes de « ${wrong.entry} » sur ${SERVICE_NAMES[wrong.service]} sont masquées. Sur last.fm → Settings → Privacy, décochez « Hide recent listening information ».`
      case 'refused-key':
        return `${SERVICE_NAMES[wrong.service]} refuse la clé enregistrée dans les secrets du dépôt. Copiez-la à nouveau.`
    }
  },
  silent: (service, why) => `${service} ne donne pas de réponse utilisable ; réessayez plus tard. (${why})`,
  tryAgain: (form) => `Rien n’a été changé. Corrigez et relancez : ${form}.`,
  title: 'C’est parti',
  look: 'À voir maintenant',
  firstPage: 'la page d’accueil du dépôt, avec le haïku et le disque du jour',
  missingKey: (secrets) =>
    `Last.fm demande une clé : créez-en une sur https://www.last.fm/api/account/create, ajoutez-la sous ${secrets} comme LASTFM_API_KEY, puis relancez ce formulaire. D’ici là, les écoutes ne sont pas reprises.`,
  noAccount:
    'Sans compte Discogs, la collection reste celle qui est là. Pour importer un fichier, voir la boîte de dépôt :',
  toDecide: (count, file) =>
    `${count} disque${count > 1 ? 's' : ''} à trancher : est-ce un exemplaire d’un album déjà là ? Répondez dans ${file}.`,
  failed: (task, why) => `${task} : ${why}`,
  details: 'Détails',
}
