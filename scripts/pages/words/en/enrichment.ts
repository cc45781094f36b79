import { s } from './numbers.ts'

/** What `daily_enrichment` and `optimize_ai_descriptions` say. Plain text: who shows it escapes it. */
export const enrichment = {
  /** Subjects of commits; `count` is of albums. */
  filled: (count: number) => `Complete ${count} album${s(count)}`,
  remembered: (count: number) => `Remember ${count} look-up${s(count)} that brought nothing new`,
  described: (count: number) => `Describe ${count} album${s(count)}`,
  /** Why there is nothing to do. */
  complete: 'Every album has its Spotify link and its year.',
  /** `until`: when the first of these albums may be tried again. */
  waiting: (count: number, until: string) =>
    `${count} album${s(count)} ${count === 1 ? 'has' : 'have'} been looked for already; next attempt from ${until} on.`,
  noModel: 'No AI is configured (EURIA_URL, EURIA_BEARER); the descriptions stay as they are.',
  allDescribed: 'Every album has its description.',
  /** Heads of the columns beside the album. */
  result: 'Result',
  details: 'Details',
  /** What came of an album. */
  results: {
    filled: 'completed',
    partial: 'completed in part',
    'not-found': 'not found',
    ambiguous: 'ambiguous',
    failed: 'failed',
    described: 'described',
    'no-facts': 'not enough facts',
    rejected: 'answer rejected',
  },
  /** What was found, by its name in data/collection.json. */
  fields: {
    year: 'year',
    spotify_url: 'Spotify link',
    musicbrainz_id: 'MusicBrainz',
    cover_url: 'cover',
    discogs_url: 'Discogs',
  },
  /** Why an item is a warning. */
  serviceFailed: 'a service did not answer; the next run tries again.',
  /** `left`: how many albums were not reached. */
  timeUp: (left: number) => `the time for it was used up; ${left} album${s(left)} left for the next run.`,
  aiFailed: 'the AI did not answer; the next run tries again.',
}
