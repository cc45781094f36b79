import type { Catalog } from '../locale.ts'

const s = (count: number) => (count > 1 ? 's' : '')

export const fr: Catalog = {
  unknownArtist: 'Artiste inconnu',
  haikuPage: {
    title: 'Haikus Générés - Sélection Aléatoire',
    generated: 'Généré',
    listenOnSpotify: 'Écouter sur Spotify',
    onDiscogs: 'Discogs',
    lastListen: (day) => `écouté pour la dernière fois le ${day}`,
    closing({ ai, model, composer }) {
      const byComposer = `${composer} poème${s(composer)} du compositeur intégré`
      if (ai === 0) return `${byComposer}.`
      const byAi = `${ai} poème${s(ai)} de l’IA (${model})`
      return composer === 0 ? `${byAi}.` : `${byAi}, ${byComposer}.`
    },
    closingFellBack: (count) => `L’IA n’a pas donné de haïku valable pour ${count} poème${s(count)}.`,
  },
  exportPage: {
    title: 'Collection Complète',
    exported: 'Exporté',
    total: 'Total albums',
  },
  commit: {
    haikus: (count, at) => `Écrire ${count} haïku${s(count)} (${at})`,
    exportMarkdown: (count, at) => `Exporter ${count} album${s(count)} en Markdown (${at})`,
    exportJson: (count, at) => `Exporter ${count} album${s(count)} en JSON (${at})`,
    checkpoint: (piece) => ` – partie ${piece}`,
  },
  summary: {
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
    removed: (count) =>
      `${count} ancien${s(count)} fichier${s(count)} retiré${s(count)} du dossier ; l’historique de git les garde.`,
    notDue: {
      served: (slot, next) => `Le créneau de ${slot} est déjà servi. Prochain créneau : ${next}.`,
      'before-ledger': (slot, next) => `Le créneau de ${slot} précède ce dépôt. Prochain créneau : ${next}.`,
      disabled: 'La tâche est désactivée dans config/app.json (enabled: false).',
    },
    published: 'Publié',
    dryRun: 'Essai à blanc : rien n’a été écrit.',
  },
}
