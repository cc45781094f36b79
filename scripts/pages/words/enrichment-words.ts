/** What `daily_enrichment` and `optimize_ai_descriptions` say. */
export interface EnrichmentWords {
  /** Commit subjects. */
  filled: (count: number) => string
  remembered: (count: number) => string
  described: (count: number) => string
  /** Nothing to do. */
  complete: string
  waiting: (count: number, until: string) => string
  noModel: string
  allDescribed: string
  /** Column heads. */
  result: string
  details: string
  results: Record<
    'filled' | 'partial' | 'not-found' | 'ambiguous' | 'failed' | 'described' | 'no-facts' | 'rejected',
    string
  >
  fields: Record<'year' | 'spotify_url' | 'musicbrainz_id' | 'cover_url' | 'discogs_url', string>
  /** Why an item is a warning. */
  serviceFailed: string
  timeUp: (left: number) => string
  aiFailed: string
}
