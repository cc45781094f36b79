import type { ReleaseGroup } from '../../sources/services/musicbrainz.ts'
import type { WikipediaSummary } from '../../sources/services/wikipedia.ts'

/** A page a text is made from. */
export type FactSource = {
  name: string
  url: string
  licence: string
}

/** What is known of an album from elsewhere; all a description may say. */
export interface Facts {
  title: string
  artists: readonly string[]
  work: ReleaseGroup | null
  article: WikipediaSummary | null
}

/** Shorter beginnings of articles say nothing but "an album by". */
const SHORTEST_EXTRACT = 80
/** Statements MusicBrainz alone has to make: date, type, genre and one more. */
const FEWEST_STATEMENTS = 4

/** Whether the facts carry a description at all. */
export function areEnough({ article, work }: Facts): boolean {
  return (
    (article?.extract.length ?? 0) >= SHORTEST_EXTRACT ||
    (work !== null && statementsOf(work).length >= FEWEST_STATEMENTS)
  )
}

/** What MusicBrainz states, one line each. */
export function statementsOf({ firstRelease, types, genres }: ReleaseGroup): string[] {
  return [
    ...(firstRelease === null ? [] : [`first release: ${firstRelease}`]),
    ...(types.length === 0 ? [] : [`type: ${types.join(', ')}`]),
    ...genres.map((genre) => `genre: ${genre}`),
  ]
}

/** Every word of the facts, for checking what is said against it. */
export function factsText({ title, artists, work, article }: Facts): string {
  return [
    title,
    ...artists,
    ...(work === null ? [] : [work.title, ...work.artists, ...statementsOf(work)]),
    ...(article === null ? [] : [article.title, article.description ?? '', article.extract]),
  ].join('\n')
}

const LONGEST = 2_000
const LONGEST_FROM_STATEMENTS = 300

/** Longest text the facts carry, in characters: about what they say themselves, in other words. */
export function longestText({ article }: Facts): number {
  if (article === null) return LONGEST_FROM_STATEMENTS
  return Math.min(LONGEST, Math.max(LONGEST_FROM_STATEMENTS, Math.round(article.extract.length * 1.3)))
}

export function sourcesOfFacts({ work, article }: Facts): FactSource[] {
  return [
    ...(article === null ? [] : [{ name: `Wikipedia: ${article.title}`, url: article.url, licence: 'CC BY-SA 4.0' }]),
    ...(work === null ? [] : [{ name: 'MusicBrainz', url: work.url, licence: 'CC0 1.0' }]),
  ]
}
