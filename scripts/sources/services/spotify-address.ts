/** The plain address of an album on Spotify, without the country and the tracking that copied links carry; null where it is none. */
export function spotifyAlbumUrl(address: string): string | null {
  const id = /^https?:\/\/(?:open|play)\.spotify\.com\/(?:intl-[a-z-]+\/)?album\/([0-9A-Za-z]{22})(?:[/?#]|$)/u.exec(
    address,
  )
  return id === null ? null : `https://open.spotify.com/album/${id[1]!}`
}
