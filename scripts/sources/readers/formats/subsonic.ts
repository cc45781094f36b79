import type { Document } from '../document.ts'
import type { Format } from '../format.ts'
import { isRecord, notOfFormat, readEntries, topList, type JsonRecord, type Rows } from '../json-entries.ts'
import { fieldsOf, known } from '../json-fields.ts'
import type { Place } from '../row.ts'
import { UnreadableFile } from '../unreadable.ts'

/**
 * Albums as a Subsonic server (Navidrome, Gonic, Airsonic …) answers getAlbumList2, getAlbumList, getStarred2 or
 * search3 with `f=json`; several answers as a list or one a line. `musicBrainzId` is that of a release, not of the work.
 */
export const subsonic: Format = {
  id: 'subsonic',
  name: 'Subsonic or Navidrome albums (JSON of the API)',
  source: 'subsonic',
  described: 'https://opensubsonic.netlify.app/docs/responses/albumid3/',
  recognises: (document) => answers(document).length > 0,
  *read(document) {
    const content = document.json()
    const all = answers(document)
    if (content === null || all.length === 0)
      throw notOfFormat(document, 'Subsonic answer', 'it does not hold “subsonic-response”')
    const lists = all.flatMap(albumLists)
    const refusal = all.map(refusalOf).find((said) => said !== null)
    if (lists.length === 0)
      throw new UnreadableFile(
        document.name,
        refusal === undefined ? { code: 'subsonic-without-albums' } : { code: 'subsonic-refusal', said: refusal },
      )
    yield* readEntries(content, lists, readAlbum, '{ "id", "name", "artist", … }')
  },
}

function answers(document: Document): JsonRecord[] {
  const content = document.json()
  if (content === null) return []
  return topList(content).flatMap((answer) => {
    const response = isRecord(answer) ? answer['subsonic-response'] : undefined
    return isRecord(response) ? [response] : []
  })
}

/** What a server says instead of an answer: `{ "status": "failed", "error": { "code": 40, "message": "…" } }`. */
function refusalOf({ status, error }: JsonRecord): string | null {
  if (status !== 'failed') return null
  const { message, code } = isRecord(error) ? error : {}
  return typeof message === 'string' ? message : `error ${typeof code === 'number' ? code : 'unknown'}`
}

/** Whatever in an answer holds albums; JSON made from XML has a list of one as the album itself. */
function albumLists(response: JsonRecord): (readonly unknown[])[] {
  return Object.values(response).flatMap((part) => {
    const album = isRecord(part) ? part['album'] : undefined
    return Array.isArray(album) ? [album as unknown[]] : isRecord(album) ? [[album]] : []
  })
}

function* readAlbum(entry: JsonRecord, at: Place): Rows {
  const { text, names, year, count, date, doubts } = fieldsOf(entry, at)
  // getAlbumList answers with folders, which have titles.
  const title = text('name') ?? text('album') ?? text('title')
  if (title === undefined) return yield { kind: 'bad', at, why: { code: 'no-title' } }
  const original = isRecord(entry['originalReleaseDate']) ? fieldsOf(entry['originalReleaseDate'], at) : null
  const release = isRecord(entry['releaseDate']) ? fieldsOf(entry['releaseDate'], at) : null
  const [first, tagged] = [original?.year('year'), year('year')]
  const [id, version, added_at] = [text('id'), text('version'), date('created')]
  yield {
    kind: 'album',
    at,
    record: {
      key: id === undefined ? null : `subsonic:${id}`,
      facts: known({
        title,
        artists:
          names('artists', 'name') ??
          names('displayArtist') ??
          names('artist') ??
          (entry['isCompilation'] === true ? ['Various Artists'] : undefined),
        year: first ?? tagged,
        genre: names('genres', 'name')?.join(', ') ?? text('genre'),
        tracks_count: count('songCount') || undefined,
        added_at,
      }),
      isPressingYear: first === undefined && tagged !== undefined,
      copy: known({
        label: names('recordLabels', 'name')?.join(', '),
        year: release?.year('year') ?? tagged,
        rating: count('userRating') || undefined,
        added_at,
        other: version === undefined ? undefined : { version },
      }),
    },
  }
  yield* [...doubts, ...(original?.doubts ?? []), ...(release?.doubts ?? [])]
}
