import type { Format } from '../format.ts'
import { isRecord, notOfFormat, readEntries, someRecord, type JsonRecord, type Rows } from '../json-entries.ts'
import { fieldsOf, known } from '../json-fields.ts'
import { shown } from '../values.ts'
import type { Document } from '../document.ts'
import type { Place } from '../row.ts'

/**
 * The albums saved in “Your Library” (`YourLibrary.json` of Spotify's account data). They are no records that somebody
 * has, so there are no copies; of single saved tracks nothing is taken.
 */
export const spotifyLibrary: Format = {
  id: 'spotify-library',
  name: 'Spotify “Your Library” (JSON)',
  source: 'spotify',
  described: 'https://support.spotify.com/us/article/understanding-my-data/',
  recognises: (document) => savedAlbums(document) !== null,
  *read(document) {
    const [content, albums] = [document.json(), savedAlbums(document)]
    if (content === null || albums === null)
      throw notOfFormat(document, 'Spotify library', 'it does not hold the lists “tracks” and “albums”')
    yield* readEntries(content, [albums], readAlbum, '{ "artist", "album", "uri" }')
  },
}

function savedAlbums(document: Document): readonly unknown[] | null {
  const value = document.json()?.value
  if (!isRecord(value) || !Array.isArray(value['albums']) || 'version' in value) return null
  const albums = value['albums'] as unknown[]
  const isLibrary =
    Array.isArray(value['tracks']) || someRecord(albums, ({ uri }) => /^spotify:album:/u.test(String(uri)))
  return isLibrary ? albums : null
}

function* readAlbum(entry: JsonRecord, at: Place): Rows {
  const { text, doubts } = fieldsOf(entry, at)
  const [title, artist, uri] = [text('album'), text('artist'), text('uri')]
  if (title === undefined) return yield { kind: 'bad', at, why: { code: 'no-title' } }
  const id = /^(?:spotify:album:|https:\/\/open\.spotify\.com\/album\/)([0-9A-Za-z]+)/u.exec(uri ?? '')?.[1]
  yield {
    kind: 'album',
    at,
    record: {
      key: id === undefined ? null : `spotify:${id}`,
      facts: known({
        title,
        artists: artist === undefined ? undefined : [artist],
        spotify_url: id === undefined ? undefined : `https://open.spotify.com/album/${id}`,
        support: 'Spotify',
      }),
      copy: null,
    },
  }
  // Files of before 2021 have no addresses.
  if (uri !== undefined && id === undefined)
    yield { kind: 'doubt', at, why: { code: 'not-an-address', field: 'uri', value: shown(uri) } }
  yield* doubts
}
