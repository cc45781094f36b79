/** The services a person may have an account with, as people call them. */
export const SERVICE_NAMES = { discogs: 'Discogs', lastfm: 'Last.fm', listenbrainz: 'ListenBrainz' } as const

export type Service = keyof typeof SERVICE_NAMES
