import type * as en from '../en/pages.ts'
import { s } from './numbers.ts'

export const haikuPage: typeof en.haikuPage = {
  title: 'Haikus Générés - Sélection Aléatoire',
  generated: 'Généré',
  listenOnSpotify: 'Écouter sur Spotify',
  onDiscogs: 'Discogs',
  lastListen: (day) => `écouté pour la dernière fois le ${day}`,
  pressing: (year) => `pressage de ${year}`,
  supports: { Vinyl: 'Vinyle', File: 'Fichier', 'Box Set': 'Coffret', Shellac: '78 tours' },
  closing({ ai, model, composer }) {
    const byComposer = `${composer} poème${s(composer)} du compositeur intégré`
    if (ai === 0) return `${byComposer}.`
    const byAi = `${ai} poème${s(ai)} de l’IA (${model})`
    return composer === 0 ? `${byAi}.` : `${byAi}, ${byComposer}.`
  },
  closingFellBack: (count) => `L’IA n’a pas donné de haïku valable pour ${count} poème${s(count)}.`,
}

export const exportPage: typeof en.exportPage = {
  title: 'Collection Complète',
  exported: 'Exporté',
  total: 'Total albums',
}
