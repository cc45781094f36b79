import type { EnrichmentWords } from './enrichment-words.ts'

const s = (count: number) => (count === 1 ? '' : 's')

export const enrichmentWordsEn: EnrichmentWords = {
  filled: (count) => `Complete ${count} album${s(count)}`,
  remembered: (count) => `Remember ${count} look-up${s(count)} that brought nothing new`,
  described: (count) => `Describe ${count} album${s(count)}`,
  complete: 'Every album has its Spotify link and its year.',
  waiting: (count, until) =>
    `${count} album${s(count)} ${count === 1 ? 'has' : 'have'} been looked for already; next attempt from ${until} on.`,
  noModel: 'No AI is configured (EURIA_URL, EURIA_BEARER); the descriptions stay as they are.',
  allDescribed: 'Every album has its description.',
  result: 'Result',
  details: 'Details',
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
  fields: {
    year: 'year',
    spotify_url: 'Spotify link',
    musicbrainz_id: 'MusicBrainz',
    cover_url: 'cover',
    discogs_url: 'Discogs',
  },
  serviceFailed: 'a service did not answer; the next run tries again.',
  timeUp: (left) => `the time for it was used up; ${left} album${s(left)} left for the next run.`,
  aiFailed: 'the AI did not answer; the next run tries again.',
}
