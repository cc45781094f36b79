import type * as en from '../en/index-pages.ts'
import { s } from './numbers.ts'

export const index: typeof en.index = {
  haiku: {
    title: (day) => `Haïku du ${day}`,
    page: 'les poèmes de ce jour',
    all: 'tous les poèmes',
  },
  record: {
    title: (day) => `À écouter le ${day}`,
    longUnheard: (day, among) =>
      among === 1
        ? `Dernière écoute connue le ${day} : c’est celui que vous n’avez pas écouté depuis le plus longtemps.`
        : `Dernière écoute connue le ${day} : l’un des ${among} disques que vous n’avez pas écoutés depuis le plus longtemps.`,
    neverHeard: (among) =>
      among === 1
        ? 'Aucune écoute connue : c’est le seul disque dans ce cas.'
        : `Aucune écoute connue, comme pour ${among - 1} autre${s(among - 1)} disque${s(among - 1)}.`,
    drawn: 'Tiré au sort pour ce jour, faute d’écoutes connues ; chaque disque a son tour.',
  },
  state: {
    title: 'À l’arrêt',
    allWell: 'Tout va bien',
    late: (count) => `${count} tâche${s(count)} en retard`,
    failing: (count) => `${count} tâche${s(count)} en échec`,
    partial: (count) => `${count} tâche${s(count)} avec avertissements`,
    asOf: (time) => `État au ${time}.`,
    task: 'Tâche',
    lastRun: 'Dernier résultat',
    result: 'Issue',
    nextRun: 'Prochaine exécution',
    never: 'pas encore',
    done: 'réussi',
    withWarnings: 'avec avertissements',
    nothing: 'rien à faire',
    failed: (tries) => (tries === 1 ? 'échec' : `${tries} échecs de suite`),
    dueSince: (time) => `attendu depuis le ${time}`,
    off: 'Rien ne s’exécute tout seul : `scheduler.enabled` vaut `false` dans `config/app.json`.',
    none: 'Aucune tâche n’est activée dans `config/app.json`.',
    newer: (version, how) => `Une version plus récente existe (${version}) : ${how}`,
  },
  folder: {
    title: 'Ce que les tâches ont écrit',
    about:
      'Ici arrivent les haïkus, les exports de la collection et les analyses. Cette page est refaite à chaque exécution.',
    newest: 'Le plus récent',
    what: 'Quoi',
    file: 'Fichier',
    time: (timezone) => `Heure (${timezone})`,
    stable: 'Adresses qui ne changent pas, copies du plus récent :',
    byMonth: 'Mois par mois',
    older: 'Plus anciens, dans ce dossier',
    year: 'Année',
    empty: 'Rien encore.',
  },
  tasks: {
    generate_haiku_scheduled: 'Haïkus du jour',
    export_collection_markdown: 'Export Markdown',
    export_collection_json: 'Export JSON',
    daily_enrichment: 'Enrichissement',
    weekly_haiku: 'Haïku de la semaine',
    monthly_analysis: 'Analyse du mois',
    optimize_ai_descriptions: 'Descriptions',
    sync_listens: 'Écoutes',
    sync_collection: 'Collection',
  },
  kinds: {
    'generate-haiku': '🎵 Haïkus',
    'export-markdown': '📚 Collection (Markdown)',
    'export-json': '🗂️ Collection (JSON)',
    'weekly-haiku': '🗓️ Haïkus de la semaine',
    'monthly-analysis': '📊 Analyses',
  },
}
