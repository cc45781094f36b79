import type { Temporal } from 'temporal-polyfill'
import type { Language } from '../ground/languages.ts'
import type { Catalog } from './words/catalog.ts'

/** When a page is made, on which clock, and in which language. */
export interface Page {
  at: Temporal.Instant
  timezone: string
  locale: Language
  words: Catalog
}
