/** The services a person may have an account with, as people call them. */
export const SERVICE_NAMES = { discogs: 'Discogs', lastfm: 'Last.fm', listenbrainz: 'ListenBrainz' } as const

export type Service = keyof typeof SERVICE_NAMES

/** The secret that each of them may want, and where its value is to be had. */
export const SERVICE_SECRETS: Readonly<Record<Service, { name: string; page: string }>> = {
  discogs: { name: 'DISCOGS_TOKEN', page: 'https://www.discogs.com/settings/developers' },
  lastfm: { name: 'LASTFM_API_KEY', page: 'https://www.last.fm/api/accounts' },
  listenbrainz: { name: 'LISTENBRAINZ_TOKEN', page: 'https://listenbrainz.org/settings/' },
}
