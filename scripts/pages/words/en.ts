import { describeShrinking } from '../../collection/shrink.ts'
import type { Catalog } from './catalog.ts'
import { beginWordsEn } from './begin-words-en.ts'
import { clockWordsEn } from './clock-words-en.ts'
import { enrichmentWordsEn } from './enrichment-words-en.ts'
import { importWordsEn } from './import-words-en.ts'
import { indexWordsEn } from './index-words-en.ts'
import { listeningWordsEn } from './listening-words-en.ts'

const s = (count: number) => (count === 1 ? '' : 's')

export const en: Catalog = {
  unknownArtist: 'Unknown artist',
  haikuPage: {
    title: 'Generated Haikus - Random Selection',
    generated: 'Generated',
    listenOnSpotify: 'Listen on Spotify',
    onDiscogs: 'Discogs',
    lastListen: (day) => `last heard on ${day}`,
    pressing: (year) => `${year} pressing`,
    supports: {},
    closing({ ai, model, composer }) {
      const byComposer = `${composer} poem${s(composer)} by the built-in composer`
      if (ai === 0) return `${byComposer}.`
      const byAi = `${ai} poem${s(ai)} by the AI (${model})`
      return composer === 0 ? `${byAi}.` : `${byAi}, ${byComposer}.`
    },
    closingFellBack: (count) => `The AI gave no valid haiku for ${count} poem${s(count)}.`,
  },
  exportPage: {
    title: 'Complete Collection',
    exported: 'Exported',
    total: 'Total albums',
  },
  commit: {
    haikus: (count, at) => `Write ${count} haiku${s(count)} (${at})`,
    exportMarkdown: (at) => `Export the collection as Markdown (${at})`,
    exportJson: (at) => `Export the collection as JSON (${at})`,
    checkpoint: (piece) => ` – part ${piece}`,
  },
  summary: {
    files: 'Files',
    warnings: 'Warnings',
    nothing: 'Nothing to do',
    exported: (count, artists) => `${count} album${s(count)}, ${artists} artist${s(artists)}.`,
    withYear: (count) => `with a year: ${count}`,
    withDescription: (count) => `with a description: ${count}`,
    withLink: (count) => `with a Spotify link: ${count}`,
    attempts: 'Attempts',
    tokens: 'Tokens',
    seconds: 'Seconds',
    album: 'Album',
    author: 'Written by',
    composer: 'built-in composer',
    aiFailed: {
      form: 'no answer of the AI was a valid 5-7-5 haiku; the composer wrote the poem.',
      refused:
        'the AI refuses the request; check EURIA_BEARER, EURIA_URL and EURIA_MODEL. The composer wrote the poem.',
      limited: 'the AI asks for a long pause (rate limit); the composer wrote the poem.',
      time: 'the time for asking the AI was used up; the composer wrote the poem.',
      service: 'the AI gave no readable answer; the composer wrote the poem.',
    },
    removed: (count) => `${count} old file${s(count)} removed from the folder; git’s history keeps them.`,
    notDue: {
      served: (slot, next) => `The slot of ${slot} has been served. Next slot: ${next}.`,
      'before-ledger': (slot, next) => `The slot of ${slot} is older than this repository. Next slot: ${next}.`,
      disabled: 'The task is switched off in config/app.json (enabled: false).',
    },
    shrunk: (shrinking) => {
      const { says, todo } = describeShrinking(shrinking)
      return `${says} ${todo}`
    },
    dryRun: 'Dry run: nothing was written.',
    unchanged: 'Nothing changed: all of it was known.',
    taken: (path) => `${path} is in and was taken out of the inbox; git’s history keeps it.`,
  },
  index: indexWordsEn,
  listening: listeningWordsEn,
  clock: clockWordsEn,
  enrichment: enrichmentWordsEn,
  importing: importWordsEn,
  begin: beginWordsEn,
}
