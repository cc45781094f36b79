import type { Language } from '../../ground/languages.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/**
 * Every word that lands in the repository or in a job summary, in one language. English is the source and says what each
 * is for; French is held to its type. Messages of the commands are not here: they are in English.
 */
export type Catalog = typeof en

const CATALOGS: Readonly<Record<Language, Catalog>> = { fr, en }

/** The words of a language. */
export function catalogOf(locale: Language): Catalog {
  return CATALOGS[locale]
}
