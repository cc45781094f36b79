/** The languages poems are written in; also the locales of everything that lands in the repository. */
export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
