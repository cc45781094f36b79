/** A listen as a service tells it. */
export interface ScrobbledTrack {
  /** Unix time in seconds. */
  timestamp: number
  /** The artist as credited, several in one text. */
  credit: string
  album: string | null
  track: string
  /** Null where the service does not say. */
  loved: boolean | null
}

/** A page of a service's answer. */
export interface ListenPage {
  tracks: readonly ScrobbledTrack[]
  /** Entries without a time or a name that could be used, such as those of 1970 that a device without a clock sent. */
  unusable: number
}

/** A service that knows what a person listened to. */
export interface ListenSource {
  /** Written into each listen. */
  id: string
  /** For people. */
  name: string
  /**
   * All listens from `from` up to `to` (Unix seconds; `from` null: since the beginning), oldest page first, so that
   * whoever stops in between has missed nothing before. Pages may overlap. @throws ServiceError
   */
  pages(from: number | null, to: number): AsyncIterable<ListenPage>
}

/**
 * 1 October 2002, the first month of Audioscrobbler, which became Last.fm; ListenBrainz takes nothing earlier either. What
 * claims to be older comes from a device whose clock was not set.
 */
export const FIRST_SCROBBLE = Date.UTC(2002, 9, 1) / 1000
