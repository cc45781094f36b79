import type * as en from '../en/begin.ts'
import { SERVICE_NAMES, SERVICE_SECRETS } from '../../../config/service-names.ts'
import { s } from './numbers.ts'

export const begin: typeof en.begin = {
  commit: 'Régler la collection d’après le formulaire',
  settings: 'Réglages',
  wrongTitle: 'Le formulaire est à corriger',
  silentTitle: 'Un service ne répond pas',
  wrong(wrong, secrets) {
    switch (wrong.kind) {
      case 'language':
        return `Langue : « ${wrong.entry} » n’est pas proposé. Choisissez fr ou en.`
      case 'zone':
        return `Fuseau horaire : « ${wrong.entry} » n’est pas connu. ${wrong.perhaps === null ? 'Écrivez un nom comme Europe/Paris, Europe/Brussels ou America/Montreal.' : `Vouliez-vous dire ${wrong.perhaps} ?`}`
      case 'user-name':
        return `${SERVICE_NAMES[wrong.service]} : « ${wrong.entry} » ne peut pas être un nom d’utilisateur. Copiez celui qui suit « /user/ » dans l’adresse de votre profil.`
      case 'unknown-user':
        return `${SERVICE_NAMES[wrong.service]} ne connaît personne sous le nom de « ${wrong.entry} ». Copiez le nom qui suit « /user/ » dans l’adresse de votre profil.`
      case 'private':
        return wrong.service === 'discogs'
          ? `Discogs : la collection de « ${wrong.entry} » est privée. Rendez-la publique sur https://www.discogs.com/settings/privacy (« Allow others to browse my collection »), ou créez un jeton sur ${SERVICE_SECRETS.discogs.page} et enregistrez-le sous ${secrets}, avec le nom DISCOGS_TOKEN.`
          : `${SERVICE_NAMES[wrong.service]} : les écoutes de « ${wrong.entry} » sont masquées. Ouvrez https://www.last.fm/settings/privacy et décochez « Hide recent listening information ».`
      case 'refused-key': {
        const { name, page } = SERVICE_SECRETS[wrong.service]
        return `${SERVICE_NAMES[wrong.service]} refuse le secret ${name}. Copiez-le à nouveau depuis ${page} et remplacez-le sous ${secrets}.`
      }
    }
  },
  silent: (service, why) => `${service} ne donne pas de réponse utilisable. (${why})`,
  tryAgain: (form) => `Rien n’a été changé. Corrigez, puis relancez le formulaire : ${form}.`,
  tryLater: (form) =>
    `Rien n’a été changé, et rien n’est à corriger. Relancez le formulaire un peu plus tard : ${form}.`,
  title: 'C’est parti',
  partly: 'C’est parti, sauf sur un point',
  look: 'À voir maintenant',
  firstPage: 'la page d’accueil de votre dépôt, avec le haïku et le disque du jour',
  left: 'À savoir',
  missingKey: (secrets) =>
    `Last.fm demande une clé, qui est gratuite : créez-la sur https://www.last.fm/api/account/create et enregistrez-la sous ${secrets} (bouton « New repository secret », nom LASTFM_API_KEY), puis relancez ce formulaire avec votre nom. D’ici là, les écoutes de Last.fm ne sont pas reprises.`,
  noAccount: (inbox) =>
    `Aucun compte Discogs n’est indiqué : la collection reste celle qui est là. Pour importer la vôtre depuis un fichier, déposez-le dans ${inbox}.`,
  toDecide: (count, file) =>
    `${count} disque${s(count)} à trancher : est-ce un exemplaire d’un album déjà là ? Répondez dans ${file}.`,
  about: (what, said) => `${what} : ${said}`,
}
