import type { Shrinking } from '../../collection/shrink.ts'
import type { Language } from '../../ground/languages.ts'
import type { FailureKind } from '../../haiku/write.ts'
import type { BeginWords } from './begin-words.ts'
import type { ClockWords } from './clock-words.ts'
import type { EnrichmentWords } from './enrichment-words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { ImportWords } from './import-words.ts'
import type { IndexWords } from './index-words.ts'
import type { ListeningWords } from './listening-words.ts'

/**
 * Every word that lands in the repository or in a job summary, in one language. Messages of the commands are not here:
 * they are in English.
 */
export interface Catalog {
  unknownArtist: string
  haikuPage: {
    title: string
    generated: string
    listenOnSpotify: string
    onDiscogs: string
    lastListen: (day: string) => string
    /** Where only the year of a pressing is known. */
    pressing: (year: number) => string
    /** Carriers as lists call them, where this language calls them otherwise. */
    supports: Readonly<Record<string, string>>
    /** Who wrote how many; `model` is already escaped for where it lands. */
    closing: (written: { ai: number; model: string; composer: number }) => string
    closingFellBack: (count: number) => string
  }
  exportPage: { title: string; exported: string; total: string }
  commit: {
    haikus: (count: number, at: string) => string
    exportMarkdown: (at: string) => string
    exportJson: (at: string) => string
    checkpoint: (piece: number) => string
  }
  summary: {
    files: string
    warnings: string
    nothing: string
    exported: (count: number, artists: number) => string
    withYear: (count: number) => string
    withDescription: (count: number) => string
    withLink: (count: number) => string
    attempts: string
    tokens: string
    seconds: string
    album: string
    author: string
    composer: string
    /** Why the AI wrote nothing for an album. */
    aiFailed: Record<FailureKind, string>
    removed: (count: number) => string
    notDue: Record<'served' | 'before-ledger', (slot: string, next: string) => string> & { disabled: string }
    /** Why a much smaller collection stops a run, and what to do. */
    shrunk: (shrinking: Shrinking) => string
    dryRun: string
    unchanged: string
    /** A file of the inbox that is in now; its path is already escaped. */
    taken: (path: string) => string
  }
  /** The pages for those who browse. */
  index: IndexWords
  listening: ListeningWords
  clock: ClockWords
  enrichment: EnrichmentWords
  importing: ImportWords
  begin: BeginWords
}

const CATALOGS: Readonly<Record<Language, Catalog>> = { fr, en }

/** The words of a language. */
export function catalogOf(locale: Language): Catalog {
  return CATALOGS[locale]
}
