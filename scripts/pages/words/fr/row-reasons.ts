import type * as en from '../en/row-reasons.ts'
import { n } from './numbers.ts'

export const reason: typeof en.reason = (reason) => {
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
    case 'too-long':
      return `${reason.field} a plus de ${n(reason.limit)} caractères ; la ligne a été laissée de côté. Raccourcissez-le et importez de nouveau le fichier.`
  }
}
