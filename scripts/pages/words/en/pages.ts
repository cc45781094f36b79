import { s } from './numbers.ts'

/** The page of one run's haikus; the other pages of poems share its words. */
export const haikuPage = {
  title: 'Generated Haikus - Random Selection',
  /** Before the time at which a page was made. */
  generated: 'Generated',
  /** Labels of links. */
  listenOnSpotify: 'Listen on Spotify',
  onDiscogs: 'Discogs',
  lastListen: (day: string) => `last heard on ${day}`,
  /** Where only the year of a pressing is known. */
  pressing: (year: number) => `${year} pressing`,
  /** Carriers by the name that lists give them, where this language calls them otherwise. */
  supports: {} as Readonly<Record<string, string>>,
  /** Who wrote how many poems; at least one of the two counts is not 0. */
  closing({ ai, model, composer }: { ai: number; model: string; composer: number }) {
    const byComposer = `${composer} poem${s(composer)} by the built-in composer`
    if (ai === 0) return `${byComposer}.`
    const byAi = `${ai} poem${s(ai)} by the AI (${model})`
    return composer === 0 ? `${byAi}.` : `${byAi}, ${byComposer}.`
  },
  /** After `closing`: for how many of the composer's poems an AI was asked in vain. */
  closingFellBack: (count: number) => `The AI gave no valid haiku for ${count} poem${s(count)}.`,
}

/** The collection as a page. */
export const exportPage = {
  title: 'Complete Collection',
  /** Before the time of the export, and before the number of albums. */
  exported: 'Exported',
  total: 'Total albums',
}
