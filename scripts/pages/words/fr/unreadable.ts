import type * as en from '../en/unreadable.ts'
import { n } from './numbers.ts'

export const unreadable: typeof en.unreadable = (why) => {
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
    case 'overlapping':
      return 'pas compressé comme un programme le fait : des fichiers s’y chevauchent. Décompressez-le et importez les fichiers qu’il contient.'
    case 'bounds':
      return `${why.file === null ? '' : `${why.file}, dedans, `}${EXCESS[why.excess](n(why.limit))} Rien n’en a été lu.`
    case 'beets-tracks':
      return 'contient les morceaux d’une bibliothèque beets, pas ses albums. Exportez les albums : beet export -a -f json -o albums.json'
    case 'subsonic-without-albums':
      return 'la réponse d’un serveur Subsonic qui ne nomme aucun album. Enregistrez la réponse à rest/getAlbumList2?type=alphabeticalByArtist&size=500&f=json, avec votre nom d’utilisateur et votre mot de passe.'
    case 'subsonic-refusal':
      return `pas une liste : le serveur Subsonic a répondu « ${why.said} ». Redemandez-lui avec votre nom d’utilisateur et votre mot de passe ; dans la réponse, « status » doit être « ok ».`
  }
}

const EXCESS: Readonly<
  Record<Extract<Parameters<typeof unreadable>[0], { code: 'bounds' }>['excess'], (limit: string) => string>
> = {
  rows: (limit) =>
    `a plus de ${limit} lignes. Partagez-le en plusieurs fichiers qui commencent chacun par la même première ligne.`,
  values: (limit) => `contient plus de ${limit} valeurs. Partagez-le en plusieurs fichiers, par exemple un par année.`,
  text: (limit) =>
    `contient une ligne ou un texte de plus de ${limit} caractères. Vérifiez que c’est le bon fichier, et ôtez ce texte.`,
  same: (limit) =>
    `nomme plus de ${limit} albums du même titre. Vérifiez que c’est le bon fichier ; si oui, partagez-le en plusieurs fichiers.`,
  depth: (limit) =>
    `a des listes imbriquées sur plus de ${limit} niveaux, ce qu’aucun export n’a. Vérifiez que c’est le bon fichier.`,
}
